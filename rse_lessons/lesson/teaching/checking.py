"""All checks of teaching in their order: `thorough` for one lesson, `library_rules` for several together."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.teaching.activities import (
    ACTIVITY_RULES,
    answer_unexplained,
    few_activities,
    no_takeaway,
)
from rse_lessons.lesson.teaching.characters import CHARACTER_RULES, LIBRARY_RULES, character_missing
from rse_lessons.lesson.teaching.experience import EXPERIENCE_RULES
from rse_lessons.lesson.teaching.reading_age import READING_RULES
from rse_lessons.lesson.teaching.shape import SHAPE_RULES, STAFF_SHAPE_RULES
from rse_lessons.lesson.teaching.subject import Rule, Subject

RULES: tuple[Rule, ...] = (
    *SHAPE_RULES,
    *ACTIVITY_RULES,
    *EXPERIENCE_RULES,
    *CHARACTER_RULES,
    *READING_RULES,
)


STAFF_RULES: tuple[Rule, ...] = (
    *STAFF_SHAPE_RULES,
    few_activities,
    answer_unexplained,
    no_takeaway,
    *EXPERIENCE_RULES,
    character_missing,
)


def thorough(subject: Subject) -> tuple[Problem, ...]:
    """Give what would make a lesson teach better, line by line; nothing for a file without a head.

    A staff meeting is for adults, so that what pupils of an age need is not asked of it.
    """
    if not subject.lesson.checked or not subject.lesson.slides:
        return ()
    findings = Findings(subject.lesson.path, subject.source.line_count)
    for rule in STAFF_RULES if subject.lesson.front.audience else RULES:
        findings.extend(rule(subject))
    return findings.in_order()


def library_rules(subjects: Sequence[Subject]) -> tuple[Problem, ...]:
    """Give what shows only when lessons stand side by side, in their order."""
    checked = [
        subject for subject in subjects if subject.lesson.checked and not subject.lesson.front.audience
    ]
    return tuple(sorted(problem for rule in LIBRARY_RULES for problem in rule(checked)))
