"""What a clearing leaves: which events are dead, wherever they come from. Pure; no disk, no clock.

A clearing is itself an event, a tombstone: it travels between PCs like any other, and what it has cleared is
deleted wherever it arrives, and is not taken in again. It names a class by its mark alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rse_lessons.progress.facts.events import CLEARINGS, TRAINING, TRAINING_MARK, mark_of, timestamp

if TYPE_CHECKING:
    from rse_lessons.progress.facts.events import Event


class Cleared(NamedTuple):
    """One clearing."""

    before: str
    """UTC time, as events carry it: what happened then or earlier is gone."""
    mark: str
    """`events.mark_of` the class; empty for every class; `events.TRAINING_MARK` for the training."""


def cleared_by(events: Iterable[Event]) -> Iterator[Cleared]:
    """Give the clearings that are among the events."""
    for event in events:
        if event.kind == "classes-cleared":
            yield cleared_of(event.data)


def cleared_of(data: Mapping[str, object]) -> Cleared:
    """Give the clearing that a tombstone's data tells of."""
    return Cleared(str(data.get("before", "")), str(data.get("mark", "")))


def is_dead(event: Event, cleared: Iterable[Cleared]) -> bool:
    """Whether one of the clearings took this event away. A tombstone itself never dies."""
    if event.kind in CLEARINGS:
        return False
    if event.kind in TRAINING:
        return any(event.time <= one.before and one.mark == TRAINING_MARK for one in cleared)
    return any(
        event.time <= one.before and (not one.mark or one.mark == mark_of(event.class_label))
        for one in cleared
    )


def later(moment: str) -> str:
    """Give the next moment after one, as events carry it."""
    return timestamp(datetime.fromisoformat(moment) + timedelta(milliseconds=1))
