"""Which lessons stand on the shelf, and in which rows. Pure arithmetic: 5,000 lessons in a few milliseconds.

Painting them is the shelf's business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rse_lessons.lesson.searching import fold
from rse_lessons.ui.bands import AGES

LENGTHS: Mapping[str, tuple[int, int]] = {"short": (0, 30), "middle": (31, 45), "long": (46, 10_000)}
"""Minutes from and to, by the name of a length."""


class Card(Protocol):
    """What the shelf needs to know of a lesson; the library's index gives more."""

    @property
    def id(self) -> str:
        """Unique in the library."""

    @property
    def title(self) -> str:
        """The lesson's name."""

    @property
    def band(self) -> str | None:
        """The age band, or None or empty for any age."""

    @property
    def minutes(self) -> int:
        """How long it takes."""

    @property
    def topics(self) -> Sequence[str]:
        """Ids of topics."""

    @property
    def cover_path(self) -> Path | None:
        """The cover's file."""

    @property
    def slides(self) -> int:
        """How many slides."""

    @property
    def search(self) -> str:
        """Everything that can be searched for, folded."""

    @property
    def checked(self) -> bool:
        """False for a file that was not written as a lesson."""

    @property
    def stages(self) -> Sequence[tuple[str, int]]:
        """Stages with their lengths, in order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the teacher is looking for; empty wants everything."""

    words: str = ""
    band: str = ""
    topic: str = ""
    length: str = ""

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.band or self.topic or self.length)


@dataclass(frozen=True, slots=True)
class Section:
    """The lessons under one heading."""

    band: str
    place: str
    """`class` for the class's own band, `older` or `younger` beside it, else empty."""
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Row:
    """Books side by side; `first` counts over the whole shelf."""

    first: int
    count: int
    top: int
    height: int


def find(cards: Sequence[Card], wanted: Wanted) -> list[Card]:
    """Give the lessons that have all the words, and the band, topic and length."""
    found = list(cards)
    if wanted.band:
        found = [card for card in found if card.band == wanted.band]
    if wanted.topic:
        found = [card for card in found if wanted.topic in card.topics]
    if wanted.length:
        least, most = LENGTHS[wanted.length]
        found = [card for card in found if least <= card.minutes <= most]
    for word in fold(wanted.words).split():
        found = [card for card in found if word in card.search]
    return found


def sections(cards: Sequence[Card], class_band: str = "") -> list[Section]:
    """Put lessons under their bands: the class's own first, then its neighbours, then the others."""
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(str(card.band or ""), []).append(card)
    order = list(AGES)
    places: dict[str, str] = {}
    if class_band in AGES:
        here = order.index(class_band)
        near = [class_band, *order[here + 1 : here + 2], *order[max(0, here - 1) : here]]
        places = {class_band: "class"}
        places |= {band: "older" if order.index(band) > here else "younger" for band in near[1:]}
        order = [*near, *(band for band in order if band not in near)]
    order += [band for band in groups if band not in order]
    return [Section(band, places.get(band, ""), groups[band]) for band in order if band in groups]


def rows(count: int, first: int, top: int, *, across: int, height: Callable[[int, int], int]) -> list[Row]:
    """Put `count` books in rows of `across`, from the book `first` and the y `top` on."""
    result = []
    for start in range(first, first + count, across):
        many = min(across, first + count - start)
        tall = height(start, many)
        result.append(Row(start, many, top, tall))
        top += tall
    return result
