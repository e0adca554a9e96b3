"""Lettered options, as a quiz and a scenario show them: at rest, chosen, to remember, and another choice."""

from __future__ import annotations

from enum import Enum

from rse_lessons.lesson.model import Option
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.drawing import Area, Box, Op, words_at
from rse_lessons.ui.slide.look import Fit, Inks
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import each

_EDGE = 29.0
_BETWEEN = 26.0


class Face(Enum):
    """How an option stands."""

    REST = "at rest"
    CHOSEN = "chosen"
    REMEMBER = "the one to remember"
    OTHER = "chosen, and there is a better one"


def gap(fit: Fit) -> float:
    """Give the gap between options."""
    return 4 + 16 * fit.gap


def _circle(fit: Fit) -> float:
    return fit.body * 1.56


def _text_width(width: float, fit: Fit) -> float:
    return width - 2 * _EDGE - _circle(fit) - _BETWEEN


def need(option: Option, width: float, fit: Fit, *, explained: bool = False) -> float:
    """Give the height of an option, with its explanation where it is shown."""
    wide = _text_width(width, fit)
    said = explained and bool(option.explanation)
    tall = words.height(inline(option.text), fit.style("body", bold=said), wide)
    if said:
        tall += words.height(inline(option.explanation), fit.style("body"), wide)
    return max(_circle(fit), tall) + 2 * (6 + 14 * fit.gap)


def draw(
    option: Option,
    index: int,
    ink: Inks,
    place: Area,
    fit: Fit,
    *,
    face: Face = Face.REST,
    explained: bool = False,
) -> tuple[Op, ...]:
    """Draw an option; `index` gives its letter."""
    fill, edge, width, colour = {
        Face.REST: (ink.card, ink.edge, 3.0, ink.text),
        Face.CHOSEN: (ink.selected, ink.selected_edge, 4.5, ink.on_selected),
        Face.REMEMBER: (ink.good_ground, ink.good, 4.5, ink.on_good),
        Face.OTHER: (ink.card, ink.edge, 3.0, ink.text),
    }[face]
    size = min(_circle(fit), place.h - 8)
    mark = Area(place.x + _EDGE, place.y + (place.h - size) / 2, size, size)
    sign = kit.LETTERS[index % 26]
    if face is Face.REMEMBER:
        marked = kit.tick(mark, ink.good, ink.card)
    elif face is Face.CHOSEN:
        ground = ink.on_selected if ink.dark else ink.selected_edge
        marked = kit.letter(mark, sign, ground, ink.selected if ink.dark else ink.card)
    else:
        marked = kit.letter(mark, sign, ink.sunken, ink.text, ink.plate_edge)
    box = Box(place, fill, edge, width, 15, dashed=face is Face.OTHER)
    return (box, *marked, *_said(option, place, fit, colour, explained and bool(option.explanation)))


def _said(option: Option, place: Area, fit: Fit, colour: str, explained: bool) -> list[Op]:
    x = place.x + _EDGE + _circle(fit) + _BETWEEN
    wide = _text_width(place.w, fit)
    inner = Area(x, place.y + 4, wide, place.h - 8)
    if not explained:
        return [words_at(inner, inline(option.text), fit.style("body"), colour, middle=True)]
    first, second = fit.style("body", bold=True), fit.style("body")
    one = words.measured(inline(option.text), first, wide)[0]
    two = words.measured(inline(option.explanation), second, wide)[0]
    if inner.h < first.line + second.line:
        both = each(
            lambda text, why: f"<strong>{text}</strong> {why}",
            inline(option.text),
            inline(option.explanation),
        )
        return [words_at(inner, both, second, colour, middle=True)]
    scale = min(1.0, inner.h / (one + two))
    top = inner.y + (inner.h - (one + two) * scale) / 2
    return [
        words_at(Area(x, top, wide, one * scale), inline(option.text), first, colour),
        words_at(Area(x, top + one * scale, wide, two * scale), inline(option.explanation), second, colour),
    ]
