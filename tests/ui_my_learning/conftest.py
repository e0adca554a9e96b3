"""My learning in the main window, with records of its own; the modules are read once in a test run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.means import Means
from rse_lessons.progress.facts.learning import Learning
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.staffroom.evidencing import Evidencing
from rse_lessons.training.model import Module, Practice, Question
from rse_lessons.training.walking import paths
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.my_learning.page import MyLearningPage
from rse_lessons.ui.theme import Theme
from tests.ui_settings.small import dressed

TODAY = date(2026, 11, 22)
SAFE = "a-safe-classroom"
REFLECTION = "I jump in *too* early.\n\nNext time I count to ten, môr braf."


@pytest.fixture(scope="session")
def school_read(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> School:
    """Give a school whose modules were read."""
    school = school_in(tmp_path_factory.mktemp("school"))
    assert len(school.modules) == 8
    return school


@dataclass
class Room:
    """The main window with My learning."""

    school: School
    window: LibraryWindow
    store: Store
    theme: Theme
    allowed: bool = True
    evidencing: Evidencing = field(init=False)

    def __post_init__(self) -> None:
        means = Means(
            self.school,
            self.window,
            lambda: self.theme,
            lambda: self.store,
            Summary,
            self._prefer,
            lambda: None,
            lambda _sentence: None,
            lambda: False,
        )
        self.evidencing = Evidencing(
            means, lambda: self.allowed, name=lambda: "Siân Owen", today=lambda: TODAY
        )

    def _prefer(self, **changes: object) -> None:
        self.school.prefer(**changes)

    @property
    def page(self) -> MyLearningPage:
        return self.evidencing.page

    @property
    def kept(self) -> Learning:
        """What the records hold."""
        assert self.store.flush(20)
        return self.store.learning()

    def module(self, name: str = SAFE) -> Module:
        found = self.school.module(name)
        assert found is not None
        return self.school.module_as_shown(found)

    def finish(self, name: str = SAFE) -> Module:
        """Have a module finished: every page, every conversation, and a try with one miss."""
        module = self.module(name)
        record = self.store.record
        record("module-opened", lesson=name)
        for page in module.pages:
            record("module-page", lesson=name, data={"page": page.id, "seconds": 120})
        parts = [part for page in module.pages for part in page.parts]
        for practice in (part for part in parts if isinstance(part, Practice)):
            first = next(paths(practice))
            walk = [f"{scene}" for scene in _steps(practice, first)]
            record("module-practised", lesson=name, data={"block": practice.id, "path": walk})
        bank = [part for part in parts if isinstance(part, Question) and part.page]
        scenes = [one.id for one in bank if one.scenario][:2]
        others = [one.id for one in bank if not one.scenario][:6]
        data = {"asked": [*scenes, *others], "missed": others[:1], "passed": True}
        record("module-tried", lesson=name, data=data)
        record("module-reflected", lesson=name, data={"block": self.reflect(name)}, words=REFLECTION)
        assert self.store.flush(20)
        return module

    def reflect(self, name: str = SAFE) -> str:
        """Give the id of the module's question to think about."""
        parts = (part for page in self.module(name).pages for part in page.parts)
        return next(part.id for part in parts if type(part).__name__ == "Reflect")  # type: ignore[union-attr]


def _steps(practice: Practice, replies: tuple[str, ...]) -> Iterator[str]:
    from rse_lessons.training.walking import Walk

    yield from Walk(practice, replies).path


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, school_read: School) -> Iterator[Room]:
    theme = dressed()
    school_read.prefer(nation="eng")
    window = LibraryWindow(theme)
    store = Store(tmp_path / "progress.sqlite", now=lambda: datetime.now(UTC), tell=print)
    made = Room(school_read, window, store, theme)
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(window.isVisible)
    yield made
    qtbot.waitUntil(lambda: not made.evidencing.reading)
    window.close()
    window.deleteLater()
    store.close()
    QApplication.processEvents()


@pytest.fixture
def opened(qtbot: QtBot, room: Room) -> Room:
    """Open My learning with one module finished and everything read."""
    room.finish()
    with qtbot.waitSignal(room.evidencing.ready, timeout=20_000):
        room.evidencing.open()
    return room
