"""A clock that the test moves, a store on a real file, and the sentences it told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rse_lessons.progress.recording.store import Store
from tests.progress.cutting import CutOff, small_process


class Clock:
    """A clock of the test's own; it goes on by a second each time somebody looks."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def cut_off() -> Iterator[CutOff]:
    with small_process() as cut:
        yield cut


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "progress.sqlite"


@pytest.fixture
def open_store(path: Path, clock: Clock, told: list[str]) -> Iterator[Callable[..., Store]]:
    """Open stores on the test's file; whatever is still open at the end is closed."""
    opened: list[Store] = []

    def open_one(**options: Any) -> Store:
        wanted = {"now": clock, "tell": told.append, "busy_seconds": 0.05, "retry_seconds": 0.01}
        opened.append(Store(path, **{**wanted, **options}))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()
