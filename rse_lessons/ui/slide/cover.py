"""Title and calm slides: a coloured ground from edge to edge, large words left, a picture right.

A picture's own ground is drawn on to the left and above, so that it fills the slide without a seam; where its
edges are too lively for that it stands on a plate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    WIDTH,
    Fit,
    Style,
    token,
)
from rse_lessons.ui.slide.markup import Passage, inline, passages
from rse_lessons.ui.slide.pictures import Survey
from rse_lessons.ui.slide.tongues import sign_here
from rse_lessons.ui.theme import tokens

_X = 106.0
_EDGE = 24.0
"""Between what a picture shows and the right edge of the slide, where words push it there."""
_WHOLE = Area(0, 0, WIDTH, HEIGHT)


def spine(setting: Setting) -> Box:
    """Draw the band's colour down the left edge, as on a book's back."""
    return Box(Area(0, 0, SPINE, HEIGHT), setting.ink.spine, radius=0)


_TITLES = (1.0, 0.86, 0.74, 0.64, 0.55, 0.47, 0.4, 0.3, 0.24)
"""Shares of the title's size, tried in turn."""
_LARGE = (1, 2, 2, 3, 4, 6, 8, 10, 12)
_CALM = (2, 3, 4, 5, 6, 8, 10, 11, 12)
"""The steps of fitting of the words under a title of each size."""
_UNDER = 34.0


def lay_out(
    slide: Slide, texts: Sequence[Part], pictures: Sequence[Picture], setting: Setting, *, large: bool
) -> list[Piece]:
    """Lay a title slide (`large`) or a calm one out."""
    ink = setting.ink
    survey = setting.look.pictures.survey(pictures[0].path) if pictures else None
    said = [part for part in texts if isinstance(part, Text)]
    width = _word_width(bool(pictures), large)
    sized = _size(slide, said, setting, width, 640.0, large=large)
    bled = _bleed(pictures[0], survey, setting, _X + sized.reach) if pictures and survey else None
    if bled is not None and survey is not None:
        ground = [Piece("paper", _WHOLE, (bled, spine(setting)))]
        bottom = min(HEIGHT - 70, bled.spot.y + survey.ground_until * bled.spot.h - 24)
    else:
        fill = ink.cover if large else ink.tint
        sheet = Box(_WHOLE, fill, radius=0)
        ground = [Piece("paper", _WHOLE, (sheet, *_earth(setting, large, bool(pictures)), spine(setting)))]
        bottom = HEIGHT - 130
        if pictures:
            plate = Area(_X + width + 56, 96, RIGHT - _X - width - 56, 640.0)
            ground.append(plates.plate(pictures[0], 0, plate, setting))
    area = Area(_X, 72, width, bottom - 72)
    if sized.total > area.h:
        sized = _size(slide, said, setting, width, area.h, large=large)
    return ground + _words(slide, said, setting, area, sized, large=large)


def _word_width(pictured: bool, large: bool) -> float:
    if not pictured:
        return 1240.0 if large else 860.0
    return 700.0 if sign_here() else 540.0  # two languages need more room than the picture


def _bleed(picture: Picture, survey: Survey, setting: Setting, words_end: float) -> Image | None:
    """Place a picture so that its ground fills the slide and nothing in it comes under the words."""
    ink = setting.ink
    if ink.dark or picture.path is None or not survey.bleeds:
        return None
    if survey.top not in _grounds(setting) or not _readable(survey.top, ink.text):
        return None
    gap = 44.0
    reach = max(0.2, survey.right - survey.left)
    wide = min(HEIGHT * survey.aspect, (WIDTH - words_end - gap - _EDGE) / reach)
    tall = wide / survey.aspect
    if tall < HEIGHT * 0.55:
        return None
    x = max(words_end + gap - survey.left * wide, WIDTH - wide)
    return Image(_WHOLE, picture.path, Area(x, HEIGHT - tall, wide, tall), bleed=True)


def _grounds(setting: Setting) -> set[str]:
    """Give the colours that may fill a slide of this band."""
    colour = str(tokens().get(f"band.{setting.look.band}", "oat"))
    return {token(f"{kind}.{colour}").upper() for kind in ("palette", "tint") if colour != "oat"}


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


@dataclass(frozen=True, slots=True)
class _Sized:
    """The sizes at which a title and the words under it stand."""

    title: Style
    fit: Fit
    tall: float
    """Height of the title."""
    needs: tuple[float, ...]
    total: float
    reach: float
    """How far the longest line runs."""


def _size(
    slide: Slide, said: Sequence[Text], setting: Setting, width: float, height: float, *, large: bool
) -> _Sized:
    """Find the largest title that fits; one of three lines at most, while that is not small."""
    found = [_sized(slide, said, setting, width, index=index, large=large) for index in range(len(_TITLES))]
    fitting = [sized for sized in found if sized.total <= height] or found[-1:]
    languages = len(words.runs(slide.title, TITLE))
    short = [sized for sized in fitting if sized.tall <= 3.1 * sized.title.line * languages]
    return short[0] if short and short[0].title.size >= 0.55 * found[0].title.size else fitting[0]


def _sized(
    slide: Slide, said: Sequence[Text], setting: Setting, width: float, *, index: int, large: bool
) -> _Sized:
    title = inline(slide.title)
    share = _TITLES[index] * (1.0 if large else 0.58)
    size = max(20.0, TITLE.size * share)
    style = Style(size, size * TITLE.line / TITLE.size * (1.0 if large else 1.1), bold=True)
    fit = FITS[(_LARGE if large else _CALM)[index]]
    needs = tuple(prose.need(part, setting, width, fit) for part in said)
    tall, broken = words.measured(title, style, width)
    if broken and index < len(_TITLES) - 1:
        tall += words.TOO_LONG
    reach = words.natural_width(title, style, width)
    for part in said:
        for passage in passages(part.markdown):
            if isinstance(passage, Passage) and passage.kind == "paragraph":
                reach = max(reach, words.natural_width(passage.text, fit.style("body"), width))
            else:
                reach = width
    return _Sized(style, fit, tall, needs, tall + sum(needs) + _UNDER * len(needs), min(width, reach))


def _words(
    slide: Slide, said: Sequence[Text], setting: Setting, area: Area, sized: _Sized, *, large: bool
) -> list[Piece]:
    """Set the title and the words under it, a little above the middle."""
    title = inline(slide.title)
    colour = setting.ink.on_cover if large else setting.ink.text
    scale = min(1.0, area.h / max(1.0, sized.total))
    y = area.y + max(0.0, area.h - sized.total * scale) * 0.46
    tall = max(1.0, sized.tall * scale)
    place = Area(area.x, y, area.w, tall)
    pieces = [Piece("heading", place, (words_at(place, title, sized.title, colour),))] if title else []
    y += (tall if title else 0.0) + _UNDER * scale
    for part, need in zip(said, sized.needs, strict=True):
        spot = Area(area.x, y, area.w, max(1.0, min(need * scale + 0.5, area.bottom - y)))
        pieces += [piece.of("words") for piece in prose.draw(part, setting, spot, sized.fit, None)]
        y += (need + _UNDER) * scale
    return pieces
