"""The shape of a lesson file before anything is understood: lines, slides, blocks, where each stands.

`load` turns bytes into text and refuses what is no text; `splitter` makes these values from it;
`blocks` gives them meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

MAX_BYTES = 1024 * 1024
MAX_LINE = 2_000
MAX_LINES = 10_000
MAX_SLIDES = 200
MAX_DEPTH = 3


class Numbered(NamedTuple):
    """A line of the file with its number, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between `{` and `}`."""

    values: Mapping[str, str]
    malformed: str = ""
    """What could not be read as `key=value`; empty when all of it could."""

    def get(self, key: str, default: str = "") -> str:
        """Give the value of `key`."""
        return self.values.get(key, default)


NO_ATTRIBUTES = Attributes({})


@dataclass(frozen=True, slots=True)
class RawText:
    """Lines of Markdown, one after another."""

    lines: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A `:::` block: its name, its attributes and what it holds."""

    name: str
    attributes: Attributes
    line: int
    parts: tuple[RawPart, ...]
    closed: bool = True

    def lines(self) -> tuple[Numbered, ...]:
        """Give the block's own lines, without those of blocks inside it."""
        return tuple(line for part in self.parts if isinstance(part, RawText) for line in part.lines)


RawPart: TypeAlias = RawText | RawBlock


@dataclass(frozen=True, slots=True)
class RawSlide:
    """A slide: its heading and what follows."""

    title: str
    attributes: Attributes
    line: int
    parts: tuple[RawPart, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A whole file, split."""

    slides: tuple[RawSlide, ...]
    line_count: int
    head: tuple[Numbered, ...] | None = None
    """The lines between the `+++` lines; None for a file that has no head."""
    head_closed: bool = True
    long_lines: tuple[int, ...] = ()
    stray_closings: tuple[int, ...] = ()
    too_deep: tuple[int, ...] = ()
    too_many_lines: bool = False
    too_many_slides: int = 0
    """The line where one slide too many begins; 0 when there are not too many."""

    @property
    def refused(self) -> bool:
        """Whether the file breaks a limit or holds no slide, so that no lesson is made of it."""
        return bool(self.long_lines or self.too_many_lines or self.too_many_slides or not self.slides)

    def blocks(self) -> Iterator[RawBlock]:
        """Give every block, those inside others included."""
        for slide in self.slides:
            yield from _blocks_in(slide.parts)

    def body_lines(self) -> Iterator[Numbered]:
        """Give every line of text, wherever it stands."""
        for slide in self.slides:
            yield from _lines_in(slide.parts)


def _blocks_in(parts: tuple[RawPart, ...]) -> Iterator[RawBlock]:
    for part in parts:
        if isinstance(part, RawBlock):
            yield part
            yield from _blocks_in(part.parts)


def _lines_in(parts: tuple[RawPart, ...]) -> Iterator[Numbered]:
    for part in parts:
        if isinstance(part, RawText):
            yield from part.lines
        else:
            yield from _lines_in(part.parts)
