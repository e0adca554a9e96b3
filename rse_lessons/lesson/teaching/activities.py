"""Whether pupils do different things, and whether what they do is explained and put right.

`ACTIVITY_RULES` is the order; each rule takes the subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rse_lessons.lesson.model import (
    Diamond,
    Discuss,
    Line,
    Misconception,
    Order,
    Quiz,
    Reveal,
    Scenario,
    Sort,
)
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.rules import all_blocks
from rse_lessons.lesson.teaching.subject import Rule, Subject

ACTIVITIES: Mapping[type[Any], str] = {
    Sort: "sort",
    Order: "order",
    Line: "line",
    Diamond: "diamond",
    Scenario: "scenario",
    Quiz: "quiz",
    Reveal: "reveal",
    Discuss: "discuss",
}
"""What counts as doing something besides voting."""
FEWEST = 2
_ENDS = (Sort, Order, Line, Diamond, Scenario)
"""What ends with something to take away; a quiz explains each of its answers."""


def few_activities(subject: Subject) -> Iterator[Problem]:
    """Ask for two kinds of activity besides voting: pupils learn in different ways."""
    kinds = {ACTIVITIES[type(block)] for block in all_blocks(subject.lesson) if type(block) in ACTIVITIES}
    if len(kinds) < FEWEST:
        there = f"only “{kinds.pop()}”" if kinds else "none"
        others = ", ".join(ACTIVITIES.values())
        sentence = f"Besides votes there is {there}; take two kinds at least of {others}."
        yield subject.advice(subject.lesson.slides[0].place.line, sentence, "few-activities")


def few_misconceptions(subject: Subject) -> Iterator[Problem]:
    """Ask that what many believe is named and put right."""
    count = sum(isinstance(block, Misconception) for block in all_blocks(subject.lesson))
    if count < FEWEST:
        there = "one block" if count else "no block"
        sentence = f"There is {there} “misconception”; name two things that people say, and what is true."
        yield subject.advice(subject.lesson.slides[0].place.line, sentence, "few-misconceptions")


def answer_unexplained(subject: Subject) -> Iterator[Problem]:
    """Ask that each answer of a quiz is explained, so that nothing wrong is left standing."""
    for block in all_blocks(subject.lesson):
        if isinstance(block, Quiz):
            for option in block.options:
                if not option.explanation.strip():
                    sentence = "Nothing explains this answer; say why under it, indented: = …"
                    yield subject.error(option.place.line, sentence, "answer-unexplained")


def no_takeaway(subject: Subject) -> Iterator[Problem]:
    """Ask that an activity ends with something to take away."""
    for block in all_blocks(subject.lesson):
        if isinstance(block, _ENDS) and not block.takeaway.strip():
            name = ACTIVITIES[type(block)]
            sentence = f"Nothing is taken away from this “{name}”; say it before the end, at the margin: = …"
            yield subject.advice(block.place.line, sentence, "no-takeaway")


ACTIVITY_RULES: tuple[Rule, ...] = (few_activities, few_misconceptions, answer_unexplained, no_takeaway)
