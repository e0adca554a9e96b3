"""Statements to place on a line between two ends; the cards wait above it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import Line
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import cards, kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, Inks, settle
from rse_lessons.ui.slide.markup import inline

_TALL = 52.0


def _ends(block: Line, width: float, fit: Fit) -> float:
    style = fit.style("body", bold=True)
    return max(words.height(inline(end), style, width * 0.46) for end in block.ends)


def _between(fit: Fit) -> float:
    return 20 + 40 * fit.gap


def need(block: Line, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the cards, the line and its ends."""
    head = kit.head_need(block.prompt, setting, width, fit) + kit.takeaway_need(
        kit.outcome(block.takeaway, setting), width, fit
    )
    grid = cards.grid(block.cards, width, fit).height
    return head + grid + _between(fit) + _TALL + 8 + _ends(block, width, fit)


def draw(block: Line, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the prompt, the cards, and the line with its ends."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = kit.takeaway(kit.outcome(block.takeaway, setting), setting, rest, fit)
    pieces += foot
    ends = min(_ends(block, area.w, fit), rest.h * 0.3)
    low = _TALL + 8 + ends
    over = max(0.0, rest.h - cards.grid(block.cards, area.w, fit).height - _between(fit) - low)
    upper = Area(rest.x, rest.y, rest.w, max(1.0, rest.h - low - _between(fit) - over * 0.35))
    pieces += cards.draw(block.cards, setting, upper, fit, most=80)
    bottom = rest.bottom - over * 0.12
    line = Area(rest.x, bottom - low, rest.w, _TALL)
    pieces.append(Piece("line", line, _drawn(setting.ink, line)))
    said = Area(rest.x, bottom - ends, rest.w, ends)
    wide = rest.w * 0.46
    for index, (end, align) in enumerate(zip(block.ends, ("left", "right"), strict=True)):
        place = Area(said.x if index == 0 else said.right - wide, said.y, wide, ends)
        style = fit.style("body", bold=True, align=align)
        pieces.append(Piece(f"end:{index}", place, (words_at(place, inline(end), style, setting.ink.deep),)))
    return pieces


def _drawn(ink: Inks, area: Area) -> tuple[Op, ...]:
    """Draw a rope of wood between two knobs, with places marked on it."""
    middle = area.y + area.h / 2
    rail = QPainterPath()
    rail.addRoundedRect(QRectF(area.x + 20, middle - 7, area.w - 40, 14), 7, 7)
    ops: list[Op] = [Shape(area, rail, ink.ledge)]
    for step in range(1, 8):
        x = area.x + area.w * step / 8
        mark = QPainterPath(QPointF(x, middle - 14))
        mark.lineTo(x, middle + 14)
        ops.append(Shape(area, mark, edge=ink.edge, width=3.0))
    for x in (area.x, area.right - area.h):
        ops.append(kit.disc(Area(x, area.y, area.h, area.h), ink.deep))
        inner = Area(x, area.y, area.h, area.h).inset(15)
        ops.append(kit.disc(inner, ink.ground))
    return tuple(ops)


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
