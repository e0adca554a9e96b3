"""The settings window put together: what it offers on this PC, and what its changes do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons import seating
from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.offered import offered as offered_languages
from rse_lessons.school import School
from rse_lessons.ui.language_words import standing_words
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.settings.window import SettingsDialog
from rse_lessons.ui.theme import Theme, pass_on

Pairs = Sequence[tuple[str, str]]


def show_settings(
    school: School,
    theme: Callable[[], Theme],
    prefer: Callable[..., object],
    nations: Callable[[], Pairs],
    parent: QWidget,
    *,
    opened: Callable[[SettingsDialog], object] = lambda _dialog: None,
) -> None:
    """Show the settings until they are closed; `prefer` keeps each change at once.

    `opened` is given the window before it is shown.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("settings need a running application")
    screens = Screens(app)
    languages = offered_languages(school.root / "translations", school.paths.cache)
    known = {one.tag: one for one in languages}
    dialog = SettingsDialog(
        theme(),
        school.preferences,
        screens=offered(screens),
        nations=nations(),
        languages=[(one.tag, one.name) for one in languages],
        lessons=school.in_languages.named(),
        standing=lambda tag: standing_words(known[tag]),
        paths=paths(school),
        parent=parent,
    )

    def changed(changes: dict[str, object]) -> None:
        prefer(**changes)
        if "language" in changes:
            dialog.call_anew(screens=offered(screens), nations=nations(), paths=paths(school))
            dialog.retranslate()
        dialog.set_theme(theme())
        pass_on(dialog, theme())

    def ask() -> None:
        wish = seating.ask(theme(), screens, seating.wish_of(school.preferences), parent=dialog)
        if wish is not None:
            prefer(**seating.kept(wish))
            dialog.teaching.show_preferences(school.preferences)

    def passcode(wanted: str) -> None:
        from rse_lessons.unlocking import choose_passcode  # noqa: PLC0415  few need it

        choose_passcode(school.console_lock, theme(), dialog, remove=wanted == "remove")
        dialog.data.show_passcode(there=school.console_lock.is_set)

    dialog.data.show_passcode(there=school.console_lock.is_set)
    dialog.data.passcode_requested.connect(passcode)
    dialog.changed.connect(changed)
    dialog.screens_requested.connect(ask)
    screens.changed.connect(partial(_offer_anew, dialog, screens))
    opened(dialog)
    dialog.exec()
    screens.deleteLater()
    dialog.deleteLater()


def offered(screens: Screens) -> list[tuple[str, str]]:
    """Give the screens that there are, by name, each with its number, what it is called and its size."""
    found = []
    for stand in screens.stands():
        size = tr("{width} × {height}").format(width=stand.pixels[0], height=stand.pixels[1])
        found.append((stand.name, f"{stand.title}, {size}" if stand.title != stand.name else size))
    return found


def paths(school: School) -> list[tuple[str, Path | str]]:
    """Give where everything lies."""
    return [
        (tr("Records of lessons taught"), school.paths.data),
        (tr("Settings"), school.paths.config),
        (tr("Your school’s own lessons"), school.lesson_folders[-1]),
    ]


def _offer_anew(dialog: SettingsDialog, screens: Screens) -> None:
    dialog.set_screens(offered(screens))
