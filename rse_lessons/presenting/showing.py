"""What the class sees, as a value: live, frozen, or covered by black, white, safe or help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rse_lessons.presenting.kind import State


class Shows(StrEnum):
    """What is on the projector."""

    LIVE = "live"
    FROZEN = "frozen"
    BLACK = "black"
    WHITE = "white"
    SAFE = "safe"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Held:
    """A slide that the class keeps while the teacher goes on, as it was when it was frozen."""

    index: int
    states: Mapping[str, State]


@dataclass(frozen=True, slots=True)
class Showing:
    """A cover or none, over a slide that is live or held."""

    cover: Shows | None = None
    held: Held | None = None

    @property
    def shows(self) -> Shows:
        """What the class sees now."""
        if self.cover is not None:
            return self.cover
        return Shows.FROZEN if self.held else Shows.LIVE


def toggled(showing: Showing, shows: Shows, index: int, states: Mapping[str, State]) -> Showing:
    """Show something, or return from it to what was before when it is shown already.

    One cover takes another's place, and leaving it leads back to live or frozen. Freezing holds
    slide `index` with its states, or uncovers the slide that is held.
    """
    if shows is Shows.LIVE:
        return Showing()
    if showing.shows is shows:
        return left(showing)
    if shows is Shows.FROZEN:
        return Showing(held=showing.held or Held(index, states))
    return replace(showing, cover=shows)


def left(showing: Showing) -> Showing:
    """Go one level back: from a cover to what it covers, from frozen to live."""
    return replace(showing, cover=None) if showing.cover else Showing()
