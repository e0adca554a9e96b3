"""A theme to choose, shown as a small window painted in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from rse_lessons.ui.theme import Theme, load_theme
from rse_lessons.ui.widgets.choice_row import ChoiceRow
from rse_lessons.ui.widgets.paint import board, box, rounded


class ThemeSample(ChoiceRow):
    """A choice whose picture is the library in small: the desk, a shelf, two books."""

    PICTURE = 84

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the small window; for the system's theme, light and dark beside each other."""
        painter.save()
        painter.setClipPath(rounded(rect, self._theme.px(6)))
        if self.choice.value == "system":
            paint_small(painter, rect, load_theme("light", self._theme.scale))
            half = QPainterPath()
            half.moveTo(rect.left() + rect.width() * 0.62, rect.top())
            half.lineTo(rect.topRight())
            half.lineTo(rect.bottomRight())
            half.lineTo(rect.left() + rect.width() * 0.42, rect.bottom())
            painter.setClipPath(half, Qt.ClipOperation.IntersectClip)
            paint_small(painter, rect, load_theme("dark", self._theme.scale))
        else:
            paint_small(painter, rect, load_theme(self.choice.value, self._theme.scale))
        painter.restore()
        edge = self._theme.colour("control-edge" if not self.isChecked() else "selected-edge")
        if self._theme.high_contrast and self.isChecked():
            edge = self._theme.colour("on-selected")
        box(painter, rect, self._theme.px(6), edge=edge, width=1.5)


def paint_small(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint the library in small into `rect`, in the colours of `theme`."""
    px = theme.px
    painter.fillRect(rect, theme.colour("ground"))
    desk = QRectF(rect.left(), rect.top(), rect.width() * 0.34, rect.height())
    painter.fillRect(desk, theme.colour("surface"))
    painter.fillRect(QRectF(desk.right(), desk.top(), px(1), desk.height()), theme.colour("rule"))
    inner = desk.adjusted(px(9), px(12), -px(9), 0)
    for number, share in enumerate((0.9, 0.6)):
        line = QRectF(inner.left(), inner.top() + number * px(10), inner.width() * share, px(4))
        box(painter, line, px(2), fill=theme.colour("text" if not number else "text-soft"))
    button = QRectF(inner.left(), rect.bottom() - px(28), inner.width(), px(14))
    box(painter, button, px(4), fill=theme.colour("primary"))
    left, shelf = desk.right() + px(14), rect.bottom() - px(22)
    wide = min(px(30), (rect.right() - left - px(20)) / 2)
    for number, band in enumerate(("lower-ks2", "ks3")):
        book = QRectF(left + number * (wide + px(8)), shelf - px(34), wide, px(34))
        painter.fillPath(board(book, px(1), px(5)), theme.band(band).fill)
        painter.fillRect(QRectF(book.left(), book.top(), px(4), book.height()), theme.band(band).deep)
    foot = QRectF(left - px(5), shelf, rect.right() - left - px(5), px(4))
    painter.fillRect(foot, theme.colour("ledge"))
    title = QRectF(left, rect.top() + px(12), px(34), px(5))
    box(painter, title, px(2), fill=theme.colour("text"))
