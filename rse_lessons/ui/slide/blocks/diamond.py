"""Nine cards in a diamond, what matters most at the top."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.i18n.catalogues import ptr
from rse_lessons.lesson.model import Diamond, Option
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import cards, kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline


def _gap(fit: Fit) -> float:
    return 6 + 8 * fit.gap


def _rows(found: Sequence[Option]) -> list[list[Option]]:
    """Part cards into the rows of a diamond: 1, 2, 3, 2, 1 for nine."""
    side = 1
    while side * side < len(found):
        side += 1
    sizes = [min(index + 1, 2 * side - 1 - index) for index in range(2 * side - 1)]
    rows, start = [], 0
    for size in sizes:
        row = list(found[start : start + size])
        start += size
        if row:
            rows.append(row)
    return rows


def _columns(block: Diamond) -> int:
    return max((len(row) for row in _rows(block.cards)), default=1)


def _wide(block: Diamond, width: float, fit: Fit) -> float:
    count = _columns(block)
    return (width - _gap(fit) * (count - 1)) / count


def need(block: Diamond, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the rows."""
    wide = _wide(block, width, fit)
    rows = [max(cards.need(card, wide, fit) for card in row) for row in _rows(block.cards)]
    head = kit.head_need(block.prompt, setting, width, fit) + kit.takeaway_need(
        kit.outcome(block.takeaway, setting), width, fit
    )
    return head + sum(rows) + _gap(fit) * max(0, len(rows) - 1)


def draw(block: Diamond, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the prompt and the diamond, its top and foot named."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = kit.takeaway(kit.outcome(block.takeaway, setting), setting, rest, fit)
    pieces += foot
    wide, gap = _wide(block, rest.w, fit), _gap(fit)
    rows = _rows(block.cards)
    needs = [max(cards.need(card, wide, fit) for card in row) for row in rows]
    heights = kit.share_out(needs, rest.h, gap, 40)
    places = kit.stacked(rest, heights, gap)
    for row, place in zip(rows, places, strict=True):
        used = wide * len(row) + gap * (len(row) - 1)
        x = place.x + (place.w - used) / 2
        for index, card in enumerate(row):
            spot = Area(x + index * (wide + gap), place.y, wide, place.h)
            pieces.append(Piece(f"card:{card.id}", spot, cards.face(card, setting, spot, fit)))
    if _columns(block) >= 3 and len(rows[0]) == len(rows[-1]) == 1:
        pieces += _names(setting, places, wide, gap, fit)
    return pieces


def _names(setting: Setting, places: Sequence[Area], wide: float, gap: float, fit: Fit) -> list[Piece]:
    """Name the top and the foot, in the corners that a diamond leaves free."""
    found = []
    texts = (ptr("diamond", "Matters most"), ptr("diamond", "Matters least"))
    for index, (text, row) in enumerate(zip(texts, (places[0], places[-1]), strict=True)):
        room = (row.w - wide) / 2 - gap * 2 - 20
        style = fit.style("body", bold=True)
        if words.height(inline(text), style, room) > row.h:
            continue
        place = Area(row.x, row.y, room, row.h)
        said = words_at(place, inline(text), style, setting.ink.deep, middle=True)
        found.append(Piece(f"name:{index}", place, (said,)))
    return found


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
