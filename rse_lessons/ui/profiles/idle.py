"""Knowing that nobody is at the program: no key, no mouse, no touch for some time.

Only what comes to a window from the system is looked at, once, before it is given to widgets: a look at every
event of the program would cost time on each key of a lesson.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

LOOK_MS = 5000
"""How often it is looked whether the time is over."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Idle(QObject):
    """Watches from its making until `stop`."""

    due = Signal()
    """Nobody was there for so long, and nothing is being shown to a class."""
    lock_pressed = Signal()
    """Ctrl+L, while nothing is being shown to a class."""

    def __init__(
        self,
        app: QGuiApplication,
        seconds: Callable[[], float],
        busy: Callable[[], bool],
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds` of rest are allowed, 0 for ever. While `busy`, nothing is due, and no key is taken."""
        super().__init__(app)
        self._app = app
        self._seconds, self._busy = seconds, busy
        self._wall, self._steady = wall, steady
        self._last = (wall(), steady())
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app.focusWindowChanged.connect(self._watch)
        self._watched: set[QWindow] = set()
        self._watch(app.focusWindow())

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._app.focusWindowChanged.disconnect(self._watch)

    def touch(self) -> None:
        """Take it that somebody is there now."""
        self._last = (self._wall(), self._steady())

    def rested(self) -> float:
        """Give the seconds since somebody was there, those included in which the PC slept."""
        return max(self._wall() - self._last[0], self._steady() - self._last[1], 0.0)

    def check(self) -> bool:
        """Say that it is due if it is; while something is shown to a class it waits until that is over."""
        allowed = self._seconds()
        over = allowed > 0 and self.rested() >= allowed and not self._busy()
        if over:
            self.due.emit()
        return over

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note what a person does; take Ctrl+L."""
        kind = event.type()
        if kind not in _INPUT:
            return False
        # A PC that wakes up gets its first key before its timers: what was due comes first, and the key goes.
        over = self.check()
        self.touch()
        if isinstance(event, QKeyEvent) and _is_lock(event) and not self._busy():
            self.lock_pressed.emit()
            return True
        return over

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.destroyed.connect(lambda _gone=None, window=window: self._watched.discard(window))
            window.installEventFilter(self)


def _is_lock(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_L and held == Qt.KeyboardModifier.ControlModifier
