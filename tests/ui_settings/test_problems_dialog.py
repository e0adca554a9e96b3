"""What is wrong with lesson files, read by eye, by keyboard and by ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.ui.dialogs.problems import MOST, ProblemsDialog
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles

BAND = Problem(Path("/own/a.md"), 3, Severity.ERROR, "There is no band “ks9”.", "unknown-band")
TIME = Problem(Path("/own/a.md"), 4, Severity.ERROR, "The minutes are no number.", "wrong-type")
EMPTY = Problem(Path("/own/b.md"), 1, Severity.ERROR, "There is no slide in this file.", "no-slides")


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


def test_each_file_is_named_once_and_each_problem_has_its_line(qtbot: QtBot) -> None:
    dialog = shown(qtbot, ProblemsDialog(dressed(), [BAND, TIME, EMPTY]))
    assert [words.text() for words in dialog.files] == ["a.md", "b.md"]
    assert [words.text() for words in dialog.sentences] == [
        "Line 3: There is no band “ks9”.",
        "Line 4: The minutes are no number.",
        "Line 1: There is no slide in this file.",
    ]


def test_the_keyboard_reads_them_one_by_one(qtbot: QtBot) -> None:
    problems = [Problem(Path("/own/a.md"), line, Severity.ERROR, "Wrong.", "x") for line in range(1, 60)]
    dialog = shown(qtbot, ProblemsDialog(dressed(), problems))
    assert QApplication.focusWidget() is dialog.close_button
    assert len(dialog.sentences) == MOST
    tab_to(dialog, dialog.sentences[-1])
    last = dialog.sentences[-1]
    assert (
        dialog.column.viewport().rect().contains(last.mapTo(dialog.column.viewport(), last.rect().center()))
    )
    qtbot.waitUntil(dialog.ring.isVisible)
    with qtbot.waitSignal(dialog.folder_requested):
        tab_to(dialog, dialog.folder)
        press(Key.Key_Return)
    press(Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, name: str, scale: float) -> None:
    dialog = shown(qtbot, ProblemsDialog(dressed(name, scale), [BAND, TIME, EMPTY] * 8))
    settle()
    assert troubles(dialog) == []
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
