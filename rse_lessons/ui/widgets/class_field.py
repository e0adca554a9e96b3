"""Who is being taught: the class chosen, a list of the others, and the ways to what is kept for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.words import Words

_NEW = "new"


class ClassField(QWidget):
    """The first thing on the teacher's desk."""

    chosen = Signal(str)
    """The label of the class that was chosen."""
    add_requested = Signal()
    kept_requested = Signal(str)
    """What is kept for the class is wanted: `plan`, `rules`, `box`, `answers` or `about`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[tuple[str, str], ...] = ()
        self._current = ""
        self._ready = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Words(theme, colour="text-soft")
        self.chooser = Chooser(theme)
        self.chooser.chosen.connect(self.chosen)
        self.chooser.asked.connect(self._asked)
        self.ready = Button(theme, icon="check", wraps=True)
        self.ready.clicked.connect(lambda: self.kept_requested.emit("answers"))
        column.addWidget(self._label)
        column.addWidget(self.chooser)
        column.addSpacing(4)
        column.addWidget(self.ready)
        self.retranslate()

    def set_classes(self, classes: Sequence[tuple[str, str]], current: str, ready: int = 0) -> None:
        """Offer classes by label and band; `current` is being taught, and `ready` answers wait for it."""
        self._classes, self._current, self._ready = tuple(classes), current, ready
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
        extra = [Choice(_NEW, tr("New class…"))]
        if self._current:
            extra += [
                Choice("plan", tr("Plan of its lessons…")),
                Choice("rules", tr("Our own rules…")),
                Choice("box", tr("Question box…")),
                Choice("about", tr("About this class…")),
            ]
        self.chooser.set_choices(choices, self._current, extra)
        words = ntr("{count} answer is ready", "{count} answers are ready", self._ready)
        self.ready.set_text(words)
        self.ready.setToolTip(words)
        said = tr("{answers} for {class_label}").format(answers=words, class_label=self._current)
        self.ready.setAccessibleName(said)
        self.ready.setVisible(self._ready > 0)

    def _asked(self, value: str) -> None:
        if value == _NEW:
            self.add_requested.emit()
        else:
            self.kept_requested.emit(value)
