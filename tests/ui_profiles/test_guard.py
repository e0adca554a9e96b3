"""The lock: at once, after rest, never while a class sees a slide; what was typed is there afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.entrance.guarding import Guard
from rse_lessons.settings.passcode import Passcode
from rse_lessons.ui.profiles.idle import Idle
from rse_lessons.ui.profiles.lock import LockWindow
from rse_lessons.ui.profiles.naming import NameWindow
from tests.ui_profiles.parts import CHEAP
from tests.ui_settings.small import Key, dressed, press, settle, shown, troubles


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Room:
    """A guard over one window with a field in it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = dressed()
        self.passcode = Passcode(folder / "passcode.json", cost=CHEAP)
        self.passcode.choose("hazel")
        self.presenting = False
        self.window = QWidget()
        self.window.setWindowTitle("7B: who sends this?")
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        qtbot.addWidget(self.window)
        self.window.resize(800, 600)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.guard = Guard(
            app,
            self.passcode,
            name=lambda: "Mrs Owen",
            theme=lambda: self.theme,
            minutes=lambda: 10,
            presenting=lambda: self.presenting,
        )

    def locked(self) -> bool:
        return self.guard.locked

    @property
    def lock(self) -> LockWindow:
        assert self.guard.window is not None
        return self.guard.window

    def unlock(self, qtbot: QtBot, typed: str = "hazel") -> None:
        self.lock.passcode.field.setText(typed)
        with qtbot.waitSignal(self.guard.unlocked):
            press_on(self.lock.passcode.field, Key.Key_Return)
        settle()


def press_on(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(qtbot, tmp_path)
    yield made
    if made.guard.window is not None:
        made.guard.window.accept()
    if made.guard.idle is not None:
        made.guard.idle.stop()
    made.guard.deleteLater()
    settle()


def resting(room: Room) -> tuple[Idle, Clock, Clock]:
    """Watch with clocks that the test sets."""
    assert room.guard.idle is not None
    wall, steady = Clock(), Clock()
    idle = room.guard.idle
    idle._wall, idle._steady = wall, steady
    idle.touch()
    return idle, wall, steady


def test_what_was_typed_is_there_with_the_keyboard_in_its_place(qtbot: QtBot, room: Room) -> None:
    room.field.setFocus()
    QTest.keyClicks(room.field, "half a sentence")
    room.field.setCursorPosition(4)
    room.guard.lock()
    settle()
    assert room.locked()
    assert not room.field.isVisible()
    assert room.window.windowTitle() == "RSE Lessons"
    assert QApplication.activeWindow() is room.lock
    assert room.lock.heading.text() == "Locked"
    room.unlock(qtbot)
    assert not room.locked()
    assert room.field.isVisible()
    assert (room.field.text(), room.field.cursorPosition()) == ("half a sentence", 4)
    assert room.window.windowTitle() == "7B: who sends this?"
    assert QApplication.focusWidget() is room.field


def test_no_word_of_a_covered_window_is_in_its_picture_or_its_tree(qtbot: QtBot, room: Room) -> None:
    room.field.setText("a note about 7B")
    before = room.window.grab().toImage()
    room.guard.lock()
    settle()
    first = room.window.grab().toImage()
    assert first != before
    room.field.setText("another note, much longer than the one that stood there before")
    assert room.window.grab().toImage() == first
    assert not any(child.isVisible() for child in room.window.findChildren(QLineEdit))


def test_a_dialog_that_waits_for_an_answer_goes_on_with_what_was_typed(qtbot: QtBot, room: Room) -> None:
    asked = shown(qtbot, NameWindow(room.theme, lambda _name: "", parent=room.window))
    ended: list[int] = []
    asked.finished.connect(ended.append)
    asked.field().setText("7B")
    room.guard.lock()
    settle()
    assert not asked.field().isVisible()
    assert ended == []
    QTest.keyClicks(room.lock.passcode.field, "wrong")
    press_on(room.lock.passcode.field, Key.Key_Return)
    qtbot.waitUntil(room.lock.passcode.message.isVisible)
    assert room.locked()
    room.unlock(qtbot)
    assert (asked.isVisible(), asked.field().isVisible(), asked.field().text(), ended) == (
        True,
        True,
        "7B",
        [],
    )
    asked.reject()


def test_a_window_that_opens_meanwhile_is_covered_and_does_not_block(qtbot: QtBot, room: Room) -> None:
    room.guard.lock()
    late = QDialog(room.window)
    late.setModal(True)
    words = QLineEdit("a sentence about records", late)
    qtbot.addWidget(late)
    late.show()
    settle()
    assert late.isVisible()
    assert not words.isVisible()
    assert QApplication.activeModalWidget() is room.lock
    room.unlock(qtbot)
    assert words.isVisible()
    late.reject()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F4])
