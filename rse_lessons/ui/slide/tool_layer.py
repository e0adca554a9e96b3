"""The one item that lies over a slide: what is drawn, the curtain, the spotlight, the pointer.

It is told what to show and repaints what changed: a point of a stroke costs the place of that point.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QRadialGradient
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rse_lessons.presenting.ink import NEAR, Drawing, Stroke
from rse_lessons.presenting.tools import Tool, Tools
from rse_lessons.ui.slide.look import HEIGHT, WIDTH, Inks, token
from rse_lessons.ui.slide.strokes import Line, pen_colour

FRAME = QRectF(0, 0, WIDTH, HEIGHT)
PEEKS = "peeks"
"""The property of a viewport on which the teacher sees through the curtain."""
_OVER = 30
_DIM = 0.80
_SOFT = 1.08
"""How much further than the light its soft edge goes."""
_RAIL = 16
_POINTER = 17


class ToolLayer(QGraphicsItem):
    """Shows tools and a drawing."""

    def __init__(self, ink: Inks) -> None:
        super().__init__()
        self._ink = ink
        self._tools = Tools()
        self._drawing: Drawing = ()
        self._lines: dict[int, Line] = {}
        self._live: Line | None = None
        self.setZValue(_OVER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_tools(self, tools: Tools, drawing: Drawing) -> bool:
        """Show tools and a drawing from now on; tells whether they are others than before."""
        before, self._tools = self._tools, tools
        changed = tools != before or drawing is not self._drawing
        if tools != before:
            self._show_live(before, tools)
            for place in (*_light_changed(before, tools), *_curtain_changed(before, tools)):
                self.update(place)
            if _mark(before) != _mark(tools) or before.pen is not tools.pen:
                for mark in (_mark(before), _mark(tools)):
                    if not mark.isEmpty():
                        self.update(mark)
        if drawing is not self._drawing:
            self._show_drawing(drawing)
        return changed

    def _show_drawing(self, drawing: Drawing) -> None:
        old, self._drawing = self._drawing, drawing
        new = {id(stroke) for stroke in drawing}
        for stroke in old:
            if id(stroke) not in new:
                self.update(self._lines.pop(id(stroke)).bounds)
        for stroke in drawing:
            if id(stroke) not in self._lines:
                line = self._lines[id(stroke)] = self._line(stroke)
                self.update(line.bounds)

    def _line(self, stroke: Stroke) -> Line:
        return Line(stroke.points, stroke.width, pen_colour(stroke.pen, dark=self._ink.dark))

    def _show_live(self, before: Tools, tools: Tools) -> None:
        if tools.live is before.live:
            return
        goes_on = (
            self._live is not None and bool(before.live) and tools.live[: len(before.live)] == before.live
        )
        if self._live is not None and not goes_on:
            self.update(self._live.bounds)
            self._live = None
        if not tools.live:
            return
        if self._live is None:
            self._live = Line(tools.live, tools.width, pen_colour(tools.pen, dark=self._ink.dark))
            self.update(self._live.bounds)
        else:
            self.update(self._live.grow(tools.live))

    def boundingRect(self) -> QRectF:
        """Give the whole slide."""
        return FRAME

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw what is exposed: the drawing, the curtain over it, the light, the tool's mark."""
        exposed: QRectF = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._drawing:
            self._lines[id(stroke)].paint(painter, exposed)
        if self._live is not None:
            self._live.paint(painter, exposed)
        if self._tools.curtain is not None:
            peeks = widget is not None and bool(widget.property(PEEKS))
            self._paint_curtain(painter, self._tools.curtain, exposed, peeks=peeks)
        if self._tools.tool is Tool.SPOTLIGHT:
            self._paint_light(painter, exposed)
        if _mark(self._tools).intersects(exposed):
            self._paint_mark(painter)

    def _paint_light(self, painter: QPainter, exposed: QRectF) -> None:
        dim = QColor("#000000" if self._ink.dark else self._ink.text)
        dim.setAlphaF(_DIM)
        clear = QColor(dim)
        clear.setAlphaF(0.0)
        reach = self._tools.light * _SOFT
        light = QRadialGradient(QPointF(*self._tools.spot), reach)
        light.setColorAt(0.0, clear)
        light.setColorAt(self._tools.light / reach, clear)
        light.setColorAt(1.0, dim)
        painter.fillRect(exposed, QBrush(light))

    def _paint_curtain(self, painter: QPainter, edge: int, exposed: QRectF, *, peeks: bool) -> None:
        theme = "high-contrast" if self._ink.dark else "light"
        cloth, rail = QColor(token(f"theme.{theme}.sunken")), QColor(token(f"theme.{theme}.ledge-front"))
        if peeks:
            cloth.setAlphaF(0.72)
        painter.fillRect(QRectF(0, edge, WIDTH, HEIGHT - edge).intersected(exposed), cloth)
        painter.fillRect(QRectF(0, edge, WIDTH, min(_RAIL, HEIGHT - edge)).intersected(exposed), rail)
        grip = QRectF(WIDTH / 2 - 60, min(edge, HEIGHT - _RAIL - 14), 120, _RAIL + 14)
        if grip.intersects(exposed):
            painter.setPen(QPen(QColor(self._ink.text), 0) if self._ink.dark else QPen(rail, 0))
            painter.setBrush(rail)
            painter.drawRoundedRect(grip, 12, 12)
            painter.setPen(QPen(cloth, 4))
            for x in (-20, 0, 20):
                painter.drawPoint(QPointF(WIDTH / 2 + x, grip.bottom() - 9))

    def _paint_mark(self, painter: QPainter) -> None:
        """Draw the pointer, or where pen and eraser are."""
        tools, ink = self._tools, self._ink
        spot = QPointF(*tools.spot)
        painter.setBrush(QColor(0, 0, 0, 0))
        if tools.tool is Tool.POINTER:
            # Dark and light rings part the dot from any picture under it.
            painter.setPen(QPen(QColor(ink.text), 3))
            painter.setBrush(QColor(ink.ground))
            painter.drawEllipse(spot, _POINTER + 6, _POINTER + 6)
            painter.setPen(QPen(QColor(ink.focus), 0))
            painter.setBrush(QColor(ink.focus))
            painter.drawEllipse(spot, _POINTER, _POINTER)
            return
        radius = NEAR if tools.tool is Tool.ERASER else tools.width / 2 + 4
        colour = ink.text if tools.tool is Tool.ERASER else pen_colour(tools.pen, dark=ink.dark)
        painter.setPen(QPen(QColor(ink.ground), 6))
        painter.drawEllipse(spot, radius, radius)
        painter.setPen(QPen(QColor(colour), 3))
        painter.drawEllipse(spot, radius, radius)


