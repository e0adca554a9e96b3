"""The shape of the sentences that measure the language checker; what it finds in them is measured elsewhere.

The sentences were written apart from the checker's rules, so the ids are listed here and not read from it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "wording"
SIDES = ("tuning", "tuning-2", "withheld")
TUNING = ("tuning", "tuning-2")
BY_WAY = "tuning-3"
"""The third set has only sentences to find, for errors, each under a comment that names one way to say it."""
LATER = tuple(f"tuning-{number}" for number in range(4, 18))
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


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a file of sentences without its comments."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@cache
def found(side: str) -> tuple[tuple[str, str], ...]:
    """Each rule id with a sentence that the rule must find."""
    rows = [line.split("\t") for line in lines(f"find-{side}.tsv")]
    assert all(len(row) == 2 for row in rows)
    return tuple((row[0], row[1]) for row in rows)


@cache
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
    aside = [words(sentence) for _, sentence in found("withheld")]
    aside += [words(line) for line in lines("clean-withheld.tsv")]
    again = len(tuning) + len(aside) - len({*tuning, *aside})
    assert again == 0


Said = frozenset[str]


class Near:
    """Finds among sentences one that has two thirds or more of its words and another's in common.

    Of two such sentences each has two thirds or more of its words in the other. So one of a third of its
    words and a word more stands among as many of the other's, whichever they are: the rarest are taken, and
    hardly a pair is ever compared.
    """

    def __init__(self, others: Collection[Said]) -> None:
        self.often = Counter(chain.from_iterable(others))
        self.with_word: dict[str, list[Said]] = defaultdict(list)
        for other in others:
            for word in self._rarest(other):
                self.with_word[word].append(other)

    def _rarest(self, sentence: Said) -> Sequence[str]:
        # The same order for all, or the words that two sentences share could be passed over in one of them.
        order = sorted(sentence, key=lambda word: (self.often[word], word))
        return order[: len(order) // 3 + 1]

    def is_near(self, mine: Said) -> bool:
        return any(
            alike(mine, other) for word in self._rarest(mine) for other in self.with_word.get(word, ())
        )


def alike(mine: Said, other: Said) -> bool:
    return 3 * len(mine & other) >= 2 * len(mine | other)


@cache
def withheld(kind: str) -> Near:
    """What is withheld to find, or clean, to be sought in."""
    said = lines("clean-withheld.tsv") if kind == "clean" else [said for _, said in found("withheld")]
    return Near([frozenset(words(sentence)) for sentence in said])


def close_to(sentences: Sequence[str], others: Near) -> list[int]:
    """The places, from 1, of sentences that are near to another.

    Neither is shown: a failing test must not show what is withheld to whoever improves the rules.
    """
    return [
        place
        for place, sentence in enumerate(sentences, start=1)
        if others.is_near(frozenset(words(sentence)))
    ]


SOME = st.frozensets(st.sampled_from("abcdefgh"), min_size=1)


@settings(max_examples=60)
@given(st.lists(SOME, max_size=12), SOME)
def test_a_near_sentence_is_found_as_if_every_pair_was_compared(others: list[Said], mine: Said) -> None:
    assert Near(others).is_near(mine) == any(alike(mine, other) for other in others)


@pytest.mark.parametrize("side", [*TUNING, BY_WAY, *LATER])
def test_a_withheld_sentence_to_find_is_no_tuning_sentence_with_a_word_changed(side: str) -> None:
    # The places are taken before the assertion, which would otherwise print what it compares.
    places = close_to([sentence for _, sentence in found(side)], withheld("find"))
    assert places == []


@pytest.mark.parametrize("side", [*TUNING, *LATER])
def test_a_withheld_clean_line_is_no_tuning_line_with_a_word_changed(side: str) -> None:
    places = close_to(lines(f"clean-{side}.tsv"), withheld("clean"))
    assert places == []
