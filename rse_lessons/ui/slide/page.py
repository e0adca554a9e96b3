"""Where everything on a slide stands: heading, words and blocks in a column, pictures on plates beside it.

This chooses the layout and the step of fitting. Blocks draw themselves in the areas that it gives them. Which
arrangement two languages have is chosen in `twofold`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rse_lessons.lesson.model import (
    Handout,
    Only,
    Part,
    Picture,
    Quiz,
    Scenario,
    Slide,
    Stage,
    Text,
)
from rse_lessons.ui.slide import cover, plates
from rse_lessons.ui.slide.blocks.kinds import KINDS
from rse_lessons.ui.slide.blocks.kit import Setting
from rse_lessons.ui.slide.column import Column, Placed, Side, like, part_id, side_of
from rse_lessons.ui.slide.drawing import Area, Box, Piece, words_at
from rse_lessons.ui.slide.look import (
    BOTTOM,
    FOLIO,
    GRAND,
    HEIGHT,
    LEFT,
    RIGHT,
    ROOMY,
    TOP,
    USUAL,
    WIDTH,
    Fit,
    SlideLook,
    Style,
    inks,
    settle,
    speaking_in,
)
from rse_lessons.ui.slide.markup import Grid, passages
from rse_lessons.ui.slide.tongues import sign_here

__all__ = ["Page", "Placed", "lay_out", "on_cover", "part_id", "shown_parts"]

_CONTENT = Area(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP)
_BESIDE = 56.0
_ROW = 340.0
"""The height kept for a row of pictures."""
_FEW = 0.6
"""Words alone that fill less of the slide than this are set largest."""
_YOUNG = ("ks1", "lower-ks2")
"""Bands whose slides begin a step larger: new readers, and few words."""
_WHOLE = Area(0, 0, WIDTH, HEIGHT)


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out slide."""

    ground: tuple[Piece, ...]
    """What has no state: ground, spine, heading, pictures, folio."""
    placed: tuple[Placed, ...]
    overfull: bool = False
    """True when a part had to be left out."""
    arrangement: str = ""
    """How two languages stand on it; empty where it is in one."""


def shown_parts(slide: Slide, nation: str) -> tuple[Part, ...]:
    """Give the parts that stand on the screen for a nation, in order."""
    return tuple(_flat(slide.parts, nation))


def _flat(parts: Sequence[Part], nation: str) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Only):
            if not nation or nation in part.nations:
                yield from _flat(part.parts, nation)
        elif not isinstance(part, Handout):
            yield part


def lay_out(
    slide: Slide,
    number: int,
    look: SlideLook,
    states: Mapping[str, object] | None = None,
    beside: tuple[Slide, SlideLook] | None = None,
) -> Page:
    """Lay a slide out for what its blocks show now; `number` is its folio, counted from 1, or 0 for none.

    `beside` is the same slide in another language, which stands beside it.
    """
    with speaking_in(look):
        setting, parts = _setting(slide, look), shown_parts(slide, look.nation)
        pictures = [part for part in parts if isinstance(part, Picture)]
        blocks = [part for part in parts if type(part) in KINDS]
        if on_cover(slide, parts):
            large = slide.layout == "title"
            return Page(tuple(cover.lay_out(slide, blocks, pictures, setting, large=large)), ())
        sides = _sides_of(slide, setting, beside)
        return _ordinary(_Sheet(slide, sides, pictures, setting, states or {}), number)


def on_cover(slide: Slide, parts: Sequence[Part]) -> bool:
    """Whether a slide is laid out as a title or a calm page: words alone, with a picture at most."""
    pictures = sum(isinstance(part, Picture) for part in parts)
    words_only = all(isinstance(part, Text) for part in parts if type(part) in KINDS)
    return words_only and pictures < 2 and slide.layout in ("title", "calm")


def _setting(slide: Slide, look: SlideLook) -> Setting:
    parts = shown_parts(slide, look.nation)
    return Setting(
        look,
        inks(look.theme_name, look.band),
        pictured=any(isinstance(part, Picture) for part in parts),
        baseline=slide.stage is Stage.BASELINE,
        on_tint=slide.layout == "calm",
    )


def _sides_of(slide: Slide, setting: Setting, beside: tuple[Slide, SlideLook] | None) -> tuple[Side, ...]:
    parts = _blocks(slide, setting.look)
    first = side_of(slide.title, parts, setting, setting.look.language if beside else "")
    if beside is None:
        return (first,)
    other, look = beside
    with speaking_in(look):
        second = side_of(other.title, _blocks(other, look), _setting(other, look), look.language)
    return first, like(second, first)


