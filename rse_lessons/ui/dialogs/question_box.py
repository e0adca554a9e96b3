"""After a lesson: how many slips were in the box, and the teacher's own answers for the next lesson.

There is no field for a pupil's question. Nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.class_book import ClassBook, Worded
from rse_lessons.progress.facts.class_words import LONGEST_ANSWER, MOST_ANSWERS, names_someone, tidy_words
from rse_lessons.ui.days import local_day, when_words
from rse_lessons.ui.dialogs.answer_row import LEAD, AnswerRow
from rse_lessons.ui.dialogs.private import PrivateWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.doubt import Doubt
from rse_lessons.ui.widgets.words import Words

MOST_SLIPS = 200


@dataclass(frozen=True, slots=True)
class BoxNotes:
    """What the teacher wrote down."""

    slips: int
    """0 when they were not counted."""
    passed: int
    """Questions that went to the safeguarding lead."""
    answers: tuple[Worded, ...]
    """All answers that are to be kept; a new one has no id yet."""


class QuestionBoxWindow(PrivateWindow):
    """Once accepted, `notes` is what was written down."""

    def __init__(
        self,
        theme: Theme,
        class_label: str,
        answers: Sequence[Worded] = (),
        book: ClassBook | None = None,
        *,
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=760, parent=parent)
        self._class, self._book = class_label, book or ClassBook()
        self._today = today or date.today()  # noqa: DTZ011  the teacher's own day
        self._sure: set[str] = set()
        self._asked: AnswerRow | None = None
        self.notes = BoxNotes(0, 0, tuple(answers))
        self._hint = Words(theme)
        self._slips_words = Words(theme, bold=True)
        self.slips = QSpinBox()
        self.slips.setRange(0, MOST_SLIPS)
        # The stylesheet's padding does not reach the words of a spin box.
        self.slips.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
        self._slips_note = Words(theme, role="small", colour="text-soft")
        self._answers_words = Words(theme, role="card", heading=True)
        self.rows: list[AnswerRow] = []
        self._list = QVBoxLayout()
        self.more = Button(theme, icon="plus")
        self.doubt = Doubt(theme)
        self.keep, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self._lay()
        self.more.clicked.connect(self._add)
        self.keep.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.doubt.first.connect(self._again)
        self.doubt.second.connect(self._say_sure)
        for answer in answers:
            self._put_row(answer)
        self.keep.setDefault(True)
        self.retranslate()
        self.slips.setFocus()
        self.slips.selectAll()

    def _lay(self) -> None:
        box = self.column.box
        for widget, space in (
            (self._hint, 20),
            (self._slips_words, 6),
            (self.slips, 4),
            (self._slips_note, 24),
            (self._answers_words, 0),
        ):
            side = Qt.AlignmentFlag.AlignLeft if widget is self.slips else Qt.AlignmentFlag(0)
            box.addWidget(widget, 0, side)
            box.addSpacing(space)
        self.slips.setFixedWidth(self.theme.px(220))
        box.addLayout(self._list)
        box.addSpacing(12)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.doubt)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Question box: {class_label}").format(class_label=self._class)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._hint.setText(
            tr(
                "Pupils’ questions stay on paper: never type one here. Write only your own answer, in your "
                "own words, ready for the next lesson. If a slip worries you, tell the safeguarding lead "
                "today, in your school’s own way."
            )
        )
        self._slips_words.setText(tr("How many slips were in the box?"))
        self.slips.setAccessibleName(tr("How many slips were in the box?"))
        self.slips.setSpecialValueText(tr("Not counted"))
        few = tr("A number under five is kept as “fewer than five”.")
        self._slips_note.setText(f"{few} {self._last()}".strip())
        self._answers_words.setText(tr("Your answers"))
        self.more.set_text(tr("Add an answer"))
        self.more.setVisible(len(self.rows) < MOST_ANSWERS)
        self.cancel.set_text(tr("Cancel"))
        self.keep.set_text(tr("Keep"))
        for number, row in enumerate(self.rows, 1):
            row.say(number)

    def _last(self) -> str:
        day = local_day(self._book.counted) if self._book.counted else None
        if day is None:
            return ""
        count = tr("fewer than five") if self._book.slips is None else str(self._book.slips)
        return tr("Last counted {day}: {count}.").format(day=when_words(day, self._today), count=count)

    # Rows

    def _put_row(self, answer: Worded) -> AnswerRow:
        row = AnswerRow(self.theme, answer)
        self._list.addWidget(row)
        # New widgets come last in the tab order; these belong where one sees them.
        before: QWidget = self.rows[-1].last if self.rows else self.slips
        for widget in row.stops():
            QWidget.setTabOrder(before, widget)
            before = widget
        row.remove_requested.connect(lambda: self._remove(row))
        row.changed.connect(self._typed)
        row.grew.connect(self.fit)
        self.rows.append(row)
        return row

    def _add(self) -> None:
        row = self._put_row(Worded("", "", "class"))
        row.show()
        self.retranslate()
        self.fit()
        row.field.setFocus()

    def _remove(self, row: AnswerRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._typed()
        self.retranslate()
        self.more.setFocus()
        self.fit()

    # What is wrong, and what is asked

    def _typed(self) -> None:
        self.doubt.hush()
        self.keep.setDefault(True)

    def _check(self) -> None:
        self._typed()
        for row in self.rows:
            if self._objects_to(row):
                self._asked = row
                self.fit()
                return
        kept = [Worded(row.answer.id, tidy_words(row.field.text()), row.how) for row in self.rows]
        self.notes = BoxNotes(
            self.slips.value(),
            sum(answer.how == LEAD for answer in kept),
            tuple(answer for answer in kept if answer.text and answer.how != LEAD),
        )
        self.accept()

    def _objects_to(self, row: AnswerRow) -> bool:
        """Say what is wrong with an answer, or ask about it; what goes to the lead has no words."""
        text = tidy_words(row.field.text())
        if row.how == LEAD or not text:
            return False
        if len(text) > LONGEST_ANSWER:
            long = tr("This answer has {count} characters, and {most} is the most.")
            self.doubt.say(long.format(count=len(text), most=LONGEST_ANSWER), tr("Please shorten it."))
            row.field.setFocus()
            return True
        name = names_someone(text)
        if text in self._sure or not (name or text.endswith("?")):
            return False
        if name:
            title = tr("Is “{word}” a person’s name?").format(word=name)
            words = tr("An answer names no pupil, and nothing in it tells who asked.")
        else:
            title = tr("Is this a question that a pupil wrote?")
            words = tr("Only your own answer is kept, never a pupil’s question.")
        self.doubt.ask(title, words, tr("Change it"), tr("No, keep it"))
        return True

    def _again(self) -> None:
        self._typed()
        if self._asked is not None:
            self._asked.field.setFocus()

    def _say_sure(self) -> None:
        if self._asked is not None:
            self._sure.add(tidy_words(self._asked.field.text()))
        self._check()
