"""What stands on a sheet, one thing under another, and how each may be cut where a sheet ends.

Every thing has the same members: `gap`, the room above it, left out at the head of a sheet; `keep`, whether
it stays with what follows, as a heading does; `height` without the gap; `least`, the height that must be
free for it to begin; `cut`, which parts it so that the first part is at most so tall, or gives None; `paint`
at a left upper corner. Where sheets end is decided in `pages`; what a document is made of, in `compose`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.drawing import Area, Image
from rse_lessons.ui.slide.look import Style
from rse_lessons.ui.slide.pictures import PictureStore

TOGETHER = 2
"""So many lines stay together at the foot and at the head of a sheet."""


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new sheet."""

    gap: float = 0.0
    keep: bool = False
    height: float = 0.0
    least: float = 0.0

    def cut(self, _tall: float) -> None:
        """Never."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Words set in lines; `first` to `last` are the lines of them that stand here."""

    text: str
    """Inline HTML."""
    style: Style
    wide: float
    colour: str
    gap: float = 0.0
    keep: bool = False
    indent: float = 0.0
    mark: str = ""
    """What stands before the first line, such as a number; `box` is an empty box, `dot` a dot."""
    mark_style: Style | None = None
    first: int = 0
    last: int = -1

    @property
    def count(self) -> int:
        """How many lines stand here."""
        return (self._all() if self.last < 0 else self.last) - self.first

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.count * self.style.line

    @property
    def least(self) -> float:
        """Two lines, or all where there are few."""
        return self.height if self.count < 2 * TOGETHER else TOGETHER * self.style.line

    def cut(self, tall: float) -> tuple[Lines, Lines] | None:
        """Part it between lines, leaving no line alone."""
        fits = min(int(tall // self.style.line), self.count - TOGETHER)
        if self.keep or fits < TOGETHER:
            return None
        at = self.first + fits
        end = self._all() if self.last < 0 else self.last
        return replace(self, last=at), replace(self, first=at, last=end, gap=0.0, mark="")

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines, and the mark before them."""
        if self.mark:
            self._paint_mark(painter, x, y)
        top = self.first * self.style.line
        document = self._document()
        corner = document.begin().layout().position() + QPointF(x + self.indent, y - top)
        painter.setPen(QColor(self.colour))
        # Line by line: a clip would let the lines beside them into a PDF, unseen but found and copied.
        for _, line in words.lines_of(document)[self.first : self.first + self.count]:
            line.draw(painter, corner)

    def _paint_mark(self, painter: QPainter, x: float, y: float) -> None:
        line, size = self.style.line, self.style.size
        middle = y + line / 2
        right = x + self.indent
        if self.mark == "box":
            side = size * 0.95
            painter.setPen(QPen(QColor(self.colour), size * 0.09))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            area = QRectF(right - side - size * 0.75, middle - side / 2, side, side)
            painter.drawRoundedRect(area, side * 0.16, side * 0.16)
        elif self.mark == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colour))
            painter.drawEllipse(QPointF(right - size * 0.85, middle), size * 0.17, size * 0.17)
        else:
            style = self.mark_style or self.style
            painter.save()
            painter.translate(x, y)
            words.draw(
                painter, self.mark, replace(style, align="right"), self.indent - size * 0.5, self.colour
            )
            painter.restore()

    def _document(self) -> QTextDocument:
        return words.document(self.text, self.style, max(1.0, self.wide - self.indent))[0]

    def _all(self) -> int:
        return max(1, len(words.lines_of(self._document()))) if self.text else 1


@dataclass(frozen=True)
class Stack:
    """Lines under one another, in a box or a cell."""

    lines: tuple[Lines, ...]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        total = sum(line.height + (line.gap if index else 0) for index, line in enumerate(self.lines))
        object.__setattr__(self, "height", total)

    def cut(self, tall: float) -> tuple[Stack, Stack]:
        """Part it; either part may be empty."""
        used = 0.0
        for index, line in enumerate(self.lines):
            gap = line.gap if index else 0.0
            if used + gap + line.height <= tall:
                used += gap + line.height
                continue
            parts = line.cut(tall - used - gap)
            if parts is None:
                return Stack(self.lines[:index]), Stack(self.lines[index:])
            return Stack((*self.lines[:index], parts[0])), Stack((parts[1], *self.lines[index + 1 :]))
        return self, Stack(())

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw its lines."""
        for index, line in enumerate(self.lines):
            y += line.gap if index else 0.0
            line.paint(painter, x, y)
            y += line.height


@dataclass(frozen=True)
class Boxed:
    """Words on a tinted ground, with an edge at the left."""

    inside: Stack
    wide: float
    pad: float
    fill: str
    edge: str
    gap: float = 0.0
    keep: bool = False

    @property
    def height(self) -> float:
        """Its words and the room around them."""
        return self.inside.height + 2 * self.pad

    @property
    def least(self) -> float:
        """All of it: a box is parted only where a sheet is too short for it."""
        return self.height

    def cut(self, tall: float) -> tuple[Boxed, Boxed] | None:
        """Part its words."""
        above, below = self.inside.cut(tall - 2 * self.pad)
        if not above.lines or not below.lines:
            return None
        return replace(self, inside=above), replace(self, inside=below, gap=0.0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the ground, the edge and the words."""
        painter.fillRect(QRectF(x, y, self.wide, self.height), QColor(self.fill))
        painter.fillRect(QRectF(x, y, self.pad * 0.45, self.height), QColor(self.edge))
        self.inside.paint(painter, x + self.pad * 1.6, y + self.pad)


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    cells: tuple[Stack, ...]
    widths: tuple[float, ...]
    pad: float
    rule: str
    fill: str = ""
    grid: bool = False
    """Whether every cell has lines all round, to be written in or cut apart."""
    room: float = 0.0
    """The least height of its words, for a pen."""
    gap: float = 0.0
    keep: bool = False
    head: Row | None = None
    """The row that stands above it again on a further sheet."""
    whole: float = 1500.0
    """A row that is not taller than this is never parted."""

    @property
    def height(self) -> float:
        """The tallest cell and the room around it."""
        return max(self.room, *(cell.height for cell in self.cells)) + 2 * self.pad

    @property
    def least(self) -> float:
        """All of it, unless it is very tall."""
        return min(self.height, self.whole)

    def cut(self, tall: float) -> tuple[Row, Row] | None:
        """Part every cell at the same height."""
        if self.keep or self.height <= self.whole:
            return None
        parts = [cell.cut(tall - 2 * self.pad) for cell in self.cells]
        if all(not above.lines for above, _ in parts) or all(not below.lines for _, below in parts):
            return None
        above = replace(self, cells=tuple(part[0] for part in parts), room=0.0)
        return above, replace(self, cells=tuple(part[1] for part in parts), room=0.0, gap=0.0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the cells and the lines between them."""
        tall, wide = self.height, sum(self.widths)
        if self.fill:
            painter.fillRect(QRectF(x, y, wide, tall), QColor(self.fill))
        painter.setPen(QPen(QColor(self.rule), 7))
        if self.grid:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.drawLine(QPointF(x, y + tall), QPointF(x + wide, y + tall))
        for cell, width in zip(self.cells, self.widths, strict=True):
            if self.grid:
                painter.setPen(QPen(QColor(self.rule), 7))
                painter.drawRect(QRectF(x, y, width, tall))
            cell.paint(painter, x + self.pad, y + self.pad)
            x += width


@dataclass(frozen=True)
class Drawn:
    """Something of a known height that draws itself: a picture, a slide, the title."""

    height: float
    draw: Callable[[QPainter, float, float], None]
    gap: float = 0.0
    keep: bool = False

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def cut(self, _tall: float) -> None:
        """Never."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it."""
        self.draw(painter, x, y)


Thing: TypeAlias = Break | Lines | Boxed | Row | Drawn


def picture(path: Path, wide: float, tall: float, gap: float, pictures: PictureStore) -> Drawn | None:
    """Give a picture that fits an area; None when it cannot be read."""
    survey = pictures.survey(path)
    if survey is None:
        return None
    across = min(wide, tall * survey.aspect)
    down = across / survey.aspect

    def draw(painter: QPainter, x: float, y: float) -> None:
        area = Area(x, y, across, down)
        pictures.draw(painter, Image(area, path, area, radius=80))

    return Drawn(down, draw, gap)
