"""Which screens there are, which one the class looks at, and word of every change.

A system moves windows about for some seconds after a screen came or went, so a change is told at
once and again when things have settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLE_MS = (300, 1500, 3500)


@dataclass(frozen=True, slots=True)
class Room:
    """Where the two windows go."""

    teacher: QScreen
    projector: QScreen | None
    """None with one screen, or when the screens show the same picture."""
    mirrored: bool = False
    """True when another screen is connected but shows the same as the teacher's."""


def arrange(screens: Sequence[QScreen], primary: QScreen, remembered: str) -> Room:
    """Choose the screens: the class has the remembered one or the largest beside the primary one."""
    others = [screen for screen in screens if screen is not primary]
    apart = [screen for screen in others if not screen.geometry().intersects(primary.geometry())]
    if not apart:
        return Room(primary, None, mirrored=bool(others))
    named = [screen for screen in (primary, *apart) if screen.name() == remembered]
    projector = named[0] if named else max(apart, key=_area)
    return Room(max(apart, key=_area) if projector is primary else primary, projector)


def _area(screen: QScreen) -> int:
    size = screen.geometry().size()
    return size.width() * size.height()


def move_to(window: QWidget, area: QRect) -> None:
    """Put a window onto an area of the desktop; Qt 6 needs move and resize besides setGeometry."""
    window.setGeometry(area)
    window.move(area.topLeft())
    window.resize(area.size())


class Screens(QObject):
    """Tells when the screens of this PC changed, and again while the system settles."""

    changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._note)
        app.primaryScreenChanged.connect(self._note)
        for screen in app.screens():
            self._watch(screen)
        self._timers = [QTimer(self, interval=ms, singleShot=True) for ms in SETTLE_MS]
        for timer in self._timers:
            timer.timeout.connect(self.changed)

    def room(self, remembered: str) -> Room:
        """Arrange the screens as they are now; `remembered` is the name of the class's screen."""
        return arrange(self._app.screens(), self._app.primaryScreen(), remembered)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._note)
        screen.logicalDotsPerInchChanged.connect(self._note)

    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._note()

    def _note(self) -> None:
        self.changed.emit()
        for timer in self._timers:
            timer.start()
