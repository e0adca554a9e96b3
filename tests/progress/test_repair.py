"""Damaged records are made whole again, and what is said about it is true."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import back_up, list_backups
from rse_lessons.progress.database.disk import held
from rse_lessons.progress.database.faults import (
    FOUND_AGAIN,
    MADE_WHOLE,
    SET_ASIDE,
    DamagedDatabaseError,
    NewerDatabaseError,
)
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.progress.facts.summary import fold
from rse_lessons.progress.mending.repair import finish_repair, is_lost, is_pending, repair
from rse_lessons.progress.mending.repair_report import (
    NOTHING_MISSING,
    Repaired,
    keep_report,
    read_report,
    report_path,
)
from rse_lessons.progress.mending.said import plain
from rse_lessons.progress.mending.salvage import salvage
from rse_lessons.progress.mending.sidefile import SideFile, lock_path, side_path
from rse_lessons.progress.mending.sidelines import read_side
from tests.progress.cutting import CutOff
from tests.progress.damaging import KINDS, damage
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


def settle(path: Path) -> None:
    """Have everything in the one file, as after the app was closed."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records with two backups, a side file that was shortened, and steps after the last backup."""
    path = tmp_path_factory.mktemp("lived") / "records" / "progress.sqlite"
    written = record(path, steps(120))
    add_rule(path, "r1", "Nobody has to speak.")
    back_up(path, NOON)
    record(path, steps(60, start=120))
    back_up(path, NOON + timedelta(days=1))
    SideFile(path).leave_out([event.id for event in written])
    record(path, steps(40, start=180))
    add_rule(path, "r2", "Phones stay in bags.", number=950)
    settle(path)
    return path


@pytest.fixture
def path(lived: Path, tmp_path: Path) -> Path:
    shutil.copytree(lived.parent, tmp_path / "records")
    return tmp_path / "records" / "progress.sqlite"


def assert_whole(path: Path, wanted: set[str]) -> None:
    found = events_in(path)
    assert found.keys() == wanted
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
    summary = read_summary(path).summary
    assert summary.classes == fold(found.values()).classes
    assert summary.lessons.keys() == fold(found.values()).lessons.keys()


@pytest.mark.parametrize("seed", range(len(KINDS), 2 * len(KINDS)))
def test_every_kind_of_damage_is_made_whole(path: Path, seed: int) -> None:
    before = events_in(path)
    settle(path)
    sound = path.read_bytes()
    how = damage(path, seed)
    damaged = path.read_bytes()
    assert damaged != sound, how
    report = repair(path, LATER)
    assert_whole(path, set(before))
    assert events_in(path) == before, how
    assert (report.sentence, report.missing, report.complete) == (MADE_WHOLE, 0, True), how
    assert report.from_backup + report.from_side + report.from_damaged == len(before)
    assert report.from_backup == 181
    assert plain(report.sentences).count(NOTHING_MISSING) == 1
    assert (path.parent / report.aside).read_bytes() == damaged, "and the damaged file is kept as it was"
    rules = [rule.text for rule in read_summary(path).summary.rules("7B")]
    assert rules == ["Nobody has to speak.", "Phones stay in bags."]


def test_what_was_repaired_counts_under_a_new_id_and_goes_on(path: Path) -> None:
    with closing(Journal(path, now=NOON, seconds=1.0)) as journal:
        before = journal.device
    damage(path, 1)
    repair(path, LATER)
    (written,) = record(path, steps(1, start=300))
    assert (written.device != before, written.counter) == (True, 1)
    with closing(Journal(path, now=NOON, seconds=1.0)) as journal:
        assert before in journal.devices, "and still hands on what it wrote before"
    assert read_side(side_path(path)).events.keys() >= {written.id}


def test_it_is_made_whole_a_second_and_a_third_time(path: Path) -> None:
    wanted = set(events_in(path))
    for seed in range(3):
        settle(path)
        damage(path, 20 + seed)
        assert repair(path, LATER).sentence == MADE_WHOLE
        wanted.add(record(path, steps(1, start=400 + seed))[0].id)
        assert_whole(path, wanted)
    assert len(list(path.parent.glob("progress-damaged-*.sqlite"))) == 3


@pytest.mark.parametrize("seed", [0, 1, 4])
def test_when_the_newest_backup_has_gone_bad_too(path: Path, seed: int) -> None:
    wanted = set(events_in(path))
    settle(path)
    damage(list_backups(path)[0].path, seed)
    damage(path, 1)
    report = repair(path, LATER)
    assert_whole(path, wanted)
    assert report.backup == NOON.astimezone()


def test_when_every_backup_has_gone_bad_the_rest_is_read_and_the_loss_is_said(path: Path) -> None:
    before = events_in(path)
    settle(path)
    for backup in list_backups(path):
        backup.path.write_bytes(b"")
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)  # SQLite cannot open it any more
    path.write_bytes(content)
    report = repair(path, LATER)
    found = events_in(path)
    assert found.keys() == before.keys(), "read page by page"
    assert (report.backup, report.from_backup) == (None, 0)
    assert report.from_damaged + report.from_side == len(before)


