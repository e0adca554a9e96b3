"""What may be kept of a teacher's words, and when a window asks whether they name somebody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.progress.facts.class_words import LONGEST_ANSWER, check_words, names_someone, tidy_words


@given(st.text(max_size=200))
def test_tidy_words_can_be_kept_and_stay_as_they_are(text: str) -> None:
    tidied = tidy_words(text)
    assert tidy_words(tidied) == tidied
    assert tidied.isprintable()
    if 0 < len(tidied) <= LONGEST_ANSWER:
        check_words(tidied, LONGEST_ANSWER)


def test_signs_that_nobody_sees_are_taken_out() -> None:
    assert tidy_words("  We\u202e listen\n\tto\u200b each  other ") == "We listen to each other"


@given(st.text(max_size=200))
def test_the_guess_never_fails(text: str) -> None:
    assert isinstance(names_someone(text), str)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We do not laugh at Oluwaseun.", "Oluwaseun"),
        ("Oliver stops calling out.", "Oliver"),
        ("We wait. Maya starts.", "Maya"),
        ("We use Jade’s box for slips.", "Jade"),
        ("Ask Mrs Jones if you are not sure.", "Mrs Jones"),
        ("Listen to Anne-Marie", "Anne-Marie"),
        ("Everybody Listens When Oliver Speaks", "Oliver"),
    ],
)
def test_what_looks_like_a_name_is_asked_about(text: str, name: str) -> None:
    assert names_someone(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nobody has to say anything about themselves.",
        "We listen. We do not laugh at questions.",
        "What I say here is mine, and I’m free to pass.",
        "Listen To Each Other Please",
        "In RSE we use the right words.",
        "You can ring Childline, or talk to an adult whom you trust.",
        "“We wait,” and then: We take turns.",
        "LISTEN TO EACH OTHER",
        "On Monday we read the questions.",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert names_someone(text) == ""
