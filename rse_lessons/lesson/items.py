"""Reads the inside of a block: prompt, list items with ids and explanations, the takeaway.

This is the one habit that runs through all blocks of the format; what a kind of block makes of it
is in `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.model import Option, Picture, Place
from rse_lessons.lesson.source import Numbered
from rse_lessons.lesson.words import is_id, slug

MAX_ITEMS = 60
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)")
_EXPLAINS = re.compile(r"([ \t]*)=[ \t]+(.*)")
_ID = re.compile(r"\[([^\[\]]*)\](?!\()(?:[ \t]+(.*))?")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^()]*)\)[ \t]*(.*)")
ARROW = "->"

FindPicture = Callable[[str], Path | None]


@dataclass(slots=True)
class Item:
    """A list item, its text still as written."""

    line: int
    text: str
    explanation: str = ""


@dataclass(slots=True)
class Body:
    """What stands in a block, or in one step of a scenario."""

    prompt: str
    items: list[Item] = field(default_factory=list)
    takeaway: str = ""
    fields: dict[str, Numbered] = field(default_factory=dict)
    """Lines like `columns: …`, by their name."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What is needed to make options: where the file is, where pictures are, where problems go."""

    path: Path
    find_picture: FindPicture
    findings: Findings

    def place(self, line: int) -> Place:
        """Give the place of a line."""
        return Place(self.path, line)

    def picture(self, line: int, description: str, file: str) -> Picture:
        """Make a picture, found or not."""
        name = file.strip()
        return Picture(name, description.strip(), self.place(line), self.find_picture(name))


def read_body(lines: Iterable[Numbered], findings: Findings, fields: tuple[str, ...] = ()) -> Body:
    """Read the lines of a block; `fields` are the names that may open a line such as `columns:`."""
    reader = _BodyReader(findings, fields)
    for line in lines:
        reader.take(line)
    reader.body.prompt = "\n".join(reader.prompt).strip()
    return reader.body


class _BodyReader:
    """Reads a block line by line, remembering what a line that merely goes on is added to."""

    def __init__(self, findings: Findings, fields: tuple[str, ...]) -> None:
        self.body = Body("")
        self.prompt: list[str] = []
        self._findings = findings
        self._fields = fields
        self._goes_on: Callable[[str], None] | None = None
        self._too_many = False

    def take(self, line: Numbered) -> None:
        bare = line.text.strip()
        name, colon, rest = bare.partition(":")
        if not bare:
            self._goes_on = None
            self.prompt.append("")
        elif found := _EXPLAINS.match(line.text):
            self._goes_on = self._explain(found[2].strip(), inner=bool(found[1] and self.body.items))
        elif colon and name in self._fields:
            self.body.fields[name] = Numbered(line.number, rest.strip())
            self._goes_on = None
        elif item := _ITEM.match(line.text):
            self._goes_on = self._add_item(line.number, item[1].strip())
        elif self._goes_on:
            self._goes_on(bare)
        elif self.body.items or self.body.takeaway:
            sentence = "This line belongs to nothing; put it before the list, or begin it with = to explain."
            self._findings.error(line.number, sentence, "stray-text")
        else:
            self.prompt.append(line.text)

    def _add_item(self, line: int, text: str) -> Callable[[str], None]:
        if len(self.body.items) >= MAX_ITEMS:
            if not self._too_many:
                sentence = f"A block may have {MAX_ITEMS} items; take some away or make two blocks of it."
                self._findings.error(line, sentence, "too-many-items")
            self._too_many = True
            return _drop
        item = Item(line, text)
        self.body.items.append(item)

        def add(more: str) -> None:
            item.text = f"{item.text} {more}"

        return add

    def _explain(self, text: str, *, inner: bool) -> Callable[[str], None]:
        """Put an explanation where it belongs and give what adds further lines to it."""
        body = self.body
        if not inner:

            def add_to_takeaway(more: str) -> None:
                body.takeaway = f"{body.takeaway} {more}".strip()

            add_to_takeaway(text)
            return add_to_takeaway
        item = body.items[-1]

        def add(more: str) -> None:
            item.explanation = f"{item.explanation} {more}".strip()

        add(text)
        return add


def _drop(_: str) -> None:
    """Take a line that belongs to an item too many."""


def make_options(items: Iterable[Item], maker: Maker, *, arrows: bool = False) -> tuple[Option, ...]:
    """Make options of items; with `arrows`, what follows the last `->` is where the option goes."""
    options: list[Option] = []
    taken: dict[str, str] = {}
    for item in items:
        text, goes_to = item.text, ""
        if arrows:
            before, arrow, after = text.rpartition(ARROW)
            if arrow:
                text, goes_to = before.strip(), after.strip()
        written, text = _take_id(text, item.line, maker.findings)
        picture = None
        if found := _PICTURE.match(text):
            picture, text = maker.picture(item.line, found[1], found[2]), found[3].strip()
        words = text or (picture.description if picture else "")
        name = _free(written or slug(words) or f"item-{len(options) + 1}", taken, words, item.line, maker)
        taken[name] = words
        place = maker.place(item.line)
        options.append(Option(name, text, place, item.explanation, goes_to, picture))
    return tuple(options)


def _take_id(text: str, line: int, findings: Findings) -> tuple[str, str]:
    """Take `[id]` off the front of an item; an id that cannot be one is reported and left out."""
    found = _ID.fullmatch(text)
    if not found:
        return "", text
    if is_id(found[1]):
        return found[1], (found[2] or "").strip()
    sentence = f"“{found[1]}” cannot be an id; use lower-case letters, digits and single hyphens."
    findings.error(line, sentence, "bad-id")
    return "", (found[2] or "").strip()


def _free(name: str, taken: dict[str, str], words: str, line: int, maker: Maker) -> str:
    """Give `name`, or the next free name like it. Only a cut-off id may clash without anybody's fault.

    Of items that say the same, their words are the mistake, which `item_rules` tells.
    """
    if name not in taken:
        return name
    if taken[name] != words and len(name) < 40:
        sentence = f"The id “{name}” is used twice in this block; put another [id] before one of the items."
        maker.findings.error(line, sentence, "duplicate-id")
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def split_bar(line: Numbered) -> list[Item]:
    """Part `A | B` into items."""
    return [Item(line.number, part.strip()) for part in line.text.split("|") if part.strip()]
