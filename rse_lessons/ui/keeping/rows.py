"""Rows of the page: a fact with its state, and a day that one can go back to."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Icon
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words


class Fact(NamedTuple):
    """One thing to know, and whether it is well."""

    title: str
    detail: str = ""
    good: bool | None = None
    """None where there is nothing to judge."""


class Day(NamedTuple):
    """A backup as it is offered."""

    key: str
    """Its file's name."""
    title: str
    detail: str
    good: bool | None = None
    """None while nobody has looked at it."""


class FactRow(QWidget):
    """An icon, bold words, a softer line that can be selected."""

    def __init__(self, theme: Theme, fact: Fact) -> None:
        super().__init__()
        name, colour = {True: ("check", "good"), False: ("info", "care"), None: ("info", "text-soft")}[
            fact.good
        ]
        self.icon = Icon(theme, name, colour, 22)
        self.title = Words(theme, fact.title, bold=True)
        self.detail = Words(theme, fact.detail, colour="text-soft")
        self.detail.setVisible(bool(fact.detail))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(14)
        row.addWidget(self.icon)
        row.addLayout(words, 1)
        state = {True: tr("All is well"), False: tr("Needs a look"), None: ""}[fact.good]
        self.setAccessibleName(" ".join(filter(None, (state, fact.title, fact.detail))))


class DayRow(QWidget):
    """A day, what was kept then, and the way back to it."""

    restore_wanted = Signal(str)

    def __init__(self, theme: Theme, day: Day) -> None:
        super().__init__()
        self.day = day
        self.fact = FactRow(theme, Fact(day.title, day.detail, day.good))
        self.back = Button(theme)
        self.back.set_text(tr("Go back to it…"))
        self.back.setAccessibleName(tr("Go back to {day}").format(day=day.title))
        self.back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(lambda: self.restore_wanted.emit(day.key))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.fact, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(theme))
