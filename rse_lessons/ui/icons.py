"""Icons of one line weight, drawn from `assets/icons` in a colour of the theme.

An icon never speaks alone: the words beside it, or its button's accessible name, say the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from rse_lessons.ui.assets import assets

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_FILES = {
    "screens": "arrow-right-left",
    "text": "file-text",
    "time-lost": "list-end",
    "to-check": "circle-help",
}

_INKS = {"-filled": "currentColor", "-black": "#000000", "-white": "#FFFFFF"}
"""What fills a shape, by the end of its name: a black screen is black in every theme."""


@lru_cache(maxsize=256)
def _source(name: str, colour: str) -> bytes:
    end = next((end for end in _INKS if name.endswith(end)), "")
    stem, ink = name.removesuffix(end), _INKS.get(end, "")
    text = (assets() / "icons" / f"{_FILES.get(stem, stem)}.svg").read_text(encoding="utf-8")
    if ink:
        text = text.replace('fill="none"', f'fill="{ink}"', 1)
    return text.replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  imported late: start-up

    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_source(name, colour))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, colour: QColor | str, size: int = 20, ratio: float = 0.0) -> QPixmap:
    """Give the icon as a picture `size` px wide; `-filled`, `-black`, `-white` at its end fill its shapes."""
    if not ratio:
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _drawn(name, QColor(colour).name(), size, ratio)


def icon(name: str, colour: QColor | str, size: int = 20) -> QIcon:
    """Give the icon for a button or a menu."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  imported late: start-up

    return QIcon(pixmap(name, colour, size))
