"""What the class agreed: tinted rows, each with a tick once the class has said yes to it.

The class's own rules stand after the lesson's. They are plain words of the teacher's: whatever signs are
in them is shown as it was typed.
"""

from __future__ import annotations

import html

from rse_lessons.lesson.model import GroundRules
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline

_SIDE = 32.0


def _texts(block: GroundRules, state: object) -> list[tuple[str, str]]:
    """Give the ids of the rules and their words as inline HTML: the lesson's, then the class's own."""
    own = getattr(state, "own", ())
    return [
        *((rule.id, inline(rule.text)) for rule in block.rules),
        *((rule.id, html.escape(rule.text, quote=False)) for rule in own),
    ]


def _mark(fit: Fit) -> float:
    return fit.body * 1.3


def _rows(block: GroundRules, state: object, width: float, fit: Fit) -> list[float]:
    wide = width - 2 * _SIDE - _mark(fit) - 26
    pad = 2 * (6 + 16 * fit.gap)
    return [
        max(_mark(fit), words.height(text, fit.style("body"), wide)) + pad for _, text in _texts(block, state)
    ]


def _gap(fit: Fit) -> float:
    return 6 + 14 * fit.gap


def need(block: GroundRules, _setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height of all rules."""
    rows = _rows(block, state, width, fit)
    return sum(rows) + _gap(fit) * max(0, len(rows) - 1)


def draw(block: GroundRules, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw a row a rule; without a state all are ticked."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    texts = _texts(block, state)
    agreed = getattr(state, "agreed", tuple(found for found, _ in texts))
    heights = kit.share_out(_rows(block, state, area.w, fit), area.h, _gap(fit), 34 * fit.gap)
    places = kit.stacked(area, heights, _gap(fit))
    return [
        Piece(
            f"rule:{rule}",
            place,
            _row(text, rule in agreed, place, setting, fit),
            action="choose",
            option=rule,
            position=index,
        )
        for index, ((rule, text), place) in enumerate(zip(texts, places, strict=True))
    ]


def _row(text: str, agreed: bool, place: Area, setting: Setting, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    size = min(_mark(fit), place.h - 6)
    mark = Area(place.x + _SIDE, place.y + (place.h - size) / 2, size, size)
    x = place.x + _SIDE + _mark(fit) + 26
    inner = Area(x, place.y + 3, place.right - _SIDE - x, place.h - 6)
    ground = ink.ground if ink.dark else ink.card
    sign: tuple[Op, ...] = (
        kit.tick(mark, ink.deep, ground) if agreed else (kit.disc(mark, ground, ink.edge, 3.5),)
    )
    return (
        Box(place, ink.tint, ink.plate_edge, 3.0 if ink.plate_edge else 0.0, 16),
        *sign,
        words_at(inner, text, fit.style("body"), ink.text, middle=True),
    )


KIND = Kind(need, draw)
