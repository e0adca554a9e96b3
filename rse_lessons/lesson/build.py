"""From the split file to slides: parts, pictures, notes and blocks in their order.

Judges nothing beyond what only the text shows; `source_rules` and `rules` do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from rse_lessons.lesson.blocks import KINDS, LAYOUTS, minutes_to_seconds, note_parts
from rse_lessons.lesson.items import Maker
from rse_lessons.lesson.model import Block, Notes, Only, Part, Picture, Slide, Stage, Text, Vote
from rse_lessons.lesson.source import RawBlock, RawPart, RawSlide, RawText, Source
from rse_lessons.lesson.words import is_id, plain

PICTURE_LINE = re.compile(r"[ ]{0,3}!\[([^\[\]]*)\]\(([^()]*)\)\s*")
_STAGES = frozenset(Stage)


def build_slides(source: Source, make: Maker, conditions: Collection[int] = ()) -> tuple[Slide, ...]:
    """Make the slides; a vote that compares takes question and options over from the vote it names.

    `conditions` are the lines of notes whose condition is in another language.
    """
    builder = _Builder(make, conditions)
    slides = [builder.slide(raw) for raw in source.slides]
    return tuple(_with_votes(slides))


class _Builder:
    """Remembers, from slide to slide, the stage and which ids were given out."""

    def __init__(self, make: Maker, conditions: Collection[int]) -> None:
        self._make = make
        self._conditions = conditions
        self._stage = Stage.WELCOME
        self._counts: dict[str, int] = {}

    def slide(self, raw: RawSlide) -> Slide:
        stage = raw.attributes.get("stage")
        if stage in _STAGES:
            self._stage = Stage(stage)
        notes: list[RawBlock] = []
        parts = tuple(self._parts(raw.parts, notes))
        layout = raw.attributes.get("layout")
        lines = tuple(line for block in notes for line in block.lines())
        return Slide(
            title=plain(raw.title),
            stage=self._stage,
            seconds=minutes_to_seconds(raw.attributes.get("minutes")) or 0,
            parts=parts,
            notes=Notes(note_parts(lines, self._conditions), self._make.place(notes[0].line))
            if notes
            else None,
            place=self._make.place(raw.line),
            layout=layout if layout in LAYOUTS else "",
            sensitive=raw.attributes.get("sensitive"),
        )

    def _parts(self, raws: tuple[RawPart, ...], notes: list[RawBlock]) -> Iterator[Part]:
        for raw in raws:
            if isinstance(raw, RawText):
                yield from text_parts(raw, self._make)
            elif raw.name == "notes":
                notes.append(raw)
            elif raw.name == "only":
                nations = tuple(part.strip() for part in raw.attributes.get("nation").split(","))
                inner = tuple(self._parts(raw.parts, notes))
                yield Only(self._make.place(raw.line), tuple(filter(None, nations)), inner)
            else:
                kind = KINDS.get(raw.name)
                if kind and kind.make:
                    yield kind.make(raw, self._id(raw), self._make)

    def _id(self, raw: RawBlock) -> str:
        """Give the block's id; one without gets a number, so that it can still be presented."""
        written = raw.attributes.get("id")
        if is_id(written):
            return written
        number = self._counts[raw.name] = self._counts.get(raw.name, 0) + 1
        return f"{raw.name}-{number}"


def text_parts(raw: RawText, make: Maker) -> Iterator[Text | Picture]:
    """Part text at its pictures, each a line of its own."""
    held: list[str] = []
    start = 0
    for number, text in raw.lines:
        if found := PICTURE_LINE.fullmatch(text):
            yield from _held(held, start, make)
            held = []
            yield make.picture(number, found[1], found[2])
        elif held or text.strip():
            start = start if held else number
            held.append(text)
    yield from _held(held, start, make)


def _held(lines: list[str], start: int, make: Maker) -> Iterator[Text]:
    if lines:
        yield Text("\n".join(lines).rstrip(), make.place(start))


def blocks_in(parts: tuple[Part, ...]) -> Iterator[Block]:
    """Give every block among `parts`, those inside `only` included."""
    for part in parts:
        if isinstance(part, Only):
            yield part
            yield from blocks_in(part.parts)
        elif not isinstance(part, Text | Picture):
            yield part


def _with_votes(slides: list[Slide]) -> Iterator[Slide]:
    votes: dict[str, Vote] = {}
    for slide in slides:
        parts = tuple(_with_vote(part, votes) for part in slide.parts)
        yield replace(slide, parts=parts) if parts != slide.parts else slide


def _with_vote(part: Part, votes: dict[str, Vote]) -> Part:
    if isinstance(part, Only):
        return replace(part, parts=tuple(_with_vote(inner, votes) for inner in part.parts))
    if not isinstance(part, Vote):
        return part
    vote = part
    before = votes.get(part.compare)
    if before is not None:
        question = part.question or before.question
        vote = replace(part, question=question, options=before.options)
    votes.setdefault(vote.id, vote)
    return vote
