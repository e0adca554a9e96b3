"""Pictures of the end of a school year, and of a class that is deleted for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.deleting.retention import Due, Left, OfClass, Outcome, Part
from rse_lessons.progress.deleting.year_end import YearEnd
from rse_lessons.ui.ending.window import EndingWindow
from rse_lessons.ui.ending.words import class_words, year_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given

DUE = Due(
    YearEnd(date(2026, 8, 31), "2026-08-31T22:59:59.999Z"),
    (
        OfClass("2 Oak", 9, goes_on=False, fresh=False),
        OfClass("7B", 6, goes_on=True, fresh=False),
        OfClass("9A", 4, goes_on=False, fresh=False),
        OfClass("3 Rowan", 0, goes_on=False, fresh=True),
    ),
)
LEFT = (
    Left(Part.SHARED, Path("/media/teacher/STICK")),
    Left(
        Part.BACKUP, Path("/home/teacher/.local/share/rse-lessons/backups/progress-2026-06-12T091500.sqlite")
    ),
)


def year(_given: Given, theme: Theme, host: QWidget, *, sure: bool = False, late: bool = False) -> Shown:
    """Offer to delete the year that has ended; with `sure`, the second question."""
    window = EndingWindow(theme, year_words(DUE, date(2026, 10, 12) if late else date(2026, 9, 3)), host)
    if sure:
        window.on.click()
        window.sure.setChecked(True)
    return Shown(window, fills=False)


def one_class(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Offer to delete one class for good."""
    return Shown(EndingWindow(theme, class_words("7B", 6), host), fills=False)


def copied(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say that a copy was saved."""
    window = EndingWindow(theme, year_words(DUE, date(2026, 9, 3)), host)
    window.say_saved(tr("Saved"), "Documents/lessons-2025-26.csv")
    return Shown(window, fills=False)


def done(_given: Given, theme: Theme, host: QWidget, *, left: tuple[Left, ...] = ()) -> Shown:
    """Say how it went."""
    window = EndingWindow(theme, year_words(DUE, date(2026, 9, 3)), host)
    window.show_done(Outcome(412, left, 9, 0 if left else 1))
    return Shown(window, fills=False)


WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "year-end": year,
    "year-end-late": partial(year, late=True),
    "year-end-copied": copied,
    "year-end-sure": partial(year, sure=True),
    "year-end-done": done,
    "year-end-left": partial(done, left=LEFT),
    "delete-class": one_class,
}
"""The small windows of an end."""
