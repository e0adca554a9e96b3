"""The care in the background: what is due is done once, what is found is told, and it can be ended."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import backups_folder, list_backups
from rse_lessons.progress.database.faults import MADE_WHOLE, NO_BACKUP_TODAY, DamagedDatabaseError
from rse_lessons.progress.deleting.erasing import traces
from rse_lessons.progress.mending.sidefile import side_path
from rse_lessons.progress.mending.sidelines import read_side
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.care import Care, look_after, shorten_side_file
from rse_lessons.progress.upkeep.care_state import CareState, read_state, state_path, write_state
from rse_lessons.progress.upkeep.restoring import restore
from tests.progress.making import NOON, add_rule, record, remove_rule, steps

Opener = Callable[..., Store]


def test_a_round_checks_backs_up_and_shortens_the_side_file(path: Path) -> None:
    record(path, steps(10))
    look_after(path, NOON)
    assert [backup.events for backup in list_backups(path)] == [10]
    state = read_state(path)
    assert (state.quick, state.full, state.sound) == (NOON, NOON, True)
    assert len(read_side(side_path(path)).events) == 10, "one backup is not enough to let go of them"
    record(path, steps(5, start=10))
    look_after(path, NOON + timedelta(hours=1))
    assert len(list_backups(path)) == 1, "one on each day of use"
    look_after(path, NOON + timedelta(days=1))
    assert [backup.events for backup in list_backups(path)] == [15, 10]
    assert len(read_side(side_path(path)).events) == 5
    assert read_state(path).full == NOON
    look_after(path, NOON + timedelta(days=8))
    assert read_state(path).full == NOON + timedelta(days=8), "the full check comes once a week"


def test_nothing_is_made_of_nothing(path: Path) -> None:
    look_after(path, NOON)
    assert not path.parent.exists()


def test_events_are_let_go_of_only_when_two_good_backups_hold_them(path: Path) -> None:
    record(path, steps(10))
    look_after(path, NOON)
    look_after(path, NOON + timedelta(days=1))
    assert len(read_side(side_path(path)).events) == 0
    record(path, steps(10, start=10))
    for day in (2, 3):
        look_after(path, NOON + timedelta(days=day))
        newest = list_backups(path)[0].path
        newest.write_bytes(newest.read_bytes()[:-1])  # each goes bad as soon as it is made
    assert shorten_side_file(path) == 0
    assert len(read_side(side_path(path)).events) == 10


def test_what_was_deleted_is_taken_out_of_the_copies(path: Path) -> None:
    stone = "Whoever speaks holds the stone."
    add_rule(path, "r1", stone)
    look_after(path, NOON)
    remove_rule(path, "r1")
    assert traces(path.parent, [stone])
    look_after(path, NOON + timedelta(hours=1))
    assert traces(path.parent, [stone]) == []


def test_a_large_side_file_brings_a_backup_on(path: Path) -> None:
    record(path, steps(10))
    look_after(path, NOON)
    with side_path(path).open("ab") as file:
        file.write((b"x" * 60_000 + b"\n") * 150)
    look_after(path, NOON + timedelta(hours=1))
    assert len(list_backups(path)) == 2


def test_damage_is_found_by_the_full_check(path: Path) -> None:
    record(path, steps(300))
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
        root = conn.execute("select rootpage from sqlite_master where name = 'standings'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(DamagedDatabaseError):
        look_after(path, NOON)
    assert not read_state(path).sound
    assert list_backups(path) == [], "and no backup is made of it"


class Rounds:
    """Waits for rounds of the care."""

    def __init__(self) -> None:
        self._more, self.count = threading.Condition(), 0

    def __call__(self) -> None:
        with self._more:
            self.count += 1
            self._more.notify_all()

    def until(self, count: int) -> None:
        with self._more:
            assert self._more.wait_for(lambda: self.count >= count, 20)


def test_with_a_store_it_backs_up_and_mends(open_store: Opener, path: Path, told: list[str]) -> None:
    rounds = Rounds()
    store = open_store()
    care = Care(path, now=lambda: NOON, tell=told.append, damaged=store.mend, done=rounds)
    for number in range(300):
        store.record("slide", lesson=f"lesson-{number}", class_label="7B", data={"slide": 1})
    assert store.flush(20)
    care.start()
    rounds.until(1)
    assert len(list_backups(path)) == 1
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xa5" * 40_000)
    care.look_again()
    rounds.until(2)
    assert store.record("slide", lesson="x", class_label="7B", data={"slide": 2}).wait(20)
    assert store.close()
    assert care.stop()
    assert told == [MADE_WHOLE]
    assert len(store.snapshot().lessons) == 301


def test_a_deletion_wakes_it(open_store: Opener, path: Path, told: list[str]) -> None:
    rounds = Rounds()
    moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    cares: list[Care] = []

    def deleted() -> None:
        cares[0].look_again()

    store = open_store(deleted=deleted)
    care = Care(path, now=lambda: moment, tell=told.append, damaged=store.mend, done=rounds)
    cares.append(care)
    stone = "Whoever speaks holds the stone."
    store.record("class-added", class_label="7B", data={"band": "ks3"})
    store.record("rule-added", class_label="7B", data={"rule": "r1"}, words=stone)
    assert store.flush(20)
    care.start()
    rounds.until(1)
    assert len({found.parent for found, _ in traces(path.parent, [stone])}) == 2
    assert store.record("rule-removed", class_label="7B", data={"rule": "r1"}).wait(20)
    rounds.until(2)
    assert traces(path.parent, [stone]) == []
    assert care.stop()
    assert store.close()
    assert told == []


def test_a_backup_that_cannot_be_made_is_told_once(path: Path, told: list[str]) -> None:
    record(path, steps(3))
    backups_folder(path).write_text("in the way", encoding="utf-8")
    rounds = Rounds()
    care = Care(path, now=lambda: NOON, tell=told.append, damaged=lambda: None, done=rounds)
    care.start()
    rounds.until(1)
    care.look_again()
    rounds.until(2)
    assert care.stop()
    assert told == [NO_BACKUP_TODAY]


def test_it_rests_while_a_day_is_restored(open_store: Opener, path: Path, told: list[str]) -> None:
    rounds = Rounds()
    store = open_store()
    care = Care(path, now=lambda: NOON, tell=told.append, damaged=store.mend, done=rounds)
    store.record("slide", lesson="x", class_label="7B", data={"slide": 1})
    assert store.flush(20)
    care.start()
    rounds.until(1)
    (backup,) = list_backups(path)
    store.record("slide", lesson="x", class_label="7B", data={"slide": 2})
    for _ in range(5):
        care.look_again()
        with care.at_rest():
            job = store.apart(lambda: restore(path, backup, NOON))
            assert job.wait(20)
            assert job.result().events == 1
    assert care.stop()
    assert store.close()
    assert told == []


def test_it_ends_when_it_is_told_to(path: Path, told: list[str]) -> None:
    care = Care(path, now=lambda: NOON, tell=told.append, damaged=lambda: None)
    assert care.stop(), "also when it never began"
    record(path, steps(3))
    other = Care(path, now=lambda: NOON, tell=told.append, damaged=lambda: None)
    other.start()
    assert other.stop()
    assert told == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "\0", '{"quick": 3}', '{"full": "yesterday"}', '{"full": "2026-03-02T10:00:00"}']
)
def test_a_state_that_makes_no_sense_is_a_fresh_one(path: Path, text: str) -> None:
    path.parent.mkdir()
    state_path(path).write_text(text, encoding="utf-8")
    assert read_state(path) == CareState()


def test_the_state_is_kept(path: Path) -> None:
    state = CareState(NOON, NOON - timedelta(days=3), False, "abc")
    write_state(path, state)
    assert read_state(path) == state
    assert not state.is_full_check_due(NOON)
    assert state.is_full_check_due(NOON + timedelta(days=4))
    assert state.is_full_check_due(NOON - timedelta(days=4)), "the clock was put back"
