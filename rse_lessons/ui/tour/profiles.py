"""Pictures of who is teaching, of the lock, and of what is asked about profiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from rse_lessons.settings.passcode import FREE, Cost, Passcode
from rse_lessons.ui.library.guests import GuestWindow
from rse_lessons.ui.profiles.chooser import ProfileChooser, Row
from rse_lessons.ui.profiles.consent import removal, way_back
from rse_lessons.ui.profiles.lock import LockWindow
from rse_lessons.ui.profiles.naming import NameWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given

ROWS = (
    Row("one", "Mrs Owen", guarded=True),
    Row("two", "Mr Rees"),
    Row("three", "Ms Hall, Wednesdays and Thursdays", guarded=True),
    Row("four", "", used=date(2026, 11, 12)),
)


def _passcode(*, wrong: int = 0) -> Passcode:
    """Give a passcode after some wrong tries, on a clock that stands still."""
    with TemporaryDirectory() as folder:
        made = Passcode(Path(folder) / "passcode.json", now=lambda: 0.0, cost=Cost(1 << 4))
        made.choose("0000")
        for _ in range(wrong):
            made.attempt("1111")
        return made


def choose(_given: Given, theme: Theme, host: QWidget, *, wrong: int = 0, last: str = "one") -> Shown:
    """Ask who is teaching."""
    return Shown(ProfileChooser(theme, ROWS, last, lambda _id: _passcode(wrong=wrong), host), fills=False)


def choose_unreadable(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say that a passcode cannot be read."""
    rows = (Row("one", "Mrs Owen", guarded=True, readable=False), *ROWS[1:])
    return Shown(ProfileChooser(theme, rows, "one", lambda _id: _passcode(), host), fills=False)


def locked(_given: Given, theme: Theme, host: QWidget, *, forgotten: bool = False) -> Shown:
    """Stand before everything."""
    window = LockWindow(theme, _passcode(), "Mrs Owen", host)
    if forgotten:
        window.forgotten.click()
    return Shown(window, fills=False, end=window.accept)


def new_profile(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask for two names and a language; the second name is taken."""
    window = NameWindow(
        theme,
        lambda name: "taken" if name == "Mr Rees" else "",
        own=lambda _name: "",
        languages=(("en", "English"), ("cy", "Cymraeg")),
        parent=host,
    )
    window.field(own=True).setText("Mrs Owen")
    window.field().setText("Mr Rees")
    window.keep.click()
    return Shown(window, fills=False)


def back(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say what goes when the passcode is forgotten."""
    return Shown(way_back(theme, "Mrs Owen", host), fills=False)


def remove(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say what goes with a profile."""
    window = removal(theme, "Mrs Owen", host)
    window.field.setText("Mrs Owen")
    return Shown(window, fills=False)


def guests(given: Given, theme: Theme) -> Shown:
    """Show lessons to whoever opened no profile."""
    window = GuestWindow(theme)
    window.set_cards(given.cards)
    return Shown(window)


WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "who-is-teaching": choose,
    "who-is-teaching-open": partial(choose, last="two"),
    "who-is-teaching-wait": partial(choose, wrong=FREE + 1),
    "who-is-teaching-unreadable": choose_unreadable,
    "locked": locked,
    "locked-forgotten": partial(locked, forgotten=True),
    "profile-new": new_profile,
    "profile-way-back": back,
    "profile-remove": remove,
}
"""Small windows, by the names of their pictures."""
