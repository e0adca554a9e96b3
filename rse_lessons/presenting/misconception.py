"""Whether the class has seen what is true: first it thinks about what people say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import Misconception
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class MisconceptionState(State):
    """What people say is always there; what is true comes with the next step."""

    shown: bool = False


def reveal(_block: Misconception, state: MisconceptionState) -> MisconceptionState:
    """Show what is true; it stays."""
    return replace(state, shown=True)


def _read(_block: Misconception, data: Mapping[str, object]) -> MisconceptionState:
    return MisconceptionState(data.get("shown") is True)


KIND = Kind(
    block=Misconception,
    state=MisconceptionState,
    blank=lambda _block: MisconceptionState(),
    read=_read,
    data=lambda state: {"shown": state.shown},
    verbs={"reveal": reveal},
    positions=lambda _block, _state: 1,
    act=lambda block, state, _position: reveal(block, state),
    waits=lambda _block, state: not state.shown,
)
