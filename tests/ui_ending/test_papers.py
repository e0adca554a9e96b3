"""The papers on data protection with the places of this PC, saved as PDF and put on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.caretaking.protecting import ASSESSMENT, SHEET, Papers, facts_of, paper
from rse_lessons.school import School
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.paper.compose import lay_out
from rse_lessons.ui.paper.style import Sheet
from tests.ui_settings.small import dressed

TODAY = date(2026, 11, 22)


@pytest.fixture
def school(tmp_path: Path, school_in: Callable[[Path], School]) -> School:
    return school_in(tmp_path / "j_smith_x")


def test_the_places_of_this_pc_are_filled_in(school: School, tmp_path: Path) -> None:
    facts = facts_of(school, tmp_path / "stick")
    places = dict(facts.places)
    assert places["Records of classes"] == str(school.paths.records)
    assert places["Backups"] == str(school.paths.records.parent / "backups")
    assert facts.shared == str(tmp_path / "stick")
    assert facts.year_end == "31 August"
    assert not facts.passcode


def test_the_nation_and_the_day_that_was_set_are_followed(school: School) -> None:
    school.prefer(nation="sct")
    assert (facts_of(school).nation, facts_of(school).year_end) == ("Scotland", "30 June")
    school.prefer(year_end="07-21")
    assert facts_of(school).year_end == "21 July"


@pytest.mark.parametrize("what", [SHEET, ASSESSMENT])
@pytest.mark.parametrize("scale", [1.0, 1.6])
@pytest.mark.usefixtures("qapp")
def test_they_fit_on_sheets(school: School, what: str, scale: float) -> None:
    dressed()
    sheet = Sheet(scale=scale)
    paged = lay_out(paper(what, school, TODAY), sheet)
    assert 2 <= len(paged.pages) <= 20
    for page in paged.pages:
        thing, top = page[-1]
        assert top + thing.height <= sheet.tall + 1


@pytest.mark.parametrize("what", [SHEET, ASSESSMENT])
def test_a_pdf_is_saved_where_it_was_asked(
    qtbot: QtBot, school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    target = tmp_path / f"{what}.pdf"
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, file: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(file).name)
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        question._answer("save")

    QTimer.singleShot(0, answer)
    Papers(school, dressed, today=lambda: TODAY).ask(what, parent)
    assert target.read_bytes().startswith(b"%PDF")
    assert offered[0].endswith(".pdf")
