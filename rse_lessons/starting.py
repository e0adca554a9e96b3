"""Starting the window: a screen to open it on, the application, the fonts, and then `app`.

Nothing here is needed by commands without a window.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import NamedTuple

import rse_lessons.ui  # noqa: F401  before PySide6: start-up

# isort: split
from PySide6.QtWidgets import QApplication

from rse_lessons.app import Main
from rse_lessons.entrance.entering import Visit, enter, words_for
from rse_lessons.i18n.catalogues import ENGLISH, tr
from rse_lessons.school import School
from rse_lessons.settings.paths import find_paths, where
from rse_lessons.settings.preferences import load
from rse_lessons.speaking import speak
from rse_lessons.ui.theme import STYLE, Theme, apply, load_fonts, load_theme

NO_SCREEN = (
    "RSE Lessons found no screen to open its window on. Nothing is lost. Start it from a desktop session. "
    "Without a screen these work: list, check, pack, unpack, export, tour, doctor."
)
NOT_FOR_GUESTS = "“Present only” shows lessons and does not change them. Start this again and open a profile."
X11_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  the place that X11 fixed


def has_screen() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if not display:
        return False
    host, _, number = display.rpartition(":")
    local = host in ("", "unix")
    return not local or (X11_SOCKETS / f"X{number.partition('.')[0]}").exists()


class AtOnce(NamedTuple):
    """A lesson to give without going through the library."""

    lesson: str
    class_label: str
    start: int | None
    """The slide to begin with, counted from 1; None for where the class stopped."""


def _admitted(app: QApplication, school: School) -> bool:
    """Ask for the passcode before anything is shown: the program was ended while a console was locked."""
    from rse_lessons.in_class.unlocking import admitted  # noqa: PLC0415  few need it

    theme = load_theme(school.preferences.theme, school.preferences.text_scale / 100)
    apply(app, theme)
    return admitted(school.console_lock, theme)


def _begin(data_dir: Path | None) -> tuple[QApplication, School, Visit] | int:
    """Make the application, and find out who is here; gives an exit status where no window may be opened."""
    if not has_screen():
        home = where(data_dir)
        speak(load(home.preferences)[0].language, home.cache)
        print(tr(NO_SCREEN), file=sys.stderr)  # noqa: T201
        return 1
    home = find_paths(data_dir)
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("RSE Lessons")
    app.setDesktopFileName("rse-lessons")
    app.setQuitOnLastWindowClosed(False)
    # Ctrl+C in the terminal ends the app.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    load_fonts(("Regular", "Bold"))
    visit = enter(app, home)
    if visit is None:
        return 0
    visit.words = words_for(data_dir)
    school = School(paths=visit.paths)
    if speak(school.preferences.language, school.paths.cache, school.root) != ENGLISH:
        from rse_lessons.ui.language import speak_as_qt  # noqa: PLC0415  imported late: start-up

        speak_as_qt(school.root / "translations")
    # The file is there once a passcode was set; reading it is not for every start.
    if school.paths.console_lock.exists() and school.console_lock.locked and not _admitted(app, school):
        return 0
    return app, school, visit


def _attend(app: QApplication, main: Main, visit: Visit) -> None:
    """Give the main window what belongs to a profile: the lock, and its page in Settings.

    Only once it is painted: without a passcode nothing of it is needed before.
    """

    def begin() -> None:
        from rse_lessons.attending import Attending  # noqa: PLC0415  imported late: start-up

        Attending(app, main, visit)

    if visit.paths.passcode.exists():
        begin()  # a lesson may be given at once, without the library being painted
    else:
        main.window.painted.connect(begin)


def open_app(data_dir: Path | None, at_once: AtOnce | None = None) -> int:
    """Open the window, or give one lesson at once; gives the exit status."""
    begun = _begin(data_dir)
    if isinstance(begun, int):
        return begun
    app, school, visit = begun
    if not visit.access.progress:
        return _open_for_guests(app, visit, at_once)
    main = Main(app, school)
    _attend(app, main, visit)
    if at_once is not None:
        trouble = main.present_at_once(at_once.lesson, at_once.class_label, at_once.start)
        if trouble:
            print(trouble, file=sys.stderr)  # noqa: T201
            return 1
    else:
        main.open()
    status = app.exec()
    main.close()
    visit.end()
    return status


def _open_for_guests(app: QApplication, visit: Visit, at_once: AtOnce | None) -> int:
    """Let somebody present who opened no profile."""
    from rse_lessons.entrance.presenting_only import open_for_guests  # noqa: PLC0415  few need it

    status = open_for_guests(app, visit, at_once.lesson if at_once is not None else "")
    visit.end()
    return status


def _guard_preview(app: QApplication, school: School, visit: Visit, theme: Theme) -> None:
    """Lock a preview as the main window is locked: it shows notes."""
    from rse_lessons.entrance.guarding import Guard  # noqa: PLC0415  few need it

    guard = Guard(
        app,
        visit.passcode,
        name=lambda: visit.name,
        theme=lambda: theme,
        minutes=lambda: school.preferences.lock_minutes,
        presenting=lambda: False,
    )
    guard.somebody_else_requested.connect(visit.somebody_else)


def open_preview(data_dir: Path | None, file: Path, language: str = "") -> int:
    """Open a window that shows one lesson while it is written or translated; gives the exit status.

    `file` is the lesson's file, or its id.
    """
    path: Path | None = file.expanduser().absolute()
    missing = tr("There is no file {file}. Check the name and try again.").format(file=file)
    if path is not None and not path.is_file():
        path = None
        if file.suffix or len(file.parts) > 1:
            print(missing, file=sys.stderr)  # noqa: T201
            return 1
    begun = _begin(data_dir)
    if isinstance(begun, int):
        return begun
    app, school, visit = begun
    if not visit.access.authoring:
        print(tr(NOT_FOR_GUESTS), file=sys.stderr)  # noqa: T201
        visit.end()
        return 1
    if path is None:
        school.library.refresh()
        path = school.path_of(str(file))
    if path is None:
        print(missing, file=sys.stderr)  # noqa: T201
        visit.end()
        return 1
    from rse_lessons.authors.previewing import Preview  # noqa: PLC0415  the app does not need it at its start

    theme = load_theme(school.preferences.theme, school.preferences.text_scale / 100)
    apply(app, theme)
    preview = Preview(school, path, lambda: theme)
    preview.closed.connect(app.quit)
    if language:
        preview.choose_language(language)
    if visit.paths.passcode.exists():
        _guard_preview(app, school, visit, theme)
    preview.open()
    status = app.exec()
    preview.end(wait=True)
    visit.end()
    return status
