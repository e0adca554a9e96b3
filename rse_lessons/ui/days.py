"""Dates as people say them: today, on Thursday, 6 November. `is_today` alone reads the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.locales import here
from rse_lessons.ui.weekdays import on_weekday


def local_day(when: str) -> date | None:
    """Give the day here of a UTC time in ISO form; None when it is none."""
    try:
        return datetime.fromisoformat(when).astimezone().date()
    except ValueError:
        return None


def is_today(when: str) -> bool:
    """Tell whether a UTC time in ISO form lies in today's day here."""
    return local_day(when) == datetime.now().astimezone().date()


def month_name(month: int) -> str:
    """Name a month, from 1, as it stands alone: at the head of a calendar, in a list."""
    known = here()
    return _months()[month - 1] if known is None else known.standaloneMonthName(month)


def month_in_date(month: int) -> str:
    """Name a month, from 1, as it stands after a day; in some languages it is in the genitive there."""
    known = here()
    return _months()[month - 1] if known is None else known.monthName(month)


def _months() -> tuple[str, ...]:
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )


def day_and_month(day: date) -> str:
    """Write a date without its year, `6 November`."""
    return tr("{day} {month}").format(day=day.day, month=month_in_date(day.month))


def when_words(day: date, today: date) -> str:
    """Say when something was, to stand at the end of a sentence: `on Thursday`, `yesterday`."""
    if day >= today:
        return tr("today")
    if day == today - timedelta(days=1):
        return tr("yesterday")
    if today - day < timedelta(days=7):
        return on_weekday(day.weekday())
    return tr("on {date}").format(date=day_and_month(day))
