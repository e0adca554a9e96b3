"""What the parts of the page share: a heading, a sentence, a column that scrolls, cards and rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.following import follow_keyboard
from rse_lessons.ui.widgets.page_area import PageArea
from rse_lessons.ui.widgets.words import Words

MEASURE = 980
"""Pixels at 100 % beyond which lines would be too long to read."""
FIRST, MORE = 12, 24
"""Rows that are shown at first, and further ones each time somebody asks for more."""


class View(QWidget):
    """One part of the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.area = PageArea()
        self.column = self.area.column
        self.title = Words(theme, role="page", heading=True)
        self.about = Words(theme)
        self.column.addWidget(self.title)
        self.column.addSpacing(8)
        self.column.addWidget(self.about)
        self.column.addSpacing(20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        follow_keyboard(self.area, self.area.inside)

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for what is made from now on; what is there is told itself."""
        self.theme = theme
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the margins that suit its width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = 50 if self.width() >= 1100 else 28
        spare = max(0, self.width() - 2 * side - self.theme.px(MEASURE))
        self.column.setContentsMargins(side, 28, side + spare, 40)

    def swap(self, old: QWidget, rows: Sequence[QWidget], *, gap: int = 0) -> QWidget:
        """Put rows in the place of others, and give what holds them."""
        new = QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for row in rows:
            column.addWidget(row)
        self.column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.show()
        return new


class Card(QFrame):
    """A box with its parts one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 22, 28, 24)
        self.column.setSpacing(10)
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for what is made from now on; what is there is told itself."""
        self.theme = theme


def spaced(widget: QWidget, below: int) -> QWidget:
    """Give a widget room below, which goes when it is hidden."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(widget)
    spacer = _Spacer(widget, below)
    column.addWidget(spacer)
    return holder


class _Spacer(QWidget):
    """Empty room that is there while another widget is."""

    def __init__(self, of: QWidget, tall: int) -> None:
        super().__init__()
        self.setFixedHeight(tall)
        if of.isHidden():
            self.hide()
        of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)


def in_a_row(buttons: Sequence[Button], gap: int = 12) -> QWidget:
    """Set buttons beside one another, in as many lines as they need."""
    row = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    flow = Flow(row, gap=gap)
    for button in buttons:
        flow.addWidget(button)
    return row
