"""The shape of the sentences that measure the language checker; what it finds in them is measured elsewhere.

The sentences were written apart from the checker's rules, so the ids are listed here and not read from it.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "wording"
SIDES = ("tuning", "tuning-2", "withheld")
TUNING = ("tuning", "tuning-2")

ERRORS = frozenset(
    [
        "self-generated",
        "child-porn",
        "known-better",
        "why-send",
        "what-expect",
        "asked-for-it",
        "shouldnt-have-been",
        "shouldnt-have-accepted",
        "failed-to-act",
        "didnt-say-no",
        "put-at-risk",
        "exploited-self",
        "consented-to-abuse",
        "child-prostitute",
        "shaming-words",
        "attention-seeking",
        "streetwise",
        "contacting-adults",
        "sex-in-return",
        "silly-mistake",
        "ruined-life",
        "leaked",
        "dont-be-victim",
        "just-dont",
        "just-banter",
        "gender-rule",
        "stranger-danger",
        "promise-secret",
        "no-record",
        "own-fault",
    ]
)
ADVICE = frozenset(
    [
        "risky-behaviour",
        "sexting",
        "revenge-porn",
        "sextortion",
        "deepfake-porn",
        "nudes-slang",
        "victim-label",
        "perpetrator",
        "monster",
        "adult-boyfriend",
        "sexual-activity",
        "admitted",
        "keep-yourself-safe",
        "online-forever",
        "arrested",
        "snitch",
        "no-actor",
    ]
)


def lines(name: str) -> list[str]:
    """The lines of a file of sentences without its comments."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def found(side: str) -> list[tuple[str, str]]:
    """Each rule id with a sentence that the rule must find."""
    rows = [line.split("\t") for line in lines(f"find-{side}.tsv")]
    assert all(len(row) == 2 for row in rows)
    return [(row[0], row[1]) for row in rows]


def words(sentence: str) -> tuple[str, ...]:
    """A sentence as words alone: capitals, marks and the kind of apostrophe make no other sentence of it."""
    return tuple(re.findall(r"\w+", re.sub("['’‘]", "", sentence.casefold())))


@pytest.mark.parametrize("side", SIDES)
def test_every_rule_has_six_sentences_or_more_and_no_other_id_is_named(side: str) -> None:
    counts = Counter(rule for rule, _ in found(side))
    assert set(counts) == ERRORS | ADVICE
    assert {rule: count for rule, count in counts.items() if count < 6} == {}


def test_the_second_tuning_set_is_large_enough_to_show_how_differently_one_thing_is_said() -> None:
    counts = Counter(rule for rule, _ in found("tuning-2"))
    assert counts.total() >= 900
    assert {rule: count for rule, count in counts.items() if count < 14} == {}
    assert counts["own-fault"] >= 40
    assert len(lines("clean-tuning-2.tsv")) >= 1_400


@pytest.mark.parametrize("side", SIDES)
def test_a_sentence_to_find_has_words_and_nothing_around_them(side: str) -> None:
    odd = [sentence for _, sentence in found(side) if sentence != sentence.strip() or not words(sentence)]
    assert odd == []


@pytest.mark.parametrize("side", SIDES)
def test_there_are_enough_sentences_for_a_rate_to_mean_something(side: str) -> None:
    rules = [rule for rule, _ in found(side)]
    assert len(rules) >= 360
    assert sum(rule in ERRORS for rule in rules) >= 240
    assert sum(rule in ADVICE for rule in rules) >= 115
    assert len(lines(f"clean-{side}.tsv")) >= 700


@pytest.mark.parametrize("side", SIDES)
def test_a_clean_line_is_one_sentence_or_a_few_and_nothing_else(side: str) -> None:
    odd = [
        line for line in lines(f"clean-{side}.tsv") if "\t" in line or line != line.strip() or not words(line)
    ]
    assert odd == []


def test_no_sentence_stands_twice_in_a_file_or_in_two_files() -> None:
    every = [words(sentence) for side in SIDES for _, sentence in found(side)]
    every += [words(line) for side in SIDES for line in lines(f"clean-{side}.tsv")]
    assert [sentence for sentence, count in Counter(every).items() if count > 1] == []


def close_to(sentences: list[str], others: list[str]) -> list[str]:
    """The sentences that have two thirds or more of their words, and another's, in common with that other.

    The other is not named: a failing test must not show what is withheld to whoever improves the rules.
    """
    sets = [frozenset(words(other)) for other in others]
    return [
        sentence
        for sentence in sentences
        for mine in [frozenset(words(sentence))]
        if any(3 * len(mine & other) >= 2 * len(mine | other) for other in sets)
    ]


@pytest.mark.parametrize("side", TUNING)
def test_a_withheld_sentence_is_no_tuning_sentence_with_a_word_changed(side: str) -> None:
    tuning, withheld = ([sentence for _, sentence in found(part)] for part in (side, "withheld"))
    assert close_to(tuning, withheld) == []
    assert close_to(lines(f"clean-{side}.tsv"), lines("clean-withheld.tsv")) == []
