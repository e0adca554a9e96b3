"""Lessons for pupils and cover staff at a PC whose profiles are locked: given, and nothing else.

What they may not come to is not made: no library with classes, no records, no settings, no lesson page, no
writing. The lessons come without their notes, and what happens in them is written down nowhere.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from rse_lessons.entrance.entering import Visit
from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.in_class.class_desk import ClassDesk
from rse_lessons.in_class.unrecorded import Unrecorded
from rse_lessons.lesson.model import Lesson
from rse_lessons.progress.facts.summary import Standing, Summary
from rse_lessons.school import School
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.leftovers import search_here, take_back
from rse_lessons.ui.library.guests import GuestWindow
from rse_lessons.ui.theme import apply, load_fonts, load_theme

if TYPE_CHECKING:
    from rse_lessons.in_class.giving import Giving


class Guests(School):
    """The school as guests come to it: lessons without what only the teacher reads."""

    def as_taught(self, lesson: Lesson) -> Lesson:
        """Give a lesson as the chosen nation teaches it, without notes."""
        return without_notes(super().as_taught(lesson))


def without_notes(lesson: Lesson) -> Lesson:
    """Leave out what only the teacher reads; a slide to be looked at first stays one."""
    first = tr("Look at this slide before the class sees it.")
    slides = (
        replace(slide, notes=None, sensitive=first if slide.sensitive else "") for slide in lesson.slides
    )
    return replace(lesson, slides=tuple(slides))


class PresentOnly(QObject):
    """The window of lessons, and one lesson at a time."""

    ended = Signal()
    """A lesson has ended."""

    def __init__(self, app: QApplication, visit: Visit) -> None:
        super().__init__()
        self._app, self._visit = app, visit
        self.school = Guests(paths=visit.paths)
        # A report would speak of the times of a lesson.
        self.school.preferences = self.school.preferences._replace(lesson_report=False)
        preferences = self.school.preferences
        self.theme = load_theme(preferences.theme, preferences.text_scale / 100)
        apply(app, self.theme)
        load_fonts(("Italic",))
        self.store = Unrecorded(visit.paths.records, now=lambda: datetime.now(UTC), tell=_nobody)
        self._desk = ClassDesk(lambda: self.store, Summary, lambda: self.theme, self)
        self.giving: Giving | None = None
        self.window = GuestWindow(self.theme)
        self.window.lesson_chosen.connect(self.ask)
        self.window.teachers_requested.connect(visit.leave)
        self.window.closing.connect(app.quit)

    def open(self) -> None:
        """Show the lessons."""
        self._begin()
        self.window.show()

    def open_with(self, lesson_id: str) -> str:
        """Give a lesson before the lessons are shown; gives a sentence when it cannot be shown."""
        self._begin()
        return self.present(lesson_id)

    def _begin(self) -> None:
        search_here(self)
        self.school.library.refresh()
        nation = self.school.nation
        self.window.set_phases({band: phase.name for band, phase in nation.phases.items()})
        self.window.set_cards(self.school.library.cards())
        area = self._app.primaryScreen().availableGeometry()
        self.window.resize(min(1440, area.width()), min(860, area.height()))

    def ask(self, lesson_id: str) -> None:
        """Ask before a lesson takes the class's screen."""
        card = self.school.library.card(lesson_id)
        title = card.title if card is not None else lesson_id
        answers = [("go", tr("Present it")), ("", tr("Not now"))]
        words = tr("It begins with its first slide. Your screen shows no notes.")
        if self._asked(tr("Present “{title}”?").format(title=title), words, answers) == "go":
            self.present(lesson_id)

    def present(self, lesson_id: str, start: int = 0) -> str:
        """Give a lesson; gives a sentence when it cannot be shown."""
        reading = self.school.read(lesson_id)
        sentence = ""
        if reading.lesson is None or not reading.lesson.slides:
            sentence = (
                retold(reading.problems[0].sentence)
                if reading.problems
                else tr("This lesson has no slide to show.")
            )
        elif self._is_for_staff(reading.lesson) and not self._visit.access.training:
            sentence = tr(
                "“{title}” is for staff and belongs to Teacher mode. “Present only” gives lessons for "
                "pupils. Start RSE Lessons again and open your profile."
            ).format(title=reading.lesson.front.title)
        if reading.lesson is None or sentence:
            if self.window.isVisible():
                self._asked(tr("Please note"), sentence, [("", tr("Close"))])
            return sentence
        from rse_lessons.in_class.giving import Giving  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.screens import Screens  # noqa: PLC0415  imported late: start-up

        screens = Screens(self._app, self)
        self.giving = Giving(self.school, self.store, self._desk, self.theme, screens)
        self.giving.recorded = False
        self.giving.preferred.connect(lambda changes: self.school.prefer(**changes))
        self.giving.ended.connect(self._lesson_ended)
        if self.giving.start(reading.lesson, "", Standing(), start, again=False):
            self.window.hide()
        else:
            self._lesson_ended()
        return ""

    def _is_for_staff(self, lesson: Lesson) -> bool:
        """Whether it is a staff meeting, or a file of Teacher mode's, wherever it was named."""
        folders = [folder.resolve() for folder in self.school.training_folders]
        path = lesson.path.resolve()
        return bool(lesson.front.audience) or any(path.is_relative_to(folder) for folder in folders)

    def close(self) -> None:
        """Leave nothing half done."""
        if self.giving is not None:
            self.giving.end()
        self.store.close()

    def _lesson_ended(self) -> None:
        self.giving = None
        take_back()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.ended.emit()

    def _asked(self, title: str, words: str, answers: list[tuple[str, str]]) -> str:
        question = Question(self.theme, title, words, answers, self.window)
        question.exec()
        question.deleteLater()
        return question.answer


def _nobody(_sentence: str) -> None:
    """There are no records of which anything could be said."""


def open_for_guests(app: QApplication, visit: Visit, lesson: str = "") -> int:
    """Show the lessons, or give one at once, until the window is closed; gives the exit status."""
    guests = PresentOnly(app, visit)
    if lesson:
        if sentence := guests.open_with(lesson):
            print(sentence, file=sys.stderr)  # noqa: T201  it was asked for in a terminal
            return 1
    else:
        guests.open()
    status = app.exec()
    guests.close()
    return status
