"""The nations' words in other languages: every placeholder of every file has words in every one of them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from rse_lessons.i18n.after_article import article_faults
from rse_lessons.i18n.documents import content_files, document, read
from rse_lessons.i18n.localise import localise
from rse_lessons.i18n.passages import Kind
from rse_lessons.i18n.po import Catalogue, write
from rse_lessons.i18n.templates import entries_of
from rse_lessons.in_class.rehearsing import moments_in
from rse_lessons.nation.profiles import BANDS, NATIONS, Nation, fill, printed_routes_for, routes_for
from rse_lessons.school import School
from rse_lessons.ui.paper.slides import with_english_marked
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.look import SlideLook
from tests.i18n.i18n_fixtures import CONTENT, LESSON, all_translated, pseudo

PLACEHOLDER = re.compile(r"\{\{(?:term|helpline):[a-z0-9-]+\}\}")
MADE = "sco"
"""A language in which every word of the nations is another."""


@cache
def placeholders() -> tuple[str, ...]:
    """Every placeholder that lessons, meetings, modules and moments name."""
    texts = (path.read_text(encoding="utf-8") for path in content_files(CONTENT))
    return tuple(sorted({name for text in texts for name in PLACEHOLDER.findall(text)}))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    made = School(tmp_path_factory.mktemp("school"))
    for path in sorted(made.nations.glob("*.toml")):
        found = read(path)
        entries = (replace(entry, strings=(pseudo(entry.msgid),)) for entry in entries_of(found, path.name))
        file = made.in_languages.folders[1] / MADE / "nations" / f"{path.stem}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write(Catalogue({}, tuple(entries))), encoding="utf-8")
    return made


def words(nation: Nation) -> list[str]:
    return [fill(name, nation) for name in placeholders()]


@pytest.mark.parametrize("code", NATIONS)
def test_every_placeholder_has_words_in_every_nation_and_language(school: School, code: str) -> None:
    english = school.nation_of(code)
    assert len(placeholders()) > 15
    for tag in ("en", *school.in_languages.assembly.tags()):
        nation = school.nation_of(code, tag)
        for name, said, plain in zip(placeholders(), words(nation), words(english), strict=True):
            assert said.strip(), (tag, name)
            assert not set("{}") & set(said), (tag, name)
            # Untranslated is the English word; a number is the same in every language.
            assert re.findall(r"\d[\d ]*\d", said) == re.findall(r"\d[\d ]*\d", plain), (tag, name)
        assert nation.terms.keys() == english.terms.keys()
        assert [replace_words(nation, band) for band in BANDS] == [
            replace_words(english, band) for band in BANDS
        ]


def replace_words(nation: Nation, band: str) -> list[tuple[str, str, str]]:
    """Whatever of a band's routes is no words."""
    routes = (*routes_for(nation, band), *printed_routes_for(nation, band))
    return [(route.id, route.contact, route.kind) for route in routes]


@pytest.mark.parametrize("code", NATIONS)
def test_a_nation_that_is_translated_says_everything_in_that_language(school: School, code: str) -> None:
    english, other = school.nation_of(code), school.nation_of(code, MADE)
    assert {name: pseudo(word) for name, word in english.terms.items()} == dict(other.terms)
    assert [(pseudo(route.name), pseudo(route.who)) for route in english.routes] == [
        (route.name, route.who) for route in other.routes
    ]
    assert [route.contact for route in english.routes] == [route.contact for route in other.routes]
    assert not any(route.english for route in other.routes)
    assert [pseudo(one.heading) for one in english.frameworks.values()] == [
        one.heading for one in other.frameworks.values()
    ]
    assert english.frameworks.keys() == other.frameworks.keys()
    assert {band: pseudo(phase.name) for band, phase in english.phases.items()} == {
        band: phase.name for band, phase in other.phases.items()
    }
    assert (
        school.in_languages.framework("efcw", MADE).keys() == school.in_languages.framework("efcw", "").keys()
    )


