"""The jobs that are interrupted: each begins with a folder as it was, works, and says what is promised.

A job says a line when something is promised and not before (see `Promises`). `look` opens the folder as
the next start does, and gives a sentence for each promise that was broken.
"""

from __future__ import annotations

import random
import re
import sqlite3
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from rse_lessons.progress.between.oddities import NotTakenError
from rse_lessons.progress.database import schema
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.events import Event, timestamp
from rse_lessons.progress.facts.summary import fold
from rse_lessons.progress.recording.promises import Job, Receipt
from rse_lessons.progress.recording.store import Store

T = TypeVar("T")
Connect = Callable[[Path, float], sqlite3.Connection]

NOT_ADDED_UP = "the summary is not what the events add up to"
HANGS = 100.0
"""Seconds in which a disk without a fault has long done anything."""

CLASSES = ("7B", "8 Hazel", "9A")
LESSONS = tuple(f"lesson-{number}" for number in range(8))
FILE = "progress.sqlite"


def records(folder: Path) -> Path:
    """Where a job keeps its database."""
    return folder / FILE


@dataclass(slots=True)
class Hand:
    """What a job is given: to say what is promised, and to open the records as the app does."""

    say: Callable[[str], None]
    tell: Callable[[str], None] = lambda _sentence: None
    """Hears what the teacher is told."""
    patience: float = 60.0
    """Seconds to wait for a disk that may have failed for good."""
    connect: Connect | None = None
    tired: bool = False
    """It has waited in vain once, and does not again."""

    @contextmanager
    def open(self, folder: Path, connect: Connect | None = None) -> Iterator[Store]:
        """Open the records as the app does, but try again soon after a fault."""
        options: dict[str, Any] = {"connect": self.connect or connect} if self.connect or connect else {}
        path = records(folder)
        store = Store(path, now=lambda: datetime.now(UTC), tell=self.tell, retry_seconds=0.01, **options)
        try:
            yield store
        finally:
            store.close(60)

    def say_acknowledged(self, store: Store, receipts: Iterable[Receipt]) -> None:
        """Wait for each event and say it; not for ever once the disk has failed."""
        for receipt in receipts:
            if self._comes(store, receipt.wait):
                self.say(f"event {receipt.event.id}")

    def _comes(self, store: Store, wait: Callable[[float], bool]) -> bool:
        began = time.monotonic()
        while not self.tired and not wait(0.02):
            waited = time.monotonic() - began
            self.tired = waited > (self.patience if store.fault else HANGS)
        return not self.tired

    def see(self, store: Store, receipts: Sequence[Receipt]) -> None:
        """Say what is wrong unless the screen shows where the class is, whether or not it is stored."""
        last = receipts[-1].event if receipts else None
        if last and last.kind == "slide":
            shown = store.snapshot().standing(last.class_label, last.lesson).slide
            if shown != last.data["slide"]:
                self.say(f"wrong the screen shows slide {shown} and not {last.data['slide']}")

    def done(self, store: Store, job: Job[Any]) -> bool:
        """Wait for a job, and say whether it did what it was to do; a fault of the disk may fail it."""
        if not self._comes(store, job.wait):
            return False
        return self.try_to(lambda: (job.result(),)) is not None

    def try_to(self, work: Callable[[], T]) -> T | None:
        """Do something that a fault of the disk may end; None when it did."""
        try:
            return work()
        except (sqlite3.Error, OSError, RecordsError, NotTakenError):
            return None


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


def record(folder: Path, dice: random.Random, hand: Hand, *, most: int = 36) -> None:
    """Record `most` events in small groups, with a start anew in between; say each when acknowledged."""
    left = most
    doing = steps(dice)
    while left > 0:
        often = dice.random() < 0.7
        with hand.open(folder, connect_often_emptied if often else None) as store:
            for _ in range(dice.randint(4, 12)):
                group = [store.record(**next(doing)) for _ in range(min(left, dice.randint(1, 5)))]
                left -= len(group)
                hand.see(store, group)
                hand.say_acknowledged(store, group)


