"""A table that paints itself: cards instead of cells, its first column and its heads kept in sight.

It is a `QTableView`, so that keyboard and screen readers have rows, columns and cells; what stands in a cell
is painted by whoever makes a table of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from rse_lessons.ui.theme import Theme, bar_sheet
from rse_lessons.ui.widgets.paint import fill, pen, rounded, smooth

Index = QModelIndex | QPersistentModelIndex
LARGEST = 6000
"""Pixels of a picture of a whole table, across or down; a larger one is made smaller."""


class Held(NamedTuple):
    """How a cell is held just now."""

    focused: bool = False
    hovered: bool = False


class PaintedTable(QTableView):
    """Says through `opened` which cell was pressed; a row that `is_head` says is one stays at the top."""

    opened = Signal(QModelIndex)
    """The index of a cell that was pressed, or entered from the keyboard."""
    pinned = True
    """Whether the first column stays in sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._hovered: tuple[int, int] = (-1, -1)
        self._typed, self._since = "", QElapsedTimer()
        self.by_keys = False
        """Whether what is being opened was entered from the keyboard."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        corner = QWidget()
        corner.setProperty("clear", True)
        self.setCornerWidget(corner)
        self.clicked.connect(self.opened)
        self._dress()

    def _dress(self) -> None:
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(bar_sheet(self.theme))
            bar.setSingleStep(self.theme.px(40))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._dress()
        self.measure()

    # What a table of this kind says

    def measure(self) -> None:
        """Give columns and rows their sizes at this width."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: QModelIndex, held: Held) -> None:
        """Paint one cell into its place."""

    def is_head(self, row: int) -> bool:
        """Whether a row is a heading of the rows below it."""
        return row < 0

    def searched(self, index: QModelIndex) -> str:
        """Give the words by which a row is found when they are typed."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells in sight, then what stays in sight over them."""
        painter = smooth(QPainter(self.viewport()))
        area = event.rect()
        left, top = self.taken()
        painter.save()
        painter.setClipRect(area.intersected(self.viewport().rect().adjusted(left, top, 0, 0)))
        for row in self._rows(area):
            for column in self._columns(area):
                index = self.model().index(row, column)
                self._paint(painter, self.visualRect(index), index)
        painter.restore()
        if left or top:
            self._paint_pinned(painter, area, left, top)
        painter.end()

    def _paint_pinned(self, painter: QPainter, area: QRect, left: int, top: int) -> None:
        view = self.viewport().rect()
        ground = self.theme.colour("ground")
        if left:
            fill(painter, QRect(0, 0, left, view.height()), ground)
            for row in self._rows(area):
                index = self.model().index(row, 0)
                rect = self.visualRect(index)
                self._paint(painter, QRect(0, rect.top(), rect.width(), rect.height()), index)
            fill(painter, QRect(left - 1, 0, 1, view.height()), self.theme.colour("rule"))
        row = self._head()
        if top and row >= 0:
            fill(painter, QRect(0, 0, view.width(), top), ground)
            whole = self.rowHeight(row)
            for column in self._columns(area):
                index = self.model().index(row, column)
                across = self.visualRect(index)
                self._paint(painter, QRect(across.left(), top - whole, across.width(), whole), index)
            if left:
                fill(painter, QRect(0, 0, left, top), ground)
                index = self.model().index(row, 0)
                self._paint(painter, QRect(0, top - whole, self.columnWidth(0), whole), index)
            fill(painter, QRect(0, top - 1, view.width(), 1), self.theme.colour("rule"))

    def _paint(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:
        now = self.currentIndex()
        focused = now == index and self.hasFocus()
        self.paint_cell(
            painter, QRectF(rect), index, Held(focused, self._hovered == (index.row(), index.column()))
        )

    def paint_ring(self, painter: QPainter, card: QRectF, radius: float) -> None:
        """Paint the ring of the keyboard round a card, two px outside it."""
        path = rounded(card.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3.5)
        painter.strokePath(path, pen(self.theme.colour("focus"), 3))

    def _rows(self, area: QRect) -> Iterator[int]:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first >= 0:
            yield from range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def _columns(self, area: QRect) -> Iterator[int]:
        first, last = self.columnAt(area.left()), self.columnAt(area.right())
        if first >= 0:
            yield from range(first, (last if last >= 0 else self.model().columnCount() - 1) + 1)

    # What stays in sight

    def _head(self) -> int:
        """Give the heading of the rows at the top; -1 while it is in its own place."""
        row = self.rowAt(0)
        while row >= 0 and not self.is_head(row):
            row -= 1
        return row if row >= 0 and self.rowViewportPosition(row) < 0 else -1

    def taken(self) -> tuple[int, int]:
        """Give how much of the view the first column and the heading take, at its left and at its top."""
        left = self.columnWidth(0) if self.pinned and self.horizontalScrollBar().value() > 0 else 0
        head = self._head()
        if head < 0 or self.rowHeight(head) > self.viewport().height() / 2:
            return left, 0
        top = self.rowHeight(head)
        row = self.rowAt(0) + 1
        # The next heading pushes this one out.
        while row < self.model().rowCount() and self.rowViewportPosition(row) < top:
            if self.is_head(row):
                return left, max(0, self.rowViewportPosition(row))
            row += 1
        return left, top

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """Give the cell that is seen there, also where it stays in sight over another."""
        left, top = self.taken()
        column = 0 if pos.x() < left else self.columnAt(pos.x())
        row = self._head() if pos.y() < top else self.rowAt(pos.y())
        return self.model().index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll until the cell stands in the part of the view that nothing covers."""
        rect, view = self.visualRect(index), self.viewport().rect()
        if not index.isValid() or rect.isEmpty():
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if not (self.pinned and index.column() == 0):
            least = self.columnWidth(0) if self.pinned else 0
            across.setValue(across.value() + _shift(rect.left() - least, rect.right(), view.right()))
        if not self.is_head(index.row()):
            over = self._head_of(index.row())
            least = self.rowHeight(over) if over >= 0 else 0
            if least > view.height() / 2:
                least = 0
            down.setValue(down.value() + _shift(rect.top() - least, rect.bottom(), view.bottom()))
        else:
            down.setValue(down.value() + _shift(rect.top(), rect.bottom(), view.bottom()))
        del hint

    def _head_of(self, row: int) -> int:
        while row >= 0 and not self.is_head(row):
            row -= 1
        return row

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew what stays in sight."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    # The keyboard and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, or with Space when no word is being typed."""
        key = event.key()
        opens = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (opens or (key == Qt.Key.Key_Space and not self._typing())) and self.currentIndex().isValid():
            self.by_keys = True
            self.opened.emit(self.currentIndex())
            self.by_keys = False
            return
        super().keyPressEvent(event)

    def _typing(self) -> bool:
        wait = QApplication.styleHints().keyboardInputInterval() if QApplication.instance() else 400
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < 2 * wait

    def keyboardSearch(self, search: str) -> None:
        """Go to the row whose words begin with what is being typed."""
        self._typed = self._typed + search.casefold() if self._typing() else search.casefold()
        self._since.restart()
        model, now = self.model(), self.currentIndex()
        column = max(0, now.column())
        rows = model.rowCount()
        again = len(set(self._typed)) == 1
        words = self._typed[:1] if again else self._typed
        start = max(0, now.row()) + (1 if again else 0)
        for step in range(rows):
            row = (start + step) % rows
            if self.searched(model.index(row, 0)).casefold().startswith(words):
                there = model.index(row, column)
                usable = there.flags() & Qt.ItemFlag.ItemIsEnabled
                self.setCurrentIndex(there if usable else model.index(row, 0))
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a cell to begin with."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def go_to_first(self) -> None:
        """Give the keyboard the first cell that can be opened."""
        model = self.model()
        for row in range(model.rowCount()):
            if not self.is_head(row) and model.index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(model.index(row, 0))
                return

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Paint the ring round another cell."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the card under the mouse."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the card."""
        super().leaveEvent(event)
        self._hover((-1, -1))

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self._hovered:
            self._hovered = place
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew; what has the keyboard stays in sight if it was."""
        now, before = self.currentIndex(), QRect(QPoint(0, 0), event.oldSize())
        seen = now.isValid() and before.contains(self.visualRect(now).center())
        super().resizeEvent(event)
        self.measure()
        if seen:
            self.scrollTo(self.currentIndex())

    # All of it

    def picture(self) -> QImage:
        """Paint all of the table, what has scrolled away too."""
        wide = sum(self.columnWidth(column) for column in range(self.model().columnCount()))
        tall = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        factor = min(2.0, LARGEST / max(1, wide), LARGEST / max(1, tall))
        image = QImage(max(1, round(wide * factor)), max(1, round(tall * factor)), QImage.Format.Format_RGB32)
        image.fill(self.theme.colour("ground"))
        painter = smooth(QPainter(image))
        painter.scale(factor, factor)
        top = 0
        for row in range(self.model().rowCount()):
            left = 0
            for column in range(self.model().columnCount()):
                rect = QRectF(left, top, self.columnWidth(column), self.rowHeight(row))
                self.paint_cell(painter, rect, self.model().index(row, column), Held())
                left += self.columnWidth(column)
            top += self.rowHeight(row)
        painter.end()
        return image


def _shift(start: int, end: int, view: int) -> int:
    """Say how far to scroll to what lies from `start`, counted where nothing is covered, to `end`."""
    if start < 0:
        return start
    return min(end - view, start) if end > view else 0
