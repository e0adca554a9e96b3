"""Teacher mode in the main window, with records of its own; the modules are read once in a test run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.means import Means
from rse_lessons.progress.facts.learning import ModuleRecord
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.staffroom.learning import Learning
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import Theme, apply, load_fonts, load_theme
from rse_lessons.ui.training.page import TeacherModePage

GOOD = Path(__file__).parents[1] / "fixtures" / "training" / "good.md"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def school_read(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> School:
    """Give a school with the built-in modules and one of its own."""
    school = school_in(tmp_path_factory.mktemp("school"))
    own = school.training_folders[-1]
    own.mkdir(parents=True)
    text = GOOD.read_text(encoding="utf-8").replace("number = 1\n", "")
    (own / "small-acts.md").write_text(text, encoding="utf-8")
    school.modules  # noqa: B018  read once for all tests
    return school


@dataclass
class Room:
    """The main window with Teacher mode."""

    school: School
    window: LibraryWindow
    store: Store
    theme: Theme
    told: list[str] = field(default_factory=list)
    allowed: bool = True
    today: date = TODAY
    learning: Learning = field(init=False)

    def __post_init__(self) -> None:
        means = Means(
            self.school,
            self.window,
            lambda: self.theme,
            lambda: self.store,
            Summary,
            self.prefer,
            lambda: None,
            self.told.append,
            lambda: False,
        )
        self.learning = Learning(means, lambda: self.allowed, lambda: self.today)

    @property
    def page(self) -> TeacherModePage:
        return self.learning.page

    def prefer(self, **changes: object) -> None:
        self.school.prefer(**changes)
        self.learning.show_again(changes.keys())

    def kinds(self) -> list[str]:
        """Give the kinds of what was recorded, in order."""
        job = self.store.do(lambda journal: [event.kind for event in journal.events()])
        assert job.wait(10)
        return job.result()

    def record(self, module: str) -> ModuleRecord:
        """Give what the records hold of a module."""
        return self.store.learning().record(module)

    def wear(self, name: str, scale: float = 1.0) -> None:
        """Take another theme."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = load_theme(name, scale)
        apply(app, self.theme)
        self.window.set_theme(self.theme)
        QApplication.processEvents()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, school_read: School) -> Iterator[Room]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    theme = load_theme("light")
    apply(app, theme)
    school_read.prefer(nation="eng")
    window = LibraryWindow(theme)
    store = Store(tmp_path / "progress.sqlite", now=lambda: datetime.now(UTC), tell=lambda _sentence: None)
    made = Room(school_read, window, store, theme)
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(window.isVisible)
    yield made
    qtbot.waitUntil(lambda: not made.learning.reading)
    window.close()
    window.deleteLater()
    store.close()


@pytest.fixture
def opened(qtbot: QtBot, room: Room) -> Room:
    """Open Teacher mode, with everything read."""
    with qtbot.waitSignal(room.learning.ready, timeout=20_000):
        room.learning.open()
    return room
