"""The teacher's desk: the column at the left of every window. What lies on it is the window's."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme, bar_sheet
from rse_lessons.ui.widgets.paint import fill
from rse_lessons.ui.widgets.rule import Rule

RING = 6
"""Room for the ring of the keyboard."""
OVERHANG = 10
"""How far a ledge stands out at both sides of what lies below it."""


def desk_width(theme: Theme, window: int) -> int:
    """Give the desk's width: 440, or 336 in a narrow window; larger text takes a larger share."""
    plain = 440 if window >= 1600 else 336
    return min(theme.px(plain), max(plain, round(window * 0.4)))


class Desk(QFrame):
    """A column that scrolls when it is taller than the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setProperty("ring", False)
        outer.addWidget(self._area, 1)
        self.foot = QVBoxLayout()
        """Stays in sight below what scrolls."""
        self.foot.setSpacing(0)
        outer.setSpacing(0)
        self._foot_line = Rule(theme)
        self._foot_line.hide()
        outer.addWidget(self._foot_line)
        outer.addLayout(self.foot)
        inside = QWidget()
        inside.setProperty("clear", True)
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(0)
        self._area.setWidget(inside)
        self._inside = inside
        self._area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._set_margins())
        Desk.set_theme(self, theme)
        self.set_window_width(1280)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Window, theme.colour("surface"))
        self.setPalette(colours)
        self._area.verticalScrollBar().setStyleSheet(bar_sheet(theme))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the desk's top and its edge."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        edge = QRect(self.width() - 1, 0, 1, self.height())
        fill(painter, edge, self._theme.colour("rule"))
        painter.end()

    def set_window_width(self, window: int) -> None:
        """Take the width that suits a window of this width."""
        self._wide = window >= 1600
        self.setFixedWidth(desk_width(self._theme, window))
        self._set_margins()

    def _set_margins(self) -> None:
        # The scroll bar stands in the margin, so that its coming and going moves nothing.
        bar = self._area.verticalScrollBar()
        side = (40 if self._wide else 26) - OVERHANG
        # What is left is enough for the ring.
        taken = min(bar.sizeHint().width(), side - RING) if bar.maximum() > 0 else 0
        self.column.setContentsMargins(side, 32 if self._wide else 20, side - taken, 24)
        if not self._foot_line.isHidden():
            self.foot.setContentsMargins(side + OVERHANG, 16, side + OVERHANG, 24 if self._wide else 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never scroll sideways, whatever a language asks for."""
        super().resizeEvent(event)
        self._inside.setMaximumWidth(max(1, self.width() - 1))
        self._area.horizontalScrollBar().setRange(0, 0)

    def sizeHint(self) -> QSize:
        """As high as it may be."""
        return QSize(self.width(), 400)

    def put(self, widget: QWidget) -> None:
        """Lay a widget on the desk, within the width of a book."""
        row = QHBoxLayout()
        row.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        row.addWidget(widget)
        self.column.addLayout(row)

    def show_foot(self, *, shown: bool) -> None:
        """Part what stays in sight from what scrolls, while there is anything that stays."""
        self._foot_line.setVisible(shown)
        self._set_margins()
        if not shown:
            self.foot.setContentsMargins(0, 0, 0, 0)

    def room(self) -> int:
        """Give the width of what lies on the desk."""
        return self.width() - 1 - 2 * (40 if self._wide else 26)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until `widget` is in sight; the keyboard may have gone to it."""
        self._area.ensureWidgetVisible(widget, 0, 16)

    def begin(self) -> None:
        """After the first picture: let Tab go to what lies on the desk only, and never scroll sideways."""
        self._area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        from rse_lessons.ui.widgets.following import follow_keyboard  # noqa: PLC0415  imported late: start-up

        follow_keyboard(self._area, self._inside)
