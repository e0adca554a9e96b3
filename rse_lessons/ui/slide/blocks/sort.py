"""Cards to sort: those that wait above, below them a birch tray for each column with what was put there."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from rse_lessons.lesson.model import Option, Sort
from rse_lessons.presenting.placing import WAITING
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import board, cards, kit
from rse_lessons.ui.slide.blocks.board import Standing
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, settle, token
from rse_lessons.ui.slide.markup import inline

_FOOT = 10.0
_SIDE = 28.0
_INSIDE = 20.0
_MARKS = ("bluebell", "apricot", "plum", "lagoon", "leaf", "coral")
"""Colours that call no column right or wrong come first."""

_SHAPES = 5
"""A disc, a square, a triangle, a diamond, a triangle on its point: as many as a sort should have columns."""


def _between(fit: Fit) -> float:
    return 14 + 26 * fit.gap


def _tray_width(block: Sort, width: float) -> float:
    count = max(1, len(block.columns))
    return (width - 36 * (count - 1)) / count


def _label(block: Sort, tray: float, fit: Fit) -> float:
    """Give the height of the longest label of trays so wide."""
    style = fit.style("body", bold=True)
    wide = tray - 2 * _SIDE - fit.body * 1.3
    return max((words.height(inline(column.text), style, wide) for column in block.columns), default=0.0)


def _inner(at: Standing, width: float) -> float:
    return _tray_width(at.block, width) - 2 * _INSIDE


def _tray(at: Standing, width: float, fit: Fit) -> float:
    """Give the height of the trays: their label, and the fullest one's cards or an empty place."""
    wide = _inner(at, width)
    fullest = max(
        (board.grid_of(at, _shown(at, column.id), wide, fit).height for column in at.block.columns),
        default=0.0,
    )
    label = _label(at.block, _tray_width(at.block, width), fit) + 2 * (6 + 12 * fit.gap)
    return label + max(fullest, 60 + 50 * fit.gap) + _INSIDE + _FOOT


def _shown(at: Standing, column: str) -> list[Option]:
    return [board.explained(at, option) for option in at.on(column)]


def _upper(at: Standing, width: float, fit: Fit) -> float:
    """Give the height of the cards that wait, and the gap under them."""
    return cards.grid(at.waiting, width, fit).height + _between(fit) if at.waiting else 0.0


def need(block: Sort, setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height of the cards that wait and the trays with theirs."""
    at = board.standing(block, setting, state)
    head = kit.head_need(block.prompt, setting, width, fit) + board.foot_need(at, width, fit)
    return head + _upper(at, width, fit) + _tray(at, width, fit)


def draw(block: Sort, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the prompt, the cards that wait, and the trays with the cards that were put there."""
    at = board.standing(block, setting, state)
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = board.foot(at, rest, fit)
    pieces += foot
    tray, upper = _tray(at, rest.w, fit), _upper(at, rest.w, fit)
    if tray + upper > rest.h:  # more than fits: neither may crowd the other out
        tray = min(tray, rest.h * 0.4 if at.waiting else rest.h)
        upper = min(upper, rest.h - tray)
    over = max(0.0, rest.h - tray - upper)
    if at.waiting:
        high = max(1.0, upper - _between(fit) + over * 0.3)
        place = Area(rest.x, rest.y, rest.w, high)
        pieces.append(Piece("waiting", place, (), action="put", target=WAITING))
        pieces += board.stacked_in(at, at.waiting, place, fit, most=over * 0.3)
        used = high + _between(fit)
        rest = Area(rest.x, rest.y + used, rest.w, max(1.0, rest.h - used))
    else:
        pieces.append(Piece("waiting", Area(area.x, area.y, area.w, 1.0), (), target=WAITING))
    places = kit.columns(rest, max(1, len(block.columns)), 36)
    for index in range(len(block.columns)):
        pieces += _column(at, index, places[index], fit)
    return pieces


def _column(at: Standing, index: int, place: Area, fit: Fit) -> list[Piece]:
    ink, column = at.setting.ink, at.block.columns[index]
    label = _label(at.block, place.w, fit)
    edge = ink.plate_edge
    ops: list[Op] = [Box(place, ink.sunken, edge, 3.0 if edge else 0.0, 18, foot=_FOOT, foot_fill=ink.ledge)]
    style = fit.style("body", bold=True)
    pad = 6 + 12 * fit.gap
    row = Area(place.x + _SIDE, place.y + pad, place.w - 2 * _SIDE, min(label, place.h - pad - _FOOT))
    size = min(fit.body * 0.95, row.h)
    mark = Area(row.x, row.y + (min(style.line, row.h) - size) / 2, size, size)
    ops.append(_mark(mark, index, ink.text if ink.dark else token(f"palette.{_MARKS[index % 6]}")))
    said = Area(row.x + fit.body * 1.3, row.y, row.w - fit.body * 1.3, row.h)
    ops.append(words_at(said, inline(column.text), style, ink.text))
    top = row.bottom + pad
    inner = Area(
        place.x + _INSIDE, top, place.w - 2 * _INSIDE, max(1.0, place.bottom - _FOOT - _INSIDE - top)
    )
    found = _shown(at, column.id)
    if not found and inner.h >= 44:
        count = max(1, min(4, round(inner.w / 300)))
        ops += [cards.empty(spot, ink) for spot in kit.columns(inner, count, 20)]
    pieces = [Piece(f"column:{column.id}", place, tuple(ops), action="put", target=column.id, level=1)]
    if found:
        most = 30 * fit.gap
        wanted = board.grid_of(at, found, inner.w, fit).height + most * len(found)
        pieces += board.stacked_in(
            at, found, Area(inner.x, inner.y, inner.w, min(inner.h, wanted)), fit, most=most
        )
    return pieces


def _mark(area: Area, index: int, colour: str) -> Shape:
    """Draw a column's mark: another shape for each, so that colour is never alone."""
    if index % _SHAPES == 0:
        return kit.disc(area, colour)
    path = QPainterPath()
    middle, centre = area.x + area.w / 2, area.y + area.h / 2
    if index % _SHAPES == 1:
        path.addRoundedRect(area.inset(2).qt(), 6, 6)
        return Shape(area, path, colour)
    points = {
        2: [(middle, area.y), (area.right, area.bottom - 3), (area.x, area.bottom - 3)],
        3: [(middle, area.y), (area.right, centre), (middle, area.bottom), (area.x, centre)],
        4: [(area.x, area.y + 3), (area.right, area.y + 3), (middle, area.bottom)],
    }[index % _SHAPES]
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return Shape(area, path, colour)


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
