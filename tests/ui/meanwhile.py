"""Doing something in a window that holds everything else up until it is closed."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog


def meanwhile(*steps: Callable[[QDialog], object]) -> list[QDialog]:
    """Do each step in the window that comes next.

    A step that fails is the last; `letting_go` closes its window. Windows of the next test are its own.
    """
    seen: list[QDialog] = []
    waiting = list(steps)
    test = os.environ.get("PYTEST_CURRENT_TEST")

    def act() -> None:
        if os.environ.get("PYTEST_CURRENT_TEST") != test:
            return
        window = QApplication.activeModalWidget()
        if isinstance(window, QDialog) and window not in seen:
            seen.append(window)
            step = waiting.pop(0)
            if waiting:
                QTimer.singleShot(0, act)
            try:
                step(window)
            except BaseException:
                waiting.clear()
                raise
        elif waiting:
            QTimer.singleShot(5, act)

    QTimer.singleShot(0, act)
    return seen
