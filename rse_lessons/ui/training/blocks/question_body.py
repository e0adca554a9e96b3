"""What stands in the middle of every question: something to choose, put in order, pair or find.

A body knows nothing of explanations in words above or below it, of pages or of tries; `question` puts it into
its card. Here are the bodies with a list of answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.marking import Answer, Marked
from rse_lessons.training.model import Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_row import (
    FITS,
    MISSED,
    OPEN,
    OTHER,
    OneRow,
    RowLooks,
    SeveralRow,
)
from rse_lessons.ui.training.blocks.question_said import paragraphs

GAP = 12
"""Between rows."""


def still_to_find(missing: int, wrong: int) -> str:
    """Say how many more fit, and how many chosen ones do not."""
    more = ntr("{count} more fits.", "{count} more fit.", missing) if missing else ""
    other = ntr("{count} does not fit here.", "{count} do not fit here.", wrong) if wrong else ""
    return " ".join(filter(None, (more, other)))


class Body(QWidget):
    """The part of a question that is answered."""

    changed = Signal()
    """Something else is chosen now."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.theme = question, theme

    def answer(self) -> Answer:
        """Give what is chosen, as `marking` reads it."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether there is enough to answer with."""
        return bool(self.answer())

    def show_marked(self, marked: Marked, *, reveal: bool) -> None:
        """Show how the answer fits; with `reveal` also what would have. Nothing can be changed then."""
        raise NotImplementedError

    def not_yet(self, marked: Marked, *, reveal: bool) -> tuple[str, str]:
        """Say kindly that the answer is not there yet, in a few words and in a sentence or two.

        With `reveal`, what would have fitted stands above it. Asked before the answer is shown as marked.
        """
        raise NotImplementedError

    def well(self) -> str:
        """Say what belongs to a right answer and to nothing else of the question."""
        return ""

    def show_reasons(self) -> None:
        """Show every explanation there is."""

    def has_reasons(self) -> bool:
        """Whether there are explanations that are not shown yet."""
        return False

    def reset(self) -> None:
        """Let it be answered once more."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """Take the keyboard where one begins."""
        raise NotImplementedError

    def press_number(self, number: int) -> None:
        """Choose by a number from 1, where there is a list to choose from."""

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on; rows inside are told themselves."""
        self.theme = theme

    def retranslate(self) -> None:
        """Say everything in the interface's language."""


class ListBody(Body):
    """Answers one below another, of which one or several are chosen."""

    def __init__(
        self,
        question: Question,
        theme: Theme,
        order: Sequence[str],
        *,
        several: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, theme, parent)
        self.several = several
        options = {option.id: option for option in question.options}
        self.rows: dict[str, OneRow | SeveralRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for id_ in order:
            kind = SeveralRow if several else OneRow
            row = kind(theme, paragraphs(options[id_].text), self)
            row.toggled.connect(lambda _on=False: self.changed.emit())
            self.rows[id_] = row
            column.addWidget(row)
        self._reasons = {id_: paragraphs(option.explanation) for id_, option in options.items()}

    def answer(self) -> Answer:
        """Give the ids of what is chosen, in the order of the file."""
        return tuple(option.id for option in self.question.options if self.rows[option.id].isChecked())

    def show_marked(self, marked: Marked, *, reveal: bool) -> None:
        """Mark what was chosen; an only one has its explanation in the box below."""
        for id_, row in self.rows.items():
            row.locked = True
            reason = self._reasons[id_]
            if id_ in marked.wrong:
                row.stand(OTHER, aloud=not self.several, detail=reason if self.several else "")
            elif row.isChecked():
                row.stand(FITS, detail=reason if self.several and reveal else "")
            elif id_ in marked.missing and reveal:
                row.stand(MISSED, told=None if self.several else "", detail=reason)

    def not_yet(self, marked: Marked, *, reveal: bool) -> tuple[str, str]:
        """Explain an only answer; of several, say how many are still to be found."""
        del reveal  # what was chosen stays to be seen, beside what fits
        if not self.several:
            reasons = (self._reasons[id_] for id_ in marked.wrong if id_ in self._reasons)
            return tr("Not this one yet"), "\n".join(reasons)
        return tr("Not all of it yet"), still_to_find(len(marked.missing), len(marked.wrong))

    def well(self) -> str:
        """Explain an only answer; several have their explanations under them."""
        return "" if self.several else "\n".join(self._reasons[id_] for id_ in self.answer())

    def show_reasons(self) -> None:
        """Say under each answer why it fits or does not."""
        for id_, row in self.rows.items():
            row.say(detail=self._reasons[id_])

    def has_reasons(self) -> bool:
        """Whether an explanation is not shown yet."""
        chosen = self.answer()
        return any(
            reason and not self.rows[id_].detail and (self.several or id_ not in chosen)
            for id_, reason in self._reasons.items()
        )

    def reset(self) -> None:
        """Let go of what was chosen, so that one can choose again."""
        for row in self.rows.values():
            row.locked = False
            row.stand(OPEN, detail="")
            row.blockSignals(True)
            row.setAutoExclusive(False)  # Qt keeps one of an exclusive group chosen
            row.setChecked(False)
            row.setAutoExclusive(not self.several)
            row.blockSignals(False)
        self.changed.emit()

    def take_keys(self) -> None:
        """Go to what is chosen, or to the first."""
        rows: list[RowLooks] = list(self.rows.values())
        if rows:
            next((row for row in rows if row.isChecked()), rows[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def press_number(self, number: int) -> None:
        """Choose the answer at this place."""
        rows = list(self.rows.values())
        if 1 <= number <= len(rows) and not rows[number - 1].locked:
            rows[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            rows[number - 1].click()

    def retranslate(self) -> None:
        """Say how each row stands in the interface's language."""
        for row in self.rows.values():
            row.stand(row.state, aloud=not row.shows_told, detail=row.detail)
