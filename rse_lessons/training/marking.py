"""Marks answers to questions of a knowledge check. Pure: ids in, ids out; nothing is shown or kept here."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rse_lessons.training.model import CheckKind, Question

Answer: TypeAlias = tuple[str, ...]
"""Ids that were chosen; for an order, all ids in the order given; for a match, `left:right` for each pair."""
ASKED, NEEDED = 8, 6
"""A try asks so many questions, and so many of them must be right."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What an answer came to."""

    right: bool
    wrong: tuple[str, ...] = ()
    """What was given and does not fit: options, steps out of place, left sides with another's right side."""
    missing: tuple[str, ...] = ()
    """What fits and was not given."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a try came to."""

    asked: tuple[str, ...]
    """Ids of its questions, in the order in which they were asked."""
    missed: tuple[str, ...]
    """Those of them that were not right."""
    passed: bool


def pair(left: str, right: str) -> str:
    """Write a pair as an answer to a match holds it."""
    return f"{left}:{right}"


def right_answer(question: Question) -> Answer:
    """Give the answer that is right."""
    if question.kind is CheckKind.MATCH:
        return tuple(pair(option.id, option.goes_to) for option in question.options)
    return question.answers


def mark(question: Question, answer: Answer) -> Marked:
    """Mark an answer; it may hold anything."""
    if question.kind is CheckKind.ORDER:
        return _mark_order(question, answer)
    if question.kind is CheckKind.MATCH:
        return _mark_match(question, answer)
    wrong = tuple(dict.fromkeys(chosen for chosen in answer if chosen not in question.answers))
    missing = tuple(one for one in question.answers if one not in answer)
    # Without a right answer there is nothing to be right about: the checker refuses such a question.
    return Marked(bool(question.answers) and not wrong and not missing, wrong, missing)


def _mark_order(question: Question, answer: Answer) -> Marked:
    known = question.answers
    wrong = tuple(
        dict.fromkeys(
            step for place, step in enumerate(answer) if place >= len(known) or known[place] != step
        )
    )
    missing = tuple(step for step in known if step not in answer)
    return Marked(bool(known) and answer == known, wrong, missing)


def _mark_match(question: Question, answer: Answer) -> Marked:
    wanted = right_answer(question)
    wrong = tuple(dict.fromkeys(given.partition(":")[0] for given in answer if given not in wanted))
    given_to = {given.partition(":")[0] for given in answer}
    missing = tuple(option.id for option in question.options if option.id not in given_to)
    return Marked(bool(wanted) and not wrong and not missing, wrong, missing)


def needed(asked: int) -> int:
    """Say how many of the questions asked must be right: six of eight, and as large a part of fewer."""
    return math.ceil(asked * NEEDED / ASKED)


def result(questions: Sequence[Question], answers: Mapping[str, Answer]) -> Result:
    """Give what a try came to; `answers` by the questions' ids. A question left out was missed."""
    asked = tuple(question.id for question in questions)
    missed = tuple(
        question.id
        for question in questions
        if question.id not in answers or not mark(question, answers[question.id]).right
    )
    scenes = {question.id for question in questions if question.scenario}
    enough = len(asked) - len(missed) >= needed(len(asked))
    return Result(asked, missed, bool(asked) and enough and scenes.isdisjoint(missed))
