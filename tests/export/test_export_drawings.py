"""What was drawn over slides, exported when it is wanted and known, on its own slides only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from rse_lessons.cli.commands import run
from rse_lessons.presenting.ink import Pen, Stroke, pages
from rse_lessons.presenting.slides import slides_of
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.settings.paths import find_paths
from rse_lessons.ui.slide.strokes import pen_colour

DRAWN = 2
SLIDES = "\n---\n".join(f"# Slide {number}\n\nWords.\n" for number in range(4))
LINE = Stroke(Pen.PLUM, 22, ((200, 880), (1400, 880)))


@pytest.fixture
def data(tmp_path: Path, school_in: Callable[[Path], School]) -> Path:
    """Give a data folder with a lesson of few slides, and one stroke on one of them with one class."""
    folder = tmp_path / "data"
    school = school_in(folder)
    school.own_lessons.mkdir(parents=True)
    (school.own_lessons / "pens.md").write_text(SLIDES, encoding="utf-8")
    lesson = school.read(str(school.own_lessons / "pens.md")).lesson
    assert lesson is not None
    store = Store(find_paths(folder).records, now=lambda: datetime.now(UTC), tell=print)
    page = pages(slides_of(lesson))[DRAWN]
    for kind, told in (
        ("started", {"slides": len(slides_of(lesson)), "slide": 0}),
        ("stroke", {"page": page, "place": 0, **LINE.to_data()}),
    ):
        store.record(kind, lesson=lesson.id, class_label="2 Oak", data=told)
    store.close(10)
    return folder


def has_line(picture: Path) -> bool:
    image = QImage(str(picture))
    colour = image.pixelColor(round(image.width() / 2), round(image.height() * 880 / 900))
    return colour == QColor(pen_colour(Pen.PLUM, dark=False))


def export(data: Path, target: Path, *more: str) -> int:
    return run(["--data-dir", str(data), "export", "pens", "--to", str(target), *more])


def test_drawings_are_on_their_own_slide_and_no_other(qapp: QApplication, data: Path, tmp_path: Path) -> None:
    assert export(data, tmp_path / "out", "--drawings", "--class", "2 Oak") == 0
    pictures = sorted((tmp_path / "out").glob("*.png"))
    assert len(pictures) == 4
    assert [number for number, picture in enumerate(pictures) if has_line(picture)] == [DRAWN]


def test_drawings_are_left_out_when_nobody_asks(qapp: QApplication, data: Path, tmp_path: Path) -> None:
    assert export(data, tmp_path / "out", "--class", "2 Oak") == 0
    assert [has_line(picture) for picture in (tmp_path / "out").glob("*.png")] == [False] * 4


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--class", "1 Beech"], "no drawings are kept for this lesson with the class “1 Beech”"),
        ([], "name one: --class"),
        (["--class", "2 Oak", "--as", "plan"], "Drawings are on slides."),
    ],
)
def test_where_there_is_none_it_says_so_and_writes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], words: str
) -> None:
    target = tmp_path / "out.pdf"
    assert export(data, target, "--drawings", *more) == 1
    assert words in capsys.readouterr().err
    assert not target.exists()
