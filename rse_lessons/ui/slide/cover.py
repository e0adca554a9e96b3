"""Title and calm slides: a coloured ground from edge to edge, large words left, a picture right.

A picture's own ground is drawn on to the left and above, so that it fills the slide without a seam; where its
edges are too lively for that it stands on a plate.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainterPath

from rse_lessons.lesson.model import Part, Picture, Slide, Text
from rse_lessons.ui.slide import plates, words
from rse_lessons.ui.slide.blocks import prose
from rse_lessons.ui.slide.blocks.kit import Setting, disc
from rse_lessons.ui.slide.drawing import Area, Box, Image, Piece, Shape, words_at
from rse_lessons.ui.slide.look import (
    FITS,
    HEIGHT,
    RIGHT,
    SPINE,
    TITLE,
    USUAL,
    WIDTH,
    Style,
)
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.pictures import Survey

_X = 106.0
_WHOLE = Area(0, 0, WIDTH, HEIGHT)
_TITLES = (1.0, 0.86, 0.74, 0.64, 0.55, 0.47, 0.4, 0.3, 0.24)
"""Shares of the title's size, tried in turn."""


def lay_out(
    slide: Slide, texts: Sequence[Part], pictures: Sequence[Picture], setting: Setting, *, large: bool
) -> list[Piece]:
    """Lay a title slide (`large`) or a calm one out."""
    ink = setting.ink
    survey = setting.look.pictures.survey(pictures[0].path) if pictures else None
    width = _word_width(slide, pictures, large)
    bled = _bleed(pictures[0], survey, setting, _X + width) if pictures and survey and not ink.dark else None
    if bled is not None and survey is not None:
        ground = [Piece("paper", _WHOLE, (bled, _spine(setting)))]
        bottom = min(HEIGHT - 70, bled.spot.y + survey.ground_until * bled.spot.h - 24)
    else:
        fill = ink.cover if large else ink.tint
        ground = [Piece("paper", _WHOLE, (Box(_WHOLE, fill, radius=0), *_earth(setting, large, bool(pictures)), _spine(setting)))]
        bottom = HEIGHT - 130
        if pictures:
            tall = 620.0
            plate = Area(_X + width + 56, 110, RIGHT - _X - width - 56, tall)
            ground.append(plates.plate(pictures[0], 0, plate, setting))
    return ground + _words(slide, texts, setting, Area(_X, 72, width, bottom - 72), large=large)


def _word_width(slide: Slide, pictures: Sequence[Picture], large: bool) -> float:
    if not pictures:
        return 1240.0 if large else 860.0
    longest = max((len(word) for word in slide.title.split()), default=0)
    return 640.0 if longest > 11 else 530.0


def _bleed(picture: Picture, survey: Survey, setting: Setting, words_end: float) -> Image | None:
    """Place a picture so that its ground fills the slide and nothing in it comes under the words."""
    if picture.path is None or not survey.bleeds or not survey.side:
        return None
    if not _readable(survey.side[0][1], setting.ink.on_cover):
        return None
    reach = max(0.2, survey.right - survey.left)
    wide = min(HEIGHT * survey.aspect, (WIDTH - words_end - 20) / reach)
    tall = wide / survey.aspect
    if tall < HEIGHT * 0.55:
        return None
    x = min(words_end + 20 - survey.left * wide, WIDTH - wide * survey.right)
    x = max(x, WIDTH - wide)
    return Image(_WHOLE, picture.path, Area(x, HEIGHT - tall, wide, tall), bleed=True)


def _readable(ground: str, text: str) -> bool:
    one, two = sorted((_light(QColor(ground)), _light(QColor(text))))
    return (two + 0.05) / (one + 0.05) >= 4.5


def _light(colour: QColor) -> float:
    """Give relative luminance as WCAG 2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _spine(setting: Setting) -> Box:
    return Box(Area(0, 0, SPINE, HEIGHT), setting.ink.spine, radius=0)


def _earth(setting: Setting, large: bool, pictured: bool) -> list[Shape]:
    """Draw a strip of earth, and a big round sun where there is no picture."""
    ink = setting.ink
    if ink.dark:
        return []
    path = QPainterPath()
    path.moveTo(0, 822)
    path.quadTo(WIDTH / 2, 784, WIDTH, 822)
    path.lineTo(WIDTH, HEIGHT)
    path.lineTo(0, HEIGHT)
    path.closeSubpath()
    earth = Shape(Area(0, 800, WIDTH, 100), path, ink.deep)
    if pictured or large:
        return [earth]
    return [disc(Area(1050, 230, 400, 400), ink.fill), earth]


def _words(slide: Slide, texts: Sequence[Part], setting: Setting, area: Area, *, large: bool) -> list[Piece]:
    """Set the title and the words under it, a little above the middle, at the largest size that fits."""
    title = inline(slide.title)
    colour = setting.ink.on_cover if large else setting.ink.text
    said = [part for part in texts if isinstance(part, Text)]
    shares = _TITLES if large else [share * 0.58 for share in _TITLES]
    for index, share in enumerate(shares):
        style = Style(TITLE.size * share, TITLE.line * share * (1.0 if large else 1.1), bold=True)
        fit = FITS[min(index // 2 if large else USUAL.step + index, len(FITS) - 1)]
        needs = [prose.need(part, setting, area.w, fit) for part in said]
        tall = words.height(title, style, area.w) if title else 0.0
        total = tall + sum(needs) + 34 * len(needs)
        if total <= area.h:
            break
    scale = min(1.0, area.h / total)
    tall = min(tall, words.measured(title, style, area.w)[0]) * scale
    y = area.y + max(0.0, area.h - total * scale) * 0.46
    place = Area(area.x, y, area.w, max(1.0, tall))
    pieces = [Piece("heading", place, (words_at(place, title, style, colour),))] if title else []
    y += tall + 34 * scale
    for part, need in zip(said, needs, strict=True):
        part_area = Area(area.x, y, area.w, max(1.0, min(need * scale, area.bottom - y)))
        pieces += [piece.of("words") for piece in prose.draw(part, setting, part_area, fit, None)]
        y += need * scale + 34 * scale
    return pieces
