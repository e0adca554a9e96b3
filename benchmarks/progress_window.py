"""The progress window with 30 classes that were taught 24 lessons: opened, changed, scrolled.

`measure_progress` runs this file as a program in a room of its own; by itself, `python -m
benchmarks.progress_window --data-dir FOLDER` prints one line of JSON, times in milliseconds.
"""

import argparse
import itertools
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from benchmarks.bench import Bench, BenchError
from benchmarks.figures import Limit, Row
from benchmarks.inside_windows import Paints
from benchmarks.machine import ROOT
from benchmarks.rig.room import environment, room
from rse_lessons.lesson.card import Card
from rse_lessons.overview.progressing import Progressing, Surroundings
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import apply, load_fonts, load_theme

CLASSES = 30
TERM, STEP = datetime(2026, 9, 2, 8, tzinfo=UTC), timedelta(minutes=10)
"""When the year begins, and how long after one thing the next is recorded."""
TODAY = date(2026, 11, 19)
REACH = 50
"""Milliseconds to open or paint the grid anew in."""


def measure_progress(bench: Bench) -> list[Row]:
    """Time the window from inside the program."""
    data = bench.data("progress")
    cold: list[float] = []
    first: list[float] = []
    with room() as here:
        for _ in range(bench.n):
            cold += _inside(data, here.display, "--cold")["cold"]
            first += _inside(data, here.display, "-n", "1")["first"]
        found = _inside(data, here.display, "-n", str(3 * bench.n))
    told = f"{CLASSES} classes, {round(found['lessons'][0])} lessons each"
    limit = (Limit("median", REACH),)
    return [
        Row(f"Progress window opened: {told}", tuple(found["open"]), limits=limit),
        Row("The same, for the first time in a run", tuple(first), limits=limit),
        Row("The same, the records read anew", tuple(found["recorded"]), limits=limit),
        Row("The same, before the app has come to rest", tuple(cold)),
        Row("The same, made anew when something else is to be shown", tuple(found["change"]), limits=limit),
        Row("The same, a step of scrolling painted", tuple(found["scroll"]), limits=limit),
        Row("Its calendar opened", tuple(found["calendar"])),
        Row("Its curriculum opened", tuple(found["curriculum"])),
    ]


def _inside(data: Path, display: str, *words: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.progress_window", "--data-dir", str(data), *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(display), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BenchError(f"the progress window could not be measured: {done.stderr.strip()[-2000:]}")
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def live(store: Store, cards: tuple[Card, ...]) -> None:
    """Record a year in which every class was taught every lesson, with hands and times."""
    bands = ["ks3", "ks4", "upper-ks2"]
    for place in range(CLASSES):
        label = f"{7 + place // 6}{'ABCDEF'[place % 6]}"
        store.record("class-added", class_label=label, data={"band": bands[place // 10]})
        for turn, card in enumerate(cards):
            for kind, data in _lesson(card, place, turn):
                store.record(kind, lesson=card.id, class_label=label, data=data)
    if not store.flush(120):
        raise SystemExit("The records could not be written.")


def _lesson(card: Card, place: int, turn: int) -> Iterator[tuple[str, dict[str, object]]]:
    yield "started", {"slides": card.slides, "slide": 0}
    yield "slide", {"slide": card.slides - 1}
    for pair in card.compared[:1]:
        for block, yes in zip(pair, (8 + place % 9, 18 + turn % 9), strict=True):
            yield "tally", {"block": block, "counts": {"yes": yes, "no": None, "unsure": 6}}
    for stage, seconds in card.stages:
        yield "stage", {"stage": stage, "seconds": seconds + turn}
    yield "finished", {}


class Window(QObject):
    """The library window with the progress page beside it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__()
        self.app = app
        school = School(folder)
        school.library.refresh()
        self.cards = tuple(school.library.cards())
        theme = load_theme("light")
        apply(app, theme)
        self.window = LibraryWindow(theme)
        clock = itertools.count()
        self.store = Store(school.paths.records, now=lambda: TERM + next(clock) * STEP, tell=print)
        if not self.store.snapshot().classes:
            live(self.store, self.cards)
        self.summary = self.store.snapshot()  # held until the records change, as the app does
        around = Surroundings(school, self.window, lambda: theme, lambda: self.summary, lambda: TODAY)
        self.around = around
        self.window.set_all(self.cards, self.summary, "")
        self.window.resize(1920, 1080)
        self.window.show()
        self.settle(1.0)

    @cached_property
    def progress(self) -> Progressing:
        """The page and what it needs."""
        return Progressing(self.around)

    def settle(self, seconds: float) -> None:
        """Let everything happen that waits."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.app.processEvents()

    def timed(self, work: Callable[[], object], view: str = "classes") -> float:
        """Do something, and give the milliseconds until a view of the page is painted."""
        self.settle(0.1)
        start = time.perf_counter()
        paints = Paints(self.progress.page.views[view].viewport())
        work()
        return paints.wait(self.app, start)

    def cold(self) -> float:
        """Make the page and open it."""
        start = time.perf_counter()
        self.progress.page.desk.other_ages.setChecked(True)
        paints = Paints(self.progress.page.grid.viewport())
        self.progress.open()
        return paints.wait(self.app, start)

    def opened(self) -> float:
        """Open the page from the library."""
        self.window.show_library()
        return self.timed(self.progress.open)

    def read_and_opened(self) -> float:
        """Read the records and open the page from the library, as after a lesson."""

        def work() -> None:
            self.summary = self.store.snapshot()
            self.progress.open()

        self.window.show_library()
        return self.timed(work)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.progress_window", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--cold", action="store_true", help="only the first opening, nothing made before")
    parser.add_argument("-n", type=int, default=10)
    args = parser.parse_args()
    app = QApplication(["rse-lessons", "-style", "Fusion"])
    load_fonts()
    window = Window(app, args.data_dir)
    if args.cold:
        print(json.dumps({"cold": [window.cold()]}))
        window.store.close()
        return 0
    page = window.progress.page
    page.desk.other_ages.setChecked(True)
    window.progress.warm()
    window.settle(1.0)
    found: dict[str, list[float]] = {"first": [window.opened()]}
    found["lessons"] = [float(len(page.made.sections[0].lessons))]
    found["open"] = [window.opened() for _ in range(args.n)]
    found["recorded"] = [window.read_and_opened() for _ in range(args.n)]
    found["change"] = [window.timed(page.desk.hands.toggle) for _ in range(args.n)]
    bars = page.grid.verticalScrollBar(), page.grid.horizontalScrollBar()
    found["scroll"] = []
    for turn in range(args.n):
        bar = bars[turn % 2]
        step = 120 if bar.value() + 120 <= bar.maximum() else -bar.maximum()
        found["scroll"].append(window.timed(lambda bar=bar, step=step: bar.setValue(bar.value() + step)))  # type: ignore[misc]
    for view in ("calendar", "curriculum"):
        found[view] = []
        for _ in range(args.n):
            page.show_view("classes")
            window.progress.show_again()
            found[view].append(window.timed(lambda view=view: page.show_view(view), view))  # type: ignore[misc]
    print(json.dumps(found))
    window.window.close()
    window.store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
