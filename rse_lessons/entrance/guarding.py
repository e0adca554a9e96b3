"""The lock of the whole program: at once, or when nobody has been there; never while a class sees a slide."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from rse_lessons.settings.passcode import Passcode
from rse_lessons.ui.profiles.idle import Idle
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.ui.profiles.covers import Covering
    from rse_lessons.ui.profiles.lock import LockWindow


class Guard(QObject):
    """Locks and unlocks. Without a passcode it does nothing, and watches nothing."""

    unlocked = Signal()
    """The windows are as they were; what waited can be said."""
    somebody_else_requested = Signal()

    def __init__(
        self,
        app: QApplication,
        passcode: Passcode,
        *,
        name: Callable[[], str],
        theme: Callable[[], Theme],
        minutes: Callable[[], int],
        presenting: Callable[[], bool],
    ) -> None:
        super().__init__(app)
        self._app = app
        self._passcode, self._name, self._theme = passcode, name, theme
        self._minutes, self._presenting = minutes, presenting
        self.window: LockWindow | None = None
        """What asks for the passcode, while the program is locked."""
        self._covering: Covering | None = None
        self._before: QWidget | None = None
        self.idle: Idle | None = None
        """What watches whether somebody is there, while there is a passcode."""
        self.follow()

    @property
    def locked(self) -> bool:
        """Whether the program is locked."""
        return self.window is not None

    def follow(self) -> None:
        """Begin or stop watching, after a passcode was set or taken away."""
        if self._passcode.is_set and self.idle is None:
            self.idle = Idle(self._app, self._allowed, self._presenting)
            self.idle.due.connect(self.lock)
            self.idle.lock_pressed.connect(self.lock)
        elif not self._passcode.is_set and self.idle is not None:
            idle, self.idle = self.idle, None
            idle.stop()
            idle.deleteLater()

    def look(self) -> None:
        """See whether it is time, because a lesson has ended: what was due meanwhile is done now."""
        if self.idle is not None:
            self.idle.check()

    def lock(self) -> None:
        """Lock now; while a class sees a slide nothing happens."""
        if self.locked or not self._passcode.is_set or self._presenting():
            return
        from rse_lessons.ui.profiles.covers import Covering  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.profiles.lock import LockWindow  # noqa: PLC0415  imported late: start-up

        self._before = self._app.activeWindow()
        theme = self._theme()
        self.window = window = LockWindow(theme, self._passcode, self._name())
        self._covering = Covering(self._app, theme, window)
        window.accepted.connect(self._unlock)
        window.somebody_else_requested.connect(self.somebody_else_requested)
        window.quit_requested.connect(self._app.quit)
        window.fit()
        screen = self._before.screen() if self._before is not None else window.screen()
        window.move(screen.availableGeometry().center() - window.rect().center())
        window.show()
        window.raise_()
        window.activateWindow()

    def _allowed(self) -> float:
        return 0.0 if self.locked else self._minutes() * 60.0

    def _unlock(self) -> None:
        window, covering = self.window, self._covering
        self.window = self._covering = None
        if self.idle is not None:
            self.idle.touch()
        if covering is not None:
            covering.uncover()
        if window is not None:
            window.hide()
            window.deleteLater()
        if self._before is not None and isValid(self._before):
            self._before.activateWindow()
        self._before = None
        self.unlocked.emit()
