"""Where a lesson's words stand: what pupils read, what the teacher reads, each with its line and slide.

Nothing here judges. Words come as written; `pieces` takes Markdown off, `sentences` parts what it gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from rse_lessons.lesson.build import blocks_in
from rse_lessons.lesson.model import (
    Block,
    Discuss,
    Handout,
    HelpRoutes,
    Lesson,
    Line,
    Misconception,
    Only,
    Part,
    Quiz,
    Scenario,
    Slide,
    Text,
    Vote,
)
from rse_lessons.lesson.rules import options_of
from rse_lessons.lesson.words import plain

_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"\s*#{1,6}\s")
_QUOTE = re.compile(r"\s*>\s?")
_RULE = re.compile(r"[\s|:\-]*")
_END = re.compile(r"[.!?…]+[\"”’')\]*_]*\s+")
_OPENING = re.compile(r"[\"“‘'(\[*_]*[A-Z0-9À-Þ…]")
_ABBREVIATION = re.compile(r"(?:^|[\s(“])(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|vs|cf)\.\s+$", re.IGNORECASE)


class Voice(Enum):
    """Who speaks to whom."""

    PUPILS = auto()
    """The slide speaks to the class; who speaks in quotation marks is invented."""
    NOTES = auto()
    """The teacher reads it, and may say it aloud."""
    HEARD = auto()
    """The teacher reads what pupils may say."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a lesson: Markdown as it was written, or a piece of it in plain words."""

    text: str
    line: int
    """Where to begin to look for it."""
    slide: int
    """The slide's number from 1; 0 in the head."""
    voice: Voice = Voice.PUPILS


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in plain words; a heading, a card or a cell of a table is one, too."""

    text: str
    line: int
    """Where to begin to look for it."""
    slide: int


def pupil_passages(lesson: Lesson) -> Iterator[Passage]:
    """Give all that pupils read, handouts and meanings of words included; never what is for adults."""
    for number, slide in enumerate(lesson.slides, 1):
        yield Passage(slide.title, slide.place.line, number)
        yield from _parts(slide.parts, number)
    for meaning in lesson.front.vocabulary.values():
        yield Passage(meaning, 1, 0)


def note_passages(lesson: Lesson) -> Iterator[Passage]:
    """Give the teacher's notes, slide by slide."""
    for number, slide in enumerate(lesson.slides, 1):
        yield from notes_of(slide, number)


def notes_of(slide: Slide, number: int) -> Iterator[Passage]:
    """Give the parts of one slide's notes."""
    if slide.notes is not None:
        for part in slide.notes.parts:
            heard = part.label == "Listen for"
            voice = Voice.HEARD if heard else Voice.NOTES
            yield Passage(part.markdown, slide.notes.place.line, number, voice)


def _parts(parts: Iterable[Part], slide: int) -> Iterator[Passage]:
    for part in parts:
        if isinstance(part, Text):
            yield Passage(part.markdown, part.place.line, slide)
        elif isinstance(part, Only):
            yield from _parts(part.parts, slide)
    for block in blocks_in(tuple(part for part in parts if not isinstance(part, Only))):
        yield from _block(block, slide)


def _block(block: Block, slide: int) -> Iterator[Passage]:
    line = block.place.line
    compared = isinstance(block, Vote) and bool(block.compare)  # it was read when it was asked first
    if not compared:
        for text in _asked(block):
            yield Passage(text, line, slide)
        for group in options_of(block):
            for option in group:
                yield Passage(option.text, option.place.line, slide)
                yield Passage(option.explanation, option.place.line, slide)
    if isinstance(block, Scenario):
        for step in block.steps:
            yield Passage(step.text, step.place.line, slide)
            yield Passage(step.question, step.place.line, slide)
    if takeaway := str(getattr(block, "takeaway", "")):
        yield Passage(takeaway, line, slide)


def _asked(block: Block) -> tuple[str, ...]:
    """Give what a block says besides its items."""
    if isinstance(block, Quiz | Vote):
        return (block.question,)
    if isinstance(block, Discuss):
        return (block.prompt, *block.points)
    if isinstance(block, HelpRoutes):
        return (block.intro,)
    if isinstance(block, Misconception):
        return (block.claim, block.correction)
    if isinstance(block, Handout):
        return (block.title, block.markdown)
    ends = block.ends if isinstance(block, Line) else ()
    return (str(getattr(block, "prompt", "")), *ends)


def pieces(passages: Iterable[Passage], fill: Callable[[str], str]) -> Iterator[Passage]:
    """Part passages into paragraphs, items and cells, placeholders filled and Markdown taken off."""
    for passage in passages:
        for chunk in chunks(passage.text):
            yield Passage(plain(fill(chunk)), passage.line, passage.slide, passage.voice)


def sentences(found: Iterable[Passage]) -> Iterator[Sentence]:
    """Part pieces into sentences."""
    for piece in found:
        for said in _parted(piece.text):
            yield Sentence(said, piece.line, piece.slide)


def chunks(markdown: str) -> Iterator[str]:
    """Part Markdown into paragraphs, list items, headings and the cells of tables."""
    held: list[str] = []
    for line in markdown.split("\n"):
        bare = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
        row = bare.strip().startswith("|")
        alone = row or not bare.strip() or bool(_HEADING.match(bare))
        if held and (alone or _LIST_ITEM.match(bare)):
            yield " ".join(held)
            held = []
        if row:
            yield from _cells(bare)
        elif _HEADING.match(bare):
            yield bare.strip()
        elif bare.strip():
            held.append(bare.strip())
    if held:
        yield " ".join(held)


def _cells(row: str) -> Iterator[str]:
    if not _RULE.fullmatch(row):
        yield from (cell.strip() for cell in row.strip().strip("|").split("|") if cell.strip())


def _parted(text: str) -> Iterator[str]:
    for part in text.split(" · "):  # what stands between middle dots is a list on one line
        yield from _sentences(part)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        if _OPENING.match(text, end.end()) and not _ABBREVIATION.search(text[start : end.end()]):
            yield text[start : end.end()].strip()
            start = end.end()
    if rest := text[start:].strip():
        yield rest
