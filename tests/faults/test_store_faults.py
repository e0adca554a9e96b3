"""The disk does its worst while a lesson is given: presenting goes on, people are told, nothing is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rse_lessons.progress.database.faults import (
    FOUND_AGAIN,
    MADE_WHOLE,
    NOT_STORED,
    RECOVERED,
    SENTENCES,
    SET_ASIDE,
    SIDE_BEHIND,
    UNREADABLE,
    DamagedDatabaseError,
    Fault,
    NewerDatabaseError,
    fault_of,
)
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.recording.promises import Receipt
from rse_lessons.progress.recording.store import Store

Opener = Callable[..., Store]


class Told(list[str]):
    """The sentences that people were told, for a test that waits for one."""

    def __init__(self) -> None:
        super().__init__()
        self._more = threading.Condition()

    def hear(self, sentence: str) -> None:
        with self._more:
            self.append(sentence)
            self._more.notify_all()

    def until(self, sentence: str) -> None:
        with self._more:
            assert self._more.wait_for(lambda: sentence in self, 20), list(self)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "progress.sqlite"


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def open_store(path: Path, told: Told) -> Iterator[Opener]:
    opened: list[Store] = []
    moment = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    def open_one(**options: Any) -> Store:
        wanted = {"now": now, "tell": told.hear, "busy_seconds": 0.02, "retry_seconds": 0.01}
        opened.append(Store(path, **{**wanted, **options}))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


def show(store: Store, slide: int, lesson: str = "ask-first") -> Receipt:
    return store.record("slide", lesson=lesson, class_label="7B", data={"slide": slide})


def taught_before(open_store: Opener, events: int = 3) -> None:
    store = open_store()
    for slide in range(events):
        show(store, slide % 900, f"lesson-{slide % 300}")
    assert store.close()


HOLDER = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("pragma locking_mode = exclusive")
conn.execute("begin exclusive")
print("held", flush=True)
sys.stdin.readline()
"""


def test_locked_by_another_program(open_store: Opener, path: Path, told: Told) -> None:
    taught_before(open_store)
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        store = open_store()
        receipts = [show(store, slide) for slide in range(40)]
        told.until(SENTENCES[Fault.LOCKED])
        assert not any(receipt.acknowledged.is_set() for receipt in receipts)
        assert store.snapshot().standing("7B", "ask-first").slide == 39
        assert read_summary(path).sentence == SENTENCES[Fault.LOCKED]
        holder.stdin.write(b"\n")
        holder.stdin.flush()
        holder.wait(20)
    assert all(receipt.wait(20) for receipt in receipts)
    assert store.close()
    assert told == [SENTENCES[Fault.LOCKED], RECOVERED]
    assert [event.data["slide"] for event in read_events(path)] == [0, 1, 2, *range(40)]


def test_locked_until_the_end(open_store: Opener, path: Path, told: Told) -> None:
    taught_before(open_store)
    with closing(sqlite3.connect(path, isolation_level=None)) as lock:
        lock.execute("begin immediate")
        store = open_store()
        show(store, 5)
        assert not store.close()
    assert told == [SENTENCES[Fault.LOCKED], NOT_STORED]
    assert len(list(read_events(path))) == 3


def test_a_full_disk_that_gets_room_again(open_store: Opener, path: Path, told: Told) -> None:
    taught_before(open_store)
    pages = 20

    def connect_with_little_room(where: Path, seconds: float) -> sqlite3.Connection:
        conn = sqlite3.connect(where, timeout=seconds)
        conn.execute(f"pragma max_page_count = {pages}")
        return conn

    store = open_store(connect=connect_with_little_room)
    receipts = [show(store, slide % 9, f"lesson-{slide}") for slide in range(600)]
    told.until(SENTENCES[Fault.FULL])
    assert store.fault is Fault.FULL
    assert store.snapshot().standing("7B", "lesson-599").status == "begun"
    pages = 10_000
    assert all(receipt.wait(20) for receipt in receipts)
    assert store.close()
    assert told == [SENTENCES[Fault.FULL], RECOVERED]
    assert len(read_summary(path).summary.lessons) >= 600
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_full_disk_at_the_very_beginning(open_store: Opener, path: Path, told: Told) -> None:
    def connect_with_no_room(where: Path, seconds: float) -> sqlite3.Connection:
        conn = sqlite3.connect(where, timeout=seconds)
        conn.execute("pragma max_page_count = 2")
        return conn

    store = open_store(connect=connect_with_no_room)
    show(store, 1)
    assert not store.close()
    assert told == [SENTENCES[Fault.FULL], NOT_STORED]
    taught_before(open_store)
    assert len(list(read_events(path))) == 3


