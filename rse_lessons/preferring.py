"""The settings window put together: what it offers on this PC, and what its changes do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.offered import offered as offered_languages
from rse_lessons.in_class import seating
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.language_words import standing_words
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.settings.languages_page import Counted
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
    read: Callable[[str, str], object] | None = None,
) -> None:
    """Show the settings until they are closed; `prefer` keeps each change at once.

    `opened` is given the window before it is shown, and `read` a lesson's id and a language whose translation
    is to be read, once the settings are closed.
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
        from rse_lessons.in_class.unlocking import choose_passcode  # noqa: PLC0415  few need it

        choose_passcode(school.console_lock, theme(), dialog, remove=wanted == "remove")
        dialog.data.show_passcode(there=school.console_lock.is_set)

    dialog.data.show_passcode(there=school.console_lock.is_set)
    dialog.data.passcode_requested.connect(passcode)
    dialog.changed.connect(changed)
    dialog.screens_requested.connect(ask)
    screens.changed.connect(partial(_offer_anew, dialog, screens))
    counting = Elsewhere()
    counting.done.connect(dialog.languages_page.show_counts)
    dialog.languages_page.wanted.connect(lambda: counting.do(lambda: count_languages(school)))
    wanted: list[tuple[str, str]] = []

    def read_translation(name: str, tag: str) -> None:
        wanted.append((name.rpartition("/")[2], tag))
        dialog.accept()

    dialog.languages_page.read_wanted.connect(read_translation)
    opened(dialog)
    dialog.exec()
    counting.done.disconnect(dialog.languages_page.show_counts)
    screens.deleteLater()
    dialog.deleteLater()
    if wanted and read is not None:
        read(*wanted[0])


def count_languages(school: School, *only: str) -> tuple[Counted, ...]:
    """Count how far each language is, or these, as `i18n status` does; what cannot be read is left out."""
    # Imported late: a second's work on a thread of its own, and few look.
    from rse_lessons.i18n.workshop import TROUBLES, Workshop  # noqa: PLC0415

    program, own = school.in_languages.folders
    package, strings = Path(__file__).resolve().parent, school.paths.cache / "strings.json"
    workshop = Workshop(school.root, package, program, write_whole, strings, own=own)
    titles = {f"lessons/{card.id}": card.title for card in school.library.cards()}
    found = []
    for tag in only or workshop.begun():
        try:
            counts = tuple(workshop.counts(tag))
        except (*TROUBLES, OSError):
            continue
        if any(one.done for one in counts):
            found.append(Counted(tag, workshop.language(tag).name, counts, titles))
    return tuple(found)


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