def _mark(tools: Tools) -> QRectF:
    """Give the place of the tool's mark; empty for a tool without one."""
    if tools.tool is Tool.POINTER:
        reach = _POINTER + 10.0
    elif tools.tool is Tool.ERASER:
        reach = NEAR + 5.0
    elif tools.tool is Tool.PEN:
        reach = tools.width / 2 + 9.0
    else:
        return QRectF()
    x, y = tools.spot
    return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)


def _light_changed(before: Tools, after: Tools) -> list[QRectF]:
    lit = [tools.tool is Tool.SPOTLIGHT for tools in (before, after)]
    if lit == [False, False] or (before.spot, before.light, lit[0]) == (after.spot, after.light, lit[1]):
        return []
    return [_circle(before), _circle(after)] if all(lit) else [FRAME]


def _circle(tools: Tools) -> QRectF:
    reach = tools.light * _SOFT + 2
    x, y = tools.spot
    return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)


def _curtain_changed(before: Tools, after: Tools) -> list[QRectF]:
    if before.curtain == after.curtain:
        return []
    edges = [HEIGHT if tools.curtain is None else float(tools.curtain) for tools in (before, after)]
    room = _RAIL + 18
    return [QRectF(0, min(edges) - room, WIDTH, max(edges) - min(edges) + 2 * room)]