def test_a_file_that_may_not_be_written(open_store: Opener, path: Path, told: Told) -> None:
    taught_before(open_store)

    def connect_to_read_only(where: Path, seconds: float) -> sqlite3.Connection:
        return sqlite3.connect(f"{where.as_uri()}?mode=ro", uri=True, timeout=seconds)

    store = open_store(connect=connect_to_read_only)
    show(store, 7)
    told.until(SENTENCES[Fault.READ_ONLY])
    assert store.snapshot().standing("7B", "ask-first").status == "begun"
    assert not store.close()
    assert told == [SENTENCES[Fault.READ_ONLY], NOT_STORED]
    assert len(list(read_events(path))) == 3


def test_a_folder_in_place_of_the_file(open_store: Opener, path: Path, told: Told) -> None:
    path.mkdir(parents=True)
    store = open_store()
    show(store, 1)
    told.until(SENTENCES[Fault.READ_ONLY])
    assert read_summary(path).sentence == UNREADABLE
    path.rmdir()
    assert store.flush(20)
    assert store.close()
    assert told == [SENTENCES[Fault.READ_ONLY], RECOVERED]


def test_a_file_in_place_of_the_folder(open_store: Opener, path: Path, told: Told) -> None:
    path.parent.write_text("in the way", encoding="utf-8")
    store = open_store()
    show(store, 1)
    assert not store.close()
    assert told == [SENTENCES[Fault.READ_ONLY], NOT_STORED]
    assert read_summary(path).sentence == ""
    assert path.parent.read_text(encoding="utf-8") == "in the way"


def test_a_file_that_is_no_database(open_store: Opener, path: Path, told: Told) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Dear diary, " * 1000)
    assert read_summary(path).sentence == UNREADABLE
    store = open_store()
    assert show(store, 4).wait(20)
    assert store.close()
    assert told == [SET_ASIDE]
    (aside,) = path.parent.glob("progress-damaged-2026-03-02T*.sqlite")
    assert aside.read_bytes() == b"Dear diary, " * 1000
    assert read_summary(path).summary.standing("7B", "ask-first").slide == 4


def overwrite(path: Path, pages: range) -> bytes:
    """Damage these pages of a database of 4096-byte pages, and give what the file then holds."""
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma page_size").fetchone() == (4096,)
        conn.execute("pragma wal_checkpoint(truncate)")
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("first", [1, 8, 30])
def test_pages_overwritten(open_store: Opener, path: Path, told: Told, first: int) -> None:
    taught_before(open_store, 800)
    before = {event.id: event for event in read_events(path)}
    damaged = overwrite(path, range(first, first + 3))
    store = open_store()
    assert show(store, 8).wait(60)
    assert store.close()
    assert told == [MADE_WHOLE]
    (aside,) = path.parent.glob("progress-damaged-2026-03-02T*.sqlite")
    assert aside.read_bytes() == damaged
    events = list(read_events(path))
    assert all(before[event.id] == event for event in events if event.id in before)
    assert sum(event.id not in before for event in events) == 1
    assert len(events) == 801, "what the damage took is in the side file"
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)


def test_damage_while_a_lesson_is_given(open_store: Opener, path: Path, told: Told) -> None:
    taught_before(open_store, 300)
    store = open_store()
    assert show(store, 1).wait(20)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 40_000)
    late = [show(store, slide, f"lesson-{slide}") for slide in range(300)]
    assert all(receipt.wait(60) for receipt in late)
    assert store.close()
    assert told == [MADE_WHOLE]
    assert len(list(path.parent.glob("progress-damaged-*.sqlite"))) == 1
    wanted = {receipt.event.id for receipt in late}
    assert wanted <= {event.id for event in read_events(path)}


def test_a_database_that_is_moved_away_is_made_again(open_store: Opener, path: Path, told: Told) -> None:
    first, second = open_store(), open_store()
    assert show(first, 1).wait(20)
    assert show(second, 2).wait(20)
    path.rename(path.with_name("elsewhere.sqlite"))
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).rename(path.with_name("elsewhere.sqlite" + ending))
    assert show(first, 3).wait(20)
    assert show(second, 4).wait(20)
    assert first.close()
    assert second.close()
    assert told == [FOUND_AGAIN]
    assert {event.data["slide"] for event in read_events(path)} == {1, 2, 3, 4}


def test_each_fault_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Fault)
    for sentence in (
        *SENTENCES.values(),
        RECOVERED,
        MADE_WHOLE,
        FOUND_AGAIN,
        SET_ASIDE,
        SIDE_BEHIND,
        NOT_STORED,
        UNREADABLE,
    ):
        assert sentence.endswith(".")
        assert "  " not in sentence
    assert fault_of(NewerDatabaseError()) is Fault.NEWER
    assert fault_of(DamagedDatabaseError()) is Fault.DAMAGED
    assert fault_of(OSError(28, "No space left on device")) is Fault.FULL
    assert fault_of(PermissionError(13, "Permission denied")) is Fault.READ_ONLY
    assert fault_of(OSError(5, "Input/output error")) is Fault.OTHER
    assert fault_of(sqlite3.OperationalError("Could not decode to UTF-8 column")) is Fault.DAMAGED
    assert fault_of(sqlite3.OperationalError("something else")) is Fault.OTHER
