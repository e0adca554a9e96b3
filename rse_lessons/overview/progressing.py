"""The progress window: from the records and the library to the page, to paper and to files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import is_
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from rse_lessons import __version__
from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.card import Card
from rse_lessons.nation.coverage import Claim, coverage
from rse_lessons.overview.reporting import report_of
from rse_lessons.printing.document import Document
from rse_lessons.progress.deleting.year_end import last_day
from rse_lessons.progress.facts.summary import Standing, Summary
from rse_lessons.progress.views.export import as_csv, as_json
from rse_lessons.progress.views.grid import LessonLine, Records, cell_of
from rse_lessons.progress.views.year import school_year
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.export import ExportError, print_document, save_document, sentence_of, slug
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.progress.known import CellDetails, Known, days_of
from rse_lessons.ui.progress.page import ProgressPage
from rse_lessons.ui.progress.sheet import calendar_sheet, curriculum_sheet, grid_sheet
from rse_lessons.ui.progress.words import year_words
from rse_lessons.ui.theme import Theme


def line_of(card: Card) -> LessonLine:
    """Give what the grid needs of a lesson on the shelf."""
    return LessonLine(card.id, card.title, card.band, card.slides, card.stages, card.compared)


def records_of(summary: Summary, cards: tuple[Card, ...]) -> Records:
    """Give what the grid is made of."""
    met: dict[str, list[str]] = {}
    for label, lesson in summary.lessons:
        met.setdefault(label, []).append(lesson)
    lessons, none = summary.lessons, Standing()

    def standing(label: str, lesson: str) -> Standing:
        return lessons.get(
            (label, lesson), none
        )  # asked for hundreds of cells: one empty one will do for all

    return Records(tuple(summary.classes), tuple(map(line_of, cards)), met, standing)


def next_end(setting: str, nation: str, today: date) -> date:
    """Give the day from which class data is to be cleared next, as it was set or the nation's own."""
    month, day = last_day(setting, nation)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the progress window is opened in."""

    school: School
    window: LibraryWindow
    theme: Callable[[], Theme]
    summary: Callable[[], Summary]
    """What the records hold now."""
    today: Callable[[], date] = lambda: datetime.now().astimezone().date()


class Progressing(QObject):
    """Shows the progress page, and takes what it holds out of the program."""

    told = Signal(str)
    """A sentence about what was copied or saved."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._shown: tuple[object, ...] = (None, None, None)
        """The summary, cards and preferences that the page was filled from."""
        self.page = ProgressPage(around.theme(), around.window.covers)
        page = self.page
        page.details_wanted.connect(self._show_details)
        page.print_wanted.connect(self._print)
        page.export_wanted.connect(self._export)

    def open(self) -> None:
        """Show the page as the records are now."""
        self._follow()
        self._around.window.show_page(self.page)

    def warm(self) -> None:
        """Make the page once, out of sight, so that its first opening comes as fast as the next."""
        if self.page.known is None:
            self._follow()
            self._around.window.pages.addWidget(self.page)
            QTimer.singleShot(0, self, self._paint_once)

    def _paint_once(self) -> None:
        if not self.page.isVisible():
            self.page.resize(self._around.window.pages.size())
            self.page.grab()

    def show_again(self) -> None:
        """Follow records, library and nation while the page is in front, also while a lesson hides it."""
        if self._around.window.pages.currentWidget() is self.page:
            self._follow()

    def _follow(self) -> None:
        """Show what is known now, unless it is what was shown last."""
        around, known = self._around, self.page.known
        # Each of these is made anew when it changes.
        now = around.summary(), around.school.library.cards(), around.school.preferences
        if known is None or known.today != around.today() or not all(map(is_, now, self._shown)):
            self._shown = now
            self.page.show_known(self._known())

    def _known(self) -> Known:
        school, summary = self._around.school, self._around.summary()
        nation, cards = school.nation, school.library.cards()
        claims = [
            Claim(code, card.id, card.title, card.band, to_check)
            for card in cards
            for name, code, to_check in card.curriculum
            if name == nation.code
        ]
        return Known(
            records=records_of(summary, tuple(cards)),
            today=self._around.today(),
            nation=nation.code,
            subject=tr("{nation}: {subject}").format(nation=nation.name, subject=nation.subject),
            phases={band: phase.name for band, phase in nation.phases.items()},
            covers={card.id: card.cover_path for card in cards},
            areas=coverage(nation.frameworks, claims),
            cleared=next_end(school.preferences.year_end, nation.code, self._around.today()),
        )

    def _show_details(self, label: str, lesson: str) -> None:
        known = self.page.known
        if known is None:
            return
        line = next((line for line in known.records.lessons if line.id == lesson), None)
        line = line or LessonLine(lesson, lesson, here=False)
        now = known.records.standing(label, lesson)
        year = self.page.year or school_year(known.today, known.nation)
        made = [cell for cell in self.page.made.cells if (cell.label, cell.lesson) == (label, lesson)]
        cell = made[0] if made else cell_of(label, line, now, year)
        here = line.here and now.status
        school = self._around.school
        read = school.read(lesson, school.language).lesson if here else None
        report = report_of(self._around.school.as_taught(read), now) if read is not None else None
        self.page.show_details(CellDetails(cell, line, days_of(now), report))

    # Paper and files

    def document(self) -> Document:
        """Give the view in front as a document."""
        page = self.page
        known = page.known or self._known()
        year = page.year or school_year(known.today, known.nation)
        if page.view == "calendar":
            planner = page.calendar.year.planner
            return calendar_sheet(planner.months, year, planner.titles)
        if page.view == "curriculum":
            return curriculum_sheet(page.curriculum.curriculum.matrix, known.subject)
        return grid_sheet(page.made, year, known.today)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  imported late: few need it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(tr("Progress"))
        if QPrintDialog(printer, self._around.window).exec():
            self._try(lambda: print_document(self.document(), printer), tr("Sent to the printer."))

    def _export(self, how: str) -> None:
        if how == "picture":
            QGuiApplication.clipboard().setImage(self.page.picture())
            self.told.emit(tr("The picture is copied. Paste it where you need it."))
            return
        kinds = {
            "csv": tr("Tables (*.csv)"),
            "json": tr("Data (*.json)"),
            "pdf": tr("PDF documents (*.pdf)"),
        }
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        year = slug(year_words(self.page.year)) if self.page.year else ""
        name = Path(folder or str(Path.home())) / f"progress-{year}.{how}"
        chosen, _ = QFileDialog.getSaveFileName(self._around.window, tr("Save"), str(name), kinds[how])
        if chosen:
            ending = f".{how}"
            self.save(Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}"), how)

    def save(self, target: Path, how: str) -> None:
        """Write the grid as `csv` or `json`, or the view in front as `pdf`, and say how it went."""
        saved = tr("Saved: {file}").format(file=target)
        if how == "pdf":
            self._try(lambda: save_document(self.document(), target), saved)
        else:
            self._try(lambda: self._write(target, self.text(how)), saved)

    def text(self, how: str) -> str:
        """Give the grid as the text of a `csv` or `json` file."""
        page, known = self.page, self.page.known or self._known()
        standing = known.records.standing
        if how == "csv":
            return as_csv(page.made, standing)
        year = page.year or school_year(known.today, known.nation)
        made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return as_json(page.made, standing, year=year, made=made, app=__version__)

    @staticmethod
    def _write(target: Path, text: str) -> None:
        try:
            write_whole(target, text.encode())
        except OSError as error:
            raise ExportError(sentence_of(error, target)) from error

    def _try(self, work: Callable[[], None], done: str) -> None:
        try:
            work()
        except (ExportError, OSError) as error:
            answers = [("", tr("Close"))]
            around = self._around
            told = Question(around.theme(), tr("That did not work"), str(error), answers, around.window)
            told.exec()
            told.deleteLater()
        else:
            self.told.emit(done)
