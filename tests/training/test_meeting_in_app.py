"""A staff meeting is given with the same presenter as a lesson, and opened on the same page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.nation.profiles import routes_for_adults
from rse_lessons.school import School
from rse_lessons.ui.theme import load_fonts
from tests.ui.conftest import PlainMain

MEETING = "when-a-pupil-tells-you-meeting"


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[Main]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    school = school_in(tmp_path)
    school.prefer(theme="light")
    made = PlainMain(app, school)
    with qtbot.waitSignal(made.refreshed):
        made.open()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


def test_a_staff_meeting_is_presented_with_the_lines_for_staff(main: Main) -> None:
    assert main.present(MEETING) == ""
    giving = main.giving
    assert giving is not None
    classroom = giving.classroom
    assert classroom is not None
    QTest.keyClick(classroom.console, Qt.Key.Key_Right)
    assert classroom.session.index == 1
    lesson = main.school.read(MEETING).lesson
    assert lesson is not None
    assert main.school.routes(lesson) == routes_for_adults(main.school.nation, "staff")
    giving.end()
    assert main.window.isVisible()


def test_the_page_of_a_staff_meeting_opens(main: Main) -> None:
    main.window.lesson_opened.emit(MEETING)
    page = main.desks.opening.page
    assert main.window.pages.currentWidget() is page
    assert page.title.text()
