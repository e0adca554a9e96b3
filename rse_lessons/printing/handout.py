"""The handouts: what a lesson gives out on paper, each on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.model import Handout, Lesson, Only, Part
from rse_lessons.printing.document import Document, PageBreak, Para, Section


def handouts(lesson: Lesson) -> Document:
    """Give all handouts of a lesson, sheet after sheet; without sections when it has none."""
    sections = tuple(handout_sections(lesson))
    # The first sheet needs no break before it.
    return Document(lesson.front.title, sections[1:], language=lesson.language)


def handout_sections(lesson: Lesson) -> Iterator[Section]:
    """Yield each handout behind a page break of its own."""
    for slide in lesson.slides:
        for block in _handouts(slide.parts):
            yield Section("", (PageBreak(),))
            yield Section(block.title, (Para(block.markdown),))


def _handouts(parts: tuple[Part, ...]) -> Iterator[Handout]:
    for part in parts:
        if isinstance(part, Handout):
            yield part
        elif isinstance(part, Only):
            yield from _handouts(part.parts)
