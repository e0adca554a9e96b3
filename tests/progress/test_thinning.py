"""Which backups stay: days, weeks, months; never fewer than are there, never without the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.progress.database.thinning import DAYS, MONTHS, WEEKS, to_keep

END = datetime(2026, 7, 17, 8, 30, tzinfo=UTC)


def test_a_school_year_of_daily_backups() -> None:
    days = [END - timedelta(days=back) for back in range(320) if (END - timedelta(days=back)).weekday() < 5]
    kept = sorted(to_keep(days), reverse=True)
    assert kept[:DAYS] == days[:DAYS], "each of the last twelve days"
    weeks = {moment.isocalendar()[:2] for moment in kept}
    assert len(weeks) >= WEEKS
    months = sorted({(moment.year, moment.month) for moment in kept})
    assert len(months) == MONTHS
    assert months[0] == (2025, 11)
    assert len(kept) <= DAYS + WEEKS + MONTHS


def test_holidays_cost_nothing() -> None:
    before, after = END - timedelta(days=45), END
    days = [before - timedelta(days=back) for back in range(6)] + [
        after - timedelta(days=back) for back in range(6)
    ]
    assert to_keep(days) == frozenset(days)


def test_the_newest_of_a_day_stays() -> None:
    days = [END.replace(hour=hour) for hour in (8, 12, 16)]
    assert to_keep(days) == frozenset({END.replace(hour=16)})


def test_what_must_stay_stays() -> None:
    old = END - timedelta(days=3000)
    assert old in to_keep([END - timedelta(days=back) for back in range(400)], always=[old])


moments = st.lists(st.integers(0, 4000 * 24).map(lambda hours: END - timedelta(hours=hours)), max_size=60)


@given(moments)
def test_there_is_always_a_newest_and_never_one_too_many(made: list[datetime]) -> None:
    kept = to_keep(made)
    assert kept <= set(made)
    assert not made or max(made) in kept
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert to_keep(kept) == kept, "thinning again removes nothing"


@given(moments, moments)
def test_day_after_day_the_last_days_are_there(made: list[datetime], more: list[datetime]) -> None:
    """Thinning each time, as the program does, keeps the newest day's backup at every moment."""
    kept: set[datetime] = set()
    for moment in sorted(made + more):
        kept = set(to_keep(kept | {moment}, always=[moment]))
        assert max(kept) == moment
