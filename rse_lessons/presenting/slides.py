"""From a lesson to the slides that one class sees: nation's parts chosen, placeholders in words.

Nothing here knows nations by name or what a placeholder means: the code and `fill` are passed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rse_lessons.lesson.filling import Fill, filled
from rse_lessons.lesson.model import (
    Block,
    Handout,
    Lesson,
    Only,
    Part,
    Picture,
    Slide,
    Stage,
    Text,
    Vote,
)

__all__ = ["NEVER_DROPPED", "Fill", "blocks_of", "filled", "for_nation", "parts_of", "slides_of"]

NEVER_DROPPED = (Stage.DISTANCE, Stage.SIGNPOST)


def for_nation(lesson: Lesson, nation_code: str, fill: Fill | None = None) -> Lesson:
    """Give the lesson as one nation teaches it.

    `only` parts are kept or dropped, a slide left without parts goes and hands its time on, a vote
    that compares carries the words of the vote it names, and `fill` puts placeholders into words.
    """
    resolved = tuple(replace(slide, parts=tuple(_parts(slide.parts, nation_code))) for slide in lesson.slides)
    emptied = {
        index
        for index, (old, new) in enumerate(zip(lesson.slides, resolved, strict=True))
        if old.parts and not new.parts and new.stage not in NEVER_DROPPED
    }
    slides = _without(resolved, emptied)
    result = replace(lesson, slides=_with_votes_compared(slides))
    return filled(result, fill) if fill is not None else result


def slides_of(lesson: Lesson) -> tuple[Slide, ...]:
    """Give the slides to be shown: those that are not for paper alone."""
    paper = {
        index
        for index, slide in enumerate(lesson.slides)
        if slide.parts and all(isinstance(part, Handout) for part in slide.parts)
    }
    return _without(lesson.slides, paper)


def parts_of(slide: Slide) -> Iterator[Part]:
    """Yield a slide's parts, those inside an `only` that nobody has chosen from included."""
    for part in slide.parts:
        if isinstance(part, Only):
            yield from part.parts
        else:
            yield part


def blocks_of(slides: Iterable[Slide]) -> dict[str, Block]:
    """Map block ids to blocks, in the order of the slides; the first of two with one id wins."""
    found: dict[str, Block] = {}
    for slide in slides:
        for part in parts_of(slide):
            block_id = getattr(part, "id", "")
            if block_id and not isinstance(part, Text | Picture):
                found.setdefault(block_id, part)
    return found


def _parts(parts: tuple[Part, ...], nation_code: str) -> Iterator[Part]:
    for part in parts:
        if not isinstance(part, Only):
            yield part
        elif nation_code in part.nations:
            yield from _parts(part.parts, nation_code)


def _without(slides: tuple[Slide, ...], dropped: set[int]) -> tuple[Slide, ...]:
    """Leave slides out; their time goes to the slide before in the same stage, else to the one after."""
    kept = [index for index in range(len(slides)) if index not in dropped]
    if not kept:
        return slides
    seconds = {index: slides[index].seconds for index in kept}
    for index in sorted(dropped):
        same = [other for other in kept if slides[other].stage is slides[index].stage]
        if same:
            before = [other for other in same if other < index]
            seconds[before[-1] if before else same[0]] += slides[index].seconds
    return tuple(
        slides[index]
        if seconds[index] == slides[index].seconds
        else replace(slides[index], seconds=seconds[index])
        for index in kept
    )


def _with_votes_compared(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Give a later vote the question and options of the vote it names, where it has none of its own."""
    votes = {part.id: part for slide in slides for part in slide.parts if isinstance(part, Vote)}

    def compared(part: Part) -> Part:
        if not isinstance(part, Vote) or part.options or part.compare not in votes:
            return part
        first = votes[part.compare]
        return replace(part, question=part.question or first.question, options=first.options)

    return tuple(replace(slide, parts=tuple(compared(part) for part in slide.parts)) for slide in slides)
