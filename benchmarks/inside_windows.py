"""What is timed from inside the program's windows, for `inside.py`.

The program's own parts are put together as it does itself, keys and requests are sent as Qt would, and the
time runs until the answer is painted.
"""

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QWidget

from benchmarks.machine import ROOT
from rse_lessons.app import Main
from rse_lessons.authors.previewing import Preview
from rse_lessons.i18n import catalogues
from rse_lessons.lesson.model import Diamond, Lesson, Line, Order, Quiz, Scenario, Sort, Vote
from rse_lessons.presenting.activity import to_data
from rse_lessons.presenting.session import Session
from rse_lessons.school import School
from rse_lessons.shelving import put_up_first, put_up_rest
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.theme import apply, load_fonts, load_theme

WORDS = "sharing pictures home"
EVERY = ROOT / "tests" / "fixtures" / "lessons" / "every-activity.md"
ACTIVITIES = (Sort, Order, Line, Diamond, Scenario, Quiz, Vote)


class Paints(QObject):
    """Notes when a widget, or one inside it, has been painted; with `ready`, only once that is true."""

    def __init__(self, widget: QWidget, ready: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self.when = 0.0
        """When the painting was over, or 0."""
        self._ready = ready
        self._widgets = [widget, *widget.findChildren(QWidget)]
        for each in self._widgets:
            each.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Ask to be called after a painting, before timers have their turn; let everything pass."""
        if event.type() == QEvent.Type.Paint and self._ready():
            self.end()
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value
            )
        return False

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802  Qt's own name
        """Note the time."""
        self.when = time.perf_counter()

    def end(self) -> None:
        """Watch no longer."""
        for each in self._widgets:
            each.removeEventFilter(self)

    def wait(self, app: QApplication, start: float) -> float:
        """Let Qt work until it is painted; return the milliseconds since the start."""
        _until(app, lambda: self.when > 0, start)
        return (self.when - start) * 1000


def search(args: argparse.Namespace) -> dict[str, list[float]]:
    """Put up what a first picture leaves out; then type into the search field, and take the letters away."""
    app, main = _open_library(args.data_dir)
    rest = _rest_put_up(app, main, School(args.data_dir))
    library = main.window.library
    main.window.activateWindow()
    library.search()
    keys = [(Qt.Key.Key_A, letter) for letter in WORDS] + [(Qt.Key.Key_Backspace, "")] * len(WORDS)
    field = library.head.search
    return {
        "rest": [rest],
        "key": [_typed(app, field, library.shelf, *keys[i % len(keys)]) for i in range(args.n)],
    }


def opening(args: argparse.Namespace) -> dict[str, list[float]]:
    """Open a lesson's page for the first time and again, then present it; needs two screens."""
    app, main = _open_library(args.data_dir)
    window = main.window
    page = [_page_opened(app, main, args.lesson_id)]
    for _ in range(args.n):
        window.show_library()
        _settle(app, 0.3)
        page.append(_page_opened(app, main, args.lesson_id))
    _settle(app, 1.0)
    start = time.perf_counter()
    window.present_requested.emit(args.lesson_id, 0)
    projector = next(widget for widget in app.topLevelWidgets() if widget.objectName() == "projector")
    paints = Paints(projector, lambda: projector.size() == projector.screen().size())
    shown = paints.wait(app, start)
    return {"page-first": page[:1], "page-again": page[1:], "projector": [shown]}


def activity(args: argparse.Namespace) -> dict[str, list[float]]:
    """Make the scenes of every activity and of one with many cards; resume a lesson with all of them."""
    _app = QApplication(["rse-lessons", "-platform", "offscreen"])
    load_fonts()
    school, look = School(args.data_dir), SlideLook(band="ks3")
    lessons = {name: _read(school, path) for name, path in (("all", EVERY), ("many", args.lesson))}
    taken: dict[str, list[float]] = {"open": [], "many": [], "put": [], "resume": []}
    for _ in range(args.n):
        for name, lesson in lessons.items():
            session = Session(lesson, clock=time.monotonic)
            for index, slide in enumerate(session.slides):
                words.document.cache_clear()  # a slide that was not there a moment ago
                words.measured.cache_clear()
                if any(isinstance(part, ACTIVITIES) for part in slide.parts):
                    start = time.perf_counter()
                    scene = build_scene(slide, index + 1, look, session.states)
                    _painted(scene)
                    taken["open" if name == "all" else "many"].append((time.perf_counter() - start) * 1000)
                    if name == "many":
                        session.do("many", "place", "card-1", "here")
                        start = time.perf_counter()
                        scene.apply("many", session.states["many"])
                        _painted(scene)
                        taken["put"].append((time.perf_counter() - start) * 1000)
        taken["resume"].append(_resumed(lessons["all"], look))
    return taken


def preview(args: argparse.Namespace) -> dict[str, list[float]]:
    """Save a lesson again and again, and time each save until its slide is painted in the preview."""
    app = QApplication(["rse-lessons"])
    load_fonts()
    theme = load_theme("light")
    apply(app, theme)
    made = Preview(School(args.data_dir), args.lesson, lambda: theme)
    made.open()
    text = args.lesson.read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("# ") and "{stage=" in line)
    _settle(app, 8.0)  # the thorough checks load their dictionary
    taken: dict[str, list[float]] = {"saved": [], "checked": []}
    for turn in range(args.n):
        shown: list[float] = []
        checked: list[float] = []
        made.window.shown.connect(partial(_note, shown))
        made.checked.connect(partial(_note, checked))
        paints = Paints(made.window.view, partial(bool, shown))
        changed = text.replace(heading, heading.replace("# ", f"# Turn {turn}: ", 1), 1)
        start = time.perf_counter()
        args.lesson.write_text(changed, encoding="utf-8")
        taken["saved"].append(paints.wait(app, start))
        _until(app, partial(bool, checked), start)
        taken["checked"].append((checked[0] - start) * 1000)
    made.end(wait=True)
    return taken


