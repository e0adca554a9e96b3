"""A thin line between two parts of a window; decoration only."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import fill


class Rule(QWidget):
    """One px high, as wide as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("rule"))
        painter.end()
