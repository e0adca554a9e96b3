"""Slides marked sensitive: the teacher sees them first, the class when the teacher shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rse_lessons.presenting.session import Session, Shows, What
from tests.presenting.rooms import LESSON, Room, marked

MARKED = marked(LESSON, 4, 7)
COVERS = [Shows.BLACK, Shows.WHITE, Shows.SAFE, Shows.HELP]


def room(start: int = 3, *marks: int, **options: object) -> Room:
    return Room(marked(LESSON, *marks) if marks else MARKED, start=start, **options)


def where(session: Session) -> tuple[int, int, Shows]:
    return session.index, session.class_index, session.shows


WAYS: list[Callable[[Session], bool]] = [
    Session.next,
    lambda session: session.go_to(4),
    lambda session: session.go_to(7),
]


@pytest.mark.parametrize("go", WAYS)
def test_the_class_goes_on_seeing_the_slide_before(go: Callable[[Session], bool]) -> None:
    made = room()
    seen = made.session.class_states
    assert go(made.session)
    assert (made.session.class_index, made.session.shows) == (3, Shows.PRIVATE)
    assert made.session.pending
    made.session.choose("who", "a")
    assert made.session.class_states == seen
    assert made.of("slide") == []
    assert made.told[0] == {What.SLIDE, What.SHOWS}


@pytest.mark.parametrize("show", [Session.next, Session.live, Session.show_this])
def test_next_and_live_show_it_and_it_is_recorded(show: Callable[[Session], bool]) -> None:
    made = room()
    made.session.next()
    assert show(made.session)
    assert where(made.session) == (4, 4, Shows.LIVE)
    assert not made.session.pending
    assert made.of("slide") == [{"slide": 4}]
    assert made.of("block") == []


@pytest.mark.parametrize("go_back", [Session.back, Session.leave])
def test_back_and_leave_go_to_the_slide_that_the_class_sees(go_back: Callable[[Session], bool]) -> None:
    made = room()
    made.session.go_to(7)
    assert go_back(made.session)
    assert where(made.session) == (3, 3, Shows.LIVE)
    assert made.of("slide") == []
    made.session.go_to(7)
    assert made.session.shows is Shows.PRIVATE


def test_shown_once_it_is_not_held_back_again() -> None:
    made = room()
    for _ in range(2):
        made.session.next()
    made.session.back()
    made.session.go_to(4)
    assert where(made.session) == (4, 4, Shows.LIVE)


def test_a_second_marked_slide_is_looked_at_first_too() -> None:
    made = room(3, 4, 5)
    made.session.next()
    made.session.go_to(5)
    assert where(made.session) == (5, 3, Shows.PRIVATE)
    made.session.next()
    made.session.go_to(4)
    assert where(made.session) == (4, 5, Shows.PRIVATE)


def test_from_a_slide_looked_at_first_any_other_slide_is_shown_at_once() -> None:
    made = room()
    made.session.next()
    made.session.go_to(8)
    assert where(made.session) == (8, 8, Shows.LIVE)


@pytest.mark.parametrize("cover", COVERS)
def test_under_a_cover_it_is_held_back_as_well(cover: Shows) -> None:
    made = room()
    made.session.show(cover)
    made.session.next()
    assert where(made.session) == (4, 3, cover)
    made.session.show(cover)
    assert where(made.session) == (4, 3, Shows.PRIVATE)
    made.session.show(cover)
    assert not made.session.show_this()
    for _ in range(3):
        made.session.next()
    assert where(made.session) == (5, 5, cover)
    made.session.back()
    assert where(made.session) == (4, 5, cover)
    made.session.live()
    assert where(made.session) == (4, 4, Shows.LIVE)


def test_let_go_from_frozen_it_is_asked_for_first() -> None:
    made = room()
    made.session.freeze()
    made.session.next()
    assert where(made.session) == (4, 3, Shows.FROZEN)
    assert made.session.pending
    made.session.freeze()
    assert where(made.session) == (4, 3, Shows.PRIVATE)
    made.session.freeze()
    assert not made.session.show_this()
    made.session.go_to(5)
    assert where(made.session) == (5, 3, Shows.FROZEN)
    made.session.live()
    assert where(made.session) == (5, 5, Shows.LIVE)


def test_starting_over_shows_what_is_looked_at_or_goes_to_the_first_slide_at_once() -> None:
    made = room()
    made.session.next()
    assert made.session.start()
    assert where(made.session) == (4, 4, Shows.LIVE)
    made.session.show(Shows.BLACK)
    made.session.go_to(7)
    assert made.session.start()
    assert where(made.session) == (0, 0, Shows.LIVE)
    assert made.of("slide") == [{"slide": 4}, {"slide": 0}]
    assert len(made.told) == 5


def test_starting_over_at_a_first_slide_that_is_marked_looks_at_it_first() -> None:
    made = room(3, 0)
    made.session.show(Shows.BLACK)
    made.session.start()
    assert where(made.session) == (0, 3, Shows.PRIVATE)


def test_where_to_get_help_is_never_held_back() -> None:
    made = room(8, 9)
    made.session.next()
    assert where(made.session) == (9, 9, Shows.LIVE)


def test_looking_first_is_nothing_that_can_be_chosen() -> None:
    made = room()
    assert not made.session.show(Shows.PRIVATE)
    assert made.told == []


def test_begun_at_a_marked_slide_the_class_sees_a_calm_picture() -> None:
    made = room(4)
    assert where(made.session) == (4, 4, Shows.PRIVATE)
    assert made.session.nothing_shown
    assert not made.session.leave()
    made.session.go_to(7)
    assert (made.session.shows, made.session.nothing_shown) == (Shows.PRIVATE, True)
    made.session.leave()
    made.session.freeze()
    assert (made.session.shows, made.session.nothing_shown) == (Shows.FROZEN, True)
    made.session.live()
    assert (*where(made.session), made.session.nothing_shown) == (4, 4, Shows.LIVE, False)
    assert made.of("slide") == [{"slide": 4}]


def test_back_from_the_first_look_of_all_shows_the_slide_before() -> None:
    made = room(4)
    made.session.back()
    assert (*where(made.session), made.session.nothing_shown) == (3, 3, Shows.LIVE, False)
    first = room(0, 0)
    assert not first.session.back()


def test_what_was_shown_comes_back_and_what_was_not_is_asked_for() -> None:
    assert where(room(4, seen={4, 2, 99}).session) == (4, 4, Shows.LIVE)
    made = room(4, seen=())
    assert made.session.shows is Shows.PRIVATE


def test_a_last_slide_that_is_marked_finishes_when_it_is_shown() -> None:
    made = room(9, 10)
    made.session.next()
    before = made.session.finished
    made.session.next()
    assert (before, made.session.finished) == (False, True)


def test_an_activity_can_be_tried_before_it_is_shown() -> None:
    made = room()
    made.session.go_to(7)
    assert made.session.enter_activity()
    assert made.session.shows is Shows.PRIVATE
    assert made.session.leave()
    assert where(made.session) == (7, 3, Shows.PRIVATE)
