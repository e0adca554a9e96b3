"""One moment of a lesson being given, as a value, and what differs between two moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rse_lessons.presenting.kind import State
from rse_lessons.presenting.showing import Showing, Shows
from rse_lessons.presenting.stages import StagePlan


class What(StrEnum):
    """What of a session changed."""

    SLIDE = "slide"
    SHOWS = "shows"
    BLOCK = "block"
    TIMER = "timer"
    FOCUS = "focus"
    PLAN = "plan"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the keyboard is in an activity."""

    block_id: str
    position: int
    """Counted from 0 in the order of the block's options."""
    typed: int | None = field(default=None, compare=False)
    """The number typed here so far."""


@dataclass(frozen=True, slots=True)
class Moment:
    """All that a session holds but its clocks."""

    index: int
    """The teacher's slide."""
    states: Mapping[str, State]
    """Of every block that keeps one."""
    plan: tuple[StagePlan, ...]
    showing: Showing = field(default_factory=Showing)
    focus: Focus | None = None
    forgiven: float = 0.0
    """Seconds behind that a new plan has made up for."""
    finished: bool = False
    locked: bool = False

    @property
    def class_index(self) -> int:
        """The class's slide, which lies under a cover too."""
        return self.showing.held.index if self.showing.held else self.index

    @property
    def class_states(self) -> Mapping[str, State]:
        """The states that the class sees: those of the moment of freezing while it is frozen."""
        return self.showing.held.states if self.showing.held else self.states

    @property
    def shows(self) -> Shows:
        """What the class sees."""
        return self.showing.shows


def difference(before: Moment, after: Moment) -> frozenset[What]:
    """Tell what changed; empty when nothing did."""
    changed = {
        What.SLIDE: (before.index, before.class_index, before.finished)
        != (after.index, after.class_index, after.finished),
        What.SHOWS: before.showing != after.showing,
        What.BLOCK: before.states != after.states,
        What.FOCUS: before.focus != after.focus,
        What.PLAN: (before.plan, before.forgiven) != (after.plan, after.forgiven),
        What.LOCK: before.locked != after.locked,
    }
    return frozenset(what for what, yes in changed.items() if yes)
