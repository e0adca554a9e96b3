"""A locked Teacher mode: no key, click or file gets behind it, and a rehearsal locks as no lesson does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rse_lessons.in_class.rehearsing import Rehearsing
from rse_lessons.school import School
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.moment import MomentCard
from rse_lessons.ui.dialogs.rehearsal import AfterRehearsal, BeforeRehearsal
from rse_lessons.ui.profiles.covers import Sheet
from tests.ui.meanwhile import meanwhile
from tests.ui_profiles.every_key import PRESSED, press
from tests.ui_profiles.locked_house import (
    PASSCODE,
    PRIVATE,
    LockedHouse,
    app,
    in_sight,
    other_windows,
    spoken,
)
from tests.ui_settings.small import settle

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).parents[2]
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}
STEP = 40
"""Pixels between two clicks."""
LESSON = "if-an-image-is-shared"


@pytest.fixture(scope="module")
def made(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, school_in: Callable[..., School]
) -> Iterator[LockedHouse]:
    house = LockedHouse(school_in(tmp_path_factory.mktemp("locked")))
    yield house
    house.close()


@pytest.fixture
def house(qtbot: QtBot, made: LockedHouse) -> Iterator[LockedHouse]:
    made.main.window.show()
    made.main.window.activateWindow()
    qtbot.waitUntil(made.main.window.isActiveWindow)
    yield made
    made.unlock()


def is_shut(house: LockedHouse, before: dict[str, object]) -> None:
    """Nothing of Teacher mode is in sight, can be heard, or was changed."""
    settle()
    assert house.guard.locked
    assert house.lock.isVisible()
    assert in_sight(house.lock) == []
    assert spoken(house.main.window) == {"RSE Lessons", "Locked"}
    assert house.state() == before


@pytest.mark.parametrize(("way", "each"), [("hand", 1), ("rest", 8)])
def test_no_key_gets_behind_the_lock(house: LockedHouse, way: str, each: int) -> None:
    """Every key after locking by hand; it is the same lock that comes after a rest."""
    before = house.state()
    assert len(spoken(house.main.window)) > 50, "unlocked, a screen reader reads the page"
    house.lock_by(way)
    windows = [house.lock.windowHandle(), house.main.window.windowHandle()]
    for key, held in PRESSED[::each]:
        for window in windows:
            press(window, key, held)
    is_shut(house, before)


def test_keys_sent_past_the_lock_reach_nothing_either(house: LockedHouse) -> None:
    before = house.state()
    page = house.main.desks.learning.page
    house.lock_by("hand")
    sheet = house.main.window.findChild(Sheet)
    assert sheet is not None
    for target in (house.main.window, sheet):
        for key, held in PRESSED[:: len(PRESSED) // 400]:
            press(target, key, held)
    assert not page.isVisible()
    is_shut(house, before)


def test_tab_stays_in_the_lock_and_no_button_there_opens_it(house: LockedHouse) -> None:
    before = house.state()
    house.lock_by("hand")
    reached = set()
    for key in (Key.Key_Tab, Key.Key_Backtab):
        for _ in range(12):
            QTest.keyClick(house.lock.windowHandle(), key)
            reached.add(QApplication.focusWidget())
    assert len(reached) >= 3
    assert all(one is not None and one.window() is house.lock for one in reached)
    for key in (Key.Key_Space, Key.Key_Return):
        for _ in range(8):
            QTest.keyClick(house.lock.windowHandle(), Key.Key_Tab)
            QTest.keyClick(house.lock.windowHandle(), key)
    assert house.started, "“Somebody else…” starts the program once more, and opens nothing here"
    assert house.lock.quit.isVisible(), "the way back was told"
    is_shut(house, before)


def test_no_click_gets_behind_the_lock(house: LockedHouse) -> None:
    before = house.state()
    house.lock_by("hand")
    window = house.main.window
    handle = window.windowHandle()
    clicked = 0
    for x in range(2, window.width(), STEP):
        for y in range(2, window.height(), STEP):
            place = QPoint(x, y)
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Held.NoModifier, place)
            under = window.childAt(place)
            assert isinstance(under, Sheet)
            for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
                QTest.mouseClick(under, button, Held.NoModifier, place)
            QTest.mouseDClick(under, Qt.MouseButton.LeftButton, Held.NoModifier, place)
            clicked += 1
    assert clicked > 300
    is_shut(house, before)


def dragged(house: LockedHouse, file: str) -> bool:
    """Drag a file over the main window, and let it go where it is welcome; tells whether it was taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file)])
    handle, place = house.main.window.windowHandle(), QPoint(300, 300)
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Held.NoModifier)
    enter = QDragEnterEvent(place, *how)
    drop = QDropEvent(QPointF(place), *how)
    QApplication.sendEvent(handle, enter)
    return enter.isAccepted() and QApplication.sendEvent(handle, drop) and drop.isAccepted()


def test_no_file_can_be_dropped_on_a_covered_window(house: LockedHouse) -> None:
    asked: list[str] = []
    house.main.window.pack_requested.disconnect()
    house.main.window.pack_requested.connect(asked.append)
    house.lock_by("hand")
    before = house.state()
    for file in ("/nowhere/lessons.rsepack", "/nowhere/settings.toml", "/nowhere/records.rserecords"):
        assert not dragged(house, file)
    is_shut(house, before)
    house.unlock()
    assert asked == []
    assert dragged(house, "/nowhere/lessons.rsepack"), "unlocked, a pack is taken"
    settle()
    assert asked == ["/nowhere/lessons.rsepack"]


