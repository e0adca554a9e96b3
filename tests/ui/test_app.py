"""The app as a whole: from the library to a lesson and back, with real files and real records."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.school import School
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.problems import ProblemsDialog

Key = Qt.Key
LESSON = "if-an-image-is-shared"


def test_a_lesson_goes_on_where_the_class_stopped_and_is_taught_at_its_end(main: Main) -> None:
    assert main.present(LESSON) == ""
    giving = main.giving
    assert giving is not None
    classroom = giving.classroom
    assert classroom is not None
    assert not main.window.isVisible()
    for _ in range(3):
        QTest.keyClick(classroom.console, Key.Key_Right)
    giving.end()
    assert main.window.isVisible()
    standing = main.summary.standing("8 Hazel", LESSON)
    assert (standing.status, standing.slide) == ("begun", 3)
    main.present(LESSON, standing.slide)
    assert main.giving is not None
    assert main.giving.classroom is not None
    assert main.giving.classroom.session.index == 3
    # Given to its end it is taught; and the projector that the teacher chose is remembered.
    QTest.keyClick(main.giving.classroom.console, Key.Key_X)
    QTest.keyClick(main.giving.classroom.console, Key.Key_End)
    main.giving.end()
    again = School(main.school.paths.data.parent)
    assert again.preferences.projector == QApplication.primaryScreen().name()
    assert main.summary.standing("8 Hazel", LESSON).status == "taught"


def test_the_lesson_page_opens_and_keeps_ticks(main: Main) -> None:
    main.window.lesson_opened.emit(LESSON)
    page = main.desks.opening.page
    assert main.window.pages.currentWidget() is page
    row = next(iter(page.desk.rows.values()))
    row.setChecked(True)
    assert main.store.flush(10)
    main.read_records()
    assert len(main.summary.standing("8 Hazel", LESSON).prepared) == 1


def test_another_nation_changes_the_page_at_once(qtbot: QtBot, main: Main) -> None:
    def named() -> bool:
        return main.school.nation.name in main.desks.opening.page.codes.head.text()

    main.window.lesson_opened.emit(LESSON)
    for code in ("wls", "sct", "nir", "eng"):
        main.prefer(nation=code)
        qtbot.waitUntil(named)
        assert main.window.header.nation.value == code


def test_a_theme_and_a_text_size_change_everything_open(main: Main) -> None:
    main.window.lesson_opened.emit(LESSON)
    main.prefer(theme="high-contrast", text_scale=200)
    assert main.theme.high_contrast
    assert main.window.header.font().pixelSize() == 34


def test_what_is_gone_is_said_in_a_sentence_and_sentences_that_come_together_together(main: Main) -> None:
    gone = main.present("not-there")
    assert "no lesson" in gone
    main.tell("The disk is full.")
    main.tell("The settings are as at first.")
    main.tell("The disk is full.")
    open_ones = [box for box in main.window.findChildren(Question) if box.isVisible()]
    assert len(open_ones) == 1
    words = [label.text() for label in open_ones[0].findChildren(QLabel)]
    assert f"{gone}\n\nThe disk is full.\n\nThe settings are as at first." in words
    open_ones[0].reject()
    main.tell("The next one.")
    (last,) = [box for box in main.window.findChildren(Question) if box.isVisible()]
    assert "The next one." in [label.text() for label in last.findChildren(QLabel)]
    last.reject()


def test_own_files_with_problems_are_named_with_what_is_wrong(qtbot: QtBot, main: Main) -> None:
    own = main.school.lesson_folders[-1]
    own.mkdir(parents=True)
    (own / "noise.md").write_bytes(b"# \0")
    (own / "talk.md").write_text("# A talk\n\n{{term:no-such-word}}\n", encoding="utf-8")
    main.refresh()
    qtbot.waitUntil(lambda: main.window.library.desk.problems is not None)
    button = main.window.library.desk.problems
    assert button is not None
    qtbot.waitUntil(lambda: button.text() == "2 files have problems")
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ProblemsDialog)
        told.extend(words.text() for words in dialog.files)
        dialog.reject()

    QTimer.singleShot(0, look)
    button.click()
    assert told == ["noise.md", "talk.md"]
    main.window.lesson_opened.emit("talk")
    assert main.desks.opening.page.faulty.isVisible()


def test_a_class_named_on_the_command_line_is_kept(main: Main) -> None:
    assert main.present_at_once("ask-first", "2 Oak", None) == ""
    assert main.giving is not None
    main.giving.end()
    assert [(known.label, known.band) for known in main.summary.classes] == [
        ("2 Oak", "ks1"),
        ("8 Hazel", "ks3"),
    ]
    assert main.summary.standing("2 Oak", "ask-first").status == "begun"
