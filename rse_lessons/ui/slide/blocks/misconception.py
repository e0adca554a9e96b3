"""Something that people say, in a speech bubble, and with the next step what is true under it."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Misconception
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import RADIUS, Fit, Style, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both

_SIDE = 36.0
_TAIL = 34.0


def _pad(fit: Fit) -> float:
    return 6 + 18 * fit.gap


def _mark(fit: Fit) -> float:
    return fit.body * 1.4


def _label(fit: Fit) -> Style:
    return fit.style("body", bold=True)


def _some_say() -> str:
    return both(lambda: tr("Some people say"))


def _is_true() -> str:
    return both(lambda: tr("What is true"))


def _claim(block: Misconception, width: float, fit: Fit) -> float:
    inner = width - 2 * _SIDE
    said = words.height(inline(block.claim), fit.style("lead"), inner)
    return said + words.height(inline(_some_say()), _label(fit), inner) + 2 * _pad(fit)


def _truth(block: Misconception, width: float, fit: Fit) -> float:
    inner = width - 2 * _SIDE - _mark(fit) - 26
    said = words.height(inline(block.correction), fit.style("lead", bold=True), inner)
    return said + words.height(inline(_is_true()), _label(fit), inner) + 2 * _pad(fit)


def need(block: Misconception, _setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the bubble, its tail and the box."""
    return _claim(block, width * 0.94, fit) + _TAIL + 10 * fit.gap + _truth(block, width, fit)


def draw(block: Misconception, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the bubble and the box, the box the stronger of the two; until it is shown, its place."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    needs = [_claim(block, area.w * 0.94, fit), _truth(block, area.w, fit)]
    gap = _TAIL + 10 * fit.gap
    one, two = kit.stacked(area, kit.share_out(needs, area.h, gap, 40 * fit.gap), gap)
    bubble = Area(one.x, one.y, one.w * 0.94, one.h + _TAIL)
    said = Piece("claim", bubble, _said(block, setting, bubble, fit))
    if getattr(state, "shown", True):
        return [said, Piece("truth", two, _true(block, setting, two, fit))]
    place = Box(two, "", setting.ink.edge, 2.5, RADIUS, dashed=True)
    return [Piece("whole", area, (), action="next-item", position=0), said, Piece("truth", two, (place,))]


def _said(block: Misconception, setting: Setting, place: Area, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    body = Area(place.x, place.y, place.w, place.h - _TAIL)
    path = QPainterPath()
    path.addRoundedRect(body.qt(), RADIUS, RADIUS)
    tail = QPainterPath()
    x = body.x + 90
    tail.moveTo(x, body.bottom - 3)
    tail.lineTo(x - 16, place.bottom - 3)
    tail.lineTo(x + 50, body.bottom - 3)
    tail.closeSubpath()
    fill = ink.card if ink.dark else ink.sunken
    shape = Shape(place, path.united(tail), fill, ink.plate_edge, 3.0)
    inner = body.inset(_SIDE, min(_pad(fit), body.h / 6))
    return (
        shape,
        *_pair(_some_say(), block.claim, inner, fit, quiet=ink.soft, colour=ink.text, bold=False),
    )


def _true(block: Misconception, setting: Setting, place: Area, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    size = min(_mark(fit), place.h - 8)
    mark = Area(place.x + _SIDE, place.y + min(_pad(fit), (place.h - size) / 2), size, size)
    x = place.x + _SIDE + _mark(fit) + 26
    inner = Area(x, place.y + min(_pad(fit), place.h / 6), place.right - _SIDE - x, 0)
    inner = Area(inner.x, inner.y, inner.w, place.bottom - inner.y - min(_pad(fit), place.h / 6))
    return (
        Box(place, ink.good_ground, ink.good, 4.5, RADIUS),
        *kit.tick(mark, ink.good, ink.card),
        *_pair(_is_true(), block.correction, inner, fit, quiet=ink.good, colour=ink.on_good, bold=True),
    )


def _pair(label: str, text: str, area: Area, fit: Fit, *, quiet: str, colour: str, bold: bool) -> list[Op]:
    """Set a label and the words under it, in the middle of an area's height."""
    style = fit.style("lead", bold=bold)
    one = words.measured(inline(label), _label(fit), area.w)[0]
    two = words.measured(inline(text), style, area.w)[0]
    scale = min(1.0, area.h / (one + two))
    y = area.y + max(0.0, area.h - (one + two) * scale) / 2
    return [
        words_at(Area(area.x, y, area.w, one * scale), inline(label), _label(fit), quiet),
        words_at(Area(area.x, y + one * scale, area.w, two * scale), inline(text), style, colour),
    ]


KIND = Kind(need, draw)
