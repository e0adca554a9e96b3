"""What the class reads, one language or two at once, and the teacher's own: chosen in the middle of a lesson.

Each choice holds at once. What is offered, and what is asked before it, its owner knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.slide.readings import Reads
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.arrangement import ArrangementRow, arrangements
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

NONE = "-"
"""The choice of no second language; no tag is written so."""


class LanguagesWindow(SmallWindow):
    """Asks by signals, and shows what is given."""

    reads_wanted = Signal(object)
    """The class is to read this: a `Reads`."""
    own_wanted = Signal(str)
    """The windows and the notes are to be in this language."""

    def __init__(
        self,
        theme: Theme,
        offered: Sequence[Choice],
        owns: Sequence[Choice],
        *,
        class_label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`offered` are the languages of the lesson, `owns` those of the windows."""
        super().__init__(theme, wide=760, parent=parent)
        self._offered, self._owns = tuple(offered), tuple(owns)
        self._class_label = class_label
        self._reads, self._own = Reads(), ""
        self._hint = Words(theme, colour="text-soft")
        self._first_words = Words(theme, role="card", heading=True)
        self.first = Choices(theme, columns=4)
        self._second_words = Words(theme, role="card", heading=True)
        self.second = Choices(theme, columns=4)
        self._two = QWidget()
        self._how_words = Words(theme, role="card", heading=True)
        self.how = Choices(theme, columns=3, row=ArrangementRow)
        self._own_words = Words(theme, role="card", heading=True)
        self._own_hint = Words(theme, colour="text-soft")
        self.own = Choices(theme, columns=2)
        self.ready = Button(theme, kind="primary")
        self._lay()
        self.first.chosen.connect(self._take_first)
        self.second.chosen.connect(self._take_second)
        self.how.chosen.connect(lambda how: self.reads_wanted.emit(replace(self._reads, arrangement=how)))
        self.own.chosen.connect(self.own_wanted)
        self.ready.clicked.connect(self.accept)

    def _lay(self) -> None:
        asked_of_two = QVBoxLayout(self._two)
        asked_of_two.setContentsMargins(0, 0, 0, 20)
        asked_of_two.setSpacing(8)
        asked_of_two.addWidget(self._how_words)
        asked_of_two.addWidget(self.how)
        box = self.column.box
        for widget, below in (
            (self._hint, 16),
            (self._first_words, 8),
            (self.first, 20),
            (self._second_words, 8),
            (self.second, 20),
            (self._two, 0),
            (self._own_words, 2),
            (self._own_hint, 8),
            (self.own, 8),
        ):
            box.addWidget(widget)
            box.addSpacing(below)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.ready)
        self.ready.setDefault(True)

    def call_anew(self, offered: Sequence[Choice], owns: Sequence[Choice]) -> None:
        """Take what is offered, as it is called in the language that the windows have now."""
        self._offered, self._owns = tuple(offered), tuple(owns)

    def show_chosen(self, reads: Reads, own: str) -> None:
        """Show what holds now."""
        self._reads, self._own = reads, own
        self.retranslate()
        if self.isVisible():
            self.fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Languages"))
        self.heading.setText(tr("Languages"))
        kept = tr("What you choose holds at once, and is offered again when {class_label} goes on.")
        for_now = tr("What you choose holds at once.")
        label = self._class_label
        self._hint.setText(kept.format(class_label=label) if label else for_now)
        self._first_words.setText(tr("The class reads"))
        self.first.set_question(self._first_words.text())
        self.first.set_choices(self._offered, self._reads.language)
        self._second_words.setText(tr("And with it, on the same slide"))
        self.second.set_question(self._second_words.text())
        others = [choice for choice in self._offered if choice.value != self._reads.language]
        alone = Choice(NONE, tr("No second language"))
        self.second.set_choices([alone, *others], self._reads.second or NONE)
        self._how_words.setText(tr("How the two stand on a slide"))
        self.how.set_question(self._how_words.text())
        self.how.set_choices(arrangements(), self._reads.arrangement)
        self._two.setVisible(bool(self._reads.second))
        self._own_words.setText(tr("Your own language"))
        self._own_hint.setText(tr("This screen and your notes. The class sees nothing of it."))
        self.own.set_question(self._own_words.text())
        self.own.set_choices(self._owns, self._own)
        for widget in (self._own_words, self._own_hint, self.own):
            widget.setVisible(len(self._owns) > 1)
        self.ready.set_text(tr("Done"))

    def _take_first(self, language: str) -> None:
        """Read in another language; where it was the second one, the two change places."""
        second = self._reads.language if language == self._reads.second else self._reads.second
        self.reads_wanted.emit(replace(self._reads, language=language, second=second))

    def _take_second(self, language: str) -> None:
        self.reads_wanted.emit(replace(self._reads, second="" if language == NONE else language))