def test_what_comes_while_it_is_locked_is_covered(qtbot: QtBot, house: LockedHouse) -> None:
    house.lock_by("rest")
    house.main.tell("There is a sentence about 7B.")
    house.main.desks.learning.open()
    house.main.desks.learning.open_module("a-safe-classroom")
    settle()
    assert in_sight(house.lock) == []
    assert app().activeModalWidget() is house.lock
    assert "There is a sentence about 7B." not in set().union(*map(spoken, other_windows(house.lock)))
    house.unlock()
    (said,) = other_windows(house.main.window)
    assert isinstance(said, Question)
    said.reject()


def test_a_second_copy_lets_guests_give_a_lesson_and_nothing_else(house: LockedHouse) -> None:
    before = house.state()
    house.lock_by("hand")
    program = ROOT / "tests" / "programs" / "guest.py"
    data = str(house.home.data.parent)
    command = [sys.executable, str(program), data, "present", LESSON]
    ran = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, cwd=ROOT, env=ENV
    )
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout.splitlines()[-1])
    assert (seen["asked"], seen["told"]) == ("Who is teaching?", "That is not the passcode.")
    assert (seen["given"], seen["notes"], seen["status"]) == (LESSON, 0, 0)
    assert seen["books"] > 3
    assert "For teachers…" in seen["buttons"]
    assert not set(seen["buttons"]) & {"Teacher mode", "My learning", "Progress", "Coverage", "Settings"}
    assert seen["loaded"] == []
    is_shut(house, before)


# Rehearsals


def rehearsing(house: LockedHouse) -> tuple[Rehearsing, MomentCard]:
    """Rehearse until a moment has come up."""

    def begin(window: QDialog) -> None:
        assert isinstance(window, BeforeRehearsal)
        window.moments.row_of("7").click()
        window.begin.click()

    meanwhile(begin)
    house.main.desks.learning.rehearse_wanted.emit(LESSON)
    made = house.main.findChild(Rehearsing)
    assert isinstance(made, Rehearsing)
    assert made.giving.classroom is not None
    session = made.giving.classroom.session
    for index in range(1, len(session.slides)):
        if made.card is None:
            session.go_to(index)
            if session.pending:
                session.show_this()
    assert made.card is not None
    return made, made.card


def end(house: LockedHouse, made: Rehearsing) -> None:
    def answer(window: QDialog) -> None:
        assert isinstance(window, Question)
        window._answer("end")

    def summary(window: QDialog) -> None:
        assert isinstance(window, AfterRehearsal)
        window.close_button.click()

    meanwhile(answer, summary)
    assert made.giving.classroom is not None
    made.giving.classroom.do("end")
    assert house.main.giving is None


def test_a_rehearsal_locks_and_comes_back_as_it_was(qtbot: QtBot, house: LockedHouse) -> None:
    made, card = rehearsing(house)
    room = made.giving.classroom
    assert room is not None
    settle()
    titles = room.console.windowTitle(), room.projector.windowTitle()
    index, met = room.session.index, len(made.met)
    house.lock_by("rest")
    assert {room.console, room.projector} <= set(other_windows(house.lock))
    assert in_sight(house.lock) == []
    assert not card.isVisible()
    for window in (room.console, room.projector):
        assert spoken(window) <= {"RSE Lessons", "Locked", "What the class sees"}
        for key, held in PRESSED[:: len(PRESSED) // 300]:
            press(window.windowHandle(), key, held)
    made._happen()
    late = MomentCard(house.main.theme, card._moment, room.console)
    late.come()
    settle()
    assert in_sight(house.lock) == []
    assert not late.isVisible()
    assert (room.session.index, len(made.met)) == (index, met)
    late.deleteLater()
    QApplication.sendPostedEvents(late, QEvent.Type.DeferredDelete.value)
    house.lock.passcode.field.setText(PASSCODE)
    house.lock.passcode.field.setFocus()
    with qtbot.waitSignal(house.guard.unlocked):
        house.lock.unlock.click()
    settle()
    assert card.isVisible()
    assert card.chosen is None
    assert (room.console.windowTitle(), room.projector.windowTitle()) == titles
    assert room.console.slide.isVisible()
    card.close_card()
    made.plan[made._here] = card._moment
    house.lock_by("hand")
    made._happen()
    assert made.card is None, "a moment waits until she is back"
    house.unlock()
    end(house, made)


def test_a_real_lesson_never_locks(house: LockedHouse) -> None:
    assert house.main.present(LESSON) == ""
    house.rest()
    assert house.guard.idle is not None
    assert not house.guard.idle.check()
    house.guard.lock()
    assert not house.guard.locked
    assert house.main.giving is not None
    house.main.giving.end()
    assert house.guard.locked, "what was due comes after it"


def test_the_reflection_is_there_for_her_alone(house: LockedHouse) -> None:
    house.lock_by("hand")
    assert PRIVATE not in set().union(*map(spoken, other_windows(house.lock)))
    house.unlock()
    record = house.main.store.learning().record("consent-and-pressure")
    assert PRIVATE in record.reflected.values()
