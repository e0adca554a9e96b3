"""Changing keys by keyboard: more keys, fewer keys, clashes, and all of them back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.keys import KeyReader
from rse_lessons.ui.settings.window import SettingsDialog
from tests.ui_settings.small import Key, dressed, press, settle, shown, tab_to


class Opened:
    """The page of keys, and what it said last."""

    def __init__(self, qtbot: QtBot, keys: Mapping[str, tuple[str, ...]] | None = None) -> None:
        preferences = Preferences(keys=keys or {})
        self.window = SettingsDialog(
            dressed(), preferences, screens=[], nations=[("eng", "England")], languages=[], paths=[]
        )
        self.page, self.editor = self.window.keys, self.window.keys.editor
        self.said: list[Mapping[str, tuple[str, ...]]] = []
        self.window.changed.connect(lambda change: self.said.append(change["keys"]))
        self.window.show_page(self.page)
        shown(qtbot, self.window)

    def open(self, action: str) -> None:
        row = self.page.rows[action]
        row.setFocus()
        press(Key.Key_Space)
        assert self.editor.isVisible()

    def wait_for_key(self) -> None:
        tab_to(self.window, self.editor.add)
        press(Key.Key_Space)
        assert QApplication.focusWidget() is self.editor.catch

    def message(self) -> str:
        return self.editor.message.title.text() if self.editor.message.isVisible() else ""


def test_a_free_key_is_added(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("freeze")
    opened.wait_for_key()
    press(Key.Key_J)
    assert opened.said == [{"freeze": ("F", "J")}]
    assert opened.page.rows["freeze"].accessibleName() == "Freeze: F, J"
    assert QApplication.focusWidget() is opened.editor.add


def test_many_sorts_of_key_are_named_as_presenting_reads_them(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("freeze")
    named: list[str] = []
    for key, modifiers, text, name in (
        (Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, "", "Ctrl+Tab"),
        (Key.Key_F9, Qt.KeyboardModifier.NoModifier, "", "F9"),
        (Key.Key_J, Qt.KeyboardModifier.ControlModifier, "", "Ctrl+J"),
        (Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier, "!", "!"),
        (Key.Key_MediaNext, Qt.KeyboardModifier.NoModifier, "", "Media Next"),
    ):
        opened.wait_for_key()
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
        QApplication.sendEvent(opened.editor.catch, event)
        named.append(name)
        assert opened.said[-1:] == [{"freeze": ("F", *named)}]
        reader, meant = KeyReader(opened.said[-1]), list[str]()
        reader.action.connect(meant.append)
        reader.read(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text), in_activity=lambda: False)
        assert meant == ["freeze"]


def test_a_key_that_is_taken_asks(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("freeze")
    opened.wait_for_key()
    press(Key.Key_B)
    assert opened.message() == "B is already “Black”."
    assert opened.editor.message.text.text() == "Give it to “Freeze” instead?"
    assert opened.said == []
    assert QApplication.focusWidget() is opened.editor.give
    assert opened.editor.give.accessibleName() == "Give B to “Freeze”"
    press(Key.Key_Space)
    assert opened.said == [{"freeze": ("F", "B"), "black": (".",)}]
    assert opened.message() == ""


def test_a_key_that_is_taken_can_stay(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("freeze")
    opened.wait_for_key()
    press(Key.Key_Tab)
    assert opened.message() == "Tab is already “All slides”."
    tab_to(opened.window, opened.editor.leave)
    press(Key.Key_Space)
    assert opened.said == []
    assert opened.message() == ""
    assert QApplication.focusWidget() is opened.editor.add


def test_the_only_key_of_leave_is_not_given_away(qtbot: QtBot) -> None:
    opened = Opened(qtbot, {"leave": ("Y",)})
    opened.open("freeze")
    opened.wait_for_key()
    press(Key.Key_Y)
    assert opened.message().startswith("Y is the only key of")
    assert QApplication.focusWidget() is opened.editor.catch
    press(Key.Key_J)
    assert opened.said == [{"leave": ("Y",), "freeze": ("F", "J")}]


def test_the_last_key_of_leave_is_not_taken_away(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("leave")
    tab_to(opened.window, opened.editor.caps[0])
    press(Key.Key_Space)
    assert opened.message().startswith("Every lesson needs a key for")
    assert opened.said == []


def test_a_key_is_taken_away_and_the_next_one_has_the_keyboard(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("black")
    tab_to(opened.window, opened.editor.caps[0])
    press(Key.Key_Space)
    assert opened.said == [{"black": (".",)}]
    assert QApplication.focusWidget() is opened.editor.caps[0]
    press(Key.Key_Space)
    assert opened.said[-1] == {"black": ()}
    assert opened.page.rows["black"].accessibleName() == "Black: no key"
    assert QApplication.focusWidget() is opened.editor.add


def test_digits_are_for_slide_numbers(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("freeze")
    opened.wait_for_key()
    press(Key.Key_7)
    assert opened.message().startswith("Digits are for slide numbers")
    press(Key.Key_Shift)
    assert QApplication.focusWidget() is opened.editor.catch
    assert opened.said == []


def test_escape_goes_back_one_level_at_a_time(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("freeze")
    opened.wait_for_key()
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is opened.editor.add
    press(Key.Key_Escape)
    assert not opened.editor.isVisible()
    assert QApplication.focusWidget() is opened.page.rows["freeze"]
    assert opened.window.isVisible()
    press(Key.Key_Escape)
    assert not opened.window.isVisible()
    assert opened.said == []


def test_leave_can_have_escape_again(qtbot: QtBot) -> None:
    opened = Opened(qtbot, {"leave": ("Y",)})
    opened.open("leave")
    opened.wait_for_key()
    press(Key.Key_Escape)
    assert opened.said == [{"leave": ("Y", "Esc")}]


def test_one_action_back_to_how_it_came(qtbot: QtBot) -> None:
    opened = Opened(qtbot, {"black": (".",), "freeze": ("F", "B")})
    opened.open("black")
    tab_to(opened.window, opened.editor.reset)
    press(Key.Key_Space)
    assert opened.said == [{}]
    assert opened.message() == "A key came back from “Freeze”."
    assert not opened.editor.reset.isVisible()


def test_all_actions_back_after_a_question(qtbot: QtBot) -> None:
    opened = Opened(qtbot, {"black": ("J",)})
    tab_to(opened.window, opened.page.reset_all)
    press(Key.Key_Space)
    assert opened.page.sure.isVisible()
    assert QApplication.focusWidget() is opened.page.no
    press(Key.Key_Space)
    assert opened.said == []
    press(Key.Key_Space)
    tab_to(opened.window, opened.page.yes)
    press(Key.Key_Space)
    assert opened.said == [{}]
    assert not opened.page.reset_all.isEnabled()
    assert opened.page.reset_all.toolTip()


def test_one_action_is_open_at_a_time(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.open("black")
    opened.open("white")
    assert [row.action for row in opened.page.rows.values() if row.isChecked()] == ["white"]
    opened.page.rows["white"].setFocus()
    press(Key.Key_Space)
    assert not opened.editor.isVisible()
    settle()
