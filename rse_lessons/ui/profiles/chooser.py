"""Who is teaching? The first window on a PC that several teachers share, or where a passcode was set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.passcode import Passcode
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.profiles.asking import PasscodeField
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class Row(NamedTuple):
    """One profile, as the window shows it."""

    id: str
    name: str
    guarded: bool = False
    readable: bool = True
    """Whether its passcode can be judged."""
    used: date | None = None
    """When its records were last written; said of a profile that has lost its name."""


def row_name(row: Row) -> str:
    """Give what a profile is called in windows, also when it has no name."""
    if row.name:
        return row.name
    if row.used is not None:
        return tr("Without a name, last used {date}").format(date=day_and_month(row.used))
    return tr("Without a name")


class ProfileChooser(SmallWindow):
    """Accepted with `chosen`, the id of a profile that may be opened, or with `present_only`."""

    forgotten_requested = Signal(str)
    """The passcode of this profile is forgotten."""

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[Row],
        last: str,
        passcode_of: Callable[[str], Passcode],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=640, parent=parent)
        self.chosen = ""
        self.present_only = False
        self._rows = tuple(rows)
        self._passcode_of = passcode_of
        self.people = Choices(theme)
        self.passcode = PasscodeField(theme)
        self.note = Message(theme, "", icon="info")
        self._guests = Words(theme, colour="text-soft")
        self.open_button = Button(theme, kind="primary")
        self.present = Button(theme, icon="play")
        self.forgotten = Button(theme, kind="quiet")
        self._lay()
        self._connect()
        self.set_rows(rows, last)

    def _lay(self) -> None:
        box = self.column.box
        for widget, space in (
            (self.people, 16),
            (self.passcode, 16),
            (self.note, 16),
            (self._guests, 8),
        ):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.note.hide()
        self.foot.addWidget(self.present)
        self.foot.addStretch(1)
        self.foot.addWidget(self.forgotten)
        self.foot.addWidget(self.open_button)

    def _connect(self) -> None:
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.present.clicked.connect(self._present)
        self.forgotten.clicked.connect(lambda: self.forgotten_requested.emit(self.people.value))
        self.people.chosen.connect(self._show)
        self.passcode.right.connect(self._enter)
        self.passcode.grown.connect(self.fit)
        self.passcode.ready.connect(self.open_button.setEnabled)

    def set_rows(self, rows: Sequence[Row], current: str) -> None:
        """Offer these profiles, with one of them chosen, and give it the keyboard."""
        self._rows = tuple(rows)
        known = [row.id for row in self._rows]
        self.retranslate(current if current in known else known[0])
        self._show(self.people.value)
        self._take_keyboard()

    def say(self, title: str, words: str) -> None:
        """Say what happened."""
        self.note.say(title, words)
        self.note.show()
        self.fit()

    def retranslate(self, current: str = "") -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("RSE Lessons"))
        self.heading.setText(tr("Who is teaching?"))
        self.people.set_question(tr("Who is teaching?"))
        choices = [
            Choice(row.id, row_name(row), tr("With a passcode") if row.guarded else "") for row in self._rows
        ]
        self.people.set_choices(choices, current or self.people.value)
        self.passcode.retranslate()
        self._guests.setText(
            tr(
                "For pupils and cover staff: “Present only” shows lessons without notes, records or "
                "settings, and nothing of it is written down."
            )
        )
        self.present.set_text(tr("Present only"))
        self.forgotten.set_text(tr("I have forgotten it"))
        self.open_button.set_text(tr("Open"))

    def _row(self) -> Row:
        return next(row for row in self._rows if row.id == self.people.value)

    def _show(self, _profile: str) -> None:
        """Ask for what the chosen profile needs."""
        row = self._row()
        asked = self._passcode_of(row.id) if row.guarded and row.readable else None
        if asked is not None and not asked.is_set:  # its file went while this window was open
            asked, row = None, row._replace(readable=False)
            self._rows = tuple(row if one.id == row.id else one for one in self._rows)
        self.passcode.setVisible(asked is not None)
        self.forgotten.setVisible(row.guarded)
        self.note.hide()
        self.open_button.setEnabled(True)
        if asked is not None:
            self.passcode.ask_for(asked)
        elif row.guarded:
            self.say(
                tr("This passcode cannot be read."),
                tr("Its file is missing or damaged. “I have forgotten it” is the way in."),
            )
            self.open_button.setEnabled(False)
        if self.isVisible():
            self.fit()

    def _take_keyboard(self) -> None:
        row = self._row()
        asked = self.passcode.field if row.guarded and row.readable else self.people.row_of(row.id)
        asked.setFocus()

    def _open(self) -> None:
        row = self._row()
        if not row.guarded:
            self._enter()
        elif row.readable:
            if not self.passcode.field.text():
                self.passcode.field.setFocus()
            self.passcode.attempt()

    def _enter(self) -> None:
        self.chosen = self.people.value
        self.accept()

    def _present(self) -> None:
        self.present_only = True
        self.accept()
