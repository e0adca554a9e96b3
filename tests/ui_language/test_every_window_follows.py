"""Every window says its words in the interface's language, and says them anew when that is another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.i18n.pseudo import CLOSING, OPENING, TAG
from rse_lessons.school import School
from rse_lessons.ui.language import say_anew
from rse_lessons.ui.theme import Theme, apply, load_theme
from rse_lessons.ui.tour import camera
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.tour.table import SMALL, Shot, shots
from tests.ui_language.interface_languages import speaking_as, write_longer
from tests.ui_language.untranslated import is_english, untranslated, without_brackets

WINDOWS = (
    *("library", "library-empty", "library-guests", "progress-details", "my-learning-evidence"),
    *(
        "teacher-page-tasks",
        "practice-ended",
        "try-passed",
        "lesson-ask-first",
        "console-talk",
        "console-locked",
    ),
    *(
        "settings-looks",
        "keys",
        "ask-new-class",
        "ask-new-lesson-wrong",
        "ask-print",
        "report",
        "question-box",
    ),
    *("help-lines", "ask-which-screens", "moving-odd", "take-in", "share-many", "pack-unsigned", "year-end"),
    *("who-is-teaching", "certificate-changed", "rehearsal-before"),
)
"""A picture of each kind of window, by its name in the tour."""
FOLLOW = (
    *("library", "library-empty", "coverage-wls", "progress", "my-learning-path", "teacher-mode"),
    "settings-looks",
)
"""Windows that may be open while the language changes."""
LIGHT = "-light-1280"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> Given:
    from rse_lessons.cli.tour import _given

    return _given(school_in(tmp_path_factory.mktemp("school")))


@pytest.fixture(scope="module")
def pictured(given: Given) -> dict[str, Shot]:
    """Every picture of a small, light window, by its name in the tour."""
    found = (shot for shot in shots(given) if shot.size == SMALL and shot.scale == 1.0)
    return {shot.name.removesuffix(LIGHT): shot for shot in found if shot.name.endswith(LIGHT)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("translations")
    write_longer(made)
    return made


@pytest.fixture
def opened(given: Given, pictured: dict[str, Shot], theme: Theme) -> Callable[[str], camera.Shown]:
    """Open a window by its name."""

    def made(name: str) -> camera.Shown:
        shot = pictured[name]
        shown = shot.make(given, theme)
        camera.place(shown.widget, shot.size, fills=shown.fills)
        camera.settle(shown.widget, shown.owner)
        return shown

    return made


def put_away(shown: camera.Shown) -> None:
    shown.widget.hide()
    shown.end()
    shown.widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Windows dressed as in the program."""
    made = load_theme("light")
    apply(qapp, made)
    return made


@pytest.mark.parametrize("name", WINDOWS)
def test_nothing_is_said_in_english(
    qapp: QApplication, opened: Callable[[str], camera.Shown], folder: Path, name: str
) -> None:
    with speaking_as(qapp, TAG, folder):
        shown = opened(name)
        found = untranslated(shown.widget)
        put_away(shown)
    assert found == []


@pytest.mark.parametrize("name", FOLLOW)
def test_what_is_open_follows(
    qapp: QApplication, opened: Callable[[str], camera.Shown], folder: Path, name: str
) -> None:
    shown = opened(name)
    english = said(shown.widget)
    with speaking_as(qapp, TAG, folder):
        say_anew(qapp)
        camera.settle(shown.widget, shown.owner)
        found = untranslated(shown.widget, seen=True)
    camera.settle(shown.widget, shown.owner)
    back = said(shown.widget)
    put_away(shown)
    assert found == []
    assert back == english


def said(window: QWidget) -> list[str]:
    """What can be read in a window."""
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels]


def test_what_is_left_in_english_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(f"{OPENING}Slide {OPENING}3 of 9{CLOSING} ô{CLOSING} · Kind clicks", window)
    label.setAccessibleName(f"{OPENING}Slide 3 ô{CLOSING}: Press the button to go further on")
    QLabel("<b>Nobody has chosen a class yet.</b>", window)
    assert [text.partition(":")[0] for text in untranslated(window)] == ["QLabel", "QLabel"]
    assert without_brackets(label.text()).split() == ["·", "Kind", "clicks"]
    assert is_english("Slide 3 of 9")  # as the template has it, filled in
    assert not is_english("Kind clicks")  # a lesson
    assert not is_english("8 Hazel")  # a class
