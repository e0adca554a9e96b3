"""Words parted into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.ui.aloud.sentences import LONGEST, parted, sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Stop. Think! Ask?", ["Stop.", "Think!", "Ask?"]),
        ("“Stop!” she said. “Do not.”", ["“Stop!” she said.", "“Do not.”"]),
        ("No. You can say no.", ["No.", "You can say no."]),
        ("A. Keep it. This is one to remember.", ["A. Keep it.", "This is one to remember."]),
        ("1. Tell Mr. Jones. 2. Wait", ["1. Tell Mr. Jones.", "2. Wait"]),
        ("Childline: 0800 1111, any age", ["Childline: 0800 1111, any age"]),
        ("It costs 2.50 now", ["It costs 2.50 now"]),
        ("Iawn. Ŵyr a wyres.", ["Iawn.", "Ŵyr a wyres."]),
        ("…", []),
        ("", []),
    ],
)
def test_parted(text: str, sentences: list[str]) -> None:
    assert list(parted(text)) == sentences


@given(st.text(max_size=1500))
def test_every_word_is_read_once_and_none_takes_too_long(text: str) -> None:
    found = list(parted(text))
    assert all(0 < len(sentence) <= LONGEST for sentence in found)
    letters = [letter for letter in text if letter.isalnum()]
    assert [letter for sentence in found for letter in sentence if letter.isalnum()] == letters


def test_the_same_words_are_counted() -> None:
    found = sentences_of(["Ask first. Ask first.", "Then wait.", "Ask first."])
    assert [(one.text, one.line, one.nth) for one in found] == [
        ("Ask first.", 0, 0),
        ("Ask first.", 0, 1),
        ("Then wait.", 1, 0),
        ("Ask first.", 2, 2),
    ]
