"""Recording: at once on the caller's thread, on the disk when acknowledged, derived tables with it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.summary import Summary, fold
from rse_lessons.progress.recording.store import Store
from tests.progress.beginning import begin

Opener = Callable[..., Store]


def plain(summary: Summary) -> object:
    lessons = {
        key: (s.status, s.slide, s.slides, s.when, json.dumps(s.detail(), sort_keys=True))
        for key, s in summary.lessons.items()
    }
    return summary.classes, lessons


def teach(store: Store, label: str = "7B", slides: int = 5) -> None:
    store.record("started", lesson="ask-first", class_label=label, data={"slides": 12, "slide": 0})
    for slide in range(1, slides):
        store.record("slide", lesson="ask-first", class_label=label, data={"slide": slide})
        store.record("stage", lesson="ask-first", class_label=label, data={"stage": "explore", "seconds": 61})
    counts = {"sure": 12, "unsure": None}
    store.record("tally", lesson="ask-first", class_label=label, data={"block": "before", "counts": counts})


def test_what_was_acknowledged_is_there_at_the_next_start(open_store: Opener, path: Path) -> None:
    store = open_store()
    store.record("class-added", class_label="7B", data={"band": "ks3"})
    teach(store)
    receipt = store.record("slide", lesson="ask-first", class_label="7B", data={"slide": 7})
    assert receipt.wait(20)
    assert (receipt.event.counter, len(receipt.event.device)) == (12, 16)
    assert store.close()
    summary, sentence = read_summary(path)
    assert sentence == ""
    assert [known.label for known in summary.classes] == ["7B"]
    stopped = summary.stopped("7B")
    assert stopped is not None
    assert (stopped[0], stopped[1].slide, stopped[1].stage_seconds) == ("ask-first", 7, {"explore": 244})
    assert list(read_events(path))[-1] == receipt.event


def test_counters_go_on_after_a_restart(open_store: Opener, path: Path) -> None:
    for _ in range(3):
        store = open_store()
        teach(store)
        assert store.close()
    events = list(read_events(path))
    assert [event.counter for event in events] == list(range(1, 31))
    assert len({event.device for event in events}) == 1
    assert plain(read_summary(path).summary) == plain(fold(events))


def test_the_snapshot_knows_what_the_disk_does_not_yet(open_store: Opener, path: Path) -> None:
    first = open_store()
    teach(first)
    assert first.flush(20)
    lock = sqlite3.connect(path, isolation_level=None)
    with closing(lock):
        lock.execute("begin immediate")
        receipt = first.record("slide", lesson="ask-first", class_label="7B", data={"slide": 9})
        assert first.snapshot().standing("7B", "ask-first").slide == 9
        assert first.snapshot().standing("7B", "ask-first").stage_seconds == {"explore": 244}
        assert not receipt.acknowledged.is_set()
    assert receipt.wait(20)
    assert first.snapshot().standing("7B", "ask-first").slide == 9


@pytest.mark.parametrize("how", ["wake", "record", "flush", "close"])
def test_what_waits_is_known_at_once_and_written_with_the_next_call(
    open_store: Opener, path: Path, how: str
) -> None:
    store = open_store()
    teach(store)
    assert store.flush(20)
    receipt = store.record("slide", lesson="ask-first", class_label="7B", data={"slide": 9}, waits=True)
    assert store.snapshot().standing("7B", "ask-first").slide == 9
    assert read_summary(path).summary.standing("7B", "ask-first").slide == 4
    if how == "wake":
        store.wake()
    elif how == "record":
        store.record("slide", lesson="ask-first", class_label="7B", data={"slide": 10})
    elif how == "flush":
        assert store.flush(20)
    else:
        assert store.close()
    assert receipt.wait(20)
    assert [one.data["slide"] for one in read_events(path) if one.id == receipt.event.id] == [9]


def test_a_snapshot_before_anything_happened(open_store: Opener, path: Path) -> None:
    assert plain(open_store().snapshot()) == plain(Summary())
    assert not path.exists()


def test_nothing_is_touched_until_something_is_recorded(open_store: Opener, path: Path) -> None:
    assert open_store().close()
    assert not path.parent.exists()


def test_a_table_changed_later_is_no_part_of_the_event(open_store: Opener, path: Path) -> None:
    store, state = open_store(), {"chosen": ["a"]}
    store.record("block", lesson="ask-first", data={"block": "q", "state": state})
    state["chosen"].append("b")
    assert store.close()
    assert read_summary(path).summary.standing("", "ask-first").states == {"q": {"chosen": ["a"]}}


def test_an_event_that_may_not_be_kept_is_refused_at_the_call(open_store: Opener, path: Path) -> None:
    store = open_store()
    with pytest.raises(ValueError, match="is"):
        store.record("slide", lesson="ask-first", class_label="7B", data={"slide": "Jane"})
    with pytest.raises(ValueError, match="label"):
        store.record("slide", lesson="ask-first", class_label="x" * 41, data={"slide": 1})
    assert store.close()
    assert not path.exists()
    with pytest.raises(RuntimeError):
        store.record("finished", lesson="ask-first")


def test_many_threads_record_and_nothing_is_lost(open_store: Opener, path: Path) -> None:
    store = open_store()
    threads = [threading.Thread(target=teach, args=(store, f"{n}B")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.close()
    assert [event.counter for event in read_events(path)] == list(range(1, 81))
    assert len(read_summary(path).summary.lessons) == 8


def test_writing_an_event_twice_does_no_harm(path: Path) -> None:
    event = Event(
        "a" * 32, "", 0, "2026-03-02T09:15:00.000Z", "stage", "x", "", "", {"stage": "a", "seconds": 5}
    )
    with closing(Journal(path, now=datetime.now(UTC), seconds=1)) as journal:
        assert journal.append([event]) == journal.append([event])
    assert read_summary(path).summary.standing("", "x").stage_seconds == {"a": 5}


def test_an_event_is_never_changed(open_store: Opener, path: Path) -> None:
    store = open_store()
    teach(store)
    assert store.close()
    with closing(sqlite3.connect(path)) as conn, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        conn.execute("update events set lesson = 'other'")


def test_the_journal_is_synced_before_it_answers(path: Path) -> None:
    with closing(Journal(path, now=datetime.now(UTC), seconds=1)) as journal:
        assert journal._db.journal_mode == "wal"
        assert journal._db.execute("pragma synchronous").fetchone()[0] == 2


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from rse_lessons.progress.recording.store import Store
store = Store(Path(sys.argv[1]), now=lambda: datetime.now(UTC), tell=print, busy_seconds=60)
for slide in range(100):
    store.record("stage", lesson="ask-first", class_label="7B", data={"stage": "explore", "seconds": 1})
    if slide % 7 == 0:
        store.flush(60)
sys.exit(0 if store.close(60) else 1)
"""