def _blocks(slide: Slide, look: SlideLook) -> list[Part]:
    return [part for part in shown_parts(slide, look.nation) if type(part) in KINDS]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is to be laid out in a column."""

    slide: Slide
    sides: tuple[Side, ...]
    pictures: Sequence[Picture]
    setting: Setting
    states: Mapping[str, object]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The blocks, in the first language."""
        return tuple(part for part, _ in self.sides[0].parts)

    @property
    def words_only(self) -> bool:
        """Whether nothing but text stands there."""
        return bool(self.parts) and all(isinstance(part, Text) for part in self.parts)

    @property
    def in_row(self) -> bool:
        """Whether its pictures stand side by side under the words."""
        several = len(self.pictures) > 1 and not self.slide.layout.startswith("picture")
        return bool(self.pictures) and (not self.parts or (self.words_only and several))

    def column(self) -> Column:
        """Give its heading and parts."""
        return Column(self.sides, self.states)

    def start(self, column: Column) -> Fit:
        """Give the step at which fitting begins: larger for new readers, and for a few words alone."""
        free = self.words_only and not _has_grid(self.parts)
        if free and not self.pictures and column.need(_CONTENT.w, GRAND) < _FEW * _CONTENT.h:
            return GRAND
        return ROOMY if free or self.setting.look.band in _YOUNG else USUAL


def _ordinary(sheet: _Sheet, number: int) -> Page:
    column, pictures, setting = sheet.column(), sheet.pictures, sheet.setting
    share, fit = _fitted(column, sheet)
    area, plate = _sides(sheet, share, fit)
    ground: list[Piece] = [paper(setting)]
    if plate is not None:
        ground += plates.beside(pictures, plate, setting)
        if sheet.words_only:
            area = _centred(area, column.need(area.w, fit))
    if sheet.in_row:
        tall = min(column.need(area.w, fit) if sheet.parts else column.title_need(area.w, fit), area.h * 0.7)
        top = area.y + tall + (30 * fit.gap if sheet.parts else 0.0)
        ground += plates.row(pictures, Area(area.x, top, area.w, area.bottom - top), setting)
        area = Area(area.x, area.y, area.w, tall) if sheet.parts else area
    ground += column.heading(area, fit)
    placed = tuple(column.place(area, fit))
    overfull = len(placed) < len(sheet.parts) * len(sheet.sides)
    return Page((*ground, *_folio(number, setting)), placed, overfull)


def _has_grid(parts: Sequence[Part]) -> bool:
    return any(
        isinstance(found, Grid)
        for part in parts
        if isinstance(part, Text)
        for found in passages(part.markdown)
    )


def _fitted(column: Column, sheet: _Sheet) -> tuple[float, Fit]:
    """Choose a plate's share of the width and the step of fitting that leaves words largest."""
    start = sheet.start(column)
    found = [(share, _settled(column, sheet, share, start)) for share in _shares(sheet)]
    return max(found, key=lambda pair: (pair[1].body, pair[0]))


def _settled(column: Column, sheet: _Sheet, share: float, start: Fit) -> Fit:
    def need(fit: Fit) -> float:
        row = (_ROW * fit.picture + 30 * fit.gap) if sheet.in_row else 0.0
        return column.need(_width(share, fit), fit) + row

    return settle(_CONTENT.h, start, need)


def _shares(sheet: _Sheet) -> tuple[float, ...]:
    """Give shares of the width to try; 0 where no picture stands beside the words."""
    if not sheet.pictures or sheet.in_row:
        return (0.0,)
    if len(sheet.sides) > 1:
        return 0.3, 0.22, 0.16
    wide = any(KINDS[type(part)].wide for part in sheet.parts)
    shares = (0.44,) if sheet.words_only else (0.26, 0.16) if wide else (0.36,)
    return (*shares, 0.26, 0.16) if sign_here() else shares  # two languages need the room of a large picture


def _width(share: float, fit: Fit) -> float:
    return _CONTENT.w * (1 - share * fit.picture) - _BESIDE if share else _CONTENT.w


def _sides(sheet: _Sheet, share: float, fit: Fit) -> tuple[Area, Area | None]:
    """Part the page into the column of words and the plate of pictures."""
    if not share:
        return _CONTENT, None
    wide, rest = _CONTENT.w * share * fit.picture, _width(share, fit)
    layout = sheet.slide.layout
    story = any(isinstance(part, Quiz | Scenario) for part in sheet.parts)
    if layout == "picture-left" or (layout != "picture-right" and story):
        return Area(RIGHT - rest, TOP, rest, _CONTENT.h), Area(LEFT, 70, wide, 762.0)
    return Area(LEFT, TOP, rest, _CONTENT.h), Area(RIGHT - wide, 70, wide, 762.0)


def _centred(area: Area, tall: float) -> Area:
    """Move a short column down, a little above the middle."""
    over = max(0.0, area.h - tall)
    return Area(area.x, area.y + over * 0.42, area.w, area.h - over * 0.42)


def paper(setting: Setting) -> Piece:
    """Draw the slide's ground and its spine."""
    ink = setting.ink
    fill = ink.tint if setting.on_tint else ink.ground
    return Piece("paper", _WHOLE, (Box(_WHOLE, fill, radius=0), cover.spine(setting)))


def _folio(number: int, setting: Setting) -> list[Piece]:
    if number < 1:
        return []
    style = FOLIO if number < 100 else Style(FOLIO.size * 0.8, FOLIO.line, align="right")
    place = Area(RIGHT + 4, 834, 52, 44)
    return [Piece("folio", place, (words_at(place, str(number), style, setting.ink.soft, middle=True),))]
