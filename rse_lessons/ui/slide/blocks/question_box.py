"""The invitation to put a question in the box, with a drawing of the box where no picture stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import QuestionBox
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks.kit import Kind, Setting, disc
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline

_BOX = 420.0


def _drawn(setting: Setting) -> bool:
    return not setting.pictured


def _width(setting: Setting, width: float, fit: Fit) -> float:
    return width - (_BOX * max(0.6, fit.picture) + 56) if _drawn(setting) and width > 900 else width


def need(block: QuestionBox, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the words, or of the box beside them."""
    tall = words.height(inline(block.prompt), fit.style("lead"), _width(setting, width, fit))
    return max(tall, 300 * fit.picture) if _drawn(setting) and width > 900 else tall


def draw(block: QuestionBox, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the words and the box."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    wide = _width(setting, area.w, fit)
    text = inline(block.prompt)
    tall = min(area.h, words.measured(text, fit.style("lead"), wide)[0])
    drawn = _drawn(setting) and area.w > 900
    top = area.y + (min(area.h, _BOX) - tall) * 0.4 if drawn and tall < min(area.h, _BOX) else area.y
    place = Area(area.x, top, wide, tall)
    pieces = [Piece("prompt", place, (words_at(place, text, fit.style("lead"), setting.ink.text),))]
    if drawn:
        size = min(area.w - wide - 56, area.h)
        spot = Area(area.right - size, area.y, size, size)
        pieces.append(Piece("box", spot, _box(spot, setting)))
    return pieces


def _box(area: Area, setting: Setting) -> tuple[Op, ...]:
    """Draw a box with a slot and a folded slip going in, on a round ground."""
    ink = setting.ink
    unit = area.w / 100

    def at(x: float, y: float, w: float, h: float) -> Area:
        return Area(area.x + x * unit, area.y + y * unit, w * unit, h * unit)

    slip = QPainterPath()
    slip.addRoundedRect(QRectF(area.x + 41 * unit, area.y + 14 * unit, 22 * unit, 28 * unit), unit, unit)
    edge = ink.plate_edge
    return (
        disc(area, ink.tint, edge, 3.0 if edge else 0.0),
        Shape(at(41, 14, 22, 28), slip, ink.card, ink.edge, 2.0),
        Box(at(24, 44, 52, 38), ink.fill if not ink.dark else ink.card, edge, 3.0 if edge else 0.0, 2 * unit),
        Box(at(20, 36, 60, 12), ink.deep, "", 0.0, 2.5 * unit),
        Box(at(38, 39.5, 28, 3.4), ink.text if not ink.dark else ink.ground, "", 0.0, 1.6 * unit),
    )


KIND = Kind(need, draw)
