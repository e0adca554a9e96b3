"""A real lesson of the library as it is taught in England, where it is printed, and what it is on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.lesson.model import Lesson
from rse_lessons.printing.where import Where, where_of
from rse_lessons.school import School
from rse_lessons.ui.export import What, export
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


@pytest.fixture(scope="session")
def short(lesson: Lesson) -> Lesson:
    """Its first slides, for what is true of any picture: every one of them is painted."""
    return replace(lesson, slides=lesson.slides[:3])


@pytest.fixture(scope="session")
def look(school: School, lesson: Lesson, qapp: QApplication) -> SlideLook:
    load_fonts()
    return SlideLook(band=str(lesson.front.band), routes=school.routes(lesson))


@pytest.fixture(scope="session")
def where(school: School, lesson: Lesson) -> Where:
    return where_of(school.nation, lesson.front.band)


class Printed(NamedTuple):
    """A PDF of the whole lesson, to be read only."""

    file: Path
    pages: int
    told: list[tuple[int, int]]
    """Of how many pages how many were done, as it was told meanwhile."""


@pytest.fixture(scope="session")
def printed(
    lesson: Lesson, look: SlideLook, where: Where, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[What], Printed]:
    """Give the whole lesson on paper, written once for all who read it."""
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def of(what: What) -> Printed:
        told: list[tuple[int, int]] = []
        file = folder / f"{what}.pdf"
        count = export(
            lesson, look, file, what, where=where, progress=lambda done, total: told.append((done, total))
        )
        return Printed(file, count, told)

    return of


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"
