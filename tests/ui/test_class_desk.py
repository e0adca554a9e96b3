"""From the library: a class's rules and question box, kept in real records and shown where they belong."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from rse_lessons.app import Main
from rse_lessons.presenting.class_rules import has_rules
from rse_lessons.presenting.ground_rules import GroundRulesState
from rse_lessons.presenting.session import Session
from rse_lessons.progress.database.reading import read_events
from rse_lessons.ui.dialogs.answer_row import LEAD
from rse_lessons.ui.dialogs.answers import AnswersWindow
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.class_rules import ClassRulesWindow
from rse_lessons.ui.dialogs.question_box import QuestionBoxWindow
from tests.on_disk import contents
from tests.ui.meanwhile import meanwhile

LESSON = "if-an-image-is-shared"
LABEL = "8 Hazel"


def write_answers(window: QDialog) -> None:
    assert isinstance(window, QuestionBoxWindow)
    window.slips.setValue(3)
    for text in ("You can always ask again.", "Everybody’s body is different."):
        window.more.click()
        window.rows[-1].field.set_text(text)
    window.more.click()
    window.rows[-1].field.set_text("These words go nowhere.")
    window.rows[-1].ways.row_of(LEAD).setChecked(True)
    window.keep.click()


def test_answers_prepared_in_the_library_are_told_there_and_given_from_the_page_are_gone(main: Main) -> None:
    field = main.window.library.desk.classes
    assert field.ready.isHidden()
    meanwhile(write_answers)
    field.chooser.asked.emit("box")
    assert field.ready.text() == "2 answers are ready"
    assert field.ready.accessibleName() == "2 answers are ready for 8 Hazel"
    main.window.lesson_opened.emit(LESSON)
    assert main.desks.opening.page.desk.classes.ready.text() == "2 answers are ready"
    assert not main.desks.opening.page.desk.classes.ready.isHidden()
    assert main.store.flush(10)
    kept = b"".join(contents(main.school.paths.records.parent, "progress*").values())
    assert b"These words go nowhere." not in kept
    counted = [event.data for event in read_events(main.school.paths.records) if "slips" in event.data]
    assert counted == [{"slips": None, "passed": None}], "fewer than five is all that is kept"
    assert b"You can always ask again." in kept

    def give(window: QDialog) -> None:
        assert isinstance(window, AnswersWindow)
        for row in window.answers:
            row.tick.setChecked(True)
        window.close_button.click()

    meanwhile(give)
    main.desks.opening.page.desk.classes.ready.click()
    assert main.desks.opening.page.desk.classes.ready.isHidden()
    assert field.ready.isHidden()
    assert main.store.flush(10)
    kept = b"".join(contents(main.school.paths.records.parent, "progress*").values())
    assert b"You can always ask again." not in kept


def test_answers_that_are_ready_make_the_desk_no_wider(main: Main) -> None:
    main.prefer(text_scale=200)
    main.window.show()
    main.window.resize(1280, 720)
    meanwhile(write_answers)
    desk = main.window.library.desk
    desk.classes.chooser.asked.emit("box")
    QApplication.processEvents()
    assert not desk.classes.ready.isHidden()
    assert desk.classes.ready.width() <= desk.room()
    assert desk.classes.chooser.width() <= desk.room()


def test_rules_made_in_the_library_stand_in_every_lesson(main: Main) -> None:
    def type_it(window: QDialog) -> None:
        assert isinstance(window, ClassRulesWindow)
        QTest.keyClicks(window.field, "We let everybody finish.")
        window.keep.click()
        window.accept()

    meanwhile(type_it)
    main.window.library.desk.classes.chooser.asked.emit("rules")
    for lesson in (LESSON, "ask-first"):
        main.present(lesson)
        assert main.giving is not None
        assert main.giving.classroom is not None
        session = main.giving.classroom.session
        states = [state for state in session.states.values() if isinstance(state, GroundRulesState)]
        assert states
        assert all([rule.text for rule in state.own] == ["We let everybody finish."] for state in states)
        assert any(has_rules(session, index) for index in range(len(session.slides)))
        main.giving.end()


def given_at(main: Main, slide: int) -> Session:
    assert main.present(LESSON, slide) == ""
    assert main.giving is not None
    assert main.giving.classroom is not None
    return main.giving.classroom.session


def test_what_was_agreed_of_own_rules_is_there_when_the_lesson_goes_on(main: Main) -> None:
    main.store.record("rule-added", class_label=LABEL, data={"rule": "rule-1"}, words="We wait.")
    main.read_records()
    session = given_at(main, 0)
    block = next(key for key, state in session.states.items() if isinstance(state, GroundRulesState))
    session.go_to(2)
    session.choose(block, "rule-1")
    assert main.giving is not None
    main.giving.end()
    state = given_at(main, 2).state(block)
    assert isinstance(state, GroundRulesState)
    assert state.agreed == ("rule-1",)
    main.giving.end()


def test_at_the_end_of_a_lesson_and_not_before_the_box_is_one_press_away(main: Main) -> None:
    main.present(LESSON)
    assert main.giving is not None
    assert main.giving.classroom is not None
    labels: list[str] = []

    def look(window: QDialog) -> None:
        labels.extend(button.text() for button in window.findChildren(QPushButton))
        window.reject()

    meanwhile(look)
    main.giving.classroom.do("end")
    assert labels
    assert not any("question box" in label for label in labels)
    main.giving.classroom.session.last()
    seen = meanwhile(lambda window: window._answer("box"), write_answers)  # type: ignore[attr-defined]
    main.giving.classroom.do("end")
    assert [type(window) for window in seen] == [Question, QuestionBoxWindow]
    assert main.window.isVisible(), "the lesson is over"
    assert main.window.library.desk.classes.ready.text() == "2 answers are ready"
