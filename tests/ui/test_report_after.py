"""The report as the teacher meets it: after a lesson, and again on the lesson's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rse_lessons.app import Main
from rse_lessons.ui.dialogs.report import ReportWindow

LESSON, LABEL = "if-an-image-is-shared", "8 Hazel"


def reports(main: Main) -> list[ReportWindow]:
    return [found for found in main.window.findChildren(ReportWindow) if found.isVisible()]


def give(main: Main, minutes: float) -> None:
    """Give a lesson, as if it had begun so many minutes ago, and end it."""
    assert main.present(LESSON) == ""
    assert main.giving is not None
    assert main.giving.classroom is not None
    main.store.record(
        "stage", lesson=LESSON, class_label=LABEL, data={"stage": "explore", "seconds": minutes * 60}
    )
    QTest.keyClick(main.giving.classroom.console, Qt.Key.Key_Right)
    main.giving._earlier -= minutes * 60
    main.giving.end()


def test_after_a_lesson_it_comes_up_until_somebody_wishes_none_and_is_found_on_the_page(main: Main) -> None:
    give(main, 0.5)
    assert reports(main) == [], "it was only opened"
    give(main, 20)
    (window,) = reports(main)
    assert window.windowTitle() == "How “If somebody shares a picture” went"
    assert window.after_lessons.isChecked()
    window.after_lessons.click()
    assert not main.school.preferences.lesson_report
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert reports(main) == []
    assert main.window.isVisible()
    give(main, 10)
    assert reports(main) == []
    main.desks.opening.open(LESSON)
    main.desks.opening.page.desk.report.click()
    (again,) = reports(main)
    assert not again.after_lessons.isChecked()
    again.accept()


def test_closing_the_program_in_a_lesson_asks_for_nothing(main: Main) -> None:
    assert main.present(LESSON) == ""
    assert main.giving is not None
    main.giving._earlier -= 600
    main.close()
    assert reports(main) == []
