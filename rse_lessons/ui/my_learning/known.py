"""What My learning shows: plain values that its owner makes from modules and records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

FROM_APP = ("module", "rehearsed")
"""What the app knows by itself, beside what a teacher logs."""


class ModuleLine(NamedTuple):
    """A module on the path."""

    id: str
    title: str
    number: int = 0
    """0 for one of the school's own."""
    state: str = "new"
    """`new`, `begun`, `finished` or `renew`."""
    read: int = 0
    pages: int = 0
    walked: int = 0
    practices: int = 0
    minutes_left: int = 0
    passed: date | None = None
    right: int = 0
    """Of the last try that was passed."""
    asked: int = 0
    due: date | None = None
    soon: bool = False


class NextStep(NamedTuple):
    """Where to go on."""

    module: str
    title: str
    page: str = ""
    again: bool = False


class ReflectionLine(NamedTuple):
    """Something that the teacher wrote at the end of a module."""

    module: str
    block: str
    title: str
    """The module's."""
    prompt: str = ""
    """Empty when the module does not ask it any more."""
    words: str = ""
    """Empty when it was written on another PC."""
    day: date | None = None


class EvidenceLine(NamedTuple):
    """A line of the log."""

    id: str
    """Empty for what the app knows by itself."""
    what: str
    """A word of `events.EVIDENCE`, or of `FROM_APP`."""
    day: date
    minutes: int
    words: str = ""
    title: str = ""
    """Of the module or the lesson, for what the app knows."""
    practised: int = 0
    tries: int = 0


class NoteLine(NamedTuple):
    """A note for the mentor."""

    id: str
    words: str = ""
    day: date | None = None


class CertificateLine(NamedTuple):
    """A certificate that was saved."""

    code: str
    modules: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that the page shows."""

    modules: Sequence[ModuleLine] = ()
    next: NextStep | None = None
    minutes_app: int = 0
    minutes_logged: int = 0
    reflections: Sequence[ReflectionLine] = ()
    evidence: Sequence[EvidenceLine] = ()
    """Newest first."""
    notes: Sequence[NoteLine] = ()
    """Newest first."""
    certificates: Sequence[CertificateLine] = ()
    """Newest first."""
    today: date = date.min
    reading: bool = False
    """Whether it is still being read."""

    @property
    def finished(self) -> int:
        """How many modules are finished."""
        return sum(one.state in ("finished", "renew") for one in self.modules)

    @property
    def due(self) -> tuple[ModuleLine, ...]:
        """Modules that are due to be learnt again, or will be within a month; the first first."""
        return tuple(sorted((one for one in self.modules if one.soon), key=lambda one: one.due or date.max))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done yet."""
        begun = any(one.state != "new" for one in self.modules)
        return not (begun or self.evidence or self.notes or self.reflections or self.certificates)
