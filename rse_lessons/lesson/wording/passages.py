"""What of a lesson file is read by somebody, piece by piece, each with its lines and who reads it.

What only the program reads (ids, columns that cards go to, files of pictures, placeholders) is blanked
out, sign for sign, so that columns stay true. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rse_lessons.lesson.source import Numbered, RawBlock, RawPart, RawSlide

_TARGET = re.compile(r"\]\([^()\s]*\)|\{\{[^{}]*\}\}|<https?:[^<>\s]*>")
_ID = re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)])\s+)(\[[\w-]*\])")
_COLUMN_IDS = re.compile(r"\[[\w-]*\]")
_ARROW = re.compile(r"->\s*[^>]*$")
_STEP = re.compile(r"^@\s*\S+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")
_EXPLAINS = re.compile(r"\s*=\s")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")
_TABLE = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_VALUE = re.compile(r'"((?:[^"\\]|\\.)*)"' r"|'([^']*)'")
_HEAD_READERS = {"outcomes": "pupils", "title": "pupils", "cover-description": "pupils"}
_TABLE_READERS = {"vocabulary": "pupils", "endings": "pupils", "home": "families"}
_NOT_READ = frozenset({"characters", "curriculum", "topics", "band", "cover"})
_CLAIMS = frozenset({"line", "sort"})
"""Blocks whose cards may say what is wrong, so long as `=` says what is true."""
_CHOICE = re.compile(r"->\s*[\w-]+\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together."""

    lines: tuple[Numbered, ...]
    reader: str
    """`pupils`, `staff` or `families`."""

    @property
    def text(self) -> str:
        """The words, a line a line."""
        return "\n".join(line.text for line in self.lines)


def head_passages(lines: Sequence[Numbered]) -> Iterator[Passage]:
    """Give what stands in quotes in the head; of the vocabulary its words too."""
    table = key = ""
    inside_long = False
    for number, text in lines:
        if not inside_long and (found := _TABLE.match(text)):
            table, key = found[1], ""
            continue
        found = None if inside_long else _KEY.match(text)
        if found:
            key = found[1] or found[2] or found[3]
        if table in _NOT_READ or (not table and key in _NOT_READ):
            continue
        reader = _TABLE_READERS.get(table) or (_HEAD_READERS.get(key, "staff") if not table else "staff")
        if inside_long or '"""' in text:
            inside_long ^= text.count('"""') % 2 == 1
            yield Passage((Numbered(number, blank(text.replace('"""', "   "))),), reader)
            continue
        if table == "vocabulary" and found:
            yield Passage((Numbered(number, found[0].rstrip(" =")),), reader)
        for value in _VALUE.finditer(text, found.end() if found else 0):
            start = value.start() + 1
            said = (value[1] if value[1] is not None else value[2]).replace("\\", " ")
            yield Passage((Numbered(number, " " * start + blank(said)),), reader)


def slide_passages(slide: RawSlide) -> Iterator[Passage]:
    """Give what a slide says, its heading, notes and blocks."""
    if slide.title:
        yield Passage((Numbered(slide.line, slide.title),), "pupils")
    if note := slide.attributes.get("sensitive"):
        yield Passage((Numbered(slide.line, note),), "staff")
    yield from _parts(slide.parts)


def comments(parts: Iterable[RawPart]) -> Iterator[Numbered]:
    """Give the lines of the `comment` blocks."""
    for part in parts:
        if isinstance(part, RawBlock):
            if part.name == "comment":
                yield from part.lines()
            else:
                yield from comments(part.parts)


def blank(text: str) -> str:
    """Blank out addresses and placeholders."""
    return _TARGET.sub(lambda found: " " * len(found[0]), text)


def _parts(parts: Iterable[RawPart]) -> Iterator[Passage]:
    for part in parts:
        if not isinstance(part, RawBlock):
            yield _passage(part.lines, "pupils")
        elif part.name == "only":
            yield from _parts(part.parts)
        elif part.name in ("notes", "handout"):
            yield _passage(part.lines(), "staff" if part.name == "notes" else "pupils")
            if title := part.attributes.get("title"):
                yield Passage((Numbered(part.line, title),), "pupils")
        elif part.name != "comment":
            yield from _block(part)


def _passage(lines: Sequence[Numbered], reader: str) -> Passage:
    return Passage(tuple(Numbered(number, blank(text)) for number, text in lines), reader)


def _block(block: RawBlock) -> Iterator[Passage]:
    answers = {part.strip() for part in block.attributes.get("answer").split(",")}
    for lines in _items(block.lines()):
        at = next((at for at, line in enumerate(lines) if _EXPLAINS.match(line.text)), len(lines))
        explained = at < len(lines)
        if block.name == "scenario" and _ITEM.match(lines[0].text) and _CHOICE.search(lines[0].text):
            continue  # what somebody in a story might do; the step it leads to says what comes of it
        first = at if explained and at and _is_claim(block, lines[0].text, answers) else 0
        yield Passage(tuple(Numbered(line.number, _words(line.text)) for line in lines[first:]), "pupils")


def _is_claim(block: RawBlock, first: str, answers: set[str]) -> bool:
    """Say whether an explained item may be wrong: what people say, a card, an answer that is not one."""
    if block.name == "misconception":
        return True
    if not _ITEM.match(first):
        return False
    if block.name == "quiz":
        found = _ID.match(first)
        return found is None or found[2].strip("[]") not in answers
    return block.name in _CLAIMS


def _items(lines: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Part a block's lines at its items and at blank lines, each with what explains it."""
    number = 0

    def group(line: Numbered) -> int:
        nonlocal number
        number += not line.text.strip() or bool(_ITEM.match(line.text)) or line.text.startswith(("@", "? "))
        return number

    for _, found in groupby(lines, group):
        item = [line for line in found if line.text.strip()]
        if item:
            yield item


def _words(text: str) -> str:
    if text.startswith("columns:"):
        return _COLUMN_IDS.sub(lambda found: " " * len(found[0]), text)
    text = _ID.sub(lambda found: found[1] + " " * len(found[2]), blank(text))
    for mark in (_ARROW, _STEP):
        text = mark.sub(lambda found: " " * len(found[0]), text)
    return text
