"""How the records are, as plain values."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import back_up, backups_folder, list_backups, verify
from rse_lessons.progress.database.faults import MADE_WHOLE, DamagedDatabaseError
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.mending.repair import repair
from rse_lessons.progress.mending.sidefile import side_path
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.care import look_after
from rse_lessons.progress.upkeep.health import health
from tests.progress.damaging import damage
from tests.progress.making import NOON, add_rule, events_in, keeping, record, steps


def test_of_an_empty_folder(tmp_path: Path) -> None:
    found = health(tmp_path)
    assert found.is_sound
    assert (found.records.exists, found.records.events, found.backups, found.side.exists) == (
        False,
        0,
        (),
        False,
    )
    assert found.free > 0
    assert list(tmp_path.iterdir()) == [], "looking changes nothing"


def test_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert health(tmp_path / "nowhere").free == -1


def test_of_records_in_use(path: Path) -> None:
    add_rule(path, "r1", "Nobody has to speak.")
    record(path, steps(30))
    look_after(path, NOON)
    kept = keeping(path)
    kept.opened()
    found = health(path.parent)
    kept.let_go()
    assert found.is_sound
    assert (found.records.events, found.records.devices, found.classes) == (31, 1, 0)
    assert (found.side.events, found.side.words, found.side.wrong, found.side.missing) == (31, 1, 0, 0)
    assert found.side.is_good
    assert found.newest_backup is not None
    assert found.newest_backup.events == 31
    assert found.has_backup_of(NOON)
    assert not found.has_backup_of(NOON + timedelta(days=1))
    assert found.care.full == NOON
    assert found.total > found.size + found.newest_backup.size


def test_of_damage_and_repair(path: Path) -> None:
    record(path, steps(30))
    back_up(path, NOON)
    path.write_bytes(b"Dear diary, " * 500)
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    found = health(path.parent)
    assert not found.is_sound
    assert found.records.trouble.endswith(".")
    assert before == {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    report = repair(path, NOON + timedelta(days=1))
    found = health(path.parent)
    assert found.is_sound
    assert [aside.name for aside in found.damaged] == [report.aside]
    assert found.repaired == report


def test_of_records_that_are_gone_or_whose_side_file_is_spoilt(path: Path) -> None:
    record(path, steps(30))
    content = bytearray(side_path(path).read_bytes())
    content[200] ^= 1
    side_path(path).write_bytes(content)
    found = health(path.parent)
    assert (found.side.wrong, found.side.is_good, found.is_sound) == (1, False, True)
    shutil.move(path, path.with_name("elsewhere"))
    found = health(path.parent)
    assert found.to_be_repaired
    assert not found.is_sound


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lived") / "records" / "progress.sqlite"
    added = Event("f" * 32, "", 0, "2026-03-02T11:00:00.000Z", "class-added", "", "7B", "", {"band": "ks3"})
    record(path, [added, *steps(150, points=600)])
    add_rule(path, "r1", "Nobody has to speak.")
    back_up(path, NOON)
    return path


# 266 puts rows of one table where another's belong; 187 and 223 spoil the head in ways of their own.
# Each kind of damage once in each of both files; `tests/faults` damages records for as long as one likes.
@pytest.mark.parametrize("seed", [*range(12), 187, 223, 266])
def test_whatever_stands_in_the_files_can_be_looked_at(lived: Path, tmp_path: Path, seed: int) -> None:
    shutil.copytree(lived.parent, tmp_path / "records")
    path = tmp_path / "records" / "progress.sqlite"
    damage(path, seed)
    damage(next(backups_folder(path).glob("*.sqlite")), seed + 1)
    found = health(path.parent)
    assert found.records.trouble == "" or found.records.trouble.endswith(".")
    summary, sentence = read_summary(path)
    assert sentence == "" or sentence.endswith(".")
    assert all(standing.status in ("begun", "taught", "") for standing in summary.lessons.values())
    for backup in list_backups(path):
        verify(backup)
    told: list[str] = []
    store = Store(path, now=lambda: NOON, tell=told.append)
    assert store.snapshot().book("7B").rules in ((), ("r1",))
    receipt = store.record("slide", lesson="after", class_label="7B", data={"slide": 1})
    assert receipt.wait(20)
    assert store.close()
    assert len(read_summary(path).summary.words) == 1
    assert told in ([], [MADE_WHOLE])
    assert health(path.parent).is_sound


@pytest.mark.parametrize("spoil", [(b'{"slide":3}', b'{"sl\xffde":3}'), (b'{"slide":3}', b'["slide":3}')])
def test_a_letter_that_is_none_is_damage(tmp_path: Path, spoil: tuple[bytes, bytes]) -> None:
    """SQLite itself finds such a file whole."""
    path = tmp_path / "progress.sqlite"
    before = record(path, steps(30))
    content = path.read_bytes()
    assert spoil[0] in content
    path.write_bytes(content.replace(spoil[0], spoil[1], 1))
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
    told: list[str] = []
    kept = keeping(path, told)
    with pytest.raises(DamagedDatabaseError):
        kept.opened()
    report = kept.repair()
    kept.let_go()
    assert report is not None
    assert report.sentence == MADE_WHOLE
    assert events_in(path) == {event.id: event for event in before}
