"""A field for a day: written as people write it, a day earlier or later with the arrows."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from rse_lessons.ui.days import month_in_date, month_name
from rse_lessons.ui.my_learning.words import day_words
from rse_lessons.ui.theme import Theme

_NUMBERS = re.compile(r"\s*(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{2}|\d{4})\s*")
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")
_NAMED = re.compile(r"\s*(\d{1,2})\.?\s+([^\W\d_]+(?:[ ’'-][^\W\d_]+)*)\.?,?\s+(\d{4})\s*")


def read_day(text: str) -> date | None:
    """Read a day as it is written here: `22 November 2026`, `22/11/26`, `2026-11-22`; None for none."""
    found = _ISO.fullmatch(text)
    if found:
        return _made(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMBERS.fullmatch(text)
    if found:
        year = int(found[3])
        return _made(year + 2000 if year < 100 else year, int(found[2]), int(found[1]))
    found = _NAMED.fullmatch(text)
    if found:
        begun = found[2].casefold()
        months = [
            month
            for month in range(1, 13)
            if any(name(month).casefold().startswith(begun) for name in (month_name, month_in_date))
        ]
        return _made(int(found[3]), months[0], int(found[1])) if len(months) == 1 and len(begun) > 2 else None
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DayBox(QSpinBox):
    """Counts in days; none is later than today."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(date(today.year - 60, 1, 1).toordinal(), today.toordinal())
        self.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
        self.setMinimumWidth(theme.px(240))

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return date.fromordinal(self.value())

    def set_day(self, day: date) -> None:
        """Choose a day."""
        self.setValue(day.toordinal())

    def textFromValue(self, value: int) -> str:
        """Write it whole."""
        return day_words(date.fromordinal(value))

    def valueFromText(self, text: str) -> int:
        """Read what was typed; what is no day leaves what was there."""
        day = read_day(text)
        return day.toordinal() if day is not None else self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed, and take it when it is a day that may be chosen."""
        day = read_day(text)
        good = day is not None and self.minimum() <= day.toordinal() <= self.maximum()
        return (QValidator.State.Acceptable if good else QValidator.State.Intermediate, text, position)
