"""Printing and saving from the window: which of a lesson's papers, where to, how far, and how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.in_class.giving import look_of
from rse_lessons.in_class.on_paper import drawn, where
from rse_lessons.lesson.model import Handout, Lesson
from rse_lessons.printing.worksheets import has_worksheets
from rse_lessons.school import School
from rse_lessons.ui.dialogs.print import WHAT, PrintDialog
from rse_lessons.ui.export import ExportError, What, export, print_on, slug
from rse_lessons.ui.paper.pages import StoppedError
from rse_lessons.ui.theme import Theme, load_theme


class Paperwork:
    """Puts one lesson on paper, as often as the teacher likes."""

    def __init__(self, school: School, lesson: Lesson, theme: Theme, parent: QWidget) -> None:
        self._school = school
        self._lesson = lesson
        self._look = look_of(school, lesson, load_theme("light"))
        sheets = has_worksheets(lesson)
        here = {"handouts": _has_handouts(lesson), "worksheets": sheets, "worksheets-filled": sheets}
        self._offered = [what for what in WHAT if here.get(what, True)]
        self.dialog = PrintDialog(theme, lesson.front.title, self._offered, parent)
        self.dialog.save_requested.connect(self._save)
        self.dialog.print_requested.connect(self._print)

    def ask(self, what: str) -> None:
        """Open the dialog with `what` chosen, and stay until it is closed."""
        self.dialog.choose(what)
        self.dialog.exec()
        self.dialog.deleteLater()

    def _save(self, what: str) -> None:
        folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            or str(Path.home())
        )
        name = folder / f"{slug(self._lesson.front.title)}-{what}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self.dialog, tr("Save as PDF"), str(name), tr("PDF documents (*.pdf)")
        )
        if not chosen:
            return
        target = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
        self._run(what, target, None)

    def _print(self, what: str) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._lesson.front.title)
        dialog = QPrintDialog(printer, self.dialog)
        if dialog.exec():
            self._run(what, None, printer)

    def _run(self, what: str, target: Path | None, printer: QPrinter | None) -> None:
        kind = What(what)
        bar = QProgressDialog(tr("Writing the pages…"), tr("Stop"), 0, 0, self.dialog)
        bar.setWindowTitle(tr("Print"))
        bar.setMinimumDuration(400)

        def progress(done: int, total: int) -> None:
            bar.setMaximum(total)
            bar.setValue(done)
            QApplication.processEvents()

        place, lesson = where(self._school, self._lesson, kind), drawn(self._school, self._lesson, kind)
        try:
            if target is not None:
                pages = export(
                    lesson,
                    self._look,
                    target,
                    kind,
                    where=place,
                    large=self.dialog.in_large_print,
                    progress=progress,
                    stopped=bar.wasCanceled,
                )
                count = ntr("{count} page", "{count} pages", pages)
                self.dialog.say(tr("Saved"), tr("{count} in {file}.").format(count=count, file=target))
            elif printer is not None:
                print_on(
                    printer,
                    lesson,
                    self._look,
                    kind,
                    where=place,
                    large=self.dialog.in_large_print,
                    progress=progress,
                    stopped=bar.wasCanceled,
                )
                self.dialog.say(tr("Sent to the printer"))
        except ExportError as error:
            self.dialog.say(tr("That did not work"), str(error), good=False)
        except StoppedError:
            self.dialog.say(tr("Stopped"), tr("Nothing was written."), good=False)
        finally:
            bar.close()
            bar.deleteLater()


def _has_handouts(lesson: Lesson) -> bool:
    return any(isinstance(part, Handout) for slide in lesson.slides for part in slide.parts)
