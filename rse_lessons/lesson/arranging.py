"""How cards are laid out wherever they are shown, on a screen or on paper: mixed, and in a diamond."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

from rse_lessons.lesson.model import Option

T = TypeVar("T")


def mixed(options: Sequence[Option]) -> list[Option]:
    """Give options in an order that does not tell: always the same, never the author's."""
    found = sorted(options, key=lambda option: zlib.crc32(option.id.encode()))
    return found[1:] + found[:1] if len(found) > 1 and found == list(options) else found


def diamond_rows(count: int) -> list[int]:
    """Give how many places each row of a diamond has: 1, 2, 3, 2, 1 for nine; the last rows may be short."""
    side = 1
    while side * side < count:
        side += 1
    rows, left = [], count
    for index in range(2 * side - 1):
        size = min(index + 1, 2 * side - 1 - index, left)
        if size:
            rows.append(size)
        left -= size
    return rows


def in_diamond(things: Sequence[T]) -> list[list[T]]:
    """Part things into the rows of a diamond, from its top."""
    rows, start = [], 0
    for size in diamond_rows(len(things)):
        rows.append(list(things[start : start + size]))
        start += size
    return rows
