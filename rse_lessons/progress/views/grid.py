"""The grid of classes and lessons: which class was taught what, and what comes next. Pure; no disk, no words.

Lessons come in as plain lines, for nothing here reads one. Each age band is a section: its lessons are the
columns, its classes the rows. Counts under five come in as None and stay so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.planning import order_of
from rse_lessons.progress.views.year import Entry, How, SchoolYear

Count = int | None
"""Hands of the whole class; None is fewer than five."""


class State(StrEnum):
    """Where a class is with a lesson."""

    NOT_YET = "not-yet"
    PLANNED = "planned"
    BEGUN = "begun"
    TAUGHT = "taught"
    SKIPPED = "skipped"


class LessonLine(NamedTuple):
    """What the grid needs of a lesson."""

    id: str
    title: str
    band: str = ""
    slides: int = 0
    stages: tuple[tuple[str, int], ...] = ()
    """Its stages with their planned seconds."""
    compared: tuple[tuple[str, str], ...] = ()
    """Votes that are compared: the one before, the one after."""
    here: bool = True
    """False for a lesson that was taught and is no longer in the library."""

    @property
    def seconds(self) -> int:
        """The planned seconds of all stages."""
        return sum(seconds for _stage, seconds in self.stages)


class Hands(NamedTuple):
    """Hands for one answer before and after, and how many there were for all answers where that is known."""

    option: str
    before: Count
    after: Count
    of_before: int = 0
    """Hands for all answers; 0 when one of them is kept as fewer than five, so that nothing adds up to it."""
    of_after: int = 0


class Cell(NamedTuple):
    """One class and one lesson. There are many, and a named tuple is made in half the time of a dataclass."""

    label: str
    lesson: str
    state: State = State.NOT_YET
    day: date | None = None
    """When it was taught to the end or, begun, when it stopped."""
    slide: int = 0
    """The slide shown last, from 0."""
    slides: int = 0
    """How many it has; 0 when a later school year began it anew, and the slide is no longer known."""
    planned: date | None = None
    reason: str = ""
    """Why it is skipped."""
    hands: Hands | None = None
    next: bool = False
    """It is the class's next lesson."""
    listed: bool = True
    """It is in the class's plan, or of its band."""


@dataclass(frozen=True, slots=True)
class Row:
    """A class with its cells, one for each lesson of the section."""

    known: ClassInfo
    cells: tuple[Cell, ...]
    next: str = ""
    """The id of the lesson that comes next; empty when all of the plan is done."""


