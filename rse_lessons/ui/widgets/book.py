"""One book on its own ledge, as the desk and the lesson page show it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.paint import board, fill, pen, ribbon, smooth

LEDGE = 14
"""A ledge is 10 px of board and 4 px of its darker front."""


def paint_ledge(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint a ledge along the top of `rect`."""
    if theme.high_contrast:
        fill(painter, QRectF(rect.left(), rect.top(), rect.width(), 4), theme.colour("ledge"))
        return
    whole = QRectF(rect.left(), rect.top(), rect.width(), LEDGE)
    fill(painter, board(whole, 4, 4), theme.colour("ledge-front"))
    fill(painter, QRectF(rect.left(), rect.top(), rect.width(), 10), theme.colour("ledge"))


def paint_ribbon(painter: QPainter, cover: QRectF, theme: Theme) -> None:
    """Hang the ribbon of a lesson begun over its cover."""
    fill(painter, ribbon(cover), theme.band("post-16").deep)
    if theme.dark:
        painter.strokePath(ribbon(cover), pen(QColor(theme.palette["milk"])))


class Cover(QWidget):
    """A book, 4 to 3, as wide as it is given, standing on a ledge that is a little wider."""

    def __init__(
        self, theme: Theme, covers: Covers, *, overhang: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._covers = covers
        self._path: Path | None = None
        self._band = ""
        self._ribbon = False
        self._overhang = overhang
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        covers.drawn.connect(self.update)

    def set_book(self, path: Path | None, band: str, *, begun: bool = False) -> None:
        """Show a lesson's cover."""
        self._path, self._band, self._ribbon = path, band, begun
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the book and its ledge."""
        return round((width - 2 * self._overhang) * 3 / 4) + LEDGE

    def sizeHint(self) -> QSize:
        """Ask for the width of the desk's book."""
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        """Give a width at which the picture can still be seen."""
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ledge, book and ribbon."""
        painter = smooth(QPainter(self))
        over = self._overhang
        rect = QRectF(over, 0, self.width() - 2 * over, self.height() - LEDGE)
        paint_ledge(painter, QRectF(0, rect.bottom(), self.width(), LEDGE), self._theme)
        size = QSize(round(rect.width()), round(rect.height()))
        book = self._covers.book(self._path, self._band, size, self.devicePixelRatioF(), self._theme)
        painter.drawPixmap(QPointF(over, 0), book)
        if self._ribbon:
            paint_ribbon(painter, rect, self._theme)
        painter.end()
