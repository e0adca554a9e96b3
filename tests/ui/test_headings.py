"""What a screen reader takes for a heading."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.ui import headings
from rse_lessons.ui.theme import load_fonts, load_theme
from rse_lessons.ui.widgets.words import Words
from tests.ui.shelves import open_library


def said_as_headings(window: QWidget) -> list[str]:
    found = []
    for label in window.findChildren(QLabel):
        interface = QAccessible.queryAccessibleInterface(label)
        if label.isVisible() and interface is not None and interface.role() == QAccessible.Role.Heading:
            found.append(interface.text(QAccessible.Text.Name))
    return found


def test_the_parts_of_the_library_are_headings(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    found = said_as_headings(window)
    assert {"Lessons", "Where 4 Maple stopped", "Next for 4 Maple", "For 4 Maple"} <= set(found)
    assert "My picture, your choice" not in found


def test_a_heading_follows_its_words_and_goes_with_its_label(qtbot: QtBot) -> None:
    load_fonts()
    headings.install()
    headings.install()
    holder = QWidget()
    qtbot.addWidget(holder)
    theme = load_theme("light")
    title = Words(theme, "Before", heading=True, parent=holder)
    plain = Words(theme, "After", parent=holder)
    holder.show()
    assert said_as_headings(holder) == ["Before"]
    title.setText("Later")
    assert said_as_headings(holder) == ["Later"]
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.StaticText
    title.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    another = Words(theme, "Another", heading=True, parent=holder)
    another.show()
    assert said_as_headings(holder) == ["Another"]
