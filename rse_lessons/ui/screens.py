"""Which screens there are, where each stands, which one the class looks at, and word of every change.

A system moves windows about for some seconds after a screen came or went, so a change is told at
once and again when things have settled. Screens are known by name: PySide6 may let go of a screen's
object that was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLE_MS = (300, 1500, 3500)


class Ident(NamedTuple):
    """What tells one screen from another: where it is plugged in, and what it says of itself."""

    name: str
    device: str = ""
    """Maker, model and serial number; empty when the screen has no serial number to say."""

    def is_same(self, other: Ident) -> bool:
        """Tell whether this is surely the other, in its old socket or, known by itself, in a new one."""
        if self.device or other.device:
            return self.device == other.device
        return self.name == other.name


@dataclass(frozen=True, slots=True)
class Wish:
    """What the teacher chose, by the names of screens; what is empty is chosen for them."""

    projector: str = ""
    """The class's screen."""
    own: str = ""
    """The teacher's."""
    more: tuple[str, ...] = ()
    """Screens that show the class's slide besides the first."""
    sharing: bool = False
    """Whether the class's slide stands in a window that is shared in a video call."""
    rehearsing: bool = False
    """With `sharing`: nobody is there. The slide has no window, and notes are shown on the only screen."""

    @property
    def in_private(self) -> bool:
        """Whether nobody but the teacher looks at any screen."""
        return self.sharing and self.rehearsing


@dataclass(frozen=True, slots=True)
class Room:
    """Where the windows go."""

    teacher: QScreen
    projector: QScreen | None
    """None when no screen is left that the teacher alone sees, or the slide is in a shared window."""
    mirrored: bool = False
    """True when another screen shows the same as the teacher's."""
    more: tuple[QScreen, ...] = ()
    """Further screens that show the class's slide."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One place where there is a picture: a screen, or several that show the same."""

    number: int
    """From 1, from left to right."""
    names: tuple[str, ...]
    """The systems' names; the first stands for all."""
    title: str
    """What people call it: maker and model where the screen says them."""
    area: QRect
    pixels: tuple[int, int]
    """Width and height in the screen's own dots."""
    primary: bool = False

    @property
    def name(self) -> str:
        """The name by which it is chosen and remembered."""
        return self.names[0]


def ident(screen: QScreen) -> Ident:
    """Tell what is known of a screen."""
    serial = screen.serialNumber()
    return Ident(screen.name(), "|".join((screen.manufacturer(), screen.model(), serial)) if serial else "")


def groups(screens: Sequence[QScreen], primary: QScreen) -> list[list[QScreen]]:
    """Put screens together that show the same picture or a part of it; the main one comes first."""
    found: list[list[QScreen]] = []
    for screen in sorted(screens, key=lambda screen: screen is not primary):
        area = screen.geometry()
        same = [group for group in found if any(area.intersects(one.geometry()) for one in group)]
        joined = [*(one for group in same for one in group), screen]
        found = [group for group in found if group not in same]
        found.append(joined)
    return sorted(found, key=lambda group: primary not in group)


def arrange(screens: Sequence[QScreen], primary: QScreen, wish: Wish) -> Room:
    """Choose the screens.

    The class has the one wished for, or the largest beside the main one. The teacher has the one
    wished for, else the main one, else the largest that the class does not look at. Where every screen
    is the class's, `projector` is None and the slide may go onto `teacher`.
    """
    parts = groups(screens, primary)
    if wish.sharing:
        return _sharing(parts, primary, wish)
    if len(parts) == 1:
        return Room(primary, None, mirrored=len(parts[0]) > 1)
    seen = _named(parts, wish.projector)
    if seen is None:
        own = _named(parts, wish.own) or parts[0]
        # Screens that show the same picture are seen by somebody; nobody mirrors a screen for notes.
        seen = max((part for part in parts if part is not own), key=lambda part: (len(part) > 1, _size(part)))
    more = [part for part in parts if part is not seen and _named([part], *wish.more)]
    rest = [part for part in parts if part is not seen and part not in more]
    others = tuple(_head(part, *wish.more) for part in more)
    head = _head(seen, wish.projector)
    if not rest:
        return Room(head, None, mirrored=len(seen) > 1, more=others)
    own = _own(rest, wish)
    return Room(_head(own, wish.own, primary.name()), head, mirrored=len(own) > 1, more=others)


def _sharing(parts: list[list[QScreen]], primary: QScreen, wish: Wish) -> Room:
    more = [part for part in parts if _named([part], *wish.more)]
    rest = [part for part in parts if part not in more] or parts[:1]
    own = _own(rest, wish)
    others = tuple(_head(part, *wish.more) for part in more if part is not own)
    return Room(_head(own, wish.own, primary.name()), None, mirrored=len(own) > 1, more=others)


def _own(rest: list[list[QScreen]], wish: Wish) -> list[QScreen]:
    """Choose the teacher's among what the class does not look at; the main one comes first in the list."""
    alone = [part for part in rest if len(part) == 1] or rest
    return _named(alone, wish.own) or alone[0]


def _named(parts: Iterable[list[QScreen]], *names: str) -> list[QScreen] | None:
    wanted = {name for name in names if name}
    return next((part for part in parts if any(one.name() in wanted for one in part)), None)


def _head(part: list[QScreen], *names: str) -> QScreen:
    """Choose the screen that stands for those with the same picture: the one named, else the largest."""
    return next((one for one in part if one.name() in names), None) or max(part, key=_area)


def _size(part: list[QScreen]) -> int:
    return max(_area(screen) for screen in part)


def _area(screen: QScreen) -> int:
    size = screen.geometry().size()
    return size.width() * size.height()


def stands(screens: Sequence[QScreen], primary: QScreen) -> tuple[Stand, ...]:
    """Give every place where there is a picture, numbered from left to right."""
    parts = groups(screens, primary)
    parts.sort(key=lambda part: (part[0].geometry().left(), part[0].geometry().top()))
    return tuple(_stand(number, part, primary) for number, part in enumerate(parts, 1))


def _stand(number: int, part: list[QScreen], primary: QScreen) -> Stand:
    head = primary if primary in part else max(part, key=_area)
    size, ratio = head.geometry().size(), head.devicePixelRatio()
    ordered = sorted(part, key=lambda one: one is not head)
    called = " ".join(dict.fromkeys((head.manufacturer(), head.model()))).strip()
    return Stand(
        number=number,
        names=tuple(one.name() for one in ordered),
        title=called or head.name().removeprefix("\\\\.\\"),
        area=head.geometry(),
        pixels=(round(size.width() * ratio), round(size.height() * ratio)),
        primary=primary in part,
    )


def move_to(window: QWidget, area: QRect) -> None:
    """Put a window onto an area of the desktop; Qt 6 needs move and resize besides setGeometry."""
    window.setGeometry(area)
    window.move(area.topLeft())
    window.resize(area.size())


def windows_know_places() -> bool:
    """Tell whether a window knows where on the desktop it stands; with Wayland, none does."""
    return not QGuiApplication.platformName().startswith("wayland")


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

    def room(self, wish: Wish) -> Room:
        """Arrange the screens as they are now."""
        return arrange(self._app.screens(), self._app.primaryScreen(), wish)

    def all(self) -> list[QScreen]:
        """Give every screen there is now."""
        return list(self._app.screens())

    def stands(self) -> tuple[Stand, ...]:
        """Give every place where there is a picture now."""
        return stands(self._app.screens(), self._app.primaryScreen())

    def groups(self) -> list[list[QScreen]]:
        """Give the screens, those together that show the same."""
        return groups(self._app.screens(), self._app.primaryScreen())

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
