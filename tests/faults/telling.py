"""What every trial from the command line ends with: its figures, for a person or for a program."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping
from typing import Any, Protocol

CANNOT = 77
"""The exit status of what cannot be tried on this system; 2 is that of words nobody understands."""


class Found(Protocol):
    """What a trial found."""

    __slots__: tuple[str, ...]
    wrong: Counter[str]
    told: Counter[str]

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""

    def rows(self) -> Mapping[str, int]:
        """What a table shows."""


def seed_of(chosen: int | None) -> int:
    """Give the seed that was chosen, or a new one."""
    return chosen if chosen is not None else random.randrange(10**9)  # noqa: S311 - a dice


def tell(result: Found, seed: int, *, as_json: bool, told: int | None = 10) -> int:
    """Print what was found, with so many of the sentences that were told, and give the exit status."""
    if as_json:
        found: dict[str, Any] = {name: getattr(result, name) for name in result.__slots__}
        print(json.dumps(found))
        return 0 if result.good else 1
    print(f"{'seed':<46}{seed:>12}")
    for row, value in result.rows().items():
        print(f"{row:<46}{value:>12,}")
    later: Any = getattr(result, "told_later", Counter())
    for sentence, count in [
        *result.wrong.most_common(20),
        *result.told.most_common(told),
        *later.most_common(),
    ]:
        print(f"{count} x {sentence}")
    return 0 if result.good else 1
