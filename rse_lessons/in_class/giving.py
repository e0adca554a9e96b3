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
from rse_lessons.in_class import seating
from rse_lessons.in_class.aside import Aside
from rse_lessons.in_class.class_desk import ClassDesk
from rse_lessons.in_class.class_languages import ClassLanguages, readings_of
from rse_lessons.in_class.unlocking import Unlocking
from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.activity import VoteState
from rse_lessons.presenting.class_rules import box_reached, put_rules
from rse_lessons.presenting.session import Session
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.school import School
from rse_lessons.ui.classroom import Classroom, Wishes
from rse_lessons.ui.days import is_today
from rse_lessons.ui.dialogs.ask import Question, TimeLeft
from rse_lessons.ui.dialogs.before_and_after import end_question
from rse_lessons.ui.dialogs.keys import KeySheet
from rse_lessons.ui.dialogs.private import privacy_question
from rse_lessons.ui.leftovers import set_aside_soon
from rse_lessons.ui.memory import return_large_pieces
from rse_lessons.ui.plan_words import plan_words
from rse_lessons.ui.screens import Screens, Wish
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.theme import Theme
from rse_lessons.waking import Waking

if TYPE_CHECKING:
    from rse_lessons.progress.recording.store import Store


WRITTEN_MS = 40
"""When a step of the lesson is written down: what it shows is painted before."""
SITTING = 60
"""Seconds after which a lesson that was opened counts as given, so that a report is worth showing."""


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
        english_routes=school.english_routes(lesson),
    )


