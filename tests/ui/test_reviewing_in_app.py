"""The ways to the reading of a translation: a lesson’s page, and the settings’ page of languages."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.i18n.documents import read
from rse_lessons.i18n.po import Catalogue, write
from rse_lessons.i18n.review import as_toml, load_reviews
from rse_lessons.i18n.templates import entries_of
from rse_lessons.i18n.workshop import Workshop
from rse_lessons.preferring import count_languages
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.settings.languages_page import PARTS, Counted, LanguagesPage, part_words, standing_of
from rse_lessons.ui.settings.window import SettingsDialog
from rse_lessons.ui.theme import load_theme
from tests.i18n.i18n_fixtures import ROOT, pseudo

LESSON = "if-an-image-is-shared"


@pytest.fixture(scope="module")
def strings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the strings of the interface, which take seconds to find, as one school keeps them."""
    return tmp_path_factory.mktemp("strings") / "strings.json"


@pytest.fixture(scope="module")
def two_lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root of two lessons and two languages, which are counted in the twelfth part of the time."""
    root = tmp_path_factory.mktemp("root")
    lessons = (f"secondary/{LESSON}.md", "primary/ask-first.md")
    translations = ("languages.toml", "glossary.toml", "cy/ui.po", "ga/ui.po")
    words = [f"{tag}/lessons/{Path(one).stem}.po" for tag in ("cy", "ga") for one in lessons]
    for folder, names in (("content", lessons), ("translations", (*translations, *words))):
        for name in names:
            (root / folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / folder / name, root / folder / name)
    shutil.copytree(ROOT / "content" / "nations", root / "content" / "nations")
    return root


def counts_of(main: Main, strings: Path, *only: str) -> dict[str, Counted]:
    """Count what there is in each language, or in these; strings are found once for all tests."""
    kept = main.school.paths.cache / strings.name
    if strings.exists():
        shutil.copy(strings, kept)
    counted = {one.tag: one for one in count_languages(main.school, *only)}
    shutil.copy(kept, strings)
    return counted


def in_scots(main: Main) -> None:
    lesson = main.school.path_of(LESSON)
    assert lesson is not None
    entries = tuple(replace(one, strings=(pseudo(one.msgid),)) for one in entries_of(read(lesson), ""))
    file = main.school.own_lessons / "translations" / "sco" / "lessons" / f"{LESSON}.po"
    write_whole(file, write(Catalogue({}, entries)).encode())


def test_the_page_of_a_lesson_leads_to_its_reading_and_follows_it(qtbot: QtBot, main: Main) -> None:
    in_scots(main)
    with qtbot.waitSignal(main.desks.opening.offering.found):
        main.window.lesson_opened.emit(LESSON)
    page = main.desks.opening.page
    assert not page.languages.review.isVisible()
    page.languages.chooser.chosen.emit("sco")
    assert page.languages.review.isVisible()
    page.languages.review.click()
    (review,) = main.desks.reviewing.open_now.values()
    review.window.editor.field.set_text("Spier first")
    with qtbot.waitSignals([review.kept, main.desks.opening.offering.found], timeout=5000):
        review.window.flush()
    assert page.title.text() == "Spier first"
    review.window.close()
    assert not main.desks.reviewing.open_now


def test_the_settings_count_languages_as_the_command_does(
    qtbot: QtBot, main: Main, strings: Path, two_lessons: Path
) -> None:
    main.school.root = two_lessons
    counted = counts_of(main, strings)
    workshop = Workshop(two_lessons, ROOT / "rse_lessons", two_lessons / "translations", write_whole, strings)
    assert list(counted) == ["cy", "ga"]
    assert set(counted) <= set(workshop.begun())
    cy = counted["cy"]
    assert list(cy.counts) == workshop.counts("cy")
    page = LanguagesPage(load_theme("light"))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.wanted):
        page.show()
    page.show_counts(tuple(counted.values()))
    assert [row.choice.text for row in page.choices.rows] == [one.name for one in counted.values()]
    page.choices.row_of("cy").click()
    for part in PARTS:
        assert page.parts[part].text() == part_words(part, cy.of(part))
    assert "2 of 2 whole" in page.parts["lessons"].text()
    assert len(page.rows) == 2
    row = next(row for row in page.rows if row.name == f"lessons/{LESSON}")
    assert row.accessibleName().startswith("If somebody shares a picture. ")
    with qtbot.waitSignal(page.read_wanted) as wanted:
        row.click()
    assert wanted.args == [f"lessons/{LESSON}", "cy"]


def test_a_schools_own_review_is_counted_and_said(
    main: Main, qtbot: QtBot, strings: Path, two_lessons: Path
) -> None:
    main.school.root = two_lessons
    main.desks.reviewing.open(LESSON, "cy")
    (review,) = main.desks.reviewing.open_now.values()
    corrections = review.corrections
    for one in corrections.readings:
        corrections.mark(one.passage.context, right=True)
    corrections.finish(date(2026, 11, 22))
    review.window.close()
    cy = counts_of(main, strings, "cy")["cy"]
    (lesson,) = (one for one in cy.counts if one.name == f"lessons/{LESSON}")
    assert standing_of(lesson) == "Read by a fluent teacher on 22 November 2026"
    # The program's words change later: it says so.
    file = main.school.own_lessons / "translations" / "cy" / "review.toml"
    reviews = load_reviews(file)
    other = {name: replace(one, sum="0" * 64) for name, one in reviews.items()}
    file.write_text(as_toml(other), encoding="utf-8")
    cy = counts_of(main, strings, "cy")["cy"]
    (lesson,) = (one for one in cy.counts if one.name == f"lessons/{LESSON}")
    assert standing_of(lesson).endswith("changed since it was read")


def test_the_settings_lead_to_the_reading(qtbot: QtBot, main: Main) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        dialog.languages_page.read_wanted.emit(f"lessons/{LESSON}", "cy")

    QTimer.singleShot(0, choose)
    main.window.settings_requested.emit()
    assert list(main.desks.reviewing.open_now) == [(LESSON, "cy")]
