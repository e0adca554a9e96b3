"""The answers that are ready for a class: read out or given one to one, and ticked.

Nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.facts.class_book import Worded
from rse_lessons.ui.dialogs.private import PrivateWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.words import Words


class AnswerToGive(QWidget):
    """An answer in full, and a box to tick once it was given."""

    def __init__(self, theme: Theme, answer: Worded) -> None:
        super().__init__()
        self.answer = answer
        self.tick = CheckRow(theme, "")
        self.tick.set_last()
        self.words = Words(theme, answer.text, "lead")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addSpacing(8)
        column.addWidget(self.tick)
        one = answer.how == "one-to-one"
        self.tick.set_words(tr("Given, one to one") if one else tr("Given to the class"))
        self.tick.setAccessibleDescription(answer.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick with a press on the words, too."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.toggle()


class AnswersWindow(PrivateWindow):
    """Once accepted, `given` names what was ticked; `wants_change` says to open the question box."""

    def __init__(
        self, theme: Theme, class_label: str, answers: Sequence[Worded], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=760, parent=parent)
        self._class = class_label
        self.wants_change = False
        self.answers = [
            AnswerToGive(theme, answer)
            for answer in sorted(answers, key=lambda answer: answer.how == "one-to-one")
        ]
        self._hint = Words(theme, colour="text-soft")
        self._groups = {
            "class": Words(theme, role="card", heading=True),
            "one-to-one": Words(theme, role="card", heading=True),
        }
        box = self.column.box
        box.addWidget(self._hint)
        for how, head in self._groups.items():
            found = [row for row in self.answers if (row.answer.how == "one-to-one") == (how == "one-to-one")]
            head.setVisible(bool(found))
            if found:
                box.addSpacing(20)
                box.addWidget(head)
            for row in found:
                box.addWidget(row)
                row.tick.toggled.connect(self.retranslate)
        box.addStretch(1)
        self.change = Button(theme, kind="quiet", icon="pencil")
        self.close_button = Button(theme, kind="primary")
        self.change.clicked.connect(self._change)
        self.close_button.clicked.connect(self.accept)
        self.foot.addWidget(self.change)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setDefault(True)
        (self.answers[0].tick if self.answers else self.change).setFocus()
        self.retranslate()

    @property
    def given(self) -> tuple[str, ...]:
        """The ids of the answers that are ticked."""
        return tuple(row.answer.id for row in self.answers if row.tick.isChecked())

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Answers for {class_label}").format(class_label=self._class)
        self.setWindowTitle(title)
        self.heading.setText(title)
        if self.answers:
            hint = tr("Tick what you have given. It is deleted for good when you close this window.")
        else:
            hint = tr("No answer is waiting for this class.")
        self._hint.setText(hint)
        self._groups["class"].setText(tr("To the class"))
        self._groups["one-to-one"].setText(tr("One to one, not before the class"))
        self.change.set_text(tr("Change or add answers") if self.answers else tr("Prepare answers"))
        ticked = len(self.given)
        close = ntr("Delete {count} and close", "Delete {count} and close", ticked)
        self.close_button.set_text(close if ticked else tr("Close"))

    def _change(self) -> None:
        self.wants_change = True
        self.accept()