def give_a_lesson(folder: Path, _dice: random.Random, hand: Hand) -> None:
    """Record one lesson from its first slide to its last, each step when the one before is stored."""
    about: dict[str, Any] = {"lesson": LESSONS[0], "class_label": CLASSES[0]}
    counts = {"sure": 12, "unsure": None}
    lesson: list[dict[str, Any]] = [
        {"kind": "started", "data": {"slides": 8, "slide": 0}},
        *({"kind": "slide", "data": {"slide": slide}} for slide in range(1, 8)),
        {"kind": "tally", "data": {"block": "before", "counts": counts}},
        {"kind": "stage", "data": {"stage": "explore", "seconds": 300}},
        {"kind": "finished", "data": {}},
    ]
    with hand.open(folder) as store:
        for step in lesson:
            receipt = store.record(**about, **step)
            hand.see(store, [receipt])
            hand.say_acknowledged(store, [receipt])


def seeded(folder: Path, dice: random.Random, events: int = 120) -> list[str]:
    """Make records with a history, and give what is promised by them."""
    said: list[str] = []
    record(folder, dice, Hand(said.append), most=events)
    return said


# Taking in what another PC recorded, and clearing


def take_in(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Take in what two other PCs recorded while something is recorded here."""
    doing = steps(dice)
    with hand.open(folder) as store:
        for device in ("other-1", "other-2"):
            events = elsewhere(device, dice)
            ids = " ".join(event.id for event in events)
            hand.say(f"coming {ids}")
            receipts = [store.record(**next(doing)) for _ in range(3)]
            job = store.do(lambda journal, events=events: journal.take_in(events))  # type: ignore[misc]  # bound
            if hand.done(store, job):
                hand.say(f"event {ids}")
            hand.say_acknowledged(store, receipts)


def elsewhere(device: str, dice: random.Random, most: int = 40) -> list[Event]:
    """Give what another PC recorded."""
    return [
        Event(
            dice.randbytes(16).hex(),
            device,
            counter,
            f"2026-03-0{dice.randint(1, 9)}T10:{counter // 60:02}:{counter % 60:02}.000Z",
            "slide",
            dice.choice(LESSONS),
            dice.choice(CLASSES),
            "",
            {"slide": counter % 12},
        )
        for counter in range(1, most + 1)
    ]


def clear(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Clear a class and then all of them, while something is recorded; what was cleared comes in again."""
    doing = steps(dice)
    with hand.open(folder) as store:
        hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(3)])
        for label in (CLASSES[0], None):
            before = timestamp(datetime.now(UTC))
            known = store.do(lambda journal: list(journal.events()))
            if not hand.done(store, known):
                continue
            leaving = [event for event in known.result() if leaves(event, label, before)]
            ids = " ".join(event.id for event in leaving)
            hand.say(f"leaving {ids}")
            job = store.do(lambda journal, before=before, label=label: journal.clear(before, label))  # type: ignore[misc]  # bound
            if hand.done(store, job):
                hand.say(f"gone {ids}")
                hand.done(store, store.do(lambda journal, again=leaving: journal.take_in(again)))  # type: ignore[misc]  # bound
            time.sleep(0.002)  # what is recorded from now on is later than the clearing
            hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(3)])


def leaves(event: Event, label: str | None, before: str) -> bool:
    """Whether a clearing takes an event: said here once more, on purpose not by asking the program."""
    about = event.class_label or event.lesson
    return bool(about) and event.time <= before and label in (None, event.class_label)


# Migrating


def old(folder: Path, dice: random.Random, version: int, events: int = 60) -> list[str]:
    """Make records as an older version left them, and give what is promised by them."""
    names = ("create_journal", "create_standings", "create_class_books", "add_places", "add_learnings")
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


