"""What these tests share: a theme put on, a window driven by keys, a look at what is clipped."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.ui.theme import Theme, apply, load_fonts, load_theme
from rse_lessons.ui.widgets.small_window import Column
from rse_lessons.ui.widgets.words import Words

Key = Qt.Key
LOOKS = (("light", 1.0), ("dark", 1.5), ("high-contrast", 2.0))
"""Each theme and each text size once: light and dark differ in colours alone, high contrast in edges too."""
Window = TypeVar("Window", bound=QDialog)


@cache
def fonts() -> None:
    load_fonts()


def dressed(name: str = "light", scale: float = 1.0) -> Theme:
    """Put a theme on the whole application."""
    fonts()
    theme = load_theme(name, scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, theme)
    return theme


def shown(qtbot: QtBot, window: Window) -> Window:
    """Show a window on the teacher's screen and give it the keyboard."""
    qtbot.addWidget(window)
    window.move(0, 0)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return window


def settle() -> None:
    """Let layouts and what was put off come to rest."""
    for _ in range(4):
        QApplication.processEvents()


def press(*keys: Key) -> None:
    """Press keys on whatever has the keyboard."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None, f"nothing has the keyboard for {key}"
        QTest.keyClick(widget, key)
        settle()


def tab_to(window: QWidget, wanted: QWidget) -> None:
    """Press Tab until `wanted` has the keyboard."""
    for _ in range(120):
        if QApplication.focusWidget() is wanted:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted.accessibleName()!r} in {window.windowTitle()!r}")


def troubles(window: QWidget) -> list[str]:
    """Say what is clipped, too small to press, or without a name."""
    found = []
    for words in window.findChildren(Words):
        tall = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
        narrow = not words.wordWrap() and words.width() < words.natural() - 1
        if words.isVisible() and (words.height() < tall or narrow):
            found.append(f"clipped: {words.text()}")
    for button in (*window.findChildren(QPushButton), *window.findChildren(QRadioButton)):
        if not button.isVisible():
            continue
        if min(button.width(), button.height()) < 24:
            found.append(f"too small to press: {button.accessibleName()}")
        if not button.accessibleName():
            found.append(f"without a name: {button}")
        tall = button.heightForWidth(button.width()) if button.hasHeightForWidth() else 0
        if button.height() < max(tall, button.minimumSizeHint().height()):
            found.append(f"clipped: {button.accessibleName()}")
        if isinstance(button, QPushButton) and button.width() < button.minimumSizeHint().width():
            found.append(f"too narrow: {button.accessibleName()}")
    for column in window.findChildren(Column):
        if column.isVisible() and column.inside.width() > column.viewport().width():
            found.append(f"wider than the window: {column}")
    return found
