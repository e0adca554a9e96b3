"""Cards put in places: by hand, by tap and by keyboard; undone, begun again, shown one way, kept and read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.arranging import diamond_rows, mixed
from rse_lessons.lesson.model import (
    Band,
    Diamond,
    FrontMatter,
    Lesson,
    Line,
    Option,
    Order,
    Scenario,
    Slide,
    Sort,
    Stage,
    Step,
)
from rse_lessons.presenting.activity import from_data, to_data
from rse_lessons.presenting.boards import BOARDS, STOPS
from rse_lessons.presenting.placing import WAITING, PlacingState
from rse_lessons.presenting.scenario import ScenarioState, here, walked
from tests.presenting.rooms import AT, Room


def cards(count: int, goes: tuple[str, ...] = ("",)) -> tuple[Option, ...]:
    return tuple(Option(f"c{n}", f"Card {n}", AT, goes_to=goes[n % len(goes)]) for n in range(count))


COLUMNS = (Option("ask", "Ask first", AT), Option("free", "No need", AT))
SORT = Sort("sort", AT, "Where?", COLUMNS, cards(6, ("ask", "free")), "Ask.")
ORDER = Order("order", AT, "What first?", cards(4))
LINE = Line("line", AT, "Where do you stand?", ("Agree", "Disagree"), cards(3), "It depends.")
DIAMOND = Diamond("diamond", AT, "What matters?", cards(9))
SCENARIO = Scenario(
    "story",
    AT,
    (
        Step("start", AT, "Rowan has a picture.", "What now?", (
            Option("wait", "Wait", AT, goes_to="asked"), Option("tell", "Tell", AT, goes_to="told"))),
        Step("asked", AT, "Sam says no.", "And now?", (Option("on", "Tell", AT, goes_to="told"),)),
        Step("told", AT, "An adult helps."),
    ),
)  # fmt: skip
BLOCKS: tuple[Any, ...] = (SORT, ORDER, LINE, DIAMOND)
ALL = (*BLOCKS, SCENARIO)
LESSON = Lesson(
    "boards",
    AT.path,
    FrontMatter("Boards", Band.KS3, 30),
    tuple(Slide(block.id, Stage.EXPLORE, 60, (block,), None, AT) for block in ALL),
)


def state_of(room: Room, block_id: str) -> PlacingState:
    state = room.session.state(block_id)
    assert isinstance(state, PlacingState)
    return state


def test_a_card_goes_where_it_is_put_and_back_by_undo() -> None:
    room = Room(LESSON)
    assert room.session.do("sort", "place", "c0", "ask")
    assert room.session.do("sort", "place", "c1", "ask")
    assert state_of(room, "sort").placed == (("c0", "ask"), ("c1", "ask"))
    assert room.session.do("sort", "place", "c0", "free")
    assert room.session.do("sort", "undo")
    assert dict(state_of(room, "sort").placed) == {"c0": "ask", "c1": "ask"}
    assert room.session.do("sort", "place", "c1", WAITING)
    assert dict(state_of(room, "sort").placed) == {"c0": "ask"}


@pytest.mark.parametrize(("card", "place"), [("nobody", "ask"), ("c0", "nowhere"), ("", ""), ("c0", WAITING)])
def test_what_makes_no_sense_changes_nothing(card: str, place: str) -> None:
    room = Room(LESSON)
    assert not room.session.do("sort", "place", card, place)
    assert not room.session.do("sort", "undo")
    assert room.told == []


def test_on_a_single_place_two_cards_change_places() -> None:
    room = Room(LESSON)
    for card, place in (("c0", "1"), ("c1", "2"), ("c0", "2")):
        room.session.do("order", "place", card, place)
    assert dict(state_of(room, "order").placed) == {"c0": "2", "c1": "1"}
    room.session.do("order", "place", "c2", "2")
    assert dict(state_of(room, "order").placed) == {"c2": "2", "c1": "1"}


def test_one_way_to_see_it_hides_nothing_that_the_class_did() -> None:
    room = Room(LESSON)
    room.session.do("sort", "place", "c1", "ask")
    assert room.session.reveal("sort")
    state, board = state_of(room, "sort"), BOARDS[Sort]
    assert board.where(SORT, state) == {card.id: card.goes_to for card in SORT.cards}
    assert room.session.reveal("sort")
    assert board.where(SORT, state_of(room, "sort")) == {"c1": "ask"}


def test_a_board_without_a_way_shows_what_to_take_away_or_nothing() -> None:
    room = Room(LESSON)
    assert room.session.reveal("line")
    assert not room.session.reveal("diamond")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: str(block.id))
def test_by_keyboard_alone_every_card_reaches_every_place(block: Any) -> None:
    board = BOARDS[type(block)]
    for target in board.places(block):
        room = Room(LESSON, start=ALL.index(block))
        session = room.session
        assert session.enter_activity()
        assert session.act()
        held = state_of(room, block.id).held
        assert held
        seen = set()
        ways = ("right", "down", "left", "up")
        for step in range(60):
            if state_of(room, block.id).at == target:
                break
            seen.add(state_of(room, block.id).at)
            session.steer(ways[0] if step < 20 else ways[step % 4])
        assert state_of(room, block.id).at == target, seen
        session.act()
        assert state_of(room, block.id).held == ""
        assert dict(state_of(room, block.id).placed)[held] == target


def test_escape_puts_a_held_card_back_before_it_leaves() -> None:
    room = Room(LESSON)
    room.session.enter_activity()
    room.session.act()
    room.session.steer("right")
    assert room.session.leave()
    assert state_of(room, "sort") == PlacingState()
    assert room.session.focus is not None
    assert room.session.leave()
    assert room.session.focus is None


def test_after_a_card_is_put_down_the_keyboard_is_at_the_next_that_waits() -> None:
    room = Room(LESSON)
    room.session.enter_activity()
    for _card in SORT.cards:
        room.session.act()
        room.session.steer("right")
        room.session.act()
    assert {place for _card, place in state_of(room, "sort").placed} == {"ask"}
    assert [card for card, _place in state_of(room, "sort").placed] == [card.id for card in SORT.cards]


def test_a_tap_picks_up_and_the_next_puts_down() -> None:
    room = Room(LESSON)
    assert room.session.pick("sort", "c3")
    assert room.session.focus is not None
    assert room.session.do("sort", "put", "free")
    assert dict(state_of(room, "sort").placed) == {"c3": "free"}
    assert not room.session.do("sort", "put", "ask")
    assert not room.session.pick("nobody", "c3")
    assert not room.session.pick("story", "c3")


def test_in_a_diamond_up_and_down_go_to_the_nearest_place() -> None:
    board = BOARDS[Diamond]
    places = board.places(DIAMOND)
    assert diamond_rows(9) == [1, 2, 3, 2, 1]
    assert diamond_rows(5) == [1, 2, 2]
    ways: Callable[[str, str], str] = lambda at, way: board.step(places, at, way)  # noqa: E731
    assert ways("1", "down") in ("2", "3")
    assert ways("5", "up") in ("2", "3")
    assert ways("4", "down") == "7"
    assert ways("6", "down") == "8"
    assert ways("9", "down") == "9"
    assert ways("1", "up") == "1"


def test_a_line_has_as_many_stops_as_are_drawn() -> None:
    assert len(BOARDS[Line].places(LINE)) == STOPS


def test_what_waits_is_mixed_and_always_the_same() -> None:
    assert mixed(ORDER.steps) == mixed(ORDER.steps)
    assert [step.id for step in mixed(ORDER.steps)] != [step.id for step in ORDER.steps]


VERBS = st.sampled_from(["place", "pick", "put", "undo", "again", "reveal"])
WORD = st.sampled_from(["c0", "c1", "c2", "c8", "ask", "free", "1", "4", "9", "", "x"])


@settings(max_examples=40)
@given(
    st.sampled_from(BLOCKS),
    st.lists(st.tuples(VERBS, WORD, WORD) | st.sampled_from(["left", "right", "up", "down", "act", "leave"])),
)
def test_whatever_is_done_each_card_has_one_place_and_comes_back_from_the_records(
    block: Any, steps: list[tuple[str, str, str] | str]
) -> None:
    room = Room(LESSON, start=ALL.index(block))
    session, board = room.session, BOARDS[type(block)]
    session.enter_activity()
    for step in steps:
        before = len(room.told)
        if isinstance(step, str):
            changed = getattr(session, step)() if step in ("act", "leave") else session.steer(step)
        else:
            verb, one, two = step
            words = {"place": (one, two), "pick": (one,), "put": (one,)}.get(verb, ())
            changed = session.pick(block.id, one) if verb == "pick" else session.do(block.id, verb, *words)
        assert len(room.told) - before == int(changed)
        state = state_of(room, block.id)
        placed = dict(state.placed)
        assert len(placed) == len(state.placed)
        assert set(placed) <= {card.id for card in board.cards(block)}
        assert set(placed.values()) <= set(board.places(block))
        assert not board.single or len(set(placed.values())) == len(placed)
        assert sorted(board.order(block, state)) == sorted(card.id for card in board.cards(block))
        assert not session.focus or session.focus.position < len(board.order(block, state))
        kept = from_data(block, json.loads(json.dumps(to_data(state))))
        assert kept == PlacingState(state.placed, state.shown)


@settings(max_examples=40)
@given(
    st.sampled_from(ALL),
    st.recursive(st.none() | st.integers() | st.text(max_size=4), st.lists)
    | st.dictionaries(
        st.sampled_from(["placed", "shown", "path"]),
        st.lists(st.lists(WORD, max_size=3)) | st.booleans() | st.lists(WORD),
    ),
)
def test_kept_data_that_makes_no_sense_is_passed_over(block: Any, data: object) -> None:
    state = from_data(block, data)
    assert state is not None
    assert from_data(block, json.loads(json.dumps(to_data(state)))) == state


def test_a_story_goes_on_back_and_begins_again() -> None:
    room = Room(LESSON, start=4)
    session = room.session
    assert session.choose("story", "wait")
    assert not session.choose("story", "tell")
    assert session.choose("story", "on")
    state = session.state("story")
    assert isinstance(state, ScenarioState)
    assert [step.id for step, _choice in walked(SCENARIO, state.path)] == ["start", "asked", "told"]
    assert session.do("story", "undo")
    assert session.do("story", "again")
    assert session.state("story") == ScenarioState()
    assert not session.do("story", "again")


def test_by_keyboard_a_story_is_told_to_its_end_and_again() -> None:
    room = Room(LESSON, start=4)
    session = room.session
    session.enter_activity()
    session.act()
    state = session.state("story")
    assert isinstance(state, ScenarioState)
    reached = here(SCENARIO, state)
    assert reached is not None
    assert reached.id == "asked"
    session.act()
    ended = session.state("story")
    assert session.focus is None, "Enter must not lead back into the story"
    assert not session.act()
    assert session.state("story") == ended
    session.enter_activity()
    session.steer("right")
    session.act()
    assert session.state("story") == ScenarioState()


def test_inside_an_activity_home_and_end_stay_on_the_slide() -> None:
    room = Room(LESSON, start=4)
    session = room.session
    session.enter_activity()
    before = session.index
    session.last()
    assert session.index == before
    assert session.focus is not None
    last = session.focus.position
    session.first()
    assert (session.index, session.focus.position) == (before, 0)
    session.leave_activity()
    session.first()
    assert (session.index, last >= 0) == (0, True)
