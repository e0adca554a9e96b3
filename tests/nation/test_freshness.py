"""Which help routes have waited for a check."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.nation.freshness import FIXED, YEAR, checked_on, mark, stale
from rse_lessons.nation.profiles import NATIONS, Certainty, HelpRoute, load_nation

FOLDER = Path(__file__).parents[2] / "content" / "nations"
TODAY = date(2026, 11, 22)


def route(verified: date | None = None, *, contact: str = "0123 456", kind: str = "number") -> HelpRoute:
    return HelpRoute(
        "line", "A line", contact, kind, "", "", "anyone", "", ("ks3",), ("ks3",), verified, "a page",
        Certainty.VERIFIED,
    )  # fmt: skip


def test_a_line_without_a_day_waits_and_so_does_one_of_more_than_a_year() -> None:
    assert stale([route()], TODAY) == (route(),)
    assert stale([route(TODAY - YEAR)], TODAY) == ()
    old = route(TODAY - YEAR - timedelta(days=1))
    assert stale([old], TODAY) == (old,)


def test_a_day_in_the_future_is_no_check() -> None:
    assert stale([route(TODAY + timedelta(days=1))], TODAY)


def test_the_schools_own_check_counts_for_the_contact_that_was_looked_up() -> None:
    known = dict([mark(route(), TODAY)])
    assert stale([route()], TODAY, known) == ()
    assert checked_on(route(), known) == TODAY
    assert stale([route(contact="0999 999")], TODAY, known)
    assert stale([route()], TODAY + YEAR + timedelta(days=1), known)


def test_a_person_and_the_emergency_numbers_are_not_to_be_rung() -> None:
    assert stale([route(contact="", kind="person")], TODAY) == ()
    assert stale([route(contact=number) for number in FIXED], TODAY) == ()


@given(st.text(max_size=12).filter(lambda words: not words[:4].isdigit()))
def test_nonsense_in_the_settings_is_no_check(words: str) -> None:
    assert checked_on(route(), {"line": words}) is None
    assert checked_on(route(), {"line": f"{words} 0123 456"}) is None


@pytest.mark.parametrize("code", NATIONS)
def test_the_numbers_that_are_fixed_are_the_nations(code: str) -> None:
    contacts = {found.contact for found in load_nation(code, FOLDER).routes}
    assert set(FIXED) <= contacts
