"""The coverage page: from the header to a statement, to its lesson, and onto paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from rse_lessons.app import Main
from rse_lessons.nation.profiles import NATIONS
from rse_lessons.overview.covering import coverage_document
from rse_lessons.school import School
from rse_lessons.ui.coverage.page import CoveragePage
from rse_lessons.ui.coverage.rows import StatementRow
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.export import ExportError, save_document
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.words import Words
from tests.pdfs import pages_of
from tests.ui.meanwhile import meanwhile


def opened(main: Main) -> CoveragePage:
    main.school.library.refresh()
    main.show_lessons()
    main.window.show()
    main.window.header.coverage.click()
    QApplication.processEvents()
    page = main.window.pages.currentWidget()
    assert isinstance(page, CoveragePage)
    return page


def rows(page: CoveragePage) -> list[StatementRow]:
    return [row for row in page.findChildren(StatementRow) if row.isVisible()]


def said(row: StatementRow) -> list[str]:
    return [words.text() for words in row.findChildren(Words)]


def test_the_header_leads_there_and_back_and_a_statements_lesson_opens(main: Main) -> None:
    page = opened(main)
    header = main.window.header
    assert (header.lessons.current, header.coverage.current) == (False, True)
    header.lessons.click()
    assert main.window.pages.currentWidget() is main.window.library
    assert (header.lessons.current, header.coverage.current) == (True, False)
    header.coverage.click()
    assert main.window.pages.currentWidget() is page
    row = next(row for row in rows(page) if said(row)[0] == "P-OSA-1")
    buttons = row.findChildren(Button)
    names = [button.accessibleName() for button in buttons]
    assert "Ask first, Ages 5 to 7" in names
    buttons[names.index("Ask first, Ages 5 to 7")].click()
    assert main.desks.opening.page.lesson_id == "ask-first"
    assert main.window.pages.currentWidget() is main.desks.opening.page


def test_another_nation_shows_its_own_statements_at_once(main: Main) -> None:
    page = opened(main)
    for code in reversed(NATIONS):
        main.prefer(nation=code)
        QApplication.processEvents()
        shown = [said(row)[0] for row in rows(page)]
        assert main.school.nation.code == code
        assert shown == list(main.school.nation.frameworks), code


def test_an_age_and_what_is_missing_can_be_asked_for(main: Main) -> None:
    page = opened(main)
    every = len(rows(page))
    page.age.set_choices(page.age._choices, "ks1")
    page.shown.set_choices(page.shown._choices, "open")
    page.shown.chosen.emit("open")
    QApplication.processEvents()
    missing = rows(page)
    assert 0 < len(missing) < every
    assert all("No lesson yet" in said(row) for row in missing)
    page.shown.set_choices(page.shown._choices, "covered")
    page.shown.chosen.emit("covered")
    QApplication.processEvents()
    assert len(rows(page)) == every - len(missing)
    assert page.count.text().startswith(f"{every - len(missing)} of {every} ")


def test_at_any_text_size_and_in_any_nation_nothing_stands_outside_its_window(main: Main) -> None:
    page = opened(main)
    main.window.resize(1280, 720)
    QApplication.processEvents()
    nothing_stands_outside(page)
    main.prefer(text_scale=200)
    for code in reversed(NATIONS):
        main.prefer(nation=code)
        QApplication.processEvents()
        page = main.desks.covering.page
        nothing_stands_outside(page)
        assert page.area.inside.width() <= page.area.viewport().width(), code
        header = main.window.header
        for part in (header.lessons, header.coverage, header.nation):
            assert part.width() >= part.sizeHint().width(), part.text()


def nothing_stands_outside(page: CoveragePage) -> None:
    for part in (page.printing, page.curriculum, page.age, page.shown, page.about):
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right <= page.area.viewport().width(), part


def test_the_sheet_is_saved_with_every_statement_or_why_not_is_said(
    qapp: QApplication, school_in: Callable[[Path], School], tmp_path: Path
) -> None:
    school = school_in(tmp_path)
    school.prefer(nation="sct")
    document = coverage_document(school)
    target = tmp_path / "coverage.pdf"
    save_document(document, target)
    text = " ".join(pages_of(target))
    assert all(code in text for code in school.nation.frameworks)
    assert "Education for a Connected World" in text
    with pytest.raises(ExportError, match="There is no folder"):
        save_document(document, tmp_path / "nowhere" / "coverage.pdf")
    with pytest.raises(ExportError, match="is a folder"):
        save_document(document, tmp_path)


def test_saving_asks_where(main: Main, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(main)
    target = tmp_path / "sheet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))

    def save(window: object) -> None:
        assert isinstance(window, Question)
        next(button for button in window.findChildren(QPushButton) if button.text() == "Save as PDF").click()

    seen = meanwhile(save)
    page.printing.click()
    assert len(seen) == 1
    assert target.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
