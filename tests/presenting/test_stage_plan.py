"""The plan of a lesson, the pace against it, and the plan when time was lost."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.stages import SHRINKING, StagePlan, pace, plan, rest, shorten
from tests.presenting.rooms import LESSON, lesson_of, slide

PLAN = plan(LESSON)


def minutes(stages: tuple[StagePlan, ...]) -> dict[str, float]:
    return {str(entry.stage): entry.seconds / 60 for entry in stages}


def test_the_plan_adds_up_the_slides_of_each_stage() -> None:
    assert minutes(PLAN) == {
        "welcome": 2, "ground-rules": 2, "baseline": 3, "explore": 12, "practise": 10,
        "check": 3, "endpoint": 3, "distance": 1, "signpost": 2, "close": 2,
    }  # fmt: skip
    assert PLAN[3].slides == (3, 4)


def test_a_stage_that_comes_back_is_one_stage() -> None:
    lesson = lesson_of(slide("A", Stage.EXPLORE, 1), slide("B", Stage.CHECK, 1), slide("C", Stage.EXPLORE, 2))
    assert plan(lesson) == (StagePlan(Stage.EXPLORE, 180, (0, 2)), StagePlan(Stage.CHECK, 60, (1,)))


def test_a_lesson_without_times_spreads_its_minutes() -> None:
    lesson = lesson_of(
        slide("A", Stage.WELCOME, 0), slide("B", Stage.EXPLORE, 0), slide("C", Stage.EXPLORE, 0)
    )
    assert minutes(plan(lesson)) == {
        "welcome": pytest.approx(13.33, abs=0.01),
        "explore": pytest.approx(26.67, abs=0.01),
    }
    untimed = plan(replace(lesson, front=replace(lesson.front, minutes=0)))
    assert pace(untimed, 1, 500, 300).behind == 0


def test_ten_minutes_lost_come_from_explore_and_practise() -> None:
    short = shorten(PLAN, 2, 26 * 60)
    assert minutes(short) == minutes(PLAN) | {"explore": 6.5, "practise": 5.5}


def test_the_others_give_only_when_those_two_have_given() -> None:
    assert minutes(shorten(PLAN, 3, 12 * 60)) == minutes(PLAN) | {
        "explore": 1, "practise": 1, "check": 2.5, "endpoint": 2.5
    }  # fmt: skip
    assert minutes(shorten(PLAN, 3, 8 * 60)) == minutes(PLAN) | {
        "explore": 1, "practise": 1, "check": 1, "endpoint": 1, "close": 1
    }  # fmt: skip
    assert minutes(shorten(PLAN, 3, 0)) == minutes(PLAN) | {
        "explore": 0, "practise": 0, "check": 1, "endpoint": 1, "close": 1
    }  # fmt: skip


def test_a_stage_half_over_gives_only_from_what_is_left_of_it() -> None:
    short = shorten(PLAN, 5, 12 * 60, seconds_in_stage=8 * 60 + 20)
    assert short == shorten(PLAN, 5, 13 * 60, seconds_in_stage=8 * 60 + 20)[:4] + short[4:]
    assert minutes(short)["practise"] == 9.5
    assert rest(short, 5, 500) <= 12 * 60


def test_the_pace_of_a_stage_that_overruns() -> None:
    now = pace(PLAN, 3, 7 * 60 + 13 * 60, 13 * 60)
    assert (now.stage, now.stage_left, now.behind, now.room) == (Stage.EXPLORE, -60, 60, Stage.PRACTISE)


def test_no_stage_has_room_when_none_can_give_enough() -> None:
    assert pace(PLAN, 6, 60 * 60, 10).room is None


seconds = st.integers(0, 40).map(lambda halves: halves * 30) | st.integers(0, 1500)
stages_in_order = st.lists(st.sampled_from(list(Stage)), min_size=1, unique=True).map(
    lambda s: sorted(s, key=list(Stage).index)
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[StagePlan, ...]:
    entries = []
    slide_number = 0
    for stage in draw(stages_in_order):
        count = draw(st.integers(1, 3))
        entries.append(StagePlan(stage, draw(seconds), tuple(range(slide_number, slide_number + count))))
        slide_number += count
    return tuple(entries)


@settings(max_examples=40)
@given(plans(), st.data())
def test_shortening_keeps_its_promises(stages: tuple[StagePlan, ...], data: st.DataObject) -> None:
    current = data.draw(st.integers(0, stages[-1].slides[-1]))
    left = data.draw(st.integers(0, 3600) | st.floats(0, 3600))
    spent = data.draw(st.just(0.0) | st.floats(0, 1500))
    here = next(number for number, entry in enumerate(stages) if current in entry.slides)
    short = shorten(stages, current, left, spent)
    least = shorten(stages, current, 0, spent)
    shrinking = {stage for names, _ in SHRINKING for stage in names}

    assert rest(short, current, spent) <= max(left, rest(least, current, spent))
    assert shorten(short, current, left, spent) == short
    for number, (before, after, floor) in enumerate(zip(stages, short, least, strict=True)):
        assert (after.stage, after.slides) == (before.stage, before.slides)
        assert floor.seconds <= after.seconds <= before.seconds
        if number < here or before.stage not in shrinking:
            assert after == before
        if after.seconds != before.seconds:
            assert after.seconds % 30 == 0
        if after.stage in (Stage.BASELINE, Stage.CHECK, Stage.ENDPOINT, Stage.CLOSE):
            assert after.seconds >= min(before.seconds, 60)
    if rest(stages, current, spent) <= math.floor(left):
        assert short == stages


@settings(max_examples=40)
@given(plans(), st.floats(0, 5000), st.floats(0, 5000), st.data())
def test_the_pace_is_finite_and_of_the_slides_stage(
    stages: tuple[StagePlan, ...], lesson: float, stage: float, data: st.DataObject
) -> None:
    current = data.draw(st.integers(0, stages[-1].slides[-1]))
    now = pace(stages, current, lesson, stage)
    entry = next(entry for entry in stages if current in entry.slides)
    assert (now.stage, now.stage_seconds, now.stage_left) == (
        entry.stage,
        entry.seconds,
        entry.seconds - stage,
    )
    assert math.isfinite(now.behind)
    assert now.room is None or now.behind > 0
