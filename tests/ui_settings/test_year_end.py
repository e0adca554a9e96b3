"""The last day of the school year in Settings: as usual in the nation, or a day of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.settings.preferences import CHECKS, Preferences
from rse_lessons.ui.settings.window import SettingsDialog
from rse_lessons.ui.settings.year_end import OWN, USUAL
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles

NATIONS = [("eng", "England"), ("sct", "Scotland")]


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    yield
    dressed()


def opened(qtbot: QtBot, theme: str = "light", scale: float = 1.0, **preferences: str) -> SettingsDialog:
    window = SettingsDialog(
        dressed(theme, scale),
        Preferences(**preferences),  # type: ignore[arg-type]
        screens=[],
        nations=NATIONS,
        languages=[("en", "English")],
        paths=[("Records", Path("/home/teacher"))],
    )
    shown(qtbot, window)
    window.show_page(window.data)
    settle()
    return window


def test_the_usual_day_is_the_nations(qtbot: QtBot) -> None:
    window = opened(qtbot)
    year = window.data.year_end
    assert year.choices.row_of(USUAL).choice.detail == "31 August"
    assert not year.day.isVisible()
    window.teaching.nations.chosen.emit("sct")
    assert year.choices.row_of(USUAL).choice.detail == "30 June"


def test_a_day_of_ones_own_is_chosen_by_keyboard(qtbot: QtBot) -> None:
    window = opened(qtbot)
    said: list[dict[str, object]] = []
    window.changed.connect(said.append)
    year = window.data.year_end
    tab_to(window, year.choices.row_of(USUAL))
    press(Key.Key_Right)
    assert year.choices.value == OWN
    assert said == [{"year_end": "08-31"}]
    tab_to(window, year.day)
    press(Key.Key_Down)
    assert said[-1] == {"year_end": "08-30"}
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is year.month
    tab_to(window, year.choices.row_of(OWN))
    press(Key.Key_Left)
    assert said[-1] == {"year_end": ""}
    assert not year.day.isVisible()


def test_each_month_has_its_own_days(qtbot: QtBot) -> None:
    window = opened(qtbot, year_end="08-31")
    said: list[dict[str, object]] = []
    window.changed.connect(said.append)
    year = window.data.year_end
    assert year.day.isVisible()
    for month in range(1, 13):
        year.month._take(str(month))
        last = year.day.maximum()
        assert date(2001, month, last)
        year.day.setValue(last)
    assert all(CHECKS["year_end"](one["year_end"]) == one["year_end"] for one in said)
    year.month._take("2")
    assert said[-1] == {"year_end": "02-28"}


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, theme: str, scale: float) -> None:
    window = opened(qtbot, theme, scale, year_end="07-21")
    tab_to(window, window.data.year_end.day)
    assert troubles(window) == []
