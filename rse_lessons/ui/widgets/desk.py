"""The teacher's desk: the column at the left of every window. What lies on it is the window's."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme


def desk_width(theme: Theme, window: int) -> int:
    """Give the desk's width: 440, or 336 in a narrow window; larger text takes a larger share."""
    plain = 440 if window >= 1600 else 336
    return min(theme.px(plain), max(plain, round(window * 0.4)))


class Desk(QFrame):
    """A column that scrolls when it is taller than the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("desk", True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setProperty("ring", False)
        outer.addWidget(self._area)
        inside = QWidget()
        inside.setProperty("clear", True)
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(0)
        self._area.setWidget(inside)
        self.set_window_width(1280)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme

    def set_window_width(self, window: int) -> None:
        """Take the width that suits a window of this width."""
        margin = 40 if window >= 1600 else 26
        self.column.setContentsMargins(margin, 32 if window >= 1600 else 20, margin, 24)
        self.setFixedWidth(desk_width(self._theme, window))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never scroll sideways."""
        super().resizeEvent(event)
        self._area.horizontalScrollBar().setRange(0, 0)

    def sizeHint(self) -> QSize:
        """As high as it may be."""
        return QSize(self.width(), 400)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until `widget` is in sight; the keyboard may have gone to it."""
        self._area.ensureWidgetVisible(widget, 0, 16)

    def never_sideways(self) -> None:
        """Take the sideways scroll bar away for good; after the first paint."""
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
