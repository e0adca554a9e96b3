"""Where everything on a slide stands: heading, words and blocks in a column, pictures on plates beside it.

This chooses the layout and the step of fitting. Blocks draw themselves in the areas that it gives them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import (
    Handout,
    HelpRoutes,
    Only,
    Part,
    Picture,
    Quiz,
    Scenario,
    Slide,
    Stage,
    Text,
)
from rse_lessons.ui.slide import cover, plates, words
from rse_lessons.ui.slide.blocks.kinds import KINDS
from rse_lessons.ui.slide.blocks.kit import Kind, Setting, readable
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
)
from rse_lessons.ui.slide.markup import Grid, inline, passages, plain

_CONTENT = Area(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP)
_BESIDE = 56.0
_ROW = 340.0
"""The height kept for a row of pictures."""
_LEAST = 90.0
"""The least height in which text is worth beginning."""
_FEW = 0.6
"""Words alone that fill less of the slide than this are set largest."""
_YOUNG = ("ks1", "lower-ks2")
"""Bands whose slides begin a step larger: new readers, and few words."""
_WHOLE = Area(0, 0, WIDTH, HEIGHT)


def part_id(part: Part) -> str:
    """Give a block's id, or a name made from its line."""
    return str(getattr(part, "id", "")) or f"line-{part.place.line}"


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with its place: what `draw` needs to show another state of it."""

    part: Part
    kind: Kind
    setting: Setting
    area: Area
    fit: Fit

    @property
    def id(self) -> str:
        """The block's id, or a name made from its line."""
        return part_id(self.part)

    def fits(self, state: object) -> bool:
        """Whether a state can be shown in this area without another step of fitting."""
        need = self.kind.need(self.part, self.setting, self.area.w, self.fit, state)
        return need <= self.area.h + 0.5

    def pieces(self, state: object) -> list[Piece]:
        """Draw it in a state."""
        drawn = self.kind.draw(self.part, self.setting, self.area, self.fit, state)
        return [piece.of(self.id) for piece in readable(drawn)]


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out slide."""

    ground: tuple[Piece, ...]
    """What has no state: ground, spine, heading, pictures, folio."""
    placed: tuple[Placed, ...]
    overfull: bool = False
    """True when a part had to be left out."""


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


def lay_out(slide: Slide, number: int, look: SlideLook, states: Mapping[str, object] | None = None) -> Page:
    """Lay a slide out for what its blocks show now; `number` is its folio, counted from 1, or 0 for none."""
    parts = shown_parts(slide, look.nation)
    setting = Setting(
        look,
        inks(look.theme_name, look.band),
        pictured=any(isinstance(part, Picture) for part in parts),
        baseline=slide.stage is Stage.BASELINE,
        on_tint=slide.layout == "calm",
    )
    pictures = [part for part in parts if isinstance(part, Picture)]
    blocks = [part for part in parts if type(part) in KINDS]
    words_only = all(isinstance(part, Text) for part in blocks)
    short = words_only and len(pictures) < 2
    if short and slide.layout == "title":
        return Page(tuple(cover.lay_out(slide, blocks, pictures, setting, large=True)), ())
    if short and slide.layout == "calm":
        return Page(tuple(cover.lay_out(slide, blocks, pictures, setting, large=False)), ())
    return _ordinary(_Sheet(slide, blocks, pictures, setting, states or {}), number)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is to be laid out in a column."""

    slide: Slide
    parts: Sequence[Part]
    pictures: Sequence[Picture]
    setting: Setting
    states: Mapping[str, object]

    @property
    def words_only(self) -> bool:
        """Whether nothing but text stands there."""
        return bool(self.parts) and all(isinstance(part, Text) for part in self.parts)

    @property
    def in_row(self) -> bool:
        """Whether its pictures stand side by side under the words."""
        several = len(self.pictures) > 1 and not self.slide.layout.startswith("picture")
        return bool(self.pictures) and (not self.parts or (self.words_only and several))

    def column(self) -> _Column:
        """Give its heading and parts; a block whose question says the same as the heading takes its place."""
        title = self.slide.title.strip()
        if not title and any(isinstance(part, HelpRoutes) for part in self.parts):
            title = tr("You can always ask for help")
        heads = [_heads(part, title, index) for index, part in enumerate(self.parts)]
        settings = [replace(self.setting, heads=head) for head in heads]
        parts = tuple(zip(self.parts, settings, strict=True))
        return _Column("" if any(heads) else title, parts, self.setting, self.states)

    def start(self, column: _Column) -> Fit:
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
    return Page((*ground, *_folio(number, setting)), placed, len(placed) < len(sheet.parts))


def _heads(part: Part, title: str, index: int) -> bool:
    """Whether a block's question stands as the heading: there is none, or it says the same."""
    question = KINDS[type(part)].question(part).strip()
    if not question or index:
        return False
    return not title or plain(inline(question)).strip().casefold() == title.casefold()


