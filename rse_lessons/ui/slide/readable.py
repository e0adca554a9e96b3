"""Whether a laid-out slide has all its words, large enough for the back of the room."""

from __future__ import annotations

from collections.abc import Mapping

from rse_lessons.ui.slide.blocks.kit import any_short
from rse_lessons.ui.slide.drawing import Words
from rse_lessons.ui.slide.look import READABLE
from rse_lessons.ui.slide.page import Page


def too_small(page: Page) -> bool:
    """Whether words of a slide are too small to be read from the back of the room, or are left out."""
    if page.overfull or any(placed.fit.body < READABLE for placed in page.placed):
        return True
    covers = [piece for piece in page.ground if piece.key.endswith("heading") or piece.block == "words"]
    return any(isinstance(op, Words) and op.style.size < READABLE for piece in covers for op in piece.ops)


def leaves_out(page: Page, states: Mapping[str, object]) -> bool:
    """Whether words have to be left out in these states of its blocks."""
    return page.overfull or any(any_short(placed.pieces(states.get(placed.id))) for placed in page.placed)
