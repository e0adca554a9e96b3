"""A new class: what is refused with a sentence, what is asked gently, what is given back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.dialogs.new_class import ClassDialog
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


NATIONS = [("eng", "England"), ("wls", "Wales")]


def opened(qtbot: QtBot, name: str = "light", scale: float = 1.0) -> ClassDialog:
    bands = [(band, ages_line(band)) for band in AGES]
    return shown(qtbot, ClassDialog(dressed(name, scale), bands, ["4 Maple"], NATIONS))


def type_name(dialog: ClassDialog, name: str) -> None:
    QTest.keyClicks(dialog.name, name)


def choose_ages(dialog: ClassDialog) -> None:
    tab_to(dialog, dialog.bands.rows[0])
    press(Key.Key_Space, Key.Key_Right)


def said(dialog: ClassDialog) -> str:
    return dialog.message.title.text() if dialog.message.isVisible() else ""


def test_a_class_is_made_by_keyboard_alone(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert QApplication.focusWidget() is dialog.name
    type_name(dialog, "  3   Oak ")
    choose_ages(dialog)
    tab_to(dialog, dialog.add)
    press(Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.label, dialog.band) == ("3 Oak", "lower-ks2")


def test_an_arrow_chooses_the_ages(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    type_name(dialog, "3 Oak")
    tab_to(dialog, dialog.bands.rows[0])
    assert dialog.band == ""
    press(Key.Key_Right, Key.Key_Right)
    assert dialog.bands.rows[2].isChecked()
    press(Key.Key_Return)
    assert (dialog.label, dialog.band) == ("3 Oak", "upper-ks2")


def test_what_cannot_be_a_label_is_said(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    for name, sentence in (
        ("", "The class has no name yet."),
        ("   ", "The class has no name yet."),
        ("x" * 41, "This name has 41 characters, and 40 is the most."),
        ("4 maple", "There is a class “4 Maple” already."),
        ("4\u200bB", "There is a sign in this name that cannot be kept."),
    ):
        dialog.name.setText(name)
        press(Key.Key_Return)
        assert said(dialog) == sentence
        assert sentence in dialog.name.accessibleDescription()
        assert QApplication.focusWidget() is dialog.name
        assert dialog.isVisible()
        QTest.keyClicks(dialog.name, "5")
        assert said(dialog) == ""


def test_ages_are_needed(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    type_name(dialog, "3 Oak")
    press(Key.Key_Return)
    assert said(dialog) == "The ages are not chosen yet."
    assert QApplication.focusWidget() is dialog.bands.rows[0]
    press(Key.Key_Space)
    assert said(dialog) == ""
    press(Key.Key_Return)
    assert (dialog.label, dialog.band) == ("3 Oak", "ks1")


def test_a_persons_name_is_asked_about_and_changed(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    type_name(dialog, "Jane Smith")
    choose_ages(dialog)
    press(Key.Key_Return)
    assert said(dialog) == "Is “Jane Smith” a person’s name?"
    assert dialog.message.text.text() == "A class label is never a pupil’s name."
    assert QApplication.focusWidget() is dialog.change
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.name
    assert dialog.name.selectedText() == "Jane Smith"


def test_a_persons_name_that_is_a_class_is_taken(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    type_name(dialog, "Rosa Parks")
    choose_ages(dialog)
    press(Key.Key_Return)
    tab_to(dialog, dialog.keep)
    press(Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.label == "Rosa Parks"


def test_escape_gives_nothing(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    type_name(dialog, "3 Oak")
    press(Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.label == ""


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_nothing_is_clipped_while_it_asks(qtbot: QtBot, name: str, scale: float) -> None:
    dialog = opened(qtbot, name, scale)
    assert troubles(dialog) == []
    type_name(dialog, "Jane Smith")
    dialog.bands.rows[2].click()
    dialog.add.click()
    settle()
    assert troubles(dialog) == []
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    top = dialog.change.mapTo(dialog.column.viewport(), dialog.change.rect().topLeft()).y()
    assert 0 <= top <= dialog.column.viewport().height() - dialog.change.height()
