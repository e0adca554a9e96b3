"""Pictures of small windows: questions, settings, the sheet of keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.nation.freshness import checked_on, stale
from rse_lessons.presenting.session import Session
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.dialogs.ask import TimeLeft
from rse_lessons.ui.dialogs.before_and_after import alone_question, end_question
from rse_lessons.ui.dialogs.help_lines import HelpLinesWindow
from rse_lessons.ui.dialogs.keys import KeySheet
from rse_lessons.ui.dialogs.new_class import ClassDialog
from rse_lessons.ui.dialogs.print import PrintDialog
from rse_lessons.ui.dialogs.which_screen import WhichScreen
from rse_lessons.ui.language_words import standing_words
from rse_lessons.ui.nations import nations
from rse_lessons.ui.plan_words import plan_words
from rse_lessons.ui.screens import Stand, Wish
from rse_lessons.ui.settings.profiles_page import Whose
from rse_lessons.ui.settings.window import SettingsDialog
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import CLASSES, TODAY, Given
from rse_lessons.ui.wording.window import WordingWindow


def new_class(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask for a class."""
    dialog = ClassDialog(
        theme,
        [(band, ages_line(band)) for band in AGES],
        [known.label for known in CLASSES],
        nations(),
        parent=host,
    )
    dialog.name.setText("3 Rowan")
    return Shown(dialog, fills=False)


def to_print(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask what to print."""
    title = given.lessons[0].front.title if given.lessons else ""
    return Shown(PrintDialog(theme, title, parent=host), fills=False)


def help_lines(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Name help lines that nobody has checked for a year."""
    routes = given.routes[given.lessons[-1].id] if given.lessons else ()
    waiting = [(route, checked_on(route, {})) for route in stale(routes, TODAY)]
    return Shown(HelpLinesWindow(theme, waiting, host), fills=False)


def time_left(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask how much time is left, and say what becomes of the plan."""
    lesson = given.lessons[0] if given.lessons else None
    session = Session(lesson, clock=lambda: 0.0, start=6) if lesson else None
    asked = TimeLeft(theme, 18, host, becomes=lambda minutes: plan_words(session, minutes) if session else "")
    return Shown(asked, fills=False)


def keys(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Show every key."""
    return Shown(KeySheet(theme, {}, host), fills=False)


def settings(given: Given, theme: Theme, host: QWidget, page: int) -> Shown:
    """Show one page of the settings."""
    known = {one.tag: one for one in given.windows_in}
    dialog = SettingsDialog(
        theme,
        Preferences(
            theme=theme.name,
            text_scale=round(theme.scale * 100),
            nation=given.nation.code,
            language=given.language,
        ),
        screens=[("TEACHER", "1280 × 720"), ("PROJECTOR", "1920 × 1080")],
        nations=given.nations,
        languages=[(one.tag, one.name) for one in given.windows_in],
        lessons=given.lessons_in,
        standing=lambda tag: standing_words(known[tag]),
        paths=[
            (tr("Records of lessons taught"), Path("/home/teacher/.local/share/rse-lessons")),
            (tr("Settings"), Path("/home/teacher/.config/rse-lessons")),
            (tr("Your school’s own lessons"), Path("/home/teacher/.local/share/rse-lessons/lessons")),
        ],
        parent=host,
    )
    dialog.languages_page.wanted.connect(lambda: dialog.languages_page.show_counts(given.counts()))
    dialog.profiles.show_profiles(Whose("Mrs Owen", guarded=True, others=("Mr Rees", "Ms Hall")))
    dialog.show_page(dialog.pages[page])
    return Shown(dialog, fills=False)


def end(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask whether to end in the middle of a lesson."""
    return Shown(end_question(theme, 6, 14, host), fills=False)


def which_screen(_given: Given, theme: Theme, host: QWidget, *, many: bool) -> Shown:
    """Ask which of two screens, or of three, the class looks at."""
    stands = (
        Stand(1, ("eDP-1",), "Laptop", QRect(0, 0, 1366, 768), (1366, 768), primary=True),
        Stand(2, ("HDMI-1", "HDMI-2"), "EPSON EB-992F", QRect(1366, 0, 1920, 1080), (1920, 1080)),
        Stand(3, ("DP-1",), "Touch panel", QRect(3286, -420, 1080, 1920), (2160, 3840)),
    )
    wish = Wish("HDMI-1", more=("DP-1",) if many else ())
    asked = WhichScreen(theme, stands if many else stands[:2], wish, before=many, parent=host)
    return Shown(asked, fills=False)


def one_screen(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say that there is one screen."""
    return Shown(alone_question(theme, host), fills=False)


LETTER = (
    "Dear families,\n\nLast week somebody shared a picture of one of our pupils without asking. Some have "
    "said that the pupil should have known better. We are sorry that our last letter spoke of sexting.\n\n"
    "Tell your child that nobody should ask them for such a picture, and that they will be helped whatever "
    "has happened."
)


def wording(given: Given, theme: Theme, host: QWidget, *, text: str = LETTER) -> Shown:
    """Check the words of a letter home."""
    window = WordingWindow(theme, host, names=given.lessons_in)
    window.field.setPlainText(text)
    window.take(text)
    return Shown(window, fills=False)


def mirrored(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say that both screens show the same."""
    return Shown(alone_question(theme, host, mirrored=True), fills=False)
