"""Whether somebody besides the teacher may see a window: which screens it reaches onto, and whose they are.

Nothing here moves a window or covers notes; `placement` does, and asks here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from rse_lessons.ui.screens import Ident, Screens, ident, windows_know_places

_Standing: TypeAlias = frozenset[tuple[Ident, int, int, int, int]]


class Sight:
    """Knows which screens only the teacher sees: by the first arrangement, or by the teacher's word."""

    def __init__(self, window: QWidget, screens: Screens) -> None:
        self._window = window
        self._screens = screens
        self._private: list[Ident] = []
        self._word: _Standing = frozenset()
        """The screens as they were when the teacher said that nobody else sees them."""

    @property
    def known(self) -> bool:
        """Whether any screen is known to be the teacher's alone."""
        return bool(self._private)

    def trust(self, screen: QScreen) -> None:
        """Take a screen to be the teacher's alone, as long as the class has another."""
        found = ident(screen)
        if not any(found.is_same(known) for known in self._private):
            self._private.append(found)

    def forget(self) -> None:
        """Trust no screen any more."""
        self._private.clear()

    def take_word(self) -> None:
        """Believe the teacher that nobody else sees this window now; a change of screens ends it."""
        if self.is_apart():
            for screen in self.under():
                self.trust(screen)
        else:
            self._word = self._as_they_are()

    def look_again(self) -> None:
        """Take note of a change: a word that was given for other screens holds no longer."""
        if self._word != self._as_they_are():
            self._word = frozenset()

    def under(self) -> list[QScreen]:
        """Give the screens that the window reaches onto."""
        if not windows_know_places():
            return [self._window.screen()]
        area = self._window.geometry().adjusted(2, 2, -2, -2)  # an edge shows nothing
        return [screen for screen in self._screens.all() if screen.geometry().intersects(area)]

    def stands_on(self) -> str:
        """Name the screen that has the window's middle, or else some of it; empty where none has."""
        under = self.under()
        middle = self._window.geometry().center()
        here = [screen for screen in under if screen.geometry().contains(middle)] or under
        return here[0].name() if here else ""

    def reaches(self, seen: Iterable[QScreen]) -> bool:
        """Tell whether the window reaches onto one of these screens."""
        areas = [screen.geometry() for screen in seen]
        return any(screen.geometry().intersects(area) for screen in self.under() for area in areas)

    def is_apart(self) -> bool:
        """Tell whether the window's screens are shown by no other, and are not the only picture."""
        parts = self._screens.groups()
        names = {screen.name() for screen in self.under()}
        here = [part for part in parts if any(one.name() in names for one in part)]
        return len(parts) > 1 and all(len(part) == 1 for part in here)

    def is_private(self, seen: Iterable[QScreen]) -> bool:
        """Tell whether only the teacher sees the window; the class's slide fills the screens `seen`."""
        under = self.under()
        if not under or self.reaches(seen):
            return False
        if self._word and self._word == self._as_they_are():
            return True
        trusted = all(any(ident(one).is_same(known) for known in self._private) for one in under)
        return trusted and self.is_apart()

    def _as_they_are(self) -> _Standing:
        def standing(screen: QScreen) -> tuple[Ident, int, int, int, int]:
            area = screen.geometry()
            return ident(screen), area.x(), area.y(), area.width(), area.height()

        return frozenset(standing(screen) for screen in self._screens.all())
