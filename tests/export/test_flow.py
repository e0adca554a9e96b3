"""Where sheets end: headings stay with what follows, heads of tables come again, no line is lost."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.printing.document import Bullets, Document, Marks, PageBreak, Para, Section, Style, Table
from rse_lessons.ui.paper.compose import lay_out
from rse_lessons.ui.paper.flow import Lines, Row
from rse_lessons.ui.paper.pages import Paged
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.theme import load_fonts

LONG = "Words that go on and on, so that a sheet comes to its end somewhere among them. " * 20


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def pages(*sections: Section, scale: float = 1.0) -> Paged:
    return lay_out(Document("Title", sections), Sheet("ks1", scale))


def test_everything_stays_between_the_margins() -> None:
    many = tuple(Section(f"Heading {n}", (Para(LONG), Para(LONG, Style.CARE))) for n in range(12))
    for scale in (1.0, 1.6):
        paged = pages(*many, scale=scale)
        assert len(paged.pages) > 3
        for page in paged.pages:
            last, top = page[-1]
            assert top + last.height <= paged.sheet.tall + 1


def test_a_heading_is_never_the_last_on_a_sheet() -> None:
    for filler in range(1, 40):
        sections = (
            Section("", tuple(Para("A line.") for _ in range(filler))),
            Section("Heading", (Para(LONG),)),
        )
        for page in pages(*sections).pages:
            assert not page[-1][0].keep


def test_no_line_stands_alone_at_either_end() -> None:
    for filler in range(1, 40):
        paged = pages(Section("", (*(Para("A line.") for _ in range(filler)), Para(LONG))))
        for page in paged.pages:
            for thing, _ in (page[0], page[-1]):
                if isinstance(thing, Lines) and thing.text.startswith("Words"):
                    assert thing.count >= 2


def test_the_head_of_a_long_table_comes_again() -> None:
    table = Table(tuple((f"Row {n}", "said " * 30) for n in range(60)), ("What", "How"))
    paged = pages(Section("Table", (table,)))
    assert len(paged.pages) > 1
    for page in paged.pages[1:]:
        first = page[0][0]
        assert isinstance(first, Row)
        assert first.keep
        assert first.fill


def test_a_short_table_stays_whole() -> None:
    table = Table(tuple((f"Row {n}", "said") for n in range(6)), ("What", "How"))
    for filler in range(20, 40):
        paged = pages(Section("", tuple(Para("A line.") for _ in range(filler))), Section("", (table,)))
        on = [
            number for number, page in enumerate(paged.pages) for thing, _ in page if isinstance(thing, Row)
        ]
        assert len(set(on)) == 1


def test_a_break_begins_a_sheet_and_makes_no_empty_one() -> None:
    broken = pages(
        Section("One", (Para("a"),)), Section("", (PageBreak(), PageBreak())), Section("Two", (Para("b"),))
    )
    assert len(broken.pages) == 2


def test_marks_stand_before_the_items_of_lists() -> None:
    items = ("one", "two")
    marks = {}
    for kind in Marks:
        things = [thing for thing, _ in pages(Section("", (Bullets(items, kind),))).pages[0]]
        marks[kind] = [thing.mark for thing in things if isinstance(thing, Lines)]
    assert marks == {
        Marks.DOTS: ["dot", "dot"],
        Marks.NUMBERS: ["1.", "2."],
        Marks.LETTERS: ["A", "B"],
        Marks.BOXES: ["box", "box"],
    }


def test_a_table_for_a_pen_has_room_to_write() -> None:
    grid = Para("| Said | In our words |\n|---|---|\n| Hello | |")
    rows = [thing for thing, _ in pages(Section("", (grid,))).pages[0] if isinstance(thing, Row)]
    assert rows[1].grid
    assert rows[1].room > 0
    assert rows[1].height > rows[0].height


def test_a_word_longer_than_the_sheet_is_broken_not_lost() -> None:
    paged = pages(Section("", (Para("x" * 400),)))
    line = paged.pages[0][1][0]
    assert isinstance(line, Lines)
    assert line.count > 1
