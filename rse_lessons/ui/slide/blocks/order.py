"""Steps to put in order: lettered cards, mixed, above a path of numbered stones."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import Order
from rse_lessons.ui.slide.blocks import cards, kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, Style, settle

_ROW = 12
"""Stones in a row of the path."""


def _stones(block: Order, fit: Fit) -> float:
    rows = -(-len(block.steps) // _ROW)
    return rows * (74 + 50 * fit.gap) + 10 * max(0, rows - 1)


def _between(fit: Fit) -> float:
    return 16 + 34 * fit.gap


def need(block: Order, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the cards and the stones."""
    head = kit.head_need(block.prompt, setting, width, fit) + kit.takeaway_need(
        kit.outcome(block.takeaway, setting), width, fit
    )
    return (
        head + cards.grid(block.steps, width, fit, lettered=True).height + _between(fit) + _stones(block, fit)
    )


def draw(block: Order, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the prompt, the cards in an order that does not tell, and the stones."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = kit.takeaway(kit.outcome(block.takeaway, setting), setting, rest, fit)
    pieces += foot
    stones = min(_stones(block, fit), rest.h * 0.4)
    over = max(
        0.0, rest.h - cards.grid(block.steps, area.w, fit, lettered=True).height - _between(fit) - stones
    )
    upper = Area(rest.x, rest.y, rest.w, max(1.0, rest.h - stones - _between(fit) - over * 0.3))
    pieces += cards.draw(kit.mixed(block.steps), setting, upper, fit, most=70, letters=True)
    path = Area(rest.x, rest.bottom - stones, rest.w, stones)
    return [*pieces, Piece("stones", path, _path(len(block.steps), setting, path))]


def _path(count: int, setting: Setting, area: Area) -> tuple[Op, ...]:
    ops: list[Op] = []
    rows = -(-count // _ROW) or 1
    for at, row in enumerate(kit.stacked(area, [(area.h - 10 * (rows - 1)) / rows] * rows, 10)):
        here = min(_ROW, count - at * _ROW)
        for index, spot in enumerate(kit.columns(row, here, 22)):
            ops += _stone(at * _ROW + index, setting, spot)
    return tuple(ops)


def _stone(index: int, setting: Setting, spot: Area) -> tuple[Op, ...]:
    """Draw a flat stone that dips and rises along the path."""
    ink = setting.ink
    dip = spot.h * 0.1
    wide = min(spot.w, spot.h * 2.6)
    x = spot.x + (spot.w - wide) / 2
    top = Area(x, spot.y + (dip if index % 2 else 0.0), wide, spot.h - dip)
    shade = QPainterPath()
    shade.addRoundedRect(top.qt(), top.w * 0.34, top.h * 0.48)
    face = Area(top.x, top.y, top.w, top.h - 9)
    path = QPainterPath()
    path.addRoundedRect(face.inset(1.5 if ink.dark else 0).qt(), face.w * 0.34, face.h * 0.48)
    size = max(20.0, min(face.h * 0.46, 48.0))
    style = Style(size, size * 1.35, bold=True, align="centre")
    said = Area(face.x, face.y + (face.h - style.line) / 2, face.w, style.line)
    return (
        Shape(top, shade, ink.ledge),
        Shape(face, path, ink.sunken, ink.plate_edge, 3.0),
        words_at(said, str(index + 1), style, ink.text),
    )


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
