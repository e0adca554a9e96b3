"""The language checker in Welsh, Irish and Gaelic: beginnings that change, accents, reasons."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.wording.__main__ import TUNING, lines_of, to_find
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import check_text
from rse_lessons.lesson.wording.lessons import check_lesson
from rse_lessons.lesson.wording.meaning.weighing import scales
from rse_lessons.lesson.wording.patterns import Compiler
from rse_lessons.lesson.wording.rulebook import language_of_rules, languages, rule_book
from rse_lessons.lesson.wording.vocabulary import Vocabulary

OTHERS = ("cy", "ga", "gd")
LEFT_OUT = {"no-actor"}
"""Advice that these languages do without: their passives are too many, and say who did it elsewhere."""


def rules_in(text: str, language: str) -> list[str]:
    return [found.rule for found in check_text(text, language=language)]


# The pattern language

CELTIC = Vocabulary(
    forms={"send": ["anfon", "anfonodd"]},
    beginnings={"b": ["f", "m"], "g": [""], "ll": ["l"], "a": ["h+", "n-+", "d'+"], "ch": []},
    letters={"â": "a", "ŷ": "y"},
    unchanged=frozenset({"ar"}),
    joined=("'n", "'r"),
    turns=("ond",),
)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("bai", "bai"),
        ("bai", "fai"),
        ("bai", "mai"),
        ("=bai", "bai"),
        ("gwirion", "wirion"),
        ("llun", "lun"),
        ("<send>", "hanfonodd"),
        ("athair", "n-athair"),
        ("athair", "nathair"),
        ("athair", "d’athair"),
        ("tân", "tan"),
        ("tân", "tân"),
        ("hi hawdd", "hi'n hawdd"),
        ("hi ..1 hawdd", "hi'n rhy hawdd"),
        ("bai hi", "bai'r hi"),
        ("chwarae", "chwarae"),
        ("bai & llun", "y llun yw'r bai"),
    ],
)
def test_a_word_is_found_however_it_begins(pattern: str, text: str) -> None:
    made = Compiler(CELTIC).compile(pattern)
    plain = text.replace("’", "'")
    assert list(made.spans(plain))
    words = {*plain.replace("'", "").replace("-", " ").split(), *plain.replace("'", " ").split()}
    assert made.may_be_in(frozenset(words))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("=bai", "mai"),
        ("ar", "har"),
        ("tan", "tân"),
        ("chwarae", "warae"),
        ("hi hawdd", "hi'w hawdd"),
        ("bai & llun", "y bai ond y llun"),
    ],
)
def test_a_word_is_not_found_as_another(pattern: str, text: str) -> None:
    assert not list(Compiler(CELTIC).compile(pattern).spans(text))


# The rules


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_of_english_is_there_at_its_level(language: str) -> None:
    english = {rule.id: rule.level for rule in rule_book().rules if rule.id not in LEFT_OUT}
    book = rule_book(language)
    assert {rule.id: rule.level for rule in book.rules} == english
    for rule in book.rules:
        assert rule.say, rule.id
        assert rule.reason[0] == "'" or rule.reason[0].isupper(), rule.id
        assert rule.reason.endswith("."), rule.id
        assert ". " not in rule.reason, f"{rule.id}: one sentence"
        assert rule.source in book.sources, rule.id
        for pattern in (*rule.patterns, *rule.unless, *rule.never_with):
            pattern.regex.search("nothing of the kind")
    for frame in book.frames:
        for pattern in frame.patterns:
            pattern.regex.search("nothing of the kind")
    assert book.sources == rule_book().sources
    assert scales(language) is None


@pytest.mark.parametrize(
    ("language", "rule", "sentence"),
    [
        ("cy", "own-fault", "Dy fai di oedd hyn."),
        ("cy", "own-fault", "Dy fai di oedd hyn, meddai’r athro."),
        ("cy", "put-at-risk", "Mae’n ei rhoi’i hun mewn perygl."),
        ("cy", "streetwise", "Merch sy’n edrych yn llawer hŷn na’i hoed."),
        ("ga", "why-send", "Cen fath ar sheol tu an pictiur chuige?"),
        ("ga", "own-fault", "Oraibh féin atá an locht."),
        ("ga", "consented-to-abuse", "D’aontaigh an cailín gnéas a bheith aici leis."),
        ("gd", "why-send", "Carson a chuir sibh an dealbh thuige?"),
        ("gd", "own-fault", "Is tusa as coireach."),
        ("gd", "put-at-risk", "Chuir i i fhéin ann an cunnart."),
    ],
)
def test_people_write_without_accents_in_any_person(language: str, rule: str, sentence: str) -> None:
    assert rule in rules_in(sentence, language)
    assert rule in rules_in(unicodedata.normalize("NFD", sentence), language)


def test_an_accent_that_makes_another_word_is_not_left_out() -> None:
    assert "streetwise" in rules_in("Merch sy’n edrych yn hŷn na’i hoed.", "cy")
    assert rules_in("Roedd hi’n edrych ar hyn am hanner awr, er ei hoed.", "cy") == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("cy", "Nid dy fai di ydy hyn."),
        ("cy", "Peidiwch byth â dweud “dylai hi fod wedi gwybod yn well”."),
        ("cy", "“Ei bai hi oedd e.” Ddim yn wir: Rowan ddewisodd rannu’r llun."),
        ("cy", "Pam wnaeth Rowan rannu’r llun?"),
        ("ga", "Ní ortsa atá an locht."),
        ("ga", "Ná habair riamh “ba cheart go mbeadh a fhios agat”."),
        ("ga", "An ar an pháiste atá an locht riamh? Ní hea: duine eile a roghnaigh é."),
        ("gd", "Chan e do choire-sa a th’ ann."),
        ("gd", "Na can a-riamh “bu chòir gum biodh fios agad na b’ fheàrr”."),
        ("gd", "Tha an coire a’ goil."),
    ],
)
def test_what_is_denied_or_put_right_is_left_alone(language: str, sentence: str) -> None:
    assert rules_in(sentence, language) == []


# Reasons


def test_better_words_are_in_the_texts_language_and_the_reason_in_the_readers() -> None:
    (own,) = check_text("Ei bai hi oedd hyn.", language="cy")
    assert own.say == "y person a ddewisodd wneud niwed sy'n gyfrifol"
    assert own.reason.startswith("Mae'n rhoi i'r plentyn")
    (told,) = check_text("Ei bai hi oedd hyn.", language="cy", reasons="en")
    assert told.say == own.say
    assert told.reason == "It gives the child a share in what somebody else chose to do."
    (welsh,) = check_text("It was her own fault.", reasons="cy")
    assert welsh.reason == own.reason
    (unknown,) = check_text("Ei bai hi oedd hyn.", language="cy", reasons="sco")
    assert unknown.reason == told.reason


def test_a_reason_is_told_for_the_right_age() -> None:
    found = {
        band: check_text("A naked picture.", audience="pupils", band=band, reasons="ga")
        for band in ("ks1", "ks3")
    }
    assert [one.rule for one in found["ks1"]] == ["nudes-slang"]
    assert found["ks1"][0].reason.startswith("D'fhéadfadh")
    assert found["ks3"] == ()


# Lessons


def test_a_lesson_in_a_language_is_read_in_it_with_its_exceptions() -> None:
    text = "# Made\n\nEi bai hi oedd hyn.\n\nShe asked for it.\n"
    (found,) = check_lesson(text, Path("made.md"), language="cy", reasons="en")
    assert (found.line, found.rule) == (3, "wording-own-fault")
    assert "it gives the child a share" in found.sentence
    allowed = "::: comment\nwording: allow own-fault: because the class rewrites it next\n:::\n"
    assert check_lesson(text + allowed, Path("made.md"), language="cy") == ()


# The sets of sentences


@pytest.mark.parametrize("language", OTHERS)
def test_the_tuning_set_is_found_and_nobody_is_accused(language: str) -> None:
    levels = {rule.id: rule.level for rule in rule_book(language).rules}
    found = [(rule, rule in rules_in(said, language)) for rule, said in to_find(TUNING, language)]
    for level, recall in ((Severity.ERROR, 0.95), (Severity.ADVICE, 0.9)):
        mine = [hit for rule, hit in found if levels[rule] is level]
        assert sum(mine) / len(mine) >= recall
    accused = [line for line in lines_of(f"clean-{TUNING}", language) if rules_in(line, language)]
    assert accused == []


# Anything


BITS = ["ei", "bai", "fhèin", "d'", "h-", "’n", "á", "â", "\u0301", "”", "“", ".", "\n", "ní", "chan", "ddim"]


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(languages())), st.lists(st.sampled_from(BITS) | st.text(max_size=6)).map(" ".join)
)
def test_any_text_can_be_checked_and_findings_lie_in_it(language: str, text: str) -> None:
    for found in check_text(text, language=language):
        assert 0 <= found.start < found.start + found.length <= len(text)


def test_a_language_without_rules_is_read_as_english() -> None:
    assert [language_of_rules(tag) for tag in ("cy", "sco", "")] == ["cy", "en", "en"]
