"""A heading and the blocks under it, in one language or in two side by side, row by row alike.

Which column a slide has, and how wide it is, `page` chooses; blocks draw themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import HelpRoutes, Part, Text
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks.kinds import KINDS
from rse_lessons.ui.slide.blocks.kit import Kind, Setting, readable
from rse_lessons.ui.slide.drawing import Area, Box, Piece, words_at
from rse_lessons.ui.slide.look import Fit, speaking_in
from rse_lessons.ui.slide.markup import inline, plain
from rse_lessons.ui.slide.tongues import both, parted

_LEAST = 90.0
"""The least height in which text is worth beginning."""
BETWEEN = 56.0
"""Between two languages side by side."""

Found = TypeVar("Found")


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
    block: str
    """The block's id, or a name made from its line, in the first language."""
    side: str = ""
    """The language, where two stand side by side."""

    @property
    def id(self) -> str:
        """The block's id, or a name made from its line; that of both languages is the same."""
        return self.block

    def fits(self, state: object) -> bool:
        """Whether a state can be shown in this area without another step of fitting."""
        with speaking_in(self.setting.look):
            need = self.kind.need(self.part, self.setting, self.area.w, self.fit, state)
        return need <= self.area.h + 0.5

    def pieces(self, state: object) -> list[Piece]:
        """Draw it in a state."""
        with speaking_in(self.setting.look):
            drawn = self.kind.draw(self.part, self.setting, self.area, self.fit, state)
        return [piece.of(self.id, self.side) for piece in readable(drawn)]


@dataclass(frozen=True, slots=True)
class Side:
    """A heading and the parts under it in one language, or in two that stand under one another."""

    title: str
    parts: tuple[tuple[Part, Setting], ...]
    setting: Setting
    name: str = ""
    """The language, where two stand side by side."""

    def spoken(self, make: Callable[[], Found]) -> Found:
        """Make something with the program's words in this side's language."""
        with speaking_in(self.setting.look):
            return make()


def side_of(title: str, parts: Sequence[Part], setting: Setting, name: str = "") -> Side:
    """Give one side; a block whose question says the same as the heading takes its place."""
    title = title.strip()
    if not title and any(isinstance(part, HelpRoutes) for part in parts):
        title = both(lambda: tr("You can always ask for help"))
    heads = [_heads(part, title, index) for index, part in enumerate(parts)]
    settings = [replace(setting, heads=head) for head in heads]
    return Side("" if any(heads) else title, tuple(zip(parts, settings, strict=True)), setting, name)


def like(side: Side, first: Side) -> Side:
    """Give the second side with its headings where the first has them."""
    parts = tuple(
        (part, replace(setting, heads=other.heads))
        for (part, setting), (_, other) in zip(side.parts, first.parts, strict=True)
    )
    return replace(side, title=side.title if first.title else "", parts=parts)


def _heads(part: Part, title: str, index: int) -> bool:
    """Whether a block's question stands as the heading: there is none, or it says the same."""
    question = KINDS[type(part)].question(part).strip()
    if not question or index:
        return False
    return not title or _said(inline(question)) == _said(inline(title))


def _said(inline_html: str) -> str:
    return plain(parted(inline_html)[0]).strip().casefold()


