"""Strokes of the pen made ready for painting, and what its colours are in each theme of slides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from rse_lessons.presenting.ink import Drawing, Pen, Point
from rse_lessons.ui.slide.look import token

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

    It can grow at its end, as a stroke does that is being drawn.
    """

    def __init__(self, points: Sequence[Point], width: float, colour: str) -> None:
        self._edge = width / 2 + 2
        self._pen = QPen(QColor(colour), width)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._pieces: list[tuple[QRectF, QPolygonF]] = []
        self._count = 0
        self.bounds = self.grow(points)

    def grow(self, points: Sequence[Point]) -> QRectF:
        """Go on to `points`, of which the first are those it has; give the place that changed."""
        fresh = QRectF()
        for x, y in points[self._count :]:
            spot = QPointF(x, y)
            if not self._pieces or self._pieces[-1][1].size() > _PIECE:
                before = self._pieces[-1][1].last() if self._pieces else spot
                self._pieces.append((QRectF(), QPolygonF([before])))
            bounds, piece = self._pieces[-1]
            last = piece.last()
            if self._count:
                piece.append(spot)
            step = self._around(last, spot)
            self._pieces[-1] = (bounds.united(step), piece)
            fresh = fresh.united(step)
            self._count += 1
        if hasattr(self, "bounds"):
            self.bounds = self.bounds.united(fresh)
        return fresh

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the pieces that are exposed."""
        if not self.bounds.intersects(exposed):
            return
        painter.setPen(self._pen)
        for bounds, piece in self._pieces:
            if not bounds.intersects(exposed):
                continue
            if piece.size() == 1:
                painter.drawPoint(piece.first())
            else:
                painter.drawPolyline(piece)

    def _around(self, one: QPointF, other: QPointF) -> QRectF:
        edge = self._edge
        return QRectF(one, other).normalized().adjusted(-edge, -edge, edge, edge)


def lines_of(drawing: Drawing, *, dark: bool) -> list[Line]:
    """Make a drawing ready for painting, lowest stroke first."""
    return [Line(stroke.points, stroke.width, pen_colour(stroke.pen, dark=dark)) for stroke in drawing]
