"""What every test has: a classroom of two screens that nobody sees, and no network."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Generator, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tests.letting_go import letting_go

if TYPE_CHECKING:
    from rse_lessons.school import School

# Qt's offscreen platform with a teacher's screen of 1280 x 720 beside a projector of 1920 x 1080;
# tests of rooms with more screens run by themselves, and name another file.
SCREENS = Path(__file__).parent / "fixtures" / os.environ.get("RSE_LESSONS_TEST_SCREENS", "screens.json")
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
os.environ.pop("QT_STYLE_OVERRIDE", None)

# How long an example takes is for benchmarks to say: on a busy PC a quick one takes half a second.
# Each run draws others, so that fifty, or as many as a test says, become hundreds in a day.
settings.register_profile("tests", deadline=None, max_examples=50)
settings.load_profile("tests")

waiting: list[object] = []
"""What waited for signals in this test: what was emitted on another thread and has not come yet is brought to
it even after it has been disconnected, and Python crashes where it is gone by then (PySide6 6.11)."""


def kept(waits: Callable[..., object]) -> Callable[..., object]:
    """Keep what waits to the end of the test."""

    @wraps(waits)
    def keep(*args: object, **settings: object) -> object:
        blocker = waits(*args, **settings)
        waiting.append(blocker)
        return blocker

    return keep


for name in ("waitSignal", "waitSignals", "waitUntil", "waitActive", "waitExposed"):
    # What a test waits for comes at once, on a busy PC after a while; the five seconds of pytest-qt are few.
    usual = getattr(QtBot, name).__kwdefaults__ or {}
    assert usual["timeout"] == 5000
    usual["timeout"] = 20_000
for name in ("waitSignal", "waitSignals"):
    setattr(QtBot, name, kept(getattr(QtBot, name)))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what tests go through be noted."""
    parser.addoption(
        "--lines-run", action="store_true", help="tell which lines and branches tests go through"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Note lines from here on, before anything of the program is imported."""
    if config.getoption("lines_run"):
        from tests.lines_run import LinesRun

        config.pluginmanager.register(LinesRun(), "lines-run")


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Search for no garbage while thousands of tests are found, nor among them while they are tried."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Delete after each test what it left for later; otherwise every test is slower than the last."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        _let_go_of_the_mouse()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        waiting.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # As in the program: a search on another thread would delete windows there.
        from rse_lessons.ui.leftovers import search_if_due

        gc.disable()
        search_if_due()


def _let_go_of_the_mouse() -> None:
    """Release what a window took with it that went too soon: no ring comes while a button is down."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    if QGuiApplication.instance() is None or not QGuiApplication.mouseButtons():
        return
    anything = QWidget()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        if QGuiApplication.mouseButtons() & button:
            QTest.mouseRelease(anything, button)


@pytest.fixture(autouse=True)
def nobody_is_waited_for() -> Iterator[None]:
    """Have a test end that fails inside a window, which nobody would answer."""
    with letting_go():
        yield


@pytest.fixture(scope="session")
def school_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], School]:
    """Give schools with the built-in lessons in their index, as at every start but the first.

    The lessons are read once in a test run and process, and the index written to each school's own folder.
    Those at the front of the shelf, which the program reads ahead, are in memory, and the one that most tests
    open; should a file change, the school itself notices.
    """
    from rse_lessons.lesson.index import load_index, save_index
    from rse_lessons.school import KEPT, School

    first = School(tmp_path_factory.mktemp("first-school"))
    run = tmp_path_factory.getbasetemp()
    run = run.parent if "PYTEST_XDIST_WORKER" in os.environ else run  # of all workers
    put_together, compiled = run / "in-other-languages", run / "words"
    for shared in (put_together, compiled):
        shared.mkdir(exist_ok=True)
    first.library.refresh()
    index = load_index(first.paths.cache / "lessons.json", first.lesson_folders)
    assert index.cards
    for lesson in (*(card.id for card in index.cards[: KEPT - 1]), "if-an-image-is-shared"):
        first.read(lesson)

    def made(folder: Path) -> School:
        school = School(folder)
        save_index(school.paths.cache / "lessons.json", school.lesson_folders, index)
        # Put together and compiled once in a test run, by all workers; what is kept knows what it is of.
        for name, shared in (("in-other-languages", put_together), ("words", compiled)):
            kept = school.paths.cache / name
            if not kept.exists():
                kept.symlink_to(shared, target_is_directory=True)
        school._read.update(first._read)
        return school

    return made
