"""The invented people of a lesson, and what each of them does in its story."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pronoun(StrEnum):
    """How a lesson speaks of an invented character."""

    SHE = "she"
    HE = "he"
    THEY = "they"
    IT = "it"


class Role(StrEnum):
    """What a character does in the story; one may have several."""

    HARMS = "harms"
    """Pressures, deceives, hurts or shares without a yes."""
    HARMED = "harmed"
    """Somebody does that to them."""
    HELPS = "helps"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Character:
    """An invented person, and what is needed to see who always harms in a library and who never helps."""

    name: str
    pronoun: Pronoun | None = None
    """None when the author did not say."""
    roles: frozenset[Role] = frozenset()
    again: bool = False
    """True when the author uses a name of another lesson on purpose."""
