"""Pictures on plates: rounded, cropped a little or grown by their own ground, never stretched.

A picture that is missing is said in words on a quiet plate.
"""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.lesson.model import Picture
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks.kit import Setting
from rse_lessons.ui.slide.drawing import Area, Box, Image, Op, Piece, words_at
from rse_lessons.ui.slide.look import RADIUS, USUAL, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.pictures import Survey

_CROP = 0.76
"""The least share of a picture's width that a plate shows."""
_HIGHEST = 1.48
"""How high a plate may be grown, against its width."""
_BETWEEN = 28.0


def beside(pictures: Sequence[Picture], area: Area, setting: Setting) -> list[Piece]:
    """Put pictures under each other on plates that fill an area."""
    tall = (area.h - _BETWEEN * (len(pictures) - 1)) / len(pictures)
    return [
        plate(picture, index, Area(area.x, area.y + index * (tall + _BETWEEN), area.w, tall), setting)
        for index, picture in enumerate(pictures)
    ]


def row(pictures: Sequence[Picture], area: Area, setting: Setting) -> list[Piece]:
    """Put pictures side by side, each whole, in the middle of an area."""
    aspects = [_aspect(picture, setting) for picture in pictures]
    room = area.w - _BETWEEN * (len(pictures) - 1)
    tall = max(1.0, min(area.h, room / sum(aspects)))
    x = area.x + max(0.0, (room - tall * sum(aspects)) / 2) * (0 if len(pictures) > 1 else 1)
    found = []
    for index, (picture, aspect) in enumerate(zip(pictures, aspects, strict=True)):
        found.append(plate(picture, index, Area(x, area.y, tall * aspect, tall), setting))
        x += tall * aspect + _BETWEEN
    return found


def _aspect(picture: Picture, setting: Setting) -> float:
    return setting.look.pictures.aspect(picture.path) or 4 / 3


def plate(picture: Picture, index: int, area: Area, setting: Setting, radius: float = RADIUS) -> Piece:
    """Draw one picture on its plate."""
    return Piece(f"picture:{index}", area, picture_ops(picture, area, setting, radius))


def picture_ops(
    picture: Picture, area: Area, setting: Setting, radius: float = RADIUS, *, small: bool = False
) -> tuple[Op, ...]:
    """Draw one picture in an area, or the words for it where there is none; a `small` one fills the area."""
    store = setting.look.pictures
    aspect = store.aspect(picture.path)
    if not aspect or picture.path is None:
        return _missing(picture, area, setting, radius)
    if small:
        spot, place = _filled(aspect, area), area
    else:
        survey = store.survey(picture.path) or Survey(aspect)
        spot, place = _crop(survey, area)
    ops: list[Op] = [Image(place, picture.path, spot, radius, bleed=not small)]
    if setting.ink.dark:
        ops.append(Box(place, "", setting.ink.plate_edge, 3.0, radius))
    return tuple(ops)


def _filled(aspect: float, area: Area) -> Area:
    """Give where a picture lies that covers a small area, losing what stands over."""
    wide = max(area.w, area.h * aspect)
    tall = wide / aspect
    return Area(area.x + (area.w - wide) / 2, area.y + (area.h - tall) / 2, wide, tall)


def _crop(survey: Survey, area: Area) -> tuple[Area, Area]:
    """Give where the whole picture lies and the plate that shows it."""
    wide = area.h * survey.aspect
    if wide <= area.w:
        # The area is wider than the picture: fill its width while no more than an eighth is lost.
        if area.w / survey.aspect * 0.88 <= area.h:
            return _filled(survey.aspect, area), area
        place = Area(area.x + (area.w - wide) / 2, area.y, wide, area.h)
        return place, place
    # Only ground is cropped at the sides, and a little of what stands there.
    shown = max(_CROP, min(1.0, survey.right - survey.left + 0.02))
    middle = min(1 - shown / 2, max(shown / 2, (survey.left + survey.right) / 2))
    wide = min(wide, area.w / shown)
    tall = wide / survey.aspect
    x = area.x + area.w / 2 - middle * wide
    x = min(area.x, max(area.right - wide, x))
    if not survey.bleeds:
        y = area.y + (area.h - tall) / 2
        return Area(x, y, wide, tall), Area(area.x, y, area.w, tall)
    high = min(area.h, max(tall, area.w * _HIGHEST))
    place = Area(area.x, area.y + (area.h - high) / 2, area.w, high)
    return Area(x, place.y + (high - tall) * 0.62, wide, tall), place


def _missing(picture: Picture, area: Area, setting: Setting, radius: float) -> tuple[Op, ...]:
    ink = setting.ink
    inner = area.inset(min(36.0, area.w / 8), min(24.0, area.h / 8))
    text = inline(picture.description)
    fit = settle(inner.h, USUAL, lambda f: words.height(text, f.style("body", align="centre"), inner.w))
    return (
        Box(area, ink.tint, ink.plate_edge, 3.0 if ink.plate_edge else 0.0, radius),
        words_at(inner, text, fit.style("body", align="centre"), ink.text, middle=True),
    )
