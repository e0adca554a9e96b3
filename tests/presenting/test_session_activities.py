"""What is done with the blocks of a slide, by hand and by keyboard, and what is kept of it."""

from __future__ import annotations

import pytest

from rse_lessons.presenting.activity import GroundRulesState, QuizState, RevealState, VoteState
from rse_lessons.presenting.session import Focus, What
from rse_lessons.progress.facts.events import check
from tests.presenting.rooms import Room


def test_a_single_answer_takes_the_place_of_the_one_before() -> None:
    room = Room(start=3)
    room.session.choose("who", "a")
    room.session.choose("who", "b")
    assert room.session.state("who") == QuizState(("b",))
    room.session.choose("who", "b")
    assert room.session.state("who") == QuizState()


def test_several_answers_are_each_chosen_and_let_go() -> None:
    room = Room(start=5)
    for name in ("c", "a", "b", "b"):
        room.session.choose("all", name)
    assert room.session.state("all") == QuizState(("a", "c"))


def test_revealing_is_told_once_and_undone_by_a_reset() -> None:
    room = Room(start=3)
    room.session.choose("who", "a")
    assert room.session.reveal("who")
    assert not room.session.reveal("who")
    assert room.session.state("who") == QuizState(("a",), revealed=True)
    assert room.session.reset("who")
    assert not room.session.reset("who")
    assert room.told == [{What.BLOCK}] * 3


@pytest.mark.parametrize("block", ["nobody", "who", "talk", ""])
def test_what_makes_no_sense_changes_nothing(block: str) -> None:
    room = Room(start=3)
    assert not room.session.choose(block, "z")
    assert not room.session.tally(block, "a", 1)
    assert not room.session.do(block, "juggle")
    assert room.told == []
    assert room.kinds() == ["started"]


def test_hands_are_counted_between_0_and_99() -> None:
    room = Room(start=2)
    room.session.tally("before", "asha", 1)
    room.session.set_tally("before", "ben", 250)
    room.session.tally("before", "asha", -5)
    assert room.session.state("before") == VoteState({"asha": 0, "ben": 99}, taken=True)
    room.session.tally("before", "ben", 1)
    assert len(room.told) == 3


def test_counts_under_five_leave_no_trail() -> None:
    room = Room(start=2)
    for _ in range(4):
        room.session.tally("before", "asha", 1)
    assert room.of("tally") == [{"block": "before", "counts": {"asha": None, "ben": None}}]
    room.session.tally("before", "asha", 1)
    assert room.of("tally")[-1] == {"block": "before", "counts": {"asha": 5, "ben": None}}
    assert room.of("block")[-1] == {"block": "before", "state": {"counts": {"asha": 5, "ben": None}}}
    assert len(room.of("tally")) == 2


def test_fewer_than_five_is_begun_again_from_nought() -> None:
    room = Room(start=2, states={"before": {"counts": {"asha": None, "ben": 12}}})
    assert room.session.state("before") == VoteState({"asha": None, "ben": 12}, taken=True)
    room.session.tally("before", "asha", 1)
    assert room.session.state("before") == VoteState({"asha": 1, "ben": 12}, taken=True)


def test_a_later_vote_counts_the_options_of_the_first() -> None:
    room = Room()
    room.session.set_tally("after", "ben", 14)
    assert room.session.state("before") == VoteState({"asha": 0, "ben": 0})
    assert room.session.state("after") == VoteState({"asha": 0, "ben": 14}, taken=True)


def test_the_keyboard_walks_through_the_activities_of_a_slide() -> None:
    room = Room(start=3)
    assert room.session.focus is None
    assert not room.session.move_focus(1)
    assert not room.session.act()
    assert room.session.enter_activity()
    assert not room.session.enter_activity()
    places = [room.session.focus]
    while room.session.move_focus(1):
        places.append(room.session.focus)
    assert places == [Focus("talk", 0), Focus("who", 0), Focus("who", 1), Focus("who", 2)]
    assert room.session.move_focus(-2)
    assert room.session.act()
    assert room.session.state("who") == QuizState(("a",))
    room.session.next()
    assert room.session.focus is None


def test_a_slide_without_an_activity_has_nowhere_for_the_keyboard() -> None:
    assert not Room(start=0).session.enter_activity()


def test_acting_on_a_discussion_starts_its_timer_then_holds_it() -> None:
    room = Room(start=3)
    room.session.enter_activity()
    room.session.act()
    assert (room.session.timer.left(), room.session.timer_block) == (180, "talk")
    room.session.act()
    assert room.session.timer.paused
    room.session.act()
    room.clock.turn(200)
    assert room.session.timer.done
    room.session.act()
    assert room.session.timer.left() == 180


def test_acting_counts_one_hand_and_shows_one_line() -> None:
    room = Room(start=2)
    room.session.enter_activity()
    room.session.act()
    assert room.session.state("before") == VoteState({"asha": 1, "ben": 0}, taken=True)
    room = Room(start=4)
    room.session.enter_activity()
    room.session.act()
    assert room.session.state("ways") == RevealState(1)


def test_digits_build_a_count_and_a_new_place_begins_a_new_one() -> None:
    room = Room(start=2)
    assert not room.session.type_digit(1)
    room.session.enter_activity()
    for digit in (1, 3):
        assert room.session.type_digit(digit)
    assert room.session.state("before") == VoteState({"asha": 13, "ben": 0}, taken=True)
    room.session.type_digit(7)
    assert room.session.state("before") == VoteState({"asha": 7, "ben": 0}, taken=True)
    room.session.move_focus(1)
    room.session.type_digit(2)
    room.session.act()
    room.session.type_digit(9)
    assert room.session.state("before") == VoteState({"asha": 7, "ben": 9}, taken=True)


def test_digits_are_left_to_others_where_nothing_is_counted() -> None:
    room = Room(start=5)
    room.session.enter_activity()
    assert not room.session.type_digit(2)


def test_ground_rules_are_agreed_one_by_one() -> None:
    room = Room(start=1)
    room.session.enter_activity()
    room.session.move_focus(1)
    room.session.act()
    room.session.choose("rules", "listen")
    assert room.session.state("rules") == GroundRulesState(("listen", "pass"))
    room.session.choose("rules", "pass")
    assert room.session.state("rules") == GroundRulesState(("listen",))


def test_resetting_a_vote_forgets_that_it_was_taken() -> None:
    room = Room(start=2)
    room.session.set_tally("before", "asha", 9)
    room.session.reset("before")
    assert room.of("block")[-1] == {"block": "before", "state": {}}
    assert room.session.state("before") == VoteState({"asha": 0, "ben": 0})


def test_everything_recorded_is_allowed_by_the_journals_table() -> None:
    room = Room()
    for index in range(len(room.session.slides)):
        room.clock.turn(41.5)
        room.session.go_to(index)
        room.session.enter_activity()
        while room.session.act() and room.session.move_focus(1):
            room.session.type_digit(8)
    room.session.reset("before")
    room.session.finish()
    for kind, data in room.events:
        check(kind, "ask-first", "8 Hazel", data)
    assert {kind for kind, _ in room.events} == {"started", "slide", "stage", "tally", "block", "finished"}
