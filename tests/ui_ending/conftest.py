"""A house for tests of an end: records, preferences, a clock, and who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.caretaking.ending import Ending, Surroundings
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.preferences import Preferences
from tests.ui_settings.small import dressed

SPRING = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
AUTUMN = datetime(2026, 9, 12, 8, 0, tzinfo=UTC)
LONG = 20_000
"""Milliseconds that a slow PC may take."""


class House:
    """A folder of records, preferences that are kept, and a clock that the test puts right."""

    def __init__(self, folder: Path) -> None:
        self.records = folder / "data" / "progress.sqlite"
        self.stick = folder / "stick"
        self.shared: Path | None = None
        self.now = SPRING
        self.preferences = Preferences()
        self.told: list[str] = []
        self.busy = False
        self.store = Store(self.records, now=lambda: self.now, tell=self.told.append, retry_seconds=0.01)

    def prefer(self, **changes: object) -> None:
        self.preferences = self.preferences._replace(**changes)  # type: ignore[arg-type]

    def teach(self, label: str) -> None:
        self.store.record("class-added", class_label=label, data={"band": "ks3"})
        data = {"slides": 9, "slide": 4}
        assert self.store.record("started", lesson="ask-first", class_label=label, data=data).wait(20)

    @property
    def labels(self) -> list[str]:
        return [known.label for known in self.store.snapshot().classes]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.store.close()


@pytest.fixture
def ending(qtbot: QtBot, house: House) -> Ending:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Ending(
        Surroundings(
            records=house.records,
            window=window,
            theme=dressed,
            store=lambda: house.store,
            preferences=lambda: house.preferences,
            prefer=house.prefer,
            tell=house.told.append,
            busy=lambda: house.busy,
            shared=lambda: house.shared,
            now=lambda: house.now,
        )
    )


@pytest.fixture
def look(qtbot: QtBot, ending: Ending) -> Callable[[], bool]:
    """Look whether there is something to ask, and say whether it was asked."""

    def looked() -> bool:
        with qtbot.waitSignal(ending.looked, timeout=LONG):
            ending.look()
        return ending.window is not None

    return looked
