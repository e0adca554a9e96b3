"""Measures at calm moments: a virtual machine's host may take the processors away for a while.

What is measured then says more of the host than of the program. So each part is measured again where much
was taken, and of all tries the calmest counts, whatever its figures; the table says how often that was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from benchmarks.machine import processor_times, stolen

CALM = 0.01
"""A share of the processors' time that may be taken without much harm."""
TRIES = 3
"""So often is a part measured at most."""

B = TypeVar("B")
T = TypeVar("T")


class Calmest(NamedTuple, Generic[T]):
    """What came of the calmest of several tries."""

    made: T
    taken: float
    """The share of the processors' time that the host took, from 0 to 1."""
    tries: int


def at_calmest(
    measure: Callable[[B], T], places: Sequence[B], times: Callable[[], Sequence[int]] = processor_times
) -> Calmest[T]:
    """Measure in one place after the other until the host left the processors alone; give the calmest try."""
    tried: list[Calmest[T]] = []
    for place in places:
        before = times()
        made = measure(place)
        tried.append(Calmest(made, stolen(before, times()), len(tried) + 1))
        if tried[-1].taken <= CALM:
            break
    return min(tried, key=lambda one: one.taken)._replace(tries=len(tried))


def how_calm(done: Mapping[str, Calmest[T]]) -> str:
    """Say how much of the processors' time the host took away, and what was measured again for that."""
    most = max((part.taken for part in done.values()), default=0)
    said = f"The host took up to {most:.1%} of the processors' time away."
    again = [f"{name} ({part.tries} times)" for name, part in done.items() if part.tries > 1]
    if again:
        said += (
            f" What was measured while it took more than {CALM:.0%} was measured again, and the calmest time"
            f" is shown: {', '.join(again)}."
        )
    return said
