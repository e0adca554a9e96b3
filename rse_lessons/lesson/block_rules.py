"""Rules about single blocks: answers, columns, steps, comparisons, numbers of cards. One function a rule.

`BLOCK_RULES` is their order; each takes the lesson and yields problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rse_lessons.lesson.build import blocks_in
from rse_lessons.lesson.model import (
    Block,
    Diamond,
    Discuss,
    Lesson,
    Line,
    Misconception,
    Order,
    Quiz,
    Scenario,
    Sort,
    Stage,
    Step,
    Vote,
)
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.rules import Context, all_blocks

Rule = Callable[[Lesson, Context], Iterable[Problem]]


def _error(lesson: Lesson, line: int, sentence: str, rule: str) -> Problem:
    return Problem(lesson.path, line, Severity.ERROR, sentence, rule)


def answer_missing(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001  one shape for all
    """Ask that the answers of a quiz are ids of its options."""
    for block in all_blocks(lesson):
        if not isinstance(block, Quiz) or not block.options:
            continue
        ids = [option.id for option in block.options]
        if not block.answers:
            sentence = f"The quiz “{block.id}” does not say which option answers it: answer={ids[0]}"
            yield _error(lesson, block.place.line, sentence, "answer-missing")
        for answer in block.answers:
            if answer not in ids:
                sentence = f"The answer “{answer}” is none of the options: {', '.join(ids)}."
                yield _error(lesson, block.place.line, sentence, "answer-missing")


def column_missing(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a card of `sort` goes to one of the columns."""
    for block in all_blocks(lesson):
        if isinstance(block, Sort) and block.columns:
            ids = [column.id for column in block.columns]
            for card in block.cards:
                if not card.goes_to:
                    sentence = f"This card does not say where it goes: - … -> {ids[0]}"
                    yield _error(lesson, card.place.line, sentence, "column-missing")
                elif card.goes_to not in ids:
                    sentence = f"There is no column “{card.goes_to}”; there are {', '.join(ids)}."
                    yield _error(lesson, card.place.line, sentence, "column-missing")


