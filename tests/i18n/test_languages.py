"""Plural forms, pinned, are those of CLDR for every number that a school counts to."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from rse_lessons.i18n.languages import LanguageError, language, load_languages, plural_rule
from tests.i18n.i18n_fixtures import ROOT

LANGUAGES = load_languages(ROOT / "translations")
CLDR = {
    "cy": ("zero", "one", "two", "few", "many", "other"),
    "gd": ("one", "two", "few", "other"),
    "ga": ("one", "two", "few", "many", "other"),
}


def test_the_languages_of_the_nations_are_described() -> None:
    assert {tag: made.forms for tag, made in LANGUAGES.items()} == {
        "cy": 6,
        "gd": 4,
        "ga": 5,
        "sco": 2,
        "sco-ulster": 2,
    }
    assert LANGUAGES["sco-ulster"].falls_back == ("sco",)


@pytest.mark.parametrize("tag", CLDR)
def test_plural_forms_are_those_of_cldr(tag: str) -> None:
    _, rule = plural_rule(LANGUAGES[tag].plural_forms)
    theirs = Locale.parse(tag).plural_form
    assert [CLDR[tag][rule(number)] for number in range(201)] == [theirs(number) for number in range(201)]


def test_forms_of_one_number_need_not_say_it() -> None:
    assert LANGUAGES["cy"].single_forms == {0, 1, 2, 3, 4}  # 0, 1, 2, 3 and 6
    assert LANGUAGES["ga"].single_forms == {0, 1}
    assert LANGUAGES["gd"].single_forms == frozenset()  # its first form is for 1 and 11
    assert LANGUAGES["sco"].single_forms == {0}


def test_scots_counts_as_english_does() -> None:
    _, rule = plural_rule(LANGUAGES["sco"].plural_forms)
    assert [rule(number) for number in range(201)] == [int(number != 1) for number in range(201)]


def test_a_language_that_nobody_described_can_be_begun() -> None:
    made = language("br", LANGUAGES)
    assert not made.described
    assert made.forms == 2


@pytest.mark.parametrize("tag", ["en", "CY", "cy_GB", "../x", "", "c"])
def test_what_is_no_language_is_refused(tag: str) -> None:
    with pytest.raises(LanguageError):
        language(tag, LANGUAGES)


@pytest.mark.parametrize(
    "header", ["", "nplurals=2", "nplurals=1; plural=(n != 1);", "nplurals=2; plural=import;"]
)
def test_what_is_no_rule_is_refused(header: str) -> None:
    with pytest.raises(LanguageError):
        plural_rule(header)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "languages.toml").write_text('[cy]\nname = "x"\n', encoding="utf-8")
    with pytest.raises(LanguageError, match="cannot be used"):
        load_languages(tmp_path)
