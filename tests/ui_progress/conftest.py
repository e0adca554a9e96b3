"""The progress window over real records, on a day that is always the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.overview.progressing import Progressing, Surroundings
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.progress.page import ProgressPage
from rse_lessons.ui.theme import apply, load_fonts, load_theme

TODAY = date(2026, 11, 19)
PICTURE, FAKED, IMAGE = "my-picture-your-choice", "faked-but-harmful", "if-an-image-is-shared"


class Year:
    """A school year being lived: what is recorded, and the window that shows it."""

    def __init__(self, school: School) -> None:
        self.now = datetime(2026, 9, 3, 9, tzinfo=UTC)
        self.school = school
        self.told: list[str] = []
        self.store = Store(self.school.paths.records, now=self._tick, tell=self.told.append)
        self.theme = load_theme("light")
        self.window = LibraryWindow(self.theme)
        around = Surroundings(
            self.school, self.window, lambda: self.theme, self.store.snapshot, lambda: TODAY
        )
        self.progressing = Progressing(around)
        self.progressing.told.connect(self.told.append)

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def page(self) -> ProgressPage:
        return self.progressing.page

    def on(self, day: str) -> None:
        """Go on to a day."""
        self.now = datetime.fromisoformat(f"{day}T10:00:00+00:00")

    def a_class(self, label: str, band: str) -> None:
        self.store.record("class-added", class_label=label, data={"band": band})

    def begin(self, lesson: str, label: str, slide: int = 0) -> None:
        slides = len(self._slides(lesson))
        self.store.record("started", lesson=lesson, class_label=label, data={"slides": slides, "slide": 0})
        self.store.record("slide", lesson=lesson, class_label=label, data={"slide": slide})

    def teach(self, lesson: str, label: str, before: int | None = 12, after: int | None = 25) -> None:
        """A lesson to its end, with hands for its first answer."""
        self.begin(lesson, label, 3)
        card = self.school.library.card(lesson)
        assert card is not None
        for block, count in zip(card.compared[0], (before, after), strict=True):
            options = self._options(lesson, block)
            counts = {name: count if not place else 7 for place, name in enumerate(options)}
            self.store.record(
                "tally", lesson=lesson, class_label=label, data={"block": block, "counts": counts}
            )
        for stage, seconds in card.stages:
            self.store.record(
                "stage", lesson=lesson, class_label=label, data={"stage": stage, "seconds": seconds + 30}
            )
        self.store.record("finished", lesson=lesson, class_label=label, data={})

    def open(self, width: int = 1280, height: int = 720) -> ProgressPage:
        """Show the page in a window of a size."""
        self.progressing.open()
        self.window.resize(width, height)
        self.window.show()
        QApplication.processEvents()
        return self.page

    def _slides(self, lesson: str) -> tuple[object, ...]:
        read = self.school.read(lesson).lesson
        assert read is not None
        return read.slides

    def _options(self, lesson: str, vote: str) -> list[str]:
        read = self.school.read(lesson).lesson
        assert read is not None
        parts = [part for slide in read.slides for part in slide.parts if getattr(part, "id", "") == vote]
        return [option.id for option in getattr(parts[0], "options", ())]


@pytest.fixture(scope="session")
def lessons_read(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> School:
    """Have the lessons of these tests read once."""
    school = school_in(tmp_path_factory.mktemp("read"))
    for lesson in (PICTURE, FAKED, IMAGE):
        school.read(lesson)
    return school


@pytest.fixture
def year(
    tmp_path: Path, qapp: QApplication, school_in: Callable[[Path], School], lessons_read: School
) -> Iterator[Year]:
    """An empty school year."""
    load_fonts()
    school = school_in(tmp_path)
    school._read.update(lessons_read._read)  # the school itself notices should a file change
    made = Year(school)
    apply(qapp, made.theme)
    yield made
    made.store.close()
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def busy(year: Year) -> Year:
    """A year with three classes, one lesson taught, one begun, one planned, one left out."""
    year.a_class("4 Maple", "lower-ks2")
    year.a_class("7B", "ks3")
    year.a_class("8 Hazel", "ks3")
    year.on("2026-11-03")
    year.teach(IMAGE, "7B")
    year.on("2026-11-17")
    year.begin(PICTURE, "4 Maple", 6)
    year.store.record("lesson-planned", lesson=FAKED, class_label="8 Hazel", data={"day": "2026-11-30"})
    year.store.record("lesson-skipped", lesson=IMAGE, class_label="8 Hazel", data={"reason": "with-the-lead"})
    return year
