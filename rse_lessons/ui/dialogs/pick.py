"""One of a few things, asked for in a small window: a reason, a day. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class Asked(NamedTuple):
    """What the window says."""

    title: str
    hint: str
    keep: str
    """The words of the button that takes the choice."""


class PickWindow(SmallWindow):
    """Once accepted, `value` is what was chosen."""

    def __init__(
        self,
        theme: Theme,
        asked: Asked,
        choices: Sequence[Choice],
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=600, parent=parent)
        self.setWindowTitle(asked.title)
        self.heading.setText(asked.title)
        self.choices = Choices(theme, columns=1)
        self.choices.set_question(asked.title)
        self.choices.set_choices(choices, value)
        self.keep, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self.keep.set_text(asked.keep)
        self.cancel.set_text(tr("Cancel"))
        box = self.column.box
        box.addWidget(Words(theme, asked.hint, colour="text-soft"))
        box.addSpacing(16)
        box.addWidget(self.choices)
        box.addSpacing(8)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        (self.choices.row_of(value) if value else self.choices.rows[0]).setFocus()

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        return self.choices.value

    def _take(self) -> None:
        if self.value:
            self.accept()
        else:
            self.choices.rows[0].setFocus()
