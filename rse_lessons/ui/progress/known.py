"""What the progress window is given: records, lessons and the curriculum, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rse_lessons.nation.coverage import Area
from rse_lessons.presenting.report import Report
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.progress.views.grid import Cell, LessonLine, Records, Row


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that the window shows."""

    records: Records
    today: date
    nation: str = "eng"
    """The code of the nation whose school year and curriculum are meant."""
    subject: str = ""
    """What that curriculum is called."""
    phases: Mapping[str, str] = field(default_factory=dict)
    """What the nation calls each band."""
    covers: Mapping[str, Path | None] = field(default_factory=dict)
    """The picture of each lesson, by its id."""
    areas: tuple[Area, ...] = ()
    """The nation's curriculum, with the lessons that serve each statement."""
    cleared: date | None = None
    """When class data will be cleared; None while that is not set."""


@dataclass(frozen=True, slots=True)
class CellDetails:
    """All that is kept of one class and one lesson."""

    cell: Cell
    line: LessonLine
    days: tuple[date, ...] = ()
    """Days on which slides were shown."""
    report: Report | None = None
    """How it went; None while the class has not begun it, or its file cannot be read."""


@dataclass(frozen=True, slots=True)
class ClassDetails:
    """All there is to say of one class."""

    row: Row
    order: tuple[tuple[LessonLine, Cell], ...]
    """Its plan in order, with where it is in each lesson."""


@dataclass(frozen=True, slots=True)
class ListDetails:
    """A day, or a statement of the curriculum, with lessons that can be opened."""

    heading: str
    text: str
    items: tuple[tuple[str, str, str, str], ...]
    """Of each lesson: its words, a soft word, a class's label or nothing, and the lesson's id."""


def days_of(now: Standing) -> tuple[date, ...]:
    """Give the days on which slides were shown, the first first."""
    return tuple(sorted(date.fromisoformat(day) for day in now.days))
