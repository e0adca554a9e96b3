"""What lessons are checked against, read with the first need: the shelf shows lessons without it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache


class LaterCodes(Mapping[str, Collection[str]]):
    """Codes by framework, read from the nations' files when the first lesson is checked."""

    def __init__(self, read: Callable[[], Mapping[str, Collection[str]]]) -> None:
        self._read = cache(read)

    def __getitem__(self, framework: str) -> Collection[str]:
        return self._read()[framework]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


class LaterNames(Collection[str]):
    """Names of placeholders, read when the first lesson is checked."""

    def __init__(self, read: Callable[[], Collection[str]]) -> None:
        self._read = cache(read)

    def __contains__(self, name: object) -> bool:
        return name in self._read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())
