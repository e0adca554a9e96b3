"""The papers on data protection: what this PC keeps, and a school's impact assessment, printed or saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from rse_lessons import __version__
from rse_lessons.i18n.catalogues import tr
from rse_lessons.printing.data_sheet import data_sheet
from rse_lessons.printing.document import Document
from rse_lessons.printing.facts import Facts
from rse_lessons.printing.impact_assessment import impact_assessment
from rse_lessons.progress.database import thinning
from rse_lessons.progress.database.backup import backups_folder
from rse_lessons.progress.deleting.year_end import last_day
from rse_lessons.progress.facts.fields import FEWEST
from rse_lessons.progress.mending.sidefile import side_path
from rse_lessons.school import School
from rse_lessons.settings.profiles import LIST
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.export import ExportError, print_document, save_document
from rse_lessons.ui.paper.slides import WORDS
from rse_lessons.ui.theme import Theme

SHEET, ASSESSMENT = "sheet", "assessment"


def facts_of(school: School, shared: Path | None = None) -> Facts:
    """Give what is special to this PC and this teacher."""
    paths, preferences = school.paths, school.preferences
    month, day = last_day(preferences.year_end, preferences.nation)
    places = (
        (tr("Records of classes"), paths.records),
        (tr("The newest steps once more"), side_path(paths.records)),
        (tr("Backups"), backups_folder(paths.records)),
        (tr("Settings and passcodes"), paths.config),
        (tr("The list of profiles"), paths.common / LIST),
        (tr("What can be made again"), paths.cache),
    )
    return Facts(
        app=__version__,
        nation=school.nation.name,
        year_end=day_and_month(date(2001, month, day)),
        places=tuple((what, str(path)) for what, path in places),
        shared=str(shared) if shared is not None else "",
        passcode=paths.passcode.exists(),
        days=thinning.DAYS,
        weeks=thinning.WEEKS,
        months=thinning.MONTHS,
        fewest=FEWEST,
    )


def paper(what: str, school: School, today: date, shared: Path | None = None) -> Document:
    """Give the `sheet` or the `assessment` with the facts of this PC."""
    make = data_sheet if what == SHEET else impact_assessment
    day = tr("{date} {year}").format(date=day_and_month(today), year=today.year)
    return make(facts_of(school, shared), day, WORDS)


class Papers:
    """Asks whether a paper is to be printed or saved, and does it."""

    def __init__(
        self,
        school: School,
        theme: Callable[[], Theme],
        shared: Callable[[], Path | None] = lambda: None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._school, self._theme, self._shared, self._today = school, theme, shared, today

    def ask(self, what: str, parent: QWidget) -> None:
        """Ask about the `sheet` or the `assessment`, and stay until it is done."""
        document = paper(what, self._school, self._today(), self._shared())
        words = {
            SHEET: tr(
                "What is kept on this PC, where, how long, and who can read it. The places on this PC are "
                "filled in; your school adds its own at the end."
            ),
            ASSESSMENT: tr(
                "The steps of the Information Commissioner’s template, with what the program does filled in. "
                "What only your school can say is left empty."
            ),
        }
        answers = [("save", tr("Save as PDF")), ("print", tr("Print")), ("", tr("Cancel"))]
        answer = self._question(document.title, words[what], answers, parent)
        if answer == "save":
            self._save(document, what, parent)
        elif answer == "print":
            self._print(document, parent)

    def _question(self, title: str, words: str, answers: list[tuple[str, str]], parent: QWidget) -> str:
        question = Question(self._theme(), title, words, answers, parent)
        question.exec()
        question.deleteLater()
        return question.answer

    def _save(self, document: Document, what: str, parent: QWidget) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        names = {SHEET: "data-protection-sheet.pdf", ASSESSMENT: "impact-assessment.pdf"}
        offered = Path(documents or str(Path.home())) / names[what]
        chosen, _ = QFileDialog.getSaveFileName(
            parent, tr("Save as PDF"), str(offered), tr("PDF documents (*.pdf)")
        )
        if chosen:
            target = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
            self._try(lambda: save_document(document, target), parent)

    def _print(self, document: Document, parent: QWidget) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.title)
        if QPrintDialog(printer, parent).exec():
            self._try(lambda: print_document(document, printer), parent)

    def _try(self, work: Callable[[], None], parent: QWidget) -> None:
        try:
            work()
        except ExportError as error:
            self._question(tr("That did not work"), str(error), [("", tr("Close"))], parent)
