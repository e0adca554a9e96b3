"""What the class chose in a quiz, and whether the ones to remember are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import Quiz
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class QuizState(State):
    """The ids chosen, in the order of the options."""

    chosen: tuple[str, ...] = ()
    revealed: bool = False
    """True when the options to remember, and the explanation of each chosen one, are shown."""


def choose(block: Quiz, state: QuizState, option_id: str) -> QuizState:
    """Choose an option, or let go of one that is chosen. With one answer, the last choice counts."""
    if option_id not in {option.id for option in block.options}:
        return state
    if option_id in state.chosen:
        chosen = {other for other in state.chosen if other != option_id}
    elif len(block.answers) > 1:
        chosen = {*state.chosen, option_id}
    else:
        chosen = {option_id}
    return replace(state, chosen=tuple(option.id for option in block.options if option.id in chosen))


def reveal(_block: Quiz, state: QuizState) -> QuizState:
    """Show the options to remember; they stay shown until the block is reset."""
    return replace(state, revealed=True)


def _act(block: Quiz, state: QuizState, position: int) -> QuizState:
    return choose(block, state, block.options[position].id)


def _read(block: Quiz, data: Mapping[str, object]) -> QuizState:
    kept = data.get("chosen")
    words = kept if isinstance(kept, list | tuple) else ()
    known = tuple(option.id for option in block.options if option.id in words)
    return QuizState(known if len(block.answers) > 1 else known[:1], data.get("revealed") is True)


def _data(state: QuizState) -> dict[str, object]:
    return {"chosen": list(state.chosen), "revealed": state.revealed}


KIND = Kind(
    block=Quiz,
    state=QuizState,
    blank=lambda _block: QuizState(),
    read=_read,
    data=_data,
    verbs={"choose": choose, "reveal": reveal},
    positions=lambda block, _state: len(block.options),
    act=_act,
)
