"""The jobs that are interrupted: each begins with a folder as it was before, works, and says what is promised.

A job says a line as soon as something is promised and not before: `event ID` for what was acknowledged.
`look` then opens the folder as the next start does, and gives a sentence for each promise that was broken.
"""

from __future__ import annotations

import random
import sqlite3
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from rse_lessons.progress import schema
from rse_lessons.progress.reading import read_events, read_summary
from rse_lessons.progress.store import Receipt, Store
from rse_lessons.progress.summary import fold

Say = Callable[[str], None]
Connect = Callable[[Path, float], sqlite3.Connection]

CLASSES = ("7B", "8 Hazel", "9A")
LESSONS = tuple(f"lesson-{number}" for number in range(8))
FILE = "progress.sqlite"


def records(folder: Path) -> Path:
    """Where a job keeps its database."""
    return folder / FILE


# Recording


def connect_often_emptied(path: Path, seconds: float) -> sqlite3.Connection:
    """Open the file as the app does, its write-ahead log written back after few pages instead of 1,000."""
    conn = sqlite3.connect(path, timeout=seconds)
    conn.execute("pragma wal_autocheckpoint = 25")
    return conn


def steps(dice: random.Random) -> Iterator[dict[str, Any]]:
    """What a teacher's day records, in words for `Store.record`."""
    for label in CLASSES:
        yield {"kind": "class-added", "class_label": label, "data": {"band": "ks3"}}
    rules = 0
    while True:
        about = {"lesson": dice.choice(LESSONS), "class_label": dice.choice(CLASSES)}
        yield {"kind": "started", **about, "data": {"slides": 12, "slide": 0}}
        for slide in range(1, dice.randint(2, 8)):
            yield {"kind": "slide", **about, "data": {"slide": slide}}
            if dice.random() < 0.3:
                stage = dice.choice(["explore", "practise"])
                yield {"kind": "stage", **about, "data": {"stage": stage, "seconds": dice.randint(1, 300)}}
            if dice.random() < 0.3:
                counts = {"sure": dice.randint(5, 30), "unsure": None}
                yield {"kind": "tally", **about, "data": {"block": "before", "counts": counts}}
        yield {"kind": "finished", **about, "data": {}}
        if dice.random() < 0.4:
            rule, label = f"rule-{rules}", about["class_label"]
            rules += 1
            words = f"We listen to one another, and this is rule {rule}."
            yield {"kind": "rule-added", "class_label": label, "data": {"rule": rule}, "words": words}
            if dice.random() < 0.5:
                yield {"kind": "rule-removed", "class_label": label, "data": {"rule": rule}}


def record(
    folder: Path,
    dice: random.Random,
    say: Say,
    *,
    most: int = 60,
    connect: Connect | None = None,
    tell: Callable[[str], None] = lambda _sentence: None,
) -> None:
    """Record `most` events in small groups, with a start anew in between; say each when acknowledged."""
    left = most
    doing = steps(dice)
    while left > 0:
        often = dice.random() < 0.7
        store = open_store(folder, tell, connect or (connect_often_emptied if often else None))
        for _ in range(dice.randint(4, 12)):
            group = [store.record(**next(doing)) for _ in range(min(left, dice.randint(1, 5)))]
            left -= len(group)
            say_acknowledged(group, say)
        store.close(60)


def say_acknowledged(receipts: Iterable[Receipt], say: Say) -> None:
    """Wait for each and say it."""
    for receipt in receipts:
        if receipt.wait(60):
            say(f"event {receipt.event.id}")


def open_store(folder: Path, tell: Callable[[str], None], connect: Connect | None = None) -> Store:
    """Open the records as the app does, but try again soon after a fault."""
    options: dict[str, Any] = {"connect": connect} if connect else {}
    return Store(
        records(folder),
        now=lambda: datetime.now(UTC),
        tell=tell,
        retry_seconds=0.01,
        **options,
    )


def seeded(folder: Path, dice: random.Random, events: int = 120) -> list[str]:
    """Make records with a history, and give what is promised by them."""
    said: list[str] = []
    record(folder, dice, said.append, most=events)
    return said


# Migrating