def _note(times: list[float]) -> None:
    times.append(time.perf_counter())


def _read(school: School, path: Path) -> Lesson:
    lesson = school.read_file(path).lesson
    if lesson is None:
        raise SystemExit(f"{path} could not be read.")
    return lesson


def _resumed(lesson: Lesson, look: SlideLook) -> float:
    """Put everything in the places that the lesson would, and begin again from what is kept of it."""
    session = Session(lesson, clock=time.monotonic)
    for block in session.states:
        session.reveal(block)
    kept = {block: to_data(state) for block, state in session.states.items()}
    words.document.cache_clear()
    words.measured.cache_clear()
    start = time.perf_counter()
    again = Session(lesson, clock=time.monotonic, start=5, states=json.loads(json.dumps(kept)))
    for index in (4, 5, 6):
        _painted(build_scene(again.slides[index], index + 1, look, again.states))
    return (time.perf_counter() - start) * 1000


def _painted(scene: QGraphicsScene) -> None:
    picture = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    scene.render(painter)
    painter.end()


def _rest_put_up(app: QApplication, main: Main, school: School) -> float:
    """Open another library, of lessons still unread; return the milliseconds after its first picture."""
    window = LibraryWindow(main.theme)
    put_up_first(window, school, main.summary)
    window.resize(main.window.size())
    first, start = Paints(window.library.shelf), time.perf_counter()
    window.show()
    first.wait(app, start)
    paints, start = Paints(window.library.shelf), time.perf_counter()
    put_up_rest(window, school, main.summary)
    taken = paints.wait(app, start)
    window.close()
    window.deleteLater()
    return taken


def _typed(app: QApplication, field: QWidget, shelf: QWidget, key: Qt.Key, text: str) -> float:
    """Press one key; return the milliseconds until the shelf is painted."""
    _settle(app, 0.05)
    paints = Paints(shelf)
    start = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        app.postEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    return paints.wait(app, start)


def _page_opened(app: QApplication, main: Main, lesson_id: str) -> float:
    """Ask for a lesson's page as a click on its book does; return the milliseconds until it is painted."""
    pages, library = main.window.pages, main.window.library
    start = time.perf_counter()
    main.window.lesson_opened.emit(lesson_id)
    _until(app, lambda: pages.currentWidget() is not library, start)
    page = pages.currentWidget()
    if page is None:
        raise SystemExit("No page was opened.")
    paints = Paints(page)
    return paints.wait(app, start)


def _open_library(data_dir: Path) -> tuple[QApplication, Main]:
    """Open the main window as `rse_lessons.app` does, and wait until it has nothing left to do."""
    school = School(data_dir)
    app = QApplication(["rse-lessons"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    catalogues.use(school.preferences.language, school.root / "translations")
    main = Main(app, school)
    done: list[bool] = []
    main.refreshed.connect(done.append)
    main.open()
    _until(app, lambda: bool(done), time.perf_counter(), limit=120.0)
    main.window.activateWindow()
    _settle(app, 1.0)
    return app, main


def _settle(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.001)


def _until(app: QApplication, true: Callable[[], bool], start: float, limit: float = 20.0) -> None:
    """Let Qt work until something is true."""
    while not true():
        app.processEvents()
        if time.perf_counter() - start > limit:
            raise SystemExit("What was waited for did not come.")