@dataclass(frozen=True, slots=True)
class Section:
    """The classes of one age band."""

    band: str
    lessons: tuple[LessonLine, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All sections, youngest first."""

    sections: tuple[Section, ...] = ()

    @property
    def rows(self) -> Iterator[Row]:
        """Every class, in order."""
        return (row for section in self.sections for row in section.rows)

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell, in order."""
        return (cell for row in self.rows for cell in row.cells)

    @property
    def most(self) -> int:
        """The largest count of hands, for a scale that all bars share; at least 20."""
        hands = (cell.hands for cell in self.cells if cell.hands)
        return max([20, *(count or 0 for found in hands for count in (found.before, found.after))])


class Wanted(NamedTuple):
    """What is to be seen."""

    year: SchoolYear
    not_taught: bool = True
    """Also lessons that no class of the section has begun."""
    other_ages: bool = False
    """Also lessons of other ages."""


Standings = Callable[[str, str], Standing]
"""Gives where a class, by its label, stands in a lesson, by its id."""


@dataclass(frozen=True, slots=True)
class Records:
    """What a grid is made of."""

    classes: tuple[ClassInfo, ...]
    lessons: tuple[LessonLine, ...]
    """Of every age, in the order of the shelves."""
    met: Mapping[str, Sequence[str]]
    """The lessons that each class has a standing in, by its label."""
    standing: Standings
    zone: tzinfo | None = None
    """Where days are counted; None is here."""


def make_grid(records: Records, wanted: Wanted, bands: Sequence[str]) -> Grid:
    """Make the grid. `bands` is their order; classes of any other come last."""
    groups: dict[str, list[ClassInfo]] = {}
    for known in records.classes:
        groups.setdefault(known.band if known.band in bands else "", []).append(known)
    order = [band for band in [*bands, ""] if band in groups]
    return Grid(tuple(_section(band, groups[band], records, wanted) for band in order))


def _columns(band: str, classes: Sequence[ClassInfo], records: Records, wanted: Wanted) -> list[LessonLine]:
    """Give the band's lessons, and after them those of other ages that a class has met or plans."""
    named = {lesson for known in classes for lesson in (*known.plan, *records.met.get(known.label, ()))}
    own = [line for line in records.lessons if line.band == band or not band]
    held = {line.id for line in own}
    others = [
        line for line in records.lessons if line.id not in held and (wanted.other_ages or line.id in named)
    ]
    there = {line.id for line in records.lessons}
    gone = [LessonLine(name, name, band, here=False) for name in sorted(named - there)]
    return [*own, *others, *gone]


def _section(band: str, classes: Sequence[ClassInfo], records: Records, wanted: Wanted) -> Section:
    columns = _columns(band, classes, records, wanted)
    rows = [_row(known, columns, records, wanted.year) for known in classes]
    begun = (State.BEGUN, State.TAUGHT)
    kept = [
        place
        for place, line in enumerate(columns)
        if any(row.cells[place].state in begun for row in rows)
        or (wanted.not_taught and line.here)
        or any(row.next == line.id for row in rows)
    ]
    shown = tuple(Row(row.known, tuple(row.cells[place] for place in kept), row.next) for row in rows)
    return Section(band, tuple(columns[place] for place in kept), shown)


def _row(known: ClassInfo, columns: Sequence[LessonLine], records: Records, year: SchoolYear) -> Row:
    coming = next_lesson(known, records.lessons, records.standing)
    order = frozenset(order_of(known, records.lessons))
    cells = []
    for line in columns:
        listed = line.id in order or not order
        found = cell_of(known.label, line, records.standing(known.label, line.id), year, records.zone)
        comes = line.id == coming
        cells.append(found._replace(next=comes, listed=listed) if comes or not listed else found)
    return Row(known, tuple(cells), coming)


def next_lesson(known: ClassInfo, lessons: Sequence[LessonLine], standing: Standings) -> str:
    """Give the first lesson of a class's plan that is neither taught nor skipped; empty when all are."""
    for lesson in order_of(known, lessons):
        now = standing(known.label, lesson)
        if not (now.taught or now.status == "taught" or now.skipped):
            return lesson
    return ""


def cell_of(
    label: str, line: LessonLine, now: Standing, year: SchoolYear, zone: tzinfo | None = None
) -> Cell:
    """Say where a class is with a lesson in one school year."""
    planned = as_day(now.planned) if now.status != "taught" else None
    planned = planned if year.holds(planned) else None
    stopped, taught = day_of(now.when, zone), day_of(now.taught, zone)
    if now.status == "begun" and year.holds(stopped) and not now.skipped:
        many = max(now.slides, now.slide + 1)
        return Cell(label, line.id, State.BEGUN, stopped, now.slide, many, planned)
    if taught is not None and year.holds(taught):
        # Counts are those of the run that was begun last: they belong to this day while it is that run.
        hands = hands_of(line, now) if now.status == "taught" else None
        return Cell(label, line.id, State.TAUGHT, taught, hands=hands)
    earlier = max((day for day in map(as_day, now.days) if day is not None and year.holds(day)), default=None)
    if now.skipped:
        return Cell(label, line.id, State.SKIPPED, earlier, reason=now.skipped)
    if earlier is not None:
        return Cell(label, line.id, State.BEGUN, earlier, planned=planned)
    state = State.PLANNED if planned else State.NOT_YET
    return Cell(label, line.id, state, planned=planned)


def hands_of(line: LessonLine, now: Standing) -> Hands | None:
    """Give the answer that most hands were for afterwards, before and after; None unless both were counted.

    Which answer a lesson hopes for is not written anywhere, and in a debate there is none. What most of the
    class said in the end is told whatever it is, a mistake too.
    """
    for earlier, later in line.compared:
        before, after = now.tallies.get(earlier), now.tallies.get(later)
        if before and after:
            option = max(after, key=lambda name: after[name] or 0)
            return Hands(option, before.get(option), after[option], total(before), total(after))
    return None


def total(counts: Mapping[str, Count]) -> int:
    """Give the hands for all answers, or 0 when one is kept as fewer than five."""
    return sum(count or 0 for count in counts.values()) if None not in counts.values() else 0


def entries(records: Records) -> dict[date, list[Entry]]:
    """Give what every class had on every day, and what is planned; in the order of classes and lessons."""
    found: dict[date, list[Entry]] = {}
    for known in records.classes:
        for lesson in records.met.get(known.label, ()):
            for day, how in _days(records.standing(known.label, lesson), records.zone):
                found.setdefault(day, []).append(Entry(known.label, lesson, how))
    return found


def _days(now: Standing, zone: tzinfo | None) -> Iterator[tuple[date, How]]:
    taught, planned = day_of(now.taught, zone), as_day(now.planned)
    shown = {day for day in map(as_day, now.days) if day is not None}
    last = day_of(now.when, zone) if now.status == "begun" else None
    for day in sorted(shown | {day for day in (taught, last) if day is not None}):
        yield day, How.TAUGHT if day == taught else How.SHOWN
    if planned is not None and planned not in shown and now.status != "taught" and not now.skipped:
        yield planned, How.PLANNED


def days_met(records: Records) -> set[date]:
    """Give the days on which something happened or is planned, as they are written, whatever it was."""
    found: set[str] = set()
    for label, lessons in records.met.items():
        for lesson in lessons:
            now = records.standing(label, lesson)
            found.update(now.days)
            found.update((now.taught[:10], now.planned))
    return {day for day in map(as_day, found) if day is not None}


@lru_cache(maxsize=8192)
def day_of(when: str, zone: tzinfo | None = None) -> date | None:
    """Give the day of a UTC time; None when it is none."""
    try:
        return datetime.fromisoformat(when).astimezone(zone).date()
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def as_day(text: str) -> date | None:
    """Read a day such as `2026-11-30`; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class SoFar(NamedTuple):
    """What there is to say of a whole grid."""

    classes: int = 0
    """Classes that were taught at least one lesson."""
    taught: int = 0
    begun: int = 0
    planned: int = 0
    counted: int = 0
    """Lessons taught in which hands were counted before and after."""


def so_far(grid: Grid) -> SoFar:
    """Count what the cells of a grid say."""
    cells = list(grid.cells)
    taught = [cell for cell in cells if cell.state is State.TAUGHT]
    return SoFar(
        len({cell.label for cell in taught}),
        len(taught),
        sum(cell.state is State.BEGUN for cell in cells),
        sum(cell.planned is not None and cell.state in (State.PLANNED, State.NOT_YET) for cell in cells),
        sum(cell.hands is not None for cell in taught),
    )
