"""What one takes away: the certificate, the portfolio, the record for other programs; and deleting it all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui.my_learning.known import Known
from rse_lessons.ui.my_learning.view import Card, View, in_a_row, spaced
from rse_lessons.ui.my_learning.words import day_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.words import Words

MOST_CODES = 5


class Section(Card):
    """A heading, a sentence, some ticks and some buttons."""

    def __init__(self, theme: Theme, buttons: list[Button], ticks: list[CheckRow] | None = None) -> None:
        super().__init__(theme)
        self.heading = Words(theme, role="card", heading=True)
        self.about = Words(theme)
        self.note = Words(theme, role="small", colour="text-soft")
        self.note.hide()
        for widget in (self.heading, self.about, self.note, *(ticks or [])):
            self.column.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addWidget(in_a_row(buttons))

    def say(self, heading: str, about: str, note: str = "") -> None:
        """Say what it is for."""
        self.heading.setText(heading)
        self.about.setText(about)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class TakingView(View):
    """Asks for each thing through a signal."""

    certificate_wanted = Signal(str)
    """`save` or `print`."""
    portfolio_wanted = Signal(str, bool, bool)
    """`save` or `print`, and whether reflections and notes for a mentor are in it."""
    standards_wanted = Signal(str)
    """`xapi` or `scorm`."""
    copy_wanted = Signal()
    check_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.known = Known()
        self.told = Message(theme, "", kind="good")
        self.told.hide()
        self.certificate, self.print_certificate = Button(theme), Button(theme, kind="quiet", icon="printer")
        self.certificate.set_icon("file-text")
        self.check = Button(theme, kind="quiet", icon="check")
        self.portfolio, self.print_portfolio = (
            Button(theme, icon="file-text"),
            Button(theme, kind="quiet", icon="printer"),
        )
        self.with_reflections, self.with_notes = CheckRow(theme, ""), CheckRow(theme, "")
        self.with_notes.set_last()
        self.xapi, self.scorm, self.copy = Button(theme), Button(theme), Button(theme)
        self.delete = Button(theme, icon="trash-2")
        self.parts = {
            "certificate": Section(theme, [self.certificate, self.print_certificate, self.check]),
            "portfolio": Section(
                theme, [self.portfolio, self.print_portfolio], [self.with_reflections, self.with_notes]
            ),
            "standards": Section(theme, [self.copy, self.xapi, self.scorm]),
            "delete": Section(theme, [self.delete]),
        }
        for widget in (self.told, *self.parts.values()):
            self.column.addWidget(spaced(widget, 20))
        self.column.addStretch(1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.certificate.clicked.connect(lambda: self.certificate_wanted.emit("save"))
        self.print_certificate.clicked.connect(lambda: self.certificate_wanted.emit("print"))
        self.portfolio.clicked.connect(lambda: self._ask_portfolio("save"))
        self.print_portfolio.clicked.connect(lambda: self._ask_portfolio("print"))
        self.check.clicked.connect(self.check_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.xapi.clicked.connect(lambda: self.standards_wanted.emit("xapi"))
        self.scorm.clicked.connect(lambda: self.standards_wanted.emit("scorm"))
        self.delete.clicked.connect(self.delete_wanted)

    def _ask_portfolio(self, how: str) -> None:
        self.portfolio_wanted.emit(how, self.with_reflections.isChecked(), self.with_notes.isChecked())

    def show_known(self, known: Known) -> None:
        """Show what is known now."""
        self.known = known
        self.retranslate()

    def say(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say what came of something, aloud too."""
        self.told.set_kind("good" if good else "care")
        self.told.say(title, text)
        self.told.show()
        self.area.verticalScrollBar().setValue(0)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {text}".strip()))

    def hush(self) -> None:
        """Let go of what was said last."""
        self.told.hide()

    def _allow(self) -> None:
        """Offer only what there is something for."""
        known = self.known
        for button in (self.certificate, self.print_certificate):
            button.setEnabled(known.finished > 0)
        for button in (self.portfolio, self.print_portfolio, self.xapi, self.copy, self.delete):
            button.setEnabled(not known.is_empty)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Certificate and portfolio"))
        self.about.setText(tr("Each of these is made when you ask for it, and goes where you say."))
        self._say_certificate()
        self.parts["portfolio"].say(
            tr("Your portfolio"),
            tr(
                "What you did in each module, what you practised, your log with its hours, and your "
                "certificate at its end: one PDF, for a mentor, an appraisal or an inspection."
            ),
        )
        self.with_reflections.set_words(tr("With my reflections"), tr("Off unless you tick it."))
        self.with_notes.set_words(tr("With my notes for a mentor"), tr("Off unless you tick it."))
        self.parts["standards"].say(
            tr("For other programs"),
            tr(
                "Your record as plain data, as xAPI statements for a record store, or the modules for a "
                "learning platform such as Moodle. Files only: nothing is sent."
            ),
        )
        self.parts["delete"].say(
            tr("Delete my training records"),
            tr(
                "From this PC, its backups and your shared folder, for good. Your classes and what you "
                "taught them stay. You are offered a copy first."
            ),
        )
        self.certificate.set_text(tr("Save my certificate…"))
        self.print_certificate.set_text(tr("Print my certificate…"))
        self.check.set_text(tr("Check a certificate…"))
        self.portfolio.set_text(tr("Save my portfolio…"))
        self.print_portfolio.set_text(tr("Print my portfolio…"))
        self.copy.set_text(tr("Save my record…"))
        self.xapi.set_text(tr("Export as xAPI statements…"))
        self.scorm.set_text(tr("Export for a learning platform…"))
        self.delete.set_text(tr("Delete my training records…"))
        self._allow()

    def _say_certificate(self) -> None:
        known = self.known
        if known.finished:
            words = ntr(
                "It names the {count} module that you have finished, with day, result and hours.",
                "It names the {count} modules that you have finished, with day, result and hours.",
                known.finished,
            )
            words = " ".join(
                (
                    words,
                    tr(
                        "It is the app’s own record and no qualification. A short code lets anybody "
                        "check that it was not changed."
                    ),
                )
            )
        else:
            words = tr("When your first module is finished, you can take a certificate away.")
        saved = [
            tr("{code}, {day}").format(code=one.code, day=day_words(one.day))
            for one in known.certificates[:MOST_CODES]
        ]
        note = tr("Saved before: {codes}.").format(codes="; ".join(saved)) if saved else ""
        self.parts["certificate"].say(tr("Your certificate"), words, note)
