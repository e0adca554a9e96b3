"""The clocks of a session: stages, pace, lost time, the countdown."""

from __future__ import annotations

import pytest

from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.session import What
from tests.presenting.rooms import Room


def test_a_stage_left_is_recorded_with_its_seconds() -> None:
    room = Room()
    room.clock.turn(100.4)
    room.session.next()
    room.clock.turn(50)
    room.session.next()
    assert room.of("stage") == [
        {"stage": "welcome", "seconds": 100},
        {"stage": "ground-rules", "seconds": 50},
    ]
    assert room.session.seconds_in_lesson() == pytest.approx(150.4)
    assert room.session.seconds_in_stage() == 0
    assert room.session.seconds_in_stage(Stage.WELCOME) == pytest.approx(100.4)


def test_a_stage_of_two_slides_is_one_stretch_of_time() -> None:
    room = Room(start=3)
    room.clock.turn(60)
    room.session.next()
    room.clock.turn(60)
    assert room.of("stage") == []
    assert room.session.seconds_in_stage() == 120


def test_time_belongs_to_the_stage_that_the_class_is_in() -> None:
    room = Room(start=2)
    room.session.freeze()
    room.session.next()
    room.clock.turn(30)
    assert room.session.seconds_in_stage(Stage.BASELINE) == 30
    assert room.session.seconds_in_stage(Stage.EXPLORE) == 0


def test_closing_the_console_loses_no_time_and_counts_none_after() -> None:
    room = Room()
    room.clock.turn(70)
    room.session.suspend()
    room.clock.turn(900)
    room.session.suspend()
    assert room.of("stage") == [{"stage": "welcome", "seconds": 70}]
    room.session.resume()
    room.clock.turn(5)
    assert room.session.seconds_in_lesson() == 75


def test_finishing_records_what_is_owed_and_that_it_is_taught() -> None:
    room = Room(start=5)
    room.clock.turn(12)
    assert room.session.finish()
    assert not room.session.finish()
    assert room.events[1:] == [("finished", {}), ("stage", {"stage": "practise", "seconds": 12})]


def test_a_pc_that_slept_does_not_make_a_long_lesson() -> None:
    room = Room()
    room.clock.turn(5 * 3600)
    assert room.session.seconds_in_lesson() == 30 * 60


def test_the_pace_is_behind_by_what_earlier_stages_took_too_long() -> None:
    room = Room()
    room.clock.turn(4 * 60)
    assert room.session.pace().behind == 120
    room.session.next()
    room.clock.turn(60)
    pace = room.session.pace()
    assert (pace.stage, pace.stage_seconds, pace.stage_left, pace.behind) == (
        Stage.GROUND_RULES,
        120,
        60,
        120,
    )
    assert pace.room is Stage.EXPLORE
    room.session.go_to(5)
    assert room.session.pace().behind < 0


def test_who_starts_in_the_middle_is_on_time() -> None:
    room = Room(start=5)
    room.clock.turn(60)
    assert room.session.pace().behind == 0


def test_going_on_another_day_counts_the_time_of_the_first() -> None:
    room = Room(
        start=3, stage_seconds={"welcome": 200, "ground-rules": 120.0, "baseline": 180, "nonsense": 9}
    )
    room.clock.turn(60)
    assert room.session.seconds_in_lesson() == 560
    assert room.session.pace().behind == 80
    room.session.suspend()
    assert room.of("stage") == [{"stage": "explore", "seconds": 60}]


def test_lost_time_shortens_the_plan_and_the_class_is_on_time_again() -> None:
    room = Room()
    room.clock.turn(10 * 60)
    room.session.go_to(3)
    assert room.session.pace().behind == 180
    assert room.session.lost_time(20 * 60)
    assert room.told[-1] == {What.PLAN}
    assert room.session.pace().behind == 0
    assert room.session.seconds_planned() <= 20 * 60
    kept = {entry.stage: entry.seconds for entry in room.session.plan}
    assert (kept[Stage.SIGNPOST], kept[Stage.DISTANCE], kept[Stage.CLOSE]) == (120, 60, 120)
    room.clock.turn(13 * 60)
    assert room.session.pace().behind > 0


def test_time_found_again_brings_the_full_plan_back() -> None:
    room = Room()
    full = room.session.plan
    room.session.lost_time(10 * 60)
    assert room.session.plan != full
    room.session.lost_time(60 * 60)
    assert room.session.plan == full


def test_too_little_time_for_anything_says_how_much_is_missing() -> None:
    room = Room(start=8)
    room.session.lost_time(60)
    assert room.session.pace().behind == room.session.seconds_planned() - 60 == 180


def test_the_timer_takes_the_slides_discussion_or_two_minutes() -> None:
    room = Room()
    room.session.start_timer()
    assert (room.session.timer.left(), room.session.timer_block) == (120, "")
    room.session.go_to(3)
    room.session.start_timer()
    assert (room.session.timer.left(), room.session.timer_block) == (180, "talk")
    room.session.start_timer(45)
    assert room.session.timer.left() == 45


def test_the_timer_is_held_lengthened_and_put_away_and_each_is_told() -> None:
    room = Room()
    assert not room.session.toggle_pause()
    assert not room.session.add_time(60)
    assert not room.session.stop_timer()
    assert room.told == []
    room.session.start_timer(60)
    room.clock.turn(10)
    room.session.toggle_pause()
    room.clock.turn(100)
    room.session.toggle_pause()
    room.session.add_time(30)
    assert room.session.timer.left() == 80
    room.session.stop_timer()
    assert not room.session.timer.started
    assert room.told == [{What.TIMER}] * 5