def step_missing(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a choice of a scenario leads to one of its steps."""
    for scenario in _scenarios(lesson):
        ids = {step.id for step in scenario.steps}
        for step in scenario.steps:
            for choice in step.choices:
                if not choice.goes_to:
                    sentence = "This choice does not say where it leads: - … -> step-id"
                    yield _error(lesson, choice.place.line, sentence, "step-missing")
                elif choice.goes_to not in ids:
                    sentence = f"There is no step “{choice.goes_to}” in this scenario."
                    yield _error(lesson, choice.place.line, sentence, "step-missing")


def step_twice(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a step's id is used once."""
    for scenario in _scenarios(lesson):
        seen: set[str] = set()
        for step in scenario.steps:
            if step.id in seen:
                sentence = f"There are two steps “{step.id}” in this scenario."
                yield _error(lesson, step.place.line, sentence, "duplicate-id")
            seen.add(step.id)


def scenario_ends(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that from every step of a scenario an ending can be reached."""
    for scenario in _scenarios(lesson):
        steps = _by_id(scenario)
        ending = {name for name, step in steps.items() if not _leads_to(step, steps)}
        grew = True
        while grew:
            more = {name for name, step in steps.items() if ending & _leads_to(step, steps)} - ending
            ending |= more
            grew = bool(more)
        for name, step in steps.items():
            if name not in ending:
                sentence = f"From the step “{name}” the story never ends; let a choice lead to an ending."
                yield _error(lesson, step.place.line, sentence, "scenario-endless")


def scenario_loops(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a story goes forward: a choice does not lead back to a step that led here."""
    for scenario in _scenarios(lesson):
        steps = _by_id(scenario)
        reach = _reachable(steps)
        order = list(steps)
        for step in steps.values():
            for choice in step.choices:
                back = (
                    choice.goes_to in order[: order.index(step.id) + 1] and step.id in reach[choice.goes_to]
                )
                if back and any(not _leads_to(steps[name], steps) for name in reach[step.id]):
                    sentence = f"This choice leads back to “{choice.goes_to}”, so the story goes round."
                    yield _error(lesson, choice.place.line, sentence, "scenario-loop")


def step_unreachable(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a choice leads to every step but the first."""
    for scenario in _scenarios(lesson):
        if scenario.steps:
            steps = _by_id(scenario)
            reached = _reachable(steps)[scenario.steps[0].id]
            for name, step in steps.items():
                if name not in reached:
                    sentence = f"No choice leads to the step “{name}”, so nobody sees it."
                    yield Problem(lesson.path, step.place.line, Severity.ADVICE, sentence, "step-unreachable")


def _scenarios(lesson: Lesson) -> Iterator[Scenario]:
    return (block for block in all_blocks(lesson) if isinstance(block, Scenario))


def _by_id(scenario: Scenario) -> dict[str, Step]:
    steps: dict[str, Step] = {}
    for step in scenario.steps:
        steps.setdefault(step.id, step)
    return steps


def _leads_to(step: Step, steps: Mapping[str, Step]) -> set[str]:
    return {choice.goes_to for choice in step.choices if choice.goes_to in steps}


def _reachable(steps: Mapping[str, Step]) -> dict[str, set[str]]:
    """Give, for each step, the steps that can be reached from it, itself among them."""
    reach = {}
    for name in steps:
        seen, ahead = {name}, [name]
        while ahead:
            new = _leads_to(steps[ahead.pop()], steps) - seen
            seen |= new
            ahead.extend(new)
        reach[name] = seen
    return reach


def compare_missing(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a vote that compares names a vote taken before it."""
    before: set[str] = set()
    for block in all_blocks(lesson):
        if isinstance(block, Vote):
            if block.compare and block.compare not in before:
                sentence = f"There is no vote “{block.compare}” before this one to compare with."
                yield _error(lesson, block.place.line, sentence, "compare-missing")
            before.add(block.id)


def misconception_corrected(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that what people wrongly say is never left standing without what is true."""
    for block in all_blocks(lesson):
        if isinstance(block, Misconception) and not block.correction:
            sentence = "This misconception has no correction; add a line with = and what is true."
            yield _error(lesson, block.place.line, sentence, "misconception-without-correction")


def ends_missing(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a line has two ends."""
    for block in all_blocks(lesson):
        if isinstance(block, Line) and not all(block.ends):
            sentence = "This line needs two ends, like “ends: Agree | Disagree”."
            yield _error(lesson, block.place.line, sentence, "ends-missing")


def empty_block(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a block says something."""
    for block in all_blocks(lesson):
        if _what_there_is(block) == 0:
            sentence = "There is nothing in this block to show; fill it or take it away."
            yield _error(lesson, block.place.line, sentence, "empty-block")
    for slide in lesson.slides:
        if slide.notes is not None and not slide.notes.parts:
            sentence = "These notes are empty; say what to say, what to listen for, and what if."
            yield _error(lesson, slide.notes.place.line, sentence, "empty-block")


def wrong_number(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a diamond has nine cards; choosing, sorting and ordering need two things at least."""
    for block in all_blocks(lesson):
        count = _what_there_is(block)
        if isinstance(block, Diamond) and count not in (0, 9):
            sentence = f"A diamond has nine cards, this one has {count}."
            yield _error(lesson, block.place.line, sentence, "wrong-number")
        elif isinstance(block, Quiz | Order | Vote) and count == 1 and not _compares(block):
            sentence = "One item leaves nothing to choose; add another."
            yield _error(lesson, block.place.line, sentence, "wrong-number")
        elif isinstance(block, Sort) and block.cards and len(block.columns) < 2:
            sentence = "Sorting needs two columns or more, like “columns: [a] One | [b] Other”."
            yield _error(lesson, block.place.line, sentence, "wrong-number")


def discuss_too_long(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a discussion has no more time than its stage."""
    planned: dict[Stage, int] = {}
    for slide in lesson.slides:
        planned[slide.stage] = planned.get(slide.stage, 0) + slide.seconds
    for slide in lesson.slides:
        room = planned[slide.stage]
        for block in blocks_in(slide.parts):
            if isinstance(block, Discuss) and 0 < room < block.seconds:
                sentence = (
                    f"This discussion takes {block.seconds / 60:g} minutes, and its stage has {room / 60:g}."
                )
                yield Problem(lesson.path, block.place.line, Severity.ADVICE, sentence, "discuss-too-long")


def _compares(block: Block) -> bool:
    return isinstance(block, Vote) and bool(block.compare)


def _what_there_is(block: Block) -> int | None:
    """Count the things in a block that it cannot be without; None where that cannot be said."""
    if isinstance(block, Scenario):
        return sum(bool(step.text) for step in block.steps)
    if isinstance(block, Vote) and block.compare:
        return len(block.options) or None
    things = next((getattr(block, name) for name in _NEEDED if hasattr(block, name)), None)
    return int(bool(things)) if isinstance(things, str) else None if things is None else len(things)


_NEEDED = ("options", "cards", "steps", "items", "rules", "parts", "claim", "markdown", "prompt")
"""The fields that hold what a block is about, the first one that a kind has; `help-routes` has none."""


BLOCK_RULES: tuple[Rule, ...] = (
    answer_missing,
    column_missing,
    step_missing,
    step_twice,
    scenario_ends,
    scenario_loops,
    step_unreachable,
    compare_missing,
    misconception_corrected,
    ends_missing,
    empty_block,
    wrong_number,
    discuss_too_long,
)
