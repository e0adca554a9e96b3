"""Layouts that go on in a new line: as words do, or in as many equal columns as the width allows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from rse_lessons.ui.widgets.buttons import Button

_ANY = 1 << 20
"""A width that is never too little."""


class Flow(QLayout):
    """Keys, chips, buttons: in as many lines as the width asks for. Hidden widgets take no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; a button that is wider than the line says its words in several."""
        self._items.append(item)
        button = item.widget()
        if isinstance(button, Button):
            button.let_wrap()

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at `width`."""
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._set(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Ask for the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, rect: QRect, *, move: bool) -> int:
        x, y, tall = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > rect.width():
                size.setWidth(max(rect.width(), item.minimumSize().width()))
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                if move:
                    self._place(line, y, tall)
                line = []
                x, y, tall = rect.x(), y + tall + self._gap, 0
            line.append((item, x, size))
            x += size.width() + self._gap
            tall = max(tall, size.height())
        if move:
            self._place(line, y, tall)
        return y + tall - rect.y()

    @staticmethod
    def _place(line: list[tuple[QLayoutItem, int, QSize]], y: int, tall: int) -> None:
        """Put the items of one line beside each other, their middles at one height."""
        for item, x, size in line:
            item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))


class Columns(Flow):
    """Widgets beside each other in columns of one width, as many as `fitting` says for a width."""

    def __init__(self, fitting: Callable[[int], int], parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent, gap=gap)
        self._fitting = fitting

    def sizeHint(self) -> QSize:
        """Ask for as many columns as there may be."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        many = max(1, min(len(hints), self._fitting(_ANY)))
        width = many * max((hint.width() for hint in hints), default=0) + (many - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def _set(self, rect: QRect, *, move: bool) -> int:
        items = [item for item in self._items if not item.isEmpty()]
        if not items:
            return 0
        many = max(1, self._fitting(rect.width()))
        wide = (rect.width() - (many - 1) * self._gap) // many
        y = rect.y()
        for first in range(0, len(items), many):
            line = items[first : first + many]
            tall = max(self._height(item, wide) for item in line)
            for number, item in enumerate(line):
                if move:
                    item.setGeometry(QRect(rect.x() + number * (wide + self._gap), y, wide, tall))
            y += tall + self._gap
        return y - self._gap - rect.y()

    @staticmethod
    def _height(item: QLayoutItem, wide: int) -> int:
        tall = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
        return max(tall, item.minimumSize().height())
