"""Which events a step of a session leaves behind. Small counts are masked before they get here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rse_lessons.lesson.model import Stage
from rse_lessons.presenting import ink
from rse_lessons.presenting.activity import VoteState, to_data
from rse_lessons.presenting.moment import Moment

Event = tuple[str, Mapping[str, object]]


def stage_events(owed: Iterable[tuple[Stage, int]]) -> Iterator[Event]:
    """Yield the seconds spent in stages since they were last recorded."""
    for stage, seconds in owed:
        yield "stage", {"stage": str(stage), "seconds": seconds}


def events(before: Moment, after: Moment) -> Iterator[Event]:
    """Yield what is to be recorded of a step, in order.

    A state is recorded when what may be kept of it changed: counts that stay under five leave no
    trail of events from which they could be told.
    """
    shown = after.class_index in after.seen - before.seen
    if after.class_index != before.class_index or shown:
        yield "slide", {"slide": after.class_index}
    for block_id, state in after.states.items() if after.states is not before.states else ():
        old = before.states[block_id]
        if state is old:
            continue
        data = to_data(state)
        if data != to_data(old):
            if isinstance(state, VoteState):
                yield "tally", {"block": block_id, "counts": data.get("counts", {})}
            yield "block", {"block": block_id, "state": data}
    yield from ink.events(before.drawings, after.drawings)
    if after.finished and not before.finished:
        yield "finished", {}
