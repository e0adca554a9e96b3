"""Real files, read back: how many pages, which words, which pictures, and nothing half-written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from rse_lessons.lesson.model import Handout, Lesson, NotePart, Reveal
from rse_lessons.presenting.slides import slides_of
from rse_lessons.ui.export import ExportError, What, export, print_on, sentence_of, slug
from rse_lessons.ui.paper.pages import StoppedError
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slides_folder import CONTENTS
from tests.export.conftest import Printed
from tests.pdfs import words


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def after(pages: int) -> Iterator[bool]:
    """Say no so many times, then yes."""
    for _ in range(pages):
        yield False
    while True:
        yield True


def test_a_pdf_has_a_slide_a_page_wide_and_with_words_that_can_be_copied(
    lesson: Lesson, printed: Callable[[What], Printed]
) -> None:
    target, count, told = printed(What.SLIDES)
    reader = PdfReader(target)
    slides = slides_of(lesson)
    assert count == len(reader.pages) == len(slides)
    assert told == [(number, count) for number in range(1, count + 1)]
    assert reader.metadata is not None
    assert reader.metadata.title == lesson.front.title
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == (960, 540)
    for number, slide in enumerate(slides):
        assert slide.title in words(target, number)
    # A joined fi and a tab for a space are what one finds in a PDF that nobody copied from.
    assert "\t" not in reader.pages[0].extract_text()
    assert "fi" in words(target)


def test_hidden_lines_are_shown_on_paper(lesson: Lesson, printed: Callable[[What], Printed]) -> None:
    target = printed(What.SLIDES).file
    hidden = [
        (number, item.text)
        for number, slide in enumerate(slides_of(lesson))
        for part in slide.parts
        if isinstance(part, Reveal)
        for item in part.items
    ]
    assert hidden
    for number, text in hidden:
        assert text in words(target, number)


def test_fonts_are_in_the_file_and_pictures_stay_drawings(printed: Callable[[What], Printed]) -> None:
    data = printed(What.SLIDES).file.read_bytes()
    assert b"/FontFile2" in data
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (What.NOTES, "Listen for"),
        (What.PLAN, "What pupils can do afterwards"),
        (What.PARENTS, "To talk about together"),
        (What.HANDOUTS, "{handout}"),
    ],
)
def test_documents_are_upright_a4_with_page_numbers(
    what: What, said: str, lesson: Lesson, printed: Callable[[What], Printed]
) -> None:
    target, count, _ = printed(what)
    reader = PdfReader(target)
    assert len(reader.pages) == count
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    sheets = [part.title for slide in lesson.slides for part in slide.parts if isinstance(part, Handout)]
    assert said.format(handout=sheets[0]) in words(target)
    for number in range(count):
        assert f"Page {number + 1} of {count}" in words(target, number)
        assert lesson.front.title in words(target, number)


def test_every_note_is_under_its_slide_and_whole(lesson: Lesson, printed: Callable[[What], Printed]) -> None:
    target = printed(What.NOTES).file
    # Where the type changes, a reader of PDFs may or may not see a space.
    text = re.sub(r"\s", "", words(target))
    for slide in lesson.slides:
        for part in slide.notes.parts if slide.notes else ():
            plain = re.sub(r"[*_\s]", "", part.markdown)
            assert plain in text


def test_long_notes_flow_on_to_a_further_page(lesson: Lesson, look: SlideLook, target: Path) -> None:
    slide = lesson.slides[0]
    assert slide.notes is not None
    lines = " ".join(f"This is sentence {number} of very many." for number in range(160))
    notes = replace(slide.notes, parts=(NotePart("Say", lines),))
    one = replace(lesson, slides=(replace(slide, notes=notes),))
    count = export(one, look, target, What.NOTES)
    assert count > 2
    text = words(target)
    for number in range(160):
        assert text.count(f"sentence {number} of") == 1


def test_a_folder_holds_a_picture_a_slide_with_names_that_say_what_they_are(
    short: Lesson, look: SlideLook, tmp_path: Path
) -> None:
    folder = tmp_path / "slides"
    count = export(short, look, folder)
    files = sorted(file.name for file in folder.glob("*.png"))
    assert len(files) == count == len(slides_of(short)) > 1
    assert files[0] == f"01-{slug(short.slides[0].title)}.png"
    image = QImage(str(folder / files[-1]))
    assert (image.width(), image.height()) == (1920, 1080)
    assert short.slides[0].title in (folder / CONTENTS).read_text(encoding="utf-8")
    assert names_in(tmp_path) == ["slides"]


def test_a_folder_of_ours_is_replaced_and_anybody_elses_is_not(
    short: Lesson, look: SlideLook, tmp_path: Path
) -> None:
    folder = tmp_path / "slides"
    assert export(short, look, folder) == 3
    shorter = replace(short, slides=short.slides[:2])
    assert export(shorter, look, folder) == 2
    assert len(list(folder.glob("*.png"))) == 2
    (folder / "my holiday.png").write_bytes(b"precious")
    with pytest.raises(ExportError, match="my holiday"):
        export(short, look, folder)
    assert (folder / "my holiday.png").read_bytes() == b"precious"
    assert len(list(folder.glob("*.png"))) == 3
    assert names_in(tmp_path) == ["slides"]


def test_stopping_leaves_what_was_there(lesson: Lesson, look: SlideLook, tmp_path: Path) -> None:
    target, folder = tmp_path / "out.pdf", tmp_path / "slides"
    target.write_bytes(b"what was there")
    export(replace(lesson, slides=lesson.slides[:1]), look, folder)
    for place in (target, folder):
        answers = after(3)
        with pytest.raises(StoppedError):
            export(lesson, look, place, stopped=lambda answers=answers: next(answers))  # type: ignore[misc]
    assert target.read_bytes() == b"what was there"
    assert sorted(file.name for file in folder.iterdir()) == [
        f"01-{slug(lesson.slides[0].title)}.png",
        CONTENTS,
    ]
    assert names_in(tmp_path) == ["out.pdf", "slides"]


def test_a_file_is_replaced_whole(lesson: Lesson, look: SlideLook, target: Path) -> None:
    target.write_bytes(b"what was there")
    export(replace(lesson, slides=lesson.slides[:2]), look, target)
    assert len(PdfReader(target).pages) == 2
    assert names_in(target.parent) == ["out.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_said_and_the_sentence_fits(target: Path) -> None:
    with pytest.raises(OSError, match="No space") as caught, Path("/dev/full").open("wb") as full:
        full.write(b"x" * 100_000)
    assert "no room left" in sentence_of(caught.value, target)


@pytest.mark.skipif(os.name != "posix", reason="uses a limit of Unix")
def test_a_write_that_fails_leaves_nothing_behind(lesson: Lesson, look: SlideLook, tmp_path: Path) -> None:
    import resource
    import signal

    target, folder = tmp_path / "out.pdf", tmp_path / "slides"
    target.write_bytes(b"what was there")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8000, before[1]))
    try:
        for place in (target, folder):
            with pytest.raises(ExportError, match="could not be written"):
                export(lesson, look, place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"what was there"
    assert names_in(tmp_path) == ["out.pdf"]


@pytest.mark.parametrize(
    ("name", "what", "said"),
    [
        ("nowhere/out.pdf", What.SLIDES, "no folder"),
        ("slides.pptx", What.SLIDES, r"\.pptx are not written"),
        ("folder", What.PLAN, "Only slides"),
        ("taken.pdf", What.SLIDES, "is a folder"),
        ("file", What.SLIDES, "is a file"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(  # noqa: PLR0917  a table's columns
    name: str, what: What, said: str, lesson: Lesson, look: SlideLook, tmp_path: Path
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(ExportError, match=said) as caught:
        export(lesson, look, tmp_path / name, what)
    assert str(caught.value).endswith(".")
    assert names_in(tmp_path) == ["file", "taken.pdf"]


def test_a_lesson_without_handouts_says_so(lesson: Lesson, look: SlideLook, target: Path) -> None:
    with pytest.raises(ExportError, match="no handouts"):
        export(replace(lesson, slides=lesson.slides[:1]), look, target, What.HANDOUTS)
    assert not target.exists()


@pytest.mark.parametrize("what", list(What))
def test_a_printer_gets_the_same_pages_on_its_own_paper(
    what: What, lesson: Lesson, look: SlideLook, target: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    counted = []
    print_on(printer, lesson, look, what, progress=lambda done, _total: counted.append(done))
    reader = PdfReader(target)
    assert len(reader.pages) == len(counted)
    assert round(float(reader.pages[0].mediabox.width)) in (612, 792)


def test_file_names_are_made_of_any_title() -> None:
    assert slug("What’s “private”?") == "whats-private"
    assert slug("Gofyn yn gyntaf: tŷ, ŵyn") == "gofyn-yn-gyntaf-ty-wyn"
    assert slug("???") == "slide"
    assert len(slug("a very long title " * 9)) <= 40
