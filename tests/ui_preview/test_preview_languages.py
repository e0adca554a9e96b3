"""A preview in another language: it follows the catalogue as it is saved; problems stay the file's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.cli.commands import run
from rse_lessons.school import School
from rse_lessons.ui.slide.tongues import bare
from tests.i18n.i18n_fixtures import LESSON, pseudo
from tests.i18n.test_in_languages import SOURCE, WHOLE, catalogue, put, without
from tests.ui_preview.conftest import Open
from tests.ui_preview.test_preview import headings, move_away_first, put_in_place, write_into

OF_SLIDES = "too-much-text"
"""Words are measured as they are shown, so this may be another in another language."""
WAYS = (write_into, put_in_place, move_away_first)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "ask.md").write_text(LESSON, encoding="utf-8")
    return folder / "ask.md"


@pytest.fixture
def scots(school: School) -> Path:
    """Give the catalogue of the lesson in Scots, all of it translated."""
    return put(school.own_lessons / "translations", "sco", WHOLE)


@pytest.mark.parametrize("save", WAYS)
def test_slides_follow_the_catalogue_as_it_is_saved(
    qtbot: QtBot, open_it: Open, small: Path, scots: Path, save: object
) -> None:
    preview = open_it(small)
    assert headings(preview)[1] == "Sort"
    preview.window.language.chosen.emit("sco")
    assert headings(preview)[1] == pseudo("Sort")
    assert callable(save)
    for number in range(2):
        text = scots.read_text(encoding="utf-8")
        before = f'msgstr "{headings(preview)[1]}"'
        assert text.count(before) == 1
        with qtbot.waitSignal(preview.window.shown, timeout=5000):
            save(scots, text.replace(before, f'msgstr "Sort {number}"'))
        assert headings(preview)[1] == f"Sort {number}"
    preview.window.language.chosen.emit("en")
    assert headings(preview)[1] == "Sort"


def test_a_language_is_offered_as_soon_as_its_catalogue_is_there(
    qtbot: QtBot, open_it: Open, small: Path, school: School
) -> None:
    own = school.own_lessons / "translations"
    (own / "sco" / "lessons").mkdir(parents=True)
    preview = open_it(small)
    assert not preview.window.language.isVisible()
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        put(own, "sco", WHOLE)
    assert preview.window.language.isVisible()


def test_what_is_english_is_named_on_the_slide(open_it: Open, small: Path, school: School) -> None:
    put(school.own_lessons / "translations", "sco", catalogue(SOURCE, without("at-do-we-ask/heading")))
    preview = open_it(small)
    preview.choose_language("sco")
    title = headings(preview)[1]
    assert bare(title) == "Sort"
    assert title != "Sort"
    assert headings(preview)[3] == bare(headings(preview)[3]) == pseudo("Story")


def test_a_catalogue_that_cannot_be_read_is_told_and_slides_are_english(
    qtbot: QtBot, open_it: Open, small: Path, scots: Path
) -> None:
    preview = open_it(small)
    preview.choose_language("sco")
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        scots.write_text('msgid "half', encoding="utf-8")
    assert headings(preview)[1] == "Sort"
    assert any("ask.po: This translation cannot be used (Line 1" in one.sentence for one in preview.problems)
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        scots.write_text(WHOLE, encoding="utf-8")
    assert headings(preview)[1] == pseudo("Sort")
    assert not any("ask.po" in one.sentence for one in preview.problems)


def test_problems_are_those_of_the_file_whatever_is_shown(
    qtbot: QtBot, open_it: Open, small: Path, scots: Path
) -> None:
    preview = open_it(small)
    with qtbot.waitSignal(preview.checked, timeout=20_000):
        pass
    before = [one for one in preview.problems if one.rule != OF_SLIDES]
    assert before
    with qtbot.waitSignal(preview.checked, timeout=20_000):
        preview.choose_language("sco")
    assert [one for one in preview.problems if one.rule != OF_SLIDES] == before
    lines = LESSON.count("\n")
    assert all(one.line <= lines for one in preview.problems)


def test_a_slide_is_written_as_a_picture_from_a_translators_folder(
    qapp: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert qapp is not None
    school = School(tmp_path / "data")
    school.own_lessons.mkdir(parents=True)
    (school.own_lessons / "ask.md").write_text(LESSON, encoding="utf-8")
    mine = tmp_path / "mine"
    put(mine, "sco", WHOLE)
    said = ("i18n", "--in", str(mine), "preview", "ask", "--language", "sco", "--to")
    one, both = tmp_path / "one.png", tmp_path / "both.png"
    assert run(["--data-dir", str(tmp_path / "data"), *said, str(one), "--slide", "2"]) == 0
    assert capsys.readouterr() == (f"Slide 2 written to {one}.\n", "")
    put(mine, "sco", catalogue(SOURCE, without("at-do-we-ask/heading")))
    run(["--data-dir", str(tmp_path / "data"), *said, str(both), "--slide", "2", "--beside"])
    assert "1 passage is in English, of " in capsys.readouterr().out
    pictures = QImage(str(one)), QImage(str(both))
    assert pictures[1].width() > 2 * pictures[0].width()
    assert pictures[1].height() == pictures[0].height()
    assert run(["--data-dir", str(tmp_path / "data"), *said, str(one), "--slide", "77"]) == 1
    assert capsys.readouterr().err == "This lesson has 5 slides.\n"
