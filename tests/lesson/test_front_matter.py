"""Tests of the head of a lesson: its invented people."""

from pathlib import Path

import pytest

from rse_lessons.lesson.characters import Character, Pronoun, Role
from rse_lessons.lesson.reader import Reading, read_text


def read(characters: str) -> Reading:
    return read_text(f'+++\ntitle = "A"\n{characters}\n+++\n# A {{stage=welcome}}\n', Path("a.md"))


def people(characters: str) -> tuple[Character, ...]:
    lesson = read(characters).lesson
    assert lesson is not None
    return lesson.front.characters


def test_characters_say_their_pronoun_and_what_they_do() -> None:
    found = people('[characters]\nAsha = "she, harms, helps"\n"Mr Khan" = "he, helps, again"\nOwl = "it"')
    assert found == (
        Character("Asha", Pronoun.SHE, frozenset({Role.HARMS, Role.HELPS})),
        Character("Mr Khan", Pronoun.HE, frozenset({Role.HELPS}), again=True),
        Character("Owl", Pronoun.IT),
    )


def test_characters_may_be_a_plain_list_of_names() -> None:
    assert people('characters = ["Asha", "Ben"]') == (Character("Asha"), Character("Ben"))


@pytest.mark.parametrize("says", ["her, helps", "she, wrong", "", "she; helps", "harms"])
def test_characters_that_say_something_else_are_told(says: str) -> None:
    reading = read(f'[characters]\nAsha = "{says}"')
    assert [(found.line, found.rule) for found in reading.problems if found.rule == "wrong-type"] == [
        (3, "wrong-type")
    ]
