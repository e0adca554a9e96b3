"""The grid of classes and lessons: rows of cards below the covers of their lessons."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rse_lessons.progress.views.grid import Cell, LessonLine
from rse_lessons.ui.progress.cards import RADIUS, Cards
from rse_lessons.ui.progress.model import GridModel, Shown
from rse_lessons.ui.progress.table import Held, PaintedTable
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.paint import advance, board, broken, fill, rounded, set_lines

_GAP = 14
_COVERS = QSize(72, 54), QSize(52, 39)
"""The size of a cover, and in narrow columns."""
_EDGE = 5
"""Room for the ring at the left of the first column."""
_RIGHT = 36
"""Free at the right, beside the scroll bar."""
_NARROWEST = 172
_WIDEST = 300
_BESIDE = 4
"""So many lessons share the room; the others are scrolled to. Where fewer have room, they go on below."""
_COMING = 4
"""Lines of what comes next for a class; a title that needs more is left to those who read the cell."""


class GridTable(PaintedTable):
    """Classes and lessons, to look at and to open."""

    def __init__(self, theme: Theme, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self._covers = covers
        self._hands = True
        self._tall: dict[int, int] = {}
        self._cards = Cards(theme, self.grid.shown.today)
        covers.drawn.connect(self.viewport().update)

    def show_grid(self, shown: Shown, *, hands: bool) -> None:
        """Show another grid, the keyboard staying where it was; `hands` shows bars of them."""
        self._hands = hands
        self._staying(lambda: self.grid.show(shown))
        self.measure()

    def _staying(self, change: Callable[[], None]) -> None:
        """Change what is shown, the keyboard staying at its class and lesson."""
        now = self.currentIndex()
        cell, row = (self.grid.cell(now), self.grid.known(now.row())) if now.isValid() else (None, None)
        change()
        if row is not None:
            again = self.grid.find(row.known.label, cell.lesson if cell else "")
            if again.isValid():
                self.setCurrentIndex(again)

    def is_head(self, row: int) -> bool:
        """Whether a row holds lessons."""
        return self.grid.is_head(row)

    def current(self) -> Cell | None:
        """Give the cell that the keyboard is at, if it is one."""
        now = self.currentIndex()
        return self.grid.cell(now) if now.isValid() else None

    # Sizes

    def measure(self) -> None:
        """Give the class a column, share out the rest, and make rows as high as their words."""
        if not hasattr(self, "grid"):
            return
        px = self.theme.px
        shown, ratio = self.grid.shown, self.devicePixelRatioF()
        self._cards = Cards(self.theme, shown.today, shown.grid.most, hands=self._hands, ratio=ratio)
        room = self.viewport().width()
        first = min(px(220 if room > px(1000) else 168), max(px(110), round(room * 0.34)))
        first = max(first, min(self._longest() + _EDGE + px(_GAP) + 1, room - _RIGHT - px(_NARROWEST)))
        self._fold(room - first - _RIGHT)
        lessons = self.grid.columnCount() - 1
        share = (room - first - _RIGHT) // max(1, min(lessons, _BESIDE))
        wide = min(px(_WIDEST), max(px(_NARROWEST), share))
        self._tall.clear()
        self.setColumnWidth(0, first)
        for column in range(1, lessons + 1):
            self.setColumnWidth(column, wide)
        for row in range(self.grid.rowCount()):
            tall = self._head_height(row, wide) if self.is_head(row) else self._row_height(row, wide)
            self.setRowHeight(row, tall)
        self.viewport().update()

    def _longest(self) -> int:
        """Give the width of the longest word that a section's ages and their name have."""
        bold, longest = self.theme.font(19, bold=True), 0.0
        for row in filter(self.is_head, range(self.grid.rowCount())):
            phase = self.grid.shown.phases.get(self.grid.section(row).band, "")
            for words, font in ((self.grid.heading(row), bold), (phase, self._cards.small)):
                longest = max([longest, *(advance(word, font) for word in words.split())])
        return math.ceil(longest)

    def _fold(self, room: int) -> None:
        """Where few lessons have room, let the others go on below: nothing scrolls sideways for them."""
        most = max((len(section.lessons) for section in self.grid.shown.grid.sections), default=0)
        fit = max(1, room // self.theme.px(_NARROWEST))
        across = fit if fit < min(most, _BESIDE) else 0
        if across != self.grid.across:
            self._staying(lambda: self.grid.fold(across))

    def _row_height(self, row: int, wide: int) -> int:
        """Give the height of a class: as high as what its cells say."""
        px, known = self.theme.px, self.grid.known(row)
        tall = float(px(112 if self._hands else 76))
        if known is not None:
            lines = zip(known.cells, self.grid.section(row).lessons, strict=False)
            said = [self._cards.tall(cell, line, wide - px(_GAP)) for cell, line in lines]
            label, below = self._class_lines(row)
            said.append(len(label) * px(28) + len(below) * self._cards.line)
            tall = max(tall, max(said) + px(16))
        return math.ceil(tall) + px(12)

    def _class_lines(self, row: int) -> tuple[list[str], list[str]]:
        """Give the lines of a class's name, and of what comes next; too many of these are left out."""
        known = self.grid.known(row)
        room = self.columnWidth(0) - _EDGE - self.theme.px(_GAP + 26)
        label = broken(known.known.label, self.theme.font(21, bold=True), room) if known else []
        below = broken(self.grid.coming(row), self._cards.small, room)
        return label, below if len(below) <= _COMING else []

    def _head_height(self, row: int, wide: int) -> int:
        px = self.theme.px
        ages, phase = self._ages(row)
        tall = max(self._lessons_height(row, wide), len(ages) * px(26) + len(phase) * self._cards.line)
        return tall + px(36 if row else 16)

    def _lessons_height(self, row: int, wide: float) -> int:
        """Give the height of the covers and titles of a section; worked out once for a measuring."""
        if row not in self._tall:
            lines = (len(self._title(line, wide)) for line in self.grid.beside(row))
            self._tall[row] = max(self._cover(wide).height(), max(lines, default=1) * self._cards.line)
        return self._tall[row]

    def _cover(self, wide: float) -> QSize:
        large, small = _COVERS
        size = large if wide >= self.theme.px(236) else small
        return QSize(self.theme.px(size.width()), self.theme.px(size.height()))

    def _title(self, line: LessonLine, wide: float) -> list[str]:
        return broken(line.title, self._cards.bold, wide - self.theme.px(_GAP) - self._taken(line, wide))

    def _taken(self, line: LessonLine, wide: float) -> int:
        """Give the room of a cover before its title; none where a word of the title needs it."""
        taken = self._cover(wide).width() + self.theme.px(12)
        longest = max((advance(word, self._cards.bold) for word in line.title.split()), default=0.0)
        return taken if longest <= wide - self.theme.px(_GAP) - taken else 0

    # Painting

    def paint_cell(self, painter: QPainter, rect: QRectF, index: QModelIndex, held: Held) -> None:
        """Paint a class, a lesson or a cell."""
        px = self.theme.px
        row, line, cell = self.grid.known(index.row()), self.grid.lesson(index), self.grid.cell(index)
        if row is None:
            self._paint_head(painter, rect, index, held)
            return
        card = rect.adjusted(0 if index.column() else _EDGE, 4, -px(_GAP), 4 - px(12))
        if index.column() == 0:
            self._paint_class(painter, card, index, held)
        elif cell is not None and line is not None:
            self._cards.cell(painter, card, cell, line, hovered=held.hovered)
        if held.focused:
            self.paint_ring(painter, card, px(RADIUS))

    def _paint_class(self, painter: QPainter, card: QRectF, index: QModelIndex, held: Held) -> None:
        theme, px = self.theme, self.theme.px
        row = self.grid.known(index.row())
        if row is None:
            return
        if held.hovered:
            fill(painter, rounded(card, px(RADIUS)), theme.colour("hover"))
        fill(
            painter,
            board(QRectF(card.left(), card.top(), px(10), card.height()), 2, 3),
            theme.band(row.known.band).mark,
        )
        left = card.left() + px(26)
        font = theme.font(21, bold=True)
        label, below = self._class_lines(index.row())
        top = card.top() + (card.height() - len(label) * px(28) - len(below) * self._cards.line) / 2
        end = set_lines(painter, label, font, colour=theme.colour("text"), at=(left, top), height=px(28))
        soft = theme.colour("text-soft")
        set_lines(painter, below, self._cards.small, colour=soft, at=(left, end), height=self._cards.line)

    def _paint_head(self, painter: QPainter, rect: QRectF, index: QModelIndex, held: Held) -> None:
        theme, px = self.theme, self.theme.px
        inside = rect.adjusted(0 if index.column() else _EDGE, 0, -px(_GAP), -px(8))
        if index.column() == 0:
            self._paint_ages(painter, inside, index.row())
            return
        line = self.grid.lesson(index)
        if line is None:
            return
        size = self._cover(rect.width())
        lines = self._title(line, rect.width())
        tall = self._lessons_height(index.row(), rect.width())
        card = QRectF(inside.left(), inside.bottom() - tall, inside.width(), tall)
        if held.hovered:
            fill(painter, rounded(card.adjusted(-4, -4, 4, 4), px(RADIUS)), theme.colour("hover"))
        taken = self._taken(line, rect.width())
        if taken:
            path = self.grid.shown.covers.get(line.id)
            book = self._covers.book(path, line.band, size, self.devicePixelRatioF(), theme)
            painter.drawPixmap(QPointF(card.left(), card.top() + (tall - size.height()) / 2), book)
        top = card.top() + (tall - len(lines) * self._cards.line) / 2
        at = (card.left() + taken, top)
        set_lines(
            painter, lines, self._cards.bold, colour=theme.colour("text"), at=at, height=self._cards.line
        )
        if held.focused:
            self.paint_ring(painter, card, px(6))

    def _paint_ages(self, painter: QPainter, inside: QRectF, row: int) -> None:
        theme, px = self.theme, self.theme.px
        ages, phase = self._ages(row)
        top = inside.bottom() - len(ages) * px(26) - len(phase) * self._cards.line
        at, font = (inside.left(), top), theme.font(19, bold=True)
        end = set_lines(painter, ages, font, colour=theme.colour("text"), at=at, height=px(26))
        soft, at = theme.colour("text-soft"), (inside.left(), end)
        set_lines(painter, phase, self._cards.small, colour=soft, at=at, height=self._cards.line)

    def _ages(self, row: int) -> tuple[list[str], list[str]]:
        """Give the lines of a section's ages, and of what the nation calls them."""
        room = self.columnWidth(0) - _EDGE - self.theme.px(_GAP)
        phase = self.grid.shown.phases.get(self.grid.section(row).band, "")
        ages = broken(self.grid.heading(row), self.theme.font(19, bold=True), room)
        return ages, broken(phase, self._cards.small, room) if phase else []
