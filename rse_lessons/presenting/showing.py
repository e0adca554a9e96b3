"""What the class sees, as a value: live, held, or covered by black, white, safe or help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rse_lessons.presenting.ink import Drawing
from rse_lessons.presenting.kind import State
from rse_lessons.presenting.tools import Tools


class Shows(StrEnum):
    """What is on the projector."""

    LIVE = "live"
    FROZEN = "frozen"
    PRIVATE = "private"
    """Still the slide before, while the teacher looks first at one that is marked sensitive."""
    BLACK = "black"
    WHITE = "white"
    SAFE = "safe"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Held:
    """A slide that the class keeps while the teacher goes on, as it was when it was held."""

    index: int
    states: Mapping[str, State]
    calm: bool = False
    """Nothing was shown to the class yet, so that it sees a calm picture and not this slide."""
    tools: Tools = field(default_factory=Tools)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Showing:
    """A cover or none, over a slide that is live or held."""

    cover: Shows | None = None
    held: Held | None = None
    private: bool = False
    """Held until the teacher shows the slide that was looked at first, not by freezing."""

    @property
    def shows(self) -> Shows:
        """What the class sees now."""
        if self.cover is not None:
            return self.cover
        if self.held is None:
            return Shows.LIVE
        return Shows.PRIVATE if self.private else Shows.FROZEN


def toggled(showing: Showing, shows: Shows, now: Held) -> Showing:
    """Freeze or cover, or return from it to what was before when it is shown already.

    One cover takes another's place, and leaving it leads back to live or frozen. Freezing holds
    the slide as it is `now`, or uncovers the slide that is held. Live and looking first
    are no covers, and change nothing here.
    """
    if shows in (Shows.LIVE, Shows.PRIVATE):
        return showing
    if showing.shows is shows:
        return left(showing)
    if shows is Shows.FROZEN:
        return Showing(held=showing.held or now)
    return replace(showing, cover=shows)


def left(showing: Showing) -> Showing:
    """Go one level back: from a cover to what it covers, from frozen to live."""
    return replace(showing, cover=None) if showing.cover else Showing()
