"""Pictures of classes and their plans, and of where the records are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.database.backup import Backup
from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.upkeep.care_state import CareState
from rse_lessons.progress.upkeep.examine import Examined
from rse_lessons.progress.upkeep.health import Health, SideHealth
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.dialogs.new_class import ClassDialog
from rse_lessons.ui.dialogs.pick import Asked, PickWindow
from rse_lessons.ui.dialogs.plan import PlanWindow
from rse_lessons.ui.keeping.page import KeepingPage
from rse_lessons.ui.keeping.words import kept_words
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.nations import nations
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.typed_consent import TypedConsent

NOW = datetime(2026, 11, 19, 9, 30).astimezone()
RECORDS = Path("C:\\Users\\teacher\\AppData\\Local\\rse-lessons")
HEALTH = Health(
    RECORDS / "progress.sqlite",
    Examined(exists=True, events=1204, devices=1),
    classes=9,
    care=CareState(quick=NOW.replace(minute=12)),
    backups=(
        Backup(Path("a"), NOW.replace(minute=12), size=1_430_000, events=1204, checked=True),
        Backup(
            Path("b"), datetime(2026, 11, 6, 15, 40).astimezone(), size=1_380_000, events=1151, checked=True
        ),
        Backup(
            Path("c"), datetime(2026, 11, 5, 14, 5).astimezone(), size=1_310_000, events=1098, checked=True
        ),
    ),
    side=SideHealth(exists=True, events=37),
    damaged=(Path("progress-damaged.sqlite"),),
    free=84_000_000_000,
    total=14_200_000,
)
"""How a year's records may be, with a backup of each of the last days."""


def keeping(given: Given, theme: Theme) -> Shown:
    """Show where the records are."""
    window = LibraryWindow(theme)
    window.set_nations(given.nations, given.nation.code)
    page = KeepingPage(theme)
    page.show_kept(kept_words(HEALTH, NOW))
    window.show_page(page)
    return Shown(window)


def about_class(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask what has changed about a class."""
    bands = [(band, ages_line(band)) for band in AGES]
    known = ClassInfo("7B", "ks3", "wls", "cy", (0, 3), second="en", arrangement="small")
    return Shown(ClassDialog(theme, bands, ["7B"], nations(), known=known, parent=host), fills=False)


def plan(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Show a class's plan."""
    standings = (
        Standing("taught", taught="2026-11-03T11:20:00.000Z"),
        Standing("begun", slide=6, slides=16),
        Standing(skipped="no-time"),
        Standing(planned="2026-11-30"),
    )
    cards = [card for card in given.cards if card.band == "ks3"]
    lines = [
        given.plan_line(card.id, card.title, standing)
        for card, standing in zip(cards, standings, strict=False)
    ]
    return Shown(PlanWindow(theme, "7B", lines, host), fills=False)


def leave_out(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask why a lesson is left out."""
    asked = Asked(
        tr("Leave “{title}” out").format(title=given.title("who-is-it-really")),
        tr("The plan then goes on with the next lesson. You can take it in again at any time."),
        tr("Leave it out"),
    )
    words = (
        tr("Covered in another lesson or subject"),
        tr("No time for it this year"),
        tr("Not the right lesson for this class now"),
        tr("The safeguarding lead asked to wait"),
        tr("Another reason"),
    )
    choices = [Choice(str(place), text) for place, text in enumerate(words)]
    return Shown(PickWindow(theme, asked, choices, "1", host), fills=False)


def erase(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask by typing whether everything is to be erased."""
    consent = TypedConsent(
        theme,
        tr("Erase all records?"),
        word=tr("erase"),
        goes=[tr("All classes, what each was taught, votes, rules, answers and plans")],
        stays=[tr("Lessons, settings and lesson packs")],
        button=tr("Erase everything"),
        parent=host,
    )
    return Shown(consent, fills=False)


WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "class-about": about_class,
    "class-plan": plan,
    "class-leave-out": leave_out,
    "ask-erase": erase,
}
"""Small windows, by name."""
