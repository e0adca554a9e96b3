"""Shapes that widgets and scenes share: boards, books, ribbons, text set on a line height."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from rse_lessons.ui.theme import face


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
        painter.fillPath(path, fill)
    if edge:
        painter.strokePath(path, QPen(edge, width))


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
        layout = QTextLayout(part, font)
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
    metrics = QFontMetricsF(font)
    down = (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    painter.setFont(font)
    painter.setPen(colour)
    left, top = at
    for line in lines:
        painter.drawText(QPointF(left, top + down), line)
        top += height
    return top
