"""What comes of putting a file and its catalogues together, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rse_lessons.settings.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Trouble:
    """A catalogue that cannot be used, in a sentence."""

    path: Path
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Assembled:
    """A file in another language, as far as it is translated."""

    language: str
    text: str
    """What the ordinary readers read."""
    english_lines: frozenset[int]
    """Lines of that text on which English begins: passages, and blocks all of which is English."""
    conditions: frozenset[int]
    """Lines of notes whose condition is translated."""
    english: frozenset[str]
    """Contexts of the passages that stayed English."""
    passages: int
    gaps: int
    """Passages about help and safety among those that stayed English."""
    sum: str
    """What a review of it holds for: its catalogue, with the school's corrections."""
    troubles: tuple[Trouble, ...] = ()

    @property
    def shown(self) -> int:
        """How many passages are in the language."""
        return self.passages - len(self.english)
