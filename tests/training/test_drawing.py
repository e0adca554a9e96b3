"""Drawing a try: eight, two about scenes, of all kinds, and others as long as there are any."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.training.drawing import bank, draw, mixed
from rse_lessons.training.model import CheckKind, Question
from tests.training.made import bank_of, chance, module, question

ASKED = st.lists(st.integers(0, 3), min_size=24, max_size=24)


@st.composite
def banks(draw_: st.DrawFn) -> list[Question]:
    kinds = draw_(st.lists(st.sampled_from(list(CheckKind)), min_size=1, max_size=24))
    scenes = draw_(st.sets(st.integers(0, len(kinds) - 1)))
    return bank_of(kinds, sorted(scenes))


def holds(drawn: list[Question], questions: list[Question]) -> bool:
    scenes = sum(one.scenario for one in drawn) >= min(2, sum(one.scenario for one in questions))
    return scenes and {one.kind for one in drawn} == {one.kind for one in questions}


@given(banks(), ASKED, st.integers())
@settings(max_examples=50, deadline=None)
def test_a_try_holds_the_rule_and_no_fresher_question_would_fit(
    questions: list[Question], counts: list[int], seed: int
) -> None:
    asked = {one.id: count for one, count in zip(questions, counts, strict=False)}
    drawn = list(draw(questions, asked, chance(seed)))
    assert len({one.id for one in drawn}) == len(drawn) == min(8, len(questions))
    assert holds(drawn, questions)
    assert drawn == list(draw(questions, asked, chance(seed)))
    for out in drawn:
        for other in questions:
            if other not in drawn and asked[other.id] < asked[out.id]:
                assert not holds([other if one is out else one for one in drawn], questions)


def test_the_next_try_asks_others_and_all_come_to_be_asked() -> None:
    kinds = [*[CheckKind.SINGLE] * 8, *[CheckKind.SEVERAL] * 4, *[CheckKind.SPOT] * 2, *[CheckKind.MATCH] * 2]
    questions = bank_of(kinds, scenes=(0, 1, 8, 9))
    seen = set()
    for seed in range(40):
        first = {one.id for one in draw(questions, {}, chance(seed))}
        second = {one.id for one in draw(questions, Counter(first), chance(seed + 1000))}
        assert first.isdisjoint(second)
        seen.add(frozenset(first))
    assert len(seen) > 20


def test_where_a_kind_runs_out_only_what_must_comes_again() -> None:
    questions = bank_of()  # one to spot, and four scenes
    for seed in range(20):
        first = {one.id for one in draw(questions, {}, chance(seed))}
        second = {one.id for one in draw(questions, Counter(first), chance(seed + 1000))}
        assert first & second == {"q15"}


def test_the_bank_is_what_lies_in_its_section() -> None:
    questions = bank_of()
    assert bank(module(questions, parts=[question("to-try-out")])) == tuple(questions)
    assert bank(module()) == ()
    assert draw((), {}, chance(1)) == ()


@given(st.lists(st.text(max_size=3), unique=True, max_size=6), st.integers())
@settings(max_examples=60, deadline=None)
def test_what_is_mixed_is_all_there_and_not_as_it_was(ids: list[str], seed: int) -> None:
    made = mixed(ids, chance(seed))
    assert sorted(made) == sorted(ids)
    assert made != tuple(ids) or len(ids) < 2
