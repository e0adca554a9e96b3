"""The console's desk: the slide, what comes next, the timer, notes and stages, in one of three layouts.

`even` shows all of them, `notes` gives the notes most of the room, `slide` the slide. Where the window is
small or its text large, what is least needed goes; the stage is then said in the window's head.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rse_lessons.ui.console.covered import Covered
from rse_lessons.ui.console.notes import NotesPanel
from rse_lessons.ui.console.side import NextCard
from rse_lessons.ui.console.slide_frame import EDGE, SlideFrame
from rse_lessons.ui.console.stage_card import StageCard
from rse_lessons.ui.console.timer_card import TimerCard
from rse_lessons.ui.theme import Theme

EVEN, NOTES, SLIDE = "even", "notes", "slide"
BESIDE = 480
"""The least width at 100% for what comes next and the timer, side by side."""
LAYOUTS = (EVEN, SLIDE, NOTES)
"""In the order in which a key goes through them."""


@dataclass(frozen=True, slots=True)
class Cards:
    """What lies on the desk."""

    slide: SlideFrame
    stage: StageCard
    next: NextCard
    timer: TimerCard
    notes: NotesPanel
    covered: Covered


@dataclass(frozen=True, slots=True)
class Shape:
    """How a layout uses a window of some size."""

    left: int
    """Width of the column with the slide, in px."""
    stage: bool
    """Whether the stages have a card; else the window's head says where the lesson is."""
    next: bool
    compact: bool
    """Whether the timer is one low card, shown while it runs."""
    stacked: bool
    """Whether the timer stands below what comes next, and not beside it."""


