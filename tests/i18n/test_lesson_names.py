"""What lessons are called in the languages in use: on shelves, in search, at the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rse_lessons.i18n.documents import document
from rse_lessons.school import School
from tests.i18n.i18n_fixtures import LESSON, all_translated, pseudo
from tests.i18n.test_in_languages import SOURCE, WHOLE, catalogue, put, without

TITLE = "Ask first"


@pytest.fixture
def school(tmp_path: Path, school_in: Callable[[Path], School]) -> School:
    made = school_in(tmp_path)
    made.own_lessons.mkdir(parents=True)
    (made.own_lessons / "ask.md").write_text(LESSON, encoding="utf-8")
    put(made.own_lessons / "translations", "sco", WHOLE)
    made.library.refresh()
    return made


def title(school: School) -> str:
    card = school.library.card("ask")
    assert card is not None
    return card.title


def test_titles_are_in_the_windows_language_and_search_finds_both(school: School) -> None:
    assert not school.name_lessons()
    school.prefer(language="sco")
    assert title(school) == TITLE
    assert school.name_lessons()
    assert not school.name_lessons()
    assert title(school) == pseudo(TITLE)
    (asked,) = (card for card in school.library.find("asking please listening") if card.id == "ask")
    assert asked in school.library.find(pseudo("Asking"))
    assert asked.languages == "sco"
    # The next start has them at once, and English is back as soon as it is chosen.
    again = School(school.paths.data.parent)
    assert title(again) == pseudo(TITLE)
    again.prefer(language="en")
    assert title(again) == TITLE
    assert School(school.paths.data.parent).library.card("ask") == again.library.card("ask")


def test_a_class_in_another_language_changes_no_title(school: School) -> None:
    assert school.name_lessons({"sco", "en"})
    card = school.library.card("ask")
    assert card is not None
    assert (card.title, card.languages) == (TITLE, "sco")
    assert card in school.library.find(pseudo("Asking"))


def test_names_follow_lesson_and_catalogue(school: School) -> None:
    own = school.own_lessons / "translations"
    school.prefer(language="sco")
    school.name_lessons()
    put(own, "sco", catalogue(SOURCE, without("ask/title")))
    assert school.name_lessons()
    card = school.library.card("ask")
    assert card is not None
    assert (card.title, card.languages) == (TITLE, "")
    changed = LESSON.replace('title = "Ask first"', 'title = "Always ask"')
    (school.own_lessons / "ask.md").write_text(changed, encoding="utf-8")
    school.library.refresh()
    school.name_lessons()
    assert title(school) == "Always ask"
    found = document(Path("lessons/ask.md"), changed)
    put(own, "sco", catalogue(found, all_translated(found)))
    school.name_lessons()
    assert title(school) == pseudo("Always ask")


@pytest.mark.parametrize("damage", [b"", b"{}", b"1 0\n{}", b"\xff\xfe"])
def test_damaged_names_are_as_good_as_none(school: School, damage: bytes) -> None:
    school.prefer(language="sco")
    school.name_lessons()
    kept = school.paths.cache / "lesson-names-sco.json"
    kept.write_bytes(damage)
    again = School(school.paths.data.parent)
    assert title(again) == TITLE
    assert again.name_lessons()
    assert title(again) == pseudo(TITLE)
