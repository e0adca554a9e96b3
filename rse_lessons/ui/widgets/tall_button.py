"""A button of several lines, which paints itself and is as high as its words need at its width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LAID_OUT = 160
"""Pixels from which on a width was given by a layout; a button that was never laid out is narrower."""


class TallButton(QPushButton):
    """What a row of a list is made from: `heightForWidth` and `paintEvent` are its own."""

    moved = Signal(int)
    """An arrow key: 1 for the next one, -1 for the one before; only where `MOVES` says so."""

    CORNER = 10
    WIDE = 280
    """Pixels that it asks for before it was laid out."""
    LEAST = (140, 44)
    """Width and height at 100% that it needs for a word or two."""
    MOVES = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        self.setProperty("corner", theme.px(self.CORNER))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(self.CORNER))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long words take another line."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = self.width() if self.width() > _LAID_OUT else self.WIDE
        return QSize(self.WIDE, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a word or two."""
        return QSize(*map(self._theme.px, self.LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour with the arrows."""
        step = _STEPS.get(Qt.Key(event.key())) if self.MOVES else None
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)
