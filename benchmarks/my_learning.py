"""My learning with ten years of records: read, opened and shown; a portfolio written.

`measure_my_learning` runs this file as a program in a room of its own; by itself, `python -m
benchmarks.my_learning --data-dir FOLDER` prints one line of JSON, times in milliseconds.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bench import Bench, BenchError
from benchmarks.figures import Limit, Row
from benchmarks.machine import ROOT
from benchmarks.records import fill as lessons
from benchmarks.rig.room import environment, room
from benchmarks.teacher_mode import Painted
from rse_lessons.caretaking.ending import wait_for
from rse_lessons.means import Means
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.learning_rows import read_learning
from rse_lessons.progress.deleting.retention import delete_training
from rse_lessons.progress.facts.events import EVIDENCE, Event, timestamp
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.staffroom.evidencing import Evidencing
from rse_lessons.staffroom.evidencing_words import portfolio_of
from rse_lessons.training.certificate import written
from rse_lessons.training.model import Module, Practice, Question, Reflect
from rse_lessons.training.walking import Walk, paths
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.my_learning import paper
from rse_lessons.ui.theme import apply, load_fonts, load_theme

YEARS = 10
OPEN, PORTFOLIO = 50, 3000
"""Milliseconds to open the page in, and to write a portfolio of 40 pages."""
PATIENCE = 60_000
ENTRIES = 400
"""Lines of the log in the portfolio: about 20 sheets."""


def measure_my_learning(bench: Bench) -> list[Row]:
    """Time the page from inside the program."""
    with room() as here:
        found = _inside(bench.data("my-learning"), here.display, "-n", str(max(5, bench.n)))
    events, pages = round(found["events"][0]), round(found["pages"][0])
    told = f"{YEARS} years, {events:,} steps"
    limit = (Limit("median", OPEN),)
    return [
        Row(f"My learning read from the disk: {told}", tuple(found["read"]), limits=limit),
        Row("My learning opened, with all of it read anew", tuple(found["open"]), limits=limit),
        Row("The same, for the first time in a run", tuple(found["first"])),
        Row("Another part of it shown", tuple(found["part"]), limits=limit),
        Row("A page of a module recorded: on the disk", tuple(found["recorded"])),
        Row(
            f"A portfolio of {pages} pages written, with reflections and notes",
            tuple(found["portfolio"]),
            limits=(Limit("median", PORTFOLIO),),
        ),
        Row("All training deleted, with its copies", tuple(found["deleted"])),
    ]


def _inside(data: Path, display: str, *words: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.my_learning", "--data-dir", str(data), *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(display), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BenchError(f"My learning could not be measured: {done.stderr.strip()[-2000:]}")
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


class Diary:
    """Ten years of one teacher's learning, as events with their words."""

    def __init__(self, modules: tuple[Module, ...]) -> None:
        self._dice = random.Random(7)  # noqa: S311  not for secrets
        self._modules = modules
        self.words: dict[str, str] = {}

    def year(self, begin: datetime) -> Iterator[Event]:
        """Give a year: each module once more, three rehearsals a term, and entries each week."""
        day = begin
        for module in self._modules:
            day += timedelta(days=30)
            yield from self._study(module, day)
        for week in range(38):
            day = begin + timedelta(weeks=week)
            data = {"entry": self._id(), "what": self._dice.choice(EVIDENCE), "day": f"{day:%Y-%m-%d}"}
            words = "Year 8, a lesson on asking first, with a colleague who has taught it for years"
            for _ in range(3):
                entry = {**data, "entry": self._id(), "minutes": self._dice.randrange(10, 120)}
                yield self._event(day, "evidence-added", data=entry, words=words)
            if week % 4 == 0:
                moments = ["silence/wait", "joke/stop", "whisper/listen"]
                yield self._event(day, "rehearsed", "ask-first", {"seconds": 1800, "moments": moments})
            if week % 6 == 0:
                note = "How do I end well when time is short, and what do I leave out first?"
                yield self._event(day, "mentor-noted", data={"entry": self._id()}, words=note)

    def _study(self, module: Module, day: datetime) -> Iterator[Event]:
        name = module.id
        yield self._event(day, "module-opened", name)
        for page in module.pages:
            for _ in range(3):
                seconds = self._dice.randrange(20, 400)
                yield self._event(day, "module-page", name, {"page": page.id, "seconds": seconds})
        parts = [part for page in module.pages for part in page.parts]
        for practice in (part for part in parts if isinstance(part, Practice)):
            for replies in [walk for walk, _ in zip(paths(practice), range(4), strict=False)]:
                path = list(Walk(practice, replies).path)
                yield self._event(day, "module-practised", name, {"block": practice.id, "path": path})
        for block in (part for part in parts if isinstance(part, Reflect)):
            yield self._event(day, "module-reflected", name, {"block": block.id}, "I wait longer now. " * 40)
        asked = [part.id for part in parts if isinstance(part, Question) and part.page][:8]
        for passed in (False, True):
            data = {"asked": asked, "missed": [] if passed else asked[:4], "passed": passed}
            yield self._event(day, "module-tried", name, data)

    def _event(
        self, day: datetime, kind: str, lesson: str = "", data: object = None, words: str = ""
    ) -> Event:
        event = Event(self._id(), "", 0, timestamp(day), kind, lesson, data=data or {})  # type: ignore[arg-type]
        if words:
            self.words[event.id] = words
        return event

    def _id(self) -> str:
        return f"{self._dice.getrandbits(128):032x}"


