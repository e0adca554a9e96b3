"""Names of the days of the week, 0 for Monday."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.locales import here


def weekday(day: int) -> str:
    """Give the whole name."""
    if (known := here()) is not None:
        return known.standaloneDayName(day + 1)
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )[day]


def weekday_short(day: int) -> str:
    """Give it as short as a chip or the head of a calendar has it."""
    if (known := here()) is not None:
        return known.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[day]


def on_weekday(day: int) -> str:
    """Say on which day something was, to stand in a sentence: `on Thursday`."""
    return (
        tr("on Monday"),
        tr("on Tuesday"),
        tr("on Wednesday"),
        tr("on Thursday"),
        tr("on Friday"),
        tr("on Saturday"),
        tr("on Sunday"),
    )[day]
