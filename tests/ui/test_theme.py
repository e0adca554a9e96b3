"""Themes at every text size, the stylesheet and the icons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.ui import icons
from rse_lessons.ui.assets import assets
from rse_lessons.ui.theme import THEMES, load_fonts, load_theme, stylesheet, system_theme

UI = Path(icons.__file__).parent


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_stylesheet_is_whole(name: str, scale: float) -> None:
    sheet = stylesheet(load_theme(name, scale))
    assert "$" not in sheet
    assert "/*" not in sheet
    for picture in re.findall(r"url\(([^)]*)\)", sheet):
        assert Path(picture).is_file()


def test_lengths_grow_with_the_text_but_hairlines_and_scroll_bars_stay() -> None:
    plain, large = (stylesheet(load_theme("light", scale)) for scale in (1.0, 2.0))
    assert "font-size: 21px" in plain
    assert "font-size: 42px" in large
    for sheet in (plain, large):
        assert "border: 1px solid" in sheet
        assert "QScrollBar:vertical { width: 12px" in sheet


def test_an_unknown_theme_and_a_wild_scale_are_taken_kindly(qtbot: QtBot) -> None:
    assert load_theme("no-such-theme").name == "light"
    assert load_theme("light", 9.0).scale == 2.0
    assert load_theme("light", 0.1).scale == 1.0
    assert load_theme("system").name == system_theme()


def test_system_follows_the_colour_scheme(qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    assert system_theme() == ("dark" if dark else "light")


def test_a_lesson_without_a_band_has_colours() -> None:
    for name in THEMES:
        assert load_theme(name).band("").fill.isValid()
        assert load_theme(name).band("no-such-band").deep.isValid()


def test_andika_is_there_in_both_weights(qtbot: QtBot) -> None:
    load_fonts()
    for bold in (False, True):
        info = QFontInfo(load_theme("light").font(bold=bold))
        assert info.family() == "Andika"
        assert info.bold() is bold


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("make", [QPushButton, QLineEdit, QComboBox, QSpinBox, QCheckBox])
def test_ordinary_controls_are_large_enough(qtbot: QtBot, scale: float, make: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    control = make()
    column.addWidget(control)
    theme = load_theme("light", scale)
    window.setFont(theme.font())
    window.setStyleSheet(stylesheet(theme))
    window.show()
    assert control.height() >= (32 if make is QCheckBox else 44) * scale


def named_icons() -> set[str]:
    names = set()
    for file in UI.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        names |= set(
            re.findall(r"""(?:icon|pixmap|Icon|set_icon)\(\s*(?:self\._theme, |theme, )?"([a-z-]+)\"""", text)
        )
        names |= set(re.findall(r"""icon="([a-z-]+)\"""", text))
    return names


def test_every_icon_that_is_named_can_be_drawn(qtbot: QtBot) -> None:
    assert len(named_icons()) > 10
    for name in named_icons():
        picture = icons.pixmap(name, QColor("#22303C"), 24, 2.0)
        assert picture.width() == 48
        assert not picture.toImage().isNull()


def test_icons_come_with_their_licence() -> None:
    assert "ISC License" in (assets() / "icons" / "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (assets() / "fonts" / "OFL.txt").read_text(encoding="utf-8")
