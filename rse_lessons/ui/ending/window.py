"""One window from the offer to the end: what goes and stays, a copy first, asked again, and how it went.

It deletes nothing itself. Until the second question is answered with its box ticked, closing
it changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.deleting.retention import Outcome
from rse_lessons.ui.ending.words import Told, done_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Icon, Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

WEEK, MONTH = 7, 30
"""Days for which it may be put off."""


class EndingWindow(SmallWindow):
    """Asks about an end, twice; accepted when something was deleted."""

    export_requested = Signal(str)
    """A copy is wanted first: `csv`, `json` or `records`. Its owner asks where to, and says how it went."""
    put_off = Signal(int)
    """It is to be asked again after so many days."""
    confirmed = Signal(bool)
    """It is to be deleted; whether the classes made for the new year are kept."""

    def __init__(self, theme: Theme, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=820, parent=parent)
        self._told = told
        self.working = False
        self.saved = Message(theme, "", kind="good")
        self.not_saved = Message(theme, "", icon="info")
        self.outcome = Message(theme, "", kind="good")
        self.left = Message(theme, "", icon="info")
        self.sentences: list[Words] = []
        self.copies = {what: Button(theme, icon="file-text") for what in ("csv", "json", "records")}
        self.waits = {days: Button(theme, icon="clock") for days in (WEEK, MONTH)}
        self.keep, self.sure = CheckRow(theme, ""), CheckRow(theme, "")
        self.cancel, self.back = Button(theme, kind="quiet"), Button(theme)
        self.on, self.delete = Button(theme, kind="primary"), Button(theme, kind="primary", icon="trash-2")
        self.pages = [self._offer(), self._question(), self._work(), self._end()]
        for page in self.pages:
            self.column.box.addWidget(page)
        self.column.box.addStretch(1)
        self._buttons()
        self.retranslate()
        self._show(0)

    # Its four pages

    def _offer(self) -> QWidget:
        theme, told = self.theme, self._told
        page, box = _page()
        box.addWidget(Words(theme, told.lead))
        if told.late:
            box.addSpacing(8)
            box.addWidget(Words(theme, told.late, bold=True))
        for heading, icon, colour, lines in (
            (tr("What goes"), "trash-2", "text", told.goes),
            (tr("What stays"), "check", "good", told.stays),
        ):
            box.addSpacing(20)
            head = Words(theme, heading, role="card", heading=True)
            # A stop for Tab, so that the keyboard scrolls to it, and what is under it is read with it.
            head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.setAccessibleDescription(". ".join(lines))
            box.addWidget(head)
            for line in lines:
                box.addSpacing(6)
                box.addWidget(_line(theme, icon, colour, line))
        if told.keep:
            box.addSpacing(8)
            box.addWidget(self.keep)
        self.keep.setChecked(True)
        self.keep.setVisible(bool(told.keep))
        self.keep.set_last()
        self._copy = self._part(box, list(self.copies.values()))
        for shown in (self.saved, self.not_saved):
            box.addSpacing(8)
            box.addWidget(shown)
            shown.hide()
        self._wait = self._part(box, list(self.waits.values())) if told.may_wait else None
        return page

    def _part(self, box: QVBoxLayout, buttons: Sequence[Button]) -> tuple[Words, Words]:
        heading, words = Words(self.theme, role="card", heading=True), Words(self.theme, colour="text-soft")
        row = QWidget()
        flow = Flow(row, gap=12)
        for button in buttons:
            flow.addWidget(button)
        box.addSpacing(20)
        box.addWidget(heading)
        box.addWidget(words)
        box.addSpacing(10)
        box.addWidget(row)
        return heading, words

    def _question(self) -> QWidget:
        page, box = _page()
        self._last_words = Words(self.theme)
        box.addWidget(self._last_words)
        box.addSpacing(12)
        box.addWidget(self.sure)
        self.sure.set_last()
        return page

    def _work(self) -> QWidget:
        page, box = _page()
        self._patience = Words(self.theme)
        box.addWidget(self._patience)
        return page

    def _end(self) -> QWidget:
        page, box = _page()
        box.addWidget(self.outcome)
        box.addWidget(self.left)
        self._ends = QVBoxLayout()
        self._ends.setContentsMargins(0, 12, 0, 0)
        self._ends.setSpacing(10)
        box.addLayout(self._ends)
        return page

    def _buttons(self) -> None:
        for widget in (self.cancel, self.back):
            self.foot.addWidget(widget)
        self.foot.addStretch(1)
        for widget in (self.on, self.delete):
            self.foot.addWidget(widget)
        for what, button in self.copies.items():
            button.clicked.connect(lambda _on=False, what=what: self.export_requested.emit(what))
        for days, button in self.waits.items():
            button.clicked.connect(lambda _on=False, days=days: self._wait_for(days))
        self.on.clicked.connect(lambda: self._show(1))
        self.back.clicked.connect(lambda: self._show(0))
        self.cancel.clicked.connect(self.close)
        self.sure.toggled.connect(self.delete.setEnabled)
        self.delete.clicked.connect(self._confirm)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(self._told.title)
        self._copy[0].setText(tr("Keep a copy first?"))
        self._copy[1].setText(
            tr("A copy is yours to look after. RSE Lessons takes nothing back in that was deleted.")
        )
        names = {
            "csv": tr("A table (CSV)…"),
            "json": tr("For programs (JSON)…"),
            "records": tr("All records in one file…"),
        }
        for what, button in self.copies.items():
            button.set_text(names[what])
        if self._wait is not None:
            self._wait[0].setText(tr("Not now?"))
            self._wait[1].setText(tr("Nothing is deleted meanwhile, however often you put it off."))
        self.waits[WEEK].set_text(tr("Ask me in a week"))
        self.waits[MONTH].set_text(tr("Ask me in a month"))
        self.keep.set_words(
            self._told.keep, tr("Made in the last weeks of the year, and without a lesson yet.")
        )
        self.sure.set_words(tr("I have what I need, and nobody needs the rest"))
        self._last_words.setText(
            tr(
                "It is overwritten and deleted on this PC. Nobody can bring it back, and you are not asked "
                "again."
            )
        )
        self._patience.setText(tr("This takes a moment. Please leave RSE Lessons open."))
        self.on.set_text(self._told.on)
        self.delete.set_text(tr("Delete for good"))
        self.back.set_text(tr("Back"))

    # From one to the next

    def _show(self, number: int) -> None:
        for place, page in enumerate(self.pages):
            page.setVisible(place == number)
        titles = (self._told.title, self._told.sure, tr("Deleting…"), "")
        if titles[number]:
            self.heading.setText(titles[number])
        self.cancel.set_text(
            tr("Close") if number == 3 or not self._told.may_wait else tr("Leave it for today")
        )
        self.cancel.setVisible(number in (0, 3))
        self.back.setVisible(number == 1)
        self.on.setVisible(number == 0)
        self.delete.setVisible(number == 1)
        self.sure.setChecked(False)
        self.delete.setEnabled(False)
        # Never the button that deletes: Enter alone leaves everything as it is.
        first = {0: self.cancel, 1: self.back, 3: self.cancel}.get(number)
        if first is not None:
            first.setDefault(True)
            first.setFocus()
        self._say(self.heading.text())
        QTimer.singleShot(0, self, self.fit)

    def _wait_for(self, days: int) -> None:
        self.put_off.emit(days)
        self.close()

    def _confirm(self) -> None:
        self.working = True
        self._show(2)
        self.confirmed.emit(self.keep.isChecked() and bool(self._told.keep))

    def reject(self) -> None:
        """Close on Esc, but not while it is being deleted."""
        if not self.working:
            super().reject()

    # What its owner tells

    def say_saved(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say how the copy went."""
        message = self.saved if good else self.not_saved
        (self.not_saved if good else self.saved).hide()
        message.say(title, text)
        message.show()
        self._say(f"{title} {text}".strip())
        self.fit()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(message))

    def show_done(self, outcome: Outcome) -> None:
        """Say what was deleted, and what is left."""
        title, sentences = done_words(outcome)
        self._finish(title, sentences, good=not outcome.left)

    def show_failure(self, sentence: str) -> None:
        """Say why nothing was deleted."""
        self._finish(tr("Nothing was deleted"), (sentence,), good=False)

    def _finish(self, title: str, sentences: Sequence[str], *, good: bool) -> None:
        self.working = False
        self.heading.setText(title)
        for message, shown in ((self.outcome, good), (self.left, not good)):
            message.setVisible(shown)
            message.say(sentences[0] if sentences else title)
        for sentence in sentences[1:]:
            words = Words(self.theme, sentence)
            words.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the keyboard scrolls to it
            self.sentences.append(words)
            self._ends.addWidget(words)
        self._show(3)
        self._say(" ".join([title, *sentences]))

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return page, box


def _line(theme: Theme, icon: str, colour: str, text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    mark = QVBoxLayout()
    mark.setContentsMargins(0, theme.px(4), 0, 0)
    mark.addWidget(Icon(theme, icon, colour))
    mark.addStretch(1)
    row.addLayout(mark)
    row.addWidget(Words(theme, text), 1)
    return line
