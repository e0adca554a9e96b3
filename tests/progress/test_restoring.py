"""Going back to a day: checked first, today kept, what is gone stays gone, and nothing half done."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import Why, back_up, list_backups, verify
from rse_lessons.progress.database.faults import NewerDatabaseError
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.progress.mending.said import plain
from rse_lessons.progress.mending.sidefile import side_path
from rse_lessons.progress.mending.sidelines import read_side
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.restoring import BackupNotGoodError, restore
from tests.progress.cutting import CutOff
from tests.progress.making import (
    NOON,
    add_rule,
    events_in,
    keeping,
    make_newer,
    record,
    remove_rule,
    steps,
)

LATER = NOON + timedelta(days=2)
Opener = Callable[..., Store]


def test_the_records_are_those_of_the_day_and_todays_are_kept(path: Path) -> None:
    record(path, steps(20))
    then = events_in(path)
    backup = back_up(path, NOON)
    record(path, steps(20, start=20))
    now = events_in(path)
    restored = restore(path, backup, LATER)
    assert events_in(path) == then
    assert (restored.events, restored.backup) == (20, backup)
    assert restored.kept is not None
    assert restored.kept.why is Why.RESTORE
    assert "2 March 2026" in plain(restored.sentences)
    assert "20 steps" in plain(restored.sentences)
    back = restore(path, restored.kept, LATER + timedelta(hours=1))
    assert events_in(path) == now, "and back again"
    assert back.events == 40


def test_what_is_recorded_afterwards_has_an_id_of_its_own(path: Path) -> None:
    (last,) = record(path, steps(1))
    backup = back_up(path, NOON)
    record(path, steps(5, start=1))
    restore(path, backup, LATER)
    written = record(path, steps(5, start=50))
    assert {event.device for event in written} & {last.device} == set()
    with closing(Journal(path, now=NOON, seconds=1.0)) as journal:
        assert last.device in journal.devices


def test_what_came_after_the_day_does_not_creep_back(path: Path) -> None:
    record(path, steps(5))
    backup = back_up(path, NOON)
    record(path, steps(5, start=5))
    restore(path, backup, LATER)
    record(path, steps(1, start=50))
    assert len(events_in(path)) == 6
    assert set(read_side(side_path(path)).events) == set(events_in(path))


def test_what_was_taken_away_since_then_stays_gone(path: Path) -> None:
    add_rule(path, "r1", "Whoever speaks holds the stone.")
    add_rule(path, "r2", "Phones stay in bags.", number=910)
    record(path, steps(10, label="Oak 9"))
    backup = back_up(path, NOON)
    remove_rule(path, "r1", number=920)
    kept = keeping(path)
    kept.opened().clear("2026-03-02T23:00:00.000Z", "Oak 9")
    kept.follow(everything=True)
    kept.let_go()
    restore(path, backup, LATER)
    assert [rule.text for rule in read_summary(path).summary.rules("7B")] == ["Phones stay in bags."]
    assert b"holds the stone" not in path.read_bytes()
    assert {event.class_label for event in events_in(path).values()} == {"7B", ""}
    late = steps(3, start=3, label="Oak 9")
    kept = keeping(path)
    assert kept.opened().take_in(late) == 0, "nor does it come in from another PC"
    kept.let_go()


def test_a_backup_that_is_not_good_changes_nothing(path: Path) -> None:
    record(path, steps(300))
    backup = back_up(path, NOON)
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)
    record(path, steps(5, start=300))
    before = events_in(path)
    with pytest.raises(BackupNotGoodError):
        restore(path, backup, LATER)
    assert events_in(path) == before
    assert len(list_backups(path)) == 1


def test_a_backup_of_a_newer_program_changes_nothing(path: Path) -> None:
    record(path, steps(3))
    backup = back_up(path, NOON)
    make_newer(backup.path)
    backup.path.with_suffix(".json").unlink()
    (backup,) = list_backups(path)
    with pytest.raises(NewerDatabaseError):
        restore(path, backup, LATER)
    assert len(events_in(path)) == 3


def test_another_window_is_not_robbed_of_its_file(path: Path) -> None:
    record(path, steps(3))
    backup = back_up(path, NOON)
    record(path, steps(3, start=3))
    other = keeping(path)
    other.opened()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        restore(path, backup, LATER)
    other.opened().append(steps(1, start=6))
    other.follow()
    other.let_go()
    assert len(events_in(path)) == 7


@pytest.mark.parametrize("how", ["damaged", "gone"])
def test_in_place_of_records_that_are_no_more(path: Path, how: str) -> None:
    record(path, steps(300))
    backup = back_up(path, NOON)
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(b"Dear diary")
    restored = restore(path, backup, LATER)
    assert len(events_in(path)) == 300
    assert restored.kept is None
    assert bool(restored.aside) == (how == "damaged")
    assert how == "gone" or (path.parent / restored.aside).read_bytes() == b"Dear diary"


def test_a_store_restores_while_steps_are_recorded(open_store: Opener, path: Path, told: list[str]) -> None:
    store = open_store()
    for slide in range(5):
        store.record("slide", lesson="x", class_label="7B", data={"slide": slide})
    assert store.flush(20)
    backup = back_up(path, NOON)
    store.record("slide", lesson="x", class_label="7B", data={"slide": 50})
    job = store.apart(lambda: restore(path, backup, LATER))
    after = store.record("slide", lesson="x", class_label="7B", data={"slide": 7})
    assert job.wait(20)
    assert job.result().events == 5
    assert after.wait(20)
    assert store.snapshot().standing("7B", "x").slide == 7
    assert store.close()
    assert told == []
    assert sorted(str(event.data["slide"]) for event in events_in(path).values()) == list("012347")


def test_cut_off_anywhere_it_is_the_one_or_the_other(path: Path, cut_off: CutOff) -> None:
    record(path, steps(20))
    then = events_in(path)
    backup = back_up(path, NOON)
    record(path, steps(20, start=20))
    now = events_in(path)
    saved = path.parent.with_name("saved")
    shutil.copytree(path.parent, saved)
    step, ended, seen = 0, False, set()
    while not ended:
        shutil.rmtree(path.parent)
        shutil.copytree(saved, path.parent)
        ended = cut_off(step, restore, path, backup, LATER)
        step += 2
        told: list[str] = []
        kept = keeping(path, told)
        kept.opened()
        kept.let_go()
        found = events_in(path)
        assert found in (then, now), f"after {step} steps"
        seen.add(len(found))
        assert told == []
        assert all(verify(one).checked for one in list_backups(path))
        assert found == now or len(list_backups(path)) == 2, "today's are kept before they give way"
    assert seen == {20, 40}
