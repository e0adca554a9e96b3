"""Pictures of My learning, of the windows to write in, and of those about certificates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.certificate import CertifiedModule, Record, check, written
from rse_lessons.ui.dialogs.platform import PlatformWindow
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.my_learning.certify import CheckWindow, NameWindow
from rse_lessons.ui.my_learning.desk import PARTS
from rse_lessons.ui.my_learning.known import (
    CertificateLine,
    EvidenceLine,
    Known,
    ModuleLine,
    NextStep,
    NoteLine,
    ReflectionLine,
)
from rse_lessons.ui.my_learning.page import MyLearningPage
from rse_lessons.ui.my_learning.writing import EvidenceWindow, WritingWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import TODAY, Given

MODULES = (
    ("responsibility-and-language", "Responsibility and language"),
    ("a-safe-classroom", "A safe classroom"),
    ("age-and-nation", "Age and nation"),
    ("consent-and-pressure", "Consent and pressure"),
    ("when-a-pupil-tells-you", "When a pupil tells you"),
    ("when-there-is-a-picture", "When there is a picture"),
    ("everyone-included", "Everyone included"),
    ("whole-school-and-families", "Whole school and families"),
)
Titles = tuple[tuple[str, str], ...]
"""Modules by id and title."""
REFLECTION = (
    "I noticed that I jump in too early. When I waited, two quieter pupils began to speak.\n\n"
    "Next time I count to ten before I say anything, and I thank the first one who speaks for the thought, "
    "not for being right."
)


def _modules(given: Given) -> Titles:
    """Give the ids and titles of the modules that are here, in their order."""
    return tuple((module.id, module.head.title) for module in given.modules) or MODULES


def known(today: date = TODAY, modules: Titles = MODULES, rehearsed: str = "Ask before you share") -> Known:
    """Give a path of which half is done; `rehearsed` is the title of a lesson."""
    passed = [today - timedelta(days=days) for days in (352, 40, 33, 19)]
    finished = [
        ModuleLine(
            *(name, title, number, "finished", 9, 9, 2, 2, 0, day, 7, 8, day.replace(year=day.year + 1)),
            soon=number == 1,
        )
        for number, ((name, title), day) in enumerate(zip(modules, passed, strict=False), 1)
    ]
    others = [
        ModuleLine(*modules[4], 5, "begun", 4, 9, 1, 2, 22),
        *(ModuleLine(*modules[place], place + 1, "new", 0, 9, 0, 2, 38) for place in (5, 6, 7)),
    ]
    day = today - timedelta(days=2)
    return Known(
        modules=(*finished, *others),
        next=NextStep(*modules[4], "what-guidance-asks"),
        minutes_app=312,
        minutes_logged=225,
        reflections=(
            ReflectionLine(*(modules[3][0], "a", modules[3][1]), "When did waiting help?", REFLECTION, day),
            ReflectionLine(*(modules[1][0], "a", modules[1][1]), "What will you say first?", "", day),
        ),
        evidence=(
            EvidenceLine("", "module", day, 42, "", modules[4][1], 1, 2),
            EvidenceLine("e1", "observed", day, 50, "Year 8, “Who decides?”, with the PSHE lead"),
            EvidenceLine("", "rehearsed", day - timedelta(days=3), 31, "", rehearsed),
            EvidenceLine("e2", "talked-with-lead", day - timedelta(days=9), 25, "How we log a concern here"),
            EvidenceLine("e3", "course", day - timedelta(days=20), 150),
        ),
        notes=(NoteLine("n1", "Could we look together at how I end the lesson when time is short?", day),),
        certificates=(CertificateLine("8Q0N-2V4R-6T1K-Z9PE", 3, day),),
        today=today,
    )


def page(given: Given, theme: Theme, part: str) -> Shown:
    """Show one part of the page."""
    window = LibraryWindow(theme)
    window.set_nations(given.nations, given.nation.code)
    shown = MyLearningPage(theme)
    shown.show_known(known(modules=_modules(given), rehearsed=given.title("ask-first")))
    shown.show_part(part)
    window.show_page(shown)
    return Shown(window)


def first_day(given: Given, theme: Theme) -> Shown:
    """Show the page before anything was done."""
    window = LibraryWindow(theme)
    window.set_nations(given.nations, given.nation.code)
    shown = MyLearningPage(theme)
    modules = _modules(given)
    lines = [ModuleLine(*one, number, "new", 0, 9, 0, 2, 38) for number, one in enumerate(modules, 1)]
    shown.show_known(Known(lines, NextStep(*modules[0]), today=TODAY))
    window.show_page(shown)
    return Shown(window)


def write_note(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask whether a word in a note is a pupil."""
    window = WritingWindow(theme, tr("A note for your mentor"), words="What Jasmine said.", parent=host)
    window.keep.click()
    return Shown(window, fills=False)


def log(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Add to the log."""
    return Shown(EvidenceWindow(theme, TODAY, known().evidence[1], parent=host), fills=False)


def name(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask whose name is on a certificate."""
    window = NameWindow(theme, tr("Save my certificate"), tr("Save…"), name="Siân Owen", parent=host)
    return Shown(window, fills=False)


def platform(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask how a learning platform knows the teacher."""
    window = PlatformWindow(theme, lambda _name, _home: "", name="Siân Owen", reflections=True, parent=host)
    return Shown(window, fills=False)


def checked(given: Given, theme: Theme, host: QWidget, *, good: bool) -> Shown:
    """Say what came of checking a certificate."""
    first = _modules(given)[0]
    module = CertifiedModule(*first, "2026-10-13", 8, 7, 2, ("A colleague in the staffroom",), 42)
    record = written(Record("Siân Owen", "2026-11-20", given.nation.name, "RSE Lessons", (module,), 315))
    window = CheckWindow(theme, host)
    window.show_file("certificate.pdf")
    window.show_checked(check(record, "" if good else "0000-0000-0000-0000"))
    return Shown(window, fills=False)


PAGES: Mapping[str, Callable[[Given, Theme], Shown]] = {
    **{f"my-learning-{part}": partial(page, part=part) for part in PARTS},
    "my-learning-first-day": first_day,
}
"""The page, by the name of the picture."""

WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "my-learning-note": write_note,
    "my-learning-log": log,
    "my-learning-name": name,
    "my-learning-platform": platform,
    "certificate-good": partial(checked, good=True),
    "certificate-changed": partial(checked, good=False),
}
"""Small windows, by the name of the picture."""
