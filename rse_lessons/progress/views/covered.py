"""What of a curriculum each class was taught: for each code the furthest that a lesson serving it has come.

Lessons and codes come in as plain values. Whether a lesson serves a code is its author's claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.grid import Records
from rse_lessons.progress.views.planning import order_of


class Served(IntEnum):
    """How far a class has come with a statement."""

    NOT = 0
    """No lesson of its plan serves it."""
    COMING = 1
    """A lesson that is still to come serves it."""
    BEGUN = 2
    TAUGHT = 3


def how_far(now: Standing, *, listed: bool) -> Served:
    """Say how far a class has come with one lesson."""
    if now.taught or now.status == "taught":
        return Served.TAUGHT
    if now.skipped:
        return Served.NOT
    if now.status == "begun":
        return Served.BEGUN
    return Served.COMING if listed else Served.NOT


def lessons_of(records: Records, known: ClassInfo) -> dict[str, Served]:
    """Give every lesson that a class has met or is to meet, with how far it has come."""
    plan = order_of(known, records.lessons)
    met = records.met.get(known.label, ())
    listed = frozenset(plan)
    found = {
        lesson: how_far(records.standing(known.label, lesson), listed=lesson in listed)
        for lesson in (*plan, *met)
    }
    return {lesson: far for lesson, far in found.items() if far is not Served.NOT}


def class_coverage(lessons: Mapping[str, Served], serving: Mapping[str, Iterable[str]]) -> dict[str, Served]:
    """Give how far a class has come with each code; `serving` names the lessons of each."""
    return {
        code: max((lessons.get(lesson, Served.NOT) for lesson in names), default=Served.NOT)
        for code, names in serving.items()
    }
