"""The command `learning`: checking certificates, and one's own record as JSON."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rse_lessons.cli.learning import run
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.paths import find_paths
from rse_lessons.training.certificate import CertifiedModule, Record, code_of, written

MODULE = CertifiedModule("a-safe-classroom", "A safe classroom", "2026-11-20", 8, 7, 2)
RECORD = Record("Siân Owen", "2026-11-22", "Wales", "RSE Lessons", (MODULE,), 315)


def verify(folder: Path, file: Path, code: str = "") -> int:
    return run(argparse.Namespace(data_dir=folder, way="verify", file=file, code=code))


def export(folder: Path, to: Path, *, words: bool = False) -> int:
    return run(argparse.Namespace(data_dir=folder, way="export", to=to, words=words))


def test_a_record_is_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "record.json"
    file.write_bytes(written(RECORD))
    assert verify(tmp_path, file) == 0
    said = capsys.readouterr().out
    assert "belong together" in said
    assert "A safe classroom: 2026-11-20, 7 of 8" in said
    assert "does not prove who wrote it" in said
    assert verify(tmp_path, file, code_of(RECORD.to_data())) == 0


def test_a_changed_record_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "record.json"
    file.write_bytes(written(RECORD).replace(b'"right":7', b'"right":8'))
    assert verify(tmp_path, file) == 1
    assert "do not belong together" in capsys.readouterr().err
    assert verify(tmp_path, tmp_path / "nothing.json") == 1
    assert "could not be read" in capsys.readouterr().err
    file.write_text("Dear diary", encoding="utf-8")
    assert verify(tmp_path, file) == 1
    assert "no certificate" in capsys.readouterr().err


@pytest.mark.parametrize("wanted", [False, True])
def test_the_record_is_exported_and_words_only_when_asked_for(tmp_path: Path, wanted: bool) -> None:
    store = Store(find_paths(tmp_path).records, now=lambda: datetime.now(UTC), tell=print)
    store.record("mentor-noted", data={"entry": "n1"}, words="About endings.")
    store.record("module-reflected", lesson="a-safe-classroom", data={"block": "b"}, words="I wait.")
    assert store.close()
    assert export(tmp_path, tmp_path / "mine.json", words=wanted) == 0
    text = (tmp_path / "mine.json").read_text(encoding="utf-8")
    assert ("About endings." in text) is ("I wait." in text) is wanted
    data = json.loads(text)
    assert len(data["notes"]) == 1
    assert data["modules"][0]["reflections"][0]["block"] == "b"


def test_what_cannot_be_read_or_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder").mkdir()
    assert export(tmp_path, tmp_path / "folder") == 1
    assert "could not be written" in capsys.readouterr().err
    find_paths(tmp_path).records.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    assert export(tmp_path, tmp_path / "mine.json") == 1
    assert capsys.readouterr().err
