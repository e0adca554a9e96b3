"""The keyboard of a room, pressed from inside the program: each key goes through the X server.

After every key it is looked where the keyboard is, and noted when that is nowhere, out of sight or without a
ring.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from benchmarks.rig.hands import Hands
from rse_lessons.ui.training.blocks.question_box import AnswerBox
from rse_lessons.ui.training.heading import Heading
from rse_lessons.ui.widgets.ring import Ring

QUIET = 0.012
"""Seconds in which nothing happens any more after a key."""
PATIENCE = 15.0
"""Seconds after which nothing more is expected."""
FAR = 200
"""Stops after which nobody would look for something any longer."""


class LostError(Exception):
    """Something cannot be reached, or does not happen."""


class _Heard(QObject):
    """Counts the keys that were let go in any of the program's windows."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.count = 0
        self._known: set[int] = set()
        app.focusWindowChanged.connect(self._listen)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None and id(window) not in self._known:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Count it, and let it go its way."""
        self.count += event.type() == QEvent.Type.KeyRelease
        return False


class Keyboard:
    """Presses, waits until it was heard, and looks where the keyboard is."""

    def __init__(self, app: QApplication, display: str, pictures: Path | None) -> None:
        self.app, self.hands, self.pictures = app, Hands(display), pictures
        self.where = ""
        """What is being worked on, for the notes."""
        self.keys = 0
        self.notes: list[str] = []
        """What was found wrong, in sentences."""
        self._heard = _Heard(app)
        self._count = 0

    # Pressing

    def press(self, key: str, times: int = 1, *, look: bool = True) -> None:
        """Press a key so many times, each heard before the next."""
        for _ in range(times):
            before, self.keys = self._heard.count, self.keys + 1
            self.hands.press(key)
            self.settle(until=lambda before=before: self._heard.count > before, most=0.6)  # type: ignore[misc]
            if look:
                self.look(key)

    def write(self, words: str) -> None:
        """Type words into what has the keyboard."""
        before = self._heard.count
        self.hands.write(words)
        self.keys += len(words)
        self.settle(until=lambda: self._heard.count >= before + len(words), most=5.0)
        self.look("typing")

    def afterwards(self, milliseconds: int, name: str, *keys: str) -> None:
        """Press keys in a while: for a window that holds the program up until it is closed."""

        def go() -> None:
            self.picture(name)
            for key in keys:
                self.hands.write(key[5:]) if key.startswith("type ") else self.hands.press(key)
                self.keys += len(key) - 5 if key.startswith("type ") else 1

        QTimer.singleShot(milliseconds, go)

    def settle(self, until: Callable[[], bool] = lambda: True, most: float = PATIENCE) -> bool:
        """Let the program work until something holds and all is quiet; False when it never held."""
        end = time.monotonic() + most
        while not until() and time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.001)
        quiet = time.monotonic() + QUIET
        while time.monotonic() < quiet:
            self.app.processEvents()
        return until()

    def pause(self, seconds: float = 0.15) -> None:
        """Let the program work for a while."""
        end = time.monotonic() + seconds
        self.settle(until=lambda: time.monotonic() > end)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Wait for what has to happen now."""
        if not self.settle(until):
            raise LostError(f"{self.where}: {what} never happened.")

    # Going

    @property
    def at(self) -> QWidget | None:
        """What has the keyboard."""
        return self.app.focusWidget()

    def reach(self, target: QWidget, key: str = "Tab") -> None:
        """Go to something with Tab, or with another key, as long as it takes."""
        for _ in range(FAR):
            if self.at is target:
                return
            self.press(key)
        raise LostError(f"{self.where}: {named(target)} is not reached with {key}.")

    def press_on(self, target: QWidget, key: str = "Return", by: str = "Tab") -> None:
        """Go to a button and press it."""
        self.reach(target, by)
        self.press(key)

    # Looking

    def note(self, words: str) -> None:
        """Keep what was found, once."""
        sentence = f"{self.where}: {words}"
        if sentence not in self.notes:
            self.notes.append(sentence)

    def look(self, key: str) -> None:
        """Note it when the keyboard is nowhere, out of sight or without a ring."""
        if self.app.activePopupWidget() is not None:
            return
        if self._wrong() and not self.settle(until=lambda: not self._wrong(), most=0.4):
            self.note(f"after {key} {self._wrong()}")
            self.picture("noted")

    def _wrong(self) -> str:
        """Say what is wrong with where the keyboard is; empty when all is well."""
        now = self.at
        if now is None:
            return "nothing has the keyboard"
        seen = now.visibleRegion().boundingRect()
        if not now.isVisible() or seen.isEmpty():
            return f"{named(now)} has the keyboard and is out of sight"
        if self._cut(now, seen):
            return f"{named(now)} has the keyboard and is cut: {seen.height()} of {now.height()} px"
        return "" if ringed(now) else f"{named(now)} has the keyboard without a ring"

    @staticmethod
    def _cut(now: QWidget, seen: QRect) -> bool:
        if isinstance(now, QPlainTextEdit):
            return False
        area = now.parentWidget()
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        room = area.viewport().height() if isinstance(area, QAbstractScrollArea) else 10_000
        return now.height() <= room - 20 and seen.height() < now.height() - 2

    def picture(self, name: str) -> None:
        """Take a picture of the screen as it is."""
        if self.pictures is None:
            return
        self._count += 1
        path = self.pictures / f"{self._count:03d}-{name}.png"
        self.app.primaryScreen().grabWindow(0).save(str(path))


def ringed(widget: QWidget) -> bool:
    """Say whether one sees that the keyboard is here."""
    if isinstance(widget, Heading | AnswerBox) or widget.property("ring") is False:
        return True  # what was just said takes the keyboard unseen, and Tab goes on; some paint their own
    if isinstance(widget, QSpinBox | QLineEdit):
        return True  # a cursor, and an edge of its own
    rings = [ring for ring in widget.window().findChildren(Ring) if isValid(ring)]
    return any(ring.widget() is widget and not ring.visibleRegion().isEmpty() for ring in rings)


def named(widget: QWidget) -> str:
    """Name a widget for the notes."""
    said = widget.accessibleName() or str(getattr(widget, "text", str)() if hasattr(widget, "text") else "")
    return f"{type(widget).__name__} “{said[:50]}”"
