"""Think, pair, share on the class's slide: three plates, those behind ticked, the one that is on marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainterPath

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Discuss, TalkStep
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, Inks, Style
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both, sign_here
from rse_lessons.ui.talk_words import talk_way, time_words

_HEADS = {"think": 1, "pair": 2, "share": 4}
_GAP = 18.0
_PICTURED = 300.0
"""From this width on a plate has room for its people."""


def need(fit: Fit) -> float:
    """Give the height of the plates."""
    return _lines(_word(fit)) + _lines(_time(fit)) + 2 * _pad(fit)


def _lines(style: Style) -> float:
    """Give the height of a word in each of the languages that are spoken here and now."""
    sign = sign_here()
    return style.line + (words.second_style(style, sign).line if sign else 0.0)


def draw(block: Discuss, step: int, ink: Inks, area: Area, fit: Fit) -> list[Piece]:
    """Draw the plates; `step` is the one that is on, from 1."""
    places = kit.columns(area, len(block.talk_steps), _GAP)
    return [
        Piece(
            f"step:{one.way}",
            place,
            _plate(one, number - step, ink, place, fit),
            action="choose",
            option=one.way,
            position=number - 1,
        )
        for number, (one, place) in enumerate(zip(block.talk_steps, places, strict=True), 1)
    ]


def _word(fit: Fit) -> Style:
    return Style(fit.body, fit.body * 1.3, bold=True)


def _time(fit: Fit) -> Style:
    size = max(24.0, fit.body * 0.68)
    return Style(size, size * 1.35)


def _pad(fit: Fit) -> float:
    return 8 + 8 * fit.gap


def _plate(one: TalkStep, after: int, ink: Inks, place: Area, fit: Fit) -> tuple[Op, ...]:
    """Draw a plate that comes `after` so many others; 0 is on, below nought is behind."""
    on = after == 0
    fill, edge, width = (ink.selected, ink.selected_edge, 6.0) if on else (ink.card, ink.edge, 2.5)
    colour = ink.on_selected if on else ink.text
    ops: list[Op] = [Box(place, fill, edge, width, 14.0)]
    inner = place.inset(18, _pad(fit) * min(1.0, place.h / need(fit)))
    wide = place.w >= _PICTURED
    if wide:
        tall = min(inner.h * 0.72, fit.body * 1.6)
        people = Area(inner.x, inner.y + (inner.h - tall) / 2, tall * _people_width(one.way), tall)
        ops += heads(people, _HEADS.get(one.way, 2), ink, fill, colour if on and ink.dark else "")
        inner = Area(people.right + 18, inner.y, max(1.0, inner.right - people.right - 18), inner.h)
    if after < 0:
        size = min(fit.body * 0.8, inner.h * 0.5)
        ops += kit.tick(
            Area(inner.right - size, inner.y + (inner.h - size) / 2, size, size), ink.good, ink.on_good
        )
        inner = Area(inner.x, inner.y, max(1.0, inner.w - size - 8), inner.h)
    share = _lines(_word(fit)) / (_lines(_word(fit)) + _lines(_time(fit)))
    top = Area(inner.x, inner.y, inner.w, inner.h * share)
    way = both(lambda: talk_way(one.way))
    ops.append(words_at(top, inline(way), _fitting(way, _word(fit), top), colour))
    below = Area(inner.x, top.bottom, inner.w, inner.h - top.h)
    said = both(lambda: time_words(one.seconds) if wide else _short(one.seconds))
    soft = colour if on else ink.soft
    ops.append(words_at(below, inline(said), _fitting(said, _time(fit), below), soft))
    return tuple(ops)


def _short(seconds: int) -> str:
    minutes, rest = divmod(round(seconds / 30), 2)
    number = f"{minutes or ''}{'½' if rest else ''}"
    return tr("{minutes} min").format(minutes=number)


def _fitting(text: str, style: Style, place: Area) -> Style:
    """Make a style smaller until the words stand on one line of the place, each language on its own."""
    runs = words.runs(text, style)
    longest = max(len(run) * each.size / style.size for run, each in runs)
    size = min(style.size, place.h / 1.25 / len(runs), place.w / max(1.0, longest * 0.54))
    size = max(20.0, size)
    return Style(size, min(style.line, size * 1.35), bold=style.bold)


def _people_width(way: str) -> float:
    return {1: 0.85, 2: 1.5, 4: 2.6}[_HEADS.get(way, 2)]


def heads(area: Area, count: int, ink: Inks, ground: str = "", colour: str = "") -> tuple[Op, ...]:
    """Draw heads and shoulders side by side, on a ground; in one colour where colours would not show."""
    ops: list[Op] = []
    size = area.h
    step = 0.0 if count == 1 else (area.w - size * 0.85) / (count - 1)
    fills: Sequence[str] = (colour,) * 4 if colour else (ink.fill, ink.deep, ink.help, ink.edge)
    for index in range(count):
        one = Area(area.x + index * step, area.y, size * 0.85, size)
        body = QPainterPath()
        body.moveTo(one.x, one.bottom)
        body.cubicTo(one.x, one.y + size * 0.5, one.right, one.y + size * 0.5, one.right, one.bottom)
        body.closeSubpath()
        head = Area(one.x + one.w / 2 - size * 0.2, one.y + size * 0.1, size * 0.4, size * 0.44)
        fill = fills[index % 4]
        ops += [Shape(one, body, fill), kit.disc(head, fill, ground or ink.ground, 3.0)]
    return tuple(ops)
