"""Reports of lessons: from the records to the window, a PDF and a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.report import Report, report
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.days import day_and_month, local_day
from rse_lessons.ui.dialogs.report import ReportWindow
from rse_lessons.ui.export import sentence_of, slug
from rse_lessons.ui.theme import Theme


def report_of(lesson: Lesson, standing: Standing) -> Report:
    """Make the report of a lesson, as it is taught, from what is kept of it."""
    return report(
        lesson,
        stage_seconds=standing.stage_seconds,
        tallies=standing.tallies,
        seen=standing.seen,
        slide=standing.slide,
        finished=standing.status == "taught",
    )


def about(class_label: str, standing: Standing) -> str:
    """Name the class and the day."""
    day = local_day(standing.when)
    who = tr("with {class_label}").format(class_label=class_label) if class_label else ""
    return ", ".join(part for part in (who, day_and_month(day) if day else "") if part)


class Reporting(QObject):
    """Shows one report, and puts it on paper as often as the teacher likes."""

    wanted = Signal(bool)
    """Whether reports are to be shown after lessons."""

    def __init__(
        self,
        theme: Theme,
        lesson: Lesson,
        class_label: str,
        standing: Standing,
        *,
        always: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._about = about(class_label, standing)
        self._report = report_of(lesson, standing)
        self.window = ReportWindow(
            theme, self._report, lesson.front.title, self._about, always=always, parent=parent
        )
        self.window.wanted.connect(self.wanted)
        self.window.save_requested.connect(self._save)
        self.window.print_requested.connect(self._print)
        self.window.finished.connect(self._closed)

    def open(self) -> None:
        """Show it before the window that it belongs to, which waits for nothing."""
        self.window.open()

    def _closed(self) -> None:
        self.window.deleteLater()
        self.deleteLater()

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = Path(folder or str(Path.home())) / f"{slug(self._lesson.front.title)}-report.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, tr("Save as PDF"), str(name), tr("PDF documents (*.pdf)")
        )
        if chosen:
            self.save_to(Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf"))

    def save_to(self, target: Path) -> None:
        """Write the report to a PDF, and say how it went."""
        from rse_lessons.ui.paper.report import report_document, write_report  # noqa: PLC0415  few need it

        document = report_document(self._report, self._lesson.front.title, self._about)
        try:
            write_report(target, document, str(self._lesson.front.band or ""))
        except OSError as error:
            self.window.say(tr("That did not work"), sentence_of(error, target))
        else:
            self.window.say(tr("Saved"), str(target))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  few need it

        from rse_lessons.ui.paper.report import print_report, report_document  # noqa: PLC0415  few need it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._lesson.front.title)
        if not QPrintDialog(printer, self.window).exec():
            return
        document = report_document(self._report, self._lesson.front.title, self._about)
        try:
            print_report(printer, document, str(self._lesson.front.band or ""))
        except OSError as error:
            reason = tr("The printer could not be used ({reason}). Nothing was printed. Save a PDF instead.")
            self.window.say(tr("That did not work"), reason.format(reason=error))
        else:
            self.window.say(tr("Sent to the printer"))