def shape(
    layout: str, window: tuple[int, int], desk: tuple[int, int], head: int, px: Callable[[float], int]
) -> Shape:
    """Choose a shape: `window` and `desk` are width and height, `head` the height of the slide's tab."""
    width, height = window
    wide, tall = desk
    crowded = height < px(600) or width < px(1000)
    low = height < px(900)
    if layout == NOTES:
        left = max(wide * 34 // 100, min(px(400), wide * 40 // 100))
        return Shape(left, height >= px(780), not crowded, crowded or low, stacked=True)
    if layout == SLIDE:
        fits = (tall - head - 2 * EDGE) * 16 // 9 + 2 * EDGE
        left = min(wide * 76 // 100, max(fits, wide * 60 // 100))
        return Shape(left, stage=False, next=not crowded, compact=crowded or low, stacked=True)
    # What comes next and the timer stand side by side over the notes, and both need their room.
    left = wide * 55 // 100 if crowded else min(wide * 63 // 100, wide - px(BESIDE))
    return Shape(left, not crowded, not crowded, crowded, stacked=False)


class Desk(QWidget):
    """Puts the cards where the layout wants them."""

    stage_told = Signal(bool)
    """Whether the stages have a card of their own."""

    def __init__(self, theme: Theme, cards: Cards, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = cards
        self._layout_name = EVEN
        self._locked = False
        self._shape: Shape | None = None
        self._left, self._right = QWidget(self), QWidget(self)
        self._column, self._beside = QVBoxLayout(self._left), QVBoxLayout(self._right)
        self._side = QWidget(self._right)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._side)
        self._paper = QStackedWidget(self._right)
        self._build()

    def _build(self) -> None:
        px, cards = self._theme.px, self._cards
        for layout in (self._column, self._beside, self._pair):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(px(16))
        cards.timer.installEventFilter(self)
        self._pair.addWidget(cards.next, 11)
        self._pair.addWidget(cards.timer, 10)
        self._paper.addWidget(cards.notes)
        self._paper.addWidget(cards.covered)
        self._column.addWidget(cards.slide, 1)
        self._column.addWidget(cards.stage)
        self._column.addStretch(0)
        self._beside.addWidget(self._side)
        self._beside.addWidget(self._paper, 1)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the timer, which comes and goes by itself where there is little room."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_side()
        return False

    # What is wished

    @property
    def layout_name(self) -> str:
        """Which layout it is."""
        return self._layout_name

    def set_layout(self, name: str) -> None:
        """Take a layout: `even`, `notes` or `slide`."""
        self._layout_name = name if name in LAYOUTS else EVEN
        self.fit()

    def set_locked(self, *, locked: bool) -> None:
        """Show the slide alone, or all cards again."""
        self._locked = locked
        self.fit()
        self._right.setVisible(not locked)

    def cover_notes(self, *, covered: bool) -> None:
        """Cover the notes and what comes next, or show them again."""
        self._paper.setCurrentWidget(self._cards.covered if covered else self._cards.notes)
        self._show_next()

    @property
    def notes_covered(self) -> bool:
        """Whether the notes are covered."""
        return self._paper.currentWidget() is self._cards.covered

    # Fitting

    def minimumSizeHint(self) -> QSize:
        """Never push the window over its screen's edge, where the class may be looking."""
        return QSize(640, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give every card its room."""
        px, cards = self._theme.px, self._cards
        window = self.window()
        narrow = window.width() < px(1500)
        margin, gap = (px(20), px(20)) if narrow else (px(40), px(36))
        over, under = (px(12), px(12)) if narrow else (px(18), px(24))
        self._row.setContentsMargins(margin, over, margin, under)
        self._row.setSpacing(gap)
        wide, tall = self.width() - 2 * margin, self.height() - over - under
        head = cards.slide.tab.sizeHint().height()
        size = (window.width(), window.height())
        found = shape(self._layout_name, size, (wide - gap, tall), head, px)
        self._shape = found
        self._arrange(found)
        left = wide if self._locked else found.left
        self._left.setFixedWidth(max(240, left))
        # Both widths are set: what a card would like must not push one column over the other.
        self._right.setFixedWidth(max(160, wide - gap - found.left))
        cards.slide.setMaximumHeight(
            16777215 if cards.slide.text_shown else max(160, cards.slide.height_for(left))
        )
        cards.stage.setMinimumHeight(self._stage_height(tall))
        self.stage_told.emit(found.stage)

    def _arrange(self, found: Shape) -> None:
        """Put the cards into their columns, with what there is no room for left out."""
        px, cards = self._theme.px, self._cards
        notes = self._layout_name == NOTES
        crowded = not found.next
        column, place = (self._column, 1) if notes else (self._beside, 0)
        if column.indexOf(self._side) < 0:
            column.insertWidget(place, self._side)
        below = self._beside if notes else self._column
        if below.indexOf(cards.stage) < 0:
            below.insertWidget(1, cards.stage)
        down = QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(down if found.stacked else QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(12 if found.stacked else 24))
        self._beside.setSpacing(px(8 if crowded else 16))
        top = min(px(205), max(px(182), self.window().height() // 5))
        if found.stacked and found.compact:
            top = px(140)
        cards.next.setFixedHeight(max(top, self._spare(found)) if notes else top)
        room = found.left if notes else self.width() - found.left
        cards.timer.set_compact(found.compact, narrow=found.compact and room < px(440))
        cards.timer.setMinimumHeight(0 if found.compact else min(top, px(205)))
        cards.timer.setMaximumHeight(px(76) if found.compact else max(top, px(182)))
        cards.stage.setVisible(found.stage and not self._locked)
        cards.stage.labels.setVisible(self.window().height() >= px(780))
        self._show_next()

    def _spare(self, found: Shape) -> int:
        """Give the height that what comes next may have under a small slide."""
        px, gap = self._theme.px, self._column.spacing()
        margins = self._row.contentsMargins()
        tall = self.height() - margins.top() - margins.bottom() - self._cards.slide.height_for(found.left)
        timer = px(76) if found.compact else px(205)
        return min(found.left * 9 // 16 + px(28), tall - timer - 2 * gap - px(12))

    def _show_next(self) -> None:
        cards = self._cards
        shown = self._shape is not None and self._shape.next and not self._locked
        cards.next.setVisible(shown and not self.notes_covered)
        self._show_side()

    def _show_side(self) -> None:
        """Leave no gap where neither what comes next nor the timer is shown."""
        cards = self._cards
        self._side.setVisible(not self._locked and not (cards.next.isHidden() and cards.timer.isHidden()))

    def _stage_height(self, tall: int) -> int:
        """Let the stages end where the notes end, if only a little is left over under the slide."""
        cards = self._cards
        least = cards.stage.minimumSizeHint().height()
        spare = tall - self._column.spacing() - cards.slide.maximumHeight()
        under = self._layout_name == EVEN
        return spare if under and least < spare < least + self._theme.px(80) else least