def fill(records: Path, modules: tuple[Module, ...]) -> int:
    """Record ten years of weekly lessons with 30 classes, and of learning; give how many steps those are."""
    diary, now = Diary(modules), datetime.now(UTC)
    count = lessons(records, YEARS * 50_000)
    with closing(Journal(records, now=now, seconds=60)) as journal:
        for year in range(YEARS):
            learnt = list(diary.year(now - timedelta(days=365 * (YEARS - year))))
            count += len(journal.append(learnt, diary.words))
    return count


class Window:
    """The main window with My learning."""

    def __init__(self, app: QApplication, school: School, store: Store) -> None:
        self.app, self.store = app, store
        theme = load_theme("light")
        apply(app, theme)
        self.window = LibraryWindow(theme)
        means = Means(
            school,
            self.window,
            lambda: theme,
            lambda: store,
            Summary,
            lambda **_changes: None,
            lambda: None,
            print,
            lambda: False,
        )
        self.evidencing = Evidencing(means)
        self.window.resize(1920, 1080)
        self.window.show()
        self.settle(1.0)

    def settle(self, seconds: float) -> None:
        """Let everything happen that waits."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.app.processEvents()

    def open(self) -> float:
        """Open the page, all of it read anew, and give the milliseconds until it is painted."""
        # Sleeping as in the program: a loop that asks all the time would keep Python from the reading thread.
        loop = QEventLoop()
        self.evidencing.ready.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop, lambda: loop.exit(1))
        start = time.perf_counter()
        self.evidencing.open("path")
        if loop.exec():
            raise SystemExit("The page was never read.")
        return self._painted(start)

    def part(self, name: str) -> float:
        """Show another part, and give the milliseconds until it is painted."""
        start = time.perf_counter()
        self.evidencing.page.show_part(name)
        return self._painted(start)

    def _painted(self, start: float) -> float:
        view = self.evidencing.page.stack.currentWidget()
        viewport = view.area.viewport()  # type: ignore[union-attr]
        painted = Painted(viewport)
        viewport.update()
        taken = painted.wait(self.app, start)
        if taken is None:
            raise SystemExit("The page was never painted.")
        return taken


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.my_learning", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("-n", type=int, default=5)
    args = parser.parse_args()
    app = QApplication(["rse-lessons", "-style", "Fusion"])
    load_fonts()
    school = School(args.data_dir)
    school.library.refresh()
    modules = tuple(school.module_as_shown(one) for one in school.modules)
    records = school.paths.records
    found: dict[str, list[float]] = {"events": [float(fill(records, modules))]}
    found["read"] = [timed(lambda: read_learning(records)) for _ in range(3 * args.n)]
    store = Store(records, now=lambda: datetime.now(UTC), tell=print)
    window = Window(app, school, store)
    found["first"] = [window.open()]
    found["open"], found["part"] = [], []
    for _ in range(args.n):
        window.settle(0.3)
        window.window.show_page(window.window.library)
        window.settle(0.3)
        found["open"].append(window.open())
        for part in ("evidence", "reflections", "notes", "take"):
            window.settle(0.1)
            found["part"].append(window.part(part))
    data = {"page": modules[0].pages[0].id, "seconds": 60}
    found["recorded"] = [
        timed(lambda: store.record("module-page", lesson=modules[0].id, data=data).wait(60))
        for _ in range(20)
    ]
    found["portfolio"], found["pages"] = portfolios(window.evidencing, args.data_dir / "my.pdf", args.n)
    found["deleted"] = [timed(lambda: delete(records, store))]
    print(json.dumps(found))
    window.window.close()
    store.close()
    return 0


def portfolios(evidencing: Evidencing, target: Path, times: int) -> tuple[list[float], list[float]]:
    """Write a portfolio of about 40 pages; give the milliseconds of each, and its pages."""
    taken, pages = [], [0.0]
    for _ in range(times):
        start = time.perf_counter()
        record = evidencing.taking.record("Siân Owen")
        whole = portfolio_of(
            evidencing.modules,
            evidencing.learning,
            evidencing.known,
            record,
            with_reflections=True,
            with_notes=True,
        )
        paged = paper.portfolio(replace(whole, entries=whole.entries[:ENTRIES]))
        paper.write(paged, "My portfolio", target, record=written(record))
        taken.append((time.perf_counter() - start) * 1000)
        pages = [float(len(paged.pages))]
    return taken, pages


def delete(records: Path, store: Store) -> None:
    """Delete all training, as the teacher does."""
    outcome = delete_training(records, partial(wait_for, store), now=datetime.now(UTC))
    if outcome.left or not outcome.events:
        raise SystemExit(f"{outcome.events} steps deleted, left: {outcome.left}")


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
