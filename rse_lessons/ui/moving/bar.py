"""How far something has come, for what takes longer than a moment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import box, smooth

_WHOLE = 1000


class Bar(QProgressBar):
    """A bar that fills; screen readers know it as one. Without a total only its words tell what goes on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextVisible(False)
        self.setRange(0, _WHOLE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_part(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        self.setValue(round(_WHOLE * min(1.0, done / total)) if total else 0)

    def sizeHint(self) -> QSize:
        """As wide as it may be, and thin."""
        return QSize(240, self._theme.px(12))

    def minimumSizeHint(self) -> QSize:
        """Never too short to be seen."""
        return QSize(80, self._theme.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove and what of it is filled."""
        theme = self._theme
        painter = smooth(QPainter(self))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_ = whole.height() / 2
        box(painter, whole, round_, fill=theme.colour("sunken"), edge=theme.colour("control-edge"), width=1)
        if self.value():
            filled = QRectF(whole)
            filled.setWidth(max(whole.height(), whole.width() * self.value() / _WHOLE))
            box(painter, filled, round_, fill=theme.colour("selected-edge"))
        painter.end()
