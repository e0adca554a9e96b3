"""Writing lessons from within the app: a new file, and the previews that are open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.authors.previewing import Preview
from rse_lessons.authors.writing import NotWrittenError, title_taken, write_lesson
from rse_lessons.lesson.model import Band
from rse_lessons.school import School
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.dialogs.new_lesson import NewLessonDialog
from rse_lessons.ui.theme import Theme


class Authoring(QObject):
    """Asks for a new lesson, and shows lessons while they are written, each in a window of its own."""

    saved = Signal()
    """A file was written or saved: the shelves may have to follow."""
    failed = Signal(str)
    """A sentence: the file could not be written."""

    def __init__(self, school: School, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._school = school
        self._window = window
        self._theme = theme
        self.previews: dict[Path, Preview] = {}
        self._away: list[Preview] = []
        window.installEventFilter(self)

    def ask(self, band: str = "") -> None:
        """Ask for a new lesson's title, age and time, write its file and show it."""
        own = self._school.lesson_folders[-1]
        bands = [(name, ages_line(name)) for name in AGES]
        dialog = NewLessonDialog(
            self._theme(), bands, lambda title: title_taken(self._school, title, own), band, self._window
        )
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        if not accepted:
            return
        try:
            path = write_lesson(self._school, dialog.title, Band(dialog.band), dialog.minutes)
        except NotWrittenError as error:
            self.failed.emit(str(error))
            return
        self.saved.emit()
        self.preview(path)

    def preview(self, path: Path) -> None:
        """Show a lesson's file, or bring the window that shows it to the front."""
        known = self.previews.get(path)
        if known is None:
            known = Preview(self._school, path, self._theme, self)
            known.saved.connect(self.saved)
            known.closed.connect(lambda: self._forget(path))
            self.previews[path] = known
        known.open()

    def preview_lesson(self, lesson: str) -> None:
        """Show the file of a lesson of the library."""
        card = self._school.library.card(lesson)
        if card is not None:
            self.preview(card.path)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Go with the main window while a lesson is given: a class may see this screen."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._away = [preview for preview in self.previews.values() if preview.window.isVisible()]
            for preview in self._away:
                preview.window.hide()
        elif event.type() == QEvent.Type.Show and not event.spontaneous():
            for preview in self._away:
                preview.window.show()
            self._away = []
        return False

    def end(self) -> None:
        """Close every preview, and leave no check behind."""
        for preview in self.previews.values():
            preview.end(wait=True)
        self._away = []
        self.previews.clear()

    def _forget(self, path: Path) -> None:
        preview = self.previews.pop(path, None)
        if preview is not None:
            preview.end()
