"""Pictures of board books: a lesson's cover clipped to its shape, with a spine in its band's colour.

Drawing one SVG takes a millisecond or two. A window asks while it paints and gets the book at once
as long as the time set aside lasts; the others are drawn one by one afterwards.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import board, disc, fill, smooth

_Key: TypeAlias = tuple[Path | None, str, int, int, float]
_AT_ONCE = 0.012
_KEPT = 160


class Covers(QObject):
    """The books drawn so far, in the sizes that were asked for."""

    drawn = Signal()
    """A book that was asked for and not given is there now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._books: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[_Key, Theme] = OrderedDict()
        self._left = _AT_ONCE
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def book(self, path: Path | None, band: str, size: QSize, ratio: float, theme: Theme) -> QPixmap:
        """Give the book, or an empty one of its colour while it waits to be drawn."""
        key = (path, band, size.width(), size.height(), ratio)
        found = self._books.get(key)
        if found is not None:
            self._books.move_to_end(key)
            return found
        if self._left > 0:
            return self._draw(key, theme)
        self._waiting[key] = theme
        self._timer.start()
        bare = (None, *key[1:])
        return self._books.get(bare) or self._draw(bare, theme)

    def _draw(self, key: _Key, theme: Theme) -> QPixmap:
        start = time.perf_counter()
        path, band, width, height, ratio = key
        pixmap = QPixmap(QSize(width, height) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = smooth(QPainter(pixmap))
        _paint_book(painter, QRectF(0, 0, width, height), path, band, theme)
        painter.end()
        self._books[key] = pixmap
        while len(self._books) > _KEPT:
            self._books.popitem(last=False)
        self._left -= time.perf_counter() - start
        self._timer.start()
        return pixmap

    def _go_on(self) -> None:
        self._left = _AT_ONCE
        if not self._waiting:
            return
        key, theme = self._waiting.popitem(last=True)
        if key not in self._books:
            self._draw(key, theme)
        self.drawn.emit()
        if self._waiting:
            self._timer.start()

    def forget_waiting(self) -> None:
        """Give up what was asked for and has scrolled away."""
        self._waiting.clear()


def _paint_book(painter: QPainter, rect: QRectF, path: Path | None, band: str, theme: Theme) -> None:
    colours = theme.band(band)
    k = rect.width() / 306
    painter.setClipPath(board(rect, 3 * k, 14 * k))
    fill(painter, rect, colours.fill)
    if path is None or not _paint_picture(painter, rect, path):
        fill(painter, disc(rect.center(), rect.height() * 0.34), colours.tint)
        earth = QRectF(rect.left(), rect.bottom() - rect.height() * 0.1, rect.width(), rect.height() * 0.1)
        fill(painter, earth, colours.deep)
    fill(painter, QRectF(rect.left(), rect.top(), max(4.0, 14 * k), rect.height()), colours.deep)


def _paint_picture(painter: QPainter, rect: QRectF, path: Path) -> bool:
    """Fill `rect` with the picture, cut at its sides rather than squeezed; False when it cannot be read."""
    if path.suffix.lower() == ".svg":
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  imported late: start-up

        renderer = QSvgRenderer(str(path))
        if not renderer.isValid():
            return False
        size = QSize(renderer.defaultSize())
        renderer.render(painter, _covering(rect, size))
        return True
    from PySide6.QtGui import QImageReader  # noqa: PLC0415  imported late: start-up

    reader = QImageReader(str(path))
    image = reader.read()
    if image.isNull():
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(_covering(rect, image.size()), image)
    return True


def _covering(rect: QRectF, size: QSize) -> QRectF:
    if size.isEmpty():
        return rect
    factor = max(rect.width() / size.width(), rect.height() / size.height())
    width, height = size.width() * factor, size.height() * factor
    return QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
