"""The locked console: what still works, and the way out of it, with a passcode where one was set.

What a locked window hides is the window's; whoever asks for the passcode calls `unlock`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from rse_lessons.presenting.session import Session
from rse_lessons.settings.console_lock import ConsoleLock

ALLOWED = frozenset({"next", "back", "safe", "help-routes", "black", "white", "lock"})
"""What works while the console is locked; nothing else does, whatever actions there will be."""
ASKING = frozenset({"lock", "end"})
"""What asks to be let out."""


class Locking(QObject):
    """Locks and unlocks a session's console."""

    passcode_requested = Signal()
    """The way out is a passcode: ask for it, then call `unlock`."""

    def __init__(
        self,
        session: Session,
        lock: ConsoleLock | None,
        before: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._lock = lock
        self._before = before

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {"lock": self.toggle}

    @property
    def has_passcode(self) -> bool:
        """Whether a passcode is needed to come out."""
        return self._lock is not None and self._lock.is_set

    def allows(self, action: str) -> bool:
        """Tell whether an action may be carried out now. To ask for the end asks for the passcode."""
        if not self._session.locked or action in ALLOWED:
            return True
        if action in ASKING:
            self.toggle()
        return False

    def toggle(self) -> None:
        """Lock; or unlock, at once or with the passcode."""
        session = self._session
        if not session.locked:
            self._shut()
            session.leave_tool()
            session.leave_activity()
            self._before()
            session.lock()
            # The screen first: writing to a disk may take a moment.
            QTimer.singleShot(0, self, lambda: self._remember(locked=True))
        elif self.has_passcode:
            self.passcode_requested.emit()
        else:
            session.unlock()

    def unlock(self) -> None:
        """Unlock: the passcode was given."""
        self._session.unlock()
        self._remember(locked=False)

    def _remember(self, *, locked: bool) -> None:
        if self._lock is not None and self._session.locked == locked:
            self._lock.remember(locked=locked)

    @staticmethod
    def _shut() -> None:
        """Shut whatever small window is open: it may say what is private."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()
