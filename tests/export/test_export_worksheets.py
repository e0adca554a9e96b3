"""Worksheets as files: nothing lost, nothing outside its sheet, in every size of print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from rse_lessons.lesson import model
from rse_lessons.lesson.model import Lesson, Option, Place, Slide, Stage
from rse_lessons.printing.document import Card, Cards
from rse_lessons.printing.worksheets import worksheets
from rse_lessons.school import School
from rse_lessons.ui.export import LARGE_PRINT, ExportError, What, export
from rse_lessons.ui.paper import cut_out
from rse_lessons.ui.paper.compose import lay_out
from rse_lessons.ui.paper.slides import WORDS
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.pictures import PictureStore
from tests.pdfs import pages_of

AT = Place(Path("made.md"), 1)


@pytest.fixture(scope="module")
def all_of_it(school: School) -> Lesson:
    read = school.read_file(school.demonstration).lesson
    assert read is not None
    return school.as_taught(read)


def words(pdf: Path) -> str:
    return re.sub(r"\s", "", " ".join(pages_of(pdf)))


def made(block: model.Block) -> Lesson:
    slide = Slide("A slide", Stage.EXPLORE, 60, (block,), None, AT)
    return Lesson("made", Path("made.md"), model.FrontMatter("Made", None, 5), (slide,))


def cards(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(f"c{number}", text, AT, "", "a") for number, text in enumerate(texts))


def test_every_card_is_on_a_blank_sheet(all_of_it: Lesson, look: SlideLook, target: Path) -> None:
    count = export(all_of_it, look, target, What.WORKSHEETS)
    text = words(target)
    assert count == len(PdfReader(target).pages) > 15
    for slide in all_of_it.slides:
        for block in slide.parts:
            for card in (*getattr(block, "cards", ()), *(getattr(block, "options", ()))):
                assert re.sub(r"[\s*]", "", card.text) in text, card.text


def test_filled_sheets_hold_what_is_to_be_taken_away(
    all_of_it: Lesson, look: SlideLook, target: Path
) -> None:
    export(all_of_it, look, target, What.FILLED)
    text = words(target)
    for slide in all_of_it.slides:
        for block in slide.parts:
            if takeaway := getattr(block, "takeaway", ""):
                assert re.sub(r"\s", "", takeaway) in text


def test_worksheets_are_pictures_too(all_of_it: Lesson, look: SlideLook, tmp_path: Path) -> None:
    two = replace(all_of_it, slides=all_of_it.slides[5:7])
    assert export(two, replace(look, band="ks4"), tmp_path / "sheets", What.WORKSHEETS) == 2
    files = sorted((tmp_path / "sheets").glob("*.png"))
    assert [file.name for file in files] == ["01-page-1.png", "02-page-2.png"]
    image = QImage(str(files[0]))
    assert (image.width(), image.height()) == (1654, 2339)


def test_large_print_is_larger(all_of_it: Lesson, look: SlideLook, tmp_path: Path) -> None:
    grown = replace(look, band="ks4")
    usual = export(all_of_it, grown, tmp_path / "usual.pdf", What.WORKSHEETS)
    large = export(all_of_it, grown, tmp_path / "large.pdf", What.WORKSHEETS, large=True)
    assert large > usual


def test_a_lesson_without_activities_says_so(all_of_it: Lesson, look: SlideLook, target: Path) -> None:
    with pytest.raises(ExportError, match="no activities"):
        export(replace(all_of_it, slides=all_of_it.slides[:1]), look, target, What.WORKSHEETS)
    assert not target.exists()


HARD = {
    "none": (),
    "one": cards("One"),
    "forty": cards(*[f"Card number {number}" for number in range(40)]),
    "long": cards("word " * 300, "Short"),
    "one long word": cards("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2),
}


@pytest.mark.parametrize("scale", [1.0, LARGE_PRINT])
@pytest.mark.parametrize("hard", HARD)
@pytest.mark.parametrize("kind", ["sort", "order", "line", "diamond"])
def test_whatever_a_lesson_holds_stays_on_its_sheets(
    kind: str, hard: str, scale: float, look: SlideLook
) -> None:
    found = HARD[hard]
    column = Option("a", "Here", AT)
    block: model.Block = {
        "sort": model.Sort("s", AT, "Where?", (column, column), found),
        "order": model.Order("o", AT, "Which?", found),
        "line": model.Line("l", AT, "", ("", ""), found),
        "diamond": model.Diamond("d", AT, "", found),
    }[kind]  # type: ignore[assignment]
    sheet = Sheet(look.band, scale)
    for filled in (False, True):
        paged = lay_out(worksheets(made(block), WORDS, filled=filled), sheet, look.pictures, loose=True)
        for page in paged.pages:
            for thing, y in page:
                assert y + thing.height <= sheet.tall + 1, (kind, hard, filled)


def test_a_card_without_its_picture_says_what_it_would_show(look: SlideLook, target: Path) -> None:
    lost = model.Picture("lost.svg", "Two friends on a bench.", AT)
    block = model.Line("l", AT, "", ("A", "B"), (Option("c", "Friends", AT, picture=lost),))
    export(made(block), look, target, What.WORKSHEETS)
    assert "Twofriendsonabench." in words(target)


def test_cards_of_long_words_stand_in_fewer_columns(look: SlideLook) -> None:
    def across(text: str, count: int = 6) -> int:
        things = cut_out.MAKERS[Cards](Cards((Card(text),) * count), Sheet(), PictureStore())
        return count // len(list(things))

    assert [across("Short"), across("A card of words " * 5), across("A very long card " * 20)] == [3, 2, 1]
