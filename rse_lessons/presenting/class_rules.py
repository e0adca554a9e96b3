"""A class's own rules in the lesson that it is being given: after the lesson's, on every such slide."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.lesson.model import GroundRules, QuestionBox
from rse_lessons.presenting.ground_rules import OwnRule
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import blocks_of


def put_rules(session: Session, rules: Sequence[OwnRule]) -> bool:
    """Put these rules in place of those that stood there; tell whether anything changed."""
    changed = [
        session.do(block_id, "own", tuple(rules))
        for block_id, block in blocks_of(session.slides).items()
        if isinstance(block, GroundRules)
    ]
    return any(changed)


def has_rules(session: Session, index: int) -> bool:
    """Tell whether ground rules stand on a slide, counted from 0."""
    return _has(session, index, GroundRules)


def has_box(session: Session, index: int) -> bool:
    """Tell whether the question box stands on a slide, counted from 0."""
    return _has(session, index, QuestionBox)


def box_reached(session: Session) -> bool:
    """Tell whether the class has come to a slide with the question box, or past it."""
    return any(has_box(session, index) for index in range(session.class_index + 1))


def _has(session: Session, index: int, kind: type[GroundRules] | type[QuestionBox]) -> bool:
    blocks = blocks_of([session.slides[index]]).values()
    return any(isinstance(block, kind) for block in blocks)
