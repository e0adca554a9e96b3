"""How many lines of a `reveal` the class has seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import Reveal
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class RevealState(State):
    """Lines shown, from the first."""

    shown: int = 0


def reveal(block: Reveal, state: RevealState) -> RevealState:
    """Show the next line; after the last, nothing changes."""
    return replace(state, shown=min(len(block.items), state.shown + 1))


def has_more(block: Reveal, state: RevealState) -> bool:
    """Tell whether lines are still hidden."""
    return state.shown < len(block.items)


def _read(block: Reveal, data: Mapping[str, object]) -> RevealState:
    shown = data.get("shown")
    if isinstance(shown, bool) or not isinstance(shown, int):
        return RevealState()
    return RevealState(min(len(block.items), max(0, shown)))


KIND = Kind(
    block=Reveal,
    state=RevealState,
    blank=lambda _block: RevealState(),
    read=_read,
    data=lambda state: {"shown": state.shown},
    verbs={"reveal": reveal},
    positions=lambda block, _state: 1 if block.items else 0,
    act=lambda block, state, _position: reveal(block, state),
    waits=has_more,
)
