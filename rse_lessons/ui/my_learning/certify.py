"""Small windows about certificates: whose name is on one, and whether one is as it was made."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.certificate import LONGEST_NAME, Checked
from rse_lessons.ui.my_learning.view import in_a_row
from rse_lessons.ui.my_learning.words import checked_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


def tidy_name(text: str) -> str:
    """Give a name with one space between its words, and no sign that cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in composed).split())[:LONGEST_NAME]


class NameWindow(SmallWindow):
    """Asks for the name on a certificate or a portfolio; it is kept nowhere."""

    named = Signal(str)

    def __init__(
        self, theme: Theme, title: str, button: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=600, parent=parent)
        self.setWindowTitle(title)
        self.heading.setText(title)
        label = Words(theme, tr("Your name, as it shall stand there"), bold=True)
        hint = Words(
            theme,
            tr("It is printed and not stored. Leave it empty to write it in by hand."),
            colour="text-soft",
        )
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setAccessibleName(label.text())
        self.field.setAccessibleDescription(hint.text())
        self.go, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self.go.set_text(button)
        self.cancel.set_text(tr("Cancel"))
        self.go.setDefault(True)
        self.cancel.setAutoDefault(False)
        for widget, space in ((label, 4), (hint, 8), (self.field, 8)):
            self.column.box.addWidget(widget)
            self.column.box.addSpacing(space)
        self.column.box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        self.go.clicked.connect(self._done)
        self.cancel.clicked.connect(self.reject)
        self.field.setFocus()
        self.field.selectAll()

    def _done(self) -> None:
        self.named.emit(tidy_name(self.field.text()))
        self.accept()


class CheckWindow(SmallWindow):
    """Takes a certificate or its record, and the code on the paper; says whether they belong together."""

    file_wanted = Signal()
    check_wanted = Signal(str)
    """Check the file that was chosen, with this code; empty for the one in the file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=680, parent=parent)
        title = tr("Check a certificate")
        self.setWindowTitle(title)
        self.heading.setText(title)
        about = tr(
            "Choose the PDF that RSE Lessons made, or the record that was saved beside it. A code that "
            "is printed on paper can be typed in; otherwise the code in the file is taken."
        )
        self.file = Words(theme, tr("No file chosen yet."), bold=True)
        self.choose = Button(theme, icon="file-text")
        self.choose.set_text(tr("Choose a file…"))
        label = Words(theme, tr("The code on the paper, if you have it"), bold=True)
        self.code = QLineEdit()
        self.code.setMaxLength(40)
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.code.setAccessibleName(label.text())
        self._answers = {True: Message(theme, "", kind="good"), False: Message(theme, "", icon="info")}
        for message in self._answers.values():
            message.hide()
        self.answer = self._answers[True]
        """What was said last."""
        self.check, self.close_button = (
            Button(theme, kind="primary", icon="check"),
            Button(theme, kind="quiet"),
        )
        self.check.set_text(tr("Check"))
        self.close_button.set_text(tr("Close"))
        self.check.setEnabled(False)
        box = self.column.box
        for widget, space in (
            (Words(theme, about), 14),
            (self.file, 6),
            (in_a_row([self.choose]), 16),
            (label, 4),
            (self.code, 16),
            (self._answers[True], 0),
            (self._answers[False], 8),
        ):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.check)
        self.choose.clicked.connect(self.file_wanted)
        self.check.clicked.connect(lambda: self.check_wanted.emit(self.code.text()))
        self.close_button.clicked.connect(self.reject)
        self.code.textEdited.connect(lambda: self.answer.hide())  # noqa: PLW0108  the one that is shown then
        self.choose.setFocus()

    def show_file(self, name: str) -> None:
        """Show which file was chosen, and check it at once."""
        self.file.setText(name)
        self.check.setEnabled(True)
        self.check.setDefault(True)
        self.check_wanted.emit(self.code.text())

    def show_checked(self, checked: Checked) -> None:
        """Say whether code and record belong together."""
        self._say(*checked_words(checked))

    def show_failure(self, sentence: str) -> None:
        """Say why the file could not be read."""
        self._say(tr("The file could not be read."), sentence, False)

    def _say(self, title: str, text: str, good: bool) -> None:
        self.answer.hide()
        self.answer = self._answers[good]
        self.answer.say(title, text)
        self.answer.show()
        self.fit()
        self.column.show_widget(self.answer)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {text}"))