def test_steps_that_are_in_no_source_are_counted(path: Path) -> None:
    before = events_in(path)
    for backup in list_backups(path):
        backup.path.unlink()
    path.write_bytes(b"nothing of it is left")
    report = repair(path, LATER)
    found = events_in(path)
    assert len(found) == len(before) - 120
    assert (report.missing, report.sentence) == (120, SET_ASIDE)
    assert "120 steps" in plain(report.sentences)
    assert NOTHING_MISSING not in plain(report.sentences)


def test_without_the_side_file_it_says_that_the_newest_may_be_missing(path: Path) -> None:
    side_path(path).unlink()
    path.write_bytes(b"nothing of it is left")
    report = repair(path, LATER)
    assert len(events_in(path)) == 181
    assert (report.complete, report.sentence) == (False, SET_ASIDE)
    newest = max(event.time for event in events_in(path).values())
    assert report.unsure_after == newest
    assert "newest step that was found is of 3 March 2026" in plain(report.sentences)


def test_with_nothing_at_all_it_says_so_and_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    path.write_bytes(b"Dear diary")
    report = repair(path, LATER)
    assert (report.complete, report.from_backup, report.from_side, report.from_damaged) == (False, 0, 0, 0)
    assert "No steps were found" in plain(report.sentences)
    assert events_in(path) == {}


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_a_database_that_is_gone_is_made_again(path: Path, how: str) -> None:
    wanted = set(events_in(path))
    settle(path)
    path.unlink()
    if how == "emptied":
        path.touch()
    assert is_lost(path)
    told: list[str] = []
    kept = keeping(path, told)
    kept.opened()
    kept.let_go()
    assert told == [FOUND_AGAIN if how == "removed" else MADE_WHOLE]
    assert_whole(path, wanted)


def test_a_first_start_is_no_loss(tmp_path: Path) -> None:
    told: list[str] = []
    kept = keeping(tmp_path / "progress.sqlite", told)
    kept.opened()
    kept.let_go()
    assert told == []


def test_words_that_were_taken_away_do_not_come_back(path: Path) -> None:
    remove_rule(path, "r2", number=960)
    settle(path)
    damage(path, 4)
    repair(path, LATER)
    assert [rule.text for rule in read_summary(path).summary.rules("7B")] == ["Nobody has to speak."]


def test_what_was_cleared_does_not_come_back(path: Path) -> None:
    kept = keeping(path)
    kept.opened().clear("2026-03-02T13:00:00.000Z")
    kept.follow(everything=True)
    kept.let_go()
    wanted = set(events_in(path))
    settle(path)
    path.write_bytes(b"")
    report = repair(path, LATER)
    assert_whole(path, wanted)
    assert (report.missing, report.sentence) == (0, MADE_WHOLE)


def test_a_backup_of_a_newer_program_is_left_to_it(path: Path) -> None:
    for backup in list_backups(path):
        make_newer(backup.path)
        backup.path.with_suffix(".json").unlink()
    path.write_bytes(b"nothing")
    names = {found.name for found in path.parent.iterdir()}
    with pytest.raises(NewerDatabaseError):
        repair(path, LATER)
    assert path.read_bytes() == b"nothing"
    assert {found.name for found in path.parent.iterdir()} == names


