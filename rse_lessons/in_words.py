"""Lessons and modules as a nation has them: placeholders in words, in the language of what is round them.

A lesson in another language than English may have English passages: those are filled with English words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rse_lessons.i18n.catalogues import speaking, tr
from rse_lessons.lesson.filling import in_both
from rse_lessons.nation.profiles import fill
from rse_lessons.presenting.slides import for_nation

if TYPE_CHECKING:
    from rse_lessons.lesson.model import Lesson
    from rse_lessons.lesson.reader import Reading
    from rse_lessons.nation.profiles import Nation
    from rse_lessons.settings.preferences import Preferences
    from rse_lessons.training.model import Module
    from rse_lessons.training.reading import ModuleReading

ENGLISH = "en"


class Here(Protocol):
    """What has to be known of a school."""

    preferences: Preferences

    def nation_of(self, code: str, language: str = "") -> Nation:
        """Give a nation in a language."""

    def path_of(self, lesson: str) -> Path | None:
        """Give the file of a lesson."""

    def read(self, lesson: str, language: str = "") -> Reading:
        """Read a lesson of the library."""

    def read_file(self, path: Path) -> Reading:
        """Read a lesson's file in English."""

    def read_module(self, path: Path, language: str = "") -> ModuleReading:
        """Read a module's file."""


def filling(school: Here, code: str, language: str, english: object = None) -> Callable[[str], str]:
    """Give what puts a nation's words, in a language, into texts.

    Lines that stand so in `english`, the same lesson or module, are filled with English words.
    """
    nation, as_written = school.nation_of(code, language), school.nation_of(code)
    if english is None or nation is as_written:
        return lambda text: fill(text, nation)
    return in_both(english, lambda text: fill(text, nation), lambda text: fill(text, as_written))


def as_taught(school: Here, lesson: Lesson) -> Lesson:
    """Give a lesson as the chosen nation teaches it."""
    code = school.preferences.nation
    english = _in_english(school, lesson) if lesson.english_lines else None
    return for_nation(lesson, code, filling(school, code, lesson.language, english))


def _in_english(school: Here, lesson: Lesson) -> Lesson | None:
    known = school.path_of(lesson.id) == lesson.path
    return (school.read(lesson.id) if known else school.read_file(lesson.path)).lesson


def as_shown(school: Here, module: Module, code: str) -> Module:
    """Give a module as a teacher of a nation reads it."""
    from rse_lessons.training import showing  # noqa: PLC0415  imported late: lessons are taught without it

    english = None if module.language == ENGLISH else school.read_module(module.path).module
    with speaking(module.language):
        to_check = tr("to be checked")
    return showing.as_shown(module, code, filling(school, code, module.language, english), to_check)
