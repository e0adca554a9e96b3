"""One moment of a lesson being given, as a value, and what differs between two moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rse_lessons.presenting.ink import Drawing
from rse_lessons.presenting.kind import State
from rse_lessons.presenting.showing import Showing, Shows
from rse_lessons.presenting.stages import StagePlan
from rse_lessons.presenting.tools import Tools


class What(StrEnum):
    """What of a session changed."""

    SLIDE = "slide"
    SHOWS = "shows"
    BLOCK = "block"
    TIMER = "timer"
    FOCUS = "focus"
    PLAN = "plan"
    LOCK = "lock"
    TOOLS = "tools"


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
    seen: frozenset[int] = frozenset()
    """Slides marked sensitive that the class may see, because the teacher showed them once."""
    locked: bool = False
    tools: Tools = field(default_factory=Tools)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    """By the page of the slide; what is drawn stays when the tool is put away."""

    @property
    def class_index(self) -> int:
        """The class's slide, which lies under a cover too."""
        return self.showing.held.index if self.showing.held else self.index

    @property
    def class_states(self) -> Mapping[str, State]:
        """The states that the class sees: those of the moment of freezing while it is frozen."""
        return self.showing.held.states if self.showing.held else self.states

    @property
    def class_tools(self) -> Tools:
        """The tools that the class sees: those of the moment of freezing while it is frozen."""
        return self.showing.held.tools if self.showing.held else self.tools

    @property
    def class_drawings(self) -> Mapping[str, Drawing]:
        """The drawings that the class sees, standing still in the same way."""
        return self.showing.held.drawings if self.showing.held else self.drawings

    @property
    def shows(self) -> Shows:
        """What the class sees."""
        return self.showing.shows


def difference(before: Moment, after: Moment) -> frozenset[What]:
    """Tell what changed; empty when nothing did."""
    changed: set[What] = set()
    if (before.index, before.class_index, before.finished) != (
        after.index,
        after.class_index,
        after.finished,
    ):
        changed.add(What.SLIDE)
    # A step leaves most of a moment as the very same values: those need no comparing.
    for what, old, new in (
        (What.SHOWS, before.showing, after.showing),
        (What.BLOCK, before.states, after.states),
        (What.FOCUS, before.focus, after.focus),
        (What.PLAN, before.plan, after.plan),
        (What.PLAN, before.forgiven, after.forgiven),
        (What.LOCK, before.locked, after.locked),
        (What.TOOLS, before.tools, after.tools),
    ):
        if old is not new and old != new:
            changed.add(what)
    if before.drawings is not after.drawings:
        changed.add(What.TOOLS)
    return frozenset(changed)
