"""Rules about a module as a whole: sections, time, ids, sources, pictures. One function a rule.

`MODULE_RULES` is their order. Rules about questions are in `question_rules`, about conversations and the
other blocks in `practice_rules`, about the written file in `source_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from rse_lessons.lesson.front_matter import line_of, line_of_text
from rse_lessons.lesson.model import Option, Picture, Text
from rse_lessons.lesson.pictures import Fault
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import Numbered, Source
from rse_lessons.nation.profiles import NATIONS
from rse_lessons.training.model import (
    Example,
    ForNations,
    Guidance,
    Module,
    ModuleBlock,
    ModulePart,
    Page,
    Practice,
    Reflect,
    Section,
    Tasks,
)
from rse_lessons.training.showing import blocks_in, for_nation

NEEDED: Mapping[Section, tuple[type[Any], str, int]] = {
    Section.EXAMPLES: (Example, "example", 2),
    Section.PRACTISE: (Practice, "practice", 2),
    Section.REFLECT: (Reflect, "reflect", 1),
    Section.TOMORROW: (Tasks, "tasks", 1),
}
"""What a section cannot be without, in every nation: the block, its name, how many. Guidance and the
bank have rules of their own."""
_PLACEHOLDER = re.compile(r"\{\{[ \t]*source:([a-z0-9-]+)[ \t]*\}\}")
Count = TypeVar("Count", bound=Hashable)


@dataclass(frozen=True)
class Context:
    """What rules may know besides the module's values."""

    source: Source
    module: Module
    faults: Mapping[str, Fault] = field(default_factory=dict)
    """Why pictures are not shown, by their names."""
    known_lessons: Collection[str] | None = None
    """The ids of all lessons; None when the library is not at hand."""
    head_is_read: bool = True
    """False for a head that is no TOML, so that nobody can say what is missing in it."""

    @property
    def head(self) -> tuple[Numbered, ...]:
        """The lines of the head."""
        return self.source.head or ()

    @cached_property
    def shown(self) -> Mapping[str, Module]:
        """The module as each nation has it."""
        return {nation: for_nation(self.module, nation) for nation in NATIONS}

    def counted(self, count: Callable[[Module], Count]) -> Iterator[tuple[str, Count]]:
        """Count something for every nation; gives the words “in eng, wls ” and the count, each count once."""
        found: dict[Count, list[str]] = {}
        for nation, module in self.shown.items():
            found.setdefault(count(module), []).append(nation)
        for value, nations in found.items():
            yield (f" in {', '.join(nations)}" if len(found) > 1 else ""), value


Rule = Callable[[Module, Context], Iterable[Problem]]


def error(module: Module, line: int, sentence: str, rule: str) -> Problem:
    """Make an error of this module."""
    return Problem(module.path, line, Severity.ERROR, sentence, rule)


def advice(module: Module, line: int, sentence: str, rule: str) -> Problem:
    """Make a piece of advice on this module."""
    return Problem(module.path, line, Severity.ADVICE, sentence, rule)


def all_blocks(module: Module) -> Iterator[ModuleBlock]:
    """Give every block of a module, those for some nations alone included."""
    for page in module.pages:
        yield from blocks_in(page.parts)


def options_of(block: ModuleBlock) -> Iterator[tuple[Option, ...]]:
    """Give each group of options that a block has, but for the right sides of pairs."""
    for name in ("options", "steps", "reasons", "lefts", "helps", "tasks"):
        group = getattr(block, name, ())
        if group:
            yield group


def pages_in(module: Module, section: Section) -> list[Page]:
    """Give the pages of a section."""
    return [page for page in module.pages if page.section is section]


def line_of_section(module: Module, section: Section) -> int:
    """Give the line where a section begins, or where it would have to stand."""
    order = list(Section)
    later = (page for page in module.pages if order.index(page.section) >= order.index(section))
    return next(later, module.pages[-1]).place.line


