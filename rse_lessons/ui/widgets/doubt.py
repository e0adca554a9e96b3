"""A message under what was typed: what is wrong with it, or a question about it with two answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Message


class Doubt(QWidget):
    """Hidden while there is nothing to say."""

    first = Signal()
    """The first answer was pressed."""
    second = Signal()

    def __init__(self, theme: Theme, *, icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = Message(theme, "", icon=icon)
        self.one, self.other = Button(theme), Button(theme)
        self.one.clicked.connect(self.first)
        self.other.clicked.connect(self.second)
        self._answers = QWidget()
        answers = Flow(self._answers)
        answers.addWidget(self.one)
        answers.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.message)
        column.addWidget(self._answers)
        self.hide()

    def say(self, title: str, text: str) -> None:
        """Say what is wrong and what to do."""
        self._answers.hide()
        self._show(title, text)

    def ask(self, title: str, text: str, first: str, second: str = "") -> None:
        """Ask about it; the second answer may be missing."""
        self.one.set_text(first)
        self.other.set_text(second)
        self.other.setVisible(bool(second))
        self._answers.show()
        self._show(title, text)
        self.one.setFocus()

    def hush(self) -> None:
        """Say nothing any more."""
        self.hide()

    def _show(self, title: str, text: str) -> None:
        self.message.say(title, text)
        self.show()
        said = f"{title} {text}".strip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.window(), said))
