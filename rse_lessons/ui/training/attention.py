"""How long somebody attended to a page: while its window is in front and something goes on there.

Time counts from one sign of life to the next, each key, move or turn of the wheel being one, and for two
minutes after the last. Nothing is kept of what the signs were.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

REST = 120.0
"""Seconds without a sign of life after which nobody is thought to read."""
MOST = 600
"""Seconds that one visit counts at most."""
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Attention:
    """Counts the seconds of one visit; told of signs, and of going away and coming back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counted = 0.0
        self._last: float | None = None

    def begin(self, *, here: bool) -> None:
        """Begin a visit; `here` says whether the window is in front."""
        self._counted = 0.0
        self._last = self._clock() if here else None

    def sign(self) -> None:
        """Something happened on the page."""
        if self._last is not None:
            self._count()

    def away(self) -> None:
        """Another window came to the front."""
        self.sign()
        self._last = None

    def back(self) -> None:
        """Count again: the window came back to the front."""
        if self._last is None:
            self._last = self._clock()

    def seconds(self) -> int:
        """Give the seconds so far."""
        self.sign()
        return min(MOST, round(self._counted))

    def _count(self) -> None:
        now = self._clock()
        self._counted += min(now - (self._last or 0.0), REST)
        self._last = now


class Watch(QObject):
    """Tells an `Attention` what happens in the window that a page is in."""

    def __init__(self, page: QWidget, attention: Attention) -> None:
        super().__init__(page)
        self._page, self.attention = page, attention
        self._window: QWindow | None = None
        self._top: QWidget | None = None

    def start(self) -> None:
        """Look at the page's window from now on; it is shown."""
        self.stop()
        self._top = self._page.window()
        self._top.installEventFilter(self)
        self._window = self._top.windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def stop(self) -> None:
        """Look no more."""
        for watched in (self._window, self._top):
            if watched is not None:
                watched.removeEventFilter(self)
        self._window = self._top = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note, and let everything go its way."""
        kind = event.type()
        if watched is self._window:
            if kind in _SIGNS:
                self.attention.sign()
        elif kind == QEvent.Type.WindowActivate:
            self.attention.back()
        elif kind == QEvent.Type.WindowDeactivate:
            self.attention.away()
        return False
