"""Erasing everything: each file named, no byte of a text left, and what is no record stays."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from rse_lessons.progress.database.backup import back_up, backups_folder
from rse_lessons.progress.database.disk import held
from rse_lessons.progress.deleting.erasing import erase_everything, record_files, traces
from rse_lessons.progress.mending.repair import repair
from rse_lessons.progress.mending.sidefile import lock_path
from tests.progress.cutting import CutOff
from tests.progress.making import NOON, add_rule, events_in, record, steps

STONE = "Whoever speaks holds the “stone” é."


@pytest.fixture
def lived(path: Path) -> Path:
    record(path, steps(10, label="Oak 9"))
    add_rule(path, "r1", STONE, label="Oak 9")
    back_up(path, NOON)
    path.write_bytes(path.read_bytes()[:5000])
    repair(path, NOON + timedelta(days=1))
    record(path, steps(10, start=10, label="Oak 9"))
    path.with_name("progress-newest.jsonl.gone").write_bytes(b"Oak 9")
    (path.parent / "lessons").mkdir()
    (path.parent / "lessons" / "progress.md").write_text("A lesson of this school's.", encoding="utf-8")
    for name in ("settings.toml", "progress report.docx", "progressive.json"):
        (path.parent / name).write_text("mine", encoding="utf-8")
    return path


def test_everything_goes_and_is_proved_to_be_gone(lived: Path) -> None:
    found = {path for path, _ in traces(lived.parent, ["Oak 9", STONE])}
    assert len(found) >= 4
    named = record_files(lived)
    assert found <= set(named)
    erased = erase_everything(lived)
    assert erased.is_complete
    assert {path for path, _ in erased.removed} == set(named)
    assert dict(erased.removed)[lived] > 0
    assert traces(lived.parent, ["Oak 9", STONE]) == []
    left = sorted(path.name for path in lived.parent.rglob("*") if path.is_file())
    assert left == ["progress report.docx", "progress.md", "progressive.json", "settings.toml"]
    assert not backups_folder(lived).exists()


def test_afterwards_everything_begins_anew(lived: Path) -> None:
    erase_everything(lived)
    (written,) = record(lived, steps(1, start=50))
    assert (written.counter, len(events_in(lived))) == (1, 1)


def test_further_files_go_when_they_are_named(lived: Path) -> None:
    marks = lived.parent / "marks.json"
    marks.write_text("{}", encoding="utf-8")
    erased = erase_everything(lived, also=[marks, lived.parent / "not there"])
    assert marks in dict(erased.removed)


def test_a_file_that_cannot_go_is_said(lived: Path) -> None:
    backup = next(backups_folder(lived).glob("*.sqlite"))
    backup.unlink()
    inside = backup.with_suffix(".json")
    inside.unlink()
    inside.symlink_to("/proc/self/status")  # a file that nobody may write
    erased = erase_everything(lived)
    assert erased.left == (inside,)
    assert not erased.is_complete
    assert not lived.exists()


def test_a_program_at_work_beside_them_is_waited_for(lived: Path) -> None:
    before = len(record_files(lived))
    with held(lock_path(lived), 1.0), pytest.raises(TimeoutError):
        erase_everything(lived, seconds=0.05)
    assert len(record_files(lived)) == before


def test_cut_off_anywhere_it_can_be_done_again(lived: Path, cut_off: CutOff) -> None:
    step, ended = 0, False
    while not ended:
        ended = cut_off(step, erase_everything, lived)
        step += 1
    erase_everything(lived)
    assert traces(lived.parent, ["Oak 9", STONE]) == []
    assert record_files(lived) == []


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be", "json"])
def test_a_trace_is_found_in_any_writing_and_across_blocks(tmp_path: Path, code: str) -> None:
    content = json.dumps(STONE).encode() if code == "json" else STONE.encode(code)
    for at in (0, 1, (1 << 20) - 7, (1 << 20), (3 << 20) - 1):
        (tmp_path / f"at-{at}").write_bytes(bytes(at) + content + bytes(9))
    (tmp_path / "not").write_bytes(content[:-2] * 3)
    assert len(traces(tmp_path, [STONE])) == 5
    assert traces(tmp_path, [""]) == []
