"""What one takes away from My learning: PDF, paper and JSON, put where it is to go; and all of it deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from rse_lessons import __version__
from rse_lessons.caretaking.ending import shared_folder, wait_for
from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.deleting.retention import Outcome, delete_training
from rse_lessons.progress.views.learning_export import as_json
from rse_lessons.settings.files import write_whole
from rse_lessons.staffroom.evidencing_words import certified_of, portfolio_of, record_of
from rse_lessons.training.certificate import LARGEST_PDF, Record, check, code_of, written
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.ending.words import left_words
from rse_lessons.ui.export import sentence_of
from rse_lessons.ui.my_learning import paper
from rse_lessons.ui.my_learning.certify import CheckWindow, NameWindow
from rse_lessons.ui.paper.pages import Paged, StoppedError
from rse_lessons.ui.widgets.typed_consent import TypedConsent

if TYPE_CHECKING:
    from rse_lessons.staffroom.evidencing_learner import Learner

APP = f"RSE Lessons {__version__}"
SAVE, PRINT = "save", "print"


class Taking(QObject):
    """Does it, and says on the page how it went."""

    def __init__(self, of: Learner, parent: QObject) -> None:
        super().__init__(parent)
        self._of = of
        self._means = of.means
        self._deleter = Elsewhere()
        self._deleter.done.connect(self._deleted)
        self.naming: NameWindow | None = None
        self.checking: CheckWindow | None = None
        self.consent: TypedConsent | None = None
        self._file = Path()

    # Certificate and portfolio

    def certificate(self, how: str) -> None:
        """Ask for the name on it, and save or print the certificate."""
        title = tr("Save my certificate") if how == SAVE else tr("Print my certificate")
        self._ask_name(title, how, partial(self._make_certificate, how))

    def portfolio(self, how: str, with_reflections: bool, with_notes: bool) -> None:
        """Ask for the name on it, and save or print the portfolio."""
        title = tr("Save my portfolio") if how == SAVE else tr("Print my portfolio")
        make = partial(self._make_portfolio, how, with_reflections, with_notes)
        self._ask_name(title, how, make)

    def _ask_name(self, title: str, how: str, then: Callable[[str], None]) -> None:
        button = tr("Save…") if how == SAVE else tr("Print…")
        window = NameWindow(
            self._means.theme(), title, button, name=self._of.name(), parent=self._means.window
        )
        window.named.connect(then, Qt.ConnectionType.QueuedConnection)
        window.finished.connect(window.deleteLater)
        self.naming = window
        window.open()

    def record(self, name: str) -> Record:
        """Give what a certificate of today would say."""
        of, nation = self._of, self._means.school.nation.name
        return record_of(of.modules, of.learning, name=name, nation=nation, app=APP, today=of.today())

    def _make_certificate(self, how: str, name: str) -> None:
        if how == PRINT:
            self._print(tr("Certificate"), self.record(name), self._lay_certificate)
            return
        target = self._target(f"certificate-{self._of.today().isoformat()}")
        if target is not None:
            self.save_certificate(target, name)

    def _lay_certificate(self, record: Record) -> Paged:
        return paper.certificate(certified_of(record))

    def save_certificate(self, target: Path, name: str) -> None:
        """Write the certificate, and the record of which its code is made beside it."""
        record = self.record(name)
        self._write(target, tr("Certificate"), record, lambda *_: self._lay_certificate(record))

    def _make_portfolio(self, how: str, with_reflections: bool, with_notes: bool, name: str) -> None:
        lay = partial(self._lay_portfolio, with_reflections, with_notes)
        if how == PRINT:
            self._print(tr("My portfolio"), self.record(name), lay)
            return
        target = self._target(f"portfolio-{self._of.today().isoformat()}")
        if target is not None:
            self.save_portfolio(target, name, with_reflections=with_reflections, with_notes=with_notes)

    def save_portfolio(
        self, target: Path, name: str, *, with_reflections: bool = False, with_notes: bool = False
    ) -> None:
        """Write the portfolio, and beside it the record of the certificate at its end."""
        record = self.record(name)
        lay = partial(self._lay_portfolio, with_reflections, with_notes, record)
        self._write(target, tr("My portfolio"), record, lay)

    def _lay_portfolio(
        self,
        with_reflections: bool,
        with_notes: bool,
        record: Record,
        progress: Callable[[int, int], None] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Paged:
        of = self._of
        found = portfolio_of(
            of.modules,
            of.learning,
            of.known,
            record,
            with_reflections=with_reflections,
            with_notes=with_notes,
        )
        return paper.portfolio(found, progress=progress, stopped=stopped)

    def _write(self, target: Path, title: str, record: Record, lay: Callable[..., Paged]) -> None:
        bar = QProgressDialog(tr("Writing the pages…"), tr("Stop"), 0, 0, self._means.window)
        bar.setWindowTitle(title)
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setMinimumDuration(400)

        def progress(done: int, total: int) -> None:
            bar.setMaximum(total)
            bar.setValue(done)
            QApplication.processEvents()

        stopped, content = bar.wasCanceled, written(record) if record.modules else b""
        try:
            paged = lay(progress, stopped)
            paper.write(paged, title, target, record=content, progress=progress, stopped=stopped)
            if content:
                write_whole(_beside(target), content)
        except StoppedError:
            self._say(tr("Stopped"), tr("No PDF was written."), good=False)
        except OSError as error:
            self._say(tr("That did not work"), sentence_of(error, target), good=False)
        else:
            if content:
                self._certify(record)
            self._say_written(target, len(paged.pages), record)
        finally:
            bar.close()
            bar.deleteLater()

    def _say_written(self, target: Path, pages: int, record: Record) -> None:
        said = ntr("{count} page in {{file}}.", "{count} pages in {{file}}.", pages).format(file=target)
        if record.modules:
            code = tr("The code is {code}; the record is in the PDF, and beside it.")
            said = " ".join((said, code.format(code=code_of(record.to_data()))))
        self._say(tr("Saved"), said)

    def _certify(self, record: Record) -> None:
        code = code_of(record.to_data())
        if code not in {one.code for one in self._of.learning.certificates}:
            data = {"code": code, "modules": [one.id for one in record.modules][:40]}
            self._of.record("certified", data=data)

    def _print(self, title: str, record: Record, lay: Callable[[Record], Paged]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        if not QPrintDialog(printer, self._means.window).exec():
            return
        try:
            paper.put_on(lay(record), printer)
        except OSError as error:
            self._say(tr("That did not work"), str(error), good=False)
            return
        if record.modules:
            self._certify(record)
            self._say(
                tr("Sent to the printer"),
                tr("Save it as PDF, too: the record by which its code can be checked comes with the file."),
            )
        else:
            self._say(tr("Sent to the printer"))

    # Copies

    def copy(self) -> None:
        """Ask where the record is to be saved as JSON, and save it."""
        name = f"my-learning-{self._of.today().isoformat()}.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self._means.window, tr("Save my record"), str(_documents() / name), tr("Data (*.json)")
        )
        if chosen:
            self.save_copy(Path(chosen if chosen.lower().endswith(".json") else f"{chosen}.json"))

    def save_copy(self, target: Path) -> bool:
        """Save everything that is kept of the teacher's learning, and say whether it was saved."""
        made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        try:
            learning = self._means.store().learning()
            write_whole(target, as_json(learning, made=made, app=__version__).encode())
        except OSError as error:
            self._say(tr("That did not work"), sentence_of(error, target), good=False)
            return False
        said = tr("Your reflections and notes are in it: keep it where only you can read it.")
        self._say(tr("Saved"), f"{target}. {said}")
        return True

    # Checking

    def check(self) -> None:
        """Open the window that checks certificates."""
        window = CheckWindow(self._means.theme(), self._means.window)
        window.file_wanted.connect(self._ask_file)
        window.check_wanted.connect(self.check_file)
        window.finished.connect(window.deleteLater)
        self.checking = window
        window.open()

    def _ask_file(self) -> None:
        kinds = tr("Certificates and records (*.pdf *.json)")
        chosen, _ = QFileDialog.getOpenFileName(self.checking, tr("Choose a file"), str(_documents()), kinds)
        if chosen:
            self.choose_file(Path(chosen))

    def choose_file(self, path: Path) -> None:
        """Take a file to check, and check it."""
        self._file = path
        if self.checking is not None:
            self.checking.show_file(path.name)

    def check_file(self, code: str) -> None:
        """Say whether the file and the code belong together."""
        if self.checking is None:
            return
        try:
            with self._file.open("rb") as file:
                content = file.read(LARGEST_PDF + 1)
        except OSError as error:
            self.checking.show_failure(error.strerror or str(error))
            return
        self.checking.show_checked(check(content, code))

    # Deleting

    def delete(self) -> None:
        """Offer a copy, ask by typing, and delete everything that is kept of the teacher's learning."""
        if self._deleter.busy:
            return
        answers = [
            ("copy", tr("Save a copy first…")),
            ("go", tr("Go on without")),
            ("", tr("Cancel")),
        ]
        question = Question(
            self._means.theme(),
            tr("Delete my training records"),
            tr(
                "Certificates and portfolios that you saved stay where they are. Would you like a copy first?"
            ),
            answers,
            self._means.window,
        )
        question.exec()
        question.deleteLater()
        if question.answer == "copy":
            self.copy()
        if question.answer:
            self.ask_delete()

    def ask_delete(self) -> None:
        """Ask by typing whether it is to be deleted, and do it."""
        self.consent = consent = TypedConsent(
            self._means.theme(),
            tr("Delete my training records?"),
            word=tr("delete"),
            goes=[
                tr("What you did in every module: pages, conversations, tries, reflections, tasks"),
                tr("Your log of evidence, your notes for a mentor, rehearsals, the list of certificates"),
                tr("The same in every backup on this PC, and what this PC put into your shared folder"),
            ],
            stays=[
                tr("Your classes, and everything that you taught them"),
                tr("Files that you saved: certificates, portfolios, copies"),
            ],
            button=tr("Delete for good"),
            parent=self._means.window,
        )
        consent.confirmed.connect(self._begin_deleting)
        consent.finished.connect(consent.deleteLater)
        consent.open()

    def _begin_deleting(self) -> None:
        records, store = self._means.school.paths.records, self._means.store()
        shared, now = shared_folder(records), datetime.now(UTC)
        self._deleter.do(partial(_deleted, partial(
            delete_training, records, partial(wait_for, store), now=now, shared=shared
        )))  # fmt: skip

    def _deleted(self, outcome: object) -> None:
        consent, self.consent = self.consent, None
        if not isinstance(outcome, Outcome):
            if consent is not None:
                self.consent = consent
                consent.fail(
                    tr(
                        "Your records cannot be written just now. Everything is as it was. See that no other "
                        "window of RSE Lessons is open and that the disk has room, and try again."
                    )
                )
            return
        if consent is not None:
            consent.accept()
        self._of.forget()
        left = [left_words(one) for one in outcome.left]
        if left:
            left.append(tr("RSE Lessons tries this again at its next start, and tells you if it fails."))
            self._say(tr("Deleted from your records, but not everywhere yet"), " ".join(left), good=False)
        else:
            said = ntr("{count} step is gone for good.", "{count} steps are gone for good.", outcome.events)
            if outcome.ahead:
                ahead = tr("Some are dated far into the future, by a clock that was wrong, and stay.")
                said = " ".join((said, ahead))
            self._say(tr("Your training records are deleted"), said)

    # Saying

    def _say(self, title: str, text: str = "", *, good: bool = True) -> None:
        self._of.page.taking.say(title, text, good=good)

    def _target(self, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._means.window,
            tr("Save as PDF"),
            str(_documents() / f"{name}.pdf"),
            tr("PDF documents (*.pdf)"),
        )
        if not chosen:
            return None
        return Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")


def _deleted(delete: Callable[[], Outcome]) -> object:
    """Do it, and give what came of it or what went wrong."""
    try:
        return delete()
    except (sqlite3.Error, OSError, RecordsError, RuntimeError) as error:
        return error


def _beside(target: Path) -> Path:
    """Give the name of the record beside a PDF; a file that is something else is not written over."""
    number = 1
    while True:
        ending = "" if number == 1 else f"-{number}"
        path = target.with_name(f"{target.stem}-record{ending}.json")
        try:
            with path.open("rb") as file:
                if file.read(8) == b'{"code":':
                    return path
        except FileNotFoundError:
            return path
        number += 1


def _documents() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder or str(Path.home()))
