"""Rules about what is chosen and placed: how many there are, how long they are, that no two say the same.

`ITEM_RULES` is their order; each takes the lesson and yields problems. What a block needs: `block_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rse_lessons.lesson.html import plain
from rse_lessons.lesson.model import (
    GroundRules,
    Lesson,
    Line,
    Misconception,
    Option,
    Order,
    Quiz,
    Reveal,
    Scenario,
    Sort,
    Vote,
)
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.rules import Context, all_blocks, options_of

MOST: Mapping[type[Any], int] = {
    Sort: 16,
    Order: 12,
    Line: 12,
    Quiz: 8,
    Vote: 8,
    Reveal: 10,
    GroundRules: 10,
}
"""So many can be read from the back of the room; what the class can talk about is less."""
MOST_COLUMNS, MOST_CHOICES = 5, 5
LONGEST = 40
"""Words of a card; a whole slide has no more."""

Rule = Callable[[Lesson, Context], Iterable[Problem]]


def _error(lesson: Lesson, line: int, sentence: str, rule: str) -> Problem:
    return Problem(lesson.path, line, Severity.ERROR, sentence, rule)


def empty_item(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001  one shape for all
    """Ask that a card, an answer or a choice has words or a picture, and a step of a story too."""
    for block in all_blocks(lesson):
        for group in options_of(block):
            for option in group:
                if not option.text.strip() and option.picture is None:
                    sentence = "This item has neither words nor a picture; give it some, or take it away."
                    yield _error(lesson, option.place.line, sentence, "empty-item")
        if isinstance(block, Scenario):
            for step in block.steps:
                if not step.text.strip() and any(other.text.strip() for other in block.steps):
                    sentence = f"The step “{step.id}” says nothing; tell what happens there."
                    yield _error(lesson, step.place.line, sentence, "empty-item")


def same_text(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that no two items of a block say the same: nobody could tell them apart."""
    for block in all_blocks(lesson):
        for group in options_of(block):
            first: dict[tuple[str, str], int] = {}
            for option in group:
                known = (_said(option), option.picture.file if option.picture else "")
                if any(known) and known in first:
                    sentence = f"This says the same as line {first[known]}; nobody can tell the two apart."
                    yield _error(lesson, option.place.line, sentence, "same-text")
                first.setdefault(known, option.place.line)


def _said(option: Option) -> str:
    text = option.text
    # Plain words need no Markdown to be known.
    return " ".join((plain(text) if set(text) & set("*_`[\\&<") else text).casefold().split())


def too_few(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that there are two cards to sort, and something to choose in a story."""
    for block in all_blocks(lesson):
        if isinstance(block, Sort) and len(block.cards) == 1:
            sentence = "One card leaves nothing to sort; add another."
            yield _error(lesson, block.cards[0].place.line, sentence, "too-few")
        if isinstance(block, Scenario) and block.steps and not any(step.choices for step in block.steps):
            sentence = "Nobody can choose anything in this story; add choices like “- … -> step-id”."
            yield _error(lesson, block.place.line, sentence, "too-few")


def many_items(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that there are not more things on a slide than can be read and talked about."""
    for block in all_blocks(lesson):
        if isinstance(block, Sort):
            yield from _many(lesson, block.columns, MOST_COLUMNS)
        if isinstance(block, Scenario):
            for step in block.steps:
                yield from _many(lesson, step.choices, MOST_CHOICES)
        elif type(block) in MOST:
            *_, group = [(), *options_of(block)]
            yield from _many(lesson, group, MOST[type(block)])


def _many(lesson: Lesson, group: tuple[Option, ...], most: int) -> Iterator[Problem]:
    if len(group) > most:
        sentence = (
            f"With this there are more than {most} here, too small to be read from the back of the room; "
            f"there are {len(group)} in all. Make two of it."
        )
        yield Problem(lesson.path, group[most].place.line, Severity.ADVICE, sentence, "many-items")


def long_item(lesson: Lesson, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a card is short enough to be read at a glance."""
    for block in all_blocks(lesson):
        texts = [(option.text, option.place.line) for group in options_of(block) for option in group]
        if isinstance(block, Misconception):
            texts.append((block.claim, block.place.line))
        for text, line in texts:
            count = len(text.split())
            if count > LONGEST:
                sentence = (
                    f"These are {count} words; up to {LONGEST} can be read at a glance. "
                    "Say it shorter, or put the rest into the notes."
                )
                yield Problem(lesson.path, line, Severity.ADVICE, sentence, "long-item")


ITEM_RULES: tuple[Rule, ...] = (empty_item, same_text, too_few, many_items, long_item)
