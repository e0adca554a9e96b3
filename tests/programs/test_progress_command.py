"""The records in a terminal: verified, backed up, gone back to, written out and merged."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rse_lessons.cli.commands import run
from rse_lessons.progress.database.backup import list_backups
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.paths import find_paths


def teach(folder: Path, *labels: str) -> Path:
    """Record these classes in a data folder, and give the database."""
    records = find_paths(folder).records
    store = Store(records, now=lambda: datetime.now(UTC), tell=print)
    for label in labels:
        store.record("class-added", class_label=label, data={"band": "ks3"})
    assert store.close()
    return records


def labels_in(records: Path) -> list[str]:
    return [info.label for info in read_summary(records).summary.classes]


def progress(folder: Path, *words: str) -> int:
    return run(["--data-dir", str(folder), "progress", *words])


def test_all_is_well_where_nothing_is_recorded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert progress(tmp_path, "verify") == 0
    assert "Nothing is recorded yet." in capsys.readouterr().out
    assert progress(tmp_path, "backup") == 1
    assert "nothing to back up" in capsys.readouterr().err


def test_records_are_verified_and_backed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = teach(tmp_path, "7B", "9A")
    assert progress(tmp_path, "backup") == 0
    assert "2 steps are backed up and checked" in capsys.readouterr().out
    assert progress(tmp_path, "verify") == 0
    told = capsys.readouterr().out
    assert "Your records are whole and backed up." in told
    assert "2 steps of 2 classes" in told
    assert list_backups(records)[0].path.name in told


def test_damage_is_told_and_is_the_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = teach(tmp_path, "7B")
    records.write_bytes(b"\0" * 4096)
    assert progress(tmp_path, "verify") == 1
    assert "need a repair" in capsys.readouterr().out


def test_a_damaged_backup_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = teach(tmp_path, "7B")
    progress(tmp_path, "backup")
    for backup in list_backups(records):
        backup.path.write_bytes(b"\0" * backup.size)
    assert progress(tmp_path, "verify") == 1
    assert "is damaged, and will not be used" in capsys.readouterr().out


def test_one_goes_back_to_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = teach(tmp_path, "7B")
    progress(tmp_path, "backup")
    wanted = list_backups(records)[0].path.name
    teach(tmp_path, "9A")
    assert progress(tmp_path, "restore", wanted) == 0
    assert labels_in(records) == ["7B"]
    assert progress(tmp_path, "restore", "1999-01-01") == 1
    assert "There is no backup 1999-01-01" in capsys.readouterr().err


def test_records_go_to_another_pc_and_twice_does_no_harm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teach(tmp_path / "monday", "7B")
    records = teach(tmp_path / "thursday", "9A")
    file = tmp_path / "stick.rserecords"
    assert progress(tmp_path / "monday", "export", str(tmp_path / "stick")) == 0
    assert progress(tmp_path / "thursday", "merge", str(file)) == 0
    assert "1 of 1 steps were new.\nClasses: 7B." in capsys.readouterr().out
    assert progress(tmp_path / "thursday", "merge", str(file)) == 0
    assert "0 of 1 steps were new." in capsys.readouterr().out
    assert labels_in(records) == ["7B", "9A"]


def test_a_file_that_was_changed_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teach(tmp_path / "monday", "7B")
    records = teach(tmp_path / "thursday", "9A")
    file = tmp_path / "stick.rserecords"
    progress(tmp_path / "monday", "export", str(file))
    file.write_bytes(file.read_bytes().replace(b"7B", b"7C"))
    assert progress(tmp_path / "thursday", "merge", str(file)) == 1
    assert "stick.rserecords" in capsys.readouterr().err
    assert progress(tmp_path / "thursday", "merge", str(tmp_path / "nothing")) == 1
    assert labels_in(records) == ["9A"]


def test_a_file_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teach(tmp_path / "monday", "7B")
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    assert progress(tmp_path / "monday", "export", str(tmp_path / "blocked" / "x")) == 1
    assert "could not be written" in capsys.readouterr().err
