"""In which language a lesson is looked at and given: what a class reads, what was chosen, what is there.

How far a lesson is in each language is looked at on a thread, for a page is not to wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.school import ENGLISH, School
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.lesson_languages import before_giving
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.i18n.lesson_languages import LessonLanguage
    from rse_lessons.progress.facts.summary import Summary


class Offering(QObject):
    """The languages of lessons, as one teacher looks at them."""

    found = Signal(str)
    """The languages of a lesson, by its id, are known now."""

    def __init__(self, school: School, summary: Callable[[], Summary], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._school = school
        self._summary = summary
        self._chosen: dict[str, str] = {}
        self._known: dict[str, tuple[LessonLanguage, ...]] = {}
        self._asked = ""
        self._looker = Elsewhere()
        self._looker.done.connect(self._take)

    def usual(self) -> str:
        """Give the language that lessons are in: the class's, else the one preferred, else the windows'."""
        preferences = self._school.preferences
        of_class = self._summary().info(preferences.class_label).language if preferences.class_label else ""
        return of_class or preferences.lesson_language or self._school.language

    def language(self, lesson: str) -> str:
        """Give the language to look at a lesson in: the one chosen for it, else the usual one."""
        return self._chosen.get(lesson, "") or self.usual()

    def chosen(self, lesson: str) -> str:
        """Give the language that was chosen for a lesson; empty when none was."""
        return self._chosen.get(lesson, "")

    def choose(self, lesson: str, language: str) -> None:
        """Look at a lesson in a language from now on, until the program ends."""
        self._chosen[lesson] = language

    def forget(self) -> None:
        """Take back what was chosen: another class is taught."""
        self._chosen.clear()

    def offers(self, lesson: str) -> tuple[LessonLanguage, ...]:
        """Give the languages of a lesson as far as they were looked at."""
        return self._known.get(lesson, ())

    def name(self, language: str) -> str:
        """Give what a language's speakers call it."""
        return (
            "English" if language == ENGLISH else self._school.in_languages.assembly.described(language).name
        )

    def look(self, lesson: str) -> None:
        """Look in which languages a lesson is there; `found` tells when it is known."""
        self._asked = lesson
        if not self._looker.busy:
            school = self._school
            self._looker.do(lambda: (lesson, school.languages_of(lesson)))

    def _take(self, answer: tuple[str, tuple[LessonLanguage, ...]]) -> None:
        lesson, languages = answer
        self._known[lesson] = languages
        self.found.emit(lesson)
        if self._asked != lesson:
            self.look(self._asked)

    def wait(self, seconds: float = 5.0) -> None:
        """Wait until nothing is being looked at."""
        self._looker.wait(seconds)


def ask_before(school: School, theme: Theme, lesson: str, language: str, parent: QWidget | None) -> str:
    """Ask whether to give a lesson of which much, or what is about help, is in English all the same.

    Gives the language to give it in, empty for not at all. Nothing is asked where all is well.
    """
    if language in ("", ENGLISH):
        return ENGLISH
    there = {one.tag: one for one in school.languages_of(lesson)}
    one = next((there[tag] for tag in school.in_languages.assembly.chain(language) if tag in there), None)
    if one is None:
        return ENGLISH
    if not one.to_be_asked:
        return one.tag
    question = before_giving(theme, one, parent)
    question.exec()
    question.deleteLater()
    return question.answer
