"""What surrounds the main window of whoever opened a profile: the lock, and the page of profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from rse_lessons.entrance.entering import Visit
from rse_lessons.entrance.guarding import Guard

if TYPE_CHECKING:
    from rse_lessons.app import Main
    from rse_lessons.ui.settings.window import SettingsDialog


class Attending(QObject):
    """Lives as long as the main window does."""

    def __init__(self, app: QApplication, main: Main, visit: Visit) -> None:
        super().__init__(main)
        self._main, self._visit = main, visit
        self.guard = Guard(
            app,
            visit.passcode,
            name=lambda: visit.name,
            theme=lambda: main.theme,
            minutes=lambda: main.school.preferences.lock_minutes,
            presenting=lambda: main.giving is not None and not main.giving.rehearsal,
        )
        main.desks.teacher = lambda: visit.name
        self.guard.somebody_else_requested.connect(visit.somebody_else)
        main.lesson_ended.connect(self.guard.look)
        main.desks.settings_opened.connect(self._settings_opened)

    def _settings_opened(self, dialog: SettingsDialog) -> None:
        from rse_lessons.entrance.profiling import Profiling  # noqa: PLC0415  imported late: start-up

        Profiling(
            dialog.profiles,
            self._visit,
            self.guard,
            self._main.school,
            theme=lambda: self._main.theme,
            languages=dialog.languages,
        )
