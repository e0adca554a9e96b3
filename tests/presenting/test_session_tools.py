"""The tools of a session: taking up, moving, drawing, undoing; what ends them, what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rse_lessons.presenting import ink
from rse_lessons.presenting.ink import Pen
from rse_lessons.presenting.session import Session, Shows, What
from rse_lessons.presenting.tools import LIGHTS, TIMES, Tool
from rse_lessons.progress.database.reading import standing_of
from rse_lessons.progress.facts.events import Event, check
from rse_lessons.progress.facts.summary import Standing, after
from tests.presenting.rooms import Room


def draw(session: Session, *points: tuple[float, float]) -> None:
    session.press_tool(*points[0])
    for point in points[1:]:
        session.move_tool(*point)
    session.release_tool()


def standing_after(room: Room) -> Standing:
    """Give what the records hold: through the table of what may be kept, and through the disk's JSON."""
    standing = Standing()
    for number, (kind, data) in enumerate(json.loads(json.dumps(room.events)), 1):
        check(kind, "ask-first", "2 Oak", data)
        event = Event(
            f"{number:032x}", "pc", number, f"2026-03-02T09:{number:06d}Z", kind, "ask-first", data=data
        )
        standing = after(standing, event)
    detail = json.dumps(standing.detail())
    return standing_of(standing.status, standing.slide, standing.slides, standing.when, detail)


def test_a_stroke_is_recorded_once_when_it_is_finished() -> None:
    room = Room(start=3)
    session = room.session
    session.take_tool(Tool.PEN)
    session.press_tool(100, 100)
    for x in range(100, 600, 5):
        session.move_tool(x, 100 + x % 7)
    assert room.of("stroke") == []
    assert len(session.tools.live) > 50
    session.release_tool()
    assert len(room.of("stroke")) == 1
    assert len(session.drawing()) == 1
    assert session.tools.live == ()


def test_drawings_stay_on_their_own_slide() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    draw(session, (10, 10), (200, 200))
    session.next()
    assert session.drawing() == ()
    assert session.tools.tool is None
    session.back()
    assert len(session.drawing()) == 1
    assert [index for index in range(len(session.slides)) if session.drawing(index)] == [3]


def test_a_stroke_being_drawn_ends_on_the_slide_it_was_begun_on() -> None:
    room = Room(start=3)
    room.session.take_tool(Tool.PEN)
    room.session.press_tool(10, 10)
    room.session.move_tool(300, 300)
    room.session.next()
    room.session.move_tool(500, 500)
    assert len(room.session.drawing(3)) == 1
    assert room.session.drawing(4) == ()


@pytest.mark.parametrize("tool", list(Tool))
def test_every_tool_ends_when_the_slide_changes(tool: Tool) -> None:
    session = Room(start=2).session
    session.take_tool(tool)
    session.take_pen(Pen.PLUM)
    assert session.tools.tool is tool
    session.go_to(3)
    assert session.tools.idle
    assert session.tools.pen is Pen.PLUM


@pytest.mark.parametrize("tool", list(Tool))
def test_a_tool_taken_up_twice_is_away(tool: Tool) -> None:
    session = Room().session
    assert session.take_tool(tool)
    assert session.take_tool(tool)
    assert session.tools.idle


def test_leaving_goes_from_the_tool_to_what_stands_to_the_cover() -> None:
    session = Room().session
    session.take_tool(Tool.CURTAIN)
    session.take_tool(Tool.ZOOM)
    session.take_tool(Tool.PEN)
    session.show(Shows.BLACK)
    seen = []
    for _ in range(4):
        session.leave()
        now = session.tools
        seen.append((now.tool, now.zoom is None, now.curtain is None, session.shows))
    assert seen == [
        (None, False, False, Shows.BLACK),
        (None, True, False, Shows.BLACK),
        (None, True, True, Shows.BLACK),
        (None, True, True, Shows.LIVE),
    ]


def test_frozen_the_class_keeps_its_tools_as_they_were() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.ZOOM)
    seen = session.tools
    session.freeze()
    session.size_tool(1)
    session.steer_tool("right")
    assert session.class_tools == seen
    session.next()
    assert session.class_tools == seen
    session.freeze()
    assert session.class_tools.idle


