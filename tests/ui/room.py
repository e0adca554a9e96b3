"""A classroom for tests: a real lesson, real windows, and screens that can be pulled out and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.reader import read_lesson
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import for_nation
from rse_lessons.ui.classroom import Classroom, Wishes
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.theme import apply, load_fonts, load_theme

ROOT = Path(__file__).resolve().parents[2]
LESSON = ROOT / "content" / "secondary" / "if-an-image-is-shared.md"


@cache
def taught_in_england(path: Path, _changed: int) -> Lesson:
    """Give a lesson, read once while its file stays as it is."""
    reading = read_lesson(path, picture_folders=[ROOT / "assets" / "illustrations"])
    assert reading.lesson is not None
    return for_nation(reading.lesson, "eng")


class Sockets(QObject):
    """Stands in for the application as the source of screens: Qt's own can't be pulled out in a test."""

    screenAdded = Signal(QScreen)  # noqa: N815  Qt's own name
    screenRemoved = Signal(QScreen)  # noqa: N815  Qt's own name
    primaryScreenChanged = Signal(QScreen)  # noqa: N815  Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.known = {screen.name(): screen for screen in QGuiApplication.screens()}
        self.teacher, self.projector = self.known["TEACHER"], self.known["PROJECTOR"]
        self.plugged = [self.teacher, self.projector]
        self.main = self.teacher

    def screens(self) -> list[QScreen]:
        return list(self.plugged)

    def primaryScreen(self) -> QScreen:  # noqa: N802  Qt's own name
        return self.main if self.main in self.plugged else self.plugged[0]

    def pull(self, screen: QScreen) -> None:
        self.plugged.remove(screen)
        self.screenRemoved.emit(screen)

    def plug(self, screen: QScreen) -> None:
        self.plugged.append(screen)
        self.screenAdded.emit(screen)

    def make_main(self, screen: QScreen) -> None:
        self.main = screen
        self.primaryScreenChanged.emit(screen)


class Room:
    """One lesson being given, with what it recorded and a clock that is set by hand."""

    def __init__(
        self,
        *,
        theme: str = "light",
        scale: float = 1.0,
        start: int = 0,
        alone: bool = False,
        lesson: Path = LESSON,
        plugged: Sequence[str] = (),
        wishes: Wishes | None = None,
        readings: Callable[[Path, SlideLook], Readings] | None = None,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        load_fonts()
        self.theme = load_theme(theme, scale)
        if app.styleSheet() != self.theme.sheet:
            apply(app, self.theme)
        self.now = 1000.0
        self.recorded: list[tuple[str, dict[str, object]]] = []
        taught = taught_in_england(lesson, lesson.stat().st_mtime_ns)
        self.session = Session(
            taught,
            clock=lambda: self.now,
            record=lambda kind, data: self.recorded.append((kind, dict(data))),
            start=start,
            class_label="8 Hazel",
        )
        self.sockets = Sockets()
        if alone:
            self.sockets.plugged.remove(self.sockets.projector)
        if plugged:
            self.sockets.plugged = [self.sockets.known[name] for name in plugged]
        self.screens = Screens(cast("QGuiApplication", self.sockets))
        look = SlideLook(
            band=str(taught.front.band), theme_name="high-contrast" if theme == "high-contrast" else "light"
        )
        self.wishes = wishes or Wishes()
        self.classroom = Classroom(
            self.session,
            look,
            self.theme,
            self.screens,
            self.wishes,
            readings=readings(lesson, look) if readings else None,
        )
        self.asked_to_end = 0
        self.classroom.end_requested.connect(self._count_end)
        self.console = self.classroom.console
        self.projector = self.classroom.projector

    def _count_end(self) -> None:
        self.asked_to_end += 1

    def notes_in_sight_of_the_class(self) -> bool:
        """Whether the notes can be seen on a screen that the class may be looking at."""
        notes = self.console.notes
        if not notes.isVisible():
            return False
        seen_by_class = (
            [self.sockets.projector] if len(self.sockets.plugged) > 1 else list(self.sockets.plugged)
        )
        return any(screen.geometry().intersects(self.console.geometry()) for screen in seen_by_class)


@contextmanager
def room(**wishes: object) -> Iterator[Room]:
    """Open a classroom and close it again."""
    made = Room(**wishes)  # type: ignore[arg-type]
    made.classroom.open()
    try:
        yield made
    finally:
        made.classroom.close()
        # A test is no event loop: what is to be deleted later is deleted now, not carried along.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
