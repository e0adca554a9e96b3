"""The window that says how a lesson went, its PDF, and where it is found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.reader import read_lesson
from rse_lessons.overview.reporting import Reporting, about, report_of
from rse_lessons.presenting.report import Report, report
from rse_lessons.presenting.slides import for_nation
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.dialogs.report import ReportWindow, StageTimes
from rse_lessons.ui.lesson_page.desk import LessonDesk
from rse_lessons.ui.paper.report import report_document, write_report
from rse_lessons.ui.theme import load_theme
from rse_lessons.ui.widgets.words import Words
from tests.pdfs import pages_of
from tests.presenting.rooms import LESSON
from tests.ui.room import LESSON as FILE
from tests.ui.room import ROOT

KEPT = Standing(
    status="begun",
    slide=6,
    slides=11,
    when="2026-11-17T10:40:00.000Z",
    stage_seconds={"welcome": 130, "ground-rules": 100, "baseline": 200, "explore": 900, "practise": 610},
    tallies={"before": {"asha": 12, "ben": None}},
    seen=frozenset({1, 2, 3, 5, 6}),
)


def lesson() -> Lesson:
    found = read_lesson(FILE, picture_folders=[ROOT / "assets" / "illustrations"]).lesson
    assert found is not None
    return for_nation(found, "eng")


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(Words) if not label.isHidden())


@pytest.fixture
def window(qtbot: QtBot) -> ReportWindow:
    made = ReportWindow(load_theme("light"), report_of(LESSON, KEPT), "Ask first", about("2 Oak", KEPT))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_times_what_was_left_out_hands_and_what_to_do(window: ReportWindow) -> None:
    said = words(window)
    assert "Ask first · with 2 Oak, 17 November · 32 minutes, planned 40" in said
    assert "15 minutes, planned 12" in said
    assert "not reached" in said
    assert "Slide 5 was not shown." in said
    assert "The class has not seen “Where to get help” yet." in said
    assert "Next time go on from slide 7." in said
    assert "fewer than 5" in said
    bars = window.findChildren(StageTimes)
    assert [bar.accessibleName() for bar in bars][:2] == [
        "Welcome: 2 minutes, planned 2",
        "What we agreed: 2 minutes, planned 2",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_closes_it(window: ReportWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)
    assert not window.isVisible()


def test_it_asks_not_to_be_shown_again(qtbot: QtBot, window: ReportWindow) -> None:
    assert window.after_lessons.isChecked()
    with qtbot.waitSignal(window.wanted) as told:
        window.after_lessons.click()
    assert told.args == [False]


def test_saved_as_pdf_it_says_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    reporting = Reporting(load_theme("light"), LESSON, "2 Oak", KEPT, always=True, parent=host)
    target = tmp_path / "report.pdf"
    reporting.window.show()
    reporting.save_to(target)
    text = " ".join(pages_of(target))
    for said in ("How it went", "15 minutes, planned 12", "Slide 5 was not shown.", "fewer than 5", "2 Oak"):
        assert said in text
    assert str(target) in words(reporting.window)
    reporting.save_to(target / "report.pdf")
    assert "That did not work" in words(reporting.window)


def test_every_lesson_of_the_library_can_be_reported_on_one_page(qapp: QApplication, tmp_path: Path) -> None:
    found: Report = report(
        lesson(), stage_seconds={"explore": 700}, tallies={}, seen=(), slide=4, finished=False
    )
    target = tmp_path / "report.pdf"
    write_report(target, report_document(found, "A lesson", "with 8B"), "ks3")
    assert len(pages_of(target)) == 1


def test_the_desk_leads_to_it_once_something_is_kept(qtbot: QtBot) -> None:
    desk = LessonDesk(load_theme("light"))
    qtbot.addWidget(desk)
    desk.show_lesson(lesson())
    desk.show()
    desk.set_class([("8B", "ks3")], "8B", Standing())
    assert not desk.report.isVisibleTo(desk)
    desk.set_class([("8B", "ks3")], "8B", KEPT)
    assert desk.report.isVisibleTo(desk)
    with qtbot.waitSignal(desk.report_requested):
        desk.report.click()
