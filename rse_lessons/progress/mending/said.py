"""Sentences with a number, a day or a file's name in them, which a window can show in its own language.

The text is a constant; what stands in its braces comes apart from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, or a few that belong together."""

    text: str
    values: Mapping[str, str | int | datetime] = field(default_factory=dict)
    """What stands in its braces; a moment is in the time of this PC."""

    @property
    def plain(self) -> str:
        """The sentence in English, as a terminal shows it."""
        return self.text.format(**{name: _plain(value) for name, value in self.values.items()})


def _plain(value: str | int | datetime) -> str:
    return f"{value.day} {value:%B %Y}, {value:%H:%M}" if isinstance(value, datetime) else str(value)


def plain(sentences: Iterable[Said]) -> str:
    """Give sentences in English, one after the other."""
    return " ".join(said.plain for said in sentences)
