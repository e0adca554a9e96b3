"""What a slide is made of: pieces, each a named list of boxes, words, shapes and pictures.

These are values: a piece that did not change compares equal, so a new state repaints only what it changed.
Places are in scene units. `PieceItem` is the one graphics item that shows a piece.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.area import Area, Image, Pictures
from rse_lessons.ui.slide.look import HEIGHT, WIDTH, Style
from rse_lessons.ui.slide.tongues import own


@dataclass(frozen=True, slots=True)
class Box:
    """A filled or edged rectangle with round corners; `foot` thickens its lower edge in `foot_fill`."""

    area: Area
    fill: str = ""
    edge: str = ""
    width: float = 0.0
    radius: float = 10.0
    left_radius: float | None = None
    dashed: bool = False
    foot: float = 0.0
    foot_fill: str = ""

    def paint(self, painter: QPainter, _pictures: Pictures) -> None:
        """Draw it."""
        if self.radius == 0 and self.fill and not self.edge:
            painter.fillRect(self.area.qt(), QColor(self.fill))
            return
        if self.foot:
            painter.fillPath(self._path(self.area), QColor(self.foot_fill or self.edge))
        half = self.width / 2
        top = self.area
        inner = Area(top.x + half, top.y + half, top.w - self.width, top.h - self.width - self.foot)
        path = self._path(inner)
        if self.fill:
            painter.fillPath(path, QColor(self.fill))
        if self.edge and self.width:
            pen = QPen(QColor(self.edge), self.width)
            if self.dashed:
                pen.setDashPattern([3.0, 2.2])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.strokePath(path, pen)

    def _path(self, area: Area) -> QPainterPath:
        path = QPainterPath()
        radius = min(self.radius, area.w / 2, area.h / 2)
        if self.left_radius is None:
            path.addRoundedRect(area.qt(), radius, radius)
            return path
        left = min(self.left_radius, radius)
        path.moveTo(area.x + left, area.y)
        path.arcTo(area.right - 2 * radius, area.y, 2 * radius, 2 * radius, 90, -90)
        path.arcTo(area.right - 2 * radius, area.bottom - 2 * radius, 2 * radius, 2 * radius, 0, -90)
        path.arcTo(area.x, area.bottom - 2 * left, 2 * left, 2 * left, 270, -90)
        path.arcTo(area.x, area.y, 2 * left, 2 * left, 180, -90)
        return path


@dataclass(frozen=True, slots=True)
class Words:
    """Inline HTML set in lines of the area's width."""

    area: Area
    text: str
    style: Style
    colour: str
    short: bool = False
    """True when not all of its words could be shown."""

    def paint(self, painter: QPainter, _pictures: Pictures) -> None:
        """Draw them."""
        painter.save()
        painter.translate(self.area.x, self.area.y)
        words.draw(painter, self.text, self.style, self.area.w, self.colour)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled, edged or both, standing inside `area`."""

    area: Area
    path: QPainterPath
    fill: str = ""
    edge: str = ""
    width: float = 0.0

    def paint(self, painter: QPainter, _pictures: Pictures) -> None:
        """Draw it."""
        if self.fill:
            painter.fillPath(self.path, QColor(self.fill))
        if self.edge:
            pen = QPen(QColor(self.edge), self.width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(self.path, pen)


Op: TypeAlias = Box | Words | Shape | Image


@dataclass(frozen=True, slots=True)
class Press:
    """What a press, or a drop, on a slide asks for."""

    action: str
    """As the session's kinds call it: `choose`, `reveal`, `tally`, `pick`, `put`, `place`, `undo`."""
    block: str
    option: str = ""
    place: str = ""
    """Where a dragged card was dropped; empty for where it waits."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a slide that is painted, pressed and focused as one."""

    key: str
    area: Area
    ops: tuple[Op, ...]
    action: str = ""
    """What pressing it asks for; empty for what cannot be pressed."""
    other: str = ""
    """What pressing it with the second button asks for."""
    option: str = ""
    position: int = -1
    """Its place in the order of keyboard focus; -1 for none."""
    block: str = ""
    drags: str = ""
    """The key of the piece that moves when this one is dragged, which may be its own; empty for none.

    Its `option` is then put where it is dropped.
    """
    target: str | None = None
    """The place that something dropped on it goes to; None for what takes no card."""
    level: int = 0
    """Higher pieces lie over lower ones; those of one level as they come."""
    side: str = ""
    """The language, where a slide is shown in two side by side; each has pieces of its own."""

    def of(self, block: str, side: str = "") -> Piece:
        """Give it as a part of a block, on one side of a slide."""
        name = f"{side}:{block}" if side else block
        drags = f"{name}/{self.drags}" if self.drags else ""
        return replace(self, block=block, key=f"{name}/{self.key}", drags=drags, side=side)


__all__ = ["Area", "Box", "Image", "Op", "Piece", "PieceItem", "Shape", "Words", "words_at"]

_FRAME = QRectF(0, 0, WIDTH, HEIGHT)


class PieceItem(QGraphicsItem):
    """Shows one piece."""

    def __init__(self, piece: Piece, pictures: Pictures) -> None:
        super().__init__()
        self.piece = piece
        self._pictures = pictures
        self.setZValue(piece.level)
        if piece.action:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_piece(self, piece: Piece) -> None:
        """Show `piece` from now on."""
        if piece.area != self.piece.area:
            self.prepareGeometryChange()
        if piece.level != self.piece.level:
            self.setZValue(piece.level)
        self.piece = piece
        self.update()

    def boundingRect(self) -> QRectF:
        """Give the piece's area and the half of an edge that may stand outside it."""
        return self.piece.area.qt().adjusted(-3, -3, 3, 3).intersected(_FRAME)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the piece."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for op in self.piece.ops:
            op.paint(painter, self._pictures)


def words_at(area: Area, text: str, style: Style, colour: str, *, middle: bool = False) -> Words:
    """Set words in an area: shortened, with an ellipsis, where even this style is too tall for it."""
    text = own(text)
    tall = words.measured(text, style, area.w)[0]
    short = tall > area.h + 0.5
    if short:
        text = words.shortened(text, style, area.w, area.h)
        tall = min(area.h, words.measured(text, style, area.w)[0])
    top = area.y + (area.h - tall) / 2 if middle else area.y
    return Words(Area(area.x, top, area.w, tall), text, style, colour, short)
