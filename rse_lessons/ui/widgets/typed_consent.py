"""A question that is answered by typing: before something is deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.profile_list import tidy_name
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Icon, Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class TypedConsent(SmallWindow):
    """Says what goes and what stays; its button works once the word is typed."""

    confirmed = Signal()
    """Do it; then call `accept`, or `fail` with a sentence."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        word: str,
        goes: Sequence[str],
        stays: Sequence[str],
        button: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=640, parent=parent)
        self._word = word
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._asked = Words(theme, tr("To go on, type: {word}").format(word=word), bold=True)
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setAccessibleName(tr("To go on, type: {word}").format(word=word))
        self.message = Message(theme, "", icon="info")
        self.message.hide()
        self.confirm, self.cancel = Button(theme, button, kind="primary"), Button(theme, kind="quiet")
        self.confirm.set_text(button)
        self.cancel.set_text(tr("Cancel"))
        box = self.column.box
        for heading, lines, icon, colour in (
            (tr("Deleted for good"), goes, "x", "care"),
            (tr("Kept"), stays, "check", "good"),
        ):
            box.addWidget(Words(theme, heading, bold=True))
            box.addSpacing(6)
            box.addLayout(_lines(theme, lines, icon, colour))
            box.addSpacing(16)
        for widget, space in ((self._asked, 6), (self.field, 12), (self.message, 8)):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.setEnabled(False)
        self.cancel.setAutoDefault(False)
        self.field.textChanged.connect(self._heed)
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.reject)
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top: what goes has to be read before anything is typed."""
        super().showEvent(event)
        if self.column.verticalScrollBar().maximum() > 0:
            self.cancel.setFocus()
            self.column.verticalScrollBar().setValue(0)

    def _heed(self, typed: str) -> None:
        right = tidy_name(typed).casefold() == tidy_name(self._word).casefold()
        self.confirm.setEnabled(right)

    def _confirm(self) -> None:
        """Ask once; while it is done, nothing here can be pressed."""
        self.confirm.setEnabled(False)
        self.cancel.setEnabled(False)
        self.field.setEnabled(False)
        self._say(tr("One moment…"), "")
        self.confirmed.emit()

    def reject(self) -> None:
        """Leave, unless it is being done."""
        if self.cancel.isEnabled():
            super().reject()

    def fail(self, sentence: str) -> None:
        """Say why it was not done, and let it be tried again."""
        self.cancel.setEnabled(True)
        self.field.setEnabled(True)
        self._heed(self.field.text())
        self._say(tr("That was not possible."), sentence)

    def _say(self, title: str, words: str) -> None:
        self.message.say(title, words)
        self.message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {words}"))
        self.fit()


def _lines(theme: Theme, lines: Sequence[str], icon: str, colour: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon(theme, icon, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(theme, line), 1)
        column.addLayout(row)
    return column
