"""A page that is longer than the window: a column that scrolls, up and down only."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class _Inside(QWidget):
    """As high as its words need at the width that it has."""

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no height where it follows from the width: the least width would need a far greater one."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(0)
        hint.setWidth(0)  # nothing scrolls sideways: the page is as wide as the window, and never wider
        return hint


class PageArea(QScrollArea):
    """Scrolls what is put into `column`; the keyboard goes to what is inside, never to the area."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.inside = _Inside()
        self.inside.setProperty("clear", True)
        self.column = QVBoxLayout(self.inside)
        self.column.setSpacing(0)
        self.setWidget(self.inside)
