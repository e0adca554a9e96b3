"""Keys: the table, rebinding, typed numbers, activity keys, a remote control."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from rse_lessons.ui.actions import ACTIONS, BY_ID, GROUPS, key_table, normal
from rse_lessons.ui.keys import KeyReader

Key = Qt.Key
Modifier = Qt.KeyboardModifier
NONE = Modifier.NoModifier


def press(key: Key, text: str = "", modifiers: Modifier = NONE, *, repeat: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeat)


class Heard:
    """What a reader said."""

    def __init__(self, rebound: dict[str, tuple[str, ...]] | None = None, *, activity: bool = False) -> None:
        self.reader = KeyReader(rebound or {})
        self.activity_on = activity
        self.said: list[object] = []
        self.reader.action.connect(self.said.append)
        self.reader.go_to.connect(lambda number: self.said.append(("go-to", number)))
        self.reader.activity.connect(lambda verb, number: self.said.append((verb, number)))

    def read(self, *events: QKeyEvent) -> list[object]:
        for event in events:
            self.reader.read(event, in_activity=lambda: self.activity_on)
        return self.said


def test_every_key_is_a_key_and_is_used_once() -> None:
    keys = [normal(key) for action in ACTIONS for key in action.keys]
    assert all(keys)
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_action_is_in_a_group_that_has_a_title() -> None:
    assert {action.group for action in ACTIONS} == {group for group, _ in GROUPS}


@pytest.mark.parametrize(
    ("event", "action"),
    [
        (press(Key.Key_Right), "next"),
        (press(Key.Key_Down), "next"),
        (press(Key.Key_PageDown), "next"),
        (press(Key.Key_Space, " "), "next"),
        (press(Key.Key_Return, "\r"), "next"),
        (press(Key.Key_Enter, "\r", Modifier.KeypadModifier), "next"),
        (press(Key.Key_Left), "back"),
        (press(Key.Key_Up), "back"),
        (press(Key.Key_PageUp), "back"),
        (press(Key.Key_Backspace), "back"),
        (press(Key.Key_Home), "first"),
        (press(Key.Key_End), "last"),
        (press(Key.Key_B, "b"), "black"),
        (press(Key.Key_Period, "."), "black"),
        (press(Key.Key_W, "w"), "white"),
        (press(Key.Key_Comma, ","), "white"),
        (press(Key.Key_F, "f"), "freeze"),
        (press(Key.Key_S, "s"), "safe"),
        (press(Key.Key_H, "h"), "help-routes"),
        (press(Key.Key_Tab), "overview"),
        (press(Key.Key_G, "g"), "go-to"),
        (press(Key.Key_X, "x"), "swap"),
        (press(Key.Key_T, "t"), "timer"),
        (press(Key.Key_P, "p"), "pause"),
        (press(Key.Key_Plus, "+", Modifier.ShiftModifier), "notes-larger"),
        (press(Key.Key_Plus, "+", Modifier.KeypadModifier), "notes-larger"),
        (press(Key.Key_Minus, "-"), "notes-smaller"),
        (press(Key.Key_K, "k"), "lock"),
        (press(Key.Key_F5), "start"),
        (press(Key.Key_F5, "", Modifier.ShiftModifier), "start-here"),
        (press(Key.Key_Question, "?", Modifier.ShiftModifier), "keys"),
        (press(Key.Key_Escape), "leave"),
    ],
)
def test_a_key_means_its_action(qtbot: QtBot, event: QKeyEvent, action: str) -> None:
    assert Heard().read(event) == [action]


def test_a_number_and_enter_go_to_a_slide(qtbot: QtBot) -> None:
    heard = Heard()
    heard.read(press(Key.Key_1, "1"), press(Key.Key_2, "2"), press(Key.Key_Return, "\r"))
    assert heard.said == [("go-to", 12)]
    heard.read(press(Key.Key_Return, "\r"))
    assert heard.said == [("go-to", 12), "next"]


def test_another_key_gives_up_the_number(qtbot: QtBot) -> None:
    heard = Heard()
    heard.read(press(Key.Key_7, "7"), press(Key.Key_Right), press(Key.Key_Return, "\r"))
    assert heard.said == ["next", "next"]


def test_in_an_activity_arrows_choose_and_digits_count(qtbot: QtBot) -> None:
    heard = Heard(activity=True)
    heard.read(
        press(Key.Key_Down), press(Key.Key_1, "1"), press(Key.Key_Space, " "), press(Key.Key_Minus, "-")
    )
    assert heard.said == [("down", 0), ("digit", 1), ("act", 0), ("count", -1)]
    heard.read(press(Key.Key_S, "s"), press(Key.Key_Escape))
    assert heard.said[-2:] == ["safe", "leave"]


def test_a_key_held_down_moves_on_but_does_not_flicker(qtbot: QtBot) -> None:
    heard = Heard()
    heard.read(press(Key.Key_B, "b"), press(Key.Key_B, "b", repeat=True), press(Key.Key_Right, repeat=True))
    assert heard.said == ["black", "next"]


def test_a_teachers_own_key_takes_the_place_of_the_tables(qtbot: QtBot) -> None:
    heard = Heard({"black": ("N",)})
    heard.read(press(Key.Key_N, "n"), press(Key.Key_B, "b"))
    assert heard.said == ["black"]


def test_a_key_given_to_another_action_is_that_actions(qtbot: QtBot) -> None:
    table = key_table({"safe": ("B",)})
    assert table["B"] == "safe"
    assert "S" not in table
    assert table["."] == "black"


def test_an_unknown_action_in_the_settings_is_passed_over(qtbot: QtBot) -> None:
    assert key_table({"fly": ("J",)}).get("J") is None
    assert set(key_table({}).values()) == set(BY_ID)
