"""Shapes that widgets and scenes share: boards, books, ribbons, text set on a line height."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from rse_lessons.ui.compounds import held
from rse_lessons.ui.theme import face

# QPainter's setPen, setBrush and fillRect, and every pen or brush made from a colour, make Python look
# whether they were given one of Qt's named colours, and for that make all of the namespace `Qt`: 20 to
# 30 ms at start. A pen whose colour is set afterwards does not, and gives a brush.


def pen(colour: QColor, width: float = 1.0) -> QPen:
    """Give a pen for `strokePath`."""
    result = QPen()
    result.setColor(colour)
    result.setWidthF(width)
    return result


@cache
def _brush(rgba: int) -> QBrush:
    return pen(QColor.fromRgba(rgba)).brush()


def fill(painter: QPainter, shape: QPainterPath | QRectF | QRect, colour: QColor) -> None:
    """Fill a shape with a colour."""
    if isinstance(shape, QPainterPath):
        painter.fillPath(shape, _brush(colour.rgba()))
        return
    path = QPainterPath()
    path.addRect(QRectF(shape))
    painter.fillPath(path, _brush(colour.rgba()))


def disc(centre: QPointF, radius: float, tall: float = 0.0) -> QPainterPath:
    """Give a circle, or an ellipse of another half height."""
    path = QPainterPath()
    path.addEllipse(centre, radius, tall or radius)
    return path


def smooth(painter: QPainter) -> QPainter:
    """Turn edge smoothing on and give the painter back."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def board(rect: QRectF, left: float, right: float) -> QPainterPath:
    """Give a rectangle with its own corner radius on the left and on the right."""
    path = QPainterPath()
    path.moveTo(rect.left() + left, rect.top())
    path.lineTo(rect.right() - right, rect.top())
    path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + right)
    path.lineTo(rect.right(), rect.bottom() - right)
    path.quadTo(rect.right(), rect.bottom(), rect.right() - right, rect.bottom())
    path.lineTo(rect.left() + left, rect.bottom())
    path.quadTo(rect.left(), rect.bottom(), rect.left(), rect.bottom() - left)
    path.lineTo(rect.left(), rect.top() + left)
    path.quadTo(rect.left(), rect.top(), rect.left() + left, rect.top())
    return path


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """Give a rectangle with round corners."""
    path = QPainterPath()
    radius = min(radius, rect.height() / 2, rect.width() / 2)
    path.addRoundedRect(rect, radius, radius)
    return path


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 2,
) -> None:
    """Paint a filled box whose edge lies inside `rect`."""
    half = width / 2 if edge else 0.0
    path = rounded(rect.adjusted(half, half, -half, -half), radius - half)
    if fill:
        painter.fillPath(path, _brush(fill.rgba()))
    if edge:
        painter.strokePath(path, pen(edge, width))


def ribbon(cover: QRectF) -> QPainterPath:
    """Give the ribbon that hangs over a cover of a lesson begun."""
    width, height = cover.width() * 0.085, cover.width() * 0.225
    right = cover.right() - cover.width() * 0.07
    path = QPainterPath(QPointF(right - width, cover.top()))
    path.lineTo(right, cover.top())
    path.lineTo(right, cover.top() + height)
    path.lineTo(right - width / 2, cover.top() + height - width * 0.42)
    path.lineTo(right - width, cover.top() + height)
    path.closeSubpath()
    return path


def advance(text: str, font: QFont) -> float:
    """Give the width of `text` on one line."""
    return _advance(text, font.pixelSize(), font.bold(), font.italic())


@lru_cache(maxsize=4096)
def _advance(text: str, pixels: int, bold: bool, italic: bool) -> float:
    return QFontMetricsF(face(pixels, bold, italic)).horizontalAdvance(text)


def broken(text: str, font: QFont, width: float) -> list[str]:
    """Break `text` into lines no wider than `width`; a word too long for a line is broken too."""
    return list(_broken(text, font.pixelSize(), font.bold(), font.italic(), round(width)))


@lru_cache(maxsize=4096)
def _broken(text: str, pixels: int, bold: bool, italic: bool, width: int) -> tuple[str, ...]:
    if "\n" not in text and _advance(text, pixels, bold, italic) <= width:
        return (text,)
    font = face(pixels, bold, italic)
    lines: list[str] = []
    for part in text.split("\n"):
        layout = QTextLayout(held(part), font)
        option = layout.textOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            lines.append(part[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return tuple(lines)


def set_lines(
    painter: QPainter,
    lines: Sequence[str],
    font: QFont,
    *,
    colour: QColor,
    at: tuple[float, float],
    height: float,
) -> float:
    """Paint `lines` from the top left, each in a box of `height`; give the y below the last."""
    left, top = at
    for words in lines:
        if words:
            line, tall = _line(words, font.pixelSize(), font.bold(), font.italic(), colour.rgba())
            line.draw(painter, QPointF(left, top + (height - tall) / 2))
        top += height
    return top


@lru_cache(maxsize=2048)
def _line(text: str, pixels: int, bold: bool, italic: bool, rgba: int) -> tuple[QTextLayout, float]:
    """Set one line once: it is painted many times, and a layout needs no pen of the painter's."""
    layout = QTextLayout(text, face(pixels, bold, italic))
    span = QTextLayout.FormatRange()
    span.start, span.length = 0, len(text)
    looks = QTextCharFormat()
    looks.setForeground(_brush(rgba))
    span.format = looks
    layout.setFormats([span])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    return layout, line.height()
