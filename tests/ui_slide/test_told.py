"""Activities in words: where each card lies, which way was taken, and what has just happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.lesson import model
from rse_lessons.lesson.model import FrontMatter, Lesson, Option
from rse_lessons.presenting.boards import STOPS
from rse_lessons.presenting.session import Session
from rse_lessons.ui.slide.describe import Line, describe
from rse_lessons.ui.slide.places import place_words
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.steering.telling import Telling
from tests.ui_slide.made import HERE, look, options, quiz, slide

COLUMNS = (Option("ask", "Ask first", HERE), Option("free", "No need", HERE))
CARDS = (
    Option("gran", "A photo of Gran", HERE, "Gran chooses.", "ask"),
    Option("cat", "A drawing of a cat", HERE, "", "free"),
    Option("ben", "A photo of Ben", HERE, "", "ask"),
)
SORT = model.Sort("s", HERE, "Where does it go?", COLUMNS, CARDS, "People choose.")
ORDER = model.Order("o", HERE, "Which first?", options("Stop", "Ask", "Listen"))
LINE = model.Line("l", HERE, "", ("Agree", "Disagree"), options("Asking is kind", "Asking is slow"))
DIAMOND = model.Diamond("d", HERE, "What matters?", options(*[f"Thing {n}" for n in range(9)]))
STORY = model.Scenario(
    "c",
    HERE,
    (
        model.Step("a", HERE, "Kit has a painting.", "What now?", (
            Option("ask", "Ask Nia", HERE, "", "b"), Option("hang", "Hang it up", HERE, "", "b"),
        )),
        model.Step("b", HERE, "Nia says yes.", ""),
    ),
    "Ask first.",
)  # fmt: skip


class Room:
    """One slide in a session, with somebody who listens."""

    def __init__(self, block: model.Block) -> None:
        self.slide = slide(block, title="The heading")
        lesson = Lesson("made", Path("made.md"), FrontMatter("Made", None, 5), (self.slide,))
        self.session = Session(lesson, clock=lambda: 0.0)
        self.heard: list[str] = []
        self.listening = True
        self.telling = Telling(
            self.session, Readings(lesson, look()), lambda: self.listening, self.heard.append
        )
        self.session.subscribe(self.telling.changed)

    def said(self) -> list[str]:
        """Give what the text view says below the heading."""
        return [line.text for line in describe(self.slide, look(), self.session.states)][1:]


def test_keyboard_is_told_what_it_picks_up_moves_and_puts_down() -> None:
    room = Room(SORT)
    room.session.enter_activity()
    room.session.steer("right")
    room.session.steer("left")
    for step in ("act", "steer", "act"):
        room.session.act() if step == "act" else room.session.steer("right")
    assert room.heard == [
        "A photo of Gran: waits",
        "A drawing of a cat: waits",
        "A photo of Gran: waits",
        "A photo of Gran: picked up",
        "A photo of Gran: over Ask first",
        "A photo of Gran: put down in Ask first.",
    ]


def test_putting_back_undoing_and_showing_are_told() -> None:
    room = Room(SORT)
    room.session.do("s", "place", "gran", "free")
    room.session.enter_activity()
    room.session.act()
    room.session.leave_activity()
    room.session.do("s", "undo")
    room.session.reveal("s")
    room.session.reveal("s")
    assert room.heard == [
        "A photo of Gran: put down in No need.",
        "A drawing of a cat: waits",
        "A drawing of a cat: picked up",
        "A drawing of a cat: put back",
        "Undone. A photo of Gran: waits again.",
        "One way to see it is shown. People choose.",
        "Back to the class’s own way to see it.",
    ]


def test_two_cards_that_change_places_are_both_told() -> None:
    room = Room(ORDER)
    room.session.do("o", "place", "o0", "1")
    room.session.do("o", "place", "o1", "2")
    room.session.do("o", "place", "o1", "1")
    assert room.heard[-1] == "Stop: put down at place 2. Ask: put down at place 1."
    room.session.do("o", "again")
    room.session.do("o", "undo")
    assert room.heard[-2:] == [
        "Stop: waits again. Ask: waits again.",
        "Undone. Stop: put down at place 2. Ask: put down at place 1.",
    ]


def test_nobody_is_told_when_nobody_listens_nor_of_another_slide() -> None:
    room = Room(SORT)
    room.listening = False
    room.session.do("s", "place", "gran", "ask")
    room.listening = True
    room.session.do("s", "place", "cat", "free")
    assert room.heard == ["A drawing of a cat: put down in No need."]


def test_each_place_of_a_line_and_a_diamond_has_a_name_of_its_own() -> None:
    stops = [place_words(LINE, str(number)) for number in range(1, STOPS + 1)]
    assert len(set(stops)) == STOPS
    assert (stops[0], stops[4], stops[-1]) == (
        "the line, at “Agree”",
        "the line, in the middle",
        "the line, at “Disagree”",
    )
    slots = [place_words(DIAMOND, str(number)) for number in range(1, 10)]
    assert len(set(slots)) == 9
    assert slots[0].startswith("the top")
    assert slots[4] == "row 3 of 5, place 2"
    assert slots[-1].startswith("the foot")


def test_text_says_where_cards_lie_and_which_still_wait() -> None:
    room = Room(SORT)
    assert room.said() == [
        "Where does it go?", "A photo of Gran", "A drawing of a cat", "A photo of Ben",
        "Tray: Ask first", "Tray: No need",
    ]  # fmt: skip
    room.session.do("s", "place", "gran", "free")
    assert room.said() == [
        "Where does it go?", "Still to be placed", "A drawing of a cat", "A photo of Ben",
        "Tray: Ask first", "Tray: No need", "A photo of Gran",
    ]  # fmt: skip
    room.session.enter_activity()
    room.session.act()
    room.session.steer("right")
    assert "A drawing of a cat. Held, over Ask first." in room.said()
    room.session.leave_activity()
    room.session.reveal("s")
    assert room.said() == [
        "Where does it go?", "One way to see it",
        "Tray: Ask first", "A photo of Gran. Gran chooses.", "A photo of Ben",
        "Tray: No need", "A drawing of a cat", "People choose.",
    ]  # fmt: skip


def test_text_says_order_line_and_diamond() -> None:
    room = Room(ORDER)
    room.session.do("o", "place", "o2", "1")
    assert room.said()[-1] == "1. Listen"
    room = Room(LINE)
    room.session.do("l", "place", "o1", "2")
    assert room.said()[-2:] == [
        "A line from “Agree” to “Disagree”",
        "On the line, close to “Agree”: Asking is slow",
    ]
    room = Room(DIAMOND)
    said = room.said()
    assert said.index("Matters most") == said.index("Row 2 of 5") - 2
    assert len([words for words in said if words.startswith("Thing")]) == 9
    assert said[-1] == "Matters less"


def test_a_story_is_told_as_far_as_it_was_walked() -> None:
    room = Room(STORY)
    assert room.said() == ["Kit has a painting.", "What now?", "A. Ask Nia", "B. Hang it up"]
    room.session.choose("c", "ask")
    assert room.said() == ["Chosen: Ask Nia.", "Nia says yes.", "Ask first."]
    room.session.do("c", "undo")
    assert room.heard == [
        "Chosen: Ask Nia. Nia says yes. Here the story ends. Ask first.",
        "The story begins again. Kit has a painting. What now?",
    ]


def test_other_activities_are_told_too() -> None:
    room = Room(quiz("Listen", "Wait"))
    room.session.enter_activity()
    room.session.act()
    room.session.reveal("q")
    assert room.heard == ["A. Listen", "Listen: chosen", "To remember: Listen."]
    room = Room(model.Reveal("e", HERE, "Lines.", options("First", "Second")))
    room.session.reveal("e")
    assert room.heard == ["First."]
    room = Room(model.Reveal("e", HERE, "Lines.", options("First", "Last"), "Remember"))
    room.session.reveal("e")
    room.session.reveal("e")
    assert room.heard == ["First.", "Last. Remember."]
    room = Room(model.Vote("v", HERE, "Who?", options("One", "Two")))
    room.session.set_tally("v", "o1", 7)
    assert room.heard == ["Two: 7"]
    room = Room(model.GroundRules("g", HERE, options("We listen.", "We pass.")))
    room.session.choose("g", "o1")
    assert room.heard == ["We pass. Agreed."]


@pytest.mark.parametrize("block", [SORT, ORDER, LINE, DIAMOND])
def test_no_card_is_ever_lost_from_the_text(block: model.Block) -> None:
    room = Room(block)
    room.session.enter_activity()
    names = {option.text for option in (*getattr(block, "cards", ()), *getattr(block, "steps", ()))}
    for way in ("right", "down", "left", "up", "right", "right") * 4:
        room.session.act()
        room.session.steer(way)
        assert all(any(name in words for words in room.said()) for name in names)
    assert Line("heading", "The heading") in describe(room.slide, look(), room.session.states)
