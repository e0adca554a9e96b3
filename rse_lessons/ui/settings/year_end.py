"""The last day of the school year: as usual where one teaches, or a day of one's own."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.deleting.year_end import last_day
from rse_lessons.ui.days import day_and_month, month_name
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice, Chooser

USUAL, OWN = "usual", "own"
_ANY = 2001
"""A year without 29 February, as most are."""


class YearEnd(QWidget):
    """Two choices, and for the second a day and a month."""

    chosen = Signal(str)
    """Month and day such as `07-21`; empty for the usual one."""

    def __init__(self, theme: Theme, setting: str, nation: str) -> None:
        super().__init__()
        self._setting, self._nation = setting, nation
        self.choices = Choices(theme, columns=2)
        self.day = QSpinBox()
        self.month = Chooser(theme, "chip")
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.day)
        row.addWidget(self.month)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.choices)
        column.addWidget(self._own)
        self.choices.chosen.connect(self._choose)
        self.day.valueChanged.connect(self._keep)
        self.month.chosen.connect(self._take_month)
        # A wheel that scrolls the page changes nothing that it passes.
        self.day.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self.day.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
        self.day.setFixedWidth(theme.px(110))

    def show_nation(self, nation: str) -> None:
        """Follow another nation: its usual day is another."""
        self._nation = nation
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        usual = date(_ANY, *last_day("", self._nation))
        question = tr("The last day of the school year")
        self.choices.set_question(question)
        self.choices.set_choices(
            [
                Choice(USUAL, tr("As usual where you teach"), day_and_month(usual)),
                Choice(OWN, tr("Another day"), tr("The last day of term, for instance.")),
            ],
            OWN if self._setting else USUAL,
        )
        month, day = last_day(self._setting, self._nation)
        for widget in (self.day, self.month):
            widget.blockSignals(True)
        self.month.set_question(tr("Month"))
        self.month.set_choices([Choice(str(one), month_name(one)) for one in range(1, 13)], str(month))
        self.day.setRange(1, monthrange(_ANY, month)[1])
        self.day.setValue(day)
        self.day.setAccessibleName(tr("Day of the month"))
        for widget in (self.day, self.month):
            widget.blockSignals(False)
        self._own.setVisible(bool(self._setting))

    def _choose(self, which: str) -> None:
        month, day = last_day(self._setting, self._nation)
        self._set(f"{month:02}-{day:02}" if which == OWN else "")

    def _take_month(self, month: str) -> None:
        day = min(self.day.value(), monthrange(_ANY, int(month))[1])
        self._set(f"{int(month):02}-{day:02}")

    def _keep(self, day: int) -> None:
        self._setting = f"{int(self.month.value):02}-{day:02}"
        self.chosen.emit(self._setting)

    def _set(self, setting: str) -> None:
        self._setting = setting
        self.retranslate()
        self.chosen.emit(setting)