def section_order(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001  one shape for all
    """Ask that sections come in their order."""
    order = list(Section)
    latest = 0
    for page in module.pages:
        if order.index(page.section) < latest:
            sentence = f"The section “{page.section}” comes before “{order[latest]}”; move this page up."
            yield error(module, page.place.line, sentence, "section-order")
        latest = max(latest, order.index(page.section))


def section_left_out(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask for all eight sections."""
    there = {page.section for page in module.pages}
    for section in Section:
        if section not in there:
            sentence = f"No page is in the section “{section}”; a module has all eight."
            yield error(module, line_of_section(module, section), sentence, "section-left-out")


def section_needs(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that a section holds what it is for, in every nation."""
    there = {page.section for page in module.pages}
    for section, (kind, name, fewest) in NEEDED.items():
        if section not in there:
            continue

        def count(shown: Module, kind: type[Any] = kind, section: Section = section) -> int:
            blocks = (block for page in pages_in(shown, section) for block in blocks_in(page.parts))
            return sum(isinstance(block, kind) for block in blocks)

        for where, found in context.counted(count):
            if found < fewest:
                many = f"{fewest} blocks" if fewest > 1 else "a block"
                sentence = f"The section “{section}” needs {many} “{name}”{where}; there are {found}."
                yield error(module, line_of_section(module, section), sentence, "section-needs")


def no_guidance(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that every nation's teacher reads what guidance asks."""
    if not pages_in(module, Section.GUIDANCE):
        return

    def count(shown: Module) -> int:
        blocks = (block for page in pages_in(shown, Section.GUIDANCE) for block in blocks_in(page.parts))
        return sum(isinstance(block, Guidance) for block in blocks)

    for where, found in context.counted(count):
        if not found:
            sentence = f"The section “guidance” has no block “guidance”{where}; say what is asked there."
            yield error(module, line_of_section(module, Section.GUIDANCE), sentence, "no-guidance")


def empty_page(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a page has something to read."""
    for page in module.pages:
        if not page.parts:
            sentence = "There is nothing on this page; fill it or take it away."
            yield error(module, page.place.line, sentence, "empty-page")


def duplicate_id(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that an id names one block, and another id one page. Ids inside a block are watched on reading."""
    pages: dict[str, int] = {}
    blocks: dict[str, int] = {}
    for page in module.pages:
        yield from _taken(module, page.id, page.place.line, pages)
        for block in blocks_in(page.parts):
            yield from _taken(module, getattr(block, "id", ""), block.place.line, blocks)


def _taken(module: Module, name: str, line: int, first: dict[str, int]) -> Iterator[Problem]:
    if name and name in first:
        sentence = f"The id “{name}” is already used in line {first[name]}; give this one another: id=…"
        yield error(module, line, sentence, "duplicate-id")
    elif name:
        first[name] = line


def minutes_add_up(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that the pages' minutes come to the module's."""
    planned = round(sum(page.minutes for page in module.pages), 2)
    if module.head.minutes and planned != module.head.minutes:
        sentence = f"The pages come to {planned:g} minutes, the head says {module.head.minutes}."
        yield error(module, line_of(context.head, "minutes"), sentence, "minutes-do-not-add-up")


def outcomes_i_can(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that outcomes are what a teacher can say afterwards; other languages say it in their own way."""
    if module.language != "en":
        return
    for outcome in module.head.outcomes:
        if not outcome.startswith("I can "):
            sentence = "An outcome is what a teacher can say afterwards; begin it with “I can”."
            yield advice(module, line_of_text(context.head, outcome), sentence, "outcome-i-can")


def lesson_missing(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that the lessons named for a rehearsal are there."""
    if context.known_lessons is not None:
        for name in module.head.lessons:
            if name not in context.known_lessons:
                sentence = f"There is no lesson “{name[:60]}”; name lessons by their ids."
                yield error(module, line_of_text(context.head, name), sentence, "lesson-missing")


def source_note(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that whoever marks a source to be checked says what is unsure about it."""
    for name, source in module.head.sources.items():
        if source.to_check and not source.note.strip():
            sentence = f"The source “{name}” is to be checked; say in “note” what is unsure about it."
            yield error(module, line_of(context.head, f"sources.{name}"), sentence, "source-note")


def unknown_source(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that guidance names a source of the head."""
    sources = module.head.sources
    for block in all_blocks(module):
        if (
            isinstance(block, Guidance)
            and block.source
            and block.source not in sources
            and context.head_is_read
        ):
            known = ", ".join(sources) or "none yet"
            sentence = f"There is no source “{block.source[:60]}” in the head; there are {known}."
            yield error(module, block.place.line, sentence, "unknown-source")


def source_elsewhere(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that guidance is shown only where its source applies."""
    strange: dict[Guidance, list[str]] = {}
    for nation, shown in context.shown.items():
        for block in all_blocks(shown):
            source = module.head.sources.get(block.source) if isinstance(block, Guidance) else None
            if isinstance(block, Guidance) and source and source.nations and nation not in source.nations:
                strange.setdefault(block, []).append(nation)
    for block, nations in strange.items():
        there = ", ".join(module.head.sources[block.source].nations)
        sentence = (
            f"“{block.source}” applies in {there} only, and is shown in {', '.join(nations)} too; "
            f'put it into ::: only {{nation="{there}"}}'
        )
        yield error(module, block.place.line, sentence, "source-elsewhere")


def source_unused(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that a source of the head is named in the module."""
    used = {block.source for block in all_blocks(module) if isinstance(block, Guidance)}
    for line in context.source.body_lines():
        used |= set(_PLACEHOLDER.findall(line.text))
    for name in module.head.sources:
        if name not in used:
            sentence = f"Nothing names the source “{name}”; name it, {{{{source:{name}}}}}, or take it away."
            yield advice(module, line_of(context.head, f"sources.{name}"), sentence, "source-unused")


def all_pictures(module: Module) -> Iterator[Picture]:
    """Give every picture of a module, its cover first."""
    if module.head.cover:
        yield module.head.cover
    for page in module.pages:
        yield from _pictures_in(page.parts)


def _pictures_in(parts: tuple[ModulePart, ...]) -> Iterator[Picture]:
    for part in parts:
        if isinstance(part, Picture):
            yield part
        elif isinstance(part, ForNations):
            yield from _pictures_in(part.parts)
        elif not isinstance(part, Text):
            for group in options_of(part):
                yield from (option.picture for option in group if option.picture)


def picture_fault(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that a picture is there, inside the folders allowed, and safe."""
    for picture in all_pictures(module):
        if fault := context.faults.get(picture.file):
            yield error(module, picture.place.line, fault.sentence, fault.rule)


def picture_description(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a picture says what it shows, for somebody who cannot see it."""
    for picture in all_pictures(module):
        if not picture.description.strip():
            how = "cover-description = …" if picture is module.head.cover else "![what it shows](file)"
            sentence = f"The picture “{picture.file}” needs a description: {how}"
            yield error(module, picture.place.line, sentence, "picture-description-missing")


MODULE_RULES: tuple[Rule, ...] = (
    section_order,
    section_left_out,
    section_needs,
    no_guidance,
    empty_page,
    duplicate_id,
    minutes_add_up,
    outcomes_i_can,
    lesson_missing,
    source_note,
    unknown_source,
    source_elsewhere,
    source_unused,
    picture_fault,
    picture_description,
)
