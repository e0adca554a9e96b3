"""Measure merging: a year's work of 30 classes, and thousands of spoilt merge files.

`python -m benchmarks.merging` does both; with `--quick` it reads 200 spoilt files.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from operator import add
from pathlib import Path
from typing import TypeVar

from benchmarks.figures import Limit, Row
from benchmarks.machine import describe_machine, processor_times, stolen
from benchmarks.spoilt import spoilt
from benchmarks.table import as_text
from benchmarks.year import school_year
from rse_lessons.progress.between.merging import preview, read_file, take_in, write_file
from rse_lessons.progress.between.oddities import SENTENCES, NotTakenError
from rse_lessons.progress.between.pieces import write_down
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.between.sharing import Do, Visit
from rse_lessons.progress.between.verifying import Contents
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.facts.events import Event, check_event
from rse_lessons.progress.facts.labels import check_label

T = TypeVar("T")

NOW = datetime(2026, 7, 20, 16, tzinfo=UTC)
DEVICE = "00112233445566aa"


def main(words: Sequence[str] | None = None) -> int:
    """Measure; return 0 when every figure is reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merging", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="200 spoilt files and one round")
    parser.add_argument("--files", type=int, default=0, help="how many spoilt files (default: 5,000)")
    parser.add_argument("-n", type=int, default=0, help="how many rounds (default: 5)")
    args = parser.parse_args(words)
    gc.disable()  # as in the app, which searches for garbage on its windows' thread alone
    machine, before = describe_machine(), processor_times()
    with tempfile.TemporaryDirectory(prefix="rse-merging-") as folder:
        rows = measure_year(Path(folder) / "year", args.n or (1 if args.quick else 5))
        judged = judge_spoilt(Path(folder) / "spoilt", args.files or (200 if args.quick else 5000))
    machine.append(f"The host took {stolen(before, processor_times()):.1%} of the processors' time away.")
    print("\n".join([*machine, "", as_text(rows), "", judged.as_text()]))
    return 1 if judged.faults or any(row.met is False for row in rows) else 0


def a_year(path: Path) -> tuple[Journal, int]:
    """Write a year's work into a new database, and give it with the number of its events."""
    journal = Journal(path, now=NOW, seconds=5)
    events = school_year()
    for start in range(0, len(events), 500):
        journal.append(events[start : start + 500])
    return journal, len(events)


def straight(journal: Journal) -> Do:
    """Have work done on a journal here and now."""

    def do(work: Callable[[Journal], T], /) -> T:
        return work(journal)

    return do


@dataclass(slots=True)
class Times:
    """Milliseconds, by what took them."""

    found: dict[str, list[float]] = field(default_factory=dict)

    def of(self, what: str, work: Callable[[], T]) -> T:
        """Do something and keep how long it took."""
        start = time.perf_counter()
        made = work()
        self.found.setdefault(what, []).append((time.perf_counter() - start) * 1000)
        return made


def measure_year(folder: Path, rounds: int) -> list[Row]:
    """Measure writing, looking at and taking in a year, by file and by folder."""
    records, times = folder / "from" / "progress.sqlite", Times()
    journal, count = a_year(records)
    (folder / "stick").mkdir()
    root = prepare(folder / "stick")
    file = folder / "year.rserecords"
    for number in range(rounds):
        times.of("write", lambda: write_file(file, records, straight(journal)))
        _merge(folder / f"to-{number}" / "progress.sqlite", file, times, count)
        given = "given" if number == 0 else "given again"
        times.of(given, lambda: Visit(root, records, straight(journal), NOW).make())
        _through_folder(folder / f"third-{number}" / "progress.sqlite", root, times, count)
    journal.close()
    note = f"A year is {count:,} events; the file has {file.stat().st_size / 1e6:.1f} MB."
    whole = tuple(map(add, times.found["read"], times.found["taken"]))
    named = {
        "of which reading and judging": "read",
        "Looking at what it would change": "looked",
        "The same file once more": "again",
        "Writing the file": "write",
        "Giving a year to a shared folder": "given",
        "A visit with nothing new, everything read again": "given again",
        "A year taken from a shared folder": "shared",
    }
    merged = Row("A year of 30 classes merged: read, judged, taken in", whole, "ms", (Limit("median", 2000),))
    others = [Row(what, tuple(times.found[key])) for what, key in named.items() if key in times.found]
    return [replace(merged, note=note), *others]


