"""What these tests share: a page that scrolls, with one block on it, driven by keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.ui.training.blocks.question_row import RowLooks
from rse_lessons.ui.widgets.page_area import PageArea
from tests.ui_settings.small import settle, troubles

Key = Qt.Key
_windows: list[QWidget] = []
"""Holds the window of the test that runs: qtbot does not."""
Block = TypeVar("Block", bound=QWidget)


def staged(qtbot: QtBot, block: Block, width: int = 760, height: int = 700) -> Block:
    """Show a block on a page of its own, in a window that has the keyboard."""
    window = QWidget()
    _windows[:] = [window]
    qtbot.addWidget(window)
    area = PageArea()
    area.column.addWidget(block)
    area.column.addStretch(1)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
    window.move(0, 0)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return block


def press(*keys: Key, alt: bool = False) -> None:
    """Press keys on whatever has the keyboard."""
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None, f"nothing has the keyboard for {key}"
        QTest.keyClick(widget, key, held)
        settle()


def tab_to(wanted: QWidget) -> None:
    """Press Tab until `wanted` has the keyboard."""
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted.accessibleName()!r}")


def said(block: QWidget) -> str:
    """Give all words that are seen."""
    labels = [label.text() for label in block.findChildren(QLabel) if label.isVisible()]
    rows = [row for row in block.findChildren(QWidget) if isinstance(row, RowLooks) and row.isVisible()]
    return "\n".join([*labels, *(f"{row.text_} {row.told} {row.detail}" for row in rows)])


def clipped(block: QWidget) -> list[str]:
    """Say what is clipped, nameless, or wider than its page."""
    found = troubles(block)
    area = block.parentWidget()
    while area is not None and not isinstance(area, PageArea):
        area = area.parentWidget()
    assert isinstance(area, PageArea)
    if area.inside.width() > area.viewport().width():
        found.append(f"{block}: {area.inside.width()} px wide on {area.viewport().width()}")
    for part in block.findChildren(QFrame):
        tall = part.heightForWidth(part.width()) if part.hasHeightForWidth() else 0
        if part.isVisible() and part.height() < tall:
            found.append(f"clipped: {part} {part.height()} of {tall}")
    return found