def old(folder: Path, dice: random.Random, version: int, events: int = 60) -> list[str]:
    """Make records as an older version left them, and give what is promised by them."""
    names = ("create_journal", "create_standings", "create_class_books")
    folder.mkdir(parents=True, exist_ok=True)
    conn = sqlite3.connect(records(folder))
    said = []
    with closing(conn):
        database = Database(conn, execute_plugins=False)
        database.enable_wal()
        schema.migrations().apply(database, stop_before=names[version])
        conn.execute(f"pragma user_version = {version}")
        conn.execute("insert into device values (1, 'd1', ?)", (events,))
        for counter in range(1, events + 1):
            event_id, lesson, label = f"{counter:032x}", dice.choice(LESSONS), dice.choice(CLASSES)
            time = f"2026-03-02T09:{counter // 60:02}:{counter % 60:02}.000Z"
            row = (counter, event_id, time, lesson, label, f'{{"slide":{counter % 9}}}')
            conn.execute("insert into events values ('d1', ?, ?, ?, 'slide', 1, ?, ?, '', ?)", row)
            said.append(f"event {event_id}")
        conn.commit()
    return said


def migrate(folder: Path, dice: random.Random, say: Say) -> None:
    """Open records of an older version, and record two events more."""
    record(folder, dice, say, most=2)


# Looking


@dataclass(slots=True)
class Looked:
    """What the next start found."""

    wrong: list[str] = field(default_factory=list)
    """Sentences about what was promised and is not so."""
    told: list[str] = field(default_factory=list)
    """What the teacher was told."""
    events: int = 0


def look(folder: Path, said: Iterable[str]) -> Looked:
    """Open the folder as the next start does, record one event more, and compare it with what was said."""
    found = Looked()
    with Screams() as screams:
        _record_one_more(folder, found)
    found.wrong += screams.heard
    promised = {words[1] for words in map(str.split, said) if words[0] == "event"}
    try:
        _compare(folder, promised, found)
    except (sqlite3.Error, OSError) as error:
        found.wrong.append(f"the records cannot be read afterwards: {error!r}")
    return found


def _record_one_more(folder: Path, found: Looked) -> None:
    store = open_store(folder, found.told.append)
    store.snapshot()
    receipt = store.record("slide", lesson="after", class_label="7B", data={"slide": 1})
    if not receipt.wait(60):
        found.wrong.append(f"nothing can be recorded afterwards: {store.fault}, {found.told}")
    elif store.snapshot().standing("7B", "after").slide != 1:
        found.wrong.append("what is recorded afterwards is not shown")
    store.close(60)


def _compare(folder: Path, promised: set[str], found: Looked) -> None:
    path = records(folder)
    events = list(read_events(path))
    found.events = len(events)
    lost = promised - {event.id for event in events}
    if lost:
        found.wrong.append(f"{len(lost)} of {len(promised)} acknowledged events are lost")
    places = {(event.device, event.counter) for event in events}
    if len(places) != len(events) or len({event.id for event in events}) != len(events):
        found.wrong.append("an event is there twice")
    summary, wanted = read_summary(path), fold(events)
    if summary.sentence:
        found.wrong.append(f"the summary cannot be read: {summary.sentence}")
    if dict(summary.summary.lessons) != dict(wanted.lessons) or summary.summary.classes != wanted.classes:
        found.wrong.append("the summary is not what the events add up to")
    alive = {item for book in summary.summary.books.values() for item in book.ids}
    if set(summary.summary.words) - alive:
        found.wrong.append("words of a rule that was taken away are still there")
    with closing(sqlite3.connect(path)) as conn:
        verdict = conn.execute("pragma integrity_check").fetchall()
        if verdict != [("ok",)]:
            found.wrong.append(f"the database is not sound: {verdict[:3]}")


class Screams:
    """Hears what ends a thread: a program of ours that fell over."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __enter__(self) -> Screams:
        self._before = threading.excepthook
        threading.excepthook = self._hear
        return self

    def __exit__(self, *_: object) -> None:
        threading.excepthook = self._before

    def _hear(self, fault: threading.ExceptHookArgs) -> None:
        words = traceback.format_exception(fault.exc_type, fault.exc_value, fault.exc_traceback)
        self.heard.append("a thread fell over: " + "".join(words).strip())


@dataclass(frozen=True, slots=True)
class Work:
    """A job with the state that it begins with."""

    prepare: Callable[[Path, random.Random], list[str]]
    """Makes the folder, and gives what is promised already."""
    run: Callable[[Path, random.Random, Say], None]


WORKS: Mapping[str, Work] = {
    "recording": Work(lambda _folder, _dice: [], record),
    "recording more": Work(seeded, record),
    "migrating version 1": Work(lambda folder, dice: old(folder, dice, 1), migrate),
    "migrating version 2": Work(lambda folder, dice: old(folder, dice, 2), migrate),
}
