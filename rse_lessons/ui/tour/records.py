"""Pictures of classes and their plans, and of where the records are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.summary import ClassInfo
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.dialogs.new_class import ClassDialog
from rse_lessons.ui.dialogs.pick import Asked, PickWindow
from rse_lessons.ui.dialogs.plan import PlanWindow
from rse_lessons.ui.dialogs.plan_list import PlanLine
from rse_lessons.ui.keeping.page import KeepingPage, Kept
from rse_lessons.ui.keeping.rows import Day, Fact
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.nations import nations
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.typed_consent import TypedConsent


def keeping(_given: Given, theme: Theme) -> Shown:
    """Show where the records are, with a backup of each of the last days."""
    window = LibraryWindow(theme)
    window.set_nations(nations(), "eng")
    page = KeepingPage(theme)
    page.show_kept(
        Kept(
            tr("Your records are whole and backed up."),
            tr("The newest backup: {when}.").format(when="today, 9:12"),
            good=True,
            where=[
                Fact(
                    "C:\\Users\\teacher\\AppData\\Local\\rse-lessons",
                    "1,204 steps of 9 classes. With backups 14.2 MB.",
                )
            ],
            safe=[
                Fact(tr("The records are whole"), "Looked through: Today, 9:12.", good=True),
                Fact(
                    tr("The newest steps are written twice"),
                    "37 steps lie in a second file beside the records, too.",
                    good=True,
                ),
                Fact(
                    "1 damaged file is kept",
                    "It is beside the records, for whoever looks after this PC: progress-damaged.sqlite.",
                ),
            ],
            days=[
                Day("a", "Today, 9:12", "1,204 steps, 1.4 MB, checked", good=True),
                Day("b", "Friday, 6 November, 15:40", "1,151 steps, 1.4 MB, checked", good=True),
                Day("c", "Thursday, 5 November, 14:05", "1,098 steps, 1.3 MB, checked", good=True),
            ],
        )
    )
    window.show_page(page)
    return Shown(window)


def about_class(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask what has changed about a class."""
    bands = [(band, ages_line(band)) for band in AGES]
    known = ClassInfo("7B", "ks3", "wls", "cy", (0, 3), second="en", arrangement="small")
    return Shown(ClassDialog(theme, bands, ["7B"], nations(), known=known, parent=host), fills=False)


def plan(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Show a class's plan."""
    titles = [card.title for card in given.cards if card.band == "ks3"]
    details = (
        (tr("Taught {date}").format(date="3 November"), False),
        (tr("Part way: slide {slide} of {slides}").format(slide=7, slides=16), False),
        (tr("Left out: {reason}").format(reason=tr("No time for it this year")), True),
        (tr("Planned for {day}").format(day="Monday, 30 November"), False),
    )
    lines = [
        PlanLine(str(place), title, detail, left_out, done=left_out or place == 0)
        for place, (title, (detail, left_out)) in enumerate(zip(titles, details, strict=False))
    ]
    return Shown(PlanWindow(theme, "7B", lines, host), fills=False)


def leave_out(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask why a lesson is left out."""
    asked = Asked(
        tr("Leave “{title}” out").format(title="Who is it really?"),
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
