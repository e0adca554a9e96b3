"""Questions of every kind: answered by keyboard alone, explained kindly, never clipped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.training.marking import mark
from rse_lessons.training.model import CheckKind
from rse_lessons.ui.theme import THEMES
from rse_lessons.ui.training.blocks.match import MatchBody
from rse_lessons.ui.training.blocks.order import OrderBody
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.question_body import ListBody
from rse_lessons.ui.training.blocks.question_row import FITS, MISSED, OPEN, OTHER
from rse_lessons.ui.training.blocks.spot import SpotBody
from tests.training.made import TOLD, arrange, match, question
from tests.ui_settings.small import dressed, settle
from tests.ui_training.stage import Key, clipped, press, said, staged, tab_to

LONG = "It helps to know who did what, and to say it in plain words, calmly and on the same day. " * 2
HARD_WORDS = ("wrong", "fail", "incorrect", "bad ", "score")


def card(qtbot: QtBot, kind: CheckKind, *, in_try: bool = False) -> QuestionCard:
    asked = question("q", kind)
    return staged(qtbot, QuestionCard(asked, dressed(), page_title="What guidance asks", in_try=in_try))


def answer_by_keys(shown: QuestionCard, *, right: bool) -> None:
    """Answer as somebody does who has no mouse."""
    body = shown.body
    shown.take_keys()
    if isinstance(body, ListBody):
        ids = list(body.rows)
        for wanted in shown.question.answers if right else ("b",):
            press(Key(Key.Key_1.value + ids.index(wanted)))
    elif isinstance(body, SpotBody):
        for wanted in shown.question.answers if right else ("b",):
            tab_to(body.text.phrases[wanted])
            press(Key.Key_Space)
    elif isinstance(body, OrderBody):
        order = list(shown.question.answers) if right else ["b", "a", "c", "d"]
        for place, id_ in enumerate(order):
            while body.order[place] != id_:
                body.rows[id_].setFocus()
                press(Key.Key_Up, alt=True)
    elif isinstance(body, MatchBody):
        for wanted in ("a-r", "b-r", "c-r") if right else ("b-r", "a-r", "c-r"):
            tab_to(body.rights[wanted])
            press(Key.Key_Return)
    if not isinstance(body, MatchBody):
        press(Key.Key_Return)
    else:
        tab_to(shown.send)
        press(Key.Key_Return)


@pytest.mark.parametrize("kind", CheckKind)
def test_a_right_answer_by_keyboard_gets_its_reason(qtbot: QtBot, kind: CheckKind) -> None:
    shown = card(qtbot, kind)
    given = QSignalSpy(shown.answered)
    assert kind is CheckKind.ORDER or not shown.send.isEnabled()
    answer_by_keys(shown, right=True)
    assert given.count() == 1
    assert mark(shown.question, tuple(given.at(0)[0])).right
    assert shown.box.isVisible()
    assert shown.box.title.text() == "That fits."
    if kind is CheckKind.SINGLE:
        assert "Why a." in shown.box.text.text()
    if kind is not CheckKind.MATCH:
        assert TOLD in shown.box.text.text()
    assert not shown.read.isVisible()
    assert not shown.again.isVisible()


@pytest.mark.parametrize("kind", CheckKind)
def test_not_there_yet_is_said_kindly_and_leads_back_to_the_page(qtbot: QtBot, kind: CheckKind) -> None:
    shown = card(qtbot, kind)
    wanted = QSignalSpy(shown.page_wanted)
    answer_by_keys(shown, right=False)
    assert "yet" in shown.box.title.text()
    assert not any(word in said(shown).casefold() for word in HARD_WORDS)
    assert QApplication.focusWidget() is shown.again
    tab_to(shown.read)
    press(Key.Key_Return)
    assert wanted.at(0) == ["first"]
    tab_to(shown.show_me)
    press(Key.Key_Space)
    assert not shown.show_me.isVisible()
    tab_to(shown.again)
    press(Key.Key_Return)
    assert not shown.box.isVisible()
    answer_by_keys(shown, right=True)
    assert shown.marked is not None
    assert shown.marked.right


def test_in_a_try_what_fits_is_shown_at_once_and_enter_goes_on(qtbot: QtBot) -> None:
    shown = card(qtbot, CheckKind.SEVERAL, in_try=True)
    gone = QSignalSpy(shown.went_on)
    answer_by_keys(shown, right=False)
    assert isinstance(shown.body, ListBody)
    states = {id_: row.state for id_, row in shown.body.rows.items()}
    assert states == {"a": MISSED, "b": OTHER, "c": MISSED, "d": OPEN}
    assert "Why a." in said(shown)
    assert "“What guidance asks”" in shown.box.text.text()
    assert not shown.read.isVisible()  # leaving would lose the try: the pages come at its end
    press(Key.Key_Return)
    assert gone.count() == 1


def test_why_not_the_others_is_told_when_asked(qtbot: QtBot) -> None:
    shown = card(qtbot, CheckKind.SINGLE)
    answer_by_keys(shown, right=True)
    assert QApplication.focusWidget() is shown.why
    press(Key.Key_Return)
    assert isinstance(shown.body, ListBody)
    assert all(f"Why {id_}." in row.accessibleDescription() for id_, row in shown.body.rows.items())
    assert not shown.why.isVisible()
    press(Key.Key_Space)  # what has been answered stays as it is
    assert shown.body.answer() == ("a",)
    assert shown.body.rows["a"].state == FITS


def test_steps_are_taken_up_with_space_dragged_and_moved_by_their_buttons(qtbot: QtBot) -> None:
    shown = staged(qtbot, QuestionCard(arrange(), dressed()))
    body = shown.body
    assert isinstance(body, OrderBody)
    assert body.answer() != tuple("abcd")
    assert shown.kicker.text() == "Put it in order"
    first = body.rows[body.order[0]]
    first.setFocus()
    press(Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Up)
    assert body.rows[body.order[2]] is first
    assert "Step 3 of 4" in first.accessibleName()
    assert QApplication.focusWidget() is body.rows[body.order[1]]
    QTest.mouseClick(first.up, Qt.MouseButton.LeftButton)
    assert body.rows[body.order[1]] is first
    grip = QPoint(60, 20)
    QTest.mousePress(first, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    for down in (30, 90, 200, 260):
        QTest.mouseMove(first, first.mapFromParent(QPoint(60, first.y() + down)))
        settle()
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton)
    assert body.rows[body.order[3]] is first
    assert not first.isChecked()


def test_a_right_side_goes_with_one_left_side_only(qtbot: QtBot) -> None:
    shown = staged(qtbot, QuestionCard(match(), dressed()))
    body = shown.body
    assert isinstance(body, MatchBody)
    body.put("b-r")
    assert body.current == "b"
    body.put("b-r")
    assert body.pairs == {"b": "b-r"}
    assert body.current == "a"
    assert "goes with: Right b" in body.lefts["b"].accessibleDescription()
    assert "goes with: Left b" in body.rights["b-r"].accessibleDescription()
    assert not shown.send.isEnabled()
    assert shown.send.toolTip()


def test_phrases_are_found_by_mouse_on_every_line_they_take(qtbot: QtBot) -> None:
    asked = question("q", CheckKind.SPOT)
    phrase = "Words of a, and Words"
    asked = replace(asked, options=(replace(asked.options[0], text=phrase), *asked.options[2:]))
    shown = staged(qtbot, QuestionCard(asked, dressed()), width=260)
    assert isinstance(shown.body, SpotBody)
    toggle = shown.body.text.phrases["a"]
    assert len(toggle.pieces) > 1
    assert " ".join(piece.words for piece in toggle.pieces) == phrase
    for times, piece in enumerate(toggle.pieces, 1):
        at = piece.rect.center().toPoint() - toggle.pos()
        QTest.mouseClick(toggle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert toggle.isChecked() == bool(times % 2)


@pytest.mark.parametrize(("name", "scale", "width"), [(*THEMES[:1], 2.0, 700), ("high-contrast", 1.0, 420)])
def test_nothing_is_clipped(qtbot: QtBot, name: str, scale: float, width: int) -> None:
    theme = dressed(name, scale)  # once for all kinds: it takes longer than a question
    for kind in CheckKind:
        asked = question("q", kind)
        options = tuple(replace(option, explanation=LONG) for option in asked.options)
        asked = replace(asked, options=options, prompt=LONG, takeaway=LONG)
        shown = staged(qtbot, QuestionCard(asked, theme, page_title="What guidance asks"), width=width)
        assert clipped(shown) == [], kind
        answer_by_keys(shown, right=False)
        shown.reveal()
        shown.body.show_reasons()
        settle()
        assert clipped(shown) == [], kind
        shown.grab()
        shown.window().hide()
    dressed()
