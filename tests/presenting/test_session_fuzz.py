"""Whatever is pressed in whatever order, the session stays a place from which everything works."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.activity import from_data, to_data
from rse_lessons.presenting.session import Session, Shows
from rse_lessons.presenting.slides import blocks_of
from tests.presenting.rooms import LESSON, Room, marked

BLOCKS = blocks_of(LESSON.slides)
NAMES = [*BLOCKS, "nobody"]
WORDS = ["a", "b", "c", "asha", "ben", "listen", "pass", ""]
MARKED = marked(LESSON, 0, 3, 4, 7, 9, 10)


def resumed(room: Room) -> Room:
    """Begin again from nothing but what was recorded, as it comes back from the disk."""
    events: list[tuple[str, Mapping[str, object]]] = json.loads(json.dumps(room.events))
    states = {data["block"]: data["state"] for kind, data in events if kind == "block"}
    slide = next(data["slide"] for kind, data in reversed(events) if kind in ("slide", "started"))
    seen = [data["slide"] for kind, data in events if kind == "slide"]
    return Room(room.session.lesson, start=slide, states=states, seen=seen)


def check_the_class_sees_only_what_was_shown(session: Session) -> None:
    held_back = session.is_pending(session.class_index)
    assert not held_back or session.nothing_shown
    assert (session.shows is Shows.PRIVATE) <= session.pending
    if session.shows is Shows.LIVE:
        assert (session.index, session.pending) == (session.class_index, False)


def check_it_all_works(session: Session) -> None:
    count = len(session.slides)
    assert 0 <= session.index < count
    assert 0 <= session.class_index < count
    for _ in range(4):
        session.leave()
    assert not session.leave()
    calm = session.nothing_shown
    expected = (Shows.PRIVATE if calm else Shows.LIVE, None, session.index)
    assert (session.shows, session.focus, session.class_index) == expected
    session.show(Shows.SAFE)
    assert session.shows is Shows.SAFE
    session.leave()
    here = session.index
    while session.index == here and session.next():
        check_the_class_sees_only_what_was_shown(session)
    assert session.index == min(count - 1, here + 1)
    session.back()
    assert session.index == max(0, min(count - 1, here + 1) - 1)


class Teacher(RuleBasedStateMachine):
    """Presses everything there is."""

    lesson = LESSON

    def __init__(self) -> None:
        super().__init__()
        self.room = Room(self.lesson)
        self.session = self.room.session

    @rule(
        name=st.sampled_from(["next", "back", "first", "last", "live", "freeze", "lock", "unlock", "leave"])
        | st.sampled_from(["show_this", "start"])
    )
    def press(self, name: str) -> None:
        self.told_once(getattr(self.session, name))

    @rule(
        name=st.sampled_from(
            ["enter_activity", "leave_activity", "act", "toggle_pause", "start_timer", "stop_timer"]
        )
    )
    def use(self, name: str) -> None:
        self.told_once(getattr(self.session, name))

    @rule(index=st.integers(-2, 13))
    def go_to(self, index: int) -> None:
        self.told_once(lambda: self.session.go_to(index))

    @rule(shows=st.sampled_from(list(Shows)))
    def show(self, shows: Shows) -> None:
        self.told_once(lambda: self.session.show(shows))

    @rule(
        block=st.sampled_from(NAMES),
        word=st.sampled_from(WORDS),
        verb=st.sampled_from(["choose", "reveal", "reset"]),
    )
    def touch(self, block: str, word: str, verb: str) -> None:
        words = (word,) if verb == "choose" else ()
        self.told_once(lambda: getattr(self.session, verb)(block, *words))

    @rule(
        block=st.sampled_from(NAMES),
        word=st.sampled_from(WORDS),
        count=st.integers(-120, 120),
        by=st.booleans(),
    )
    def hands(self, block: str, word: str, count: int, by: bool) -> None:
        step = self.session.tally if by else self.session.set_tally
        self.told_once(lambda: step(block, word, count))

    @rule(digit=st.integers(0, 9), step=st.integers(-3, 3))
    def keys(self, digit: int, step: int) -> None:
        self.told_once(lambda: self.session.move_focus(step))
        self.session.type_digit(digit)

    @rule(seconds=st.integers(0, 4000))
    def time_goes(self, seconds: int) -> None:
        self.room.clock.turn(seconds)

    @rule(seconds=st.integers(-60, 4000))
    def time_is_lost(self, seconds: int) -> None:
        self.told_once(lambda: self.session.lost_time(seconds))
        self.told_once(lambda: self.session.add_time(seconds))

    def told_once(self, step: Callable[[], bool]) -> None:
        before = len(self.room.told)
        changed = step()
        assert len(self.room.told) - before == int(changed)
        assert all(self.room.told[before:])

    @invariant()
    def it_stands_somewhere(self) -> None:
        session = self.session
        assert 0 <= session.index < len(session.slides)
        assert 0 <= session.class_index < len(session.slides)
        focus = session.focus
        assert focus is None or focus.block_id in blocks_of([session.slides[session.index]])
        assert session.pace().stage is session.slides[session.class_index].stage
        check_the_class_sees_only_what_was_shown(session)

    @invariant()
    def it_can_be_gone_on_with(self) -> None:
        again = resumed(self.room)
        assert again.session.index == self.session.class_index
        assert again.session.nothing_shown == self.session.nothing_shown
        for block_id, state in self.session.states.items():
            assert again.session.state(block_id) == from_data(BLOCKS[block_id], to_data(state))

    def teardown(self) -> None:
        self.session.suspend()
        recorded = sum(int(str(data["seconds"])) for data in self.room.of("stage"))
        assert abs(recorded - self.session.seconds_in_lesson()) < 1 * len(self.session.plan)
        assert self.room.kinds().count("finished") == int(self.session.finished)
        check_it_all_works(self.session)


Teacher.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestTeacher = Teacher.TestCase


class CarefulTeacher(Teacher):
    """Presses everything in a lesson with slides marked sensitive, the first and the last among them."""

    lesson = MARKED


CarefulTeacher.TestCase.settings = Teacher.TestCase.settings
TestCarefulTeacher = CarefulTeacher.TestCase


@pytest.mark.parametrize("lesson", [LESSON, MARKED])
def test_a_thousand_random_lessons_leave_everything_working(lesson: Lesson) -> None:
    dice = random.Random(20)  # noqa: S311  the same lessons each time, nothing secret
    session = Room(lesson).session

    def block() -> str:
        return dice.choice(NAMES)

    def word() -> str:
        return dice.choice(WORDS)

    steps: list[Callable[[], object]] = [
        session.next, session.back, session.freeze, session.enter_activity, session.act, session.leave,
        lambda: session.go_to(dice.randrange(11)),
        lambda: session.show(dice.choice(list(Shows))),
        lambda: session.choose(block(), word()),
        lambda: session.reveal(block()),
        lambda: session.tally(block(), word(), dice.randrange(-2, 9)),
        lambda: session.reset(block()),
        lambda: session.move_focus(dice.choice((-1, 1))),
        lambda: session.type_digit(dice.randrange(10)),
        session.start_timer, session.toggle_pause,
        session.show_this, session.start, session.live, session.last,
        lambda: session.lost_time(dice.randrange(3000)),
    ]  # fmt: skip
    for _ in range(1_000):  # for each of the two
        for _ in range(dice.randrange(1, 8)):
            dice.choice(steps)()
            check_the_class_sees_only_what_was_shown(session)
        check_it_all_works(session)


garbage = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["counts", "chosen", "shown", "revealed", "agreed", *WORDS]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from(NAMES), garbage),
    st.integers(),
    st.dictionaries(st.text(max_size=8), garbage),
)
def test_any_garbage_that_was_kept_gives_a_session_that_works(
    states: dict[str, object], start: int, stage_seconds: dict[str, object]
) -> None:
    room = Room(states=states, start=start, stage_seconds=stage_seconds)
    for block_id, state in room.session.states.items():
        assert from_data(BLOCKS[block_id], to_data(state)) == state
    check_it_all_works(room.session)


@settings(max_examples=40)
@given(garbage)
def test_states_that_are_no_table_at_all_are_passed_over(kept: object) -> None:
    if not isinstance(kept, dict):
        assert Room(states=kept, stage_seconds=kept).session.states == Room().session.states
