"""Small windows to write in: a reflection, a note, an entry of the log. Nothing is stored here."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.class_words import (
    LONGEST_EVIDENCE,
    LONGEST_REFLECTION,
    names_someone,
    tidy_paragraphs,
    tidy_words,
)
from rse_lessons.progress.facts.events import EVIDENCE
from rse_lessons.ui.my_learning.day_box import DayBox
from rse_lessons.ui.my_learning.known import EvidenceLine
from rse_lessons.ui.my_learning.words import what_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.doubt import Doubt
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.widgets.words_field import WordsField


class PageField(QPlainTextEdit):
    """A field for several paragraphs; Tab goes on, and what is pasted comes without its looks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setProperty("ring", True)
        self.setProperty("corner", 10)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours and sizes of `theme`."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("placeholder"))
        self.setPalette(colours)
        self.setFixedHeight(theme.px(220))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the words alone."""
        self.insertPlainText(source.text())


class Asking(SmallWindow):
    """A window with words that may name somebody; it asks once about each wording."""

    def __init__(self, theme: Theme, title: str, *, wide: int, parent: QWidget | None) -> None:
        super().__init__(theme, wide=wide, parent=parent)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._sure = ""
        self.hint = Words(theme, colour="text-soft")
        self.hint.setText(tr("No pupil’s name, and nothing that a pupil told you: that belongs to the lead."))
        self.doubt = Doubt(theme, icon="users")
        self.doubt.first.connect(self._again)
        self.doubt.second.connect(self._say_sure)
        self.keep, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self.keep.set_text(tr("Save"))
        self.cancel.set_text(tr("Cancel"))
        self.keep.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.keep.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)

    @property
    def words(self) -> str:
        """What was written, tidy."""
        raise NotImplementedError

    @property
    def longest(self) -> int:
        """Characters that are kept."""
        raise NotImplementedError

    @property
    def field(self) -> QWidget:
        """Where the words are written."""
        raise NotImplementedError

    def _check(self) -> None:
        words = self.words
        over = len(words) - self.longest
        if over > 0:
            self.doubt.say(
                tr("This is longer than what can be kept."),
                tr("Take {count} characters out.").format(count=over),
            )
            self.fit()
            return
        name = names_someone(words)
        if name and self._sure != words:
            self.doubt.ask(
                tr("Is “{name}” a pupil?").format(name=name),
                tr(
                    "A name could tell somebody who it is about. Write “a pupil in Year 8”, or nothing of "
                    "them. A place, a book or a colleague may stay."
                ),
                tr("Change it"),
                tr("It names no pupil: save it"),
            )
            self.fit()
            return
        self._done()

    def _again(self) -> None:
        self.doubt.hush()
        self.field.setFocus()
        self.fit()

    def _say_sure(self) -> None:
        self._sure = self.words
        self._check()

    def _done(self) -> None:
        raise NotImplementedError


class WritingWindow(Asking):
    """Words in paragraphs."""

    written = Signal(str)
    """What is to be kept; empty when nothing was written."""

    def __init__(
        self, theme: Theme, title: str, *, prompt: str = "", words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, wide=720, parent=parent)
        self.prompt = Words(theme, prompt, bold=True)
        if not prompt:
            self.prompt.hide()
        self._field = PageField(theme)
        self._field.setPlainText(words)
        self._field.setAccessibleName(prompt or title)
        self._field.setAccessibleDescription(self.hint.text())
        box = self.column.box
        for widget, space in ((self.prompt, 8), (self.hint, 10), (self._field, 0), (self.doubt, 8)):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        for before, after in ((self._field, self.doubt.one), (self.doubt.one, self.doubt.other),
                              (self.doubt.other, self.cancel), (self.cancel, self.keep)):  # fmt: skip
            QWidget.setTabOrder(before, after)
        self._field.setFocus()

    @property
    def words(self) -> str:
        """What was written, tidy."""
        return tidy_paragraphs(self._field.toPlainText())

    @property
    def longest(self) -> int:
        """Characters that are kept."""
        return LONGEST_REFLECTION

    @property
    def field(self) -> PageField:
        """Where the words are written."""
        return self._field

    def _done(self) -> None:
        self.written.emit(self.words)
        self.accept()


class EvidenceWindow(Asking):
    """An entry of the log: what, which day, how long, and a line of words."""

    entered = Signal(str, date, int, str)
    """What was done, the day, the minutes and the words."""

    def __init__(
        self, theme: Theme, today: date, entry: EvidenceLine | None = None, parent: QWidget | None = None
    ) -> None:
        title = tr("Change the entry") if entry else tr("Add to the log")
        super().__init__(theme, title, wide=640, parent=parent)
        self.what = Chooser(theme, "quiet")
        self.what.set_choices(
            [Choice(what, what_words(what)) for what in EVIDENCE], entry.what if entry else EVIDENCE[0]
        )
        self.what.set_question(tr("What you did"))
        self.day = DayBox(theme, today)
        self.day.set_day(entry.day if entry else today)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, 1440)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(entry.minutes if entry else 60)
        self.minutes.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
        self.minutes.setMinimumWidth(theme.px(140))
        self._field = WordsField(theme)
        self._field.set_text(entry.words if entry else "")
        self._lay(theme)
        self.what.setFocus()

    def _lay(self, theme: Theme) -> None:
        box = self.column.box
        for label, widget, wide in (
            (tr("What you did"), self.what, False),
            (tr("Day"), self.day, False),
            (tr("Minutes"), self.minutes, False),
            (tr("In a line of words, if you like"), self._field, True),
        ):
            box.addWidget(Words(theme, label, bold=True))
            box.addSpacing(4)
            if wide:
                box.addWidget(self.hint)
                box.addSpacing(6)
                box.addWidget(widget)
            else:
                box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            box.addSpacing(14)
            if widget is not self.what:
                widget.setAccessibleName(label)
        self._field.setAccessibleDescription(self.hint.text())
        box.addWidget(self.doubt)
        box.addStretch(1)
        order = [
            self.what,
            self.day,
            self.minutes,
            self._field,
            self.doubt.one,
            self.doubt.other,
            self.cancel,
            self.keep,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @property
    def words(self) -> str:
        """What was written, tidy."""
        return tidy_words(self._field.text())

    @property
    def longest(self) -> int:
        """Characters that are kept."""
        return LONGEST_EVIDENCE

    @property
    def field(self) -> WordsField:
        """Where the words are written."""
        return self._field

    def _done(self) -> None:
        self.day.interpretText()
        self.minutes.interpretText()
        self.entered.emit(self.what.value, self.day.day, self.minutes.value(), self.words)
        self.accept()
