"""The passcode of the console: a passcode's file that also remembers whether a console is locked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from rse_lessons.settings.passcode import FREE, LONGEST, SHORTEST, WAITS, Answer, Cost, Passcode

__all__ = ["FREE", "LONGEST", "SHORTEST", "WAITS", "Answer", "ConsoleLock", "Cost"]


class ConsoleLock(Passcode):
    """Knows whether there is a passcode, judges tries, and remembers that a console is locked.

    A file that is missing or makes no sense holds no passcode: to delete it is the way back.
    """

    MORE: ClassVar[Mapping[str, object]] = {"locked": False}

    @property
    def locked(self) -> bool:
        """Whether a console was locked and not unlocked since, in this run or an earlier one."""
        return self._kept is not None and self._kept.more.get("locked") is True

    def remember(self, *, locked: bool) -> None:
        """Keep that the console is locked, or no longer is, for the next start."""
        if self._kept is not None and self.locked != locked:
            self._keep(replace(self._kept, more={**self._kept.more, "locked": locked}))
