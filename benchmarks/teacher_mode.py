"""Teacher mode on a large window: modules opened, and their pages turned.

`measure_teacher_mode` runs this file as a program in a room of its own; by itself, `python -m
benchmarks.teacher_mode --data-dir FOLDER` prints one line of JSON, times in milliseconds.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.bench import Bench, BenchError
from benchmarks.figures import Limit, Row
from benchmarks.machine import ROOT
from benchmarks.rig.room import environment, room
from rse_lessons.means import Means
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.staffroom.learning import Learning
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import apply, load_fonts, load_theme
from rse_lessons.ui.training.known import steps

MODULE, PAGE = 60, 16
"""Milliseconds to open a module in, and to turn a page."""
PATIENCE = 3.0
"""Seconds after which nothing more is expected."""
ROUNDS = 2
"""So often every page of every module is turned; each is a value of its own."""
READING = 0.4
"""Seconds that are spent on a page at least, as by somebody who leafs through it."""


def measure_teacher_mode(bench: Bench) -> list[Row]:
    """Time the page from inside the program."""
    first: list[float] = []
    with room() as here:
        for _ in range(bench.n):
            first += _inside(bench.data("teacher-mode"), here.display, "-n", "0")["first"]
        found = _inside(bench.data("teacher-mode"), here.display, "-n", str(min(bench.n, ROUNDS)))
    pages = round(found["pages"][0])
    return [
        Row("Teacher mode opened for the first time in a run", tuple(first)),
        Row("A module opened", tuple(found["module"]), limits=(Limit("median", MODULE),)),
        Row(f"Its pages turned, {pages} in all", tuple(found["on"]), limits=(Limit("median", PAGE),)),
        Row("The same, leafing back", tuple(found["back"])),
        Row("The same page for another nation", tuple(found["nation"])),
    ]


def _inside(data: Path, display: str, *words: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.teacher_mode", "--data-dir", str(data), *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(display), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BenchError(f"Teacher mode could not be measured: {done.stderr.strip()[-2000:]}")
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


class Painted(QObject):
    """Notes when a viewport, and with it all that is in it, has been painted.

    Watched in each of its widgets, a page of seventy would wait for the watching.
    """

    def __init__(self, viewport: QWidget, ready: Callable[[], bool] = lambda: True) -> None:
        """Paintings before `ready` says yes are of something else."""
        super().__init__()
        self.when = 0.0
        self._ready = ready
        self._viewport = viewport
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Ask to be called after the painting, before timers have their turn."""
        if event.type() == QEvent.Type.Paint and self._ready():
            self._viewport.removeEventFilter(self)
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value
            )
        return False

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802  Qt's own name
        """Note the time."""
        self.when = time.perf_counter()

    def wait(self, app: QApplication, start: float) -> float | None:
        """Let Qt work until it is painted; give the milliseconds since the start, or None if it never is."""
        while not self.when:
            if time.perf_counter() - start > PATIENCE:
                return None
            app.processEvents()
        return (self.when - start) * 1000


class Window(QObject):
    """The main window with Teacher mode, on records of its own."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__()
        self.app = app
        self.school = School(folder)
        self.school.library.refresh()
        theme = load_theme("light")
        apply(app, theme)
        self.window = LibraryWindow(theme)
        self.store = Store(self.school.paths.records, now=lambda: datetime.now(UTC), tell=print)
        means = Means(
            self.school,
            self.window,
            lambda: theme,
            lambda: self.store,
            Summary,
            self.prefer,
            lambda: None,
            print,
            lambda: False,
        )
        self.learning = Learning(means)
        self.window.resize(1920, 1080)
        self.window.show()
        self.settle(1.0)

    def prefer(self, **changes: object) -> None:
        """Change preferences, as the program does."""
        self.school.prefer(**changes)
        self.learning.show_again(changes.keys())

    def settle(self, seconds: float) -> None:
        """Let everything happen that waits."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.app.processEvents()

    def timed(self, work: Callable[[], object]) -> list[float]:
        """Do something; give the milliseconds until the page is painted, if there was anything to paint."""
        self.settle(READING)
        start = time.perf_counter()
        paints = Painted(self.learning.page.view.area.viewport())
        work()
        taken = paints.wait(self.app, start)
        return [] if taken is None else [taken]

    def first(self) -> float:
        """Open the page before anything of it was made, with its first module read and shown."""
        start = time.perf_counter()
        self.learning.open()
        page = self.learning.page
        paints = Painted(page.view.area.viewport(), lambda: page.front is not None)
        taken = paints.wait(self.app, start)
        if taken is None:
            raise SystemExit("The page was never painted.")
        return taken


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.teacher_mode", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("-n", type=int, default=3)
    args = parser.parse_args()
    app = QApplication(["rse-lessons", "-style", "Fusion"])
    load_fonts()
    window = Window(app, args.data_dir)
    found: dict[str, list[float]] = {"first": [window.first()]}
    page = window.learning.page
    for name in ("module", "on", "back", "nation"):
        found[name] = []
    modules = list(page.desk.rows)
    found["pages"] = [0.0]
    for _ in range(args.n):
        for module in modules:
            found["module"] += window.timed(lambda module=module: window.learning.open_module(module))  # type: ignore[misc]
            count = len(steps(page.opened.module)) if page.opened else 0
            found["pages"][0] += count
            for _ in range(count):
                found["on"] += window.timed(lambda: page.turn(1))
            for _ in range(3 if page.page_id else 0):
                found["back"] += window.timed(lambda: page.turn(-1))
            for code in (
                "sct",
                "wls",
                "nir",
                "eng",
            ):  # a page that says the same is not painted
                found["nation"] += window.timed(lambda code=code: window.prefer(nation=code))  # type: ignore[misc]
    print(json.dumps(found))
    window.window.close()
    window.store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
