"""Who is here: found out before any window shows what is somebody's, and done with when they leave.

Where there is one profile without a passcode, nobody is asked and nothing here is loaded but `Visit`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from rse_lessons.i18n.catalogues import ENGLISH, tr
from rse_lessons.settings.access import FIRST, OWNER, PRESENT_ONLY, Access
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.preferences import Preferences, load, save
from rse_lessons.speaking import speak

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from rse_lessons.settings.profile_list import Profile
    from rse_lessons.settings.profiles import OwnPasscode, Profiles
    from rse_lessons.ui.profiles.chooser import ProfileChooser, Row
    from rse_lessons.ui.theme import Theme

OF_THIS_PC = (
    *("theme", "text_scale", "reduced_motion", "nation", "language"),
    *("projector", "own_screen", "more_screens", "big_buttons"),
)
"""Preferences with which a new profile begins, because they are the room's rather than a person's."""

Launch = Callable[[Sequence[str]], object]
"""Starts the program once more with these words of its command line."""


class Visit:
    """Somebody at the program: whose folders are open, what they may come to, and how it ends."""

    def __init__(
        self, home: Paths, paths: Paths, access: Access, profile_id: str, *, launch: Launch | None = None
    ) -> None:
        """`home` are the folders of the first profile, `paths` those of the one that is open."""
        self.home, self.paths, self.access, self.profile_id = home, paths, access, profile_id
        self._launch = launch or start_once_more
        self._again = False
        self._spare: TemporaryDirectory[str] | None = None
        self.words: tuple[str, ...] = ()
        """What was said on the command line about where data lie."""

    @cached_property
    def profiles(self) -> Profiles:
        """The profiles of this PC."""
        from rse_lessons.settings.profiles import Profiles  # noqa: PLC0415  imported late: start-up

        return Profiles(self.home)

    @cached_property
    def passcode(self) -> OwnPasscode:
        """The passcode of the profile that is open, whether there is one or not."""
        return self.profiles.passcode(self.profile_id)

    @property
    def name(self) -> str:
        """What the profile that is open is called; empty when it has no name."""
        profile = self.profiles.get(self.profile_id)
        return profile.name if profile is not None else ""

    def somebody_else(self) -> None:
        """Start the program once more for somebody else; this one stays as it is."""
        self._launch(self.words)

    def leave(self) -> None:
        """Close, and ask anew who is there."""
        self._again = True
        QApplication.quit()

    def end(self) -> None:
        """Do what could not be done while windows and records were open."""
        if "profiles" in vars(self):
            from rse_lessons.settings.erasing import finish  # noqa: PLC0415  imported late: few need it

            finish(self.profiles)  # what cannot be deleted now is said at the next start
        if self._spare is not None:
            with suppress(OSError):
                self._spare.cleanup()
        if self._again:
            self._launch(self.words)


def start_once_more(words: Sequence[str]) -> None:
    """Start the program as a process of its own."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415  imported late: few need it

    QProcess.startDetached(sys.executable, ["-m", "rse_lessons", *words])


def words_for(data_dir: Path | None) -> tuple[str, ...]:
    """Give the words of a command line that leads to the same data."""
    return ("--data-dir", str(data_dir)) if data_dir is not None else ()


def is_needed(home: Paths) -> bool:
    """Whether there is anything to ask: a list of profiles, their folders, or a passcode. Three looks."""
    return any(path.exists() for path in (home.passcode, home.data / "profiles.json", home.data / "profiles"))


def enter(app: QApplication, home: Paths, *, launch: Launch | None = None) -> Visit | None:
    """Find out who is here, asking if it has to be asked; None when nobody wants to come in."""
    if not is_needed(home):
        return Visit(home, home, OWNER, FIRST, launch=launch)
    profiles, sentences = _in_order(home)
    if not profiles.asks:
        return _opened(profiles, profiles.all[0].id, sentences, launch)
    last = profiles.get(profiles.last) or profiles.all[0]
    preferences, _sentences = load(profiles.paths(last.id).preferences)
    window = _chooser(app, profiles, last, preferences)
    accepted = bool(window.exec())
    chosen, present_only = window.chosen, window.present_only
    window.deleteLater()
    if not accepted:
        return None
    if present_only:
        return _guest(home, preferences, launch)
    return _opened(profiles, chosen, sentences, launch)


def _in_order(home: Paths) -> tuple[Profiles, tuple[str, ...]]:
    """Finish what an earlier run began, and put a damaged list in order; gives what is to be said."""
    from rse_lessons.settings.erasing import finish  # noqa: PLC0415  imported late: start-up
    from rse_lessons.settings.profiles import Profiles  # noqa: PLC0415  imported late: start-up

    profiles = Profiles(home)
    sentences = (*profiles.messages, *finish(profiles))
    with suppress(OSError, ValueError):  # said already, or said by what cannot be changed later
        profiles.mend()
    return profiles, sentences