def test_two_copies_of_the_app_at_once_do_no_harm(path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) for _ in range(2)
    ]
    for program in programs:
        said, _ = program.communicate(timeout=120)
        assert (program.returncode, said) == (0, b"")
    events = list(read_events(path))
    assert [event.counter for event in events] == list(range(1, 201))
    assert len({event.id for event in events}) == 200
    assert read_summary(path).summary.standing("7B", "ask-first").stage_seconds == {"explore": 200}
    assert plain(read_summary(path).summary) == plain(fold(events))


CLASS_STEPS: list[tuple[str, Mapping[str, object]]] = [
    ("class-added", {"band": "ks3"}),
    ("class-removed", {}),
]
LESSON_STEPS: list[tuple[str, Mapping[str, object]]] = [
    ("started", {"slides": 9, "slide": 1}),
    ("slide", {"slide": 4}),
    ("stage", {"stage": "explore", "seconds": 7}),
    ("restarted", {}),
    ("finished", {}),
]


@st.composite
def batches(draw: st.DrawFn) -> list[list[Event]]:
    """Events as the writer gets them, in batches; the PC's clock may jump."""
    made: list[list[Event]] = []
    for size in draw(st.lists(st.integers(1, 4), max_size=6)):
        made.append([])
        for _ in range(size):
            about_class = draw(st.booleans())
            kind, data = draw(st.sampled_from(CLASS_STEPS if about_class else LESSON_STEPS))
            number = sum(map(len, made))
            time = f"2026-03-02T09:{draw(st.integers(0, 59)):02}:00.000Z"
            lesson = "" if about_class else draw(st.sampled_from(["x", "y"]))
            made[-1].append(Event(f"e{number}", "", 0, time, kind, lesson, "7B", "", data))
    return made


@given(batches(), batches())
@settings(deadline=None, max_examples=20)
def test_what_is_derived_is_what_the_events_add_up_to(
    elsewhere: list[list[Event]], here: list[list[Event]]
) -> None:
    taken = [
        Event(f"f{n}", "other", n, e.time, e.kind, e.lesson, e.class_label, "", e.data)
        for n, e in enumerate((e for batch in elsewhere for e in batch), 1)
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite"
        begin(path)
        with closing(Journal(path, now=datetime.now(UTC), seconds=1)) as journal:
            journal.take_over(taken)
            for batch in here:
                journal.append(batch)
            appended = plain(read_summary(path).summary)
            assert appended == plain(fold(read_events(path)))
            journal.rebuild()
            assert plain(read_summary(path).summary) == appended


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """A journal of 60,000 events and 2,000 standings, written past the store to save time."""
    path = tmp_path / "big.sqlite"
    with closing(Journal(path, now=datetime.now(UTC), seconds=1)):
        pass
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("insert into places values ('here', 'd1', 60000)")
        conn.executemany(
            "insert into events values"
            " ('d1', ?, ?, '2026-03-02T09:00:00.000Z', 'slide', 1, ?, ?, '', '{\"slide\":3}')",
            ((n, f"e{n}", f"lesson-{n % 40}", f"{n // 40 % 50}B") for n in range(1, 60_001)),
        )
        detail = json.dumps({"states": {"a": {"chosen": ["b"]}}, "stages": {"explore": 300.0}})
        conn.executemany(
            "insert into standings values (?, ?, 'begun', 3, 12, '2026-03-02', ?, '2026-03-02', 'd1')",
            ((f"{n // 40}B", f"lesson-{n % 40}", detail) for n in range(2000)),
        )
    return path


def test_opening_reads_the_small_table_and_not_the_journal(big: Path) -> None:
    assert len(read_summary(big).summary.lessons) == 2000
    with closing(sqlite3.connect(big)) as conn:
        for query in (
            "select label, band from classes where kept",
            "select class_label, lesson from standings",
        ):
            plan = str(conn.execute(f"explain query plan {query}").fetchall())
            assert "events" not in plan
        plan = str(conn.execute("explain query plan select * from events where id = 'e7'").fetchall())
        assert "SEARCH events USING INDEX" in plan
