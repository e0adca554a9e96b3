"""The order in which a class has its lessons, and which comes next. Pure; no disk, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rse_lessons.progress.facts.summary import ClassInfo, Standing


class Placed(Protocol):
    """A lesson on the shelf."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def band(self) -> str | None:
        """The age band that it is for."""


def order_of(known: ClassInfo, lessons: Iterable[Placed]) -> tuple[str, ...]:
    """Give the ids of a class's lessons in order: its plan, then what its ages have on the shelf besides.

    A lesson that came later, in a pack say, stands at the end until somebody moves it. One that is no
    longer there is left out.
    """
    there = {lesson.id: lesson.band for lesson in lessons}
    planned = [lesson for lesson in known.plan if lesson in there]
    besides = [lesson for lesson, band in there.items() if known.band and band == known.band]
    return tuple(dict.fromkeys([*planned, *besides]))


def coming(order: Iterable[str], standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """Give what of the order is neither begun nor taught nor left out: the first of it comes next."""
    return tuple(lesson for lesson in order if _waits(standings.get(lesson)))


def _waits(standing: Standing | None) -> bool:
    return standing is None or not (standing.status or standing.skipped or standing.taught)
