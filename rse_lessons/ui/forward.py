"""A large window of its own, shown for the first time or brought to the front."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

SMALL = 1366
"""Pixels of a screen's width up to which such a window takes all of it."""


def come_forward(window: QWidget) -> None:
    """Show the window as large as it wishes and the screen allows, or bring it to the front as it is."""
    if not window.isVisible():
        area = window.screen().availableGeometry()
        window.resize(window.sizeHint().boundedTo(area.size()))
        if area.width() <= SMALL:
            window.showMaximized()
    window.show()
    window.raise_()
    window.activateWindow()
