"""The windows change their language while the program runs, and follow the system until one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons import preferring, speaking
from rse_lessons.app import Main
from rse_lessons.i18n import catalogues
from rse_lessons.i18n.pseudo import OPENING, TAG
from rse_lessons.settings.paths import data_root
from rse_lessons.settings.preferences import Preferences, load
from rse_lessons.ui.language import LATER_MS, speak_as_qt
from rse_lessons.ui.nations import nations
from rse_lessons.ui.settings.window import SettingsDialog
from tests.ui_language.interface_languages import write_longer
from tests.ui_language.untranslated import said_by, untranslated

LESSON = "if-an-image-is-shared"


@pytest.fixture(scope="module")
def longer_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root whose translations are those of the language that nobody speaks."""
    made = tmp_path_factory.mktemp("root")
    for name in ("content", "assets"):
        try:
            (made / name).symlink_to(data_root() / name, target_is_directory=True)
        except OSError:  # Windows, where not everybody may
            pytest.skip("a link to the content cannot be made here")
    write_longer(made / "translations")
    return made


@pytest.fixture
def root(main: Main, longer_root: Path) -> Iterator[Path]:
    """That root for the main window; English afterwards."""
    main.school.root = longer_root
    yield longer_root
    main.school.root = data_root()
    catalogues.use("en", data_root() / "translations")
    speak_as_qt(data_root() / "translations")


def test_pages_that_are_open_or_were_follow(qtbot: QtBot, main: Main, root: Path) -> None:
    pages: tuple[Callable[[], object], ...] = (
        lambda: main.desks.opening.open(LESSON),
        main.desks.progressing.open,
        main.desks.covering.open,
        main.desks.records.safekeeping.open,
    )

    def is_english() -> bool:
        widgets = (widget for widget in main.window.findChildren(QWidget) if widget.isVisible())
        return not any(OPENING in text for widget in widgets for text in said_by(widget))

    # Into the language, out of it again, and so on: what does not follow keeps its words, or its brackets.
    for there, open_page in enumerate(pages):
        open_page()
        if there % 2 == 0:
            assert is_english()
            main.prefer(language=TAG)
            qtbot.waitUntil(lambda: not untranslated(main.window, seen=True))
            assert not is_english()
        else:
            main.prefer(language="en")
            qtbot.waitUntil(is_english)
    main.prefer(language=TAG)
    for open_page in pages:
        open_page()
        qtbot.waitUntil(lambda: not untranslated(main.window, seen=True))
    assert OPENING in main.window.header.nation.accessibleName()
    assert load(main.school.paths.preferences)[0].language == TAG


def test_windows_that_are_hidden_follow_when_there_is_time(qtbot: QtBot, main: Main, root: Path) -> None:
    main.window.hide()
    main.prefer(language=TAG)
    with qtbot.waitSignal(main.window.header.destroyed, timeout=LATER_MS * 2, raising=False):
        pass
    main.window.show()
    assert untranslated(main.window.header, seen=True) == []


def test_settings_offer_languages_and_change_at_once(qtbot: QtBot, main: Main, root: Path) -> None:
    seen: list[tuple[list[str], list[str], str]] = []

    def opened(dialog: SettingsDialog) -> None:
        def choose() -> None:
            dialog.show_page(dialog.teaching)
            rows = dialog.teaching.languages.rows
            names = [row.choice.text for row in rows]
            details = [row.choice.detail for row in rows]
            rows[-1].click()
            seen.append((names, details, dialog.windowTitle()))
            assert untranslated(dialog, seen=True) == []
            dialog.accept()

        QTimer.singleShot(0, dialog, choose)

    preferring.show_settings(
        main.school, lambda: main.theme, main.prefer, nations, main.window, opened=opened
    )
    ((names, details, title),) = seen
    assert names == ["As this PC", "English", TAG]
    assert details[1] == ""
    assert "not yet read by a fluent person" in details[2]
    assert title.startswith(OPENING)
    assert main.school.preferences.language == TAG


def test_the_language_of_the_system_is_followed_until_one_is_chosen(
    qapp: QApplication, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", f"{TAG}_GB.UTF-8")
    assert Preferences().language == ""
    assert speaking.speak("", tmp_path / "cache", root) == TAG
    assert speaking.speak("en", tmp_path / "cache", root) == "en"
    monkeypatch.setenv("LANG", "ga_IE.UTF-8")
    assert speaking.speak("", tmp_path / "cache", root) == "en"  # it has no Irish there
    speak_as_qt(root / "translations")
    assert QLocale().language() == QLocale.Language.English
