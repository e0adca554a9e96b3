"""How long ago a help route was checked, and which have waited for a year.

Numbers and addresses change, and a child may need them. A source's own day counts, and so does the day on
which somebody of this school looked a route up; the latter only for the very contact that was looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from rse_lessons.nation.profiles import HelpRoute

YEAR = timedelta(days=365)
FIXED = ("999", "101")
"""The police's and the emergency services' own numbers. They are set for the whole UK and do not move, and
nobody is to ring them to see whether they answer."""


def checked_on(route: HelpRoute, by_school: Mapping[str, str]) -> date | None:
    """Give the last day on which a route is known to have been right; None when no day is known.

    `by_school` is what `mark` made. A day that makes no sense counts as none.
    """
    day, _space, contact = by_school.get(route.id, "").partition(" ")
    own = None
    if contact == route.contact:
        try:
            own = date.fromisoformat(day)
        except ValueError:
            own = None
    return max((known for known in (route.verified_on, own) if known is not None), default=None)


def mark(route: HelpRoute, day: date) -> tuple[str, str]:
    """Give what is to be kept when somebody tried a route on `day`: its id, and the day with the contact."""
    return route.id, f"{day.isoformat()} {route.contact}"


def stale(
    routes: Iterable[HelpRoute], today: date, by_school: Mapping[str, str] | None = None
) -> tuple[HelpRoute, ...]:
    """Give the routes that nobody is known to have checked in the last year.

    A person is no route to check, and what is FIXED needs none.
    """
    return tuple(route for route in routes if _can_change(route) and _waits(route, today, by_school or {}))


def _can_change(route: HelpRoute) -> bool:
    return route.kind != "person" and route.contact not in FIXED


def _waits(route: HelpRoute, today: date, by_school: Mapping[str, str]) -> bool:
    day = checked_on(route, by_school)
    return day is None or today - day > YEAR or day > today
