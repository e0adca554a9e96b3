"""What a kind of activity is to the session: its state and the pure functions on it.

A new kind is a module with a state class and functions from state to state, and one line in
`activity.KINDS`. The session knows kinds through this alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True)
class State:
    """What the class has done with one block; every kind's state is one of these."""


B = TypeVar("B")
S = TypeVar("S", bound=State)


def _no_positions(_block: object, _state: object) -> int:
    return 0


AWAY = -1_000
"""A position that is none: the keyboard leaves the activity."""


def _never(_block: object, _state: object) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Kind(Generic[B, S]):
    """One kind of activity, as functions."""

    block: type[B]
    state: type[S]
    blank: Callable[[B], S]
    """The state before anybody has done anything."""
    read: Callable[[B, Mapping[str, object]], S]
    """A state from kept data; what makes no sense in it is passed over."""
    data: Callable[[S], dict[str, object]]
    """What may be kept of a state: small counts are masked here. `read` takes it back."""
    verbs: Mapping[str, Callable[..., S]] = field(default_factory=dict)
    """What can be done, by name: `verb(block, state, *words) -> state`."""
    positions: Callable[[B, S], int] = _no_positions
    """How many places the keyboard's focus can stand at; 0 keeps it out."""
    act: Callable[[B, S, int], S] | None = None
    """Enter or Space at a position."""
    steer: Callable[[B, S, str], S | None] | None = None
    """An arrow, `left`, `right`, `up` or `down`; None, or no function, moves the focus instead."""
    put_back: Callable[[B, S], S | None] | None = None
    """Escape inside the activity; None, or no function, leaves it."""
    follow: Callable[[B, S, S, int], int] | None = None
    """The focus's position after a step: (block, before, after, position); it stays without this.

    AWAY gives the keyboard back to moving through the slides.
    """
    typed: Callable[[B, S, int, int], S] | None = None
    """A number typed at a position."""
    seconds: Callable[[B], int] | None = None
    """The time of the timer that acting starts, for kinds that have one."""
    waits: Callable[[B, S], bool] = _never
    """Whether something is still to come here: Next then does `reveal` before it leaves the slide."""
