"""Measure what keeps records safe: recording with the side file, backups, repair, restoring, cleaning.

`python -m benchmarks.safekeeping` measures on a year of 30 classes; `--quick` on eight weeks of it.
`--damaged 1000` also damages as many databases and says what became of each.
"""

import argparse
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from benchmarks.figures import Limit, Row
from benchmarks.machine import describe_machine, processor_times, stolen
from benchmarks.table import as_text
from benchmarks.year import school_year
from rse_lessons.progress.database.backup import back_up, list_backups, verify
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.deleting.scrubbing import scrub
from rse_lessons.progress.mending.repair import repair
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.care import look_after, shorten_side_file
from rse_lessons.progress.upkeep.health import health
from rse_lessons.progress.upkeep.restoring import restore
from tests.progress.damaging import damage

T = TypeVar("T")

NOW = datetime(2026, 7, 20, 16, tzinfo=UTC)


def main(words: Sequence[str] | None = None) -> int:
    """Measure; return 0 when every figure is reached and every damaged database was made whole."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.safekeeping", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="eight weeks instead of a year")
    parser.add_argument("--damaged", type=int, default=0, help="how many damaged databases (default: none)")
    parser.add_argument("--steps", type=int, default=600, help="steps recorded one by one (default: 600)")
    args = parser.parse_args(words)
    machine, before = describe_machine(), processor_times()
    with tempfile.TemporaryDirectory(prefix="rse-safekeeping-") as folder:
        rows = measure(Path(folder), 8 if args.quick else 38, args.steps)
        lines, faults = damaged(Path(folder), args.damaged) if args.damaged else ([], 0)
    machine.append(f"The host took {stolen(before, processor_times()):.1%} of the processors' time away.")
    print("\n".join([*machine, "", as_text(rows), "", *lines]))
    return 1 if faults or any(row.met is False for row in rows) else 0


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Do something, and give what it made and its milliseconds."""
    start = time.perf_counter()
    made = work()
    return made, (time.perf_counter() - start) * 1000


def a_year(path: Path, weeks: int) -> int:
    """Write so many weeks of 30 classes into a new database, and give how many events those are."""
    events = school_year(weeks=weeks)
    with closing(Journal(path, now=NOW, seconds=5)) as journal:
        for start in range(0, len(events), 5000):
            journal.append(events[start : start + 5000])
    return len(events)


def measure(folder: Path, weeks: int, steps: int) -> list[Row]:
    """Measure everything once, recording step by step."""
    path = folder / "year" / "progress.sqlite"
    count = a_year(path, weeks)
    store = Store(path, now=lambda: datetime.now(UTC), tell=print)
    calls, quiet = record(store, steps)
    backup, made = timed(lambda: back_up(path, NOW))
    busy: list[float] = []
    while len(busy) < steps:
        thread = threading.Thread(target=back_up, args=(path, NOW + timedelta(minutes=len(busy) + 1)))
        thread.start()
        while thread.is_alive():
            busy += record(store, 1)[1]
        thread.join()
    if not store.close():
        raise RuntimeError("not everything was stored")
    for one in list_backups(path):
        if one != backup:
            one.path.unlink()
    size = path.stat().st_size / 1e6
    rows = [
        Row("Recording a step, on the caller's thread", calls, limits=(Limit("p95", 0.1),)),
        Row(
            "Recording a step, until it is acknowledged",
            quiet,
            limits=(Limit("p95", 30),),
            note=f"The year has {count:,} events; its database has {size:.1f} MB.",
        ),
        Row("The same while backups are made", tuple(busy), limits=(Limit("p95", 30),)),
        Row("Backup, checked", (made,)),
        Row("Looking at a backup again", (timed(lambda: verify(backup))[1],)),
        Row("A round of the care with the weekly check", (timed(lambda: look_after(path, NOW))[1],)),
        Row("How the records are, for the page", (timed(lambda: health(path.parent))[1],)),
    ]
    return [*rows, *measure_mending(path)]


def record(store: Store, steps: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Record step by step, and give the milliseconds of the call and until it was acknowledged."""
    calls, acknowledged = [], []
    for number in range(steps):
        start = time.perf_counter()
        receipt = store.record("slide", lesson="lesson-1", class_label="7A", data={"slide": number % 16})
        calls.append((time.perf_counter() - start) * 1000)
        receipt.wait(60)
        acknowledged.append((time.perf_counter() - start) * 1000)
    return tuple(calls), tuple(acknowledged)


def measure_mending(path: Path) -> list[Row]:
    """Measure repair with and without a backup, going back to a day, and taking a class out of backups."""
    rows = []
    for what, keep in (("Repair, with a backup", True), ("Repair without any backup, page by page", False)):
        copy = path.parent.with_name(f"copy-{keep}") / path.name
        shutil.copytree(path.parent, copy.parent)
        if not keep:
            shutil.rmtree(copy.parent / "backups")
        with copy.open("r+b") as file:
            file.write(bytes(100))
        rows.append(Row(what, (timed(lambda where=copy: repair(where, NOW))[1],)))  # type: ignore[misc]
    newest = list_backups(path)[0]
    rows.append(Row("Going back to a day", (timed(lambda: restore(path, newest, NOW))[1],)))
    with closing(Journal(path, now=NOW, seconds=5)) as journal:
        journal.clear("2027-01-01T00:00:00.000Z", "7A")
    scrubbed, took = timed(lambda: scrub(path))
    each = took / max(len(scrubbed.rewritten), 1)
    rows.append(Row("Taking a class that was cleared out of one backup", (each,)))
    return rows


def damaged(folder: Path, times: int) -> tuple[list[str], int]:
    """Damage so many databases, have each made whole, and give what happened and how many faults."""
    origin = folder / "origin" / "progress.sqlite"
    store = Store(origin, now=lambda: datetime.now(UTC), tell=print)
    for number in range(400):
        store.record("slide", lesson=f"lesson-{number % 40}", class_label="7A", data={"slide": number % 16})
        if number in (150, 300) and store.flush(60):
            back_up(origin, NOW + timedelta(days=number))
            shorten_side_file(origin)
    store.close()
    wanted, seen, faults = _ids(origin), Counter[str](), list[str]()
    for seed in range(times):
        path = folder / "spoilt" / "progress.sqlite"
        shutil.rmtree(path.parent, ignore_errors=True)
        shutil.copytree(origin.parent, path.parent)
        how = damage(path, seed)
        told: list[str] = []
        store = Store(path, now=lambda: NOW, tell=told.append)
        receipt = store.record("slide", lesson="after", class_label="7A", data={"slide": 1})
        stored = receipt.wait(20)
        stored = store.close() and stored
        kind = how.partition(" (")[0]
        seen[f"{kind}: {'made whole' if told else 'harmless'}"] += 1
        if not stored or _ids(path) != wanted | {receipt.event.id} or len(told) > 1:
            faults.append(f"{how}: stored {stored}, told {told}, {len(_ids(path))} of {len(wanted) + 1}")
    lines = [f"{times:,} damaged databases, {len(faults)} faults:"]
    lines += [f"  {count:5,} {what}" for what, count in sorted(seen.items())]
    return [*lines, *faults], len(faults)


def _ids(path: Path) -> set[str]:
    try:
        with closing(sqlite3.connect(path)) as conn:
            return {row[0] for row in conn.execute("select id from events")}
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return set()


if __name__ == "__main__":
    sys.exit(main())
