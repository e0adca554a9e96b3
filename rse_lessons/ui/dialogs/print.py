"""What of a lesson to put on paper or into a file. Choosing the file and printing are the owner's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

WHAT = ("slides", "notes", "plan", "parents", "handouts", "worksheets", "worksheets-filled")
"""What can be put on paper, as the signals name it."""


class PrintDialog(SmallWindow):
    """Stays open after a request, so that several things can be printed one after another."""

    save_requested = Signal(str)
    """One of `WHAT`, for a PDF file that the owner asks the place of."""
    print_requested = Signal(str)
    """One of `WHAT`, for a printer that the owner asks for."""

    def __init__(
        self, theme: Theme, title: str, offered: Sequence[str] = WHAT, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=900, parent=parent)
        self._title, self._offered = title, tuple(offered)
        self._lesson = Words(theme, title, colour="text-soft")
        self.what = Choices(theme, columns=2)
        self.large = CheckRow(theme, "")
        self.large.set_last()
        self.good, self.care = Message(theme, "", kind="good"), Message(theme, "", icon="info")
        self.good.hide()
        self.care.hide()
        self.save = Button(theme, kind="primary", icon="file-text")
        self.print = Button(theme, icon="printer")
        self.cancel = Button(theme, kind="quiet")
        for widget, space in (
            (self._lesson, 16),
            (self.what, 8),
            (self.large, 8),
            (self.good, 0),
            (self.care, 0),
        ):
            self.column.box.addWidget(widget)
            self.column.box.addSpacing(space)
        self.column.box.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.print)
        self.foot.addWidget(self.save)
        self.save.setDefault(True)
        for button in (self.save, self.print):
            button.clicked.connect(self._quiet)
        self.save.clicked.connect(lambda: self.save_requested.emit(self.what.value))
        self.print.clicked.connect(lambda: self.print_requested.emit(self.what.value))
        self.cancel.clicked.connect(self.reject)
        self.what.chosen.connect(self._quiet)
        self.large.toggled.connect(self._quiet)
        self.retranslate()
        self.choose(self._offered[0])

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Print “{lesson}”").format(lesson=self._title))
        self.heading.setText(tr("What to print"))
        self.what.set_question(tr("What to print"))
        choices = {
            "slides": Choice("slides", tr("Slides"), tr("What the class sees, a slide a page.")),
            "notes": Choice(
                "notes", tr("Slides with notes"), tr("Each slide with its notes below, for you alone.")
            ),
            "plan": Choice(
                "plan",
                tr("Lesson plan"),
                tr("Outcomes, words, timings and curriculum codes, for your folder."),
            ),
            "parents": Choice(
                "parents",
                tr("Page for families"),
                tr("What the class talked about, and what to talk about at home."),
            ),
            "handouts": Choice(
                "handouts", tr("Handouts"), tr("Sheets for the class. Nobody writes a name on them.")
            ),
            "worksheets": Choice(
                "worksheets",
                tr("Worksheets"),
                tr("Each activity on a sheet, to cut out and to write on."),
            ),
            "worksheets-filled": Choice(
                "worksheets-filled",
                tr("Worksheets, filled in"),
                tr("The same in one way to see it, for you or for a display."),
            ),
        }
        offered = [choices[what] for what in self._offered]
        self.what.set_choices(offered, self.what.value or self._offered[0])
        self.large.set_words(tr("Large print"), tr("Larger words on more sheets. Slides stay as they are."))
        self.save.set_text(tr("Save as PDF…"))
        self.print.set_text(tr("Print…"))
        self.cancel.set_text(tr("Close"))

    def choose(self, what: str) -> None:
        """Have `what` chosen, and the keyboard there; nothing for what is not offered."""
        if what in self._offered:
            row = self.what.row_of(what)
            row.setChecked(True)
            row.setFocus()

    def say(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say how it went, in words that stay until something else is chosen."""
        self._quiet()
        message = self.good if good else self.care
        message.say(title, text)
        message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {text}".strip()))
        self.fit()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(message))

    @property
    def in_large_print(self) -> bool:
        """Whether words are to be large."""
        return self.large.isChecked()

    def _quiet(self, _what: object = None) -> None:
        self.good.hide()
        self.care.hide()
