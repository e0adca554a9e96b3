"""A try from its beginning to what it came to, by keyboard; and one that is left in the middle."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.training.marking import right_answer
from rse_lessons.training.model import CheckKind, Question
from rse_lessons.ui.training.blocks.match import MatchBody
from rse_lessons.ui.training.blocks.order import OrderBody
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.question_body import ListBody
from rse_lessons.ui.training.blocks.spot import SpotBody
from rse_lessons.ui.training.blocks.try_result import ResultCard
from rse_lessons.ui.training.blocks.try_widget import BeforeCard, TryWidget
from tests.training.made import bank_of, chance, module
from tests.ui_settings.small import dressed, settle
from tests.ui_training.stage import Key, clipped, press, said, staged, tab_to


def a_try(qtbot: QtBot, *, scale: float = 1.0, width: int = 760) -> TryWidget:
    made = TryWidget(module(bank_of()), dressed(scale=scale), Counter(q3=2), chance(7))
    return staged(qtbot, made, width=width)


def choose(card: QuestionCard, *, right: bool) -> None:
    """Choose an answer, right or not; keys are tried in the tests of the questions."""
    body, question = card.body, card.question
    if isinstance(body, ListBody):
        for id_ in question.answers if right else ("b",):
            body.rows[id_].click()
    elif isinstance(body, SpotBody):
        for id_ in question.answers if right else ("b",):
            body.text.phrases[id_].click()
    elif isinstance(body, OrderBody):
        for place, id_ in enumerate(right_answer(question) if right else ("d", "a", "b", "c")):
            while body.order[place] != id_:
                body.shift(body.rows[id_], -1)
    elif isinstance(body, MatchBody):
        for id_ in ("a-r", "b-r", "c-r") if right else ("b-r", "c-r", "a-r"):
            body.rights[id_].click()


def go_through(made: TryWidget, miss: int, *, scenes: bool = False) -> list[Question]:
    """Answer all eight, `miss` of them not right: of those about scenes or of the others."""
    asked = []
    for place in range(1, 9):
        card = made.front
        assert isinstance(card, QuestionCard)
        assert card.kicker.text() == f"Question {place} of 8"
        asked.append(card.question)
        right = miss == 0 or card.question.scenario is not scenes
        miss -= not right
        choose(card, right=right)
        card.setFocus()
        card.answer()
        card.on.setFocus()
        press(Key.Key_Return)
    return asked


def test_a_try_that_is_passed_names_the_scenes_and_goes_on(qtbot: QtBot) -> None:
    made = a_try(qtbot)
    tried, went_on = QSignalSpy(made.tried), QSignalSpy(made.on_wanted)
    before = made.front
    assert isinstance(before, BeforeCard)
    assert "8 questions" in before.text.text()
    before.begin.setFocus()
    press(Key.Key_Return)
    asked = go_through(made, miss=2)
    ids, missed, passed = tried.at(0)
    assert ids == [one.id for one in asked]
    assert (len(missed), passed) == (2, True)
    result = made.front
    assert isinstance(result, ResultCard)
    words = said(result)
    assert "You know this module" in words
    assert "6 answers fitted at once, of 8." in words
    for one in asked:
        assert (one.prompt in words) == (one.scenario or one.id in missed)
    assert QApplication.focusWidget() is result.on
    press(Key.Key_Return)
    assert went_on.count() == 1


def test_a_scene_not_understood_leads_to_its_page_and_to_other_questions(qtbot: QtBot) -> None:
    made = a_try(qtbot)
    tried, wanted = QSignalSpy(made.tried), QSignalSpy(made.page_wanted)
    made.begin()
    first = go_through(made, miss=1, scenes=True)
    assert tried.at(0)[2] is False
    result = made.front
    assert isinstance(result, ResultCard)
    assert "fail" not in said(result).casefold()
    assert "a pupil is waiting" in said(result)
    (page,) = result.pages
    assert QApplication.focusWidget() is result.pages[page]
    press(Key.Key_Return)
    assert wanted.at(0) == [page]
    tab_to(result.again)
    press(Key.Key_Space)
    second = go_through(made, miss=0)
    repeated = {one.id for one in first} & {one.id for one in second}
    assert repeated <= {"q15"}  # the only one to spot a phrase in
    assert tried.at(1)[2] is True
    assert made.asked["q15"] == 2


def test_leaving_in_the_middle_records_nothing(qtbot: QtBot) -> None:
    made = a_try(qtbot)
    tried = QSignalSpy(made.tried)
    made.begin()
    card = made.front
    assert isinstance(card, QuestionCard)
    choose(card, right=True)
    card.answer()
    settle()
    made.go_on()
    assert made.in_the_middle
    made.go_on()  # without an answer there is nothing to go on to
    assert made.at == 1
    tab_to(made.leave)
    press(Key.Key_Return)
    assert isinstance(made.front, BeforeCard)
    assert QApplication.focusWidget() is made.front.begin
    assert tried.count() == 0
    assert made.asked == Counter(q3=2)


def test_a_module_without_questions_says_so(qtbot: QtBot) -> None:
    made = staged(qtbot, TryWidget(module(), dressed()))
    assert isinstance(made.front, BeforeCard)
    assert not made.front.begin.isVisible()
    made.begin()
    assert isinstance(made.front, BeforeCard)


@pytest.mark.parametrize("passed", [True, False])
def test_nothing_is_clipped_at_the_end(qtbot: QtBot, *, passed: bool) -> None:
    made = a_try(qtbot, scale=2.0, width=640)
    assert clipped(made) == []
    made.begin()
    settle()
    assert clipped(made) == []
    go_through(made, miss=2, scenes=not passed)
    made.retranslate()
    settle()
    assert clipped(made) == []
    dressed()


def test_what_comes_next_is_ready_before_it_is_asked_for(qtbot: QtBot) -> None:
    made = a_try(qtbot)
    made.begin()
    card = made.front
    assert isinstance(card, QuestionCard)
    choose(card, right=True)
    card.answer()
    qtbot.waitUntil(lambda: made._ahead is not None)
    ready = made._ahead
    made.go_on()
    assert made.front is ready
    kinds = {one.kind for one in made.questions}
    assert kinds == set(CheckKind)
