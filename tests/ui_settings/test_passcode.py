"""Choosing, changing and taking away the passcode, by keyboard, and the button in Settings for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rse_lessons.settings.console_lock import FREE, Answer, ConsoleLock, Cost
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.dialogs.passcode import PasscodeDialog
from rse_lessons.ui.dialogs.unlock import UnlockDialog
from rse_lessons.ui.settings.window import SettingsDialog
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, troubles

CHEAP = Cost(1 << 4, 8, 1)


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


@pytest.fixture
def lock(tmp_path: Path) -> ConsoleLock:
    return ConsoleLock(tmp_path / "console-lock.json", cost=CHEAP)


def choosing(qtbot: QtBot, lock: ConsoleLock, *, remove: bool = False) -> PasscodeDialog:
    return shown(qtbot, PasscodeDialog(dressed(), lock, remove=remove))


def write(*lines: str) -> None:
    """Type lines into one field after the other, and press Return."""
    for number, line in enumerate(lines):
        if number:
            press(Key.Key_Tab)
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, line)
    press(Key.Key_Return)


def test_a_passcode_is_chosen_by_typing_it_twice(qtbot: QtBot, lock: ConsoleLock) -> None:
    dialog = choosing(qtbot, lock)
    assert not dialog.current.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        write("hazel", "hazel")
    assert lock.attempt("hazel") is Answer.RIGHT


@pytest.mark.parametrize(
    ("lines", "said"),
    [(("abc", "abc"), "4 to 64"), (("hazel", "hazle"), "twice"), (("x" * 65, "x" * 65), "4 to 64")],
)
def test_what_cannot_be_one_is_said(
    qtbot: QtBot, lock: ConsoleLock, lines: tuple[str, ...], said: str
) -> None:
    dialog = choosing(qtbot, lock)
    write(*lines)
    assert dialog.message.isVisible()
    assert said in dialog.message.text.text()
    assert not lock.is_set


def test_to_change_it_the_old_one_is_needed(qtbot: QtBot, lock: ConsoleLock) -> None:
    lock.choose("hazel")
    dialog = choosing(qtbot, lock)
    write("wrong", "maple", "maple")
    qtbot.waitUntil(dialog.message.isVisible)
    assert lock.attempt("hazel") is Answer.RIGHT
    dialog.current.setText("hazel")
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep.click()
    assert lock.attempt("maple") is Answer.RIGHT


def test_to_take_it_away_it_is_needed(qtbot: QtBot, lock: ConsoleLock) -> None:
    lock.choose("hazel")
    dialog = choosing(qtbot, lock, remove=True)
    write("wrong")
    qtbot.waitUntil(dialog.message.isVisible)
    assert lock.is_set
    dialog.current.setText("hazel")
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep.click()
    assert not lock.path.exists()


def test_wrong_tries_in_settings_count_too(qtbot: QtBot, lock: ConsoleLock) -> None:
    lock.choose("hazel")
    for _ in range(FREE + 1):
        lock.attempt("wrong")
    dialog = choosing(qtbot, lock, remove=True)
    write("hazel")
    assert "second" in dialog.message.text.text()
    assert lock.is_set


def test_a_file_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    dialog = choosing(qtbot, ConsoleLock(tmp_path / "file" / "console-lock.json", cost=CHEAP))
    write("hazel", "hazel")
    qtbot.waitUntil(dialog.message.isVisible)
    assert "could not be written" in dialog.message.text.text()


def settings(qtbot: QtBot) -> SettingsDialog:
    window = SettingsDialog(
        dressed(),
        Preferences(),
        screens=[],
        nations=[("eng", "England")],
        languages=[("en", "English")],
        paths=[],
    )
    shown(qtbot, window)
    window.show_page(window.data)
    settle()
    return window


def test_settings_ask_for_it(qtbot: QtBot) -> None:
    page = settings(qtbot).data
    asked: list[str] = []
    page.passcode_requested.connect(asked.append)
    assert not page.passcode.remove.isVisible()
    page.passcode.choose.click()
    page.show_passcode(there=True)
    settle()
    assert "Change" in page.passcode.choose.text()
    page.passcode.remove.click()
    assert asked == ["choose", "remove"]


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, lock: ConsoleLock, theme: str, scale: float) -> None:
    lock.choose("hazel")
    for _ in range(FREE + 1):
        lock.attempt("wrong")
    dress = dressed(theme, scale)
    unlock = UnlockDialog(dress, lock)
    windows: list[QDialog] = [unlock, PasscodeDialog(dress, lock), PasscodeDialog(dress, lock, remove=True)]
    unlock.forgotten.click()
    for window in windows:
        assert troubles(shown(qtbot, window)) == []
        window.close()
