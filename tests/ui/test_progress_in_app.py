"""The progress window in the app: from the header to a class's cell, to the class's lesson, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rse_lessons.app import Main
from rse_lessons.progress.views.grid import State
from rse_lessons.ui.progress.page import ProgressPage
from tests.ui.conftest import LABEL

LESSON = "if-an-image-is-shared"


def opened(main: Main) -> ProgressPage:
    main.window.header.progress.click()
    QApplication.processEvents()
    page = main.window.pages.currentWidget()
    assert isinstance(page, ProgressPage)
    return page


def state(page: ProgressPage) -> State:
    cell = page.grid.grid.cell(page.grid.grid.find(LABEL, LESSON))
    assert cell is not None
    return cell.state


def test_the_header_leads_there_and_back(main: Main) -> None:
    page = opened(main)
    header = main.window.header
    assert (header.lessons.current, header.progress.current) == (False, True)
    assert page.grid.grid.find(LABEL, LESSON).isValid()
    header.lessons.click()
    assert main.window.pages.currentWidget() is main.window.library
    assert (header.lessons.current, header.progress.current) == (True, False)


def test_a_lesson_given_from_a_cell_is_in_the_cell_afterwards(main: Main) -> None:
    main.prefer(class_label="")
    page = opened(main)
    assert state(page) is State.NOT_YET
    page.open_details(LABEL, LESSON)
    next(one for one in page.panel.buttons if one.text() == "Present").click()
    assert main.giving is not None
    assert main.giving.classroom is not None
    QTest.keyClick(main.giving.classroom.console, Qt.Key.Key_Right)
    QTest.keyClick(main.giving.classroom.console, Qt.Key.Key_Right)
    main.giving.end()
    assert main.school.preferences.class_label == LABEL
    assert main.window.pages.currentWidget() is page
    assert state(page) is State.BEGUN
    page.open_details(LABEL, LESSON)
    next(one for one in page.panel.buttons if one.text() == "Go on from slide 3").click()
    assert main.giving is not None
    assert main.giving.classroom is not None
    assert main.giving.classroom.session.index == 2
    main.giving.end()


def test_a_lesson_is_opened_from_its_cover(main: Main) -> None:
    page = opened(main)
    page.lesson_wanted.emit(LESSON)
    assert main.desks.opening.page.lesson_id == LESSON
    assert main.window.pages.currentWidget() is main.desks.opening.page


def test_another_nation_is_followed_at_once(main: Main) -> None:
    page = opened(main)
    main.prefer(nation="sct")
    assert page.year is not None
    assert page.year.first.month == 8
    page.show_view("curriculum")
    areas = page.curriculum.curriculum.matrix.areas
    codes = [row.statement.code for area in areas for row in area.rows]
    assert codes == list(main.school.nation.frameworks)


def test_opened_again_it_is_filled_anew_only_when_something_changed(main: Main) -> None:
    page = opened(main)
    made = page.made
    main.window.header.lessons.click()
    assert opened(main).made is made
    main.store.record("class-added", class_label="9A", data={"band": "ks3"})
    main.read_records()
    assert page.made is not made
    assert page.grid.grid.find("9A", LESSON).isValid()