def test_an_older_backup_is_brought_up_to_date(tmp_path: Path) -> None:
    """Made from the tables as they were first released, with an event in them."""
    from sqlite_utils import Database

    from rse_lessons.progress.database import schema

    path = tmp_path / "progress.sqlite"
    with closing(sqlite3.connect(path)) as conn:
        database = Database(conn, execute_plugins=False)
        schema.migrations().apply(database, stop_before="create_standings")
        conn.execute("pragma user_version = 1")
        conn.execute("insert into device values (1, 'd1', 1)")
        values = ("d1", 1, "a" * 32, "2026-03-02T09:00:00.000Z", "slide", 1, "x", "7B", "", '{"slide":4}')
        conn.execute("insert into events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        conn.commit()
    back_up(path, NOON)
    path.write_bytes(b"")
    repair(path, LATER)
    assert read_summary(path).summary.standing("7B", "x").slide == 4
    assert len(list_backups(path)) == 1, "the copy that is brought up to date needs no backup of its own"


def test_cut_off_anywhere_it_is_finished_or_begun_again(path: Path, cut_off: CutOff) -> None:
    wanted = set(events_in(path))
    settle(path)
    damage(path, 1)
    damaged = path.read_bytes()
    saved = path.parent.with_name("saved")
    shutil.copytree(path.parent, saved)
    step, ended, pending = 0, False, 0
    while not ended:
        shutil.rmtree(path.parent)
        shutil.copytree(saved, path.parent)
        ended = cut_off(step, repair, path, LATER)
        step += 3
        pending += is_pending(path)
        told: list[str] = []
        kept = keeping(path, told)
        try:
            kept.opened()
        except (sqlite3.DatabaseError, DamagedDatabaseError):
            report = kept.repair()
            assert report is not None
            told.append(report.sentence)
        finally:
            kept.let_go()
        assert set(events_in(path)) == wanted, f"after {step} steps"
        asides = list(path.parent.glob("progress-damaged-*.sqlite"))
        assert [aside.read_bytes() for aside in asides] == [damaged]
        assert told in ([MADE_WHOLE], []), f"after {step} steps"
        assert not list(path.parent.glob("progress-repair*ed-*.sqlite"))
    assert step > 20
    assert pending > 0, "some of the attempts ended between the two renamings"


def test_two_programs_do_not_repair_at_once(path: Path) -> None:
    settle(path)
    damage(path, 1)
    before = path.read_bytes()
    with held(lock_path(path), 1.0), pytest.raises(TimeoutError):
        repair(path, LATER, seconds=0.05)
    assert path.read_bytes() == before


def test_what_another_copy_wrote_into_the_file_that_was_replaced_goes_into_the_new_one(path: Path) -> None:
    other = keeping(path)
    other.opened()
    settle(path)
    repair(path, LATER)  # by a second program
    event = steps(1, start=700)[0]
    other.opened().append([event])
    other.follow()
    other.let_go()
    assert event.id in events_in(path)


# Reading past SQLite


@pytest.mark.parametrize("wal", [False, True])
def test_rows_are_read_page_by_page(tmp_path: Path, wal: bool) -> None:
    path = tmp_path / "progress.sqlite"
    record(path, steps(200))
    add_rule(path, "r1", "Nobody has to speak.")
    wanted = events_in(path)
    if wal:
        open_one = Journal(path, now=NOON, seconds=1.0)
        with closing(open_one):
            open_one.append(steps(5, start=200))
            copy = tmp_path / "copy" / "progress.sqlite"
            copy.parent.mkdir()
            for ending in ("", "-wal"):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        wanted = events_in(path)
        path = copy
        log = bytearray(Path(f"{copy}-wal").read_bytes())
        log[24:32] = bytes(8)  # its checksum: SQLite leaves it out
        Path(f"{copy}-wal").write_bytes(log)
    content = bytearray(path.read_bytes())
    content[:100] = b"\xff" * 100
    path.write_bytes(content)
    found = salvage(path)
    assert not found.whole
    assert found.events == wanted
    assert [row[3] for row in found.words.values()] == ["Nobody has to speak."]


def test_a_sound_database_is_read_whole(path: Path) -> None:
    found = salvage(path)
    assert (found.whole, found.events) == (True, events_in(path))


@pytest.mark.parametrize("seed", range(len(KINDS), 2 * len(KINDS)))
def test_nothing_is_made_up(tmp_path: Path, lived: Path, seed: int) -> None:
    """Whatever stands in the file: what is read was written so, but for letters that still make sense."""
    path = tmp_path / "progress.sqlite"
    shutil.copyfile(lived, path)
    before = events_in(path)
    settle(path)
    damage(path, seed)
    found = salvage(path)
    strange = [event for event in found.events.values() if before.get(event.id) != event]
    turned = list(KINDS)[seed % len(KINDS)] in ("bits turned", "sectors", "header")
    assert not strange or turned, strange


def test_noise_is_no_records(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    for size in (0, 1, 99, 100, 4096, 50_000):
        path.write_bytes(os.urandom(size))
        found = salvage(path)
        assert (found.events, found.words) == ({}, {})
    page = bytearray(random.Random(4).randbytes(4096))  # noqa: S311 - the same again
    page[0] = 13
    path.write_bytes(bytes(4096) + bytes(page) * 40)
    assert salvage(path).events == {}


# The report


def test_the_report_is_kept_and_read_again(path: Path) -> None:
    damage(path, 0)
    report = repair(path, LATER)
    assert read_report(path) == report
    with held(lock_path(path), 1.0):
        assert finish_repair(path) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "\0", '{"when": 1}', "[" * 9999, '{"when":"2026-03-02T10:00:00+00:00"}']
)
def test_a_report_that_makes_no_sense_is_none(path: Path, text: str) -> None:
    report_path(path).write_text(text, encoding="utf-8")
    assert read_report(path) is None


@pytest.mark.parametrize("name", ["when", "aside", "backup", "from_side", "missing", "unsure_after"])
def test_a_field_of_the_report_that_makes_no_sense_spoils_it(path: Path, name: str) -> None:
    keep_report(path, Repaired(LATER, "progress-damaged-x.sqlite", NOON, 5, 6, 7, 0, True, ""))
    data = json.loads(report_path(path).read_text(encoding="utf-8"))
    data[name] = -1 if isinstance(data[name], int) else "../../x"
    report_path(path).write_text(json.dumps(data), encoding="utf-8")
    found = read_report(path)
    assert found is None or (name, found.aside) == ("aside", "x")


def test_each_sentence_is_whole() -> None:
    for report in (
        Repaired(LATER, "a.sqlite", NOON, 5, 6, 7, 3, True, ""),
        Repaired(LATER, "", None, 0, 0, 0, 0, False, ""),
        Repaired(LATER, "a.sqlite", None, 0, 2, 0, 0, False, "2026-03-02T09:00:00.000Z"),
    ):
        for said in report.sentences:
            assert said.plain.endswith(".")
            assert "{" not in said.plain
