"""How a lesson went, made of what was kept: times, what was left out, hands, and what to do next time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.report import Next, Report, Way, report
from tests.presenting.rooms import LESSON, Room

PLANNED = {
    "welcome": 120, "ground-rules": 120, "baseline": 180, "explore": 720, "practise": 600,
    "check": 180, "endpoint": 180, "distance": 60, "signpost": 120, "close": 120,
}  # fmt: skip
BOTH: dict[str, dict[str, int | None]] = {
    "before": {"asha": 12, "ben": None},
    "after": {"asha": 21, "ben": 6},
}


def told(
    seconds: dict[str, float] | None = None,
    *,
    tallies: dict[str, dict[str, int | None]] | None = None,
    seen: set[int] | None = None,
    slide: int = 10,
    finished: bool = True,
) -> Report:
    return report(
        LESSON,
        stage_seconds=PLANNED | (seconds or {}),
        tallies=BOTH if tallies is None else tallies,
        seen=set(range(1, 11)) if seen is None else seen,
        slide=slide,
        finished=finished,
    )


def ways(found: Report) -> dict[str, str]:
    return {str(entry.stage): str(entry.way) for entry in found.stages if entry.way is not Way.TAKEN}


def test_a_lesson_that_went_as_planned_says_so() -> None:
    found = told()
    assert [entry.planned for entry in found.stages] == list(PLANNED.values())
    assert found.planned == found.taken == 2400
    assert found.left_out == ()
    assert found.advice.next is Next.AS_IT_IS


def test_hands_stand_side_by_side_and_fewer_than_five_stay_untold() -> None:
    (counted,) = told().counted
    assert (counted.question, counted.when) == ("Who helps?", ("before", "after"))
    assert counted.rows == (("Asha", (12, 21)), ("Ben", (None, 6)))


def test_a_vote_that_was_not_taken_again_is_to_be_counted_next_time() -> None:
    found = told(tallies={"before": {"asha": 12, "ben": 8}})
    assert found.counted[0].when == ("before",)
    assert (found.advice.next, found.advice.stage) == (Next.COUNT_AFTER, Stage.ENDPOINT)
    assert told(tallies={}).counted == ()


def test_a_stage_of_a_few_seconds_was_left_out() -> None:
    found = told({"check": 4})
    assert ways(found) == {"check": "left-out"}
    assert [entry.stage for entry in found.left_out] == [Stage.CHECK]
    assert found.left_out[0].left_out == ()


def test_slides_that_were_passed_over_are_named_and_the_beginning_is_not_guessed() -> None:
    found = told(seen={1, 2, 3, 5, 6, 7, 8, 9, 10})
    assert [(entry.stage, entry.left_out) for entry in found.left_out] == [(Stage.EXPLORE, (4,))]
    assert told(seen={6, 7, 8, 9, 10}).left_out == ()


def test_a_lesson_that_stopped_has_stages_that_were_not_reached() -> None:
    found = told({"check": 0, "endpoint": 0, "distance": 0, "signpost": 0, "close": 0},
                 seen={1, 2, 3, 4, 5}, slide=5, finished=False)  # fmt: skip
    assert ways(found) == dict.fromkeys(["check", "endpoint", "distance", "signpost", "close"], "not-reached")
    assert (found.advice.next, found.advice.slide) == (Next.GO_ON, 5)


def test_past_help_the_rest_is_for_next_time() -> None:
    found = told({"close": 0}, seen=set(range(1, 10)), slide=9, finished=False)
    assert (found.advice.next, found.advice.slide) == (Next.FINISH, 9)


@pytest.mark.parametrize(
    ("seconds", "next_time", "stage", "off"),
    [
        ({"signpost": 30, "explore": 2000}, Next.SHOW_HELP, Stage.SIGNPOST, 0),
        ({"signpost": 41}, Next.AS_IT_IS, None, 0),
        ({"distance": 5}, Next.OUT_OF_ROLE, Stage.DISTANCE, 0),
        ({"explore": 900, "practise": 300}, Next.MORE, Stage.PRACTISE, 300),
        ({"check": 4}, Next.LEFT_OUT, Stage.CHECK, 180),
        ({"explore": 1020, "practise": 500}, Next.LESS, Stage.EXPLORE, 300),
        ({"explore": 800, "practise": 500}, Next.AS_IT_IS, None, 0),
    ],
)
def test_one_thing_is_said_for_next_time_and_safety_comes_first(
    seconds: dict[str, float], next_time: Next, stage: Stage | None, off: int
) -> None:
    advice = told(seconds).advice
    assert (advice.next, advice.stage, advice.seconds) == (next_time, stage, off)


def test_what_a_session_records_comes_out_in_its_report() -> None:
    room = Room()
    for _ in range(4):
        room.clock.turn(100)
        room.session.next()
    room.session.suspend()
    seconds: dict[str, float] = {}
    for event in room.of("stage"):
        seconds[str(event["stage"])] = seconds.get(str(event["stage"]), 0) + float(str(event["seconds"]))
    seen = {int(str(event["slide"])) for event in room.of("slide")}
    found = report(LESSON, stage_seconds=seconds, tallies={}, seen=seen, slide=4, finished=False)
    taken = {str(entry.stage): entry.taken for entry in found.stages if entry.taken}
    assert taken == {"welcome": 100, "ground-rules": 100, "baseline": 100, "explore": 100}
    assert found.left_out == ()


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from([*PLANNED, "nonsense"]), st.floats() | st.integers(-9, 9999)),
    st.sets(st.integers(-5, 40)),
    st.integers(0, 40),
    st.booleans(),
)
def test_a_report_is_made_of_anything_that_was_kept(
    seconds: dict[str, float], seen: set[int], slide: int, finished: bool
) -> None:
    found = report(LESSON, stage_seconds=seconds, tallies={}, seen=seen, slide=slide, finished=finished)
    assert [str(entry.stage) for entry in found.stages] == list(PLANNED)
    assert found.taken >= 0
    assert 0 <= found.advice.slide < len(LESSON.slides)
    for entry in found.stages:
        assert set(entry.left_out) <= set(range(len(LESSON.slides)))
        assert not (entry.way is Way.NOT_REACHED and finished)
