"""How long the class has been in each stage, and what of it is still to be recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.lesson.model import Stage

LONGEST_GAP = 30 * 60.0
"""The console asks every second, so a longer silence of the clock is a PC that slept."""


class StageClock:
    """Counts seconds for the stage it was put to, while it runs."""

    def __init__(self, clock: Callable[[], float], stage: Stage, earlier: Mapping[Stage, float]) -> None:
        self._clock = clock
        self._stage = stage
        self._seconds: dict[Stage, float] = dict(earlier)
        self._owed: dict[Stage, float] = {}
        self._since: float | None = clock()

    def seconds(self, stage: Stage) -> float:
        """Give the seconds spent in one stage."""
        self._count()
        return self._seconds.get(stage, 0.0)

    def total(self) -> float:
        """Give the seconds spent in all stages together."""
        self._count()
        return sum(self._seconds.values())

    def move(self, stage: Stage) -> tuple[tuple[Stage, int], ...]:
        """Count for another stage from now on; give what is to be recorded of the one left."""
        if stage is self._stage:
            return ()
        owed = self.owed()
        self._stage = stage
        return owed

    def owed(self) -> tuple[tuple[Stage, int], ...]:
        """Give whole seconds that nobody has recorded yet, and take them as recorded."""
        self._count()
        whole = tuple((stage, int(seconds)) for stage, seconds in self._owed.items() if int(seconds) > 0)
        for stage, seconds in whole:
            self._owed[stage] -= seconds
        return whole

    def stop(self) -> None:
        """Stop counting."""
        self._count()
        self._since = None

    def go(self) -> None:
        """Count again after a stop."""
        if self._since is None:
            self._since = self._clock()

    def _count(self) -> None:
        if self._since is None:
            return
        now = self._clock()
        gone = min(max(0.0, now - self._since), LONGEST_GAP)
        self._since = now
        self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + gone
        self._owed[self._stage] = self._owed.get(self._stage, 0.0) + gone
