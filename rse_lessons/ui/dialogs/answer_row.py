"""One question of the box: how it will be answered, and the teacher's own answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.class_book import Worded
from rse_lessons.progress.facts.class_words import LONGEST_ANSWER
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.widgets.words_field import WordsField

LEAD = "lead"
"""It was passed to the safeguarding lead: no words are kept."""


class AnswerRow(QWidget):
    """Three ways to answer, and a field that is there for two of them."""

    changed = Signal()
    grew = Signal()
    """It needs more room, or less."""
    remove_requested = Signal()

    def __init__(self, theme: Theme, answer: Worded) -> None:
        super().__init__()
        self.answer = answer
        self.ways = Choices(theme, columns=3)
        self._number = Words(theme, bold=True)
        self.field = WordsField(theme)
        self.field.set_text(answer.text)
        self._note = Words(theme, role="small", colour="text-soft")
        self.remove = Button(theme, kind="quiet", icon="x")
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.ways)
        column.addWidget(self._note)
        column.addWidget(self.field)
        column.addSpacing(8)
        column.addWidget(Rule(theme))
        self._way = answer.how or "class"
        self.say(1)
        self.ways.chosen.connect(self._chosen)
        self.field.textChanged.connect(self._typed)
        self.remove.clicked.connect(self.remove_requested)
        self._tall = self.field.height()

    @property
    def how(self) -> str:
        """`class`, `one-to-one`, or `LEAD`."""
        return self._way

    @property
    def last(self) -> QWidget:
        """The last of what Tab stops at."""
        return self.field

    def stops(self) -> list[QWidget]:
        """Give what Tab stops at, in order."""
        return [self.remove, *self.ways.rows, self.field]

    def say(self, number: int) -> None:
        """Say everything in the interface's language; `number` counts the rows from 1."""
        title = tr("Answer {number}").format(number=number)
        self._number.setText(title)
        self.ways.set_question(title)
        self.ways.set_choices(
            [
                Choice("class", tr("In class")),
                Choice("one-to-one", tr("One to one")),
                Choice(LEAD, tr("Safeguarding lead")),
            ],
            self._way,
        )
        self.field.setAccessibleName(tr("{answer}, in your own words").format(answer=title))
        self.field.setPlaceholderText(tr("Your own answer, in your own words"))
        self.field.setAccessibleDescription(
            tr("Up to {count} characters. No pupil’s question, and no name.").format(count=LONGEST_ANSWER)
        )
        self.remove.set_text(tr("Remove"))
        self.remove.setAccessibleName(tr("Remove answer {number}").format(number=number))
        self._show_way()

    def _chosen(self, way: str) -> None:
        self._way = way
        self._show_way()
        self.changed.emit()
        self.grew.emit()

    def _show_way(self) -> None:
        notes = {
            "class": tr("To everybody, in a way that does not tell who asked."),
            "one-to-one": tr("Quietly, where others can see you and cannot hear."),
            LEAD: tr(
                "Tell them today, in your school’s own way, and give them the slip. No words are kept "
                "here, only that a question was passed on."
            ),
        }
        self._note.setText(notes[self._way])
        self.field.setVisible(self._way != LEAD)

    def _typed(self) -> None:
        self.changed.emit()
        if self.field.height() != self._tall:
            self._tall = self.field.height()
            self.grew.emit()
