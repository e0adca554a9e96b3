"""From a module and its record to what the page of Teacher mode shows. Nothing is shown or kept here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.progress.facts.learning import Learning
from rse_lessons.staffroom.learning_path import path_for
from rse_lessons.training.model import Module, Section
from rse_lessons.training.path import RENEW, ModuleStanding
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.training.known import Line, Opened

if TYPE_CHECKING:
    from rse_lessons.school import School


def line_of(module: Module, now: ModuleStanding) -> Line:
    """Give a module's line on the path."""
    return Line(module.id, module.head.title, module.head.number, now.state, now.minutes_left)


def opened_of(
    module: Module,
    learnt: Learning,
    today: date,
    *,
    lessons: Sequence[tuple[str, str]],
    meeting: bool,
) -> Opened:
    """Give a module with what its reader did in it."""
    record = learnt.record(module.id)
    path = path_for([module], learnt, today)
    now = path.modules[module.id]
    check = next((page.id for page in module.pages if page.section is Section.CHECK), "")
    return Opened(
        module,
        read=frozenset(record.pages),
        state=now.state,
        go_on=check if now.state == RENEW else path.next.page if path.next else "",
        walks=record.practised,
        passed=_day(now.passed),
        asked=Counter(name for one in record.tries for name in one.asked),
        reflected=record.reflected,
        tasks=record.tasks,
        rewritten=record.rewritten,
        lessons=tuple(lessons),
        meeting=meeting,
    )


def damaged(problems: Collection[Problem], there: Collection[str]) -> tuple[str, ...]:
    """Give a sentence for each file that gave no module."""
    first: dict[str, Problem] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.path.stem not in there:
            first.setdefault(problem.path.name, problem)
    words = tr("“{file}” cannot be read as a module. {why}")
    return tuple(words.format(file=name, why=retold(problem.sentence)) for name, problem in first.items())


def met_modules(school: School, known: dict[tuple[Path, int], str]) -> frozenset[str]:
    """Give the ids of modules with a staff meeting; `known` keeps, by file and time, what was read before.

    On a thread of its own it must not touch the lessons that the school keeps for the windows.
    """
    found = set()
    for card in school.staff_meetings:
        try:
            stamp = card.path, card.path.stat().st_mtime_ns
        except OSError:
            continue  # it was taken away a moment ago
        if stamp not in known:
            lesson = school.read_file(card.path).lesson
            known[stamp] = lesson.front.module if lesson is not None else ""
        found.add(known[stamp])
    return frozenset(found)


def _day(day: date | None) -> str:
    if day is None:
        return ""
    return tr("{date} {year}").format(date=day_and_month(day), year=day.year)
