"""Doing something in a window that holds everything else up until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog


def meanwhile(*steps: Callable[[QDialog], object]) -> list[QDialog]:
    """Do each step in the window that comes next."""
    seen: list[QDialog] = []
    waiting = list(steps)

    def act() -> None:
        window = QApplication.activeModalWidget()
        if isinstance(window, QDialog) and window not in seen:
            seen.append(window)
            step = waiting.pop(0)
            if waiting:
                QTimer.singleShot(0, act)
            step(window)
        elif waiting:
            QTimer.singleShot(5, act)

    QTimer.singleShot(0, act)
    return seen