def migrate(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Open records of an older version, and record two events more."""
    record(folder, dice, hand, most=2)


# Looking


@dataclass(slots=True)
class Promises:
    """What the lines that were said come to; each line is a word and the ids of events."""

    there: set[str] = field(default_factory=set)
    """`event`: they are acknowledged."""
    gone: set[str] = field(default_factory=set)
    """`gone`: they are deleted for good."""
    together: list[frozenset[str]] = field(default_factory=list)
    """`coming` and `leaving`: all of them are there, or none."""

    @classmethod
    def of(cls, lines: Iterable[str]) -> Promises:
        """Read what was said; the last line may be cut short."""
        made = cls()
        for line in lines:
            word, *ids = line.split()
            if word == "event":
                made.there.update(ids)
            elif word == "gone":
                made.gone.update(ids)
            elif word in ("coming", "leaving"):
                made.together.append(frozenset(ids))
            if word in ("gone", "leaving"):
                made.there.difference_update(ids)
        return made

    def broken(self, ids: set[str]) -> Iterator[str]:
        """Give a sentence for each that does not hold of the events that are there."""
        if lost := self.there - ids:
            yield f"{len(lost)} of {len(self.there)} acknowledged events are lost"
        if back := self.gone & ids:
            yield f"{len(back)} of {len(self.gone)} deleted events are there"
        for number, group in enumerate(self.together):
            later = any(group & other for other in self.together[number + 1 :])
            here = len(group & ids)
            if not later and 0 < here < len(group - self.gone):
                yield f"{here} of {len(group)} events are there that come or go together"


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
    try:
        _compare(folder, Promises.of(said), found)
    except (sqlite3.Error, OSError) as error:
        found.wrong.append(f"the records cannot be read afterwards: {error!r}")
    return found


def _record_one_more(folder: Path, found: Looked) -> None:
    with Hand(lambda _line: None, found.told.append).open(folder) as store:
        store.snapshot()
        receipt = store.record("slide", lesson="after", class_label="7B", data={"slide": 1})
        if not receipt.wait(20):
            found.wrong.append(f"nothing can be recorded afterwards: {store.fault}, {found.told}")
        elif store.snapshot().standing("7B", "after").slide != 1:
            found.wrong.append("what is recorded afterwards is not shown")


def _compare(folder: Path, promises: Promises, found: Looked) -> None:
    path = records(folder)
    events = list(read_events(path))
    found.events = len(events)
    ids = {event.id for event in events}
    found.wrong += promises.broken(ids)
    if len({(event.device, event.counter) for event in events}) != len(events) or len(ids) != len(events):
        found.wrong.append("an event or a number is there twice")
    summary, wanted = read_summary(path), fold(events)
    if summary.sentence:
        found.wrong.append(f"the summary cannot be read: {summary.sentence}")
    if dict(summary.summary.lessons) != dict(wanted.lessons) or summary.summary.classes != wanted.classes:
        found.wrong.append(NOT_ADDED_UP)
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


def nothing_more(_folder: Path, _said: Sequence[str]) -> Iterator[str]:
    """Look for nothing else."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Work:
    """A job with the state that it begins with."""

    prepare: Callable[[Path, random.Random], list[str]]
    """Makes the folder, and gives what is promised already."""
    run: Callable[[Path, random.Random, Hand], None]
    also: Callable[[Path, Sequence[str]], Iterator[str]] = nothing_more
    """Gives a sentence for what else was promised, and is not so at the next start."""
    tells: bool = False
    """Whether the teacher may have to be told something, though the disk is good."""

    def look(self, folder: Path, said: Sequence[str]) -> Looked:
        """Look at the folder as the next start does."""
        found = look(folder, said)
        try:
            found.wrong += self.also(folder, said)
        except (sqlite3.Error, OSError, RecordsError) as error:
            found.wrong.append(f"what lies beside the records cannot be read: {error!r}")
        if found.told and not self.tells:
            found.wrong.append(f"the teacher is told something: {found.told}")
        found.wrong += [f"this is no sentence: {words}" for words in found.told if not is_sentence(words)]
        return found


def is_sentence(words: str) -> bool:
    """Whether a teacher could read it: whole sentences, nothing of a program's insides."""
    inside = re.compile(r"Traceback|Error\b|Errno|sqlite|\bNone\b|0x[0-9a-f]|[{}<>\\]|  ")
    return bool(re.match(r"[A-Z“‘]", words)) and words.endswith(".") and not inside.search(words)


RECORDING: Mapping[str, Work] = {
    "giving a lesson": Work(seeded, give_a_lesson),
    "recording": Work(lambda _folder, _dice: [], record),
    "recording more": Work(seeded, record),
    "taking in": Work(seeded, take_in),
    "clearing": Work(seeded, clear),
    "migrating version 1": Work(lambda folder, dice: old(folder, dice, 1), migrate),
    "migrating version 2": Work(lambda folder, dice: old(folder, dice, 2), migrate),
    "migrating version 3": Work(lambda folder, dice: old(folder, dice, 3), migrate),
}
"""The jobs of the database alone; `upkeep` has those of the files beside it."""
