"""Which lessons stand on the shelf, and in which rows. Pure arithmetic: 5,000 lessons in a few milliseconds.

Painting them is the shelf's business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

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

    @property
    def languages(self) -> str:
        """Tags of the languages in use here that all of it is in, parted by spaces."""


class Wanted(NamedTuple):
    """What the teacher is looking for; empty wants everything."""

    words: str = ""
    band: str = ""
    topic: str = ""
    length: str = ""
    language: str = ""
    """The tag of a language that all of a lesson is to be in."""

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.band or self.topic or self.length or self.language)


class Section(NamedTuple):
    """The lessons under one heading."""

    band: str
    place: str
    """`class` for the class's own band, `older` or `younger` beside it, else empty."""
    cards: Sequence[Card]


class Row(NamedTuple):
    """Books side by side; `first` counts over the whole shelf."""

    first: int
    many: int
    top: int
    height: int


class Heights(NamedTuple):
    """What a row's height is made of, in px."""

    plain: int
    """Book, ledge, minutes and the room around."""
    line: int
    """One line of a title."""
    state: int
    """The room above the words that say where the class is."""
    said: int
    """One line of these words."""


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
    if wanted.language:
        found = [card for card in found if wanted.language in card.languages.split()]
    for word in fold(wanted.words).split():
        found = [card for card in found if word in card.search]
    return found


def told_apart(cards: Sequence[Card], languages: Mapping[str, str]) -> dict[str, str]:
    """Give the languages, tags and names, that some lessons are in whole and others are not."""
    if not languages:
        return {}
    whole = [card.languages.split() for card in cards]
    counts = {tag: sum(tag in tags for tags in whole) for tag in languages}
    return {tag: name for tag, name in languages.items() if 0 < counts[tag] < len(cards)}


def whole_in(card: Card, languages: Mapping[str, str]) -> str:
    """Name those of some languages, tags with names, that all of a lesson is in."""
    return ", ".join(name for tag, name in languages.items() if tag in card.languages.split())


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


def rows(
    lines: Sequence[int], told: Sequence[int], *, first: int, top: int, across: int, heights: Heights
) -> list[Row]:
    """Put the books of a section in rows of `across`, from the book `first` and the y `top` on.

    `lines` has the title lines of each book; `told` the lines that say where the class is, and is
    empty when nothing is said of any.
    """
    result = []
    plain, line, state, said = heights
    for start in range(0, len(lines), across):
        end = start + across
        part = lines[start:end]
        tall = plain + line * max(part)
        if told and (most := max(told[start:end])):
            tall += state + said * most
        result.append(Row(first + start, len(part), top, tall))
        top += tall
    return result


class Widths(dict[str, float]):
    """Widths of words, reckoned from those of their letters, each measured once; titles share most words."""

    def __init__(self, width_of: Callable[[str], float]) -> None:
        super().__init__()
        self._width_of = width_of
        self._letters: dict[str, float] = {}

    def __missing__(self, word: str) -> float:
        letters = self._letters
        for letter in word:
            if letter not in letters:
                letters[letter] = self._width_of(letter)
        self[word] = width = sum(map(letters.__getitem__, word))
        return width


class TitleLines:
    """How many lines titles take, reckoned from the widths of words: Qt is too slow for thousands.

    It may reckon one line too many where letters move together, never one too few.
    """

    def __init__(self, widths: Widths, width: int) -> None:
        self._width = width
        self._widths = widths
        self._known: dict[str, int] = {}

    def of(self, titles: Sequence[str]) -> list[int]:
        """Give the lines of each title."""
        known, reckon = self._known.get, self._reckon
        return [known(title) or reckon(title) for title in titles]

    def _reckon(self, title: str) -> int:
        widths, width = self._widths, self._width
        space = widths[" "]
        lines, used = 1, 0.0
        for word in title.split():
            wide = widths[word]
            if used and used + space + wide > width:
                lines, used = lines + 1, 0.0
            elif used:
                used += space
            if wide > width:
                # A word too long for a line is broken.
                lines += int(wide // width)
                wide %= width
            used += wide
        self._known[title] = lines
        return lines
