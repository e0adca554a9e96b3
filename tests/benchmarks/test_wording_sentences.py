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
BY_WAY = "tuning-3"
"""The third set has only sentences to find, for errors, each under a comment that names one way to say it."""
LATER = ("tuning-4", "tuning-5", "tuning-6", "tuning-7", "tuning-8")
"""Sets to learn weights from."""
FINDS = (*SIDES, BY_WAY, *LATER)
MOST_MISSED = frozenset(
    [
        "own-fault",
        "known-better",
        "failed-to-act",
        "what-expect",
        "put-at-risk",
        "asked-for-it",
        "why-send",
        "leaked",
    ]
)
"""The rules whose ideas are said in the most ways: the third set has more of them."""

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


def ways() -> dict[tuple[str, str], list[str]]:
    """The rules of the rows beneath each comment of the third set that names a rule and a way."""
    rows: dict[tuple[str, str], list[str]] = {}
    under = ("", "")
    for line in (FOLDER / f"find-{BY_WAY}.tsv").read_text(encoding="utf-8").splitlines():
        rule, colon, way = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and colon and rule in ERRORS:
            under = (rule, way)
            assert under not in rows, f"{rule}: the way stands twice: {way}"
            rows[under] = []
        elif not line.startswith("#"):
            rows.setdefault(under, []).append(line.partition("\t")[0])
    return rows


def test_the_third_tuning_set_has_enough_of_every_error_and_nothing_else() -> None:
    counts = Counter(rule for rule, _ in found(BY_WAY))
    assert counts.total() >= 1_500
    assert set(counts) == ERRORS
    few = {rule: count for rule, count in counts.items() if count < (60 if rule in MOST_MISSED else 40)}
    assert few == {}


def test_each_way_of_the_third_tuning_set_has_four_sentences_or_more_of_its_rule() -> None:
    rows = ways()
    assert {under: rules for under, rules in rows.items() if len(rules) < 4 or set(rules) != {under[0]}} == {}
    counts = Counter(rule for rule, _ in rows)
    assert set(counts) == ERRORS
    assert {rule: count for rule, count in counts.items() if count < 9} == {}


@pytest.mark.parametrize("side", FINDS)
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


@pytest.mark.parametrize("side", [*SIDES, *LATER])
def test_a_clean_line_is_one_sentence_or_a_few_and_nothing_else(side: str) -> None:
    odd = [
        line for line in lines(f"clean-{side}.tsv") if "\t" in line or line != line.strip() or not words(line)
    ]
    assert odd == []


def test_no_sentence_stands_twice_in_a_file_or_in_two_files() -> None:
    """Twice among the tuning files is shown; what is withheld is only counted."""
    tuning = [words(sentence) for side in (*TUNING, BY_WAY, *LATER) for _, sentence in found(side)]
    tuning += [words(line) for side in (*TUNING, *LATER) for line in lines(f"clean-{side}.tsv")]
    twice = [sentence for sentence, count in Counter(tuning).items() if count > 1]
    assert twice == []
    withheld = [words(sentence) for _, sentence in found("withheld")]
    withheld += [words(line) for line in lines("clean-withheld.tsv")]
    again = len(tuning) + len(withheld) - len({*tuning, *withheld})
    assert again == 0


def close_to(sentences: list[str], others: list[str]) -> list[int]:
    """The places, from 1, of sentences with two thirds or more of their words and another's in common.

    Neither is shown: a failing test must not show what is withheld to whoever improves the rules.
    """
    sets = [frozenset(words(other)) for other in others]
    return [
        place
        for place, sentence in enumerate(sentences, start=1)
        for mine in [frozenset(words(sentence))]
        if any(3 * len(mine & other) >= 2 * len(mine | other) for other in sets)
    ]


@pytest.mark.parametrize("side", [*TUNING, BY_WAY, *LATER])
def test_a_withheld_sentence_to_find_is_no_tuning_sentence_with_a_word_changed(side: str) -> None:
    tuning, withheld = ([sentence for _, sentence in found(part)] for part in (side, "withheld"))
    # The places are taken before the assertion, which would otherwise print what it compares.
    places = close_to(tuning, withheld)
    assert places == []


@pytest.mark.parametrize("side", [*TUNING, *LATER])
def test_a_withheld_clean_line_is_no_tuning_line_with_a_word_changed(side: str) -> None:
    places = close_to(lines(f"clean-{side}.tsv"), lines("clean-withheld.tsv"))
    assert places == []
