"""What to print: every choice by keyboard, to a file or to a printer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.ui.dialogs.print import WHAT, PrintDialog
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


def test_every_choice_is_asked_for_by_keyboard(qtbot: QtBot) -> None:
    dialog = shown(qtbot, PrintDialog(dressed(), "Ask first"))
    saved: list[str] = []
    printed: list[str] = []
    dialog.save_requested.connect(saved.append)
    dialog.print_requested.connect(printed.append)
    for number, what in enumerate(WHAT):
        assert dialog.what.value == what
        press(Key.Key_Return)
        tab_to(dialog, dialog.print)
        press(Key.Key_Space)
        tab_to(dialog, dialog.what.row_of(what))
        # Two stand in a row.
        press(*((Key.Key_Down, Key.Key_Left) if number % 2 else (Key.Key_Right,)))
    assert saved == list(WHAT)
    assert printed == list(WHAT)
    assert dialog.isVisible()


def test_what_was_asked_for_is_chosen_and_has_the_keyboard(qtbot: QtBot) -> None:
    dialog = PrintDialog(dressed(), "Ask first", [what for what in WHAT if what != "handouts"])
    dialog.choose("plan")
    dialog.choose("handouts")
    shown(qtbot, dialog)
    assert dialog.what.value == "plan"
    assert QApplication.focusWidget() is dialog.what.row_of("plan")


def test_each_choice_explains_itself(qtbot: QtBot) -> None:
    dialog = shown(qtbot, PrintDialog(dressed(), "Ask first"))
    assert all(row.accessibleName() and row.accessibleDescription() for row in dialog.what.rows)
    assert "Ask first" in dialog.windowTitle()


def test_only_what_a_lesson_has_is_offered(qtbot: QtBot) -> None:
    offered = ["slides", "notes", "plan", "parents"]
    dialog = shown(qtbot, PrintDialog(dressed(), "Ask first", offered))
    assert [row.choice.value for row in dialog.what.rows] == offered


def test_large_print_is_ticked_by_keyboard(qtbot: QtBot) -> None:
    dialog = shown(qtbot, PrintDialog(dressed(), "Ask first"))
    assert not dialog.in_large_print
    tab_to(dialog, dialog.large)
    press(Key.Key_Space)
    assert dialog.in_large_print


def test_how_it_went_is_said_until_something_else_is_chosen(qtbot: QtBot) -> None:
    dialog = shown(qtbot, PrintDialog(dressed(), "Ask first"))
    dialog.say("Saved.", "It lies in Documents.")
    assert dialog.good.isVisible()
    dialog.say("This could not be saved.", "The disk is full.", good=False)
    assert not dialog.good.isVisible()
    assert dialog.care.title.text() == "This could not be saved."
    dialog.what.rows[0].setFocus()
    press(Key.Key_Down)
    assert not dialog.care.isVisible()


def test_escape_closes_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot, PrintDialog(dressed(), "Ask first"))
    assert QApplication.focusWidget() is dialog.what.rows[0]
    press(Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, name: str, scale: float) -> None:
    dialog = shown(qtbot, PrintDialog(dressed(name, scale), "My picture, your choice"))
    assert troubles(dialog) == []
    dialog.say("Saved.", "It lies in Documents.")
    settle()
    assert troubles(dialog) == []
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    dialog.set_theme(dressed(name, 1.5))
    settle()
    assert troubles(dialog) == []
