"""Scots begun with one command and no code: offered nowhere while it is empty, then as far as it goes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rse_lessons.cli import i18n
from rse_lessons.cli.i18n_verbs import add_to
from rse_lessons.i18n.catalogues import speaking
from rse_lessons.i18n.languages import load_languages
from rse_lessons.i18n.offered import offered
from rse_lessons.i18n.po import read, write
from rse_lessons.i18n.review import Standing
from rse_lessons.school import School
from rse_lessons.settings.paths import find_paths
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.locales import known_to_qt
from tests.i18n.i18n_fixtures import ROOT, strings_found

LESSON = "ask-first"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin Scots in a folder of its own, as a translator does."""
    folder = tmp_path_factory.mktemp("scots")
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path, default=folder / "data")
    add_to(parser.add_subparsers())
    cache = find_paths(folder / "data").cache
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "strings.json").write_bytes(strings_found())
    options = parser.parse_args(["i18n", "--in", str(folder / "translations"), "update", "sco"])
    assert i18n.run(options) == 0
    return folder / "translations"


@pytest.fixture
def school(tmp_path: Path, begun: Path, school_in: Callable[[Path], School]) -> School:
    made = school_in(tmp_path / "data")
    made.in_languages.lay_over(begun)
    return made


def test_every_catalogue_is_there_with_the_languages_own_rules(begun: Path) -> None:
    files = sorted(path.relative_to(begun / "sco").as_posix() for path in begun.rglob("*.po"))
    assert "ui.po" in files
    assert sum(name.startswith("lessons/") for name in files) == 24
    header = read((begun / "sco" / "ui.po").read_text(encoding="utf-8")).header
    assert header["Language"] == "sco"
    assert header["Plural-Forms"] == "nplurals=2; plural=(n!=1);"


def test_an_empty_language_is_offered_nowhere(begun: Path, school: School, tmp_path: Path) -> None:
    assert "sco" not in dict(school.in_languages.named())
    assert "sco" not in {one.tag for one in school.languages_of(LESSON)}
    assert "sco" not in {one.tag for one in offered(begun, tmp_path)}
    lesson = school.read(LESSON, "sco").lesson
    assert lesson is not None
    assert lesson.language == "en"


def test_one_passage_makes_a_lesson_and_the_rest_falls_back(begun: Path, school: School) -> None:
    file = begun / "sco" / "lessons" / f"{LESSON}.po"
    empty = file.read_bytes()
    found = read(empty.decode())
    words = {f"{LESSON}/title": "Speir first"}
    said = tuple(replace(one, strings=(words.get(one.context or "", ""),)) for one in found.entries)
    file.write_text(write(replace(found, entries=said)), encoding="utf-8")
    try:
        scots = next(one for one in school.languages_of(LESSON) if one.tag == "sco")
        assert (scots.name, scots.shown, scots.standing) == ("Scots", 1, Standing.PART)
        assert scots.to_be_asked
        assert "sco" in dict(school.in_languages.named())
        lesson, english = school.read(LESSON, "sco").lesson, school.read(LESSON).lesson
        assert lesson is not None
        assert english is not None
        assert (lesson.language, lesson.front.title) == ("sco", "Speir first")
        assert lesson.front.summary == english.front.summary
        assert [slide.title for slide in lesson.slides] == [slide.title for slide in english.slides]
        assert lesson.english_lines
        # Ulster-Scots has nothing of its own, and takes what Scots has.
        ulster = school.read(LESSON, "sco-ulster").lesson
        assert ulster is not None
        assert ulster.front.title == "Speir first"
    finally:
        file.write_bytes(empty)


def test_dates_and_order_are_those_of_these_islands(begun: Path) -> None:
    assert load_languages(ROOT / "translations")["sco"].formats == "en_GB"
    with speaking("sco"):
        assert day_and_month(date(2026, 3, 1)) == "1 March"
    # Qt knows no Scots: what it would say of it is another country's.
    assert known_to_qt("sco") is None
