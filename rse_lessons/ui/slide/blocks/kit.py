"""What every kind of block draws with: the setting it stands in, rows, question heads, takeaways, marks.

A block kind is two functions, `need` (its greatest height at a step of fitting) and `draw` (its pieces in an
area and a state). Both are pure: the scene compares pieces and repaints those that changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, Words, words_at
from rse_lessons.ui.slide.look import RADIUS, Fit, Inks, SlideLook, Style
from rse_lessons.ui.slide.markup import inline

LEAST = 36.0
"""The least height of a row with words: a line of the smallest words, and its edge."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block stands in."""

    look: SlideLook
    ink: Inks
    heads: bool = False
    """True when the block's own question is the slide's heading."""
    pictured: bool = False
    """True when a picture stands on the slide."""
    baseline: bool = False
    """True in the stage where hands are counted for the first time."""
    on_tint: bool = False
    """True when the slide's ground is the band's tint."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of block is drawn."""

    need: Callable[[Any, Setting, float, Fit, Any], float]
    """(block, setting, width, fit, state or None): the height that it needs in this state."""
    draw: Callable[[Any, Setting, Area, Fit, Any], list[Piece]]
    """(block, setting, area, fit, state or None): its pieces."""
    question: Callable[[Any], str] = lambda _block: ""
    """The words that may stand as the slide's heading."""
    stretch: bool = False
    """Whether it takes all the height that is left."""
    wide: bool = False
    """Whether a picture beside it must be small."""


def head_style(setting: Setting, fit: Fit) -> Style:
    """Give the style of a block's question: the heading's, or a step less under a heading."""
    return fit.style("heading") if setting.heads else fit.style("lead", bold=True)


def head_need(text: str, setting: Setting, width: float, fit: Fit) -> float:
    """Give the height of a question and the gap under it."""
    if not text.strip():
        return 0.0
    return words.height(inline(text), head_style(setting, fit), width) + 26 * fit.gap + 4


def head(
    text: str, setting: Setting, area: Area, fit: Fit, *, balance: bool = True
) -> tuple[list[Piece], Area]:
    """Draw a question; give it and the area under it."""
    if not text.strip():
        return [], area
    style = head_style(setting, fit)
    tall = min(words.measured(inline(text), style, area.w)[0], area.h * 0.6)
    wide = words.balanced(inline(text), style, area.w) if balance else area.w
    said = words_at(Area(area.x, area.y, wide, tall), inline(text), style, setting.ink.text)
    used = tall + 26 * fit.gap + 4
    piece = Piece("question", Area(area.x, area.y, area.w, tall), (said,))
    return [piece], Area(area.x, area.y + used, area.w, max(1.0, area.h - used))


def takeaway_need(text: str, width: float, fit: Fit) -> float:
    """Give the height of a takeaway box and the gap over it."""
    if not text.strip():
        return 0.0
    tall = words.height(inline(text), fit.style("body", bold=True), width - 60)
    return tall + 2 * _takeaway_pad(fit) + 30 * fit.gap


def _takeaway_pad(fit: Fit) -> float:
    return 6 + 10 * fit.gap


def takeaway(text: str, setting: Setting, area: Area, fit: Fit) -> tuple[list[Piece], Area]:
    """Draw the thing to remember at the foot of an area; give it and the area over it."""
    if not text.strip():
        return [], area
    tall = min(takeaway_need(text, area.w, fit), area.h * 0.7)
    if tall > words.TOO_LONG:
        tall = area.h * 0.5
    box = Area(area.x, area.bottom - tall + 30 * fit.gap, area.w, tall - 30 * fit.gap)
    piece = Piece("takeaway", box, message(inline(text), setting, box, fit))
    return [piece], Area(area.x, area.y, area.w, max(1.0, area.h - tall))


def message(text: str, setting: Setting, box: Area, fit: Fit) -> tuple[Op, ...]:
    """Draw a tinted box with bold words; on a tinted ground it is a page."""
    ink = setting.ink
    ground = Box(
        box,
        ink.card if setting.on_tint else ink.tint,
        ink.plate_edge,
        3.0 if ink.plate_edge else 0.0,
        RADIUS * 0.8,
    )
    pad = _takeaway_pad(fit)
    said = words_at(
        box.inset(30, min(pad, box.h / 4)), text, fit.style("body", bold=True), ink.text, middle=True
    )
    return ground, said