def _has_grid(parts: Sequence[Part]) -> bool:
    return any(
        isinstance(found, Grid)
        for part in parts
        if isinstance(part, Text)
        for found in passages(part.markdown)
    )


def _fitted(column: _Column, sheet: _Sheet) -> tuple[float, Fit]:
    """Choose a plate's share of the width and the step of fitting that leaves words largest."""
    start = sheet.start(column)
    found = [(share, _settled(column, sheet, share, start)) for share in _shares(sheet)]
    return max(found, key=lambda pair: (pair[1].body, pair[0]))


def _settled(column: _Column, sheet: _Sheet, share: float, start: Fit) -> Fit:
    def need(fit: Fit) -> float:
        row = (_ROW * fit.picture + 30 * fit.gap) if sheet.in_row else 0.0
        return column.need(_width(share, fit), fit) + row

    return settle(_CONTENT.h, start, need)


def _shares(sheet: _Sheet) -> tuple[float, ...]:
    """Give shares of the width to try; 0 where no picture stands beside the words."""
    if not sheet.pictures or sheet.in_row:
        return (0.0,)
    if sheet.words_only:
        return (0.44,)
    wide = any(KINDS[type(part)].wide for part in sheet.parts)
    return (0.26, 0.16) if wide else (0.36,)


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


@dataclass(frozen=True)
class _Column:
    """A heading and the parts under it."""

    title: str
    parts: tuple[tuple[Part, Setting], ...]
    setting: Setting
    states: Mapping[str, object]

    def title_need(self, width: float, fit: Fit) -> float:
        """Give the height of the heading and the gap under it."""
        if not self.title:
            return 0.0
        return words.height(inline(self.title), fit.style("heading"), width) + self._gap(fit)

    def need(self, width: float, fit: Fit) -> float:
        """Give the height of everything."""
        needs = self._needs(width, fit)
        return self.title_need(width, fit) + sum(needs) + self._gap(fit) * max(0, len(needs) - 1)

    def heading(self, area: Area, fit: Fit) -> list[Piece]:
        """Draw the heading."""
        if not self.title:
            return []
        tall = min(words.measured(inline(self.title), fit.style("heading"), area.w)[0], area.h / 2)
        place = Area(area.x, area.y, area.w, tall)
        style = fit.style("heading")
        said = Area(area.x, area.y, words.balanced(inline(self.title), style, area.w), tall)
        return [Piece("heading", place, (words_at(said, inline(self.title), style, self.setting.ink.text),))]

    def place(self, area: Area, fit: Fit) -> Iterator[Placed]:
        """Give each part its area; what is over goes to those that stretch, else to the last block."""
        used = min(self.title_need(area.w, fit), area.h / 2 + self._gap(fit))
        y, room = area.y + used, area.h - used
        needs = self._needs(area.w, fit)
        gaps = self._gap(fit) * max(0, len(needs) - 1)
        over = room - gaps - sum(needs)
        heights = self._squeezed(needs, room, fit) if over < 0 else self._stretched(needs, over)
        for (part, setting), tall in zip(self.parts, heights, strict=True):
            if tall > 0:
                yield Placed(part, KINDS[type(part)], setting, Area(area.x, y, area.w, tall), fit)
                y += tall + self._gap(fit)

    def _squeezed(self, needs: list[float], room: float, fit: Fit) -> list[float]:
        """Share too little room: help stays whole, then the first parts; what is left out gets no height."""
        heights = [0.0] * len(needs)
        firm = [at for at, (part, _) in enumerate(self.parts) if isinstance(part, HelpRoutes)]
        for at in [*firm, *(at for at in range(len(needs)) if at not in firm)]:
            gap = self._gap(fit) if any(heights) else 0.0
            here = min(needs[at], room - gap)
            whole = here >= needs[at] - 0.5
            elides = isinstance(self.parts[at][0], Text) and here >= _LEAST
            if whole or elides or not any(heights):
                heights[at] = max(1.0, here)
                room -= here + gap
        return heights

    def _stretched(self, needs: list[float], over: float) -> list[float]:
        takers = [i for i, (part, _) in enumerate(self.parts) if KINDS[type(part)].stretch] or [
            i for i, (part, _) in enumerate(self.parts) if not isinstance(part, Text)
        ][-1:]
        return [need + (over / len(takers) if i in takers else 0.0) for i, need in enumerate(needs)]

    def _needs(self, width: float, fit: Fit) -> list[float]:
        return [
            KINDS[type(part)].need(part, setting, width, fit, self.states.get(part_id(part)))
            for part, setting in self.parts
        ]

    @staticmethod
    def _gap(fit: Fit) -> float:
        return 6 + 30 * fit.gap