def test_an_activity_and_the_lock_take_the_hands() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    session.enter_activity()
    assert session.tools.tool is None
    session.take_tool(Tool.SPOTLIGHT)
    assert session.focus is None
    session.lock()
    assert session.tools.tool is None


def test_undo_takes_back_a_stroke_an_erasing_and_a_clearing() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    draw(session, (100, 100), (300, 100))
    draw(session, (100, 300), (300, 300))
    session.take_tool(Tool.ERASER)
    draw(session, (200, 100))
    assert [stroke.points[0] for stroke in session.drawing()] == [(100, 300)]
    session.undo_drawing()
    assert [stroke.points[0] for stroke in session.drawing()] == [(100, 100), (100, 300)]
    session.clear_drawing()
    assert session.drawing() == ()
    session.undo_drawing()
    assert len(session.drawing()) == 2
    session.undo_drawing()
    session.undo_drawing()
    assert session.drawing() == ()
    assert not session.undo_drawing()


def test_undo_on_one_slide_leaves_the_others() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    draw(session, (100, 100), (300, 100))
    session.next()
    session.take_tool(Tool.PEN)
    session.undo_drawing()
    assert len(session.drawing(3)) == 1


def test_drawings_come_back_after_a_restart_and_can_be_undone() -> None:
    room = Room(start=3)
    session = room.session
    session.take_tool(Tool.PEN)
    draw(session, (100, 100), (300, 100))
    draw(session, (100, 200), (300, 260), (320, 400))
    session.take_pen(Pen.GREEN)
    draw(session, (700, 700))
    session.take_tool(Tool.ERASER)
    draw(session, (200, 100))
    session.undo_drawing()
    session.next()
    session.take_tool(Tool.PEN)
    draw(session, (5, 5), (50, 50))
    standing = standing_after(room)
    again = Room(start=standing.slide, drawings=standing.drawings).session
    assert again.drawings == session.drawings
    assert again.tools.idle
    assert again.undo_drawing()
    assert again.drawing() == ()


def test_what_was_cleared_does_not_come_back() -> None:
    room = Room(start=3)
    room.session.take_tool(Tool.PEN)
    draw(room.session, (100, 100), (300, 100))
    room.session.clear_drawing()
    assert standing_after(room).drawings == {}


def test_starting_over_begins_without_drawings() -> None:
    room = Room(start=3)
    room.session.take_tool(Tool.PEN)
    draw(room.session, (100, 100), (300, 100))
    room.events.append(("restarted", {}))
    assert standing_after(room).drawings == {}


def test_a_full_slide_takes_no_further_stroke() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    for number in range(ink.MOST_STROKES + 5):
        draw(session, (number, 10))
    assert len(session.drawing()) == ink.MOST_STROKES
    assert session.drawing_is_full


def test_a_stroke_without_end_is_kept_in_pieces() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    session.press_tool(0, 0)
    for number in range(1, ink.LONGEST * 2 + 100):
        session.move_tool(number % 1600, (number * 7) % 900)
    session.release_tool()
    assert len(session.drawing()) == 3
    assert all(len(stroke.points) <= ink.MOST_POINTS for stroke in session.drawing())
    assert session.drawing()[0].points[-1] == session.drawing()[1].points[0]


def test_the_keyboard_alone_draws_points_and_sizes() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.PEN)
    session.act_tool()
    for way in ("right", "right", "down"):
        session.steer_tool(way)
    session.steer_tool("down", fine=True)
    session.act_tool()
    assert session.drawing()[0].points == ((800, 450), (848, 450), (848, 480))
    session.size_tool(1)
    assert session.tools.width == 14
    session.take_tool(Tool.ERASER)
    session.act_tool()
    session.act_tool()
    assert session.drawing() == ()


