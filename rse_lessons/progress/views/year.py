"""School years, and a year as a calendar: which class had which lesson on which day. Pure; no clock.

Schools in England, Wales and Northern Ireland count their year from September. In Scotland it begins in the
middle of August, on a day that each council sets; there it is counted from 1 August, when no school is open
yet, so that no council's first days fall into the year before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_WEEK = timedelta(days=7)


class SchoolYear(NamedTuple):
    """A school year, both days included."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last

    @property
    def terms(self) -> tuple[date, date]:
        """The first and the last day that a calendar shows although nothing happened: summer is left out."""
        if self.first.month == 8:
            return self.first.replace(day=15), date(self.last.year, 6, 30)
        return self.first, date(self.last.year, 7, 24)


def school_year(day: date, nation: str = "") -> SchoolYear:
    """Give the school year of a day in a nation, by its code."""
    month = 8 if nation == "sct" else 9
    begins = day.year if day.month >= month else day.year - 1
    return SchoolYear(date(begins, month, 1), date(begins + 1, month, 1) - timedelta(days=1))


def school_years(days: Iterable[date], today: date, nation: str = "") -> tuple[SchoolYear, ...]:
    """Give every school year that has one of the days, and this one; the newest first."""
    found = {school_year(day, nation) for day in days} | {school_year(today, nation)}
    return tuple(sorted(found, reverse=True))


class How(StrEnum):
    """What a day was for a class and a lesson."""

    TAUGHT = "taught"
    """The lesson was taught to its end on this day."""
    SHOWN = "shown"
    """Slides of it were shown."""
    PLANNED = "planned"
    """The teacher means to give it on this day."""


class Entry(NamedTuple):
    """One class and one lesson on one day."""

    label: str
    lesson: str
    how: How


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar."""

    day: date
    entries: tuple[Entry, ...] = ()
    outside: bool = False
    """It belongs to the month before or after the one that it stands under, or to another year."""


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Friday, or to Sunday when something happened at a weekend of this year."""

    days: tuple[Day, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing happened and nothing is planned."""
        return not any(day.entries for day in self.days)


@dataclass(frozen=True, slots=True)
class Month:
    """A month with its weeks."""

    first: date
    weeks: tuple[Week, ...]


def calendar(year: SchoolYear, entries: Mapping[date, Sequence[Entry]]) -> tuple[Month, ...]:
    """Lay a school year out in months and weeks; a week that two months share stands under both."""
    kept = {day: tuple(found) for day, found in entries.items() if year.holds(day) and found}
    start, end = year.terms
    start, end = min([start, *kept]), max([end, *kept])
    wide = 7 if any(day.weekday() > 4 for day in kept) else 5
    months = []
    first = start.replace(day=1)
    while first <= end:
        after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
        within = max(first, start), min(after - timedelta(days=1), end)
        if weeks := tuple(_weeks(within, wide, kept)):
            months.append(Month(first, weeks))
        first = after
    return tuple(months)


def _weeks(within: tuple[date, date], wide: int, kept: Mapping[date, tuple[Entry, ...]]) -> Iterable[Week]:
    first, last = within
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        days = [monday + timedelta(days=place) for place in range(wide)]
        shown = tuple(
            Day(day, kept.get(day, ()) if first <= day <= last else (), not first <= day <= last)
            for day in days
        )
        if not all(day.outside for day in shown):
            yield Week(shown)
        monday += _WEEK
