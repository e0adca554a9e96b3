"""A countdown with a soft end: at nought it says so and nothing else happens. The clock is passed in."""

from __future__ import annotations

from collections.abc import Callable

NEARLY = 10.0
"""Seconds before the end that are said to be the last."""


def nearly(left: float, total: float) -> bool:
    """Tell whether so many seconds are the last of `total`: ten, or the last quarter of a short time."""
    return 0 < left <= min(NEARLY, total / 4)


class Timer:
    """Counts down on a monotonic clock of seconds; never started, running, paused or done."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._total = 0.0
        self._left = 0.0
        self._since: float | None = None

    @property
    def total(self) -> float:
        """Seconds it was set to, added time included."""
        return self._total

    @property
    def started(self) -> bool:
        """True from `start` until `stop`."""
        return self._total > 0

    @property
    def running(self) -> bool:
        """True while time is going down."""
        return self._since is not None and self.left() > 0

    @property
    def paused(self) -> bool:
        """True when somebody paused it before its end."""
        return self.started and self._since is None

    @property
    def done(self) -> bool:
        """True once the time is up."""
        return self.started and self.left() <= 0

    @property
    def nearly(self) -> bool:
        """True in its last seconds."""
        return self.started and nearly(self.left(), self._total)

    def left(self) -> float:
        """Give the seconds left, never below nought."""
        return max(0.0, self._raw())

    def over(self) -> float:
        """Give the seconds since its end, for a sentence such as "1 minute over"; nought before."""
        return max(0.0, -self._raw()) if self.started else 0.0

    def start(self, seconds: float) -> None:
        """Begin anew with so many seconds, at least one."""
        self._total = self._left = max(1.0, float(seconds))
        self._since = self._clock()

    def restart(self) -> None:
        """Begin anew with the time it was set to last."""
        if self.started:
            self.start(self._total)

    def stop(self) -> None:
        """Put it away."""
        self._total = self._left = 0.0
        self._since = None

    def pause(self) -> None:
        """Hold the time that is left; a timer that is done stays done."""
        if self.running:
            self._left = self._raw()
            self._since = None

    def resume(self) -> None:
        """Go on after a pause."""
        if self.paused:
            self._since = self._clock()

    def add(self, seconds: float) -> None:
        """Give more time, or less; after the end, the time added begins now."""
        if not self.started:
            return
        if self.done:
            self._total += max(0.0, seconds)
            self._left, self._since = max(0.0, float(seconds)), self._clock()
            return
        change = max(-self.left(), float(seconds))
        self._left += change
        self._total = max(1.0, self._total + change)

    def _raw(self) -> float:
        gone = 0.0 if self._since is None else self._clock() - self._since
        return self._left - gone
