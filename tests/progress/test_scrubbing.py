"""Deleting is real: it reaches the backups and what was set aside, and nothing else."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import back_up, list_backups, tidy, verify
from rse_lessons.progress.database.reading import read_events
from rse_lessons.progress.deleting.erasing import traces
from rse_lessons.progress.deleting.scrubbing import damaged_files, scrub, what_is_gone
from rse_lessons.progress.mending.repair import repair
from rse_lessons.progress.upkeep.restoring import restore
from tests.progress.cutting import CutOff
from tests.progress.making import NOON, add_rule, events_in, keeping, record, remove_rule, steps

LATER = NOON + timedelta(days=2)
STONE = "Whoever speaks holds the stone."


def clear(path: Path, label: str | None, before: str = "2026-03-02T23:00:00.000Z") -> None:
    kept = keeping(path)
    kept.opened().clear(before, label)
    kept.follow(everything=True)
    kept.let_go()


@pytest.fixture
def lived(path: Path) -> Path:
    """Two classes with rules, in two backups and the records."""
    record(path, steps(10, label="Oak 9") + steps(10, start=10, label="Elm 8"))
    add_rule(path, "r1", STONE, label="Oak 9")
    add_rule(path, "r2", "Phones stay in bags.", label="Elm 8", number=910)
    back_up(path, NOON)
    record(path, steps(5, start=20, label="Oak 9"))
    back_up(path, NOON + timedelta(days=1))
    return path


def test_a_class_that_was_cleared_is_gone_from_every_byte(lived: Path) -> None:
    assert len({found for found, _ in traces(lived.parent, ["Oak 9"])}) == 4
    clear(lived, "Oak 9")
    clear(lived, "Oak 9", before="2026-03-04T00:00:00.000Z")
    done = scrub(lived)
    assert len(done.rewritten) == 2
    assert (done.removed, done.left) == ((), ())
    assert traces(lived.parent, ["Oak 9", STONE]) == []
    for backup in list_backups(lived):
        assert verify(backup).checked, "and the backups are good ones"
        labels = {event.class_label for event in read_events(backup.path)}
        assert labels == {"Elm 8", ""}
        assert sum(event.class_label == "Elm 8" for event in read_events(backup.path)) == 11


def test_it_stays_gone_when_such_a_backup_is_restored(lived: Path) -> None:
    others = steps(10, label="Oak 9")
    clear(lived, "Oak 9", before="2026-03-04T00:00:00.000Z")
    scrub(lived)
    restore(lived, list_backups(lived)[-1], LATER)
    kept = keeping(lived)
    assert kept.opened().take_in(others) == 0
    kept.let_go()
    assert traces(lived.parent, ["Oak 9", STONE]) == []


def test_words_that_were_taken_away_or_changed_leave_the_backups(lived: Path) -> None:
    remove_rule(lived, "r1", label="Oak 9", number=2000)
    assert traces(lived.parent, [STONE])
    assert len(scrub(lived).rewritten) == 2
    assert traces(lived.parent, [STONE]) == []
    assert len({found for found, _ in traces(lived.parent, ["Phones stay in bags."])}) == 4
    for backup in list_backups(lived):
        assert len(list(read_events(backup.path))) in (22, 27), "the events themselves stay"


def test_nothing_is_rewritten_when_nothing_is_gone(lived: Path) -> None:
    before = [(backup.path, backup.path.stat().st_ino) for backup in list_backups(lived)]
    assert not what_is_gone(lived).is_something
    done = scrub(lived)
    assert (done.rewritten, done.removed, done.left) == ((), (), ())
    remove_rule(lived, "r1", label="Oak 9", number=2000)
    scrub(lived)
    assert scrub(lived).rewritten == (), "and not a second time"
    assert [backup.path for backup in list_backups(lived)] == [found for found, _ in before]


def test_what_a_restored_day_has_never_known_is_left_alone(lived: Path) -> None:
    add_rule(lived, "r3", "One at a time.", label="Elm 8", number=930)
    back_up(lived, LATER)
    restore(lived, list_backups(lived)[-1], LATER + timedelta(hours=1))
    assert scrub(lived).rewritten == ()
    assert len({found for found, _ in traces(lived.parent, ["One at a time."])}) == 2


def test_a_damaged_file_goes_when_something_gone_can_be_read_in_it(lived: Path) -> None:
    with closing(sqlite3.connect(lived)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
    content = bytearray(lived.read_bytes())
    content[:16] = bytes(16)
    lived.write_bytes(content)
    repair(lived, LATER)
    (aside,) = damaged_files(lived)
    assert scrub(lived).removed == ()
    assert aside.exists(), "it is not removed by itself"
    clear(lived, "Oak 9", before="2026-03-04T00:00:00.000Z")
    assert scrub(lived).removed == (aside,)
    assert traces(lived.parent, ["Oak 9", STONE]) == []


def test_a_backup_that_cannot_be_read_goes_too_when_something_is_gone(lived: Path) -> None:
    backup = list_backups(lived)[0]
    content = bytearray(backup.path.read_bytes())
    content[:16] = bytes(16)
    backup.path.write_bytes(content)
    assert scrub(lived).removed == ()
    clear(lived, "Oak 9", before="2026-03-04T00:00:00.000Z")
    assert scrub(lived).removed == (backup.path,)
    assert traces(lived.parent, ["Oak 9", STONE]) == []


def test_a_backup_that_cannot_be_reached_is_said_and_stays(lived: Path) -> None:
    clear(lived, "Oak 9")
    backup = list_backups(lived)[0]
    backup.path.with_name(backup.path.name + ".part").mkdir()  # nothing can be written beside it
    done = scrub(lived)
    assert done.left == (backup.path,)
    assert len(done.rewritten) == 1
    backup.path.with_name(backup.path.name + ".part").rmdir()
    assert scrub(lived).rewritten == (backup.path,)


def test_cut_off_anywhere_the_backups_stay_good_and_the_next_time_ends_it(
    lived: Path, cut_off: CutOff
) -> None:
    clear(lived, "Oak 9", before="2026-03-04T00:00:00.000Z")
    wanted = events_in(lived)
    saved = lived.parent.with_name("saved")
    shutil.copytree(lived.parent, saved)
    step, ended = 0, False
    while not ended:
        shutil.rmtree(lived.parent)
        shutil.copytree(saved, lived.parent)
        ended = cut_off(step, scrub, lived)
        step += 2
        tidy(lived)
        assert len(list_backups(lived)) == 2, f"after {step} steps"
        assert all(verify(backup).checked for backup in list_backups(lived))
        scrub(lived)
        assert traces(lived.parent, ["Oak 9", STONE]) == [], f"after {step} steps"
        assert all(verify(backup).checked for backup in list_backups(lived))
    assert events_in(lived) == wanted
    assert step > 20
