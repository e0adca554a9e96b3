"""Pen strokes of worksheets: a letter in a ring, a rule to write on, a line for scissors, words in a place.

Everything is ink on white, so that it comes out of a black-and-white printer and a copier as it is meant.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.look import Style

EDGE = 9.0
"""The width of a drawn edge, in tenths of a point."""
SIGN = 20.0
"""Points across a letter in its ring."""


def say(painter: QPainter, text: str, face: Style, place: QRectF, sheet: Sheet) -> None:
    """Set words in a place."""
    painter.save()
    painter.translate(place.x(), place.y())
    words.draw(painter, text, face, place.width(), sheet.ink.text)
    painter.restore()


def letter(painter: QPainter, sign: str, x: float, middle: float, sheet: Sheet) -> None:
    """Draw a letter or a number in a ring, the left of it at `x`."""
    across = sheet.points(SIGN)
    painter.setPen(QPen(QColor(sheet.ink.text), EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(x, middle - across / 2, across, across))
    face = sheet.style(11 if len(sign) == 1 else 9, 1.4, bold=True, align="centre")
    say(painter, sign, face, QRectF(x, middle - face.line / 2, across, face.line), sheet)


def rule(painter: QPainter, x: float, y: float, wide: float, sheet: Sheet) -> None:
    """Draw a line to write on."""
    painter.setPen(QPen(QColor(sheet.ink.soft), EDGE))
    painter.drawLine(QLineF(x, y, x + wide, y))


def dashed(painter: QPainter, place: QRectF, sheet: Sheet) -> None:
    """Draw a line for scissors round a place."""
    pen = QPen(QColor(sheet.ink.soft), EDGE)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
