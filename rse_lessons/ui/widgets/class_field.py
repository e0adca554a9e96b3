"""Who is being taught: the class chosen, a list of the others, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.words import Words

_NEW = "new"


class ClassField(QWidget):
    """The first thing on the teacher's desk."""

    chosen = Signal(str)
    """The label of the class that was chosen."""
    add_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[tuple[str, str], ...] = ()
        self._current = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Words(theme, colour="text-soft")
        self.chooser = Chooser(theme)
        self.chooser.chosen.connect(self.chosen)
        self.chooser.asked.connect(lambda _value: self.add_requested.emit())
        column.addWidget(self._label)
        column.addWidget(self.chooser)
        self.retranslate()

    def set_classes(self, classes: Sequence[tuple[str, str]], current: str) -> None:
        """Offer classes, each with label and band; `current` is being taught."""
        self._classes, self._current = tuple(classes), current
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._label.setText(tr("You are teaching"))
        self.chooser.set_question(tr("You are teaching"))
        choices = [
            Choice(label, label, ages_line(band) if band in AGES else "", band if band in AGES else "")
            for label, band in self._classes
        ]
        if self._current not in {label for label, _band in self._classes}:
            choices.insert(0, Choice("", tr("Choose a class")))
        self.chooser.set_choices(choices, self._current, (Choice(_NEW, tr("New class…")),))
