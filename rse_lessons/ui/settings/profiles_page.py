"""Profiles: who this is, the passcode, when it locks by itself, and the other teachers on this PC."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.words import Words

MINUTES = (2, 5, 10, 20, 30)
"""After how long it can lock by itself."""


class Whose(NamedTuple):
    """What the page says of this profile and of the others."""

    name: str = ""
    guarded: bool = False
    minutes: int = 10
    others: Sequence[str] = ()
    """What the other profiles are called."""


class ProfilesPage(Page):
    """What can be done about profiles; its owner does it."""

    asked = Signal(str)
    """`rename`, `passcode`, `no-passcode`, `lock`, `add`, `change` or `remove`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._whose = Whose()
        self.name = Words(theme, role="lead", bold=True)
        self.others = Words(theme)
        self.minutes = Choices(theme, columns=3)
        self.buttons = {
            name: Button(theme, kind="quiet" if name == "no-passcode" else "secondary", icon=icon, wraps=True)
            for name, icon in (
                ("rename", "pencil"),
                ("passcode", "lock"),
                ("no-passcode", ""),
                ("lock", ""),
                ("add", "plus"),
                ("change", "users"),
                ("remove", "trash-2"),
            )
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
        self._who = self.part(self.name, self._row("rename"))
        self._passcode = self.part(self._row("passcode", "no-passcode", "lock"))
        self._idle = self.part(self.minutes)
        self._others = self.part(self.others, self._row("add", "change"))
        self._removal = self.part(self._row("remove"))
        self.box.addStretch(1)
        self.minutes.chosen.connect(lambda value: self.changed.emit({"lock_minutes": int(value)}))
        self.retranslate()

    def _row(self, *names: str) -> QWidget:
        holder = QWidget()
        row = Flow(holder)
        for name in names:
            row.addWidget(self.buttons[name])
        return holder

    def show_profiles(self, whose: Whose) -> None:
        """Show what is true now."""
        self._whose = whose
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        whose, buttons = self._whose, self.buttons
        self.title.setText(tr("Profiles"))
        self.soft.setText(
            tr("Several teachers can share this PC, each with classes, records and settings of their own.")
        )
        self.say(self._who, tr("Your profile"))
        self.name.setText(whose.name or tr("Without a name"))
        buttons["rename"].set_text(tr("Change the name") if whose.name else tr("Give it a name"))
        self.say(
            self._passcode,
            tr("Passcode of your profile"),
            tr(
                "It is asked when RSE Lessons starts, so that nobody at this PC opens your notes and records "
                "by the way. It does not encrypt them."
            ),
        )
        buttons["passcode"].set_text(tr("Change the passcode") if whose.guarded else tr("Set a passcode"))
        buttons["no-passcode"].set_text(tr("Take it away"))
        buttons["lock"].set_text(tr("Lock now (Ctrl+L)"))
        self.say(
            self._idle,
            tr("Lock when nobody is here"),
            tr("What you typed is kept. While a lesson is presented, it never locks."),
        )
        self.minutes.set_question(tr("Lock when nobody is here"))
        found = sorted({*MINUTES, whose.minutes})
        choices = [
            Choice(str(count), ntr("After {count} minute", "After {count} minutes", count)) for count in found
        ]
        self.minutes.set_choices(choices, str(whose.minutes))
        self.say(self._others, tr("Other teachers on this PC"))
        self.others.setText("\n".join(whose.others) or tr("There is nobody else yet."))
        buttons["add"].set_text(tr("Add a profile"))
        buttons["change"].set_text(tr("Change the profile"))
        self.say(
            self._removal,
            tr("Remove your profile"),
            tr("Its records and settings are deleted for good. You are asked before."),
        )
        buttons["remove"].set_text(tr("Remove this profile…"))
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        whose = self._whose
        for name in ("no-passcode", "lock"):
            self.buttons[name].setVisible(whose.guarded)
        self.buttons["change"].setVisible(bool(whose.others))
        for widget in (*self._idle, self.minutes):
            widget.setVisible(whose.guarded)
