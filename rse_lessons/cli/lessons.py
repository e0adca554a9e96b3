"""The commands that read lessons: `list` and `check`. They need no screen."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.i18n.catalogues import ptr, retold, tr
from rse_lessons.lesson.card import Card
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.school import School

if TYPE_CHECKING:
    from rse_lessons.authors.checking import Room

MANY = 50
"""From so many files on, a bar shows how far it is."""


def list_lessons(options: argparse.Namespace) -> int:
    """Print the lessons, youngest first; as JSON when asked."""
    school = School(options.data_dir)
    school.library.refresh()
    cards = school.library.cards()
    if options.json:
        print(json.dumps([_entry(card) for card in cards], ensure_ascii=False, indent=2))
        return 0
    if not cards:
        print(
            tr("There are no lessons. Put lesson files into {folder} and try again.").format(
                folder=school.lesson_folders[-1]
            ),
            file=sys.stderr,
        )
        return 1
    width = max(len(card.id) for card in cards)
    for card in cards:
        minutes = tr("{count} min").format(count=f"{card.minutes:>3}")
        print(f"{card.id:<{width}}  {card.band or '-':<9}  {minutes}  {card.title}")
    return 0


def _entry(card: Card) -> dict[str, object]:
    return {
        "id": card.id,
        "title": card.title,
        "band": card.band or None,
        "minutes": card.minutes,
        "summary": card.summary,
        "topics": list(card.topics),
        "slides": card.slides,
        "stages": dict(card.stages),
        "curriculum": {
            framework: [
                {"code": code, "to_check": to_check}
                for name, code, to_check in card.curriculum
                if name == framework
            ]
            for framework in dict.fromkeys(name for name, _code, _check in card.curriculum)
        },
        "checked": card.checked,
        "errors": card.errors,
        "path": card.file,
    }


def check(options: argparse.Namespace) -> int:
    """Print every problem, `path:line: severity: sentence [rule]`; 1 when there is an error."""
    school = School(options.data_dir)
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(
            tr("There is no file or folder {path}. Check the name and try again.").format(path=path),
            file=sys.stderr,
        )
    files = list(dict.fromkeys(_files(options.paths or school.content_folders)))
    # Imported late: `list` needs none of it.
    from rse_lessons.authors.checking import Checker, told  # noqa: PLC0415

    _app, room = _room()
    checker = Checker(school, room)
    checked = [checker.check(path) for path in _with_bar(files)]
    problems = [problem for one in checked for problem in one.problems]
    problems += checker.check_together(checked)
    if not options.paths:
        problems += school.module_shelf.used_twice()
        problems += checker.check_nations(date.today())  # noqa: DTZ011  the teacher's own day
    if options.json:
        print(json.dumps([_problem(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(_shown(problem))
        for line in (*told(checked), _closing(len(files), problems)):
            print(line, file=sys.stderr)
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    return 1 if wrong or missing or not files else 0


def _room() -> tuple[object, Room | None]:
    """Give what has to live meanwhile, and what knows the room on slides; where Qt is not, say so."""
    try:
        # Imported late: `list` needs no Qt.
        from rse_lessons.ui.slide.room import Room as Measuring  # noqa: PLC0415
        from rse_lessons.ui.without_screen import painting_app  # noqa: PLC0415
    except ImportError as error:
        print(
            tr("Whether words fit their slides was not looked at: {error}.").format(error=error),
            file=sys.stderr,
        )
        return None, None
    return painting_app(), Measuring()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*.md") if _is_lesson(file.relative_to(path)))
        elif path.exists():
            yield path


def _is_lesson(file: Path) -> bool:
    """Leave out what the library leaves out: hidden folders, and lessons that gave way to a pack's."""
    return file.name.lower() != "readme.md" and not any(part.startswith((".", "_")) for part in file.parts)


def _with_bar(files: list[Path]) -> Iterable[Path]:
    if len(files) < MANY or not sys.stderr.isatty():
        return files
    from tqdm import tqdm  # noqa: PLC0415  imported late: seldom needed

    return tqdm(files, unit=ptr("unit", "lesson"), leave=False)


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "path": str(problem.path),
        "line": problem.line,
        "severity": str(problem.severity),
        "sentence": problem.sentence,
        "rule": problem.rule,
    }


def _shown(problem: Problem) -> str:
    """Write the path as short as it can be from here."""
    text = str(problem._replace(sentence=retold(problem.sentence)))
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118  a prefix of text, not a path
    return text.removeprefix(here)


def _closing(files: int, problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    advice = len(problems) - errors
    if not problems:
        return tr("{files} lesson file(s) read, no problem.").format(files=files)
    return tr("{files} lesson file(s) read: {errors} error(s), {advice} piece(s) of advice.").format(
        files=files, errors=errors, advice=advice
    )
