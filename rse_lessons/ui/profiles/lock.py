"""The window that stands before all others while the program is locked."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.passcode import Passcode
from rse_lessons.ui.profiles.asking import PasscodeField
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class LockWindow(SmallWindow):
    """Accepted once the passcode was right. Neither Esc nor the window's own button puts it away."""

    somebody_else_requested = Signal()
    """Another teacher, or a class, needs this PC."""
    quit_requested = Signal()

    def __init__(self, theme: Theme, passcode: Passcode, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=600, parent=parent)
        self._name = name
        self._said = Words(theme)
        self.passcode = PasscodeField(theme)
        self.way_back = Message(theme, "", icon="info")
        self.way_back.hide()
        self.unlock = Button(theme, kind="primary", icon="lock")
        self.forgotten, self.other, self.quit = (Button(theme, kind="quiet") for _ in range(3))
        self.quit.hide()
        box = self.column.box
        for widget, space in ((self._said, 16), (self.passcode, 12), (self.way_back, 8)):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        for button in (self.forgotten, self.quit, self.other):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.unlock)
        self.unlock.setDefault(True)
        self.unlock.clicked.connect(self.passcode.attempt)
        self.other.clicked.connect(self.somebody_else_requested)
        self.forgotten.clicked.connect(self._tell_way_back)
        self.quit.clicked.connect(self.quit_requested)
        self.passcode.right.connect(self.accept)
        self.passcode.grown.connect(self.fit)
        self.passcode.ready.connect(self.unlock.setEnabled)
        self.passcode.ask_for(passcode)
        self.passcode.field.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("RSE Lessons"))
        self.heading.setText(tr("Locked"))
        whose = tr("This is {name}’s. Everything that was open is still there.").format(name=self._name)
        self._said.setText(whose if self._name else tr("Everything that was open is still there."))
        self.passcode.retranslate()
        self.unlock.set_text(tr("Unlock"))
        self.forgotten.set_text(tr("I have forgotten it"))
        self.other.set_text(tr("Somebody else…"))
        self.other.setAccessibleDescription(tr("Opens RSE Lessons once more; what is locked stays locked."))
        self.quit.set_text(tr("Close RSE Lessons"))

    def _tell_way_back(self) -> None:
        self.way_back.say(
            tr("There is no hint, but there is a way back."),
            tr(
                "Close RSE Lessons and start it again: the first window asks who is teaching, and there “I "
                "have forgotten it” opens the profile without its private words. What was typed and not "
                "kept is lost."
            ),
        )
        self.way_back.show()
        self.forgotten.hide()
        self.quit.show()
        self.quit.setFocus()
        self.fit()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(self.way_back))

    def reject(self) -> None:
        """Stay: only the passcode puts this window away."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, too; but never hold up the end of a session of the system's."""
        app = QApplication.instance()
        event.setAccepted(isinstance(app, QApplication) and app.isSavingSession())
