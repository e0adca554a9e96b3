"""A small lesson of a school's own, whole in Scots, and the window in which its translation is read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.authors.reviewing import Review
from rse_lessons.i18n.documents import read
from rse_lessons.i18n.po import Catalogue, write
from rse_lessons.i18n.templates import entries_of
from rse_lessons.school import School
from rse_lessons.ui.theme import apply, load_fonts, load_theme
from tests.i18n.i18n_fixtures import LESSON, ROOT, pseudo

Open = Callable[[], Review]


@pytest.fixture
def school(tmp_path: Path, school_in: Callable[[Path], School]) -> School:
    """Have the lesson in English and, as the program says it, in Scots."""
    made = school_in(tmp_path / "data")
    lesson = made.own_lessons / "ask.md"
    lesson.parent.mkdir(parents=True, exist_ok=True)
    lesson.write_text(LESSON, encoding="utf-8")
    program = tmp_path / "program"
    for name in ("languages.toml", "glossary.toml"):
        program.mkdir(exist_ok=True)
        shutil.copy(ROOT / "translations" / name, program / name)
    said = (replace(one, strings=(pseudo(one.msgid),)) for one in entries_of(read(lesson), ""))
    file = program / "sco" / "lessons" / "ask.po"
    file.parent.mkdir(parents=True)
    file.write_text(write(Catalogue({"Language": "sco"}, tuple(said))), encoding="utf-8")
    made.in_languages.folders = program, made.own_lessons / "translations"
    made.library.refresh()
    return made


@pytest.fixture
def open_it(qtbot: QtBot, school: School) -> Iterator[Open]:
    """Open the window, and close it afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    theme = load_theme("light")
    apply(app, theme)
    made: list[Review] = []

    def opened() -> Review:
        review = Review(school, "ask", "sco", lambda: theme)
        review.window.resize(1280, 720)
        review.window.show()
        review.window.activateWindow()
        qtbot.waitUntil(review.window.isActiveWindow)
        made.append(review)
        return review

    yield opened
    for review in made:
        review.end()


@pytest.fixture
def review(open_it: Open) -> Review:
    return open_it()