def test_the_zoomed_part_and_the_curtain_stay_on_the_slide() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.ZOOM, (0, 0))
    for _ in range(5):
        session.size_tool(1)
    zoom = session.tools.zoom
    assert zoom is not None
    for way in ("left", "up", *["right"] * 90, *["down"] * 90):
        session.steer_tool(way)
        zoom = session.tools.zoom
        assert zoom is not None
        left, top, wide, tall = zoom.frame
        assert left >= 0
        assert top >= 0
        assert left + wide <= 1600
        assert top + tall <= 900
    assert zoom.times == TIMES[-1]
    session.take_tool(Tool.CURTAIN)
    session.press_tool(800, 250)
    session.move_tool(800, 5000)
    assert session.tools.curtain == 900
    session.move_tool(800, -5000)
    assert session.tools.curtain == 0


def test_what_is_dragged_in_a_zoom_stays_under_the_hand() -> None:
    session = Room(start=3).session
    session.take_tool(Tool.ZOOM, (800, 450))
    assert session.tools.zoom is not None
    before = session.tools.zoom.frame
    session.press_tool(800, 450)
    session.move_tool(750, 450)
    assert session.tools.zoom.frame[0] == before[0] + 50
    assert session.tools.spot == (800, 450)


class Hand(RuleBasedStateMachine):
    """Does everything that hands, keys and screens can do with the tools."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room(start=3)
        self.session = self.room.session

    @rule(tool=st.sampled_from(list(Tool)))
    def take(self, tool: Tool) -> None:
        self.once(lambda: self.session.take_tool(tool))

    @rule(x=st.floats(-500, 2500), y=st.floats(-500, 1500), verb=st.sampled_from(["press_tool", "move_tool"]))
    def hand(self, x: float, y: float, verb: str) -> None:
        self.once(lambda: getattr(self.session, verb)(x, y))

    @rule(
        verb=st.sampled_from(
            ["release_tool", "leave_tool", "act_tool", "undo_drawing", "clear_drawing", "next_pen"]
        )
    )
    def other(self, verb: str) -> None:
        self.once(getattr(self.session, verb))

    @rule(way=st.sampled_from(["left", "right", "up", "down"]), fine=st.booleans())
    def arrow(self, way: str, fine: bool) -> None:
        self.once(lambda: self.session.steer_tool(way, fine=fine))

    @rule(step=st.sampled_from([-1, 1]))
    def size(self, step: int) -> None:
        self.once(lambda: self.session.size_tool(step))

    @rule(verb=st.sampled_from(["next", "back", "freeze", "enter_activity", "lock", "unlock", "leave"]))
    def elsewhere(self, verb: str) -> None:
        self.once(getattr(self.session, verb))

    def once(self, step: Callable[[], bool]) -> None:
        before = len(self.room.told)
        assert step() == (len(self.room.told) > before)
        assert len(self.room.told) - before <= 1

    @invariant()
    def sizes_are_in_their_limits(self) -> None:
        tools = self.session.tools
        assert tools.light in LIGHTS
        assert tools.width in ink.WIDTHS
        assert not (tools.live and tools.tool is not Tool.PEN)
        assert tools.curtain is None or 0 <= tools.curtain <= 900

    @invariant()
    def the_records_hold_the_drawings(self) -> None:
        standing = standing_after(self.room)
        kept = ink.drawings_from(standing.drawings, ink.pages(self.session.slides))
        assert kept == {page: drawing for page, drawing in self.session.drawings.items() if drawing}


Hand.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestHand = Hand.TestCase


@given(ways=st.lists(st.sampled_from(["left", "right", "up", "down"]), max_size=60))
def test_the_spot_never_leaves_the_slide(ways: list[str]) -> None:
    session = Room(start=3).session
    session.take_tool(Tool.POINTER)
    for way in ways:
        session.steer_tool(way)
    x, y = session.tools.spot
    assert 0 <= x <= 1600
    assert 0 <= y <= 900


def test_subscribers_hear_of_tools() -> None:
    room = Room(start=3)
    room.session.take_tool(Tool.POINTER)
    room.session.move_tool(5, 5)
    assert room.told == [{What.TOOLS}, {What.TOOLS}]
    assert not room.session.move_tool(5, 5)
