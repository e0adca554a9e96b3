"""Lessons in several languages for tests: the built-in ones with their catalogues, as the program reads."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from rse_lessons.lesson.model import Lesson
from rse_lessons.school import School
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.readings import Readings

ROOT = Path(__file__).resolve().parents[2]
ASK_FIRST = ROOT / "content" / "primary" / "ask-first.md"


@cache
def school() -> School:
    """Give a school in a folder of its own, made once in a process."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return School(Path(folder.name))


@cache
def taught(path: Path, language: str) -> Lesson:
    """Give a lesson as it is taught in England, in a language as far as it is there."""
    reading = school().read(str(path), language)
    assert reading.lesson is not None
    return school().as_taught(reading.lesson)


def readings_of(path: Path, look: SlideLook, *languages: str) -> Readings:
    """Give a lesson in its languages."""

    def read(language: str) -> tuple[Lesson, Any]:
        lesson = taught(path, language)
        return lesson, school().routes(lesson)

    return Readings(taught(path, "en"), look, read, languages)
