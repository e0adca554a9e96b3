"""Nine cards in a diamond, what matters most at the top."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.i18n.catalogues import ptr
from rse_lessons.lesson.arranging import in_diamond
from rse_lessons.lesson.model import Diamond
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import board, cards, kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both


def _gap(fit: Fit) -> float:
    return 6 + 8 * fit.gap


def _columns(block: Diamond) -> int:
    return max((len(row) for row in in_diamond(block.cards)), default=1)


def _wide(block: Diamond, width: float, fit: Fit) -> float:
    count = _columns(block)
    return (width - _gap(fit) * (count - 1)) / count


def need(block: Diamond, setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height of the rows; each is as high as the tallest card, which may come to lie anywhere."""
    at = board.standing(block, setting, state)
    wide = _wide(block, width, fit)
    tallest = max((cards.need(card, wide, fit) for card in block.cards), default=0.0)
    rows = [tallest for _row in in_diamond(block.cards)]
    head = kit.head_need(block.prompt, setting, width, fit) + board.foot_need(at, width, fit)
    return head + sum(rows) + _gap(fit) * max(0, len(rows) - 1)


def draw(block: Diamond, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the prompt and the diamond, its top and foot named."""
    at = board.standing(block, setting, state)
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = board.foot(at, rest, fit)
    pieces += foot
    wide, gap = _wide(block, rest.w, fit), _gap(fit)
    rows = in_diamond(block.cards)
    tallest = max((cards.need(card, wide, fit) for card in block.cards), default=0.0)
    places = kit.stacked(rest, kit.share_out([tallest] * len(rows), rest.h, gap, 40), gap)
    numbers = iter(at.board.places(block))
    for row, place in zip(rows, places, strict=True):
        used = wide * len(row) + gap * (len(row) - 1)
        x = place.x + (place.w - used) / 2
        for index in range(len(row)):
            spot, number = Area(x + index * (wide + gap), place.y, wide, place.h), next(numbers)
            empty = cards.empty(spot, setting.ink)
            pieces.append(Piece(f"place:{number}", spot, (empty,), action="put", target=number, level=1))
            pieces += [board.card(at, card, spot, fit) for card in at.on(number)]
    if _columns(block) >= 3 and len(rows[0]) == len(rows[-1]) == 1:
        pieces += _names(setting, places, wide, gap, fit)
    return pieces


def _names(setting: Setting, places: Sequence[Area], wide: float, gap: float, fit: Fit) -> list[Piece]:
    """Name the top and the foot, in the corners that a diamond leaves free."""
    found = []
    most = both(lambda: ptr("diamond", "Matters most"))
    texts = (most, both(lambda: ptr("diamond", "Matters less")))
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
