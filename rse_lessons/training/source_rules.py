"""Rules about the written file of a module that lessons have not: sections, kinds of question.

Each takes the split file and yields problems; `MODULE_SOURCE_RULES` is their order. What modules share
with lessons is in `lesson.source_rules`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.slide_rules import minutes_value
from rse_lessons.lesson.source import Source
from rse_lessons.lesson.source_rules import Rule, SourceContext, source_error
from rse_lessons.lesson.words import is_id
from rse_lessons.training.blocks import CHOSEN, YES
from rse_lessons.training.model import CheckKind, Section


def no_head(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a module has a head."""
    if source.head is None:
        sentence = "This file has no head between +++ lines, so it is no module yet; begin it with one."
        yield Problem(context.path, 1, Severity.ERROR, sentence, "no-head")


def unknown_section(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a page's section is one of the eight."""
    for page in source.slides:
        name = page.attributes.get("section")
        if name and name not in set(Section):
            sentence = f"There is no section “{name[:60]}”; there are {', '.join(Section)}."
            yield source_error(context, page.line, sentence, "unknown-section")


def first_section(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that the first page says its section; the others may take it over."""
    if source.slides and not source.slides[0].attributes.get("section"):
        sentence = "The first page needs a section, like {section=why minutes=4}."
        yield source_error(context, source.slides[0].line, sentence, "missing-section")


def page_without_title(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a page begins with its heading: the list of pages is made of them."""
    for page in source.slides:
        if not page.title:
            sentence = "A page begins with its heading, like “## What guidance asks {section=guidance}”."
            yield source_error(context, page.line, sentence, "page-without-title")


def page_values(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a page's minutes are a number and its id is one."""
    for page in source.slides:
        yield from minutes_value(context, page.line, page.attributes.get("minutes"))
        name = page.attributes.get("id")
        if name and not is_id(name):
            sentence = f"“{name[:60]}” cannot be an id; use lower-case letters, digits and single hyphens."
            yield source_error(context, page.line, sentence, "bad-id")


def question_values(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that `kind` and `scenario` are words that are known, and `answer` stands where it is read."""
    for block in source.blocks():
        if block.name != "check":
            continue
        kind, scenario = block.attributes.get("kind"), block.attributes.get("scenario")
        if kind and kind not in set(CheckKind):
            sentence = f"There is no kind “{kind[:60]}” of question; there are {', '.join(CheckKind)}."
            yield source_error(context, block.line, sentence, "unknown-value")
        elif kind and kind not in CHOSEN and "answer" in block.attributes.values:
            sentence = f"A question of the kind “{kind}” is answered by what it holds; take “answer=” away."
            yield source_error(context, block.line, sentence, "unknown-attribute")
        if scenario and scenario != YES:
            sentence = f"“scenario” is {YES}, or it is left out; it cannot be “{scenario[:60]}”."
            yield source_error(context, block.line, sentence, "unknown-value")


MODULE_SOURCE_RULES: tuple[Rule, ...] = (
    no_head,
    unknown_section,
    first_section,
    page_without_title,
    page_values,
    question_values,
)
