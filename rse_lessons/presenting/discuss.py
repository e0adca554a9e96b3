"""A discussion: how far think, pair, share has come. What is said stays in the room and is not kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import Discuss, TalkStep
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class DiscussState(State):
    """Which step the class has reached; its timer belongs to the session."""

    step: int = 0
    """Counted from 1; 0 before the first, and always in a discussion without steps."""


def here(block: Discuss, state: DiscussState) -> TalkStep | None:
    """Give the step that the class has reached; None before the first, and where there are none."""
    return block.talk_steps[state.step - 1] if 0 < state.step <= len(block.talk_steps) else None


def seconds(block: Discuss, state: DiscussState) -> int:
    """Give the time of the step reached, of the first one before that, or of the whole discussion."""
    step = here(block, state) or next(iter(block.talk_steps), None)
    return step.seconds if step else block.seconds


def has_more(block: Discuss, state: DiscussState) -> bool:
    """Tell whether a step is still to come."""
    return state.step < len(block.talk_steps)


def forward(block: Discuss, state: DiscussState) -> DiscussState:
    """Go on to the next step; after the last, nothing changes."""
    return replace(state, step=min(len(block.talk_steps), state.step + 1))


def backward(_block: Discuss, state: DiscussState) -> DiscussState:
    """Go back a step; before the first, nothing changes."""
    return replace(state, step=max(0, state.step - 1))


def choose(block: Discuss, state: DiscussState, way: str) -> DiscussState:
    """Go to a step by its way, `think`, `pair` or `share`."""
    ways = [step.way for step in block.talk_steps]
    return replace(state, step=ways.index(way) + 1) if way in ways else state


def again(_block: Discuss, _state: DiscussState) -> DiscussState:
    """Go back to before the first step."""
    return DiscussState()


def _read(block: Discuss, data: Mapping[str, object]) -> DiscussState:
    step = data.get("step")
    if isinstance(step, bool) or not isinstance(step, int):
        return DiscussState()
    return DiscussState(min(len(block.talk_steps), max(0, step)))


def _follow(block: Discuss, before: DiscussState, after: DiscussState, position: int) -> int:
    """Go along with the steps, unless the keyboard stands at the timer."""
    moved = before.step != after.step and position < len(block.talk_steps)
    return max(0, after.step - 1) if moved else position


KIND = Kind(
    block=Discuss,
    state=DiscussState,
    blank=lambda _block: DiscussState(),
    read=_read,
    data=lambda state: {"step": state.step},
    verbs={"reveal": forward, "undo": backward, "choose": choose, "again": again},
    # Its steps, and the timer after them.
    positions=lambda block, _state: len(block.talk_steps) + 1,
    follow=_follow,
    seconds=lambda block: block.seconds,
    waits=has_more,
)