def test_the_windows_language_is_that_of_the_nation(school: School) -> None:
    english = school.nation
    school.prefer(language=MADE)
    assert school.nation.name == pseudo(english.name)
    school.prefer(language="en")
    assert school.nation is english


@pytest.mark.parametrize("path", [path for path in content_files(CONTENT) if path.suffix == ".md"][::6])
def test_no_braces_are_left_in_a_translated_file(school: School, path: Path) -> None:
    found = document(path, path.read_text(encoding="utf-8"))
    made = localise(found, all_translated(found)).text
    assert PLACEHOLDER.findall(made) == PLACEHOLDER.findall(found.text)
    for code in NATIONS:
        filled = fill(made, school.nation_of(code, MADE))
        left = re.findall(r"\{\{[^{}]*\}\}", filled)
        assert not [name for name in left if not (found.kind is Kind.MODULE and name.startswith("{{source:"))]


@pytest.mark.parametrize(
    ("tag", "word", "right"),
    [
        ("cy", "arweinydd diogelu", True),
        ("cy", "unigolyn dynodedig", True),
        ("cy", "person diogelu dynodedig", False),
        ("ga", "duine teagmhála", True),
        ("ga", "ceannaire cosanta", False),
        ("gd", "neach-dìon", True),
        ("gd", "manaidsear dìon", False),
        ("gd", "àrd-oifigear", True),
        ("sco", "safeguardin heid yin", True),
    ],
)
def test_a_term_after_an_article_begins_with_a_letter_that_stays(tag: str, word: str, right: bool) -> None:
    assert (not list(article_faults(tag, "wls/terms/safeguarding-lead", word))) is right
    assert not list(article_faults(tag, "wls/terms/subject", word))


def test_what_stayed_english_has_english_words_and_english_routes_below_it(school: School) -> None:
    english, other = school.nation_of("eng"), school.nation_of("eng", MADE)
    lesson = school.own_lessons / "ask.md"
    lesson.parent.mkdir(parents=True, exist_ok=True)
    text = LESSON.replace("We practised asking.", "Ask the {{term:safeguarding-lead}}.")
    lesson.write_text(text, encoding="utf-8")
    found = read(lesson)
    kept = ("Tell the {{term:safeguarding-lead}}. Give the day.", "Help", "Asking is never too late.")
    said = (
        replace(one, strings=(pseudo(one.msgid),))
        for one in entries_of(found, "ask.md")
        if one.msgid not in kept
    )
    file = school.in_languages.folders[1] / MADE / "lessons" / "ask.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(write(Catalogue({}, tuple(said))), encoding="utf-8")
    shown = school.in_languages.lesson(lesson, MADE).lesson  # type: ignore[union-attr]
    source = school.read_file(lesson).lesson
    assert shown is not None
    assert source is not None
    taught, plain = school.as_taught(shown), school.as_taught(source)
    assert english.terms["safeguarding-lead"] in str(taught.front.before)
    assert other.terms["safeguarding-lead"] in str(taught.front.home)

    look = SlideLook(routes=school.routes(shown), english_routes=school.english_routes(shown))
    at = len(taught.slides) - 1
    headed = with_english_marked(taught, plain).slides[at]
    assert [line.text for line in describe(headed, look)][-1] == (
        [line.text for line in describe(plain.slides[at], SlideLook(routes=school.routes(source)))][-1]
    )
    assert describe(taught.slides[at], look)[-1] != describe(headed, look)[-1]


def test_moments_of_rehearsals_that_are_english_have_english_words(school: School) -> None:
    lead = school.nation_of("eng").terms["safeguarding-lead"]
    other = school.nation_of("eng", MADE).terms["safeguarding-lead"]
    before = school.preferences
    school.preferences = before._replace(language=MADE, nation="eng")
    try:
        said = str(moments_in(school))
    finally:
        school.preferences = before
    assert lead in said
    assert other not in said
