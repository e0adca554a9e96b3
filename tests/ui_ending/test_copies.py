"""A copy before the deletion: a table, JSON, or all records, and how it went is said in the window."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rse_lessons.caretaking.ending import Ending
from rse_lessons.caretaking.ending_copies import Copies
from rse_lessons.progress.between.merging import read_file
from rse_lessons.school import School
from tests.ui_ending.conftest import AUTUMN, LONG, House


@pytest.fixture
def asked(
    house: House,
    ending: Ending,
    look: Callable[[], bool],
    school_in: Callable[[Path], School],
    tmp_path: Path,
) -> Copies:
    """The window of a year's end, open, with somebody who saves copies."""
    house.teach("7B")
    house.store.record("rule-added", class_label="7B", data={"rule": "rule-1"}, words="Nobody has to speak.")
    house.now = AUTUMN
    assert look()
    school = school_in(tmp_path / "school")
    # The same records, in the folder of a whole school.
    school.paths = school.paths._replace(data=house.records.parent)
    return Copies(ending, school, house.store.snapshot)


def said(qtbot: QtBot, ending: Ending) -> str:
    window = ending.window
    assert window is not None
    qtbot.waitUntil(lambda: window.saved.isVisible() or window.not_saved.isVisible(), timeout=LONG)
    return "saved" if window.saved.isVisible() else window.not_saved.text.text()


def test_the_year_that_ended_is_saved_as_a_table(
    qtbot: QtBot, ending: Ending, asked: Copies, tmp_path: Path
) -> None:
    target = tmp_path / "year.csv"
    asked.save(target, "csv")
    assert said(qtbot, ending) == "saved"
    head, line = csv.reader(target.read_text(encoding="utf-8-sig").splitlines())
    told = dict(zip(head, line, strict=True))
    assert (told["class"], told["lesson"], told["state"], told["slide"]) == ("7B", "ask-first", "begun", "5")


def test_and_as_json(qtbot: QtBot, ending: Ending, asked: Copies, tmp_path: Path) -> None:
    target = tmp_path / "year.json"
    asked.save(target, "json")
    assert said(qtbot, ending) == "saved"
    data = json.loads(target.read_text(encoding="utf-8"))
    assert data["year"] == {"first": "2025-09-01", "last": "2026-08-31"}
    assert [known["label"] for known in data["classes"]] == ["7B"]


def test_all_records_go_into_one_file_with_their_words(
    qtbot: QtBot, ending: Ending, asked: Copies, tmp_path: Path
) -> None:
    target = tmp_path / "year.rserecords"
    asked.save(target, "records")
    assert said(qtbot, ending) == "saved"
    contents = read_file(target, now=AUTUMN)
    assert {event.class_label for event in contents.events} == {"7B"}
    assert [row[3] for row in contents.words] == ["Nobody has to speak."]


@pytest.mark.parametrize("what", ["csv", "json", "records"])
def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, ending: Ending, asked: Copies, tmp_path: Path, what: str
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    asked.save(tmp_path / "file" / "year.csv", what)
    assert str(tmp_path / "file") in said(qtbot, ending)


def test_where_to_is_asked_with_a_name_of_the_year(
    qtbot: QtBot, ending: Ending, asked: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, file: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(file).name)
        return str(tmp_path / "copy"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert ending.window is not None
    ending.window.copies["csv"].click()
    assert said(qtbot, ending) == "saved"
    assert offered == ["lesson-records-2025-2026.csv"]
    assert (tmp_path / "copy.csv").is_file()
