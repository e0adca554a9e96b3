"""A small window before a record leaves the app: how a learning platform knows the teacher."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

LONGEST = 200


class PlatformWindow(SmallWindow):
    """Asks for a name, the platform's address, and whether reflections go with the record; keeps nothing."""

    chosen = Signal(str, str, bool)
    """Name, address (which may be empty), and whether reflections go, too."""

    def __init__(
        self,
        theme: Theme,
        fault: Callable[[str, str], str],
        *,
        name: str = "",
        reflections: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`fault` says what is wrong with name and address; `reflections` is whether there are any."""
        super().__init__(theme, wide=640, parent=parent)
        self._fault = fault
        title = tr("Export as xAPI statements")
        self.setWindowTitle(title)
        self.heading.setText(title)
        about = tr(
            "A file is written for your school’s record store: modules, pages, tries, rehearsals and your "
            "log of evidence, with their times. Nothing is sent. Your notes for a mentor are not in it, nor "
            "the words of your evidence."
        )
        self.name = self._field(name)
        self.home = self._field("")
        self.home.setPlaceholderText("https://")
        self.words = CheckRow(
            theme,
            tr("With my reflections"),
            tr("Their words go into the file. Whoever may read the record store can read them."),
        )
        self.words.set_last()
        self.words.setVisible(reflections)
        self.problem = Message(theme, "", kind="care")
        self.problem.hide()
        box = self.column.box
        box.addWidget(Words(theme, about))
        box.addSpacing(16)
        self._add(
            self.name, tr("Your name there"), tr("As your learning platform knows you: a user name, say.")
        )
        self._add(
            self.home,
            tr("Address of the platform, if you know it"),
            tr("It tells people of the same name apart. The app only writes it into the file."),
        )
        box.addWidget(self.words)
        box.addWidget(self.problem)
        box.addSpacing(8)
        box.addStretch(1)
        self.go, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self.go.set_text(tr("Save…"))
        self.cancel.set_text(tr("Cancel"))
        self.go.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        self.go.clicked.connect(self._done)
        self.cancel.clicked.connect(self.reject)
        self.name.setFocus()
        self.name.selectAll()

    def _field(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(LONGEST)
        field.textEdited.connect(lambda _text: self.problem.hide())
        return field

    def _add(self, field: QLineEdit, label: str, hint: str) -> None:
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        box = self.column.box
        soft = Words(self.theme, hint, colour="text-soft")
        for widget, space in ((Words(self.theme, label, bold=True), 4), (soft, 8), (field, 16)):
            box.addWidget(widget)
            box.addSpacing(space)

    def _done(self) -> None:
        name, home = " ".join(self.name.text().split()), self.home.text().strip()
        fault = self._fault(name, home)
        if fault:
            self.problem.say(fault)
            self.problem.show()
            self.fit()
            self.column.show_widget(self.problem)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, fault))
            return
        self.chosen.emit(name, home, self.words.isChecked() and not self.words.isHidden())
        self.accept()
