"""The shape of the sentences that measure the language checker in Welsh, Irish and Gaelic."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.test_wording_sentences import ADVICE, ERRORS

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "wording"
LANGUAGES = ("cy", "ga", "gd")
FINDS = ("find-tuning", "find-tuning-2", "find-withheld", "find-withheld-2")
CLEANS = ("clean-tuning", "clean-withheld")


def lines(language: str, name: str) -> list[str]:
    """The lines of a file of sentences without its comments."""
    text = (FOLDER / language / f"{name}.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def found(language: str, name: str) -> list[tuple[str, str]]:
    """Each rule with a sentence that it is to find."""
    rows = [line.split("\t") for line in lines(language, name)]
    assert all(len(row) == 2 and row[1] == row[1].strip() for row in rows)
    return [(row[0], row[1]) for row in rows]


def words(sentence: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", re.sub("['’‘]", "", sentence.casefold())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_three_sentences_to_tune_on_and_three_set_aside(language: str) -> None:
    tuning = Counter(rule for rule, _ in found(language, "find-tuning"))
    assert set(tuning) == ERRORS | (ADVICE - {"no-actor"})
    assert {rule for rule in ERRORS if tuning[rule] < 3} == set()
    aside = Counter(rule for name in FINDS[2:] for rule, _ in found(language, name))
    assert {rule for rule in ERRORS if aside[rule] < 3} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_two_hundred_clean_sentences(language: str) -> None:
    clean = [line for name in CLEANS for line in lines(language, name)]
    assert len(clean) >= 200
    assert [line for line in clean if "\t" in line or line != line.strip() or not words(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice(language: str) -> None:
    said = [words(sentence) for name in FINDS for _, sentence in found(language, name)]
    said += [words(line) for name in CLEANS for line in lines(language, name)]
    again = len(said) - len(set(said))
    assert again == 0
