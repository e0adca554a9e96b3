"""Dragging a card across a slide: it follows the hand on every screen, and is put where it is let go.

Only the item moves while it is dragged; nothing is laid out or asked for before the card is let go. A press
without a drag is a tap: it picks the card up, and the next tap puts it down.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rse_lessons.ui.slide.drawing import Piece, PieceItem, Press
from rse_lessons.ui.slide.look import HEIGHT, WIDTH

NEAR = 12.0
"""Units that a finger may tremble before a press is a drag."""
_TOP = 20
_FRAME = QRectF(0, 0, WIDTH, HEIGHT)


class Dragging:
    """One card on its way."""

    def __init__(self, item: PieceItem, spot: QPointF, piece: Piece, colour: str) -> None:
        self._item = item
        self._from = spot
        self._piece = piece
        """What was pressed; what moves may be another piece, its handle."""
        self._goal = Goal(colour)
        self._start = item.pos()
        self._moved = False

    @property
    def key(self) -> str:
        """The key of the piece that moves."""
        return self._item.piece.key

    def move(self, spot: QPointF, target_at: Callable[[QPointF], Piece | None]) -> None:
        """Follow the hand."""
        by = spot - self._from
        if not self._moved:
            if abs(by.x()) + abs(by.y()) < NEAR:
                return
            self._moved = True
            self._item.scene().addItem(self._goal)
            self._item.setZValue(_TOP)
            # A card that is painted once moves as a picture.
            self._item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            if self._item.piece.key != self._piece.key:
                self._start = self._from - QPointF(*_middle(self._item.piece))
        area = self._item.piece.area
        x = min(max(self._start.x() + by.x(), -area.x), WIDTH - area.right)
        y = min(max(self._start.y() + by.y(), -area.y), HEIGHT - area.bottom)
        self._item.setPos(x, y)
        target = target_at(spot)
        self._goal.surround(target if target is not None and target.target else None)

    def drop(self, spot: QPointF, target_at: Callable[[QPointF], Piece | None]) -> Press | None:
        """Let go; give what is asked for, or None where no card can lie."""
        self.cancel()
        piece = self._piece
        if not self._moved:
            tap = Press(piece.action, piece.block, piece.option, piece.target or "")
            return tap if tap.action else None
        target = target_at(spot)
        if target is None or target.target is None or target.block != piece.block:
            return None
        return Press("place", piece.block, piece.option, target.target)

    def cancel(self) -> None:
        """Put the item back to its place; where the card goes is the session's to say."""
        self._item.setPos(0, 0)
        self._item.setZValue(self._item.piece.level)
        self._item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        if self._goal.scene() is not None:
            self._goal.scene().removeItem(self._goal)


class Goal(QGraphicsItem):
    """The frame round the place where a card would be put."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self._frame = QRectF()
        self.setZValue(_TOP - 1)
        self.hide()

    def surround(self, piece: Piece | None) -> None:
        """Stand round a piece, or go away."""
        frame = QRectF() if piece is None else piece.area.qt().adjusted(-8, -8, 8, 8).intersected(_FRAME)
        if frame != self._frame:
            self.prepareGeometryChange()
            self._frame = frame
        self.setVisible(piece is not None)

    def boundingRect(self) -> QRectF:
        """Give the frame."""
        return self._frame

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour), 6))
        painter.drawRoundedRect(self._frame.adjusted(3, 3, -3, -3), 18, 18)


def _middle(piece: Piece) -> tuple[float, float]:
    return piece.area.x + piece.area.w / 2, piece.area.y + piece.area.h / 2
