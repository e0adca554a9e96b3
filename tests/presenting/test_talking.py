"""Think, pair, share, one step after another; its times; and the soft end of every timer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Discuss, Stage, TalkStep
from rse_lessons.presenting.discuss import DiscussState
from rse_lessons.presenting.session import Shows, What
from rse_lessons.presenting.timer import Timer
from tests.presenting.rooms import AT, LESSON, Clock, Room, lesson_of, slide

STEPS = (TalkStep("think", 60), TalkStep("pair", 120), TalkStep("share", 180))
TALK = Discuss("talk", AT, "What helps?", 360, "think-pair-share", (), STEPS)
PLAIN = Discuss("plain", AT, "Talk.", 90)
TALKING = lesson_of(
    slide("Hello", Stage.WELCOME, 2),
    slide("Talk", Stage.EXPLORE, 6, TALK),
    slide("More", Stage.EXPLORE, 3, PLAIN),
    slide("Help", Stage.SIGNPOST, 2),
)


def room(**options: object) -> Room:
    return Room(TALKING, **({"start": 1} | options))


def step(made: Room) -> int:
    state = made.session.states["talk"]
    assert isinstance(state, DiscussState)
    return state.step


def test_next_leads_through_the_steps_and_then_on_as_a_remote_control_needs() -> None:
    made = room()
    seen = []
    for _ in range(4):
        made.session.next()
        seen.append((made.session.index, step(made), made.session.timer.left()))
    assert seen == [(1, 1, 60), (1, 2, 120), (1, 3, 180), (2, 3, 180)]


def test_a_step_and_its_time_are_told_at_once() -> None:
    made = room()
    made.session.next()
    assert made.told == [{What.BLOCK, What.TIMER}]


def test_no_step_is_left_by_itself_and_time_is_counted_on() -> None:
    made = room()
    made.session.start_timer()
    made.clock.turn(95)
    assert step(made) == 1
    assert made.session.timer.done
    assert made.session.timer.over() == 35
    made.session.next()
    assert (step(made), made.session.timer.left()) == (2, 120)


def test_the_teacher_goes_back_a_step_and_to_before_the_first() -> None:
    made = room()
    made.session.next()
    made.session.next()
    made.clock.turn(30)
    assert made.session.do("talk", "undo")
    assert (step(made), made.session.timer.left()) == (1, 60)
    made.session.do("talk", "undo")
    assert (step(made), made.session.timer.started) == (0, False)
    assert not made.session.do("talk", "undo")


def test_beginning_again_puts_the_timer_away() -> None:
    made = room()
    made.session.do("talk", "choose", "share")
    assert (step(made), made.session.timer.left()) == (3, 180)
    assert made.session.do("talk", "again")
    assert (step(made), made.session.timer.started, made.session.timer_block) == (0, False, "")


def test_the_timer_key_starts_the_time_of_the_step_that_was_reached() -> None:
    made = room(states={"talk": {"step": 2}})
    assert not made.session.timer.started
    made.session.start_timer()
    assert (step(made), made.session.timer.left(), made.session.timer_block) == (2, 120, "talk")
    made.session.stop_timer()
    assert step(made) == 2


def test_pressing_the_step_that_is_on_starts_its_time_and_never_cuts_it() -> None:
    made = room(states={"talk": {"step": 2}})
    assert made.session.do("talk", "choose", "pair")
    made.clock.turn(20)
    assert not made.session.do("talk", "choose", "pair")
    assert made.session.timer.left() == 100
    assert not made.session.do("talk", "choose", "sing")


def test_by_keyboard_enter_goes_to_a_step_and_holds_the_timer() -> None:
    made = room()
    session = made.session
    session.enter_activity()
    session.act()
    session.move_focus(1)
    session.act()
    assert (step(made), session.timer.left()) == (2, 120)
    session.move_focus(5)
    assert session.focus is not None
    assert session.focus.position == 3
    session.act()
    assert session.timer.paused
    session.act()
    assert session.timer.running
    made.clock.turn(500)
    session.act()
    assert (step(made), session.timer.left()) == (2, 120)


def test_the_keyboard_goes_along_with_the_steps_but_stays_at_the_timer() -> None:
    made = room()
    made.session.enter_activity()
    made.session.do("talk", "reveal")
    made.session.do("talk", "reveal")
    assert made.session.focus is not None
    assert made.session.focus.position == 1
    made.session.move_focus(9)
    made.session.do("talk", "reveal")
    assert made.session.focus.position == 3


def test_a_restart_comes_back_to_the_step_that_was_reached() -> None:
    made = room()
    made.session.next()
    made.session.next()
    kept = made.of("block")
    assert kept == [
        {"block": "talk", "state": {"step": 1}},
        {"block": "talk", "state": {"step": 2}},
    ]
    again = room(states={"talk": kept[-1]["state"]})
    assert step(again) == 2


@pytest.mark.parametrize(
    "data", [{}, {"step": "2"}, {"step": True}, {"step": None}, {"step": -3}, "no", None]
)
def test_kept_data_that_makes_no_sense_is_the_beginning(data: object) -> None:
    assert step(room(states={"talk": data})) == 0


def test_a_step_that_the_lesson_no_longer_has_is_its_last() -> None:
    assert step(room(states={"talk": {"step": 9}})) == 3


def test_a_discussion_without_steps_lets_next_leave_at_once() -> None:
    made = room(start=2)
    assert not made.session.do("plain", "reveal")
    made.session.next()
    assert made.session.index == 3
    assert made.of("block") == []


def test_a_time_that_is_over_goes_when_the_class_goes_on_and_not_before() -> None:
    made = room(start=2)
    made.session.start_timer()
    made.clock.turn(100)
    made.session.freeze()
    made.session.next()
    assert made.session.timer.over() == 10
    made.session.show(Shows.LIVE)
    assert not made.session.timer.started


def test_a_time_that_runs_goes_along_to_the_next_slide() -> None:
    made = room(start=2)
    made.session.start_timer()
    made.clock.turn(30)
    made.session.next()
    assert made.session.timer.left() == 60


def test_a_minute_more_after_the_end_begins_now() -> None:
    made = room(start=2)
    made.session.start_timer()
    made.clock.turn(120)
    made.session.add_time(60)
    assert (made.session.timer.left(), made.session.timer.over(), made.session.timer.done) == (60, 0, False)


@pytest.mark.parametrize(
    ("total", "gone", "nearly"),
    [(60, 49, False), (60, 50, True), (60, 59, True), (60, 60, False), (20, 14, False), (20, 15, True)],
)
def test_the_last_seconds_are_the_last_ten_or_a_quarter(total: int, gone: int, nearly: bool) -> None:
    clock = Clock()
    timer = Timer(clock)
    assert not timer.nearly
    timer.start(total)
    clock.turn(gone)
    assert timer.nearly is nearly


verbs = st.sampled_from(["reveal", "undo", "again", "think", "pair", "share", "next", "time", "start", "act"])


@settings(max_examples=40)
@given(st.lists(verbs, max_size=25))
def test_whatever_is_done_the_time_is_that_of_the_step(done: list[str]) -> None:
    made = room()
    session = made.session
    session.enter_activity()
    for word in done:
        before = step(made)
        if word in ("reveal", "undo", "again"):
            session.do("talk", word)
        elif word in ("think", "pair", "share"):
            session.do("talk", "choose", word)
        elif word == "time":
            made.clock.turn(45)
        else:
            {"next": session.next, "start": session.start_timer, "act": session.act}[word]()
        if session.index != 1:
            session.go_to(1)
            session.enter_activity()
        if step(made) != before and step(made):
            assert session.timer.total == STEPS[step(made) - 1].seconds
        if session.timer_block == "talk":
            assert session.timer.started
            assert step(made) > 0


@given(st.integers(0, len(LESSON.slides) - 1), st.floats(-60, 4000), st.floats(0, 3000))
def test_lost_time_never_takes_from_help_or_from_coming_out_of_role(
    start: int, left: float, gone: float
) -> None:
    made = Room(start=start)
    kept = {Stage.SIGNPOST: 120, Stage.DISTANCE: 60}
    made.clock.turn(gone)
    foreseen = made.session.plan_for(left)
    made.session.lost_time(left)
    assert made.session.plan == foreseen
    assert {e.stage: e.seconds for e in made.session.plan if e.stage in kept} == kept
    made.session.lost_time(left / 2)
    assert {e.stage: e.seconds for e in made.session.plan if e.stage in kept} == kept
