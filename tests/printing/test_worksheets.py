"""Worksheets as values: every activity, blank without a hint, filled in one way to see it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from rse_lessons.lesson import model as m
from rse_lessons.lesson.reader import read_lesson
from rse_lessons.presenting.slides import for_nation
from rse_lessons.printing.document import (
    Bullets,
    Cards,
    Document,
    PageBreak,
    Places,
    Rhombus,
    Rope,
    Ruled,
    Slips,
    Trays,
)
from rse_lessons.printing.worksheets import MAKERS, has_worksheets, worksheets

ROOT = Path(__file__).resolve().parents[2]
AT = m.Place(Path("made.md"), 1)


@pytest.fixture(scope="module")
def lesson() -> m.Lesson:
    read = read_lesson(
        ROOT / "tests" / "fixtures" / "lessons" / "every-activity.md",
        picture_folders=[ROOT / "assets" / "illustrations"],
    ).lesson
    assert read is not None
    return for_nation(read, "eng")


def said(value: object) -> str:
    """Give every word of a document."""
    if isinstance(value, str):
        return f"{value}\n"
    if isinstance(value, tuple):
        return "".join(said(item) for item in value)
    if is_dataclass(value):
        return "".join(said(getattr(value, field.name)) for field in fields(value))
    return ""


def parts(document: Document) -> list[object]:
    return [part for section in document.sections for part in section.parts]


def one(block: m.Block, *, filled: bool = False) -> list[object]:
    slide = m.Slide("Title", m.Stage.EXPLORE, 60, (block,), None, AT)
    made = m.Lesson("made", Path("made.md"), m.FrontMatter("Made", None, 5), (slide,))
    return parts(worksheets(made, filled=filled))


def option(name: str, text: str, explanation: str = "", goes_to: str = "") -> m.Option:
    return m.Option(name, text, AT, explanation, goes_to)


def test_every_kind_of_activity_has_a_sheet(lesson: m.Lesson) -> None:
    assert set(MAKERS) == set(m.Block.__args__) - {m.Only, m.Handout, m.HelpRoutes}
    blank = parts(worksheets(lesson))
    assert {type(part) for part in blank} >= {Cards, Trays, Places, Rope, Rhombus, Ruled, Slips, Bullets}
    sheets = [section for section in worksheets(lesson).sections if section.heading]
    assert len(sheets) == sum(type(part) in MAKERS for slide in lesson.slides for part in slide.parts)
    assert sum(isinstance(part, PageBreak) for part in blank) == len(sheets) - 1


def test_a_blank_sheet_gives_nothing_away(lesson: m.Lesson) -> None:
    words = said(worksheets(lesson))
    for slide in lesson.slides:
        for block in slide.parts:
            told = {getattr(block, "takeaway", ""), getattr(block, "correction", "")}
            for group in ("cards", "steps", "options", "rules", "items"):
                told |= {getattr(item, "explanation", "") for item in getattr(block, group, ())}
            assert not [text for text in told if text and text in words], slide.title


def test_a_filled_sheet_tells_all_of_it(lesson: m.Lesson) -> None:
    words = said(worksheets(lesson, filled=True))
    for slide in lesson.slides:
        for block in slide.parts:
            for group in ("cards", "steps", "options", "rules", "items"):
                for item in getattr(block, group, ()):
                    assert item.text in words, item
                    assert getattr(item, "explanation", "") in words
            assert getattr(block, "takeaway", "") in words


def test_steps_are_mixed_on_a_blank_sheet_and_in_order_on_a_filled_one() -> None:
    steps = tuple(option(f"s{number}", f"Step {number}") for number in range(6))
    block = m.Order("o", AT, "Which first?", steps)
    cards = next(part for part in one(block) if isinstance(part, Cards))
    assert sorted(card.text for card in cards.cards) == [step.text for step in steps]
    assert [card.text for card in cards.cards] != [step.text for step in steps]
    assert [card.sign for card in cards.cards] == list("ABCDEF")
    assert Places(("",) * 6) in one(block)
    assert Places(tuple(step.text for step in steps)) in one(block, filled=True)


def test_cards_are_filled_into_their_columns() -> None:
    columns = (option("a", "Here"), option("b", "There"))
    block = m.Sort("s", AT, "", columns, (option("x", "X", "Why.", "b"), option("y", "Y", "", "a")))
    assert Trays(("Here", "There")) in one(block)
    assert Trays(("Here", "There"), (("Y",), ("X – *Why.*",))) in one(block, filled=True)


def test_more_cards_than_letters_have_signs_of_their_own() -> None:
    block = m.Line("l", AT, "", ("A", "B"), tuple(option(f"c{n}", f"Card {n}") for n in range(60)))
    cards = next(part for part in one(block) if isinstance(part, Cards))
    assert len({card.sign for card in cards.cards}) == 60


def test_a_story_is_walked_by_numbers(lesson: m.Lesson) -> None:
    story = next(block for slide in lesson.slides for block in slide.parts if isinstance(block, m.Scenario))
    blank = said(tuple(one(story)))
    assert "Hang it up → go to 2" in blank
    assert "Here the story ends." in blank
    assert story.takeaway not in blank
    assert story.takeaway in said(tuple(one(story, filled=True)))


def test_a_lesson_without_activities_has_no_sheets(lesson: m.Lesson) -> None:
    assert has_worksheets(lesson)
    bare = replace(lesson, slides=lesson.slides[:1])
    assert not has_worksheets(bare)
    assert worksheets(bare).sections == ()
