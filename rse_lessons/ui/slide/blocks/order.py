"""Steps to put in order: lettered cards that wait, mixed, above numbered places that take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import Option, Order
from rse_lessons.presenting.placing import WAITING
from rse_lessons.ui.slide.blocks import board, cards, kit
from rse_lessons.ui.slide.blocks.board import Standing
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, Style, settle

_STONE = 72.0
"""The least height of an empty place."""


def _between(fit: Fit) -> float:
    return 10 + 26 * fit.gap


def _cells(block: Order, width: float, fit: Fit) -> cards.Grid:
    """Give the grid of the waiting cards and of the places: any card may come to lie in any cell."""
    found = cards.grid(block.steps, width, fit, lettered=True)
    return replace(found, rows=(max(found.rows, default=0.0),) * len(found.rows))


def _close(fit: Fit) -> bool:
    """Whether cards close up and empty places shrink, so that words need not be smaller."""
    return fit.step > 2


def _waiting_grid(at: Standing, width: float, fit: Fit) -> cards.Grid:
    return cards.grid(at.waiting, width, fit, lettered=True) if _close(fit) else _cells(at.block, width, fit)


def _place_grid(at: Standing, width: float, fit: Fit) -> cards.Grid:
    cells = _cells(at.block, width, fit)
    if not _close(fit):
        return cells
    wide = (width - cells.gap * (cells.columns - 1)) / cells.columns
    needs = [
        max((cards.need(card, wide, fit, lettered=True) for card in at.on(place)), default=_STONE)
        for place in at.board.places(at.block)
    ]
    rows = tuple(max(needs[i : i + cells.columns]) for i in range(0, len(needs), cells.columns))
    return replace(cells, rows=rows)


def need(block: Order, setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height of the waiting cards, as long as there are any, and of the places."""
    at = board.standing(block, setting, state)
    head = kit.head_need(block.prompt, setting, width, fit) + board.foot_need(at, width, fit)
    waiting = _waiting_grid(at, width, fit).height + _between(fit) if _any_wait(at) else 0.0
    return head + waiting + _place_grid(at, width, fit).height


def _any_wait(at: Standing) -> bool:
    return bool(at.waiting or at.state.held)


def draw(block: Order, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the prompt, the cards in an order that does not tell, and the places."""
    at = board.standing(block, setting, state)
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = board.foot(at, rest, fit)
    pieces += foot
    if _any_wait(at):
        above, below = _waiting_grid(at, rest.w, fit).height, _place_grid(at, rest.w, fit).height
        share = above / (above + below) if above + below else 0.5
        high = max(1.0, (rest.h - _between(fit)) * share)
        upper = Area(rest.x, rest.y, rest.w, high)
        pieces.append(Piece("waiting", upper, (), action="put", target=WAITING))
        pieces += _waiting(at, upper, fit)
        lower = rest.h - high - _between(fit)
        rest = Area(rest.x, rest.bottom - lower, rest.w, max(1.0, lower))
    return pieces + _places(at, rest, fit)


def _spots(count: int, area: Area, grid: cards.Grid) -> list[Area]:
    """Part an area into the cells of a grid."""
    heights = kit.share_out(grid.rows, area.h, grid.gap, 50)
    wide = (area.w - grid.gap * (grid.columns - 1)) / grid.columns
    found = []
    for row in kit.stacked(area, heights, grid.gap):
        found += [Area(row.x + i * (wide + grid.gap), row.y, wide, row.h) for i in range(grid.columns)]
    return found[:count]


def _waiting(at: Standing, area: Area, fit: Fit) -> list[Piece]:
    """Draw the waiting cards; where there is room each stays where it stood from the start."""
    known: Sequence[Option] = at.board.cards(at.block)
    found = at.waiting if _close(fit) else known
    letters = {option.id: kit.LETTERS[index % 26] for index, option in enumerate(known)}
    spots = _spots(len(found), area, _waiting_grid(at, area.w, fit))
    return [
        board.card(at, option, spot, fit, letters[option.id])
        for option, spot in zip(found, spots, strict=True)
        if option.id not in at.where
    ]


def _places(at: Standing, area: Area, fit: Fit) -> list[Piece]:
    """Draw a stone for each place, and the card on it."""
    pieces: list[Piece] = []
    places = at.board.places(at.block)
    for place, spot in zip(places, _spots(len(places), area, _place_grid(at, area.w, fit)), strict=True):
        stone = _stone("" if at.on(place) else place, at.setting, spot)
        pieces.append(Piece(f"stone:{place}", spot, stone, action="put", target=place, level=1))
        pieces += [board.card(at, option, spot, fit, place) for option in at.on(place)]
    return pieces


def _stone(number: str, setting: Setting, spot: Area) -> tuple[Op, ...]:
    """Draw a flat stone with its number; under a card it has none, for the card has it."""
    ink = setting.ink
    wide = min(spot.w, spot.h * 2.6)
    top = Area(spot.x + (spot.w - wide) / 2, spot.y, wide, spot.h)
    shade = QPainterPath()
    shade.addRoundedRect(top.qt(), top.w * 0.34, top.h * 0.48)
    face = Area(top.x, top.y, top.w, top.h - 9)
    path = QPainterPath()
    path.addRoundedRect(face.inset(1.5 if ink.dark else 0).qt(), face.w * 0.34, face.h * 0.48)
    size = max(37.0, min(face.h * 0.6, 48.0))  # to be called out from the back of the room
    style = Style(size, min(size * 1.35, face.h), bold=True, align="centre")
    said = Area(face.x, face.y + (face.h - style.line) / 2, face.w, style.line)
    return (
        Shape(top, shade, ink.ledge),
        Shape(face, path, ink.sunken, ink.plate_edge, 3.0),
        words_at(said, number, style, ink.text),
    )


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
