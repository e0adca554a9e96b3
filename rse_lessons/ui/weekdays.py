"""Names of the days of the week, 0 for Monday."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.locales import here

_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(day: int) -> str:
    """Give the whole name, as it stands alone or begins a line: `Dydd Llun`."""
    known = here()
    return weekday_inside(day) if known is None else known.standaloneDayName(day + 1)


def weekday_inside(day: int) -> str:
    """Give the whole name as it stands within a sentence: `dydd Llun`."""
    said = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )[day]
    known = here()
    return said if known is None or said != _LONG[day] else known.standaloneDayName(day + 1)


def weekday_short(day: int) -> str:
    """Give it as short as a chip or the head of a calendar has it.

    Translators’ words come first: short as calendars have it, Gaelic’s Thursday is “Dia”, which is “God”.
    """
    said = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[day]
    known = here()
    if known is not None and said == _SHORT[day]:
        return known.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
    return said


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