def _opened(profiles: Profiles, profile_id: str, sentences: tuple[str, ...], launch: Launch | None) -> Visit:
    paths = profiles.paths(profile_id)
    with suppress(OSError):  # whoever reads and writes there says it
        for folder in (paths.data, paths.config):
            folder.mkdir(parents=True, exist_ok=True)
    preferences, _sentences = load(paths.preferences)
    with suppress(OSError, ValueError):  # only the list's convenience: who was last, and in which language
        profiles.use(profile_id)
        profiles.speak(profile_id, preferences.language or ENGLISH)
    visit = Visit(
        profiles.home,
        paths._replace(messages=(*paths.messages, *sentences)),
        OWNER,
        profile_id,
        launch=launch,
    )
    visit.profiles = profiles
    return visit


def _guest(home: Paths, preferences: Preferences, launch: Launch | None) -> Visit:
    """Let somebody present who opened no profile: on folders that are nobody's and go when they leave."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415  imported late: start-up

    spare = TemporaryDirectory(prefix="rse-lessons-", ignore_cleanup_errors=True)
    paths = Paths(Path(spare.name) / "data", Path(spare.name) / "config", home.cache, (), home.data)
    for folder in (paths.data, paths.config):
        folder.mkdir()
    begin_with(preferences)(paths)
    visit = Visit(home, paths, PRESENT_ONLY, "", launch=launch)
    visit._spare = spare  # noqa: SLF001  made here, and cleared away by the visit
    return visit


def begin_with(preferences: Preferences, **more: object) -> Callable[[Paths], None]:
    """Give what writes the first settings of a profile: those of this PC, and what is said besides."""
    kept = {name: getattr(preferences, name) for name in OF_THIS_PC} | more
    begun = Preferences()._replace(**kept)

    def begin(paths: Paths) -> None:
        if sentence := save(paths.preferences, begun):
            raise OSError(sentence)

    return begin


# The first window


def _chooser(
    app: QApplication, profiles: Profiles, last: Profile, preferences: Preferences
) -> ProfileChooser:
    from rse_lessons.ui.profiles.chooser import ProfileChooser  # noqa: PLC0415  imported late: start-up
    from rse_lessons.ui.theme import apply, load_theme  # noqa: PLC0415  imported late: start-up

    speak(preferences.language, profiles.home.cache)
    theme = load_theme(preferences.theme, preferences.text_scale / 100)
    apply(app, theme)
    window = ProfileChooser(theme, rows_of(profiles), last.id, profiles.passcode)
    window.forgotten_requested.connect(lambda profile_id: go_back(window, theme, profiles, profile_id))
    window.fit()
    window.move(window.screen().availableGeometry().center() - window.rect().center())
    return window


def rows_of(profiles: Profiles) -> list[Row]:
    """Give the profiles as the window shows them."""
    from rse_lessons.ui.profiles.chooser import Row  # noqa: PLC0415  imported late: start-up

    found = []
    for profile in profiles.all:
        readable = not profile.guarded or profiles.passcode(profile.id).is_set
        used = _used(profiles.paths(profile.id).records)
        found.append(Row(profile.id, profile.name, profile.guarded, readable, used))
    return found


def _used(records: Path) -> date | None:
    try:
        return date.fromtimestamp(records.stat().st_mtime)  # noqa: DTZ012  the teacher's own day
    except OSError:
        return None


def go_back(window: ProfileChooser, theme: Theme, profiles: Profiles, profile_id: str) -> None:
    """Ask, and delete private words and passcode of a profile; it can be opened then."""
    from rse_lessons.entrance.forgetting import open_again  # noqa: PLC0415  imported late: few need it
    from rse_lessons.ui.elsewhere import Elsewhere  # noqa: PLC0415  imported late: few need it
    from rse_lessons.ui.profiles.consent import way_back  # noqa: PLC0415  imported late: few need it

    profile = profiles.get(profile_id)
    asked = way_back(theme, profile.name if profile is not None else "", window)
    worker = Elsewhere()

    def done(sentence: object) -> None:
        asked.fail(str(sentence)) if sentence else asked.accept()

    worker.done.connect(done)
    asked.confirmed.connect(lambda: worker.do(lambda: open_again(profiles, profile_id)))
    if asked.exec():
        window.set_rows(rows_of(profiles), profile_id)
        window.say(
            tr("It can be opened without a passcode now."),
            tr("Its private words are deleted. A new passcode can be set in Settings."),
        )
    asked.deleteLater()
