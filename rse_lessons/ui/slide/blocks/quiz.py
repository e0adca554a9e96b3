"""A question with lettered options: chosen ones tinted, then the ones to remember green with a tick."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Option, Quiz
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline


def _circle(fit: Fit) -> float:
    return fit.body * 1.56


def _pad(fit: Fit) -> float:
    return 8 + 12 * fit.gap


def _text_width(width: float, fit: Fit) -> float:
    return width - 29 - _circle(fit) - 26 - 29


def _row(option: Option, width: float, fit: Fit, explained: bool) -> float:
    wide = _text_width(width, fit)
    tall = words.height(inline(option.text), fit.style("body"), wide)
    if explained and option.explanation:
        tall += words.height(inline(option.explanation), fit.style("body"), wide)
    return max(_circle(fit), tall) + 2 * _pad(fit)


def _gap(fit: Fit) -> float:
    return 4 + 16 * fit.gap


def _rows(block: Quiz, width: float, fit: Fit, explained: set[str]) -> list[float]:
    return [_row(option, width, fit, option.id in explained) for option in block.options]


def _fullest(block: Quiz) -> set[str]:
    """The options explained when each answer and the longest other choice are."""
    others = [option for option in block.options if option.id not in block.answers]
    longest = max(others, key=lambda option: len(option.explanation), default=None)
    return set(block.answers) | ({longest.id} if longest else set())


def need(block: Quiz, setting: Setting, width: float, fit: Fit) -> float:
    """Give the height with the answers and one other choice explained."""
    rows = _rows(block, width, fit, _fullest(block))
    return (
        kit.head_need(block.question, setting, width, fit)
        + sum(rows)
        + _gap(fit) * max(0, len(rows) - 1)
        + max(kit.takeaway_need(block.takeaway, width, fit), _button(fit))
    )


def _button(fit: Fit) -> float:
    return fit.style("body").line + 16 + 24 * fit.gap


def draw(block: Quiz, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the question, its options as they stand, and what is to be remembered."""
    chosen = set(getattr(state, "chosen", ()))
    revealed = bool(getattr(state, "revealed", False))
    explained = (set(block.answers) | chosen) if revealed else set()
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    fit = settle(area.h, fit, lambda f: _standing(block, setting, area.w, f, explained))
    pieces, rest = kit.head(block.question, setting, area, fit)
    if revealed:
        foot, rest = kit.takeaway(block.takeaway, setting, rest, fit)
    else:
        foot, rest = _reveal(block, setting, rest, fit, bool(chosen))
    rows = _rows(block, rest.w, fit, explained)
    heights = kit.share_out(rows, rest.h, _gap(fit), 22 * fit.gap)
    for index, (option, place) in enumerate(
        zip(block.options, kit.stacked(rest, heights, _gap(fit)), strict=True)
    ):
        ops = _option(block, option, index, setting, place, fit, option.id in chosen, revealed)
        pieces.append(
            Piece(f"option:{option.id}", place, ops, action="choose", option=option.id, position=index)
        )
    return pieces + foot


def _standing(block: Quiz, setting: Setting, width: float, fit: Fit, explained: set[str]) -> float:
    rows = _rows(block, width, fit, explained)
    head = kit.head_need(block.question, setting, width, fit)
    return head + sum(rows) + _gap(fit) * len(rows) + kit.takeaway_need(block.takeaway, width, fit)


def _reveal(
    block: Quiz, setting: Setting, area: Area, fit: Fit, ready: bool
) -> tuple[list[Piece], Area]:
    """Keep the place of the takeaway; once something is chosen, offer to look at the answers there."""
    tall = min(max(kit.takeaway_need(block.takeaway, area.w, fit), _button(fit)), area.h * 0.4)
    rest = Area(area.x, area.y, area.w, area.h - tall)
    if not ready:
        return [], rest
    style = fit.style("body", bold=True, align="centre")
    label = inline(tr("What do we want to remember?"))
    wide = min(area.w, words.natural_width(label, style, area.w) + 72)
    high = min(tall, style.line + 16)
    place = Area(area.right - wide, area.bottom - high, wide, high)
    ink = setting.ink
    ops: tuple[Op, ...] = (
        Box(place, ink.card, ink.text, 3.0, 18),
        words_at(place.inset(12, 4), label, style, ink.text, middle=True),
    )
    return [Piece("reveal", place, ops, action="reveal", position=len(block.options))], rest


def _option(
    block: Quiz, option: Option, index: int, setting: Setting, place: Area, fit: Fit, chosen: bool, revealed: bool
) -> tuple[Op, ...]:
    ink = setting.ink
    remember = revealed and option.id in block.answers
    other = revealed and chosen and not remember
    tinted = chosen and not revealed
    fill, edge, width, colour = ink.card, ink.edge, 3.0, ink.text
    if remember:
        fill, edge, width, colour = ink.good_ground, ink.good, 4.5, ink.on_good
    elif tinted:
        fill, edge, width, colour = ink.selected, ink.selected_edge, 4.5, ink.on_selected
    size = min(_circle(fit), place.h - 8)
    mark = Area(place.x + 29, place.y + (place.h - size) / 2, size, size)
    sign = kit.LETTERS[index % 26]
    if remember:
        marked = kit.tick(mark, ink.good, ink.ground if ink.dark else ink.card)
    elif tinted:
        marked = kit.letter(mark, sign, ink.on_selected if ink.dark else ink.selected_edge,
                            ink.selected if ink.dark else ink.card)
    else:
        marked = kit.letter(mark, sign, ink.sunken, ink.text, ink.plate_edge)
    box = Box(place, fill, edge, width, 15, dashed=other)
    said = _said(option, place, size, fit, colour, revealed and (remember or chosen))
    return (box, *marked, *said)


def _said(option: Option, place: Area, circle: float, fit: Fit, colour: str, explained: bool) -> list[Op]:
    x = place.x + 29 + circle + 26
    wide = place.right - 29 - x
    inner = Area(x, place.y + 4, wide, place.h - 8)
    if not (explained and option.explanation):
        return [words_at(inner, inline(option.text), fit.style("body"), colour, middle=True)]
    first, second = fit.style("body", bold=True), fit.style("body")
    one = words.measured(inline(option.text), first, wide)[0]
    two = words.measured(inline(option.explanation), second, wide)[0]
    scale = min(1.0, inner.h / (one + two))
    top = inner.y + (inner.h - (one + two) * scale) / 2
    return [
        words_at(Area(x, top, wide, one * scale), inline(option.text), first, colour),
        words_at(Area(x, top + one * scale, wide, two * scale), inline(option.explanation), second, colour),
    ]


KIND = Kind(need, draw, lambda block: str(block.question))
