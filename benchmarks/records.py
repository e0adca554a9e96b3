"""The records of thirty classes with a million steps: starting with them, and recording into them."""

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.bench import Bench, BenchError
from benchmarks.figures import Base, Limit, Row
from benchmarks.rig.eyes import Eyes
from benchmarks.rig.room import room
from benchmarks.starting import start_once
from benchmarks.year import FIRST_DAY, Year, labels
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.recording.store import Store

MILLION = 1_000_000
CLASSES, LESSONS = 30, 24
STEPS = 400
"""Steps that are recorded, one after the other."""


def measure_records(bench: Bench) -> list[Row]:
    """Start with no records and with a million by turns, then go on recording into the million."""
    none, many = bench.data("no-records"), bench.data("million")
    bench.inside("index", none)
    bench.inside("index", many)
    records = many / "data" / "progress.sqlite"
    count = fill(records, MILLION if bench.many >= 5000 else MILLION // 20)
    taken: dict[str, list[float]] = {"none": [], "many": []}
    commands = {"none": bench.app(none), "many": bench.app(many)}
    with room() as here:
        eyes = Eyes(here.display)
        for turn in range(bench.n + 1):
            for name, command in commands.items():
                milliseconds = start_once(eyes, command, here.display, r"^RSE Lessons$")
                if turn:  # the first turn warms the disk's cache and Python's
                    taken[name].append(milliseconds)
        eyes.close()
    on_screen, stored = record(records)
    return [
        Row(
            f"Library painted, {count:,} steps of {CLASSES} classes recorded",
            tuple(taken["many"]),
            limits=(Limit("ratio", 1.2),),
            base=Base("the start without records", tuple(taken["none"])),
        ),
        Row("A step recorded: the screen's thread", on_screen, limits=(Limit("median", 0.1),)),
        Row(
            "A step recorded: on the disk, in the database and in the side file",
            stored,
            limits=(Limit("median", 2.0),),
            note="From the call until the step is acknowledged, with both files synced: two syncs.",
        ),
        Row("One sync of 4 kB on the same disk, for comparison", sync(many)),
    ]


def sync(folder: Path) -> tuple[float, ...]:
    """Give the milliseconds of syncing a file that grows by 4 kB each time."""
    found = []
    with (folder / "synced").open("wb") as file:
        for _ in range(STEPS):
            file.write(bytes(4096))
            file.flush()
            start = time.perf_counter()
            os.fsync(file.fileno())
            found.append((time.perf_counter() - start) * 1000)
    return tuple(found)


def record(records: Path) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Record steps one by one; give the milliseconds of each call, and of each until it is acknowledged."""
    calls, stored = [], []
    told: list[str] = []
    store = Store(records, now=lambda: datetime.now(UTC), tell=told.append)
    store.open()
    for step in range(STEPS):
        start = time.perf_counter()
        receipt = store.record("slide", lesson="lesson-1", class_label="7A", data={"slide": step % 16})
        called = time.perf_counter()
        if not receipt.wait(60):
            raise BenchError(f"A step was not stored within a minute: {' '.join(told)}")
        acknowledged = time.perf_counter()
        if step >= STEPS // 10:  # the first opens the file, and loads what writing needs
            calls.append((called - start) * 1000)
            stored.append((acknowledged - start) * 1000)
    store.close()
    return tuple(calls), tuple(stored)


def fill(records: Path, most: int) -> int:
    """Make records of that many steps, past the store to save time; give how many they are."""
    year = Year()
    with closing(Journal(records, now=datetime.now(UTC), seconds=5)) as journal:
        device = journal.device
    with closing(sqlite3.connect(records)) as conn, conn:
        conn.executemany(
            "insert into events (device, counter, id, time, kind, version, lesson, class_label, profile,"
            " data) values (?, ?, ?, ?, ?, ?, ?, ?, '', ?)",
            (_row(device, counter, event) for counter, event in enumerate(_events(year, most), 1)),
        )
        count = int(conn.execute("select count(*) from events").fetchone()[0])
        conn.execute("update places set counter = ?", (count,))
    with closing(Journal(records, now=datetime.now(UTC), seconds=5)) as journal:
        journal.rebuild()
    return count


def _events(year: Year, most: int) -> Iterator[Event]:
    """Give lessons given again and again, as years in which nobody clears anything."""
    made = 0
    for label in labels(CLASSES):
        yield year.event(FIRST_DAY, "class-added", label, band="ks3")
        made += 1
    hours = 0
    while made < most:
        for minute, label in enumerate(labels(CLASSES)):
            moment = FIRST_DAY + timedelta(hours=hours, minutes=minute)
            for event in year.lesson(moment, label, f"lesson-{hours % LESSONS + 1}"):
                yield event
                made += 1
        hours += 1


def _row(device: str, counter: int, event: Event) -> tuple[object, ...]:
    first = (device, counter, event.id, event.time, event.kind, event.version)
    return (*first, event.lesson, event.class_label, json.dumps(event.data))
