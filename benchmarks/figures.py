"""Figures: what was measured, and what is to be reached. Pure; how they are shown is `table.py`'s."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Measure = Literal["median", "p95", "ratio"]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile: the smallest value that `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a row's median, 95th percentile or ratio may be."""

    of: Measure
    most: float


@dataclass(frozen=True, slots=True)
class Base:
    """What a row is compared with: its name in a few words, and its values."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    values: tuple[float, ...]
    unit: str = "ms"
    limits: tuple[Limit, ...] = ()
    base: Base | None = None
    note: str = ""
    """A sentence to stand below the table."""

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The 95th percentile; with fewer than twenty values it is the largest."""
        return percentile(self.values, 0.95)

    @property
    def ratio(self) -> float | None:
        """The median against the base's, where there is one."""
        return self.median / statistics.median(self.base.values) if self.base else None

    def reached(self, limit: Limit) -> bool:
        """Say whether one limit is kept."""
        value = {"median": self.median, "p95": self.p95, "ratio": self.ratio}[limit.of]
        return value is not None and value <= limit.most

    @property
    def met(self) -> bool | None:
        """Say whether every limit is kept; None when there is none."""
        return all(self.reached(limit) for limit in self.limits) if self.limits else None
