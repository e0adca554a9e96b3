"""In which languages a lesson is there: how far, draft or reviewed, and whether it may be shown just so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from rse_lessons.i18n.review import Standing

MUCH = 0.9
"""A lesson of which less is in a language would be shown to a class with much English in it."""


@dataclass(frozen=True, slots=True)
class LessonLanguage:
    """A lesson in a language other than English, as far as it is there."""

    tag: str
    name: str
    """What its speakers call it."""
    english: str
    passages: int
    shown: int
    """How many passages are in the language; the others are in English."""
    safety_gaps: int
    """Passages about help and safety that are in English."""
    standing: Standing
    role: str = ""
    """Who read it: `translator`, `fluent-teacher` or `reviewer`; empty while nobody has."""
    on: date | None = None
    """When that was."""
    here: bool = False
    """Whether it was somebody of this school."""

    @property
    def share(self) -> float:
        """How much is in the language, from 0 to 1."""
        return self.shown / self.passages if self.passages else 0.0

    @property
    def to_be_asked(self) -> bool:
        """Whether a teacher is asked before it is shown to a class in this language."""
        return self.safety_gaps > 0 or self.share < MUCH

    @property
    def whole(self) -> bool:
        """Whether nothing is in English."""
        return self.shown == self.passages
