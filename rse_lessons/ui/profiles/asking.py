"""A field for a passcode, with what a wrong one costs. It judges; what follows is its window's."""

from __future__ import annotations

import math

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.settings.passcode import LONGEST, Answer, Passcode
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.words import Words


class PasscodeField(QWidget):
    """Asks for one passcode. A wrong one is told as wrong, and nothing else about it."""

    right = Signal()
    """The passcode was right."""
    grown = Signal()
    """Words came or went: the window should take the size that it needs."""
    ready = Signal(bool)
    """Whether a try would be judged now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passcode: Passcode | None = None
        self._judge = Elsewhere()
        self._judge.done.connect(self._judged)
        self.label = Words(theme, bold=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(LONGEST)
        self.message = Message(theme, "", icon="lock")
        self.message.hide()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._show_wait)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.label, self.field):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.message)
        self.setFocusProxy(self.field)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.label.setText(tr("Passcode"))
        self.field.setAccessibleName(tr("Passcode"))

    @property
    def busy(self) -> bool:
        """Whether a try is being judged."""
        return self._judge.busy

    def ask_for(self, passcode: Passcode) -> None:
        """Ask for this passcode; what was typed for another is forgotten."""
        self._passcode = passcode
        self.field.clear()
        self.message.hide()
        self._show_wait()

    def attempt(self) -> None:
        """Have judged what is typed."""
        passcode, typed = self._passcode, self.field.text()
        if passcode is None or not typed or self.busy or passcode.wait() > 0:
            return
        self._set_enabled(enabled=False)
        # The answer is for whom it was asked, whoever is chosen by then.
        self._judge.do(lambda: (passcode, passcode.attempt(typed)))

    def _judged(self, found: object) -> None:
        asked, answer = found if isinstance(found, tuple) else (None, None)
        self._set_enabled(enabled=True)
        self.field.clear()
        if asked is not self._passcode:
            return
        if answer is Answer.RIGHT:
            self.right.emit()
            return
        self.field.setFocus()
        self._say(tr("That is not the passcode."), tr("Try again."))
        self._show_wait()

    def _show_wait(self) -> None:
        """Say how long to wait, second by second, until the next try counts."""
        left = math.ceil(self._passcode.wait()) if self._passcode is not None else 0
        waits = left > 0
        if waits:
            words = ntr("Try again in {count} second.", "Try again in {count} seconds.", left)
            if self._second.isActive() and not self.message.isHidden():
                self.message.say(tr("The passcode was wrong several times."), words)
            else:
                self._say(tr("The passcode was wrong several times."), words)
        elif self._second.isActive():
            self._say(tr("You can try again."), tr("Type the passcode."))
        self.ready.emit(not waits and not self.busy)
        if waits != self._second.isActive():
            self._second.start() if waits else self._second.stop()

    def _set_enabled(self, *, enabled: bool) -> None:
        self.field.setEnabled(enabled)
        self.ready.emit(enabled)

    def _say(self, title: str, words: str) -> None:
        self.message.say(title, words)
        self.message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {words}"))
        self.grown.emit()