def _merge(path: Path, file: Path, times: Times, count: int) -> None:
    journal, ticks = Journal(path, now=NOW, seconds=5), list[int]()

    def tick(done: int, _total: int) -> None:
        ticks.append(done)

    contents = times.of("read", lambda: read_file(file, now=NOW, tick=tick))
    times.of("looked", lambda: preview(contents, path))
    new = times.of("taken", lambda: take_in(contents, straight(journal), tick=tick))
    again = times.of("again", lambda: take_in(contents, straight(journal)))
    journal.close()
    if (new, again) != (count, 0) or len(ticks) < 20:
        raise RuntimeError("not every event was taken in, or nobody was told")


def _through_folder(path: Path, root: Path, times: Times, count: int) -> None:
    journal = Journal(path, now=NOW, seconds=5)
    outcome = times.of("shared", lambda: Visit(root, path, straight(journal), NOW).make())
    journal.close()
    if outcome.taken != count:
        raise RuntimeError("not every event came through the folder")


# Spoilt files


@dataclass(slots=True)
class Judged:
    """What came of the spoilt files."""

    files: int = 0
    taken: int = 0
    """Files that were as good as those that the program writes."""
    oddities: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def as_text(self) -> str:
        """Say it for a terminal."""
        counted = ", ".join(f"{name} {count}" for name, count in self.oddities.most_common())
        lines = [
            f"{self.files:,} spoilt merge files: {sum(self.oddities.values()):,} refused ({counted});",
            f"{self.taken} were spoilt into files that the program could have written, and were taken in.",
            f"Taken in wrongly, or ended in anything but a sentence: {len(self.faults)}",
        ]
        return "\n".join([*lines, *self.faults[:20]])


def small_file() -> tuple[bytes, tuple[Event, ...]]:
    """Give the merge file that is spoilt: two classes, three weeks, and words."""
    events = school_year(2, 3)
    numbered = tuple(_numbered(event, place + 1) for place, event in enumerate(events))
    words = [("rule-2", "7A", "2025-09-01T08:50:00.000Z", "We listen.")]
    return write_down(numbered, device=DEVICE, words=words)[1], numbered


def _numbered(event: Event, counter: int) -> Event:
    return Event(**{**event.to_data(), "device": DEVICE, "counter": counter})  # type: ignore[arg-type]


def judge_spoilt(folder: Path, files: int) -> Judged:
    """Read so many spoilt files, take in what is not refused, and look at what that did."""
    folder.mkdir(parents=True)
    content, _ = small_file()
    journal = Journal(folder / "progress.sqlite", now=NOW, seconds=5)
    own = journal.append(school_year(1, 1, seed=2))
    path = folder / "spoilt.rserecords"
    judged = Judged()
    for number in range(files):
        name, way, bad = spoilt(content, number)
        judged.files += 1
        path.write_bytes(bad)
        try:
            found = read_file(path, now=NOW)
        except NotTakenError as error:
            judged.oddities[error.oddity] += 1
            if not SENTENCES[error.oddity]:
                judged.faults.append(f"{number} ({name}): no sentence")
            continue
        except Exception as error:  # noqa: BLE001  anything else is what is looked for
            judged.faults.append(f"{number} ({name}): {error!r}")
            continue
        judged.taken += 1
        wrong = _wrong(found, content, bad, may_stay_good=way.may_stay_good)
        if wrong:
            judged.faults.append(f"{number} ({name}): {wrong}")
        take_in(found, straight(journal))
    if list(journal.events(own[0].device)) != own:
        judged.faults.append("events of this PC's own are others than before")
    if not journal.is_sound():
        judged.faults.append("the database is not sound")
    journal.close()
    return judged


def _wrong(found: Contents, content: bytes, bad: bytes, *, may_stay_good: bool) -> str:
    """Say what is wrong about having taken this file; judged by its events alone, not by how it was read."""
    if bad == content:
        return ""
    if not may_stay_good:
        return "taken, though it was spoilt"
    for event in found.events:
        try:
            check_event(event.kind, event.lesson, event.class_label, event.data)
            check_label(event.class_label)
        except ValueError as error:
            return f"an event that may not be kept: {error}"
    if len({(event.device, event.counter, event.id) for event in found.events}) != len(found.events):
        return "an event twice"
    return ""


if __name__ == "__main__":
    sys.exit(main())
