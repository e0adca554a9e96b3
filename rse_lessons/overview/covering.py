"""The coverage page in the main window: what lessons serve of the curriculum, shown, printed and saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.card import Card
from rse_lessons.nation.coverage import Area, Claim, coverage
from rse_lessons.nation.profiles import Nation
from rse_lessons.printing.coverage import coverage_sheet
from rse_lessons.printing.document import Document
from rse_lessons.school import School
from rse_lessons.ui.bands import AGES, short_ages
from rse_lessons.ui.coverage.page import CoveragePage
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.export import ExportError, print_document, save_document, slug
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.paper.slides import WORDS
from rse_lessons.ui.theme import Theme


def claims(cards: Sequence[Card], framework: str) -> list[Claim]:
    """Give what lessons say that they serve of one framework, a nation's or `efcw`."""
    return [
        Claim(code, card.id, card.title, card.band, to_check)
        for card in cards
        for name, code, to_check in card.curriculum
        if name == framework
    ]


def covered(school: School, nation: Nation) -> list[tuple[str, tuple[Area, ...]]]:
    """Give a nation's curriculum and Education for a Connected World, with what serves them."""
    cards = school.library.cards()
    further = school.in_languages.framework("efcw", school.language)
    subject = tr("{nation}: {subject}").format(nation=nation.name, subject=nation.subject)
    return [
        (subject, coverage(nation.frameworks, claims(cards, nation.code))),
        (tr("Education for a Connected World"), coverage(further, claims(cards, "efcw"))),
    ]


def coverage_document(school: School) -> Document:
    """Give the coverage sheet of the chosen nation."""
    return coverage_sheet(covered(school, school.nation), {band: short_ages(band) for band in AGES}, WORDS)


class Covering(QObject):
    """Shows the coverage page and puts it on paper."""

    lesson_opened = Signal(str)

    def __init__(self, school: School, window: LibraryWindow, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._school = school
        self._window = window
        self._theme = theme
        self.page = CoveragePage(theme())
        self.page.lesson_opened.connect(self.lesson_opened)
        self.page.print_requested.connect(self._ask)

    def open(self) -> None:
        """Show the page as the library and the nation are now."""
        self.page.show_coverage(covered(self._school, self._school.nation))
        self._window.show_page(self.page)

    def show_again(self) -> None:
        """Follow another nation, or other lessons."""
        if self.page.isVisible():
            self.page.show_coverage(covered(self._school, self._school.nation))

    def _ask(self) -> None:
        answers = [("save", tr("Save as PDF")), ("print", tr("Print")), ("", tr("Cancel"))]
        words = tr("All statements of {nation} and of Education for a Connected World, with their lessons.")
        question = Question(
            self._theme(),
            tr("Print or save the coverage"),
            words.format(nation=self._school.nation.name),
            answers,
            self._window,
        )
        question.exec()
        question.deleteLater()
        if question.answer == "save":
            self._save()
        elif question.answer == "print":
            self._print()

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = Path(documents or str(Path.home())) / f"coverage-{slug(self._school.nation.name)}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save as PDF"), str(name), tr("PDF documents (*.pdf)")
        )
        if chosen:
            target = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
            self._try(lambda: save_document(coverage_document(self._school), target))

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(tr("Coverage"))
        if QPrintDialog(printer, self._window).exec():
            self._try(lambda: print_document(coverage_document(self._school), printer))

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except ExportError as error:
            answers = [("", tr("Close"))]
            told = Question(self._theme(), tr("That did not work"), str(error), answers, self._window)
            told.exec()
            told.deleteLater()
