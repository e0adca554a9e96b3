"""Rules about the braces of slides and discussions: stages, layouts, minutes. One function a rule.

Each takes the split file of a lesson and yields problems; `SLIDE_RULES` is their order.
"""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.blocks import HOW, LAYOUTS, TALK_STEPS, THINK_PAIR_SHARE, minutes_to_seconds
from rse_lessons.lesson.model import Stage
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.source import Source
from rse_lessons.lesson.source_rules import Rule, SourceContext, source_error


def unknown_stage(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a slide's stage is one of the ten."""
    for slide in source.slides:
        name = slide.attributes.get("stage")
        if name and name not in set(Stage):
            sentence = f"There is no stage “{name[:60]}”; there are {', '.join(Stage)}."
            yield source_error(context, slide.line, sentence, "unknown-stage")


def first_stage(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that the first slide of a lesson with a head says its stage; the others may take it over."""
    if source.head is not None and source.slides and not source.slides[0].attributes.get("stage"):
        sentence = "The first slide needs a stage, like {stage=welcome minutes=2}."
        yield source_error(context, source.slides[0].line, sentence, "missing-stage")


def unknown_value(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that minutes are a number; `layout` and `how` are words that are known."""
    for slide in source.slides:
        layout = slide.attributes.get("layout")
        if layout and layout not in LAYOUTS:
            sentence = f"There is no layout “{layout[:60]}”; there are {', '.join(LAYOUTS)}."
            yield source_error(context, slide.line, sentence, "unknown-value")
        yield from minutes_value(context, slide.line, slide.attributes.get("minutes"))
    for block in source.blocks():
        if block.name == "discuss":
            how = block.attributes.get("how")
            if how and how not in HOW:
                sentence = f"“how” is one of {', '.join(HOW)}, not “{how[:60]}”."
                yield source_error(context, block.line, sentence, "unknown-value")
            for name in ("minutes", *TALK_STEPS):
                yield from minutes_value(context, block.line, block.attributes.get(name), name)


def minutes_value(context: SourceContext, line: int, text: str, name: str = "minutes") -> Iterator[Problem]:
    """Ask that minutes are a number."""
    if text and not minutes_to_seconds(text):
        sentence = f"“{name}” is a number above 0, like 3 or 1.5, not “{text[:60]}”."
        yield source_error(context, line, sentence, "unknown-value")


def discuss_times(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that think-pair-share has a time for each step, and every other discussion one for all."""
    for block in source.blocks():
        if block.name != "discuss":
            continue
        how, values = block.attributes.get("how"), block.attributes.values
        if how == THINK_PAIR_SHARE and "minutes" in values:
            sentence = (
                "Think-pair-share has a time for each step: write think=, pair= and share= for “minutes=”."
            )
            yield source_error(context, block.line, sentence, "discuss-times")
        stray = [name for name in TALK_STEPS if name in values]
        if how in HOW and how != THINK_PAIR_SHARE and stray:
            sentence = f"“{stray[0]}=” is for how={THINK_PAIR_SHARE}; here the time is “minutes=”."
            yield source_error(context, block.line, sentence, "discuss-times")
        elif not how and stray:
            sentence = f"“{stray[0]}=” needs how={THINK_PAIR_SHARE}."
            yield source_error(context, block.line, sentence, "discuss-times")


SLIDE_RULES: tuple[Rule, ...] = (unknown_stage, first_stage, unknown_value, discuss_times)
