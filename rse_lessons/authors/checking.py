"""All that can be said about lesson files in one pass: reading, wording, teaching, and room on their slides.

A command and a live preview ask here. It takes longer than reading a lesson for the shelf: a second or two
for a library, and Qt for the room on slides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.load import load
from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.teaching import characters
from rse_lessons.lesson.teaching.checking import library_rules, thorough
from rse_lessons.lesson.teaching.subject import Subject, Words
from rse_lessons.lesson.wording.lessons import check_lesson
from rse_lessons.nation.freshness import stale
from rse_lessons.nation.profiles import NATIONS, HelpRoute, Nation, fill, routes_for
from rse_lessons.presenting.slides import for_nation
from rse_lessons.school import TRAINING, School
from rse_lessons.training.wording import check_module

Room = Callable[[Lesson, str, Sequence[HelpRoute]], Sequence[Problem]]
"""Says where words do not fit their slides: a lesson as a nation teaches it, the nation, its help routes."""


@dataclass(frozen=True)
class Checked:
    """What came of checking one file."""

    problems: tuple[Problem, ...]
    """Line by line."""
    subject: Subject | None
    """None for what is no lesson, or a plain file without a head."""


class Checker:
    """Checks lesson files against what a school has. Raises NationError when a nation's file is damaged."""

    def __init__(self, school: School, room: Room | None = None) -> None:
        """Take the school, and what knows the room on slides; without it nothing is said about that."""
        self._school = school
        self._room = room
        self._nations = tuple(school.nation_of(code) for code in NATIONS)
        self._words = _words(self._nations)

    def check(self, path: Path) -> Checked:
        """Check a file."""
        findings = Findings(path)
        text = load(path, findings)
        return Checked(findings.in_order(), None) if text is None else self.check_text(text, path)

    def check_text(self, text: str, path: Path) -> Checked:
        """Check the text of a lesson or module, with plain line ends; `path` says where it stands."""
        if is_module(path):
            return self._check_module(text, path)
        reading = self._school.read_text(text, path)
        lesson = reading.lesson
        if lesson is None:
            return Checked(reading.problems, None)
        found = {*reading.problems, *check_lesson(text, path), *self._about_a_module(lesson)}
        if not lesson.checked:
            return Checked(tuple(sorted(found)), None)
        subject = Subject(lesson, split(text), self._words)
        found |= {*thorough(subject), *self._crowded(lesson)}
        return Checked(tuple(sorted(found)), subject)

    def _check_module(self, text: str, path: Path) -> Checked:
        if not self._school.library.cards():
            self._school.library.refresh()  # which lessons there are is asked for
        reading = self._school.read_module_text(text, path)
        if reading.module is None:
            return Checked(reading.problems, None)
        found = {*reading.problems, *check_module(text, path, reading.module)}
        return Checked(tuple(sorted(found)), None)

    def _about_a_module(self, lesson: Lesson) -> Iterator[Problem]:
        """Ask that a staff meeting names a module that is there."""
        name = lesson.front.module
        if name and lesson.front.audience and name not in self._school.module_ids:
            sentence = f"There is no module “{name[:60]}”; name it by its file, without .md."
            yield Problem(lesson.path, 1, Severity.ERROR, sentence, "module-missing")

    @staticmethod
    def check_together(checked: Sequence[Checked]) -> tuple[Problem, ...]:
        """Give what shows only when lessons stand side by side."""
        return library_rules([one.subject for one in checked if one.subject])

    def check_nations(self, today: date) -> Iterator[Problem]:
        """Name each nation's help lines on slides that no source gives a day for in the last year."""
        for nation in self._nations:
            shown = [route for route in nation.routes if route.screens]
            names = "; ".join(route.name for route in stale(shown, today))
            if names:
                path = self._school.nations / f"{nation.code}.toml"
                sentence = (
                    f"No source says that these help lines were right in the last year: {names}. "
                    "Look at each one's own page, and write the day into verified_on."
                )
                yield Problem(path, 1, Severity.ADVICE, sentence, "help-line-unchecked")

    def _crowded(self, lesson: Lesson) -> Iterator[Problem]:
        """Ask for room in every nation: words and help routes differ."""
        if self._room is not None:
            silent = replace(lesson, slides=tuple(replace(slide, notes=None) for slide in lesson.slides))
            for nation in self._nations:
                shown = for_nation(silent, nation.code, _filler(nation))
                yield from self._room(shown, nation.code, routes_for(nation, lesson.front.readers))


def is_module(path: Path) -> bool:
    """Say whether a file is read as a facilitation module: those in a folder `training` are."""
    return path.absolute().parent.name == TRAINING


def told(checked: Sequence[Checked]) -> Iterator[str]:
    """Tell, in lines, how many she, he and they harm, are harmed and help; nothing for one lesson alone."""
    subjects = [one.subject for one in checked if one.subject]
    return characters.told(subjects) if len(subjects) > 1 else iter(())


def _filler(nation: Nation) -> Callable[[str], str]:
    return lambda text: fill(text, nation)


def _words(nations: Sequence[Nation]) -> Words:
    """Give the first nation's words, and the names of every nation's services."""
    names = (route.name for nation in nations for route in nation.routes if route.kind != "person")
    return Words(_filler(nations[0]), frozenset(names))
