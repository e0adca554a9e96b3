"""Rules about what a lesson says as a whole: order, time, help, codes, pictures. One function a rule.

`RULES` is their order. Rules about single kinds of block are in `block_rules`, rules about the
written file in `source_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rse_lessons.lesson.build import blocks_in
from rse_lessons.lesson.front_matter import line_of, line_of_text
from rse_lessons.lesson.model import (
    Block,
    HelpRoutes,
    Lesson,
    Only,
    Option,
    Part,
    Picture,
    Scenario,
    Sort,
    Stage,
)
from rse_lessons.lesson.pictures import Fault
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import Source


@dataclass(frozen=True, slots=True)
class Context:
    """What rules may know besides the lesson."""

    source: Source
    faults: Mapping[str, Fault] = field(default_factory=dict)
    """Why pictures are not shown, by their names."""
    known_codes: Mapping[str, Collection[str]] | None = None
    """The codes of each framework; None when the nations' files are not at hand."""

    @property
    def has_head(self) -> bool:
        """Whether the file is a lesson with a head, to be held to all rules."""
        return self.source.head is not None


Rule = Callable[[Lesson, Context], Iterable[Problem]]


def _error(lesson: Lesson, line: int, sentence: str, rule: str) -> Problem:
    return Problem(lesson.path, line, Severity.ERROR, sentence, rule)


def all_blocks(lesson: Lesson) -> Iterator[Block]:
    """Give every block of a lesson, those inside `only` included."""
    for slide in lesson.slides:
        yield from blocks_in(slide.parts)


def options_of(block: Block) -> Iterator[tuple[Option, ...]]:
    """Give each group of options that a block has."""
    if isinstance(block, Sort):
        yield block.columns
    if isinstance(block, Scenario):
        for step in block.steps:
            yield step.choices
    for name in ("options", "cards", "steps", "items", "rules"):
        group = getattr(block, name, ())
        if group and isinstance(group[0], Option):
            yield group


def all_pictures(lesson: Lesson) -> Iterator[Picture]:
    """Give every picture of a lesson, its cover first."""
    if lesson.front.cover:
        yield lesson.front.cover
    for slide in lesson.slides:
        yield from _pictures_in(slide.parts)


def _pictures_in(parts: tuple[Part, ...]) -> Iterator[Picture]:
    for part in parts:
        if isinstance(part, Picture):
            yield part
        elif isinstance(part, Only):
            yield from _pictures_in(part.parts)
    for block in blocks_in(parts):
        for group in options_of(block):
            yield from (option.picture for option in group if option.picture)


def no_head(lesson: Lesson, context: Context) -> Iterator[Problem]:
    """Ask that a plain Markdown file can be presented, and is not checked."""
    if not context.has_head:
        sentence = "This file has no head between +++ lines; it can be presented, but is not checked."
        yield Problem(lesson.path, 1, Severity.ADVICE, sentence, "no-head")


def unknown_code(lesson: Lesson, context: Context) -> Iterator[Problem]:
    """Ask that a curriculum code is one of its framework's."""
    if context.known_codes is None:
        return
    head = context.source.head or ()
    for code in lesson.front.curriculum:
        if code.code not in context.known_codes.get(code.framework, ()):
            line = line_of_text(head, code.code + "?" * code.to_check)
            sentence = f"There is no code “{code.code}” in content/nations/{code.framework}.toml."
            yield _error(lesson, line, sentence, "unknown-code")


def duplicate_id(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001  one shape for all
    """Ask that an id names one block of a lesson. Ids inside a block are watched while it is read."""
    first: dict[str, int] = {}
    for block in all_blocks(lesson):
        name = getattr(block, "id", "")
        if name and name in first:
            sentence = f"The id “{name}” is already used in line {first[name]}."
            yield _error(lesson, block.place.line, sentence, "duplicate-id")
        elif name:
            first[name] = block.place.line


def stage_order(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that stages come in their order."""
    order = list(Stage)
    latest = 0
    for slide in lesson.slides:
        if order.index(slide.stage) < latest:
            sentence = f"The stage “{slide.stage}” comes before “{order[latest]}”; move this slide up."
            yield _error(lesson, slide.place.line, sentence, "stage-order")
        latest = max(latest, order.index(slide.stage))


def no_signposting(lesson: Lesson, context: Context) -> Iterator[Problem]:
    """Ask that every lesson says where help is, as the PSHE Association's principles do."""
    if not context.has_head or not lesson.slides:
        return
    last = lesson.slides[-1].place.line
    signposts = [slide for slide in lesson.slides if slide.stage is Stage.SIGNPOST]
    if not signposts:
        sentence = "There is no slide with stage=signpost; every lesson has to say where help is."
        yield _error(lesson, last, sentence, "no-signposting")
    elif not any(isinstance(block, HelpRoutes) for slide in signposts for block in blocks_in(slide.parts)):
        sentence = "The signposting has no block “help-routes”; put one here, so that the routes are shown."
        yield _error(lesson, signposts[0].place.line, sentence, "no-signposting")


def no_notes(lesson: Lesson, context: Context) -> Iterator[Problem]:
    """Ask that every slide has notes for the teacher."""
    if context.has_head:
        for slide in lesson.slides:
            if slide.notes is None:
                sentence = "This slide has no notes; say what to say, what to listen for, and what if."
                yield Problem(lesson.path, slide.place.line, Severity.ADVICE, sentence, "no-notes")


def minutes_add_up(lesson: Lesson, context: Context) -> Iterator[Problem]:
    """Ask that the slides' minutes come to the lesson's."""
    planned = sum(slide.seconds for slide in lesson.slides)
    if context.has_head and lesson.front.minutes and planned != lesson.front.minutes * 60:
        line = line_of(context.source.head or (), "minutes")
        sentence = f"The slides come to {planned / 60:g} minutes, the head says {lesson.front.minutes}."
        yield _error(lesson, line, sentence, "minutes-do-not-add-up")


def picture_fault(lesson: Lesson, context: Context) -> Iterator[Problem]:
    """Ask that a picture is there, inside the folders allowed, and safe."""
    for picture in all_pictures(lesson):
        if fault := context.faults.get(picture.file):
            yield _error(lesson, picture.place.line, fault.sentence, fault.rule)


def picture_description(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a picture says what it shows, for somebody who cannot see it."""
    for picture in all_pictures(lesson):
        if not picture.description.strip():
            cover = picture is lesson.front.cover
            how = "cover-description = …" if cover else "![what it shows](file)"
            sentence = f"The picture “{picture.file}” needs a description: {how}"
            yield _error(lesson, picture.place.line, sentence, "picture-description-missing")


RULES: tuple[Rule, ...] = (
    no_head,
    unknown_code,
    duplicate_id,
    stage_order,
    no_signposting,
    no_notes,
    minutes_add_up,
    picture_fault,
    picture_description,
)
