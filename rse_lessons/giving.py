"""Giving one lesson: from its file and its records to a classroom, and the questions asked on the way.

The classroom shows and steers; here it is put together, and here its events go to the records.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.activity import VoteState
from rse_lessons.presenting.session import Session
from rse_lessons.progress.summary import Standing
from rse_lessons.school import School
from rse_lessons.ui.classroom import Classroom, Wishes
from rse_lessons.ui.dialogs.ask import Question, TimeLeft
from rse_lessons.ui.dialogs.before_and_after import alone_question, end_question
from rse_lessons.ui.dialogs.keys import KeySheet
from rse_lessons.ui.leftovers import set_aside_soon
from rse_lessons.ui.memory import return_large_pieces
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.progress.store import Store


def slide_theme(theme: Theme, wish: str) -> str:
    """Name the theme of the slides: as wished, or high contrast when the windows are."""
    if wish != "auto":
        return wish
    return "high-contrast" if theme.high_contrast else "light"


def look_of(
    school: School,
    lesson: Lesson,
    theme: Theme,
    compare: Callable[[str], VoteState | None] = lambda _block: None,
) -> SlideLook:
    """Give what slides of a lesson need besides their words; `compare` finds an earlier vote's count."""
    return SlideLook(
        compare=compare,
        nation=school.preferences.nation,
        band=str(lesson.front.band or ""),
        theme_name=slide_theme(theme, school.preferences.slide_theme),
        routes=school.routes(lesson),
    )


class Giving(QObject):
    """One lesson with one class, from the question about screens to the end."""

    ended = Signal()
    preferred = Signal(dict)
    """Preferences that changed on the way."""

    def __init__(self, school: School, store: Store, theme: Theme, screens: Screens) -> None:
        super().__init__()
        self._school = school
        self._store = store
        self._theme = theme
        self._screens = screens
        self.classroom: Classroom | None = None

    def start(self, lesson: Lesson, class_label: str, standing: Standing, start: int, *, again: bool) -> bool:
        """Begin; `again` forgets where the class stopped. False when the teacher thought better of it."""
        room = self._screens.room(self._school.preferences.projector)
        if room.projector is None and not self._ask_alone(mirrored=room.mirrored):
            return False
        return_large_pieces()
        taught = self._school.as_taught(lesson)

        def record(kind: str, data: Mapping[str, object]) -> None:
            self._store.record(kind, lesson=lesson.id, class_label=class_label, data=data)

        if again:
            record("restarted", {})
        going_on = not again and standing.status == "begun"
        session = Session(
            taught,
            clock=time.monotonic,
            record=record,
            start=start,
            states=standing.states if going_on else {},
            stage_seconds=standing.stage_seconds if going_on else {},
            class_label=class_label,
            drawings=standing.drawings if going_on else {},
            # On another day the room is another one: slides marked sensitive are looked at first again.
            seen=standing.seen if going_on and is_today(standing.when) else (),
        )
        preferences = self._school.preferences
        wishes = Wishes(preferences.projector, preferences.notes_size, preferences.keys)

        def counted(block_id: str) -> VoteState | None:
            state = session.states.get(block_id)
            return state if isinstance(state, VoteState) else None

        look = look_of(self._school, taught, self._theme, counted)
        classroom = Classroom(session, look, self._theme, self._screens, wishes)
        classroom.end_requested.connect(self._ask_end)
        classroom.keys_requested.connect(self._show_keys)
        classroom.time_left_requested.connect(self._ask_time_left)
        classroom.notes_sized.connect(lambda size: self.preferred.emit({"notes_size": size}))
        classroom.projector_chosen.connect(lambda name: self.preferred.emit({"projector": name}))
        classroom.ended.connect(self.ended)
        self.classroom = classroom
        classroom.open()
        set_aside_soon(classroom)
        return True

    def tell(self, sentence: str) -> None:
        """Show a sentence of the records on the teacher's screen."""
        if self.classroom is not None:
            self.classroom.console.notice.say(tr("About your records"), sentence)

    def end(self) -> None:
        """End the lesson without asking."""
        if self.classroom is not None:
            classroom, self.classroom = self.classroom, None
            classroom.close()

    def _ask_alone(self, *, mirrored: bool) -> bool:
        return bool(self._asked(alone_question(self._theme, mirrored=mirrored)))

    def _ask_end(self) -> None:
        classroom = self.classroom
        if classroom is None:
            return
        session = classroom.session
        asked = end_question(
            self._theme, session.index + 1, len(session.slides), self._parent(), finished=session.finished
        )
        if self._asked(asked) == "end":
            self.end()

    def _show_keys(self) -> None:
        KeySheet(self._theme, self._school.preferences.keys, self._parent()).exec()

    def _ask_time_left(self) -> None:
        if self.classroom is None:
            return
        session = self.classroom.session
        asked = TimeLeft(self._theme, max(3, round(session.seconds_planned() / 60)), self._parent())
        if self._asked(asked) == "plan":
            session.lost_time(asked.minutes.value() * 60)
            left = ntr("{count} minute", "{count} minutes", asked.minutes.value())
            planned = round(session.seconds_planned() / 60)
            if planned > asked.minutes.value():
                self.classroom.console.notice.say(
                    tr("The plan is as short as it should be."),
                    tr("It still needs about {planned} minutes, because getting help and coming out of "
                       "role keep their time. "
                       "You have {left}: end after “Where to get help” and go on next "
                       "time.").format(planned=planned, left=left),
                )  # fmt: skip

    def _parent(self) -> QWidget | None:
        """Dialogs belong to whichever window the teacher is at."""
        if self.classroom is None:
            return None
        alone = self.classroom.placement.alone
        return self.classroom.projector if alone else self.classroom.console

    def _asked(self, question: Question) -> str:
        question.exec()
        question.deleteLater()
        return question.answer
