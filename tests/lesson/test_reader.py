"""A lesson with every block of the format, read into values."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from rse_lessons.lesson.model import (
    Band,
    Block,
    Code,
    Diamond,
    Discuss,
    GroundRules,
    Handout,
    HelpRoutes,
    Lesson,
    Line,
    Misconception,
    NotePart,
    Only,
    Order,
    Picture,
    QuestionBox,
    Quiz,
    Reveal,
    Scenario,
    Sort,
    Stage,
    Text,
    Vote,
)
from rse_lessons.lesson.reader import read_data, read_lesson, read_text
from rse_lessons.lesson.rules import all_blocks

FIXTURES = Path(__file__).parents[1] / "fixtures" / "lessons"
EVERY_BLOCK = FIXTURES / "every-block.md"
_B = TypeVar("_B")


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    reading = read_lesson(EVERY_BLOCK, picture_folders=[FIXTURES / "pictures"])
    assert reading.problems == ()
    assert reading.lesson is not None
    return reading.lesson


def only_one(lesson: Lesson, kind: type[_B], block_id: str = "") -> _B:
    blocks: list[Block] = [block for block in all_blocks(lesson) if isinstance(block, kind)]
    found = [block for block in blocks if not block_id or getattr(block, "id", "") == block_id]
    assert len(found) == 1
    assert isinstance(found[0], kind)
    return found[0]


def test_head(lesson: Lesson) -> None:
    front = lesson.front
    assert (lesson.id, lesson.checked, lesson.language) == ("every-block", True, "en")
    assert (front.title, front.band, front.minutes) == ("Every block", Band.LOWER_KS2, 45)
    assert front.outcomes == ("I can ask.", "I can answer.")
    assert front.curriculum == (
        Code("eng", "P-OSA-1"),
        Code("eng", "P-BS-1", to_check=True),
        Code("sct", "HWB 1-44b"),
        Code("efcw", "Privacy and security"),
    )
    assert [item.id for item in front.before] == ["tell", "room"]
    assert front.vocabulary == {"permission": "saying that something is all right"}
    assert front.adaptations == {"send": "Use the picture cards."}
    assert front.endings == {"picture": "Draw one person."}
    assert front.home.questions == ("When do you like to be asked?",)
    assert front.cover is not None
    assert (front.cover.file, front.cover.place.line) == ("safe.svg", 6)
    assert front.cover.path == FIXTURES / "pictures" / "safe.svg"


def test_slides_and_their_stages(lesson: Lesson) -> None:
    assert [slide.stage for slide in lesson.slides] == [
        Stage.WELCOME,
        Stage.GROUND_RULES,
        Stage.BASELINE,
        Stage.EXPLORE,
        Stage.EXPLORE,
        Stage.PRACTISE,
        Stage.CHECK,
        Stage.ENDPOINT,
        Stage.DISTANCE,
        Stage.SIGNPOST,
        Stage.CLOSE,
    ]
    first = lesson.slides[0]
    assert (first.title, first.seconds, first.layout) == ("Ask first", 150, "title")
    assert first.sensitive == "a picture is passed on"
    assert sum(slide.seconds for slide in lesson.slides) == 45 * 60


def test_text_and_pictures_come_in_their_order(lesson: Lesson) -> None:
    text, picture, quotation = lesson.slides[0].parts
    assert isinstance(text, Text)
    assert text.markdown == "We ask **first**.\nAlways."
    assert isinstance(picture, Picture)
    assert (picture.description, picture.place.line) == ("A grey dot.", 39)
    assert isinstance(quotation, Text)
    assert quotation.markdown == "> Yes once is not yes for ever."


def test_notes_are_parted_by_their_labels(lesson: Lesson) -> None:
    notes = lesson.slides[0].notes
    assert notes is not None
    assert notes.parts == (
        NotePart("", "Look round the room before you begin."),
        NotePart("Say", "Hello\nand welcome."),
        NotePart("Listen for", "names"),
        NotePart("If nobody answers", "wait."),
    )


def test_discuss(lesson: Lesson) -> None:
    block = only_one(lesson, Discuss)
    assert (block.prompt, block.seconds, block.how) == ("What would you say?", 90, "groups")
    assert block.points == ("What could Ben say?", "What could Asha say?")


def test_quiz(lesson: Lesson) -> None:
    block = only_one(lesson, Quiz)
    assert block.question == "Who is asked?\n\nChoose two."
    assert [option.id for option in block.options] == ["a", "b", "c"]
    assert block.options[0].text == "Ben, who is in the picture"
    assert block.options[0].explanation == "Yes: it is his picture."
    assert block.answers == ("a", "c")
    assert block.takeaway == "Ask everybody in the picture."


def test_sort_takes_a_column_by_id_or_by_its_words(lesson: Lesson) -> None:
    block = only_one(lesson, Sort)
    assert [(column.id, column.text) for column in block.columns] == [
        ("ask", "Ask first"),
        ("no-need-to-ask", "No need to ask"),
    ]
    gran, cat = block.cards
    assert (gran.id, gran.text, gran.goes_to) == ("gran", "A photo of Gran", "ask")
    assert gran.picture is not None
    assert gran.explanation == "Gran says yes or no."
    assert (cat.id, cat.goes_to, cat.picture) == ("a-drawing-of-a-cat", "no-need-to-ask", None)
    assert (block.prompt, block.takeaway) == ("Where does it go?", "Ask when there are people.")


def test_order_line_and_diamond(lesson: Lesson) -> None:
    assert [step.id for step in only_one(lesson, Order).steps] == ["stop", "ask", "listen"]
    line = only_one(lesson, Line)
    assert line.ends == ("Agree", "Disagree")
    assert [card.text for card in line.cards] == ["Asking is kind", "Asking is slow"]
    assert len(only_one(lesson, Diamond).cards) == 9


def test_scenario(lesson: Lesson) -> None:
    block = only_one(lesson, Scenario)
    start, ask, end = block.steps
    assert start.text == "Asha has a camera.\n\nBen is on the swing."
    assert start.question == "What could Asha do?"
    assert [(choice.id, choice.goes_to) for choice in start.choices] == [("ask-ben", "ask"), ("wait", "end")]
    assert start.choices[0].explanation == "That is kind."
    assert (ask.text, ask.place.line) == ("Ben says no.", 160)
    assert end.choices == ()
    assert block.takeaway == "Asking first keeps friends."


def test_vote_that_compares_takes_question_and_options_over(lesson: Lesson) -> None:
    before, after = only_one(lesson, Vote, "before"), only_one(lesson, Vote, "after")
    assert after.compare == "before"
    assert (after.question, after.options) == (before.question, before.options)
    assert before.takeaway == "It depends on nobody."


def test_the_other_blocks(lesson: Lesson) -> None:
    assert [item.text for item in only_one(lesson, Reveal).items] == ["One", "Two"]
    assert [rule.id for rule in only_one(lesson, GroundRules).rules] == ["listen", "we-may-pass"]
    assert only_one(lesson, QuestionBox).prompt == "Put a question in the box."
    assert only_one(lesson, HelpRoutes).intro == "Somebody always listens."
    wrong = only_one(lesson, Misconception)
    assert wrong.claim == "It is my tablet, so I can."
    assert wrong.correction == "The tablet is yours; the picture is of somebody else."
    paper = only_one(lesson, Handout)
    assert (paper.title, paper.markdown) == ("My hand", "Draw your **hand**.")
    only = only_one(lesson, Only)
    assert only.nations == ("wls", "nir")
    assert [type(part) for part in only.parts] == [Text, QuestionBox]


def test_comment_is_shown_nowhere(lesson: Lesson) -> None:
    assert "translators" not in repr(lesson)


def test_windows_file_reads_the_same(lesson: Lesson) -> None:
    data = EVERY_BLOCK.read_bytes()
    for other in (b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r")):
        reading = read_data(other, EVERY_BLOCK, picture_folders=[FIXTURES / "pictures"])
        assert reading.lesson == lesson
        assert reading.problems == ()


def test_plain_markdown_is_presentable() -> None:
    text = "Intro words.\n\nBig title\n=========\n\nOne.\n\n## Two ##\n\n- a\n- b\n\nThree\n-----\n\nMore.\n"
    reading = read_text(text, Path("plain.md"))
    assert reading.lesson is not None
    assert reading.lesson.checked is False
    assert reading.lesson.front.title == "Big title"
    assert [slide.title for slide in reading.lesson.slides] == ["", "Big title", "Two", "Three"]
    assert [slide.place.line for slide in reading.lesson.slides] == [1, 3, 8, 13]
    assert [problem.rule for problem in reading.problems] == ["no-head"]


def test_block_without_an_id_gets_a_number_so_that_it_can_be_presented() -> None:
    reading = read_text("# A\n\n::: reveal\n- x\n:::\n\n::: reveal\n- y\n:::\n", Path("plain.md"))
    assert reading.lesson is not None
    assert [getattr(block, "id", "") for block in all_blocks(reading.lesson)] == ["reveal-1", "reveal-2"]


def test_head_that_cannot_be_read_leaves_the_slides() -> None:
    reading = read_text("+++\ntitle = \n+++\n# The slide {stage=welcome}\n\nWords.\n", Path("a.md"))
    assert reading.lesson is not None
    assert (reading.lesson.front.title, reading.lesson.checked) == ("The slide", False)
    assert "bad-toml" in {problem.rule for problem in reading.problems}


@pytest.mark.parametrize("block", ["discuss {id=a}", "ground-rules {id=a}"])
def test_what_a_block_cannot_show_is_told_and_not_lost_silently(block: str) -> None:
    text = f"# A {{stage=welcome}}\n\n::: {block}\nWords.\n- one\n= Remember this.\n:::\n"
    assert "stray-text" in {problem.rule for problem in read_text(text, Path("plain.md")).problems}


def test_a_reveal_has_something_to_take_away() -> None:
    reading = read_text("# A\n\n::: reveal {id=a}\n- one\n= Remember this.\n:::\n", Path("plain.md"))
    assert reading.lesson is not None
    assert [block.takeaway for block in all_blocks(reading.lesson) if isinstance(block, Reveal)] == [
        "Remember this."
    ]
