"""Moving through a lesson, and what the class sees meanwhile."""

from __future__ import annotations

from functools import partial

import pytest

from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.activity import RevealState
from rse_lessons.presenting.session import Session, Shows, What
from tests.presenting.rooms import LESSON, Room, lesson_of, slide


def test_a_lesson_starts_at_its_first_slide_live_and_says_so() -> None:
    room = Room()
    assert (room.session.index, room.session.class_index, room.session.shows) == (0, 0, Shows.LIVE)
    assert room.events == [("started", {"slides": 11, "slide": 0})]
    assert room.told == []


def test_next_and_back_move_by_one_and_stop_at_the_ends() -> None:
    room = Room()
    assert not room.session.back()
    assert room.session.next()
    assert room.session.index == 1
    assert room.session.back()
    assert room.session.index == 0
    assert room.told == [{What.SLIDE}, {What.SLIDE}]
    assert room.of("slide") == [{"slide": 1}, {"slide": 0}]


def test_next_shows_hidden_lines_before_it_moves_and_back_leaves_them_shown() -> None:
    room = Room(start=4)
    way = [room.session.index]
    for step in (
        room.session.next,
        room.session.next,
        room.session.next,
        room.session.back,
        room.session.next,
    ):
        step()
        way.append(room.session.index)
    assert way == [4, 4, 4, 5, 4, 5]
    assert room.session.state("ways") == RevealState(2)
    assert room.of("block")[-1] == {"block": "ways", "state": {"shown": 2}}


def test_go_to_takes_only_slides_that_exist() -> None:
    room = Room()
    for nowhere in (-1, 11, 99, 0):
        assert not room.session.go_to(nowhere)
    assert room.told == []
    assert room.session.go_to(7)
    assert room.session.index == 7


def test_reaching_the_close_finishes_the_lesson_once() -> None:
    room = Room()
    room.session.go_to(9)
    before = room.session.finished
    room.session.next()
    assert (before, room.session.finished) == (False, True)
    room.session.next()
    room.session.back()
    room.session.next()
    assert room.session.index == 10
    assert room.kinds().count("finished") == 1


def test_going_on_at_the_last_slide_finishes_a_lesson_opened_there() -> None:
    room = Room(start=10)
    before = room.session.finished
    assert room.session.next()
    assert (before, room.session.finished) == (False, True)


def test_a_lesson_without_a_close_is_finished_at_its_last_slide() -> None:
    room = Room(lesson_of(slide("One", Stage.WELCOME, 1), slide("Two", Stage.EXPLORE, 1)))
    room.session.last()
    assert room.session.finished


def test_a_lesson_without_slides_is_refused() -> None:
    with pytest.raises(ValueError, match="no slide"):
        Session(lesson_of(), clock=lambda: 0.0)


@pytest.mark.parametrize("start", [-3, 0, 10, 400])
def test_any_start_is_brought_into_the_lesson(start: int) -> None:
    assert 0 <= Room(start=start).session.index <= 10


def test_frozen_keeps_the_slide_until_the_class_is_let_go() -> None:
    room = Room(start=2)
    room.session.freeze()
    room.session.next()
    assert (room.session.index, room.session.class_index, room.session.shows) == (3, 2, Shows.FROZEN)
    assert room.of("slide") == []
    room.session.freeze()
    assert (room.session.index, room.session.class_index, room.session.shows) == (3, 3, Shows.LIVE)
    assert room.of("slide") == [{"slide": 3}]


def test_frozen_keeps_what_the_class_sees_of_an_activity_too() -> None:
    room = Room(start=3)
    room.session.choose("who", "a")
    seen = dict(room.session.class_states)
    room.session.freeze()
    room.session.reveal("who")
    assert room.session.class_states == seen
    room.session.live()
    assert room.session.class_states == room.session.states != seen


@pytest.mark.parametrize("cover", [Shows.BLACK, Shows.WHITE, Shows.SAFE, Shows.HELP])
@pytest.mark.parametrize("frozen", [False, True])
def test_a_cover_pressed_twice_leads_back_to_what_was_before(cover: Shows, frozen: bool) -> None:
    room = Room(start=3)
    if frozen:
        room.session.freeze()
    before = (room.session.index, room.session.class_index, room.session.shows, room.session.class_states)
    room.session.show(cover)
    assert room.session.shows is cover
    room.session.show(cover)
    assert (
        room.session.index,
        room.session.class_index,
        room.session.shows,
        room.session.class_states,
    ) == before
    assert room.told[-2:] == [{What.SHOWS}, {What.SHOWS}]


def test_one_cover_takes_the_place_of_another() -> None:
    room = Room(start=3)
    seen, leave = [], partial(room.session.leave)
    for step in (partial(room.session.show, Shows.BLACK), partial(room.session.show, Shows.SAFE), leave):
        assert step()
        seen.append(room.session.shows)
    assert seen == [Shows.BLACK, Shows.SAFE, Shows.LIVE]


def test_freezing_from_under_a_cover_uncovers_the_slide() -> None:
    room = Room(start=3)
    room.session.show(Shows.BLACK)
    room.session.freeze()
    assert (room.session.shows, room.session.class_index) == (Shows.FROZEN, 3)


def test_live_shows_the_teachers_slide_from_anywhere() -> None:
    room = Room()
    room.session.freeze()
    room.session.next()
    room.session.show(Shows.HELP)
    room.session.live()
    assert (room.session.shows, room.session.class_index) == (Shows.LIVE, 1)
    assert not room.session.live()


def test_leave_goes_back_one_level_at_a_time() -> None:
    room = Room(start=3)
    room.session.freeze()
    room.session.show(Shows.SAFE)
    room.session.enter_activity()
    left = []
    while room.session.leave():
        left.append((room.session.focus, room.session.shows))
    assert left == [(None, Shows.SAFE), (None, Shows.FROZEN), (None, Shows.LIVE)]
    assert not room.session.leave()


def test_locking_is_told_and_locking_twice_is_not() -> None:
    room = Room()
    assert room.session.lock()
    assert not room.session.lock()
    assert room.session.locked
    assert room.session.unlock()
    assert room.told == [{What.LOCK}, {What.LOCK}]


def test_who_unsubscribes_hears_no_more() -> None:
    room = Room()
    heard: list[frozenset[What]] = []
    unsubscribe = room.session.subscribe(heard.append)
    room.session.next()
    unsubscribe()
    unsubscribe()
    room.session.next()
    assert heard == [{What.SLIDE}]


def test_nothing_is_recorded_when_nobody_asks_for_it() -> None:
    session = Session(LESSON, clock=lambda: 0.0, class_label="8 Hazel")
    assert session.next()
    assert session.class_label == "8 Hazel"
    assert session.lesson is LESSON
