"""Cards to sort: the cards above, below them a birch tray for each column with empty places."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from rse_lessons.lesson.model import Option, Sort
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import cards, kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, settle, token
from rse_lessons.ui.slide.markup import inline

_FOOT = 10.0
_SIDE = 28.0
_MARKS = ("coral", "leaf", "bluebell", "apricot", "plum", "lagoon")


def _between(fit: Fit) -> float:
    return 14 + 26 * fit.gap


def _tray_width(block: Sort, width: float) -> float:
    count = max(1, len(block.columns))
    return (width - 36 * (count - 1)) / count


def _label(block: Sort, width: float, fit: Fit) -> float:
    style = fit.style("body", bold=True)
    wide = _tray_width(block, width) - 2 * _SIDE - fit.body * 1.3
    return max((words.height(inline(column.text), style, wide) for column in block.columns), default=0.0)


def _tray(block: Sort, width: float, fit: Fit) -> float:
    return _label(block, width, fit) + 2 * (6 + 12 * fit.gap) + 110 * fit.gap + _FOOT


def need(block: Sort, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the cards and the trays."""
    head = kit.head_need(block.prompt, setting, width, fit) + kit.takeaway_need(
        kit.outcome(block.takeaway, setting), width, fit
    )
    return head + cards.grid(block.cards, width, fit).height + _between(fit) + _tray(block, width, fit)


def draw(block: Sort, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the prompt, the cards and the trays."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = kit.takeaway(kit.outcome(block.takeaway, setting), setting, rest, fit)
    pieces += foot
    grid = cards.grid(block.cards, rest.w, fit).height
    tray = min(_tray(block, rest.w, fit), rest.h * 0.5)
    over = max(0.0, rest.h - grid - tray - _between(fit))
    upper = max(1.0, min(grid + over * 0.4, rest.h - tray - _between(fit)))
    pieces += cards.draw(block.cards, setting, Area(rest.x, rest.y, rest.w, upper), fit, most=over * 0.4)
    lower = Area(rest.x, rest.y + upper + _between(fit), rest.w, rest.h - upper - _between(fit))
    for index, (column, place) in enumerate(
        zip(block.columns, kit.columns(lower, max(1, len(block.columns)), 36), strict=True)
    ):
        ops = _drawn(column, index, setting, place, fit, label=_label(block, area.w, fit))
        pieces.append(Piece(f"column:{column.id}", place, ops))
    return pieces


def _drawn(
    column: Option, index: int, setting: Setting, place: Area, fit: Fit, *, label: float
) -> tuple[Op, ...]:
    ink = setting.ink
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
    inner = Area(row.x, row.bottom + 8, row.w, place.bottom - _FOOT - 20 - row.bottom - 8)
    if inner.h >= 44:
        count = max(1, min(4, round(inner.w / 300)))
        ops += [cards.empty(spot, ink) for spot in kit.columns(inner, count, 20)]
    return tuple(ops)


def _mark(area: Area, index: int, colour: str) -> Shape:
    """Draw a column's mark: another shape for each, so that colour is never alone."""
    if index % 3 == 0:
        return kit.disc(area, colour)
    path = QPainterPath()
    if index % 3 == 1:
        path.addRoundedRect(area.inset(2).qt(), 6, 6)
    else:
        middle = area.x + area.w / 2
        points = [(middle, area.y), (area.right, area.bottom - 3), (area.x, area.bottom - 3)]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        path.closeSubpath()
    return Shape(area, path, colour)


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
