"""A slide in one language or in two: which arrangement of the two leaves all words readable on it.

The one that was chosen comes first, then the next-best, and at worst one language alone: no word is cut, and
none becomes too small for the back of the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rse_lessons.lesson.model import Slide
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.page import Page, on_cover, shown_parts
from rse_lessons.ui.slide.page import lay_out as lay_out_one
from rse_lessons.ui.slide.pairing import paired
from rse_lessons.ui.slide.readable import leaves_out, too_small
from rse_lessons.ui.slide.tongues import BESIDE, SIGNS

_NEXT = {
    "above": ("above", "small", BESIDE),
    "small": ("small", BESIDE),
    BESIDE: (BESIDE, "above", "small"),
}
"""What is tried for each wish, best first; large words under one another take more room than small ones."""


def lay_out(
    slide: Slide,
    other: Slide | None,
    number: int,
    look: SlideLook,
    states: Mapping[str, object] | None = None,
) -> Page:
    """Lay a slide out for what its blocks show now; `other` is the same slide in the second language."""
    alone = replace(look, second="", arrangement="")
    if other is None or not look.second:
        return lay_out_one(slide, number, alone, states)
    for arrangement in wishes(slide, look):
        page = _arranged(slide, other, number, replace(look, arrangement=arrangement), states)
        if not too_small(page) and not leaves_out(page, states or {}):
            return replace(page, arrangement=arrangement)
    return lay_out_one(slide, number, alone, states)


def wishes(slide: Slide, look: SlideLook) -> Iterator[str]:
    """Give the arrangements to try, in order. A title page is one picture: its languages never part it."""
    cover = on_cover(slide, shown_parts(slide, look.nation))
    for arrangement in _NEXT.get(look.arrangement, ()):
        if not (cover and arrangement == BESIDE):
            yield arrangement


def _arranged(
    slide: Slide, other: Slide, number: int, look: SlideLook, states: Mapping[str, object] | None
) -> Page:
    sign = SIGNS[look.arrangement]
    one, two = tuple(look.routes), tuple(look.second_routes)
    first = replace(look, routes=paired(one, two, sign))
    if look.arrangement != BESIDE:
        return lay_out_one(paired(slide, other, sign), number, first, states)
    second = replace(look, language=look.second, second=look.language, routes=paired(two, one, sign))
    beside = paired(other, slide, sign), second
    return lay_out_one(paired(slide, other, sign), number, first, states, beside)
