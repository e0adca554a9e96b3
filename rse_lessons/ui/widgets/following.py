"""Scrolls to what has the keyboard. Qt does so only while the keyboard stays inside one scroll area."""

from __future__ import annotations

import weakref

from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

_ROOM = 16


def follow_keyboard(area: QScrollArea, inside: QWidget) -> None:
    """Have `area` show whatever of `inside` gets the keyboard, unless the mouse brought it there."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    held, part = weakref.ref(area), weakref.ref(inside)

    def moved(_old: QWidget | None, new: QWidget | None) -> None:
        view, what = held(), part()
        if view is None or what is None or not isValid(view) or not isValid(what):
            app.focusChanged.disconnect(moved)
            return
        pressed = QGuiApplication.mouseButtons() != QtCore.Qt.MouseButton.NoButton
        if new is not None and not pressed and what.isAncestorOf(new):
            view.ensureWidgetVisible(new, 0, _ROOM)

    app.focusChanged.connect(moved)
