"""Lines shown one after another; what was said aloud stands in speech bubbles."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import Option, Reveal
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, settle, token
from rse_lessons.ui.slide.markup import inline

_STAGGER = 96.0
_SIDE = 34.0


def _spoken(block: Reveal) -> bool:
    return bool(block.items) and all(item.text.lstrip()[:1] in {"“", '"', "‘", "«"} for item in block.items)


def _inner(block: Reveal, width: float, fit: Fit) -> float:
    if _spoken(block):
        return width - _STAGGER - 2 * _SIDE
    return width - 2 * _SIDE - fit.body * 1.4 - 24


def _rows(block: Reveal, width: float, fit: Fit) -> list[float]:
    wide = _inner(block, width, fit)
    pad = 2 * (4 + 12 * fit.gap)
    return [
        max(fit.body * 1.4, words.height(inline(item.text), fit.style("body"), wide)) + pad
        for item in block.items
    ]


def _gap(fit: Fit) -> float:
    return 8 + 12 * fit.gap


def need(block: Reveal, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height with every line shown."""
    rows = _rows(block, width, fit)
    head, foot = (
        kit.head_need(block.prompt, setting, width, fit),
        kit.takeaway_need(block.takeaway, width, fit),
    )
    return head + sum(rows) + _gap(fit) * max(0, len(rows) - 1) + foot


def draw(block: Reveal, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the lines shown so far, and a dashed place for each to come; without a state, all of them."""
    shown = len(block.items) if state is None else int(getattr(state, "shown", 0))
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces = [Piece("whole", area, (), action="next-item", position=0)]
    head, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = kit.takeaway(block.takeaway, setting, rest, fit)
    heights = kit.share_out(_rows(block, rest.w, fit), rest.h, _gap(fit), 26 * fit.gap)
    spoken = _spoken(block)
    for index, (item, row) in enumerate(zip(block.items, kit.stacked(rest, heights, _gap(fit)), strict=True)):
        place = _bubble_place(item, row, fit, index) if spoken else row
        if index >= shown:
            ops: tuple[Op, ...] = (Box(place, "", setting.ink.edge, 2.5, 16, dashed=True),)
        elif spoken:
            ops = _bubble(item, index, place, setting, fit)
        else:
            ops = _line(item, index, place, setting, fit)
        pieces.append(Piece(f"item:{item.id}", place, ops))
    return pieces + head + (foot if shown >= len(block.items) else [])


def _bubble_place(item: Option, row: Area, fit: Fit, index: int) -> Area:
    most = row.w - _STAGGER
    natural = words.natural_width(inline(item.text), fit.style("body"), most - 2 * _SIDE)
    wide = min(most, natural + 2 * _SIDE + 6)
    return Area(row.x + (_STAGGER if index % 2 else 0.0), row.y, wide, row.h)


def _bubble(item: Option, index: int, place: Area, setting: Setting, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    fill = ink.tint if index % 2 else token("tint.lamp")
    if ink.dark:
        fill = ink.card
    body = Area(place.x, place.y, place.w, place.h - 10)
    path = QPainterPath()
    path.addRoundedRect(body.qt(), 22, 22)
    tail = QPainterPath()
    x = body.x + 46
    tail.moveTo(x, body.bottom - 2)
    tail.lineTo(x - 6, place.bottom)
    tail.lineTo(x + 34, body.bottom - 2)
    tail.closeSubpath()
    shape = Shape(place, path.united(tail), fill, ink.plate_edge, 3.0)
    said = words_at(body.inset(_SIDE, 3), inline(item.text), fit.style("body"), ink.text, middle=True)
    return shape, said


def _line(item: Option, index: int, place: Area, setting: Setting, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    size = min(fit.body * 1.4, place.h - 6)
    mark = Area(place.x + _SIDE, place.y + (place.h - size) / 2, size, size)
    x = place.x + _SIDE + fit.body * 1.4 + 24
    inner = Area(x, place.y + 3, place.right - _SIDE - x, place.h - 6)
    ground = ink.ground if ink.dark else ink.card
    return (
        Box(place, ink.tint, ink.plate_edge, 3.0 if ink.plate_edge else 0.0, 16),
        *kit.letter(mark, str(index + 1), ink.deep, ground),
        words_at(inner, inline(item.text), fit.style("body"), ink.text, middle=True),
    )


KIND = Kind(need, draw, lambda block: str(block.prompt))