class Giving(QObject):
    """One lesson with one class, from the question about screens to the end."""

    ended = Signal()
    preferred = Signal(dict)
    """Preferences that changed on the way."""

    box_requested = Signal(str)
    """The lesson has ended, and the teacher wants to write down what was in this class's box."""

    def __init__(self, school: School, store: Store, desk: ClassDesk, theme: Theme, screens: Screens) -> None:
        super().__init__()
        self._desk = desk
        self._school = school
        self._store = store
        self._theme = theme
        self._screens = screens
        self._written = Waking(lambda: store, WRITTEN_MS, self)
        self.classroom: Classroom | None = None
        self._lesson: Lesson | None = None
        self._earlier = 0.0
        self.recorded = True
        """Whether what happens is written down, as the question at the end says."""
        self.rehearsal = False
        """Whether it is given to an empty room."""
        self.wish: Wish | None = None
        """The screens to take without a question; None asks what has to be asked."""
        self.to_report: Lesson | None = None
        """The lesson, once it has ended, whose report is to be shown."""

    def start(self, lesson: Lesson, class_label: str, standing: Standing, start: int, *, again: bool) -> bool:
        """Begin; `again` forgets where the class stopped. False when the teacher thought better of it."""
        languages = ClassLanguages(self._school, self._desk, self._theme, lesson, class_label)
        if not languages.ask():
            return False
        if self.wish is None:
            seats = seating.seats(self._theme, self._screens, self._school.preferences)
            if seats is None:
                return False
            if seats:
                self.preferred.emit(seats)
        return_large_pieces()
        taught = self._school.as_taught(lesson)

        def record(kind: str, data: Mapping[str, object]) -> None:
            self._store.record(kind, lesson=lesson.id, class_label=class_label, data=data, waits=True)
            self._written.soon()

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
            drawings=standing.drawings if going_on else {},
            # On another day the room is another one: slides marked sensitive are looked at first again.
            seen=standing.seen if going_on and is_today(standing.when) else (),
            class_label=class_label,
        )
        put_rules(session, self._desk.rules(class_label))
        self._lesson, self._earlier = lesson, session.seconds_in_lesson()
        preferences = self._school.preferences
        wishes = Wishes(
            self.wish or seating.wish_of(preferences),
            preferences.big_buttons,
            seating.shared_at(preferences),
            preferences.notes_size,
            preferences.console_layout,
            preferences.keys,
            self._school.console_lock,
            languages.reads,
        )

        def counted(block_id: str) -> VoteState | None:
            state = session.states.get(block_id)
            return state if isinstance(state, VoteState) else None

        look = look_of(self._school, taught, self._theme, counted)
        readings = readings_of(self._school, taught, look)
        classroom = Classroom(session, look, self._theme, self._screens, wishes, readings=readings)
        classroom.end_requested.connect(self._ask_end)
        classroom.keys_requested.connect(self._show_keys)
        classroom.time_left_requested.connect(self._ask_time_left)
        classroom.layout_chosen.connect(lambda layout: self.preferred.emit({"console_layout": layout}))
        classroom.notes_sized.connect(lambda size: self.preferred.emit({"notes_size": size}))
        classroom.screens_chosen.connect(lambda wish: self.preferred.emit(seating.kept(wish)))
        classroom.big_buttons_chosen.connect(lambda on: self.preferred.emit({"big_buttons": on}))
        classroom.screens_requested.connect(self._ask_screens)
        classroom.aloud.told.connect(self._say)
        classroom.ended.connect(self._keep_windows)
        classroom.ended.connect(self.ended)
        self.aside = Aside(classroom, self._desk, self._theme, self._parent)
        languages.preferred.connect(self.preferred)
        languages.attend(
            classroom,
            self._parent,
            lambda reads: self._store.record("class-reads", class_label=class_label, data=reads),
        )
        self._unlocking = Unlocking(classroom, self._school.console_lock, self._theme)
        self.classroom = classroom
        if preferences.timer_sound:
            from rse_lessons.ui.chime import Chime  # noqa: PLC0415  few wish it

            Chime(session, self._school.paths.cache, classroom)
        classroom.open()
        set_aside_soon(classroom)
        return True

    def tell(self, sentence: str) -> None:
        """Show a sentence of the records on the teacher's screen."""
        if self.classroom is not None:
            self.classroom.console.notice.say(tr("About your records"), sentence)

    def _say(self, title: str, words: str) -> None:
        """Say something where the teacher is; on the only screen it must be fit for the class."""
        if self.classroom is None:
            return
        if self.classroom.placement.alone:
            self._asked(Question(self._theme, title, words, [("", tr("Close"))], self._parent()))
        else:
            self.classroom.console.notice.say(title, words)

    def end(self) -> None:
        """End the lesson without asking."""
        if self.classroom is not None:
            classroom, self.classroom = self.classroom, None
            taught = classroom.session.seconds_in_lesson() - self._earlier
            # Where the class may still look at this screen, the report waits on the lesson's page.
            shown = self._school.preferences.lesson_report and not classroom.placement.alone
            self.to_report = self._lesson if shown and taught >= SITTING else None
            classroom.close()

    def _ask_screens(self) -> None:
        classroom = self.classroom
        if classroom is None:
            return
        wish = seating.ask(self._theme, self._screens, classroom.placement.wish, parent=self._parent())
        if wish is not None and self.classroom is classroom:
            classroom.placement.choose(wish)

    def _ask_end(self) -> None:
        classroom = self.classroom
        if classroom is None:
            return
        session, alone = classroom.session, classroom.placement.alone
        box = bool(session.class_label) and box_reached(session)
        place = session.index + 1, len(session.slides)
        asked = end_question(
            self._theme,
            *place,
            self._parent(),
            finished=session.finished,
            box=box,
            recorded=self.recorded,
            rehearsal=self.rehearsal,
        )
        answer = self._asked(asked)
        if answer:
            self.end()
        if answer == "box" and not (alone and self._asked(privacy_question(self._theme)) != "go"):
            self.box_requested.emit(session.class_label)

    def _show_keys(self) -> None:
        KeySheet(self._theme, self._school.preferences.keys, self._parent()).exec()

    def _ask_time_left(self) -> None:
        if self.classroom is None:
            return
        session = self.classroom.session
        asked = TimeLeft(
            self._theme,
            max(3, round(session.seconds_planned() / 60)),
            self._parent(),
            becomes=lambda minutes: plan_words(session, minutes),
        )
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

    def _keep_windows(self) -> None:
        """Remember where the window to share stood."""
        classroom = self.sender()
        if isinstance(classroom, Classroom) and classroom.placement.shared_at.size():
            windows = self._school.preferences.windows
            self.preferred.emit({"windows": seating.with_shared(windows, classroom.placement.shared_at)})

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
