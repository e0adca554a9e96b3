"""A copy of what is known of classes, before it is deleted: a table, JSON, or all records in one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from rse_lessons import __version__
from rse_lessons.caretaking.ending import Ending
from rse_lessons.i18n.catalogues import tr
from rse_lessons.overview.progressing import records_of
from rse_lessons.progress.between.merging import TooMuchError, write_file
from rse_lessons.progress.between.pieces import MERGE_ENDING
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.views.export import as_csv, as_json
from rse_lessons.progress.views.grid import Wanted, make_grid
from rse_lessons.progress.views.year import SchoolYear, school_year
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.bands import AGES
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.export import sentence_of

ENDINGS = {"csv": ".csv", "json": ".json", "records": MERGE_ENDING}


class Copies(QObject):
    """Saves what the window of an end asks for, and says in it how that went."""

    def __init__(self, ending: Ending, school: School, summary: Callable[[], Summary]) -> None:
        super().__init__(ending)
        self._ending, self._school, self._summary = ending, school, summary
        self._worker = Elsewhere()
        self._worker.done.connect(self._done)
        self._target = Path()
        ending.export_requested.connect(self.ask)

    def ask(self, what: str) -> None:
        """Ask where `csv`, `json` or `records` are to be saved, and save them."""
        if self._worker.busy or self._ending.window is None:
            return
        kinds = {
            "csv": tr("Tables (*.csv)"),
            "json": tr("Data (*.json)"),
            "records": tr("Lesson records (*{ending})").format(ending=MERGE_ENDING),
        }
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        first, last = self._year()
        name = f"lesson-records-{first.year}-{last.year}{ENDINGS[what]}"
        offered = Path(folder or str(Path.home())) / name
        chosen, _ = QFileDialog.getSaveFileName(self._ending.window, tr("Save"), str(offered), kinds[what])
        if chosen:
            ending = ENDINGS[what]
            self.save(Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}"), what)

    def save(self, target: Path, what: str) -> None:
        """Save it, and say how it went."""
        self._target = target
        if what == "records":
            records, do = self._school.paths.records, self._ending.do
            self._worker.do(lambda: _tried(lambda: write_file(target, records, do, with_words=True)))
        else:
            text = self.text(what)
            self._worker.do(lambda: _tried(lambda: write_whole(target, text.encode())))

    def text(self, what: str) -> str:
        """Give what is known of the year as a table or as JSON."""
        records = records_of(self._summary(), tuple(self._school.library.cards()))
        year = self._year()
        grid = make_grid(records, Wanted(year, not_taught=False, other_ages=True), list(AGES))
        if what == "csv":
            return as_csv(grid, records.standing)
        made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return as_json(grid, records.standing, year=year, made=made, app=__version__)

    def _year(self) -> SchoolYear:
        return school_year(self._ending.day, self._school.preferences.nation)

    def _done(self, error: object) -> None:
        if error is None:
            self._ending.say_saved(tr("Saved"), str(self._target))
        elif isinstance(error, OSError):
            self._ending.say_saved(tr("Not saved"), sentence_of(error, self._target), good=False)
        else:
            words = tr("Your records cannot be read just now. Nothing was saved, and nothing is deleted.")
            if isinstance(error, TooMuchError):
                words = tr("There are more records than one file can hold. Nothing was saved.")
            self._ending.say_saved(tr("Not saved"), words, good=False)


def _tried(work: Callable[[], object]) -> Exception | None:
    """Do it, and give what went wrong."""
    try:
        work()
    except (OSError, sqlite3.Error, RecordsError, TooMuchError, RuntimeError) as error:
        return error
    return None
