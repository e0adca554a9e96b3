"""Backups: whole and checked before they have a name, made while a lesson is recorded, and thinned."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import (
    StoppedError,
    Why,
    back_up,
    backups_folder,
    good_backups,
    is_due,
    list_backups,
    note_path,
    thin,
    tidy,
    verify,
)
from rse_lessons.progress.database.faults import DamagedDatabaseError
from rse_lessons.progress.database.reading import read_events
from rse_lessons.progress.database.schema import LATEST
from tests.progress.cutting import CutOff
from tests.progress.making import NOON, events_in, keeping, record, steps


def test_a_backup_is_a_whole_database_of_its_moment(path: Path) -> None:
    written = record(path, steps(30))
    made = back_up(path, NOON)
    record(path, steps(5, start=30))
    assert list(read_events(made.path)) == sorted(written, key=lambda event: event.counter)
    assert (made.events, made.version, made.checked, made.size) == (
        30,
        LATEST,
        True,
        made.path.stat().st_size,
    )
    assert made.path.parent == backups_folder(path)
    assert list_backups(path) == [made]
    local = NOON.astimezone()
    assert made.path.name == f"progress-{local:%Y-%m-%dT%H%M%S}.sqlite"
    names = {found.name for found in made.path.parent.iterdir()}
    assert names == {made.path.name, note_path(made.path).name}, "nothing else lies there"
    assert verify(made) == made


def test_recording_goes_on_while_a_backup_is_made(path: Path) -> None:
    record(path, steps(700))
    kept = keeping(path)
    kept.opened()
    ended = threading.Event()
    made = []

    def work() -> None:
        made.append(back_up(path, NOON))
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    number = 700
    while not ended.is_set() or number < 705:
        kept.opened().append(steps(1, start=number))
        kept.follow()
        number += 1
    thread.join()
    kept.let_go()
    assert 700 <= made[0].events <= number
    assert len(events_in(path)) == number
    assert verify(made[0]).checked


def test_two_in_one_second_have_names_of_their_own(path: Path) -> None:
    record(path, steps(1))
    assert (
        len({back_up(path, NOON).path, back_up(path, NOON).path, back_up(path, NOON, Why.RESTORE).path}) == 3
    )
    assert [backup.why for backup in list_backups(path)].count(Why.RESTORE) == 1


def test_one_on_every_day_of_use(path: Path) -> None:
    assert not is_due(path, NOON), "nothing was recorded yet"
    record(path, steps(1))
    assert is_due(path, NOON)
    back_up(path, NOON)
    assert not is_due(path, NOON + timedelta(hours=2))
    assert is_due(path, NOON + timedelta(days=1))
    assert is_due(path, NOON - timedelta(days=1)), "also when the clock was put back"


def test_a_copy_of_a_damaged_database_gets_no_name(path: Path) -> None:
    record(path, steps(700))
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
    content = bytearray(path.read_bytes())
    content[40_960:45_056] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises((sqlite3.DatabaseError, DamagedDatabaseError)):
        back_up(path, NOON)
    assert list(backups_folder(path).iterdir()) == []


@pytest.mark.parametrize("damage", ["a bit", "the end", "all", "the header", "text within a row"])
def test_a_backup_that_went_bad_is_not_good(path: Path, damage: str) -> None:
    record(path, steps(300))
    made = back_up(path, NOON)
    content = bytearray(made.path.read_bytes())
    if damage == "a bit":
        content[len(content) // 2] ^= 4
    elif damage == "the end":
        del content[-4096:]
    elif damage == "all":
        content = bytearray(len(content))
    elif damage == "the header":
        content[:16] = b"\0" * 16
    else:
        at = content.index(b"explore")
        content[at : at + 7] = b"Explore"  # sound to SQLite, and not what was written
    made.path.write_bytes(content)
    (listed,) = list_backups(path)
    assert not verify(listed).checked
    assert list(good_backups(path)) == []


def test_a_backup_whose_note_is_lost_is_looked_at_again(path: Path) -> None:
    record(path, steps(30))
    made = back_up(path, NOON)
    note_path(made.path).unlink()
    (listed,) = list_backups(path)
    assert (listed.checked, listed.events) == (False, -1)
    assert verify(listed) == made
    assert list_backups(path) == [made], "and it is noted again"


@pytest.mark.parametrize(
    "note", ["", "[]", "{", '{"size": "x"}', '{"size": true, "sha256": 3}', "\x00", "[" * 9999]
)
def test_a_note_that_makes_no_sense_is_none(path: Path, note: str) -> None:
    record(path, steps(3))
    made = back_up(path, NOON)
    note_path(made.path).write_text(note, encoding="utf-8")
    (listed,) = list_backups(path)
    assert not listed.checked
    assert verify(listed).checked


def test_other_files_in_the_folder_are_left_alone(path: Path) -> None:
    record(path, steps(3))
    folder = backups_folder(path)
    folder.mkdir()
    for name in (
        "holiday.jpg",
        "progress-2026-13-40T000000.sqlite",
        "progress-2026-03-02T101010-by-me.sqlite",
    ):
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "progress-2026-03-02T101010.sqlite").mkdir()
    made = back_up(path, NOON)
    tidy(path)
    thin(path, made)
    assert list_backups(path) == [made]
    assert len(list(folder.iterdir())) == 6


def test_being_stopped_leaves_nothing(path: Path) -> None:
    record(path, steps(300))
    stop = threading.Event()
    stop.set()
    with pytest.raises(StoppedError):
        back_up(path, NOON, stop=stop)
    assert list(backups_folder(path).iterdir()) == []


def test_a_year_of_days_is_thinned_and_a_bad_one_counts_for_nothing(path: Path) -> None:
    record(path, steps(3))
    for day in range(40):
        made = back_up(path, NOON + timedelta(days=day))
        if day == 30:
            made.path.write_bytes(made.path.read_bytes()[:-4096])
        thin(path, made)
    listed = list_backups(path)
    good = [backup for backup in listed if backup.checked]
    newest = {(NOON + timedelta(days=day)).astimezone().date() for day in range(40) if day != 30}
    assert {backup.made.date() for backup in good} >= set(sorted(newest)[-12:])
    assert 12 < len(good) < 25
    assert len(listed) == len(good) + 1
    assert {note_path(backup.path).exists() for backup in listed} == {True}


def test_the_newest_from_before_an_update_stays(path: Path) -> None:
    record(path, steps(3))
    update = back_up(path, NOON, Why.UPDATE)
    for day in range(1, 60):
        made = back_up(path, NOON + timedelta(days=day))
        thin(path, made)
    assert update in list_backups(path)


def test_cut_off_anywhere_there_is_no_half_backup(path: Path, cut_off: CutOff) -> None:
    record(path, steps(300))
    first = back_up(path, NOON)
    step, ended = 0, False
    while not ended:
        ended = cut_off(step, back_up, path, NOON + timedelta(days=1))
        step += 1
        listed = list_backups(path)
        assert first in listed
        assert all(verify(backup).checked for backup in listed), "what has a name is good"
        tidy(path)
        assert not list(backups_folder(path).glob("*.part*"))
        for backup in listed:
            if backup != first:
                backup.path.unlink()
    assert step > 5
