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
    survey = setting.look.pictures.survey(picture.path)
    return survey.aspect if survey else 4 / 3


def plate(picture: Picture, index: int, area: Area, setting: Setting, radius: float = RADIUS) -> Piece:
    """Draw one picture on its plate."""
    return Piece(f"picture:{index}", area, picture_ops(picture, area, setting, radius))


def picture_ops(picture: Picture, area: Area, setting: Setting, radius: float = RADIUS) -> tuple[Op, ...]:
    """Draw one picture in an area, or the words for it where there is none."""
    survey = setting.look.pictures.survey(picture.path)
    if survey is None or picture.path is None:
        return _missing(picture, area, setting, radius)
    spot, place = _crop(survey, area)
    ops: list[Op] = [Image(place, picture.path, spot, radius, bleed=True)]
    if setting.ink.dark:
        ops.append(Box(place, "", setting.ink.plate_edge, 3.0, radius))
    return tuple(ops)


def _crop(survey: Survey, area: Area) -> tuple[Area, Area]:
    """Give where the whole picture lies and the plate that shows it."""
    wide = area.h * survey.aspect
    if wide <= area.w:
        # The area is wider than the picture: fill its width while no more than an eighth is lost.
        tall = area.w / survey.aspect
        if tall * 0.88 <= area.h:
            return Area(area.x, area.bottom - tall + (tall - area.h) / 2, area.w, tall), area
        place = Area(area.x + (area.w - wide) / 2, area.y, wide, area.h)
        return place, place
    if area.w / wide >= _CROP:
        return Area(area.x + (area.w - wide) / 2, area.y, wide, area.h), area
    wide = area.w / _CROP
    tall = wide / survey.aspect
    over = area.h - tall
    if survey.bleeds:
        spot = Area(area.x + (area.w - wide) / 2, area.y + over * 0.62, wide, tall)
        return spot, area
    spot = Area(area.x + (area.w - wide) / 2, area.y + over / 2, wide, tall)
    return spot, Area(area.x, spot.y, area.w, tall)


def _missing(picture: Picture, area: Area, setting: Setting, radius: float) -> tuple[Op, ...]:
    ink = setting.ink
    inner = area.inset(min(36.0, area.w / 8), min(24.0, area.h / 8))
    text = inline(picture.description)
    fit = settle(inner.h, USUAL, lambda f: words.height(text, f.style("body", align="centre"), inner.w))
    return (
        Box(area, ink.tint, ink.plate_edge, 3.0 if ink.plate_edge else 0.0, radius),
        words_at(inner, text, fit.style("body", align="centre"), ink.text, middle=True),
    )
