"""When a school year's records are to be cleared: on which day, and up to which moment. Pure; no clock.

The day is the last of the school year. Records are due once it is over, for there may be a lesson on it, and
stay due until they were cleared; nothing is ever cleared because a day has come. What to clear, and how, is
in `retention`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import NamedTuple

from rse_lessons.progress.facts.clearing import Cleared
from rse_lessons.progress.facts.events import timestamp

USUAL = "08-31"
BY_NATION: Mapping[str, str] = {"sct": "06-30"}
"""Schools in Scotland end their year in June; elsewhere a new one begins in September."""


class YearEnd(NamedTuple):
    """The end of one school year."""

    day: date
    """Its last day."""
    before: str
    """UTC, as events carry it: what happened then or earlier belongs to it."""


def last_day(setting: str, nation: str) -> tuple[int, int]:
    """Give month and day on which a school year ends: as it was set, such as `07-21`, or the nation's own."""
    month, day = (setting or BY_NATION.get(nation, USUAL)).split("-")
    return int(month), int(day)


def latest_end(setting: str, nation: str, now: datetime, zone: tzinfo | None = None) -> YearEnd:
    """Give the last end of a school year that is over: of yesterday, or of up to a year ago.

    `zone` is where days are counted; None is here.
    """
    here = now.astimezone(zone)
    month, day = last_day(setting, nation)
    ended = date(here.year, month, day)
    if ended >= here.date():
        ended = ended.replace(year=here.year - 1)
    return YearEnd(ended, timestamp(_at(ended, time(23, 59, 59, 999_000), zone)))


def was_cleared(end: YearEnd, cleared: Iterable[Cleared], zone: tzinfo | None = None) -> bool:
    """Whether every class was cleared on the last day of this year or later, here or on another PC."""
    begins = timestamp(_at(end.day, time(), zone))
    return any(not one.mark and one.before >= begins for one in cleared)


def _at(day: date, hour: time, zone: tzinfo | None) -> datetime:
    moment = datetime.combine(day, hour)
    # Without a zone it is the time of this PC, summer time and all.
    return (moment.astimezone() if zone is None else moment.replace(tzinfo=zone)).astimezone(UTC)
