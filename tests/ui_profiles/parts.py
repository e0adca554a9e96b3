"""What these tests share: cheap passcodes, folders of a school, somebody who answers windows that ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rse_lessons.settings.access import FIRST
from rse_lessons.settings.passcode import Cost, Passcode
from rse_lessons.settings.paths import Paths, find_paths
from rse_lessons.settings.profile_list import Profile
from rse_lessons.settings.profiles import Profiles

CHEAP = Cost(1 << 4, 8, 1)
PATIENCE = 1500
"""Looks at the windows, each a hundredth of a second apart."""


def school_of(folder: Path) -> Paths:
    """Give the folders of a new school."""
    return find_paths(folder / "school")


def guarded(profiles: Profiles, profile_id: str = FIRST, passcode: str = "hazel") -> None:
    """Set a passcode that is quickly judged."""
    Passcode(profiles.paths(profile_id).passcode, cost=CHEAP).choose(passcode)
    profiles.guard(profile_id, guarded=True)


def two_teachers(home: Paths) -> tuple[Profiles, Profile]:
    """Mrs Owen, whose records the first ones are, and Mr Rees."""
    profiles = Profiles(home)
    profiles.rename(FIRST, "Mrs Owen")
    made = profiles.add("Mr Rees", "en")
    return profiles, made


Step = tuple[type[QWidget], Callable[..., object]]


class Somebody(QObject):
    """Acts on windows as they come, one step after another, while the program waits for them."""

    def __init__(self, *steps: Step) -> None:
        super().__init__(QApplication.instance())  # kept while the program waits
        self._steps = list(steps)
        self._patience = PATIENCE
        self.seen: list[str] = []
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    @property
    def done(self) -> bool:
        """Whether every step was taken."""
        return not self._steps

    def give_up(self) -> None:
        """End what still waits for an answer, so that the test fails rather than hangs."""
        self._timer.stop()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.done(0)

    def _act(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        visible = [window for window in app.topLevelWidgets() if window.isVisible()]
        self.seen += [type(window).__name__ for window in visible]
        self._patience -= 1
        if not self._patience:
            self.give_up()
        if not self._steps:
            self._timer.stop()
            return
        kind, _do = self._steps[0]
        found = app.activeModalWidget()  # others cannot be reached
        if isinstance(found, kind):
            # Not in here: while a step waits for a window that it opened, this timer would not go on.
            QTimer.singleShot(0, self, partial(self._take, self._steps.pop(0), found))

    def _take(self, step: Step, window: QWidget) -> None:
        try:
            again = step[1](window) is False
        except BaseException:
            self.give_up()
            raise
        if again:
            self._steps.insert(0, step)
