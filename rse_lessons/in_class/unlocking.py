"""Asking for the console's passcode: in a locked lesson, when the program starts locked, and in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.settings.console_lock import ConsoleLock
from rse_lessons.ui.classroom import Classroom
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.ui.dialogs.unlock import UnlockDialog


class Unlocking:
    """Asks in a lesson, without stopping it; one window at a time."""

    def __init__(self, classroom: Classroom, lock: ConsoleLock, theme: Theme) -> None:
        self._classroom = classroom
        self._lock = lock
        self._theme = theme
        self._asked: UnlockDialog | None = None
        classroom.locking.passcode_requested.connect(self.ask)
        classroom.ended.connect(self._over)

    def ask(self) -> None:
        """Ask where the teacher is."""
        if self._asked is not None:
            self._asked.raise_()
            self._asked.activateWindow()
            return
        from rse_lessons.ui.dialogs.unlock import UnlockDialog  # noqa: PLC0415  imported late: few lessons need it

        room = self._classroom
        parent: QWidget = room.projector if room.placement.alone else room.console
        self._asked = dialog = UnlockDialog(self._theme, self._lock, parent)
        dialog.accepted.connect(room.locking.unlock)
        dialog.finished.connect(self._over)
        dialog.key_pressed.connect(room.read_key)
        dialog.quit_requested.connect(QApplication.quit)
        dialog.show()
        dialog.activateWindow()
        dialog.field.setFocus()

    def _over(self, _result: int = 0) -> None:
        dialog, self._asked = self._asked, None
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()


def admitted(lock: ConsoleLock, theme: Theme) -> bool:
    """Ask at the start when a console was locked and never unlocked; True when that is done or not needed."""
    if not lock.locked:
        return True
    from rse_lessons.ui.dialogs.unlock import UnlockDialog  # noqa: PLC0415  imported late: few lessons need it

    dialog = UnlockDialog(theme, lock, modal=True)
    dialog.quit_requested.connect(dialog.reject)
    dialog.fit()
    dialog.move(dialog.screen().availableGeometry().center() - dialog.rect().center())  # the teacher's screen
    right = bool(dialog.exec())
    dialog.deleteLater()
    if right:
        lock.remember(locked=False)
    return right


def choose_passcode(lock: ConsoleLock, theme: Theme, parent: QWidget, *, remove: bool = False) -> bool:
    """Set, change or take away the passcode; True when that was done."""
    from rse_lessons.ui.dialogs.passcode import PasscodeDialog  # noqa: PLC0415  imported late: few lessons need it

    dialog = PasscodeDialog(theme, lock, parent, remove=remove)
    done = bool(dialog.exec())
    dialog.deleteLater()
    return done
