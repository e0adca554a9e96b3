"""A discussion: nothing of it is kept, what is said stays in the room. Acting on it starts its timer."""

from __future__ import annotations

from dataclasses import dataclass

from rse_lessons.lesson.model import Discuss
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class DiscussState(State):
    """A discussion has no state but its timer, which belongs to the session."""


KIND = Kind(
    block=Discuss,
    state=DiscussState,
    blank=lambda _block: DiscussState(),
    read=lambda _block, _data: DiscussState(),
    data=lambda _state: {},
    positions=lambda _block, _state: 1,
    seconds=lambda block: block.seconds,
)
