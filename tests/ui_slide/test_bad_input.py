"""Activities that a lesson should not hold are still readable: nothing overlaps, nor is cut in silence.

Each is read from a file, as a lesson is, and looked at untouched, with cards here and there, one held over
each place, and with everything shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rse_lessons.lesson.model import Lesson, Scenario
from rse_lessons.lesson.reader import read_text
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import blocks_of
from rse_lessons.ui.slide.blocks.board import HELD
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.drawing import Words
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from tests.ui_slide.made import judge, look, piece

LONG = "word " * 299 + "end"
SHORT = "Ask Ben"
BAD: dict[str, tuple[str, ...]] = {
    "none": (),
    "one": (SHORT,),
    "two alike": (SHORT, SHORT),
    "sixty": tuple(f"Card number {number}" for number in range(60)),
    "one of 300 words": (SHORT, LONG, "Wait"),
    "all of 60 words": tuple(f"{number} {'words ' * 59}" for number in range(9)),
    "one long word": ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2, SHORT),
    "nothing": ("[a]", "[b] " + SHORT),
}
HEADS = {
    "sort": ("columns: [a] Ask first | [b] No need", " -> a"),
    "sort without columns": ("", " -> a"),
    "sort into eight": ("columns: " + " | ".join(f"Column {n}" for n in range(8)), " -> Column 1"),
    "order": ("", ""),
    "line": ("ends: Agree | Disagree", ""),
    "line without ends": ("", ""),
    "diamond": ("", ""),
    "quiz": ("", ""),
    "vote": ("", ""),
    "reveal": ("", ""),
    "ground-rules": ("", ""),
    "discuss": ("", ""),
}
TWENTY = "\n".join(f"- Choice {number} -> b" for number in range(20))
STORIES = {
    "no step": "",
    "no words": "@ a\n@ b",
    "no id": "@\nOnce upon a time.\n- On -> a",
    "nowhere": "@ a\nOnce.\n- On -> nowhere\n- Off",
    "round and round": "@ a\nOnce.\n? Now?\n- On -> b\n\n@ b\nTwice.\n- Back -> a\n- Stay -> b",
    "only an end": "@ a\nThe end.",
    "one of 300 words": f"@ a\n{LONG}\n? What now?\n- {LONG}\n- Wait -> b\n\n@ b\n{LONG}",
    "twenty choices": "@ a\nOnce.\n? What now?\n"
    + "\n".join(f"- Choice {n} -> b" for n in range(20))
    + "\n@ b\nEnd.",
    "twice": "@ a\nOnce.\n- On -> a\n\n@ a\nAgain.",
}


def lesson_of(name: str, inside: str) -> Lesson:
    kind = name.split(maxsplit=1)[0]
    text = f"# A heading\n\n::: {kind} {{id=x}}\nWhat do you think?\n{inside}\n:::\n"
    if kind == "scenario":
        text = text.replace("What do you think?\n", "")
    lesson = read_text(text, Path("bad.md")).lesson
    assert lesson is not None
    return lesson


def states(session: Session) -> Iterator[dict[str, object]]:
    """Do what a class may do, and give every state on the way."""
    yield dict(session.states)
    session.enter_activity()
    for number in range(5):
        session.act()
        for way in ("right", "down") if number % 2 else ("right", "right", "left"):
            session.steer(way)
            if number < 3:
                yield dict(session.states)
        session.act()
        yield dict(session.states)
    session.leave_activity()
    block = blocks_of(session.slides).get("x")
    for option in (*getattr(block, "cards", ()), *getattr(block, "steps", ())):
        if not isinstance(block, Scenario):
            session.do("x", "place", option.id, "a" if getattr(block, "columns", ()) else "1")
    yield dict(session.states)
    session.reveal("x")
    yield dict(session.states)


def wrong(lesson: Lesson, theme: str = "light", *, paper: bool = False) -> list[str]:
    """Say what is wrong in any state."""
    session = Session(lesson, clock=lambda: 0.0)
    block = blocks_of(session.slides).get("x")
    found: list[str] = []
    seen: list[dict[str, object]] = []
    for state in states(session):
        if state in seen:
            continue  # the same slide once more: most kinds have nothing to hold
        seen.append(state)
        scene = build_scene(session.slides[0], 1, look("ks1", theme, paper=paper), state)
        found += [fault for fault in judge(scene) if not _of_hand(fault, scene)]
        keys = {shown.key for shown in scene.pieces}
        lost = [card.id for card in getattr(block, "cards", ()) if f"x/card:{card.id}" not in keys]
        if lost and not scene.overfull:
            found.append(f"cards are left out and nobody says so: {lost}")
        if scene.overfull and not piece(scene, "overfull").ops:
            found.append("words are left out and nobody says so")
        assert describe(session.slides[0], look(), state)
    return sorted(set(found))


def _of_hand(fault: str, scene: SlideScene) -> bool:
    """Tell whether a fault is of the card in the hand, which lies on whatever it is held over."""
    held = [found for found in scene.pieces if found.level == HELD]
    return any(op.text[:30] in fault for one in held for op in one.ops if isinstance(op, Words) and op.text)


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", HEADS)
def test_bad_cards_are_still_readable(name: str, bad: str) -> None:
    head, arrow = HEADS[name]
    items = "\n".join(f"- {text}{arrow}\n  = Because {text[:40]}." for text in BAD[bad])
    assert wrong(lesson_of(name, f"{head}\n{items}\n= Take this away.")) == []


@pytest.mark.parametrize("story", STORIES)
def test_bad_stories_are_still_readable(story: str) -> None:
    assert wrong(lesson_of("scenario", STORIES[story])) == []


@pytest.mark.parametrize("name", HEADS)
def test_forty_cards_are_readable_on_paper_too(name: str) -> None:
    head, arrow = HEADS[name]
    items = "\n".join(f"- Card number {number}{arrow}" for number in range(40))
    assert wrong(lesson_of(name, f"{head}\n{items}"), "high-contrast", paper=True) == []
