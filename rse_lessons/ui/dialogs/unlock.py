"""The window that asks for the console's passcode. Whoever reads it learns nothing of the lesson.

It does not stop the lesson: what a remote control sends goes on to it, and left alone it goes away.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.settings.console_lock import LONGEST, Answer, ConsoleLock
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

IDLE_MS = 45_000
"""So long it waits for somebody to type."""
REMOTE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys of a remote control that are not typed: they go on turning slides."""


class UnlockDialog(SmallWindow):
    """Asks; accepted once the passcode was right."""

    key_pressed = Signal(QKeyEvent)
    """A key of a remote control."""
    quit_requested = Signal()
    """The passcode is forgotten: close the program, showing nothing."""

    def __init__(
        self, theme: Theme, lock: ConsoleLock, parent: QWidget | None = None, *, modal: bool = False
    ) -> None:
        super().__init__(theme, wide=560, parent=parent)
        self.setModal(modal)
        self._lock = lock
        self._judge = Elsewhere()
        self._judge.done.connect(self._judged)
        self._said = Words(theme)
        self._label = Words(theme, bold=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(LONGEST)
        self.message = Message(theme, "", icon="lock")
        self.way_back = Message(theme, "", icon="info")
        self.open_button = Button(theme, kind="primary")
        self.later, self.forgotten, self.quit = (Button(theme, kind="quiet") for _ in range(3))
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._second = QTimer(self, interval=1000)
        self._lay()
        self._connect(modal=modal)
        self.retranslate()
        self._show_wait()

    def _lay(self) -> None:
        box = self.column.box
        for widget, space in (
            (self._said, 16),
            (self._label, 6),
            (self.field, 12),
            (self.message, 8),
            (self.way_back, 8),
        ):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.message.hide()
        self.way_back.hide()
        self.quit.hide()
        for button in (self.forgotten, self.quit):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.later)
        self.foot.addWidget(self.open_button)
        self.field.setFocus()

    def _connect(self, *, modal: bool) -> None:
        self.field.installEventFilter(self)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._try)
        self.later.clicked.connect(self.reject)
        self.forgotten.clicked.connect(self._tell_way_back)
        self.quit.clicked.connect(self.quit_requested)
        self._second.timeout.connect(self._show_wait)
        if not modal:
            self._idle.timeout.connect(self.reject)
            self.field.textEdited.connect(lambda _text: self._idle.start())
            self._idle.start()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Unlock"))
        self.heading.setText(tr("This screen is locked"))
        self._said.setText(tr("Type the passcode that was chosen in Settings."))
        self._label.setText(tr("Passcode"))
        self.field.setAccessibleName(tr("Passcode"))
        self.open_button.set_text(tr("Unlock"))
        self.later.set_text(tr("Not now"))
        self.forgotten.set_text(tr("I have forgotten it"))
        self.quit.set_text(tr("Close RSE Lessons"))

    # A try

    def _try(self) -> None:
        passcode = self.field.text()
        if not passcode or self._judge.busy or self._lock.wait() > 0:
            return
        self.field.setEnabled(False)
        self.open_button.setEnabled(False)
        self._judge.do(lambda: self._lock.attempt(passcode))

    def _judged(self, answer: object) -> None:
        if answer is Answer.RIGHT:
            self.accept()
            return
        self.field.setEnabled(True)
        self.open_button.setEnabled(True)
        self.field.clear()
        self.field.setFocus()
        self._say(tr("That is not the passcode."), tr("Try again."))
        self._show_wait()

    def _show_wait(self) -> None:
        """Say how long to wait, second by second, until the next try counts."""
        left = math.ceil(self._lock.wait())
        waits = left > 0
        if waits:
            words = ntr("Try again in {count} second.", "Try again in {count} seconds.", left)
            self.message.say(tr("The passcode was wrong several times."), words)
            if self.message.isHidden():
                self._say(tr("The passcode was wrong several times."), words)
        elif self._second.isActive():
            self._say(tr("You can try again."), tr("Type the passcode."))
        self.open_button.setEnabled(not waits and not self._judge.busy)
        if waits != self._second.isActive():
            self._second.start() if waits else self._second.stop()

    def _tell_way_back(self) -> None:
        self._idle.stop()
        words = tr(
            "Close RSE Lessons. In the folder of your settings delete the file {file}; the command "
            "“rse-lessons doctor” names the folder. Then start RSE Lessons again. Lessons and records stay "
            "as they are."
        ).format(file=self._lock.path.name)
        self.way_back.say(tr("There is no hint, but there is a way back."), words)
        self.way_back.show()
        self.forgotten.hide()
        self.quit.show()
        self.quit.setFocus()
        self.fit()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(self.way_back))

    def _say(self, title: str, words: str) -> None:
        self.message.say(title, words)
        self.message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {words}"))
        self.fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hand on a remote control's keys from the field; the column would scroll with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in REMOTE:
            self.key_pressed.emit(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on a remote control's keys from anywhere else."""
        if event.key() in REMOTE:
            self.key_pressed.emit(event)
        else:
            super().keyPressEvent(event)
