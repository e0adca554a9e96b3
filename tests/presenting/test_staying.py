"""Staying at a slide while others come, go and change around it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Place, QuestionBox, Slide, Stage, Text
from rse_lessons.presenting.staying import same_slide

HERE = Place(Path("x.md"), 1)


def slide(title: str, block: str = "", words: str = "Words.") -> Slide:
    parts = (Text(words, HERE), *((QuestionBox(block, HERE, "Ask."),) if block else ()))
    return Slide(title, Stage.EXPLORE, 60, parts, None, HERE)


LESSON = [slide("One"), slide("Two", "a"), slide("Same"), slide("Same"), slide("Five", "b"), slide("")]


@pytest.mark.parametrize(
    ("index", "after", "place"),
    [
        (1, [slide("New"), *LESSON], 2),
        (1, [LESSON[1], LESSON[0], *LESSON[2:]], 0),
        (1, [LESSON[0], slide("Two, in other words", "a"), *LESSON[2:]], 1),
        (1, [slide("New"), LESSON[0], slide("Two", "renamed"), *LESSON[2:]], 2),
        (2, [slide("New"), *LESSON], 3),
        (3, [slide("New"), *LESSON], 4),
        (5, [*LESSON[:2], slide("New"), *LESSON[2:]], 6),
        (1, [LESSON[0], *LESSON[2:]], 1),
        (5, LESSON[:2], 1),
        (1, [LESSON[0], slide("Nothing like it"), *LESSON[2:]], 1),
        (4, [], 0),
        (40, LESSON, 5),
    ],
)
def test_the_slide_in_sight_stays(index: int, after: list[Slide], place: int) -> None:
    assert same_slide(LESSON, index, after) == place


TITLES = st.lists(st.sampled_from(["", "A", "B", "C", "D", "E", "F"]), max_size=12)


@settings(max_examples=40)
@given(TITLES, st.integers(-2, 14), TITLES)
def test_it_is_always_a_slide_of_the_new_lesson(before: list[str], index: int, after: list[str]) -> None:
    place = same_slide([slide(title) for title in before], index, [slide(title) for title in after])
    assert 0 <= place < max(1, len(after))


UNIQUE = st.lists(st.integers(0, 99), min_size=1, max_size=14, unique=True)


@settings(max_examples=40)
@given(UNIQUE, st.data())
def test_a_slide_that_nothing_else_is_like_is_found_wherever_it_went(
    numbers: list[int], data: st.DataObject
) -> None:
    before = [slide(f"Slide {number}") for number in numbers]
    index = data.draw(st.integers(0, len(before) - 1))
    others = [slide(f"New {number}") for number in range(data.draw(st.integers(0, 6)))]
    after = data.draw(st.permutations([replace(before[index], seconds=5), *others, *before[:index]]))
    assert after[same_slide(before, index, after)].title == before[index].title
