"""When a school year has ended: by nation, as it was set, and until which moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.progress.deleting.year_end import latest_end, was_cleared
from rse_lessons.progress.facts.clearing import Cleared
from rse_lessons.progress.facts.events import mark_of, timestamp

SUMMER = timezone(timedelta(hours=1))
"""British summer time."""


@pytest.mark.parametrize(
    ("setting", "nation", "now", "day", "before"),
    [
        ("", "eng", datetime(2026, 9, 5, 8, tzinfo=UTC), date(2026, 8, 31), "2026-08-31T22:59:59.999Z"),
        ("", "sct", datetime(2026, 8, 5, 8, tzinfo=UTC), date(2026, 6, 30), "2026-06-30T22:59:59.999Z"),
        ("07-21", "sct", datetime(2026, 8, 5, 8, tzinfo=UTC), date(2026, 7, 21), "2026-07-21T22:59:59.999Z"),
        # On the day itself there may be a lesson: a whole year ago is the last one that is over.
        ("", "nir", datetime(2026, 8, 31, 9, 30, tzinfo=UTC), date(2025, 8, 31), "2025-08-31T22:59:59.999Z"),
        ("", "wls", datetime(2026, 9, 1, 5, tzinfo=UTC), date(2026, 8, 31), "2026-08-31T22:59:59.999Z"),
        # Twenty past midnight in London is still the day before in UTC.
        ("", "eng", datetime(2026, 8, 31, 23, 20, tzinfo=UTC), date(2026, 8, 31), "2026-08-31T22:59:59.999Z"),
    ],
)
def test_the_end_and_its_last_moment(
    setting: str, nation: str, now: datetime, day: date, before: str
) -> None:
    assert latest_end(setting, nation, now, SUMMER) == (day, before)


def test_clocks_of_this_pc_are_used_when_none_is_named() -> None:
    end = latest_end("", "eng", datetime(2026, 12, 1, 12, tzinfo=UTC))
    assert end.day == date(2026, 8, 31)
    assert datetime.fromisoformat(end.before).astimezone().date() == end.day


@given(
    st.integers(0, 16 * 366 * 24).map(
        lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    ),
    st.sampled_from(["", "01-01", "02-28", "07-21", "12-31"]),
    st.sampled_from(["eng", "sct"]),
)
def test_an_end_is_never_in_the_future_and_never_older_than_a_year(
    now: datetime, setting: str, nation: str
) -> None:
    end = latest_end(setting, nation, now, UTC)
    assert end.before < timestamp(now)
    assert timedelta(0) < now.date() - end.day <= timedelta(days=366)


@pytest.mark.parametrize(
    ("before", "mark", "done"),
    [
        ("2026-08-31T22:59:59.999Z", "", True),
        ("2026-08-31T09:00:00.000Z", "", True),
        ("2026-10-01T09:00:00.000Z", "", True),
        ("2026-08-30T09:00:00.000Z", "", False),
        ("2026-08-31T22:59:59.999Z", mark_of("7B"), False),
    ],
)
def test_a_year_is_done_once_all_classes_were_cleared_on_its_last_day_or_later(
    before: str, mark: str, done: bool
) -> None:
    end = latest_end("", "eng", datetime(2026, 9, 5, 8, tzinfo=UTC), SUMMER)
    assert was_cleared(end, [Cleared(before, mark)], SUMMER) is done
