"""How the records are, as plain values."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from rse_lessons.progress.backup import back_up
from rse_lessons.progress.care import look_after
from rse_lessons.progress.health import health
from rse_lessons.progress.repair import repair
from rse_lessons.progress.sidefile import side_path
from tests.progress.making import NOON, add_rule, keeping, record, steps


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
