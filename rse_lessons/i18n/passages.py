"""What a passage is: a piece of English that a translator sees by itself, and where it stands in its file.

A `Document` is a file taken apart into passages and what is between them, its skeleton: ids, answers,
names of files, structure. Put together again it is the same file, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """The kinds of file that hold passages."""

    LESSON = "lesson"
    MEETING = "meeting"
    """A staff meeting, which is a lesson file."""
    MODULE = "module"
    MOMENTS = "moments"
    NATION = "nation"


class Reader(StrEnum):
    """Who reads a passage."""

    PUPILS = "pupils"
    TEACHERS = "teachers"
    FAMILIES = "families"


class Register(StrEnum):
    """Whom a passage speaks to; languages with two words for “you” choose by it."""

    CLASS = "class"
    CHILD = "one child"
    ADULTS = "adults"


class Form(StrEnum):
    """How a passage is written into its file."""

    TEXT = "text"
    LABEL = "label"
    """The condition of a note, after the word If, which stays: readers know the note by it."""
    ATTRIBUTE = "attribute"
    """A value between braces, in quotation marks."""
    TOML = "toml"
    """A text or a key of TOML, in quotation marks."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of English to translate, with all that a translator has to know."""

    context: str
    """What it is known by, such as `ask-first/our-rules/listen/text`; unique, and made of ids."""
    text: str
    """The English as it is written; lines that go on are lines here, without what indents them."""
    kind: str
    """What it stands in: `head`, `slide`, `notes`, or the name of a block."""
    line: int
    reader: Reader
    register: Register
    slide: int = 0
    """The number of its slide or page; 0 in a head and in files without slides."""
    slide_title: str = ""
    longest: int | None = None
    """The most characters that it may have, where something breaks beyond."""
    keeps: tuple[str, ...] = ()
    """What has to stand in a translation as it stands here: placeholders and addresses."""
    note: str = ""
    """A word to the translator."""
    group: str = ""
    """Passages of one group are all shown in the language or all in English."""
    safety: bool = False
    """Whether it says where help is, or what an adult does when a child needs it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A passage and the stretch of its file that it takes."""

    passage: Passage
    start: int
    end: int
    form: Form = Form.TEXT
    joint: str = ""
    """What stands between its lines in the file; empty for a passage of one line."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A stretch that is written anew when its block is shown in another language.

    Where an id is made from English words, the localised file has to name it.
    """

    start: int
    end: int
    text: str
    group: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart."""

    kind: Kind
    id: str
    path: Path
    text: str
    """The whole file, with its own line ends."""
    slots: tuple[Slot, ...] = ()
    """In the order of the file; no two touch."""
    pins: tuple[Pin, ...] = ()
    names: tuple[str, ...] = ()
    """The ids that readers give its items and pages, in order."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in the order of the file."""
        return tuple(slot.passage for slot in self.slots)

    @property
    def newline(self) -> str:
        """How lines end in this file."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def skeleton(self) -> tuple[str, ...]:
        """Give what stands before, between and after the passages."""
        starts = [0, *(slot.end for slot in self.slots)]
        ends = [*(slot.start for slot in self.slots), len(self.text)]
        return tuple(self.text[start:end] for start, end in zip(starts, ends, strict=True))

    def put_together(self, written: Mapping[str, str] | None = None) -> str:
        """Put skeleton and passages together; `written` gives stretches by context, others stay.

        Where a passage of a group is written, its pins are set.
        """
        written = written or {}
        groups = {slot.passage.group for slot in self.slots if slot.passage.context in written}
        edits = [(pin.start, 0, pin.end, pin.text) for pin in self.pins if pin.group in groups]
        edits += [
            (slot.start, 1, slot.end, written[slot.passage.context])
            for slot in self.slots
            if slot.passage.context in written
        ]
        parts: list[str] = []
        place = 0
        for start, _, end, text in sorted(edits):
            parts += [self.text[place:start], text]
            place = end
        return "".join([*parts, self.text[place:]])


PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
_ADDRESS = re.compile(r"\]\(([^()\s]+)\)|<((?:https?://|mailto:)[^<>\s]+)>")


def kept(text: str) -> tuple[str, ...]:
    """Give what a translation of `text` has to keep: placeholders and where links lead, in order."""
    if "{{" not in text and "](" not in text and "<" not in text:
        return ()
    places = [(found.start(), found[0]) for found in PLACEHOLDER.finditer(text)]
    places += [(found.start(), found[1] or found[2]) for found in _ADDRESS.finditer(text)]
    return tuple(what for _, what in sorted(places))


def has_words(text: str) -> bool:
    """Say whether there is anything to translate: a letter outside placeholders."""
    return any(sign.isalpha() for sign in (PLACEHOLDER.sub("", text) if "{{" in text else text))


@dataclass(slots=True)
class Collected:
    """What was found in a file, before it is put in order."""

    slots: list[Slot] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)

    def in_order(self) -> tuple[tuple[Slot, ...], tuple[Pin, ...]]:
        """Give slots and pins in the order of the file.

        Two slots touch only where a block stands inside another, a mistake that `check` tells: one is left.
        """
        slots: list[Slot] = []
        for slot in sorted(self.slots, key=lambda slot: (slot.start, slot.end)):
            if not slots or slot.start >= slots[-1].end:
                slots.append(slot)
        return tuple(slots), tuple(sorted(self.pins, key=lambda pin: pin.start))
