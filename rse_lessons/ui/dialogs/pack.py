"""A lesson pack that somebody wants to add: what is in it, who made it, what is here already.

One window from the first moment to the last: the pack is looked through, shown or refused, and was added. The
window adds nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.packs.arrival import Added, Arrival, Arrived, Wish
from rse_lessons.packs.names import quoted
from rse_lessons.packs.signers import Standing
from rse_lessons.ui.bands import ages_line
from rse_lessons.ui.pack_words import (
    added_words,
    here_words,
    maker_words,
    problems_words,
    signature_words,
    wish_words,
)
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

MOST_LESSONS, MOST_PROBLEMS = 60, 4
"""As many lessons are told one by one, and as many problems of one."""


class PackWindow(SmallWindow):
    """Asks whether to add a pack; closing it before is a no."""

    add_requested = Signal(str)
    """The teacher wants the pack, and what to do with lessons that are here: one of `Wish`."""

    def __init__(self, theme: Theme, file: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=760, parent=parent)
        self._file = quoted(file)
        self.arrival: Arrival | None = None
        self.looking = Words(theme, colour="text-soft")
        self.outcome = Message(theme, "", icon="info")
        self.good = Message(theme, "", kind="good")
        self.told = QWidget()
        self._lines = QVBoxLayout(self.told)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.signature: Message | None = None
        self.lessons: list[Words] = []
        self.wishes = Choices(theme, columns=3)
        self.sure = CheckRow(theme, "")
        self.sure.set_last()
        for widget in (self.looking, self.outcome, self.good, self.told):
            self.column.box.addWidget(widget)
        self.column.box.addStretch(1)
        self.add, self.cancel = Button(theme, kind="primary", icon="plus"), Button(theme, kind="quiet")
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.add)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(lambda: self.add_requested.emit(self.wish))
        self.sure.toggled.connect(self._let)
        self._show_only(self.looking)
        self.retranslate()
        self.cancel.setFocus()

    @property
    def wish(self) -> str:
        """What to do with lessons that are here already."""
        return self.wishes.value or Wish.KEEP

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Lesson pack “{file}”").format(file=self._file)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.looking.setText(tr("Looking through the pack. Nothing is added yet."))
        self.add.set_text(tr("Add the lessons"))
        self.cancel.set_text(tr("Cancel"))

    # Refused

    def show_refusal(self, sentence: str) -> None:
        """Say why the pack is not added."""
        self._end(self.outcome, tr("This pack is not added"), sentence)

    # Shown

    def show_arrival(self, arrival: Arrival) -> None:
        """Show what is in the pack, and ask."""
        self.arrival = arrival
        self._fill(arrival)
        self._show_only(self.told)
        self.heading.setText(quoted(arrival.unpacked.manifest.title))
        self.add.setVisible(arrival.wanted)
        self.add.setDefault(True)
        self._let()
        self._order()
        if not arrival.wanted:
            self.cancel.set_text(tr("Close"))
        self._first(arrival).setFocus()
        self._say(f"{self.heading.text()}. {signature_words(arrival)[0]}.")
        self.fit()

    def _first(self, arrival: Arrival) -> QWidget:
        """Give what has the keyboard first: a question, so that Enter adds nothing before it was seen."""
        if not arrival.wanted:
            return self.cancel
        if arrival.standing.doubtful:
            return self.sure
        return self.wishes.row_of(self.wish) if arrival.clashes else self.add

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on from the first question to the second; it would add at once."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.focusWidget() is self.sure and self.wishes.rows:
            self.wishes.row_of(self.wish).setFocus()
        else:
            super().keyPressEvent(event)

    def _fill(self, arrival: Arrival) -> None:
        theme = self.theme
        self._put(Words(theme, maker_words(arrival), colour="text-soft"), 16)
        title, text = signature_words(arrival)
        good = arrival.standing in (Standing.SAME, Standing.OWN)
        self.signature = Message(theme, title, text, "good" if good else "care", icon="" if good else "info")
        self._put(self.signature, 20)
        if arrival.standing.doubtful:
            self.sure.set_words(
                tr("I have asked the author, and it is right"),
                tr("Then the new signer counts from now on."),
            )
            self._put(self.sure, 12)
        if arrival.clashes:
            self._ask_wish(arrival.clashes)
        if not arrival.wanted:
            self._put(Words(theme, tr("All of it is here already."), bold=True), 16)
        for found in arrival.lessons[:MOST_LESSONS]:
            for words, space in self._lesson(found):
                self._put(words, space)
        more = len(arrival.lessons) - MOST_LESSONS
        if more > 0:
            self._put(Words(theme, ntr("{count} lesson more.", "{count} lessons more.", more)), 16)

    def _lesson(self, found: Arrived) -> Iterator[tuple[Words, int]]:
        lesson, theme = found.lesson, self.theme
        head = Words(theme, quoted(lesson.front.title), "card", heading=True)
        # A stop for Tab, so that the keyboard reads and scrolls them one by one.
        head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lessons.append(head)
        yield head, 2
        facts = tr("{ages} · {here}").format(ages=ages_line(lesson.front.band), here=here_words(found))
        counted = problems_words(found)
        head.setAccessibleDescription(", ".join(filter(None, [facts, counted])))
        yield Words(theme, facts, colour="text-soft"), 2 if counted else 16
        if not counted:
            return
        told = found.problems[:MOST_PROBLEMS]
        last = len(told) == len(found.problems)
        yield Words(theme, tr("The checker found {count}:").format(count=counted), role="small"), 2
        for problem in told:
            said = tr("Line {line}: {sentence}").format(line=problem.line, sentence=retold(problem.sentence))
            yield Words(theme, said, role="small"), 16 if last and problem is told[-1] else 2
        if not last:
            rest = tr("The others are told under “Problems” once it is added.")
            yield Words(theme, rest, role="small", colour="text-soft"), 16

    def _ask_wish(self, clashes: Sequence[Arrived]) -> None:
        question = ntr(
            "{count} lesson has the name of one that is here. What is to be done?",
            "{count} lessons have the names of others that are here. What is to be done?",
            len(clashes),
        )
        self._put(Words(self.theme, question, bold=True), 8)
        self.wishes.set_question(question)
        self.wishes.set_choices([Choice(wish, *wish_words(wish)) for wish in Wish], Wish.KEEP)
        self._put(self.wishes, 24)

    def _put(self, widget: QWidget, space: int) -> None:
        self._lines.addWidget(widget)
        self._lines.addSpacing(space)

    def _order(self) -> None:
        """Let Tab come by the new parts before the buttons; Qt would have them last."""
        asked = [self.sure] if self.told.isAncestorOf(self.sure) else []
        parts: list[QWidget] = [*asked, *self.wishes.rows, *self.lessons, self.cancel, self.add]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _let(self, _on: bool = False) -> None:
        doubtful = self.arrival is not None and self.arrival.standing.doubtful
        self.add.setEnabled(self.sure.isChecked() or not doubtful)

    # Added

    def show_added(self, added: Added) -> None:
        """Say what was added."""
        self._end(self.good, tr("Done"), added_words(added))

    def _end(self, message: Message, title: str, text: str) -> None:
        message.say(title, text)
        self._show_only(message)
        self.add.hide()
        self.cancel.set_text(tr("Close"))
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self._say(f"{title}. {text}")
        self.fit()

    def _show_only(self, widget: QWidget) -> None:
        for part in (self.looking, self.outcome, self.good, self.told):
            part.setVisible(part is widget)
        self.add.setVisible(widget is self.told)
        QTimer.singleShot(0, self, self.fit)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
