"""A picture of a module: as wide as its column, with its description for whoever listens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.lesson.model import Picture
from rse_lessons.lesson.words import plain
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import box, broken, rounded, set_lines, smooth

TALLEST = 340
"""Pixels, however wide the column is."""
_MISSING = QSize(16, 5)


class PictureBox(QWidget):
    """Paints its picture with round corners; where it is missing, its description."""

    def __init__(self, theme: Theme, picture: Picture, *, tallest: int = TALLEST) -> None:
        super().__init__()
        self._theme, self._picture, self._tallest = theme, picture, tallest
        self._natural = _size_of(picture.path)
        self._drawn: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(plain(picture.description))

    def set_tallest(self, tallest: int) -> None:
        """Be at most so high."""
        if tallest != self._tallest:
            self._tallest = tallest
            self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the picture's proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height in proportion, as far as it may be tall."""
        natural = self._natural or _MISSING
        return min(self._tallest, round(width * natural.height() / natural.width()))

    def _place(self) -> QRectF:
        """Give where the picture is: whole, at the left."""
        natural = self._natural or _MISSING
        width = min(self.width(), self.height() * natural.width() / natural.height())
        return QRectF(0, 0, width, width * natural.height() / natural.width())

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Be as small as the column."""
        return QSize(120, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in the new size."""
        super().resizeEvent(event)
        self._drawn = None
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, drawn once for a size."""
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        corner = self._theme.px(12)
        if self._natural is None:
            self._paint_words(painter, rect)
        else:
            painter.setClipPath(rounded(self._place(), corner))
            painter.drawPixmap(0, 0, self.draw())
        painter.end()

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        edge = theme.colour("control-edge")
        box(painter, rect, theme.px(12), fill=theme.colour("sunken"), edge=edge, width=1)
        face = theme.font(17)
        lines = broken(plain(self._picture.description), face, rect.width() - theme.px(40))
        at = (theme.px(20), (rect.height() - len(lines) * theme.px(26)) / 2)
        set_lines(painter, lines, face, colour=theme.colour("text"), at=at, height=theme.px(26))

    def draw(self) -> QPixmap:
        """Give the picture in the present size, drawn once."""
        if self._drawn is None:
            self._drawn = self._draw()
        return self._drawn

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(0, 0, 0, 0))
        path = self._picture.path
        if path is None or self._natural is None:
            return drawn
        painter = smooth(QPainter(drawn))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        if path.suffix.lower() == ".svg":
            from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  imported late: start-up

            QSvgRenderer(str(path)).render(painter, place)
        else:
            painter.drawImage(place, QImageReader(str(path)).read())
        painter.end()
        return drawn


def _size_of(path: Path | None) -> QSize | None:
    """Give a picture's own size, or None when it cannot be read."""
    if path is None:
        return None
    if path.suffix.lower() == ".svg":
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  imported late: start-up

        size = QSvgRenderer(str(path)).defaultSize()
    else:
        size = QImageReader(str(path)).size()
    return size if size.isValid() and not size.isEmpty() else None
