"""The whole program behind a passcode, with Teacher mode in front; made once for a file of tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from rse_lessons.app import Main
from rse_lessons.attending import Attending
from rse_lessons.entrance.entering import Visit
from rse_lessons.school import School
from rse_lessons.settings.access import FIRST, OWNER
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.profiles import OwnPasscode, Profiles
from rse_lessons.ui.profiles.covers import Sheet
from rse_lessons.ui.profiles.lock import LockWindow
from tests.ui_profiles.parts import CHEAP, two_teachers
from tests.ui_settings.small import fonts, settle

PASSCODE = "hazel"
MODULE = "consent-and-pressure"
PRIVATE = "I spoke too fast when the room fell quiet"
"""A reflection: words that nobody else is to see."""


def app() -> QApplication:
    """Give the application of the tests."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def wait_for(signal: SignalInstance, begin: Callable[[], object]) -> None:
    """Begin something, and wait until a signal says that it is done."""
    loop, came = QEventLoop(), list[bool]()
    signal.connect(lambda: came.append(True))
    signal.connect(loop.quit)
    QTimer.singleShot(20_000, loop, loop.quit)
    begin()
    if not came:
        loop.exec()
    assert came


class LockedHouse:
    """Mrs Owen's program, opened with her passcode, and everything that a locked one must hide."""

    def __init__(self, school: School) -> None:
        fonts()
        self.school = school
        self.home: Paths = school.paths
        profiles, _other = two_teachers(self.home)
        OwnPasscode(profiles, FIRST, CHEAP).choose(PASSCODE)
        self.started: list[tuple[str, ...]] = []
        self.visit = Visit(
            self.home, self.home, OWNER, FIRST, launch=lambda words: self.started.append(tuple(words))
        )
        self.visit.profiles = Profiles(self.home)
        self.visit.passcode = OwnPasscode(self.visit.profiles, FIRST, CHEAP)
        school.prefer(theme="light")
        self.main = Main(app(), school)
        self.guard = Attending(app(), self.main, self.visit).guard
        # What the program makes in its own time is made before anything is compared.
        wait_for(self.main.warmed, self.main.open)
        settle()
        learning = self.main.desks.learning
        wait_for(learning.ready, learning.open)
        learning.open_module(MODULE)
        reflected = {"block": "next-time"}
        self.main.store.record("module-reflected", lesson=MODULE, data=reflected, words=PRIVATE)
        assert self.main.store.flush(10)
        settle()

    @property
    def lock(self) -> LockWindow:
        """The window that asks for the passcode."""
        assert self.guard.window is not None
        return self.guard.window

    def rest(self, seconds: int = 86_400) -> None:
        """Have nobody been there for so long."""
        assert self.guard.idle is not None
        self.guard.idle._last = tuple(clock - seconds for clock in self.guard.idle._last)  # type: ignore[assignment]

    def lock_by(self, way: str) -> None:
        """Lock by `hand` or by `rest`."""
        assert not self.guard.locked
        if way == "hand":
            self.guard.lock()
        else:
            self.rest()
            assert self.guard.idle is not None
            assert self.guard.idle.check()
        settle()
        assert self.guard.locked

    def unlock(self) -> None:
        """Put the lock away, and forget wrong tries."""
        for popup in app().topLevelWidgets():
            if isinstance(popup, QMenu):
                popup.close()
        if self.guard.locked:
            self.lock.accept()
        self.visit.passcode.choose(PASSCODE)
        settle()

    def state(self) -> dict[str, object]:
        """Tell what must not change while it is locked."""
        page = self.main.desks.learning.page
        job = self.main.store.do(lambda journal: [event.kind for event in journal.events()])
        assert job.wait(10)
        return {
            "page": self.main.window.pages.currentWidget(),
            "module": (page.module_id, page.page_id),
            "recorded": job.result(),
            "preferences": self.school.preferences,
            "giving": self.main.giving,
            "made": sorted(vars(self.main.desks)),
        }

    def close(self) -> None:
        """End everything."""
        self.unlock()
        if self.guard.idle is not None:
            self.guard.idle.stop()
        self.main.window.close()
        self.main.close()
        self.guard.deleteLater()
        self.main.window.deleteLater()
        settle()


def other_windows(lock: QWidget) -> list[QWidget]:
    """Give the windows in sight but for the lock and what belongs to it."""
    found = []
    for window in app().topLevelWidgets():
        popup = window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        if window.isVisible() and window is not lock and not (popup and isinstance(window, QMenu)):
            found.append(window)
    return found


def in_sight(lock: QWidget) -> list[str]:
    """Name what can be seen in windows that should be covered."""
    return [
        f"{type(part).__name__} {part.objectName()} in {type(window).__name__}"
        for window in other_windows(lock)
        for part in window.findChildren(QWidget)
        if part.isVisible() and part.isVisibleTo(window)  # Qt keeps bars of hidden pages “visible”
        if part.window() is window and not isinstance(part, Sheet)
    ]


def spoken(window: QWidget) -> set[str]:
    """Give every word that a screen reader finds in a window."""
    return {words for words in _spoken(QAccessible.queryAccessibleInterface(window)) if words}


def _spoken(part: QAccessibleInterface | None) -> Iterator[str]:
    if part is None or not part.isValid() or part.state().invisible:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield part.text(kind)
    for number in range(part.childCount()):
        yield from _spoken(part.child(number))
