"""The small windows for a class's own rules and its question box, by keyboard, at every size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.progress.facts.class_book import ClassBook, Worded
from rse_lessons.progress.facts.class_words import LONGEST_ANSWER, LONGEST_RULE, MOST_RULES
from rse_lessons.ui.dialogs.answer_row import LEAD
from rse_lessons.ui.dialogs.answers import AnswersWindow
from rse_lessons.ui.dialogs.class_rules import ClassRulesWindow
from rse_lessons.ui.dialogs.private import PrivateWindow
from rse_lessons.ui.dialogs.question_box import QuestionBoxWindow
from rse_lessons.ui.theme import Theme, apply, load_fonts, load_theme

Key = Qt.Key
RULES = (Worded("r1", "We let everybody finish."), Worded("r2", "Nobody has to say why they pass."))
ANSWERS = (
    Worded("a1", "A trusted adult is anybody you feel safe with.", "class"),
    Worded("a2", "We can look at that together.", "one-to-one"),
    Worded("a3", "Yes. Everybody’s body is different.", "class"),
)


def dressed(name: str = "light", scale: float = 1.0) -> Theme:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    theme = load_theme(name, scale)
    if app.styleSheet() != theme.sheet:
        apply(app, theme)
    return theme


def shown(qtbot: QtBot, window: PrivateWindow) -> PrivateWindow:
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def rules_window(
    qtbot: QtBot, rules: tuple[Worded, ...] = RULES
) -> tuple[ClassRulesWindow, list[tuple[str, ...]]]:
    """Open it with an owner that keeps what is asked for."""
    window = ClassRulesWindow(dressed(), "7B", rules)
    asked: list[tuple[str, ...]] = []
    kept = list(rules)

    def add(text: str) -> None:
        asked.append(("added", text))
        kept.append(Worded(f"n{len(asked)}", text))
        window.show_rules(kept)

    def change(rule: str, text: str) -> None:
        asked.append(("changed", rule, text))
        kept[:] = [Worded(rule, text) if one.id == rule else one for one in kept]
        window.show_rules(kept)

    def remove(rule: str) -> None:
        asked.append(("removed", rule))
        kept[:] = [one for one in kept if one.id != rule]
        window.show_rules(kept)

    window.added.connect(add)
    window.changed.connect(change)
    window.removed.connect(remove)
    shown(qtbot, window)
    return window, asked


# Rules


def test_a_rule_is_added_by_keyboard_alone(qtbot: QtBot) -> None:
    window, asked = rules_window(qtbot)
    QTest.keyClicks(window.field, "We use kind words.")
    QTest.keyClick(window.field, Key.Key_Return)
    assert asked == [("added", "We use kind words.")]
    assert [row.rule.text for row in window.rows][-1] == "We use kind words."
    assert window.field.text() == ""
    assert window.isVisible()


def test_what_looks_like_a_name_is_asked_about_first(qtbot: QtBot) -> None:
    window, asked = rules_window(qtbot)
    QTest.keyClicks(window.field, "We wait for Oliver.")
    window.keep.click()
    assert not asked
    assert "Oliver" in window.doubt.message.title.text()
    window.doubt.one.click()  # Change it
    assert window.doubt.isHidden()
    assert window.field.selectedText() == "We wait for Oliver."
    window.keep.click()
    window.doubt.other.click()  # No, nobody is named
    assert asked == [("added", "We wait for Oliver.")]


def test_being_sure_of_one_rule_says_nothing_of_the_next(qtbot: QtBot) -> None:
    window, asked = rules_window(qtbot)
    for text in ("We wait for Oliver.", "We wait for Maya."):
        QTest.keyClicks(window.field, text)
        window.keep.click()
        assert not window.doubt.isHidden()
        window.doubt.other.click()
    assert len(asked) == 2


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST_RULE + 1), "we let everybody finish."])
def test_a_rule_that_cannot_be_kept_is_said_with_what_to_do(qtbot: QtBot, text: str) -> None:
    window, asked = rules_window(qtbot)
    window.field.setText(text)
    window.keep.click()
    assert not asked
    assert window.doubt.message.text.text()
    QTest.keyClicks(window.field, "y")
    assert window.doubt.isHidden()


def test_a_rule_is_changed_and_the_change_left(qtbot: QtBot) -> None:
    window, asked = rules_window(qtbot)
    window.rows[0].change.click()
    assert window.field.text() == RULES[0].text
    window.leave.click()
    assert window.field.text() == ""
    window.rows[0].change.click()
    window.field.setText("We all finish our sentences.")
    window.keep.click()
    assert asked == [("changed", "r1", "We all finish our sentences.")]
    assert [row.rule.id for row in window.rows] == ["r1", "r2"]


def test_a_rule_taken_away_can_be_put_back(qtbot: QtBot) -> None:
    window, asked = rules_window(qtbot)
    window.rows[0].remove.click()
    assert asked == [("removed", "r1")]
    assert not window.back.isHidden()
    window.back.one.click()
    assert asked[-1] == ("added", RULES[0].text)
    assert window.back.isHidden()


def test_a_rule_taken_away_while_it_is_changed(qtbot: QtBot) -> None:
    window, asked = rules_window(qtbot)
    window.rows[0].change.click()
    window.rows[0].remove.click()
    window.field.setText("A new one.")
    window.keep.click()
    assert asked == [("removed", "r1"), ("added", "A new one.")]


def test_six_rules_are_the_most(qtbot: QtBot) -> None:
    rules = tuple(Worded(f"r{n}", f"Rule number {n}.") for n in range(MOST_RULES))
    window, _asked = rules_window(qtbot, rules)
    assert window.field.isHidden()
    assert window.keep.isHidden()
    window.rows[0].change.click()
    assert not window.field.isHidden()
    window.leave.click()
    window.rows[0].remove.click()
    assert not window.field.isHidden()


# The question box


def box(qtbot: QtBot, answers: tuple[Worded, ...] = ANSWERS, **more: object) -> QuestionBoxWindow:
    window = QuestionBoxWindow(dressed(), "7B", answers, **more)  # type: ignore[arg-type]
    shown(qtbot, window)
    return window


def test_the_window_says_that_questions_stay_on_paper(qtbot: QtBot) -> None:
    window = box(qtbot, ())
    words = " ".join(label.text() for label in window.findChildren(type(window.heading)))
    assert "Pupils’ questions stay on paper" in words
    assert "safeguarding lead" in words
    assert not window.rows, "nothing invites to type before the teacher asks for a field"


def test_slips_and_answers_are_kept(qtbot: QtBot) -> None:
    window = box(qtbot, ())
    QTest.keyClicks(window.slips, "24")
    window.more.click()
    QTest.keyClicks(window.rows[0].field, "You can always ask again.")
    window.keep.click()
    assert window.result() == 1
    assert (window.notes.slips, window.notes.passed) == (24, 0)
    assert window.notes.answers == (Worded("", "You can always ask again.", "class"),)


def test_what_goes_to_the_lead_has_no_words(qtbot: QtBot) -> None:
    window = box(qtbot)
    window.rows[0].ways.row_of(LEAD).setChecked(True)
    assert window.rows[0].field.isHidden()
    window.keep.click()
    assert window.notes.passed == 1
    assert [answer.id for answer in window.notes.answers] == ["a2", "a3"]


def test_words_come_back_when_the_lead_was_a_slip_of_the_hand(qtbot: QtBot) -> None:
    window = box(qtbot)
    window.rows[0].ways.row_of(LEAD).setChecked(True)
    window.rows[0].ways.row_of("one-to-one").setChecked(True)
    window.keep.click()
    assert window.notes.answers[0] == Worded("a1", ANSWERS[0].text, "one-to-one")


def test_an_answer_is_removed_and_an_empty_one_is_left_out(qtbot: QtBot) -> None:
    window = box(qtbot)
    window.rows[1].remove.click()
    window.more.click()
    window.keep.click()
    assert [answer.id for answer in window.notes.answers] == ["a1", "a3"]


@pytest.mark.parametrize("text", ["What does that word mean?", "Ask Oliver about it."])
def test_what_may_be_a_pupils_is_asked_about(qtbot: QtBot, text: str) -> None:
    window = box(qtbot, ())
    window.more.click()
    window.rows[0].field.set_text(text)
    window.keep.click()
    assert window.isVisible()
    assert not window.doubt.isHidden()
    window.doubt.one.click()
    assert window.focusWidget() is window.rows[0].field
    window.keep.click()
    window.doubt.other.click()
    assert window.notes.answers == (Worded("", text, "class"),)


def test_a_long_answer_is_refused_with_a_sentence(qtbot: QtBot) -> None:
    window = box(qtbot, ())
    window.more.click()
    window.rows[0].field.set_text("y" * (LONGEST_ANSWER + 1))
    window.keep.click()
    assert window.isVisible()
    assert str(LONGEST_ANSWER) in window.doubt.message.title.text()


def test_cancel_keeps_nothing(qtbot: QtBot) -> None:
    window = box(qtbot)
    window.rows[0].remove.click()
    QTest.keyClick(window, Key.Key_Escape)
    assert window.result() == 0
    assert window.notes.answers == ANSWERS


def test_the_last_count_is_said_and_a_small_one_only_so(qtbot: QtBot) -> None:
    counted = "2026-11-19T10:00:00.000Z"
    many = box(qtbot, (), book=ClassBook(slips=27, counted=counted), today=date(2026, 11, 20))
    assert "Last counted yesterday: 27." in many._slips_note.text()
    few = box(qtbot, (), book=ClassBook(slips=None, counted=counted), today=date(2026, 11, 20))
    assert "fewer than five" in few._slips_note.text().partition("Last counted")[2]


def test_enter_in_an_answer_goes_on_and_makes_no_line(qtbot: QtBot) -> None:
    window = box(qtbot)
    window.rows[0].field.setFocus()
    QTest.keyClick(window.rows[0].field, Key.Key_Return)
    assert window.focusWidget() is window.rows[1].remove
    assert "\n" not in window.rows[0].field.text()


def test_tab_goes_through_everything_in_its_order(qtbot: QtBot) -> None:
    window = box(qtbot)
    window.more.click()
    window.slips.setFocus()
    seen: list[QWidget] = []
    while (now := window.focusWidget()) is not None and now not in seen:
        seen.append(now)
        QTest.keyClick(now, Key.Key_Tab)
    fields = [seen.index(row.field) for row in window.rows]
    assert fields == sorted(fields)
    assert {window.slips, window.more, window.keep, window.cancel} <= set(seen)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=600), max_size=4), slips=st.integers(-5, 500))
def test_whatever_is_typed_only_tidy_answers_come_out(qtbot: QtBot, texts: list[str], slips: int) -> None:
    window = QuestionBoxWindow(dressed(), "7B")
    window.slips.setValue(slips)
    for text in texts:
        window.more.click()
        window.rows[-1].field.set_text(text)
    window.keep.click()
    for _ in range(len(texts)):
        if not window.doubt.isHidden():
            window.doubt.second.emit()
    for answer in window.notes.answers:
        assert answer.text.isprintable()
        assert 0 < len(answer.text) <= LONGEST_ANSWER
    window.close()
    window.deleteLater()


# Giving answers


def test_ticked_answers_are_given(qtbot: QtBot) -> None:
    window = AnswersWindow(dressed(), "7B", ANSWERS)
    shown(qtbot, window)
    assert window.close_button.text() == "Close"
    QTest.keyClick(window.answers[0].tick, Key.Key_Space)
    assert window.close_button.text() == "Delete 1 and close"
    QTest.mouseClick(window.answers[2], Qt.MouseButton.LeftButton, pos=window.answers[2].words.pos())
    window.close_button.click()
    assert window.given == ("a1", "a2")


def test_one_to_one_stands_apart_and_last(qtbot: QtBot) -> None:
    window = AnswersWindow(dressed(), "7B", ANSWERS)
    shown(qtbot, window)
    assert [row.answer.id for row in window.answers] == ["a1", "a3", "a2"]
    assert "One to one" in window.answers[-1].tick.accessibleName() or "one to one" in (
        window.answers[-1].tick.accessibleName()
    )


def test_escape_deletes_nothing(qtbot: QtBot) -> None:
    window = AnswersWindow(dressed(), "7B", ANSWERS)
    shown(qtbot, window)
    window.answers[0].tick.setChecked(True)
    QTest.keyClick(window, Key.Key_Escape)
    assert window.result() == 0


def test_without_answers_there_is_a_way_to_prepare_some(qtbot: QtBot) -> None:
    window = AnswersWindow(dressed(), "7B", ())
    shown(qtbot, window)
    window.change.click()
    assert window.wants_change


# Covering, sizes and themes


MAKE: dict[str, Callable[[Theme], PrivateWindow]] = {
    "rules": lambda theme: ClassRulesWindow(theme, "7B", RULES),
    "box": lambda theme: QuestionBoxWindow(theme, "7B", ANSWERS),
    "answers": lambda theme: AnswersWindow(theme, "7B", ANSWERS),
}


@pytest.mark.parametrize("kind", MAKE)
def test_covered_nothing_of_it_can_be_seen_or_reached(qtbot: QtBot, kind: str) -> None:
    window = shown(qtbot, MAKE[kind](dressed()))
    held = window.focusWidget()
    window.set_covered(True)
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    assert not any(window.column.isAncestorOf(widget) for widget in seen)
    assert [widget for widget in seen if isinstance(widget, QAbstractButton)] == [window.uncover]
    assert window.focusWidget() is window.uncover
    with qtbot.waitSignal(window.uncover_requested):
        QTest.keyClick(window.uncover, Key.Key_Space)
    window.set_covered(False)
    assert window.focusWidget() is held


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 2.0), ("high-contrast", 2.0)])
@pytest.mark.parametrize("kind", MAKE)
def test_it_fits_its_screen_at_every_size(qtbot: QtBot, kind: str, theme: str, scale: float) -> None:
    window = shown(qtbot, MAKE[kind](dressed(theme, scale)))
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert button.width() >= button.minimumSizeHint().width()
