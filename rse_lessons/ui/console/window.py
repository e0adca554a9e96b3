"""The teacher's window while presenting, put together from its parts.

It shows what it is given and asks for actions; `classroom` decides what happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMoveEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Notes
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.console.bottom import BottomBar, state_rules
from rse_lessons.ui.console.covered import Covered
from rse_lessons.ui.console.desk import Cards, Desk
from rse_lessons.ui.console.header import HeaderBar
from rse_lessons.ui.console.notes import NotesPanel
from rse_lessons.ui.console.notice import Notice
from rse_lessons.ui.console.overview import Mark, Overview
from rse_lessons.ui.console.side import NextCard
from rse_lessons.ui.console.slide_frame import SlideFrame
from rse_lessons.ui.console.stage_card import StageCard
from rse_lessons.ui.console.timer_card import TimerCard
from rse_lessons.ui.locales import say_in
from rse_lessons.ui.slide.said import Spoken
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.ring import Ring


class ConsoleWindow(QWidget):
    """This slide, the next, notes, stage and pace, timer, what the class sees, help."""

    key_pressed = Signal(QKeyEvent)
    requested = Signal(str)
    slide_chosen = Signal(int)
    close_requested = Signal()
    moved = Signal()
    """The window stands elsewhere on the desktop."""
    overlooked = Signal()
    """Others may see this window now, or may no longer."""
    shaped = Signal()
    """The window took another shape, so pictures painted ahead are gone."""

    def __init__(
        self, theme: Theme, band_colour: QColor, rebound: Mapping[str, tuple[str, ...]], notes_size: int
    ) -> None:
        super().__init__()
        self.setObjectName("console")
        self.setProperty("room", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.header = HeaderBar(theme, band_colour, self)
        self.notice = Notice(theme, self)
        self.lock_notice = Notice(theme, self)
        self.slide = SlideFrame(theme, self, rebound)
        self.text = self.slide.text
        self.stage = StageCard(theme, self)
        self.next = NextCard(theme, self)
        self.timer = TimerCard(theme, self)
        self.notes = NotesPanel(theme, notes_size, self)
        self.notes.set_accent(band_colour.name())
        self.covered = Covered(theme, self)
        self.bottom = BottomBar(theme, rebound, self)
        self.overview = Overview(theme, self)
        self.locked = False
        self._build()
        self._connect()
        self.setStyleSheet(state_rules(theme))
        self.retranslate()
        self.ring = Ring(self, theme)

    def _build(self) -> None:
        cards = Cards(self.slide, self.stage, self.next, self.timer, self.notes, self.covered)
        self.desk = Desk(self._theme, cards, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.lock_notice)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bottom)

    def _connect(self) -> None:
        slide = (self.slide.tools, self.slide.read)
        for part in (self.header, self.bottom, self.timer, self.notice, self.lock_notice, self.notes, *slide):
            part.requested.connect(self.requested)
        self.stage.said.connect(self.header.show_pace)
        self.desk.stage_told.connect(lambda told: self.header.set_crowded(not told))
        self.covered.asked.connect(lambda: self.requested.emit("show-notes"))
        self.stage.lost_time_requested.connect(lambda: self.requested.emit("lost-time"))
        self.notes.size_requested.connect(
            lambda step: self.requested.emit("notes-larger" if step > 0 else "notes-smaller")
        )
        self.overview.left.connect(self.leave_overview)
        self.overview.chosen.connect(self._slide_chosen)

    def retranslate(self) -> None:
        """Put every part's words into the interface's language."""
        self.setWindowTitle(tr("RSE Lessons: your screen"))
        for part in (
            self.header,
            self.stage,
            self.next,
            self.notes,
            self.bottom,
            self.overview,
            self.covered,
        ):
            part.retranslate()

    def read_in(self, language: str) -> None:
        """Say what is the lesson's on this screen in the teacher's language."""
        for part in (self.notes, self.header.title, self.next):
            say_in(part, language)

    # What is shown

    def show_state(self, shows: Shows, sentence: str, elsewhere: str, *, slide: int, slides: int) -> None:
        """Say what the class sees: on the slide, and `elsewhere`; slide numbers are counted from 0."""
        self.slide.show_state(shows, sentence, slide=slide, slides=slides)
        self.overview.show_state(shows, elsewhere)
        self.bottom.show_state(shows)

    def show_notes(self, notes: Notes | None) -> None:
        """Show a slide's notes."""
        self.notes.show_notes(notes)

    def cover_notes(self, *, covered: bool) -> None:
        """Cover the notes while the class may be looking at this screen, or show them again."""
        if covered != self.desk.notes_covered:
            self.desk.cover_notes(covered=covered)
            self.overlooked.emit()

    @property
    def notes_covered(self) -> bool:
        """Whether the notes are covered."""
        return self.desk.notes_covered

    def show_text(self, lines: Sequence[Spoken] | None) -> None:
        """Show the slide as text, or with None as a picture again."""
        self.slide.show_text(lines)
        self.desk.fit()

    @property
    def text_shown(self) -> bool:
        """Whether the slide is shown as text."""
        return self.slide.text_shown

    def show_overview(
        self,
        titles: Sequence[str],
        current: int,
        paint: Callable[[int, int], QPixmap],
        marks: Mapping[int, Mark],
    ) -> None:
        """Show every slide, to the teacher alone."""
        self._stack.setCurrentWidget(self.overview)
        self.overview.show_slides(titles, current, paint, marks)

    def leave_overview(self) -> bool:
        """Go back to the slide; False when it was not left."""
        if self._stack.currentWidget() is not self.overview:
            return False
        self._stack.setCurrentIndex(0)
        self.setFocus()
        return True

    @property
    def overview_shown(self) -> bool:
        """Whether every slide is shown."""
        return self._stack.currentWidget() is self.overview

    def set_locked(self, *, locked: bool, passcode: bool = False) -> None:
        """Hide everything but the slide, so that whoever passes by sees no notes."""
        self.locked = locked
        self.leave_overview()
        self.show_text(None)
        self.header.setVisible(not locked)
        self.notice.hold(held=locked)
        self.desk.set_locked(locked=locked)
        self.bottom.set_locked(locked=locked)
        self.slide.set_locked(locked=locked)
        if locked:
            self.setFocus()
            how = tr("Only the slide is shown here. Press K or the button to go on.")
            if passcode:
                how = tr("Only the slide is shown here. Press K or the button, then type your passcode.")
            self.lock_notice.say(tr("This screen is locked"), how, "lock", tr("Unlock"))
        else:
            self.lock_notice.hide()

    def _slide_chosen(self, index: int) -> None:
        self.leave_overview()
        self.slide_chosen.emit(index)

    # Qt's own

    def focusNextPrevChild(self, following: bool) -> bool:
        """Leave Tab to its action until the keyboard is among the buttons."""
        if self.focusWidget() in (None, self) and not self.text_shown:
            return False
        moved = super().focusNextPrevChild(following)
        # Round and round the buttons: the window itself is where keys turn slides, and Esc goes there.
        return super().focusNextPrevChild(following) if self.hasFocus() else moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys to whoever gives the lesson."""
        self.key_pressed.emit(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell that the window may be on another screen."""
        super().moveEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask instead of closing: a lesson ends on purpose only."""
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the new shape."""
        super().resizeEvent(event)
        self.shaped.emit()
        self.moved.emit()
