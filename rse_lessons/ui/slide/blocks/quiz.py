"""A question with lettered options: chosen ones tinted, then the ones to remember green with a tick."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Quiz
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit, options
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.blocks.options import Face
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, Style, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both, on_a_line, sign_here


def _explained(block: Quiz, state: object) -> set[str]:
    if not getattr(state, "revealed", False):
        return set()
    return set(block.answers) | set(getattr(state, "chosen", ()))


def _rows(block: Quiz, width: float, fit: Fit, explained: set[str]) -> list[float]:
    return [options.need(option, width, fit, explained=option.id in explained) for option in block.options]


def need(block: Quiz, setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height with room for what is to be remembered."""
    rows = _rows(block, width, fit, _explained(block, state))
    return (
        kit.head_need(block.question, setting, width, fit)
        + sum(rows)
        + options.gap(fit) * max(0, len(rows) - 1)
        + max(kit.takeaway_need(block.takeaway, width, fit), _button(width, fit))
    )


def _button(width: float, fit: Fit) -> float:
    style = fit.style("body", bold=True, align="centre")
    return words.measured(_label(style, width), style, width - 72)[0] + 16 + 24 * fit.gap


def _label(style: Style, width: float) -> str:
    """Give the button's words; two languages stand on one line where there is room for that."""
    line = inline(on_a_line(lambda: tr("What do we want to remember?")))
    if sign_here() and words.measured(line, style, width - 72)[0] <= style.line:
        return line
    return inline(both(lambda: tr("What do we want to remember?")))


def draw(block: Quiz, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the question, its options as they stand, and what is to be remembered."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    pieces, rest = kit.head(block.question, setting, area, fit)
    chosen, explained = getattr(state, "chosen", ()), _explained(block, state)
    if explained:
        foot, rest = kit.takeaway(block.takeaway, setting, rest, fit)
    else:
        foot, rest = _reveal(block, setting, rest, fit, bool(chosen))
    rows = _rows(block, rest.w, fit, explained)
    heights = kit.share_out(rows, rest.h, options.gap(fit), 44 * fit.gap)
    for index, (option, place) in enumerate(
        zip(block.options, kit.stacked(rest, heights, options.gap(fit)), strict=True)
    ):
        face = _face(block, option.id, option.id in chosen, bool(explained))
        ops = options.draw(
            option, index, setting.ink, place, fit, face=face, explained=option.id in explained
        )
        key = f"option:{option.id}"
        pieces.append(Piece(key, place, ops, action="choose", option=option.id, position=index))
    return pieces + foot


def _face(block: Quiz, option_id: str, chosen: bool, revealed: bool) -> Face:
    if revealed and option_id in block.answers:
        return Face.REMEMBER
    if chosen:
        return Face.OTHER if revealed else Face.CHOSEN
    return Face.REST


def _reveal(block: Quiz, setting: Setting, area: Area, fit: Fit, ready: bool) -> tuple[list[Piece], Area]:
    """Keep the place of the takeaway; once something is chosen, offer to look at the answers there."""
    tall = min(max(kit.takeaway_need(block.takeaway, area.w, fit), _button(area.w, fit)), area.h * 0.4)
    rest = Area(area.x, area.y, area.w, area.h - tall)
    if not ready:
        return [], rest
    style = fit.style("body", bold=True, align="centre")
    label = _label(style, area.w)
    wide = min(area.w, words.natural_width(label, style, area.w) + 72)
    high = min(tall, words.measured(label, style, wide)[0] + 16)
    place = Area(area.right - wide, area.bottom - high, wide, high)
    ink = setting.ink
    ops: tuple[Op, ...] = (
        Box(place, ink.card, ink.text, 3.0, 18),
        words_at(place.inset(12, 4), label, style, ink.text, middle=True),
    )
    return [Piece("reveal", place, ops, action="reveal", position=len(block.options))], rest


KIND = Kind(need, draw, lambda block: str(block.question))
