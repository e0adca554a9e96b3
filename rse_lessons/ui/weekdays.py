"""Names of the days of the week, 0 for Monday."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr


def weekday(day: int) -> str:
    """Give the whole name."""
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
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[day]
