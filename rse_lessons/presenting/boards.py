"""The boards of the lesson format: `sort`, `order`, `line` and `diamond`. See docs/lesson-format.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rse_lessons.lesson.arranging import in_diamond, mixed
from rse_lessons.lesson.model import Diamond, Line, Order, Sort
from rse_lessons.presenting.kind import Kind
from rse_lessons.presenting.placing import Board, PlacingState, kind, next_or_before

STOPS = 9
"""Places on a line, its two ends among them."""


def _slots(count: int) -> list[str]:
    return [str(number) for number in range(1, count + 1)]


def _through_diamond(places: Sequence[str], at: str, way: str) -> str:
    """Go left and right along the rows, up and down to the place nearest above or below."""
    if way in ("left", "right"):
        return next_or_before(places, at, way)
    rows = in_diamond(places)
    row = next((index for index, line in enumerate(rows) if at in line), 0)
    column = rows[row].index(at) if at in rows[row] else 0
    target = row + (1 if way == "down" else -1)
    if not 0 <= target < len(rows):
        return at
    beside = column + (len(rows[target]) - len(rows[row])) / 2
    return rows[target][min(max(0, int(beside)), len(rows[target]) - 1)]


def _columns(block: Sort) -> set[str]:
    return {column.id for column in block.columns}


SORT: Board[Sort] = Board(
    cards=lambda block: block.cards,
    places=lambda block: [column.id for column in block.columns],
    way=lambda block: {card.id: card.goes_to for card in block.cards if card.goes_to in _columns(block)},
)
ORDER: Board[Order] = Board(
    cards=lambda block: mixed(block.steps),
    places=lambda block: _slots(len(block.steps)),
    single=True,
    way=lambda block: {step.id: str(number) for number, step in enumerate(block.steps, 1)},
)
LINE: Board[Line] = Board(
    cards=lambda block: block.cards,
    places=lambda _block: _slots(STOPS),
)
DIAMOND: Board[Diamond] = Board(
    cards=lambda block: block.cards,
    places=lambda block: _slots(len(block.cards)),
    single=True,
    start=lambda block: tuple((card.id, str(number)) for number, card in enumerate(mixed(block.cards), 1)),
    waits=False,
    step=_through_diamond,
)

BOARDS: dict[type[Any], Board[Any]] = {Sort: SORT, Order: ORDER, Line: LINE, Diamond: DIAMOND}
KINDS: tuple[Kind[Any, PlacingState], ...] = tuple(kind(block, board) for block, board in BOARDS.items())
