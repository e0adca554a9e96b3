"""Which backups are kept when there are many: days, then weeks, then months. Pure; no disk, no clock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days of use, weeks and months are kept, the newest backup of each."""


def to_keep(moments: Iterable[datetime], always: Collection[datetime] = ()) -> frozenset[datetime]:
    """Give the moments whose backups stay. Only good backups belong in `moments`.

    The newest of each of the last 12 days that have one, of the last 10 weeks and of the last 9 months. A
    day, a week or a month without a backup takes no place, so that holidays cost nothing. What is in
    `always` stays, too, and the newest of all always does.
    """
    newest_first = sorted(set(moments), reverse=True)
    kept = set(always)
    for many, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept |= _newest_of_each(newest_first, period, many)
    return frozenset(kept)


def _newest_of_each(
    newest_first: Iterable[datetime], period: Callable[[datetime], tuple[int, ...]], many: int
) -> set[datetime]:
    found: dict[tuple[int, ...], datetime] = {}
    for moment in newest_first:
        if len(found) == many:
            break
        found.setdefault(period(moment), moment)
    return set(found.values())


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month
