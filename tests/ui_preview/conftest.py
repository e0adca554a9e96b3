"""A lesson of sixteen slides in a folder of its own, and its preview."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.authors.previewing import Preview
from rse_lessons.school import School
from rse_lessons.ui.theme import apply, load_fonts, load_theme

ROOT = Path(__file__).parents[2]
Open = Callable[[Path], Preview]


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Give a copy of a built-in lesson, to be written in."""
    folder = tmp_path / "writing"
    folder.mkdir()
    return Path(shutil.copy(ROOT / "content" / "primary" / "ask-first.md", folder / "mine.md"))


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path / "school")


@pytest.fixture
def open_it(qtbot: QtBot, school: School) -> Iterator[Open]:
    """Open previews, and close them afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    theme = load_theme("light")
    apply(app, theme)
    made: list[Preview] = []

    def opened(path: Path) -> Preview:
        preview = Preview(school, path, lambda: theme)
        preview.window.resize(1280, 720)
        preview.window.show()
        made.append(preview)
        return preview

    yield opened
    for preview in made:
        preview.end(wait=True)


@pytest.fixture
def preview(open_it: Open, lesson: Path) -> Preview:
    return open_it(lesson)