def test_nothing_but_the_passcode_puts_the_lock_away(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    room.guard.lock()
    settle()
    press_on(room.lock.passcode.field, key)
    room.lock.close()
    settle()
    assert room.lock.isVisible()


def test_ctrl_l_locks_from_anywhere_but_not_a_lesson(qtbot: QtBot, room: Room) -> None:
    handle = room.window.windowHandle()
    room.presenting = True
    QTest.keyClick(handle, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not room.locked()
    room.presenting = False
    QTest.keyClick(handle, Key.Key_L)
    assert not room.locked()
    QTest.keyClick(handle, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert room.locked()


def test_after_rest_it_locks_and_a_key_begins_the_rest_anew(qtbot: QtBot, room: Room) -> None:
    idle, wall, steady = resting(room)
    for clock in (wall, steady):
        clock.now += 599
    assert not idle.check()
    QTest.keyClick(room.window.windowHandle(), Key.Key_A)
    for clock in (wall, steady):
        clock.now += 599
    assert not idle.check()
    for clock in (wall, steady):
        clock.now += 1
    assert idle.check()
    assert room.locked()
    assert not idle.check(), "it locks once"


def test_a_pc_that_slept_is_locked_before_its_first_key(qtbot: QtBot, room: Room) -> None:
    _idle, wall, _steady = resting(room)
    room.field.setFocus()
    wall.now += 3600  # the steady clock stood still
    QTest.keyClick(room.window.windowHandle(), Key.Key_A)
    assert room.locked()
    assert room.field.text() == ""


def test_a_clock_put_back_does_not_keep_it_open(room: Room) -> None:
    idle, wall, steady = resting(room)
    wall.now -= 86_400
    steady.now += 601
    assert idle.check()


def test_while_a_class_sees_a_slide_it_waits_until_that_is_over(qtbot: QtBot, room: Room) -> None:
    idle, wall, steady = resting(room)
    room.presenting = True
    for clock in (wall, steady):
        clock.now += 4000
    assert not idle.check()
    room.guard.lock()
    assert not room.locked()
    room.presenting = False
    room.guard.look()
    assert room.locked()


def test_without_a_passcode_nothing_is_watched(qtbot: QtBot, room: Room) -> None:
    room.passcode.forget()
    room.guard.follow()
    assert room.guard.idle is None
    room.guard.lock()
    assert not room.locked()
    room.passcode.choose("rowan")
    room.guard.follow()
    assert room.guard.idle is not None


def test_somebody_else_is_let_in_beside_it(qtbot: QtBot, room: Room) -> None:
    room.guard.lock()
    settle()
    with qtbot.waitSignal(room.guard.somebody_else_requested):
        room.lock.other.click()
    assert room.locked()


def test_the_way_back_is_told_and_shows_nothing(qtbot: QtBot, room: Room) -> None:
    room.guard.lock()
    settle()
    assert not room.lock.quit.isVisible()
    room.lock.forgotten.click()
    settle()
    assert room.lock.way_back.isVisible()
    assert room.lock.quit.hasFocus()
    with qtbot.waitSignal(room.lock.quit_requested):
        room.lock.quit.click()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped(
    qtbot: QtBot, room: Room, theme: str, scale: float, request: pytest.FixtureRequest
) -> None:
    window = shown(qtbot, LockWindow(dressed(theme, scale), room.passcode, "Mrs Angharad Owen-Pritchard"))
    request.addfinalizer(window.accept)
    window.forgotten.click()
    settle()
    assert troubles(window) == []


def test_a_key_is_only_taken_when_it_is_the_lock(qtbot: QtBot, room: Room) -> None:
    room.field.setFocus()
    settle()
    press(Key.Key_L)
    assert room.field.text() == "l"
