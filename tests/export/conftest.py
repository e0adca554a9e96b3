"""A real lesson of the library as it is taught in England, and where it is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.lesson.model import Lesson
from rse_lessons.printing.where import Where, where_of
from rse_lessons.school import School
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.theme import load_fonts


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> School:
    return school_in(tmp_path_factory.mktemp("school"))


@pytest.fixture(scope="session")
def lesson(school: School) -> Lesson:
    read = school.read("ask-first").lesson
    assert read is not None
    return school.as_taught(read)


@pytest.fixture
def look(school: School, lesson: Lesson, qapp: QApplication) -> SlideLook:
    load_fonts()
    return SlideLook(band=str(lesson.front.band), routes=school.routes(lesson))


@pytest.fixture
def where(school: School, lesson: Lesson) -> Where:
    return where_of(school.nation, lesson.front.band)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"
