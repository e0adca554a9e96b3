"""Where and for whom a lesson is printed: a nation's words for it, as data.

Whoever prints makes one of these from the nation's profile and the band; nothing here reads either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Route:
    """One way to get help."""

    name: str
    contact: str = ""
    """A number as it is printed, or a web address; empty for a person in the room."""
    hours: str = ""
    who: str = ""
    """Whom it is for and what they do."""
    to_check: bool = False
    """True when nobody has verified it lately."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a curriculum code stands for."""

    heading: str
    text: str = ""
    to_check: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A nation and a phase, as far as paper needs them."""

    nation: str = ""
    """Its name, such as "Wales"."""
    subject: str = ""
    """What the subject is called there."""
    phase: str = ""
    years: str = ""
    ages: str = ""
    safeguarding_lead: str = "safeguarding lead"
    """What the person is called there."""
    frameworks: tuple[str, ...] = ()
    """The frameworks whose codes are printed, such as `wls`; empty for all that the lesson names."""
    statements: Mapping[str, Statement] = field(default_factory=dict)
    """By code."""
    routes: tuple[Route, ...] = ()
    """The trusted adult first."""
