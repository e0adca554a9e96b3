"""The teacher's window while presenting, put together from its parts.

It shows what it is given and asks for actions; `classroom` decides what happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Notes
from rse_lessons.ui.console.bottom import BottomBar, state_rules
from rse_lessons.ui.console.header import HeaderBar
from rse_lessons.ui.console.notes import NotesPanel
from rse_lessons.ui.console.notice import Notice
from rse_lessons.ui.console.overview import Overview
from rse_lessons.ui.console.side import NextCard
from rse_lessons.ui.console.slide_frame import SlideFrame
from rse_lessons.ui.console.stage_card import StageCard
from rse_lessons.ui.console.text_view import TextView
from rse_lessons.ui.console.timer_card import TimerCard
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.ring import Ring


class ConsoleWindow(QWidget):
    """This slide, the next, notes, stage and pace, timer, what the class sees, help."""

    key_pressed = Signal(QKeyEvent)
    requested = Signal(str)
    slide_chosen = Signal(int)
    close_requested = Signal()
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
        self.slide = SlideFrame(theme, self)
        self.text = TextView(theme, self)
        self.stage = StageCard(theme, self)
        self.next = NextCard(theme, self)
        self.timer = TimerCard(theme, self)
        self.notes = NotesPanel(theme, notes_size, self)
        self.notes.set_accent(band_colour.name())
        self.covered = _Covered(theme, self)
        self.bottom = BottomBar(theme, rebound, self)
        self.overview = Overview(theme, self)
        self.locked = False
        self._build()
        self._connect()
        self.setStyleSheet(state_rules(theme))
        self.retranslate()
        self.ring = Ring(self, theme)

    def _build(self) -> None:
        px = self._theme.px
        self._left = QVBoxLayout()
        self._left.setSpacing(px(16))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.slide)
        self._pages.addWidget(self.text)
        self._left.addWidget(self._pages, 1)
        self._left.addWidget(self.stage)
        self._left.addStretch(0)
        self._right = QWidget(self)
        self._cards = QGridLayout(self._right)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setHorizontalSpacing(px(24))
        self._cards.setVerticalSpacing(px(16))
        self._cards.addWidget(self.next, 0, 0)
        self._cards.addWidget(self.timer, 0, 1)
        self._paper = QStackedWidget(self._right)
        self._paper.addWidget(self.notes)
        self._paper.addWidget(self.covered)
        self._cards.addWidget(self._paper, 1, 0, 1, 2)
        self._cards.setRowStretch(1, 1)
        self._cards.setColumnStretch(0, 11)
        self._cards.setColumnStretch(1, 10)
        room = QWidget(self)
        self._desk = QHBoxLayout(room)
        self._desk.addLayout(self._left, 63)
        self._desk.addWidget(self._right, 37)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(room)
        self._stack.addWidget(self.overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bottom)

    def _connect(self) -> None:
        for part in (self.header, self.bottom, self.timer, self.notice):
            part.requested.connect(self.requested)
        self.stage.said.connect(self.header.show_pace)
        self.covered.asked.connect(lambda: self.cover_notes(covered=False))
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

    # What is shown

    def show_notes(self, notes: Notes | None) -> None:
        """Show a slide's notes."""
        self.notes.show_notes(notes)

    def cover_notes(self, *, covered: bool) -> None:
        """Cover the notes while the class may be looking at this screen, or show them again."""
        self._paper.setCurrentWidget(self.covered if covered else self.notes)

    @property
    def notes_covered(self) -> bool:
        """Whether the notes are covered."""
        return self._paper.currentWidget() is self.covered

    def show_text(self, lines: Sequence[tuple[str, str]] | None) -> None:
        """Show the slide as text, or with None as a picture again."""
        if lines is None:
            self._pages.setCurrentWidget(self.slide)
        else:
            self.text.show_lines(lines)
            self._pages.setCurrentWidget(self.text)

    @property
    def text_shown(self) -> bool:
        """Whether the slide is shown as text."""
        return self._pages.currentWidget() is self.text

    def show_overview(
        self, titles: Sequence[str], current: int, paint: Callable[[int, int], QPixmap]
    ) -> None:
        """Show every slide, to the teacher alone."""
        self._stack.setCurrentWidget(self.overview)
        self.overview.show_slides(titles, current, paint)

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

    def set_locked(self, *, locked: bool) -> None:
        """Hide everything but the slide, so that whoever passes by sees no notes."""
        self.locked = locked
        self.leave_overview()
        for part in (self.header, self._right):
            part.setVisible(not locked)
        self._fit()
        if locked:
            self.notice.say(
                tr("This screen is locked"),
                tr("Only the slide is shown here. Press K or the button to go on."),
                "lock",
                tr("Unlock"),
            )
        else:
            self.notice.hide()

    def _slide_chosen(self, index: int) -> None:
        self.leave_overview()
        self.slide_chosen.emit(index)

    def _is_crowded(self) -> bool:
        return self.height() < self._theme.px(600) or self.width() < self._theme.px(1000)

    def _stage_height(self) -> int:
        """Let the stages end where the notes end, if only a little is left over under the slide."""
        margins = self._desk.contentsMargins()
        bars = self.header.sizeHint().height() + self.bottom.sizeHint().height()
        bars += 0 if self.notice.isHidden() else self.notice.sizeHint().height()
        room = self.height() - bars - margins.top() - margins.bottom() - self._left.spacing()
        least, over = self.stage.minimumSizeHint().height(), room - self._pages.maximumHeight()
        return over if least < over < least + self._theme.px(80) else least

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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask instead of closing: a lesson ends on purpose only."""
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk margins that fit the window."""
        super().resizeEvent(event)
        self._fit()
        self.shaped.emit()

    def _fit(self) -> None:
        px = self._theme.px
        narrow = self.width() < px(1500)
        margin = px(20) if narrow else px(40)
        self._desk.setContentsMargins(
            margin, px(12) if narrow else px(18), margin, px(12) if narrow else px(24)
        )
        self._desk.setSpacing(px(20) if narrow else px(36))
        room = (self.width() - 2 * margin - self._desk.spacing()) * (55 if self._is_crowded() else 63) // 100
        if self.locked:  # the slide stands alone, and has all the room
            room = self.width() - 2 * margin
        self._pages.setMaximumHeight(max(240, self.slide.height_for(room)))
        top = min(px(205), max(px(182), self.height() // 5))
        self.next.setFixedHeight(top)
        self.timer.setFixedHeight(top)
        crowded = self._is_crowded()
        self.next.setVisible(not crowded)
        self.stage.setVisible(not crowded and not self.locked)
        self.stage.labels.setVisible(self.height() >= px(780))
        self.stage.setMinimumHeight(self._stage_height())
        self.header.set_crowded(crowded)
        self.timer.set_compact(crowded)
        for position, share in enumerate((55, 45) if crowded else (63, 37)):
            self._desk.setStretch(position, share)
        if crowded:
            self.timer.setMinimumHeight(0)
            self.timer.setMaximumHeight(px(76))
            self._cards.setVerticalSpacing(px(8))


class _Covered(QFrame):
    """Stands in for the notes while the class may be looking at this screen."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme.px
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(24))
        layout.setSpacing(px(16))
        layout.addWidget(self.words)
        layout.addWidget(self.button)
        layout.addStretch(1)

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        self.words.setText(
            tr(
                "The notes are covered, because the class may be able to see this screen now. If only you "
                "see it:"
            )
        )
        self.button.setText(tr("Show the notes"))
