"""Strokes of the pen made ready for painting, and what its colours are in each theme of slides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rse_lessons.presenting.ink import Drawing, Pen, Point
from rse_lessons.ui.slide.look import token

_SHARP = 0.6
"""The cosine of the turn, about 53 degrees, from which on a corner stays a corner."""
_PIECE = 24
"""Points that are painted or left out together."""
_LIGHT = {
    Pen.INK: "theme.light.text",
    Pen.BLUE: "deep.bluebell",
    Pen.GREEN: "deep.leaf",
    Pen.PLUM: "deep.plum",
    Pen.BROWN: "deep.apricot",
}
_CONTRAST = {
    Pen.INK: "theme.high-contrast.text",
    Pen.BLUE: "theme.high-contrast.link",
    Pen.GREEN: "theme.high-contrast.good",
    Pen.PLUM: "theme.high-contrast.safe",
    Pen.BROWN: "theme.high-contrast.care",
}


@cache
def pen_colour(pen: Pen, *, dark: bool) -> str:
    """Give a pen's colour on slides of light or of dark ground."""
    return token((_CONTRAST if dark else _LIGHT)[pen])


class Line:
    """One stroke in pieces of a few points, so that a repaint draws what is exposed and no more.

    It bends through its points, but for those where the hand turned sharply. It can grow at its end, as a
    stroke does that is being drawn.
    """

    def __init__(self, points: Sequence[Point], width: float, colour: str) -> None:
        self._edge = width / 2 + 2
        self._pen = QPen(QColor(colour), width)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._points: list[Point] = []
        self._pieces: list[tuple[QRectF, QPainterPath]] = []
        self._tail = QRectF()
        self.bounds = QRectF()
        self.grow(points)

    def grow(self, points: Sequence[Point]) -> QRectF:
        """Go on to `points`, of which the first are those it has; give the place that changed."""
        had = len(self._points)
        self._points += points[had:]
        # The line before a new point bends otherwise once it goes on.
        del self._pieces[max(0, had - 2) // _PIECE :]
        for first in range(len(self._pieces) * _PIECE, max(1, len(self._points) - 1), _PIECE):
            last = min(first + _PIECE, len(self._points) - 1)
            path = self._path(first, last)
            self._pieces.append((self._around(path), path))
            self.bounds = self.bounds.united(self._pieces[-1][0])
        fresh = self._tail.united(self._around(self._path(max(0, had - 2), len(self._points) - 1)))
        self._tail = self._around(self._path(max(0, len(self._points) - 2), len(self._points) - 1))
        return fresh

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the pieces that are exposed."""
        if self.bounds.intersects(exposed):
            for bounds, path in self._pieces:
                if bounds.intersects(exposed):
                    painter.strokePath(path, self._pen)

    def _path(self, first: int, last: int) -> QPainterPath:
        points = self._points
        path = QPainterPath(QPointF(*points[first]))
        if first == last:
            path.lineTo(points[first][0] + 0.1, points[first][1])  # a dot
        for place in range(first, last):
            (x, y), (to_x, to_y) = points[place], points[place + 1]
            reach = hypot(to_x - x, to_y - y) / 3
            (out_x, out_y), (in_x, in_y) = self._way(place, out=True), self._way(place + 1, out=False)
            path.cubicTo(
                x + out_x * reach, y + out_y * reach, to_x - in_x * reach, to_y - in_y * reach, to_x, to_y
            )
        return path

    def _way(self, place: int, *, out: bool) -> tuple[float, float]:
        """Give the direction in which the line goes through a point; at a sharp turn that of one side."""
        points = self._points
        into = _direction(points[place - 1], points[place]) if place else None
        away = _direction(points[place], points[place + 1]) if place + 1 < len(points) else None
        if into is None or away is None:
            return into or away or (0.0, 0.0)
        if into[0] * away[0] + into[1] * away[1] < _SHARP:
            return away if out else into
        x, y = into[0] + away[0], into[1] + away[1]
        return x / hypot(x, y), y / hypot(x, y)

    def _around(self, path: QPainterPath) -> QRectF:
        edge = self._edge
        return path.controlPointRect().adjusted(-edge, -edge, edge, edge)


def _direction(one: Point, other: Point) -> tuple[float, float] | None:
    across, down = other[0] - one[0], other[1] - one[1]
    long = hypot(across, down)
    return (across / long, down / long) if long else None


def lines_of(drawing: Drawing, *, dark: bool) -> list[Line]:
    """Make a drawing ready for painting, lowest stroke first."""
    return [Line(stroke.points, stroke.width, pen_colour(stroke.pen, dark=dark)) for stroke in drawing]
