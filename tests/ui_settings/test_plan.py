"""The window of a class's plan: moved, left out and planned by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.ui.dialogs.pick import Asked, PickWindow
from rse_lessons.ui.dialogs.plan import PlanWindow
from rse_lessons.ui.dialogs.plan_list import PlanLine
from rse_lessons.ui.widgets.chooser import Choice
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles

LINES = [
    PlanLine("a", "Ask first", "Taught 3 November", done=True),
    PlanLine("b", "My picture, your choice", "Part way: slide 7 of 14"),
    PlanLine("c", "When somebody pushes", "Left out: No time", left_out=True, done=True),
    PlanLine("d", "Who is it really?", "Not yet"),
]


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


def opened(qtbot: QtBot, name: str = "light", scale: float = 1.0) -> PlanWindow:
    return shown(qtbot, PlanWindow(dressed(name, scale), "7B", LINES))


def order(window: PlanWindow) -> str:
    return "".join(line.lesson for line in window.list.lines)


def test_it_opens_on_the_first_lesson_that_waits(qtbot: QtBot) -> None:
    window = opened(qtbot)
    assert QApplication.focusWidget() is window.list
    assert window.list.current == LINES[1]


def test_alt_and_an_arrow_move_a_lesson_and_stop_at_the_ends(qtbot: QtBot) -> None:
    window = opened(qtbot)
    told: list[list[str]] = []
    window.reordered.connect(told.append)
    for _ in range(3):
        QTest.keyClick(window.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(window) == "bacd"
    assert told == [["b", "a", "c", "d"]]
    assert not window.up.isEnabled()
    for _ in range(5):
        QTest.keyClick(window.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(window) == "acdb"
    assert not window.down.isEnabled()
    assert window.list.current == LINES[1]


def test_the_buttons_move_it_too(qtbot: QtBot) -> None:
    window = opened(qtbot)
    tab_to(window, window.down)
    press(Key.Key_Return)
    assert order(window) == "acbd"


def test_every_line_says_where_it_stands(qtbot: QtBot) -> None:
    window = opened(qtbot)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert window.list.item(1).data(role) == "My picture, your choice. Part way: slide 7 of 14. 2 of 4"
    window.list.shift(1)
    assert window.list.item(2).data(role) == "My picture, your choice. Part way: slide 7 of 14. 3 of 4"


def test_what_is_wanted_is_asked_for_the_chosen_lesson(qtbot: QtBot) -> None:
    window = opened(qtbot)
    told: list[tuple[str, str]] = []
    for name in ("skip_wanted", "unskip_wanted", "day_wanted", "opened"):
        getattr(window, name).connect(lambda lesson, name=name: told.append((name, lesson)))
    assert window.skip.text() == "Leave out…"
    window.skip.click()
    window.day.click()
    press(Key.Key_Down)
    assert window.skip.text() == "Take in again"
    window.skip.click()
    window.list.setFocus()
    press(Key.Key_Return)
    assert told == [("skip_wanted", "b"), ("day_wanted", "b"), ("unskip_wanted", "c"), ("opened", "c")]


def test_after_a_change_the_same_lesson_is_chosen(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.list.setCurrentRow(3)
    window.show_lines(LINES[::-1])
    assert window.list.current == LINES[3]


def test_a_class_without_lessons_is_told_so(qtbot: QtBot) -> None:
    window = shown(qtbot, PlanWindow(dressed(), "7B", []))
    assert "no lessons" in window._none.text()
    assert window._none.isVisible()
    assert not window.list.isVisible()
    press(Key.Key_Return)
    assert not window.isVisible()


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, name: str, scale: float) -> None:
    window = opened(qtbot, name, scale)
    assert troubles(window) == []


def test_a_reason_is_picked_with_the_arrows(qtbot: QtBot) -> None:
    choices = [Choice("no-time", "No time"), Choice("other", "Another reason")]
    window = shown(qtbot, PickWindow(dressed(), Asked("Leave out", "Why?", "Leave it out"), choices))
    assert window.value == ""
    window.keep.click()
    settle()
    assert window.isVisible(), "nothing was chosen yet"
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert not window.isVisible()
    assert window.value == "other"
