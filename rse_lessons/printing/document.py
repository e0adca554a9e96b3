"""What a printed document is: small frozen values. `ui` lays them out and paints them to paper.

Titles and headings are plain words. Every other string is Markdown as lessons are written in: inline
in lists and tables, whole paragraphs in `Para`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias


class Style(StrEnum):
    """How a paragraph stands out."""

    BODY = "body"
    LEAD = "lead"
    """The sentence that says what the document is, larger."""
    STRONG = "strong"
    """A question or a prompt."""
    ASIDE = "aside"
    """A remark, smaller."""
    KEEP = "keep"
    """Something to remember, in a tinted box."""
    CARE = "care"
    """Something to take care with, in a box with an edge."""


class Marks(StrEnum):
    """What stands before the items of a list."""

    DOTS = "dots"
    NUMBERS = "numbers"
    LETTERS = "letters"
    BOXES = "boxes"
    """Empty boxes to tick with a pen."""


@dataclass(frozen=True, slots=True)
class Para:
    """One or more paragraphs, or whatever Markdown makes of them."""

    markdown: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one item a line."""

    items: tuple[str, ...]
    marks: Marks = Marks.DOTS


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; each row is as long as the head, where there is one."""

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    """Words over the columns, plain; empty for a table of labels and words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, or its description where the file is missing."""

    path: Path | None
    description: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new sheet."""


# For worksheets: shapes to cut out, to write in and to put cards on. Their words are inline Markdown.


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out, or to draw a line from."""

    text: str
    sign: str = ""
    """A letter by which it can be named without cutting it out."""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in rows, with dashed lines round them for scissors."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Trays:
    """Columns beside one another, to write or glue in; filled ones hold their cards."""

    heads: tuple[str, ...]
    inside: tuple[tuple[str, ...], ...] = ()
    """For each column what it holds; empty for an empty sheet."""


@dataclass(frozen=True, slots=True)
class Places:
    """Numbered places under one another; an empty string is a place to write in."""

    inside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rope:
    """A line between two ends, with marks between."""

    ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rhombus:
    """Empty boxes in rows of these lengths, a diamond; the first matters most."""

    rows: tuple[int, ...]
    top: str
    foot: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips of paper to cut apart, each with the same words and room below them."""

    text: str
    count: int


Part: TypeAlias = (
    Para | Bullets | Table | Picture | PageBreak | Cards | Trays | Places | Rope | Rhombus | Ruled | Slips
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    """Empty for words that need none."""
    parts: tuple[Part, ...]
    level: int = 1
    """1 for a main heading, 2 for one below it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document, ready to be laid out."""

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    language: str = "en"
    """The language of the lesson's words, for hyphens and voices."""
