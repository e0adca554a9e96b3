"""How hard a lesson is to read: the formula, what counts, and when it says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Band
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.teaching.checking import thorough
from rse_lessons.lesson.teaching.reading_age import (
    ENOUGH,
    LIMITS,
    Known,
    Measure,
    known_in,
    measure,
    measured,
    syllables,
    words_of,
)
from rse_lessons.lesson.teaching.subject import Words
from tests.lesson.teaching_fixtures import changed, good, subject

PROSE = (
    "The fox lived under a hedge at the end of our road, where nobody disturbed it.",
    "Every evening it crossed the garden slowly and looked at the lit windows of the house.",
    "My grandmother used to say that it was counting us, the way a shepherd counts a flock.",
    "One winter it did not come, and we noticed how empty the garden had become without it.",
)


def test_the_grade_is_textstats_on_ordinary_prose() -> None:
    from textstat import textstat

    assert measured(PROSE).grade == pytest.approx(textstat.flesch_kincaid_grade(" ".join(PROSE)), abs=0.01)


def test_short_sentences_count_as_sentences() -> None:
    assert measured(["Stop.", "Ask.", "Wait and listen."]).sentences == 3
    assert measured(["Stop.", "…", "0800 1111", "childline.org.uk"]).sentences == 1


@pytest.mark.parametrize(
    ("word", "count"), [("cat", 1), ("picture", 2), ("somebody", 3), ("permission", 3), ("isn't", 2)]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_words_are_parted_as_a_pupil_reads_them() -> None:
    said = "A group-chat isn’t “private”: https://a.example/b 18 x@y.org, report.iwf.org.uk!"
    assert words_of(said) == ["a", "group", "chat", "isn't", "private"]


def test_names_and_the_lessons_own_words_do_not_count_as_hard() -> None:
    known = Known(frozenset({"permission"}), ("report remove",))
    one = measure("Permission: Report Remove permissions.", known)
    assert (one.words, one.counted) == (4, 0)
    assert measure("Report and remove it.", known).counted == 4


def test_known_are_vocabulary_people_and_services() -> None:
    found = known_in(subject(good(), Words(names=frozenset({"Childline", "Report Remove"}))))
    assert {"permission", "una", "ode", "childline"} <= found.words
    assert found.phrases == ("report remove",)


SENTENCES = st.lists(st.sampled_from([*PROSE, "Stop.", "Ask Una."]), min_size=1, max_size=6)


@settings(deadline=None)  # the first call reads a dictionary
@given(SENTENCES, SENTENCES)
def test_text_put_together_is_measured_as_its_parts(some: list[str], more: list[str]) -> None:
    assert measured(some) + measured(more) == measured([*some, *more])


def test_nothing_is_no_grade() -> None:
    assert Measure().grade == 0.0


def test_limits_rise_with_age() -> None:
    assert list(LIMITS) == list(Band)
    assert list(LIMITS.values()) == sorted(LIMITS.values())


def test_a_little_too_hard_is_advice_and_far_too_hard_an_error() -> None:
    text = changed("reading-age")
    (problem,) = thorough(subject(text))
    assert problem.severity is Severity.ERROR
    assert "begin with slide 8" in problem.sentence
    grade = measured(s.text for s in subject(text).read_by_pupils).grade
    assert grade > LIMITS[Band.UPPER_KS2] + 1
    older = thorough(subject(text.replace('band = "upper-ks2"', 'band = "ks3"')))
    assert [(found.rule, found.severity) for found in older] in ([], [("reading-age", Severity.ADVICE)])


def test_a_few_words_are_not_judged() -> None:
    head, _, _ = changed("reading-age").partition("# The kite")
    few = f"{head}# Considerable responsibility {{stage=welcome}}\n"
    assert measured(s.text for s in subject(few).read_by_pupils).words < ENOUGH
    assert "reading-age" not in {problem.rule for problem in thorough(subject(few))}


def test_a_hard_sentence_is_told_with_what_makes_it_hard() -> None:
    (problem,) = thorough(subject(changed("hard-sentence")))
    assert "it has 18 words, long ones among them" in problem.sentence
    assert "responsibility" in problem.sentence
