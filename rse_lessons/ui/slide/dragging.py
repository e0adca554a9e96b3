"""Dragging a card across a slide: it follows the hand on every screen, and is put where it is let go.

Only the item moves while it is dragged; nothing is laid out or asked for before the card is let go. A press
without a drag is a tap: it picks the card up, and the next tap puts it down.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from rse_lessons.ui.slide.drawing import Piece, PieceItem, Press
from rse_lessons.ui.slide.look import HEIGHT, WIDTH
from rse_lessons.ui.slide.outline import Outline

NEAR = 12.0
"""Units that a finger may tremble before a press is a drag."""
_TOP = 20
_COVERED = 0.3
"""How much of a place, or of the card when that is smaller, the card has to cover to be put there."""


def landing(spot: QPointF, card: QRectF, targets: Sequence[Piece]) -> Piece | None:
    """Give where a card would be put: the topmost place under the hand, else the one that it covers most."""
    under = [piece for piece in targets if piece.area.qt().contains(spot)]
    if under:
        return max(reversed(under), key=lambda piece: piece.level)
    best, most = None, _COVERED
    for piece in targets:
        place = piece.area.qt()
        both = place.intersected(card)
        smaller = min(place.width() * place.height(), card.width() * card.height()) or 1
        share = both.width() * both.height() / smaller
        if share > most:
            best, most = piece, share
    return best


class Dragging:
    """One card on its way."""

    def __init__(self, item: PieceItem, spot: QPointF, piece: Piece, colour: str) -> None:
        self._item = item
        self._from = spot
        self._piece = piece
        """What was pressed; what moves may be another piece, its handle."""
        self._goal = Outline(colour, gap=8, level=_TOP - 1)
        self._start = item.pos()
        self._moved = False

    @property
    def key(self) -> str:
        """The key of the piece that moves."""
        return self._item.piece.key

    def move(self, spot: QPointF, pieces: Sequence[Piece]) -> QRectF:
        """Follow the hand, over the slide's pieces; gives where the card was, empty while it stays."""
        by = spot - self._from
        before = self._item.sceneBoundingRect()
        if not self._moved:
            if abs(by.x()) + abs(by.y()) < NEAR:
                return QRectF()
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
        target = self._landing(spot, pieces)
        self._goal.surround(target.area if target is not None and target.target else None)
        return before

    def _landing(self, spot: QPointF, pieces: Sequence[Piece]) -> Piece | None:
        own = self._item.piece
        card = own.area.qt().translated(self._item.pos())
        places = [
            piece
            for piece in pieces
            if piece.target is not None and piece.key != own.key and piece.block == own.block
        ]
        return landing(spot, card, places)

    def drop(self, spot: QPointF, pieces: Sequence[Piece]) -> Press | None:
        """Let go; give what is asked for, or None where no card can lie."""
        target = self._landing(spot, pieces) if self._moved else None
        self.cancel()
        piece = self._piece
        if not self._moved:
            tap = Press(piece.action, piece.block, piece.option, piece.target or "")
            return tap if tap.action else None
        if target is None or target.target is None:
            return None
        return Press("place", piece.block, piece.option, target.target)

    def cancel(self) -> None:
        """Put the item back to its place; where the card goes is the session's to say."""
        self._item.setPos(0, 0)
        self._item.setZValue(self._item.piece.level)
        self._item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        if self._goal.scene() is not None:
            self._goal.scene().removeItem(self._goal)


def _middle(piece: Piece) -> tuple[float, float]:
    return piece.area.x + piece.area.w / 2, piece.area.y + piece.area.h / 2
