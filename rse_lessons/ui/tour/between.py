"""Pictures of moving between PCs: the shared folder, and a file that is taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.between.merging import OfClass, Preview
from rse_lessons.progress.between.oddities import Finding, Oddity
from rse_lessons.progress.between.sharing import Outcome
from rse_lessons.progress.between.sharing_log import Log
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.ui.moving.take_in import TakeInWindow
from rse_lessons.ui.moving.window import MovingWindow
from rse_lessons.ui.moving.words import finding_words, taken_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given

FOLDER = "/media/teacher/STICK/RSE Lessons records"
FILE = "lesson-records-2026-11-16.rserecords"
WHEN = "2026-11-16T08:42:00.000Z"
PIECE = "3c1f90ad52e70b64-000000501-000000740-d81a77f24e05b9c3"
GOOD = Outcome(WHEN, 84, 61, ("3c1f90ad52e70b64", "77f24e05b9c3d81a"))
ODD = Outcome(
    WHEN,
    12,
    0,
    ("3c1f90ad52e70b64",),
    (
        Finding(Path(f"{PIECE}.rsepiece"), Oddity.HALF),
        Finding(Path(f"{PIECE} (1).rsepiece"), Oddity.COPY),
        Finding(Path("holiday plans.docx"), Oddity.FOREIGN),
    ),
    ("3c1f90ad52e70b64",),
)
GONE = Outcome(WHEN, 12, 0, (), (), (), Trouble.GONE)
CHANGES = Preview(
    312,
    148,
    (
        OfClass("7B", lessons_new=2, lessons_changed=1),
        OfClass("8 Hazel", new=True, lessons_new=4),
        OfClass("9A", lessons_changed=1),
        OfClass("10C", gone=True, lessons_gone=6),
    ),
    3,
)


def moving(
    _given: Given, theme: Theme, host: QWidget, *, last: Outcome | None, folder: str = FOLDER
) -> Shown:
    """Show the window as it is opened."""
    return Shown(MovingWindow(theme, Log(folder, last=last), host), fills=False)


def sharing(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Share."""
    window = MovingWindow(theme, Log(FOLDER, last=GOOD), host)
    window.set_busy(tr("Sharing with your other PCs"))
    window.show_part(3, 5)
    return Shown(window, fills=False)


def looking(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Look through a file."""
    window = TakeInWindow(theme, FILE, host)
    window.show_part(2, 3)
    return Shown(window, fills=False)


def looked(_given: Given, theme: Theme, host: QWidget, *, found: Preview) -> Shown:
    """Show what a file would change."""
    window = TakeInWindow(theme, FILE, host)
    window.show_preview(found)
    return Shown(window, fills=False)


def taken(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say what was taken in."""
    window = TakeInWindow(theme, FILE, host)
    window.show_taken(taken_words(CHANGES.new))
    return Shown(window, fills=False)


def refused(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Refuse a file."""
    window = TakeInWindow(theme, FILE, host)
    window.show_refusal(finding_words(Finding(Path(FILE), Oddity.CHANGED)))
    return Shown(window, fills=False)


WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "moving-first": partial(moving, last=None, folder=""),
    "moving": partial(moving, last=GOOD),
    "moving-odd": partial(moving, last=ODD),
    "moving-gone": partial(moving, last=GONE),
    "moving-busy": sharing,
    "take-in-looking": looking,
    "take-in": partial(looked, found=CHANGES),
    "take-in-known": partial(looked, found=Preview(312, 0)),
    "take-in-done": taken,
    "take-in-refused": refused,
}
"""The small windows of moving between PCs."""