def share_out(needs: Sequence[float], height: float, gap: float, most: float = 0.0) -> list[float]:
    """Give each row its height and a share of what is over, up to `most`; in need the tallest yield.

    Where there are more rows than lines that can be read, the last ones get none.
    """
    if not needs:
        return []
    room = max(1.0, height - gap * (len(needs) - 1))
    total = sum(needs)
    if total > room:
        heights = capped(needs, room)
        if all(tall >= min(LEAST, need) - 0.01 for tall, need in zip(heights, needs, strict=True)):
            return heights
        count = min(len(needs), max(1, int((height + gap) / (LEAST + gap))))
        shown = capped(needs[:count], max(1.0, height - gap * (count - 1)))
        return [*shown, *([0.0] * (len(needs) - count))]
    more = min(most, (room - total) / len(needs))
    return [need + more for need in needs]


def capped(needs: Sequence[float], room: float) -> list[float]:
    """Cut the tallest rows alike until all fit, so that short ones stay whole."""
    left, cap = room, room
    for at, need in enumerate(sorted(needs)):
        cap = left / (len(needs) - at)
        if need > cap:
            break
        left -= need
    return [min(need, cap) for need in needs]


def stacked(area: Area, heights: Sequence[float], gap: float) -> list[Area]:
    """Put rows of these heights under each other."""
    found, y = [], area.y
    for height in heights:
        found.append(Area(area.x, y, area.w, height))
        y += height + gap
    return found


def columns(area: Area, count: int, gap: float) -> list[Area]:
    """Part an area into equal columns."""
    wide = (area.w - gap * (count - 1)) / count
    return [Area(area.x + i * (wide + gap), area.y, wide, area.h) for i in range(count)]


def ellipse(area: Area) -> QPainterPath:
    """Give the path of an ellipse that fills an area."""
    path = QPainterPath()
    path.addEllipse(area.qt())
    return path


def disc(area: Area, fill: str, edge: str = "", width: float = 0.0) -> Shape:
    """Draw a disc."""
    return Shape(area, ellipse(area.inset(width / 2)), fill, edge, width)


def letter(area: Area, text: str, fill: str, colour: str, edge: str = "") -> tuple[Op, ...]:
    """Draw a bold letter or number in a disc."""
    size = max(20.0, area.w * 0.58)
    style = Style(size, min(size * 1.4, area.h), bold=True, align="centre")
    said = words_at(Area(area.x, area.y + (area.h - style.line) / 2, area.w, style.line), text, style, colour)
    return disc(area, fill, edge, 3.0 if edge else 0.0), said


def tick(area: Area, fill: str, colour: str) -> tuple[Op, ...]:
    """Draw a tick in a disc."""
    path = QPainterPath(QPointF(area.x + area.w * 0.28, area.y + area.h * 0.52))
    path.lineTo(area.x + area.w * 0.44, area.y + area.h * 0.68)
    path.lineTo(area.x + area.w * 0.73, area.y + area.h * 0.36)
    return disc(area, fill), Shape(area, path, edge=colour, width=area.w * 0.1)


def bullet_at(place: Area, line: float, size: float) -> Area:
    """Give where the mark of an item stands: in the middle of its first line's small letters."""
    tall = min(size * 0.5, place.h)
    top = min(place.y + (line - tall) / 2 + size * 0.1, place.bottom - tall)
    return Area(place.x + 3, top, tall * 0.62, tall)


def bullet(area: Area, colour: str) -> Shape:
    """Draw a small book's back, the mark of a list item."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(area.x, area.y, area.w, area.h), 5, 5)
    path.addRect(QRectF(area.x, area.y, area.w / 2, area.h))
    path.setFillRule(Qt.FillRule.WindingFill)
    return Shape(area, path, colour)


def readable(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out pieces that no room was left for; one that says so stands in for them."""
    found = [piece for piece in pieces if piece.area.h >= 1 or not piece.ops]
    if len(found) < len(pieces):
        left = Area(0.0, 0.0, 1.0, 1.0)
        style = Style(20.0, 28.0)
        found.append(Piece("left-out", left, (Words(left, "", style, "", short=True),)))
    return found


def any_short(pieces: Sequence[Piece]) -> bool:
    """Whether words had to be left out of any piece."""
    return any(isinstance(op, Words) and op.short for piece in pieces for op in piece.ops)
