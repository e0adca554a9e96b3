"""The settings window by keyboard: what each change says, and that nothing is clipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.settings.preferences import CHECKS, Preferences
from rse_lessons.ui.settings.window import SettingsDialog
from rse_lessons.ui.theme import Theme
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles

NATIONS = [("eng", "England"), ("wls", "Wales"), ("sct", "Scotland"), ("nir", "Northern Ireland")]
SCREENS = [("TEACHER", "1280 × 720"), ("PROJECTOR", "1920 × 1080, right")]
PATHS = [("Records of lessons taught", Path("/home/teacher/.local/share/rse-lessons"))]


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


class Opened:
    """The window, and every change that left it."""

    def __init__(self, qtbot: QtBot, dress: Theme, **preferences: Any) -> None:
        screens = preferences.pop("screens", SCREENS)
        lessons = preferences.pop("lessons", ())
        self.window = SettingsDialog(
            dress,
            Preferences(**preferences),
            screens=screens,
            nations=NATIONS,
            languages=[("en", "English")],
            lessons=lessons,
            paths=PATHS,
        )
        self.said: list[dict[str, object]] = []
        self.window.changed.connect(self.said.append)
        shown(qtbot, self.window)


def test_the_list_of_pages_works_by_arrows(qtbot: QtBot) -> None:
    window = Opened(qtbot, dressed()).window
    assert QApplication.focusWidget() is window.places[0]
    press(Key.Key_Down)
    assert window.teaching.isVisible()
    press(Key.Key_Down, Key.Key_Down)
    assert window.languages_page.isVisible()
    QTest.keyClick(window.languages_page, Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.keys.isVisible()
    assert QApplication.focusWidget() is window.places[2]
    assert window.places[2].accessibleName() == "Keys"


def test_lessons_are_read_in_one_language_or_two_as_preferred(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), lessons=[("en", "English"), ("cy", "Cymraeg")], second_language="en")
    reads = opened.window.teaching.reads
    assert reads.value == ("", "en", "small")
    reads.first.chosen.emit("cy")
    reads.how.row_of("above").click()
    reads.second.chosen.emit("")
    assert opened.said == [
        {"lesson_language": "cy", "second_language": "en", "arrangement": "small"},
        {"lesson_language": "cy", "second_language": "en", "arrangement": "above"},
        {"lesson_language": "cy", "second_language": "", "arrangement": "above"},
    ]


def test_tab_goes_from_the_list_into_the_page_and_on_to_close(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), nation="sct")
    press(Key.Key_Down, Key.Key_Tab)
    page = opened.window.teaching
    assert QApplication.focusWidget() is page.nations.row_of("sct")
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.screens.row_of("")
    for widget in (page.which, page.touch, page.share):
        press(Key.Key_Tab)
        assert QApplication.focusWidget() is widget
    press(Key.Key_Tab, Key.Key_Tab)
    assert QApplication.focusWidget() is page.layouts.row_of("even")
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.report
    press(Key.Key_Tab, Key.Key_Tab)
    assert QApplication.focusWidget() is opened.window.close_button
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is opened.window.places[1]


def test_the_layout_of_the_console_is_chosen_with_teaching(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), console_layout="notes")
    layouts = opened.window.teaching.layouts
    assert layouts.row_of("notes").isChecked()
    layouts.row_of("slide").click()
    assert opened.said == [{"console_layout": "slide"}]


def test_reports_and_the_sound_are_chosen_with_teaching(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed())
    page = opened.window.teaching
    assert page.report.isChecked()
    assert not page.sound.isChecked()
    page.report.click()
    page.sound.click()
    assert opened.said == [{"lesson_report": False}, {"timer_sound": True}]


def test_a_theme_is_said_at_once_and_only_once(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), theme="light")
    themes = opened.window.looks.themes
    tab_to(opened.window, themes.row_of("light"))
    press(Key.Key_Right)
    assert opened.said == [{"theme": "dark"}]
    opened.window.retranslate()
    assert opened.said == [{"theme": "dark"}]
    assert themes.row_of("dark").isChecked()


def test_size_of_the_text_goes_in_steps_and_dresses_the_window(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed())
    window, slider = opened.window, opened.window.looks.text_size.slider
    window.changed.connect(lambda change: window.set_theme(dressed("light", change["text_scale"] / 100)))
    tab_to(window, slider)
    press(Key.Key_Right, Key.Key_Right)
    assert opened.said == [{"text_scale": 110}, {"text_scale": 120}]
    assert window.looks.text_size.number.text() == "120%"
    press(Key.Key_End)
    assert opened.said[-1] == {"text_scale": 200}
    top = slider.mapTo(window.looks.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= window.looks.viewport().height() - slider.height()
    assert window.screen().availableGeometry().contains(window.frameGeometry())
    assert troubles(window) == []


def test_a_slider_held_shows_its_size_and_says_it_when_let_go(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed())
    size = opened.window.looks.text_size
    size.slider.setSliderDown(True)
    size.slider.setSliderPosition(147)
    assert size.slider.value() == 150
    assert size.number.text() == "150%"
    assert opened.said == []
    size.slider.setSliderDown(False)
    assert opened.said == [{"text_scale": 150}]


def test_the_wheel_scrolls_and_changes_no_size(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), text_scale=150)
    slider = opened.window.looks.text_size.slider
    middle = QPointF(slider.rect().center())
    down = QWheelEvent(
        middle, slider.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, down)
    assert slider.value() == 150
    assert opened.said == []


def test_slides_and_motion(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed())
    looks = opened.window.looks
    tab_to(opened.window, looks.slides.row_of("auto"))
    press(Key.Key_Down)
    tab_to(opened.window, looks.motion)
    press(Key.Key_Space)
    assert opened.said == [{"slide_theme": "light"}, {"reduced_motion": True}]


def test_teaching(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), nation="wls", projector="PROJECTOR", notes_size=24)
    page = opened.window.teaching
    press(Key.Key_Down)
    tab_to(opened.window, page.nations.row_of("wls"))
    press(Key.Key_Down)
    tab_to(opened.window, page.screens.row_of("PROJECTOR"))
    press(Key.Key_Up, Key.Key_Up)
    tab_to(opened.window, page.notes.slider)
    press(Key.Key_Right)
    assert opened.said[-1] == {"notes_size": 25}
    assert {"projector": ""} in opened.said
    assert {"projector": "TEACHER"} in opened.said
    assert {"nation"} in [set(change) for change in opened.said]
    for change in opened.said:
        for name, value in change.items():
            assert CHECKS[name](value) == value


def test_only_english_needs_no_choice(qtbot: QtBot) -> None:
    page = Opened(qtbot, dressed()).window.teaching
    assert page.languages.isHidden()


def test_a_screen_that_was_pulled_out_is_remembered(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), projector="PROJECTOR")
    opened.window.set_screens(SCREENS[:1])
    row = opened.window.teaching.screens.row_of("PROJECTOR")
    assert row.isChecked()
    assert "remembered" in row.accessibleDescription()
    opened.window.set_screens(SCREENS)
    assert opened.window.teaching.screens.value == "PROJECTOR"
    opened.window.show_page(opened.window.teaching)
    tab_to(opened.window, opened.window.teaching.screens.row_of("PROJECTOR"))
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is opened.window.teaching.which
    assert opened.said == []


def test_a_touch_panel_and_a_video_call_are_chosen_with_the_screen(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed(), share_window=True)
    page, asked = opened.window.teaching, []
    opened.window.screens_requested.connect(lambda: asked.append(True))
    assert (page.touch.isChecked(), page.share.isChecked()) == (False, True)
    page.touch.click()
    page.share.click()
    page.which.click()
    assert opened.said == [{"big_buttons": True}, {"share_window": False}]
    assert asked == [True]
    page.show_preferences(Preferences(projector="PROJECTOR", share_window=True))
    assert page.screens.value == "PROJECTOR"
    assert page.share.isChecked()
    assert len(opened.said) == 2


def test_places_of_data_are_selected_and_copied(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed())
    opened.window.show_page(opened.window.data)
    settle()
    place = opened.window.data.places[0]
    tab_to(opened.window, place.field)
    QTest.keyClick(place.field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert place.field.textCursor().selectedText() == str(PATHS[0][1])
    assert opened.window.ring.widget() is place.field
    tab_to(opened.window, place.copy)
    press(Key.Key_Space)
    assert QGuiApplication.clipboard().text() == str(PATHS[0][1])
    assert place.copy.accessibleName() == "Copied"


def test_close_and_escape_end_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, dressed())
    tab_to(opened.window, opened.window.close_button)
    press(Key.Key_Return)
    assert not opened.window.isVisible()
    opened.window.show()
    settle()
    QTest.keyClick(opened.window, Key.Key_Escape)
    assert not opened.window.isVisible()


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, name: str, scale: float) -> None:
    window = Opened(qtbot, dressed(name, scale), theme=name, text_scale=round(scale * 100)).window
    assert window.screen().availableGeometry().contains(window.frameGeometry())
    for page in window.pages:
        window.show_page(page)
        if page is window.keys:
            window.keys.rows["freeze"].click()
            window.keys.editor.catch.caught.emit("B")
        settle()
        assert troubles(window) == []
