"""Marking: what an answer came to, and what a try came to."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.training.marking import Answer, mark, needed, result, right_answer
from rse_lessons.training.model import CheckKind
from tests.training.made import bank_of, question

SINGLE, SEVERAL, ORDER, MATCH, SPOT = CheckKind


@pytest.mark.parametrize("kind", CheckKind)
def test_the_right_answer_is_right_and_nothing_is_not(kind: CheckKind) -> None:
    asked = question("q", kind)
    assert mark(asked, right_answer(asked)) == mark(asked, right_answer(asked))
    assert mark(asked, right_answer(asked)).right
    nothing = mark(asked, ())
    assert (nothing.right, nothing.wrong) == (False, ())
    assert nothing.missing


@pytest.mark.parametrize(
    ("kind", "answer", "wrong", "missing"),
    [
        (SINGLE, ("b",), ("b",), ("a",)),
        (SINGLE, ("a", "b"), ("b",), ()),
        (SEVERAL, ("a",), (), ("c",)),
        (SEVERAL, ("c", "b", "a"), ("b",), ()),
        (SPOT, ("d", "d"), ("d",), ("a", "c")),
        (ORDER, ("b", "a", "c", "d"), ("b", "a"), ()),
        (ORDER, ("a", "b", "c"), (), ("d",)),
        (ORDER, ("a", "b", "c", "d", "a"), ("a",), ()),
        (MATCH, ("a:b-r", "b:a-r", "c:c-r"), ("a", "b"), ()),
        (MATCH, ("a:a-r",), (), ("b", "c")),
        (MATCH, ("a:a-r", "b:b-r", "c:c-r", "x"), ("x",), ()),
    ],
)
def test_what_does_not_fit_and_what_is_missing_is_named(
    kind: CheckKind, answer: Answer, wrong: Answer, missing: Answer
) -> None:
    marked = mark(question("q", kind), answer)
    assert (marked.right, marked.wrong, marked.missing) == (False, wrong, missing)


def test_of_all_orders_one_is_right_and_of_several_any_order_is() -> None:
    order, several = question("q", ORDER), question("q", SEVERAL)
    assert [given for given in permutations("abcd") if mark(order, given).right] == [tuple("abcd")]
    assert mark(several, ("c", "a")).right


@given(st.sampled_from(list(CheckKind)), st.lists(st.sampled_from(["a", "b", "c", "a:a-r", "", ":"])))
@settings(max_examples=60, deadline=None)
def test_any_answer_can_be_marked(kind: CheckKind, answer: list[str]) -> None:
    asked = question("q", kind)
    marked = mark(asked, tuple(answer))
    assert marked.right == (not marked.wrong and not marked.missing)
    assert set(marked.wrong) <= {given.partition(":")[0] for given in answer} | set(answer)


@given(st.sets(st.integers(0, 7)))
@settings(max_examples=80, deadline=None)
def test_six_of_eight_and_each_scene_pass(missed: set[int]) -> None:
    questions = bank_of()[:8]  # the first three are about scenes
    answers = {
        asked.id: ("b",) if number in missed else right_answer(asked)
        for number, asked in enumerate(questions)
    }
    came_to = result(questions, answers)
    assert came_to.asked == tuple(asked.id for asked in questions)
    assert came_to.missed == tuple(f"q{number}" for number in sorted(missed))
    assert came_to.passed == (len(missed) <= 2 and not missed & {0, 1, 2})


def test_what_was_not_answered_was_missed_and_nothing_asked_is_no_pass() -> None:
    questions = bank_of()[:8]
    assert result(questions, {}).missed == tuple(f"q{number}" for number in range(8))
    assert not result([], {}).passed
    assert [needed(asked) for asked in (1, 4, 5, 8)] == [1, 3, 4, 6]