@dataclass(frozen=True)
class Column:
    """One side, or two beside one another."""

    sides: tuple[Side, ...]
    states: Mapping[str, object]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in the first language."""
        return tuple(part for part, _ in self.sides[0].parts)

    def _wide(self, width: float) -> float:
        count = len(self.sides)
        return (width - BETWEEN * (count - 1)) / count

    def _areas(self, area: Area) -> list[Area]:
        wide = self._wide(area.w)
        return [replace(area, x=area.x + at * (wide + BETWEEN), w=wide) for at in range(len(self.sides))]

    def title_need(self, width: float, fit: Fit) -> float:
        """Give the height of the heading and the gap under it."""
        tall = self._title_height(self._wide(width), fit)
        return tall + self._gap(fit) if tall else 0.0

    def _title_height(self, wide: float, fit: Fit) -> float:
        return max(words.height(inline(side.title), fit.style("heading"), wide) for side in self.sides)

    def need(self, width: float, fit: Fit) -> float:
        """Give the height of everything."""
        needs = self._needs(width, fit)
        return self.title_need(width, fit) + sum(needs) + self._gap(fit) * max(0, len(needs) - 1)

    def heading(self, area: Area, fit: Fit) -> list[Piece]:
        """Draw the headings, and a line between two sides."""
        found: list[Piece] = []
        style = fit.style("heading")
        for side, own in zip(self.sides, self._areas(area), strict=True):
            if not side.title:
                continue
            text = inline(side.title)
            tall = min(words.measured(text, style, own.w)[0], area.h / 2)
            place = replace(own, h=tall)
            said = replace(place, w=words.balanced(text, style, own.w))
            drawn = words_at(said, text, style, side.setting.ink.text)
            key = f"{side.name}:heading" if side.name else "heading"
            found.append(Piece(key, place, (drawn,), side=side.name))
        if len(self.sides) > 1:
            line = Area(area.x + area.w / 2 - 1.5, area.y + 8, 3.0, area.h - 8)
            found.append(Piece("between", line, (Box(line, self.sides[0].setting.ink.ledge, radius=1.5),)))
        return found

    def place(self, area: Area, fit: Fit) -> Iterator[Placed]:
        """Give each part its area; what is over goes to those that stretch, else to the last block."""
        used = min(self.title_need(area.w, fit), area.h / 2 + self._gap(fit))
        y, room = area.y + used, area.h - used
        needs = self._needs(area.w, fit)
        gaps = self._gap(fit) * max(0, len(needs) - 1)
        over = room - gaps - sum(needs)
        heights = self._squeezed(needs, room, fit) if over < 0 else self._stretched(needs, over)
        for at, tall in enumerate(heights):
            if tall > 0:
                yield from self._row(at, replace(area, y=y, h=tall), fit)
                y += tall + self._gap(fit)

    def _row(self, at: int, area: Area, fit: Fit) -> Iterator[Placed]:
        block = part_id(self.parts[at])
        for side, own in zip(self.sides, self._areas(area), strict=True):
            part, setting = side.parts[at]
            yield Placed(part, KINDS[type(part)], setting, own, fit, block, side.name)

    def _squeezed(self, needs: list[float], room: float, fit: Fit) -> list[float]:
        """Share too little room: help stays whole, then the first parts; what is left out gets no height."""
        parts = self.parts
        heights = [0.0] * len(needs)
        firm = [at for at, part in enumerate(parts) if isinstance(part, HelpRoutes)]
        for at in [*firm, *(at for at in range(len(needs)) if at not in firm)]:
            gap = self._gap(fit) if any(heights) else 0.0
            here = min(needs[at], room - gap)
            whole = here >= needs[at] - 0.5
            elides = isinstance(parts[at], Text) and here >= _LEAST
            if whole or elides or not any(heights):
                heights[at] = max(1.0, here)
                room -= here + gap
        return heights

    def _stretched(self, needs: list[float], over: float) -> list[float]:
        parts = self.parts
        takers = [at for at, part in enumerate(parts) if KINDS[type(part)].stretch] or [
            at for at, part in enumerate(parts) if not isinstance(part, Text)
        ][-1:]
        return [need + (over / len(takers) if i in takers else 0.0) for i, need in enumerate(needs)]

    def _needs(self, width: float, fit: Fit) -> list[float]:
        wide, ids = self._wide(width), [part_id(part) for part in self.parts]
        rows = [
            side.spoken(
                lambda side=side: [  # type: ignore[misc]
                    KINDS[type(part)].need(part, setting, wide, fit, self.states.get(block))
                    for (part, setting), block in zip(side.parts, ids, strict=True)
                ]
            )
            for side in self.sides
        ]
        return [max(row) for row in zip(*rows, strict=True)]

    @staticmethod
    def _gap(fit: Fit) -> float:
        return 6 + 30 * fit.gap
