"""Files for learning platforms, by the teacher's own click: what goes in, where they go, and how it went."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.words import plain
from rse_lessons.means import Means
from rse_lessons.progress.database.faults import UNREADABLE, RecordsError
from rse_lessons.settings.files import write_whole
from rse_lessons.staffroom.standard_files import Made, NoModuleError, package_of, record_of
from rse_lessons.standards.xapi import HOME, Learner
from rse_lessons.ui.dialogs.pick import Asked, PickWindow
from rse_lessons.ui.dialogs.platform import PlatformWindow
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.export import sentence_of, slug
from rse_lessons.ui.widgets.chooser import Choice

ALL = "all"
PATIENCE = 5.0
"""Seconds that what was recorded a moment ago has to reach the disk."""
Say = Callable[[str, str, bool], None]
"""Says a title and a text, and whether all is well."""


def _always() -> bool:
    return True


def _nobody() -> str:
    return ""


class Platforming(QObject):
    """Writes packages of modules and records of learning."""

    def __init__(
        self,
        means: Means,
        say: Say,
        allowed: Callable[[], bool] = _always,
        *,
        name: Callable[[], str] = _nobody,
    ) -> None:
        """`name` is the teacher's, as the profile has it; `say` tells how it went where it was asked for."""
        super().__init__(means.window)
        self._means, self._say, self._allowed, self._name = means, say, allowed, name
        self._maker = Elsewhere()
        self._maker.done.connect(self._made)
        self._waiting: QProgressDialog | None = None
        self._target_of_record = Path()
        self.asking: PickWindow | PlatformWindow | None = None
        """The small window that is open, while it is."""

    def export(self, what: str) -> None:
        """Begin with `scorm` or `xapi`: ask what goes in, and then where to save it."""
        if what == "scorm":
            self.ask_scorm()
        elif what == "xapi":
            self.export_xapi()

    # Modules

    def ask_scorm(self) -> None:
        """Ask which modules go into a package, and save it."""
        if not self._allowed():
            return
        modules = self._means.school.modules
        numbered = sum(1 for one in modules if one.head.number)
        choices = [Choice(one.id, plain(one.head.title)) for one in modules]
        if numbered > 1:
            words = ntr("{count} module in one package", "All {count} modules in one package", numbered)
            choices.insert(0, Choice(ALL, words))
        if not choices:
            self._say(tr("No module is here"), tr("Nothing was written."), False)
            return
        asked = Asked(
            tr("Export for a learning platform"),
            tr("A SCORM 1.2 package runs in Moodle and others, as your nation reads it. Nothing is sent."),
            tr("Save…"),
        )
        window = PickWindow(self._means.theme(), asked, choices, choices[0].value, self._means.window)
        window.accepted.connect(
            lambda: self.export_scorm(() if window.value == ALL else (window.value,)),
            Qt.ConnectionType.QueuedConnection,
        )
        self._open(window)

    def export_scorm(self, ids: Sequence[str] = ()) -> None:
        """Ask where to save a package of these modules, without any of all numbered ones, and write it."""
        if not self._allowed():
            return
        name = f"rse-lessons-{slug(ids[0]) or 'module'}" if len(ids) == 1 else "rse-lessons-modules"
        target = self._target(f"{name}-scorm.zip", tr("SCORM packages (*.zip)"))
        if target is not None:
            self.write_scorm(target, ids)

    def write_scorm(self, target: Path, ids: Sequence[str] = ()) -> None:
        """Write the package, and say how it went."""
        bar = self._bar(tr("Making the package…"))

        def progress(done: int, total: int) -> None:
            bar.setMaximum(total)
            bar.setValue(done)
            QApplication.processEvents()

        made = _tried(partial(package_of, self._means.school, ids, progress=progress))
        bar.close()
        bar.deleteLater()
        self._write(target, made, _package_words)

    # The record

    def export_xapi(self) -> None:
        """Ask who the teacher is to a record store, and where to save the record; then write it."""
        if not self._allowed():
            return
        reflected = any(one.reflected for one in self._means.store().learning().modules.values())
        window = PlatformWindow(
            self._means.theme(), _fault, name=self._name(), reflections=reflected, parent=self._means.window
        )
        window.chosen.connect(self._save_xapi, Qt.ConnectionType.QueuedConnection)
        self._open(window)

    def _save_xapi(self, name: str, home: str, with_reflections: bool) -> None:
        target = self._target("rse-lessons-xapi.json", tr("JSON files (*.json)"))
        if target is not None:
            self.write_xapi(target, name, home, with_reflections=with_reflections)

    def write_xapi(self, target: Path, name: str, home: str = "", *, with_reflections: bool = False) -> None:
        """Write the record, and say how it went."""
        if self._maker.busy:
            return
        if not self._means.store().flush(PATIENCE):
            self._say(tr("That did not work"), tr(UNREADABLE), False)
            return
        self._target_of_record, self._waiting = target, self._bar(tr("Making the statements…"))
        learner = Learner(name, home or HOME)
        make = partial(record_of, self._means.school, learner, with_reflections=with_reflections)
        self._maker.do(partial(_tried, make))

    def _made(self, made: object) -> None:
        """Write the record that was made meanwhile."""
        bar, self._waiting = self._waiting, None
        if bar is not None:
            bar.close()
            bar.deleteLater()
        self._write(self._target_of_record, made, _record_words)

    # Both

    def _bar(self, words: str) -> QProgressDialog:
        bar = QProgressDialog(words, "", 0, 0, self._means.window)
        bar.setWindowTitle(tr("Export for a learning platform"))
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setCancelButton(None)
        bar.setMinimumDuration(400)
        return bar

    def _write(self, target: Path, made: object, words: Callable[[Made], str]) -> None:
        """Write what was made, or say why it was not."""
        try:
            if isinstance(made, Made):
                write_whole(target, made.content)
        except OSError as error:
            made = error
        if isinstance(made, Made):
            said = tr("{what} in {file}. Nothing was sent.").format(what=words(made), file=target)
            self._say(tr("Saved"), said, True)
        elif isinstance(made, OSError):
            self._say(tr("That did not work"), sentence_of(made, target), False)
        elif isinstance(made, NoModuleError):
            gone = tr("This module is not here any more. Nothing was written.")
            self._say(tr("That did not work"), gone, False)
        else:
            self._say(tr("That did not work"), tr(UNREADABLE), False)

    def _open(self, window: PickWindow | PlatformWindow) -> None:
        window.finished.connect(window.deleteLater)
        window.finished.connect(self._closed)
        self.asking = window
        window.open()

    def _closed(self) -> None:
        self.asking = None

    def _target(self, name: str, kinds: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents or str(Path.home()))
        chosen, _ = QFileDialog.getSaveFileName(self._means.window, tr("Save"), str(folder / name), kinds)
        if not chosen:
            return None
        ending = Path(name).suffix
        return Path(chosen if chosen.lower().endswith(ending) else chosen + ending)


def _tried(make: Callable[[], Made]) -> object:
    """Make it, and give it or what went wrong."""
    try:
        return make()
    except (OSError, sqlite3.Error, RecordsError, NoModuleError) as error:
        return error


def _fault(name: str, home: str) -> str:
    return tr(fault) if (fault := Learner(name, home or HOME).fault()) else ""


def _package_words(made: Made) -> str:
    return ntr("{count} module", "{count} modules", made.count)


def _record_words(made: Made) -> str:
    return ntr("{count} statement", "{count} statements", made.count)
