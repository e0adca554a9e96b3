"""The frame round a piece of a slide: where the keyboard is, and where a dragged card would be put."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rse_lessons.ui.slide.area import Area
from rse_lessons.ui.slide.look import HEIGHT, WIDTH

PEN = 6
_FRAME = QRectF(0, 0, WIDTH, HEIGHT)


class Outline(QGraphicsItem):
    """A frame in one colour, `gap` units outside what it stands round, and never outside the slide."""

    def __init__(self, colour: str, gap: float, level: float) -> None:
        super().__init__()
        self._colour = colour
        self._gap = gap
        self._frame = QRectF()
        self.setZValue(level)
        self.hide()

    def surround(self, area: Area | None) -> bool:
        """Stand round an area, or go away; tells whether that changed anything."""
        gap = self._gap
        frame = QRectF() if area is None else area.qt().adjusted(-gap, -gap, gap, gap).intersected(_FRAME)
        changed = frame != self._frame or (area is not None) != self.isVisible()
        if frame != self._frame:
            self.prepareGeometryChange()
            self._frame = frame
        self.setVisible(area is not None)
        return changed

    def boundingRect(self) -> QRectF:
        """Give the frame."""
        return self._frame

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw it."""
        half = PEN / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour), PEN))
        painter.drawRoundedRect(self._frame.adjusted(half, half, -half, -half), 19, 19)
