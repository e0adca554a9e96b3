"""School years by nation, and a year as a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.views.year import Entry, How, calendar, school_year, school_years

DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))
NATIONS = st.sampled_from(["eng", "wls", "sct", "nir"])


@pytest.mark.parametrize(
    ("day", "nation", "first"),
    [
        (date(2026, 9, 1), "eng", date(2026, 9, 1)),
        (date(2026, 8, 31), "eng", date(2025, 9, 1)),
        (date(2027, 1, 4), "wls", date(2026, 9, 1)),
        (date(2026, 8, 31), "nir", date(2025, 9, 1)),
        (date(2026, 8, 12), "sct", date(2026, 8, 1)),
        (date(2026, 6, 26), "sct", date(2025, 8, 1)),
    ],
)
def test_a_year_begins_in_september_and_in_scotland_in_august(day: date, nation: str, first: date) -> None:
    assert school_year(day, nation).first == first


@given(DAYS, NATIONS)
def test_years_follow_one_another_without_a_gap(day: date, nation: str) -> None:
    year = school_year(day, nation)
    assert year.holds(day)
    assert school_year(year.last + timedelta(days=1), nation).first == year.last + timedelta(days=1)
    assert school_year(year.first - timedelta(days=1), nation).last == year.first - timedelta(days=1)


def test_only_years_with_something_in_them_are_offered_and_this_one() -> None:
    found = school_years([date(2024, 10, 1), date(2024, 11, 1)], date(2026, 11, 19), "eng")
    assert [year.first.year for year in found] == [2026, 2024]


def test_a_calendar_leaves_the_summer_out_unless_something_happened_there() -> None:
    year = school_year(date(2026, 11, 19), "eng")
    months = [month.first.month for month in calendar(year, {})]
    assert months == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7]
    late = date(2027, 8, 12)
    wider = calendar(year, {late: [Entry("7B", "ask-first", How.SHOWN)]})
    assert wider[-1].first == date(2027, 8, 1)
    scotland = calendar(school_year(date(2026, 11, 19), "sct"), {})
    assert (scotland[0].weeks[0].days[0].day, scotland[-1].first.month) == (date(2026, 8, 17), 6)


def test_a_weekend_is_shown_only_when_something_happened_at_one() -> None:
    year = school_year(date(2026, 11, 19), "eng")
    assert len(calendar(year, {})[0].weeks[0].days) == 5
    saturday = date(2026, 11, 21)
    wider = calendar(year, {saturday: [Entry("7B", "ask-first", How.PLANNED)]})
    assert {len(week.days) for month in wider for week in month.weeks} == {7}


@settings(max_examples=40)
@given(st.lists(DAYS, max_size=6), DAYS, NATIONS)
def test_every_entry_of_the_year_stands_once_on_its_day(days: list[date], today: date, nation: str) -> None:
    year = school_year(today, nation)
    entries = {day: [Entry("7B", "ask-first", How.TAUGHT)] for day in days}
    shown = [
        day.day
        for month in calendar(year, entries)
        for week in month.weeks
        for day in week.days
        if day.entries and not day.outside
    ]
    assert shown == sorted(day for day in entries if year.holds(day))


@settings(max_examples=20)
@given(DAYS, NATIONS)
def test_every_school_day_stands_once_under_its_month(today: date, nation: str) -> None:
    year = school_year(today, nation)
    shown = [
        (month.first.month, day.day)
        for month in calendar(year, {})
        for week in month.weeks
        for day in week.days
        if not day.outside
    ]
    first, last = year.terms
    whole = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    assert shown == [(day.month, day) for day in whole if day.weekday() < 5]
