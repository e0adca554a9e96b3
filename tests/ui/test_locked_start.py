"""The program started while a console is locked: nothing is shown before the passcode is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.in_class.unlocking import admitted
from rse_lessons.settings.console_lock import ConsoleLock, Cost
from rse_lessons.ui.dialogs.unlock import UnlockDialog
from rse_lessons.ui.theme import load_theme

CHEAP = Cost(1 << 4, 8, 1)


@pytest.fixture
def lock(tmp_path: Path) -> ConsoleLock:
    made = ConsoleLock(tmp_path / "console-lock.json", cost=CHEAP)
    made.choose("hazel")
    made.remember(locked=True)
    return ConsoleLock(made.path, cost=CHEAP)


class Guest:
    """Somebody who sits at the PC while the program asks."""

    def __init__(self, *lines: str, leave: bool = True) -> None:
        self._lines = list(lines)
        self._leave = leave
        self.seen: list[str] = []
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        visible = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        self.seen += [type(window).__name__ for window in visible]
        dialog = next((window for window in visible if isinstance(window, UnlockDialog)), None)
        if dialog is None or not dialog.field.isEnabled():
            return
        if self._lines:
            dialog.field.setText(self._lines.pop(0))
            dialog.open_button.click()
        elif self._leave:
            dialog.reject()


def test_with_the_passcode_one_comes_in_and_it_stays_open(qtbot: QtBot, lock: ConsoleLock) -> None:
    guest = Guest("wrong", "hazel")
    assert admitted(lock, load_theme("light"))
    assert set(guest.seen) == {"UnlockDialog"}
    assert not ConsoleLock(lock.path).locked


def test_without_it_one_does_not_and_it_stays_locked(qtbot: QtBot, lock: ConsoleLock) -> None:
    guest = Guest("wrong", "nearly")
    assert not admitted(lock, load_theme("light"))
    assert set(guest.seen) == {"UnlockDialog"}
    assert ConsoleLock(lock.path).locked


def test_the_way_back_closes_and_shows_nothing(qtbot: QtBot, lock: ConsoleLock) -> None:
    def forget() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, UnlockDialog))
        dialog.forgotten.click()
        dialog.quit.click()

    QTimer.singleShot(50, forget)
    assert not admitted(lock, load_theme("light"))
    assert ConsoleLock(lock.path).locked
    lock.path.unlink()
    assert admitted(ConsoleLock(lock.path), load_theme("light"))


def test_what_is_not_locked_asks_nothing(qtbot: QtBot, lock: ConsoleLock) -> None:
    lock.remember(locked=False)
    assert admitted(lock, load_theme("light"))
