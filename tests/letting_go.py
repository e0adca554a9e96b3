"""Lets no failing test wait for ever: once something went wrong in a window, no window waits for an answer.

A step that is done in a window which holds everything else up can fail, and nobody is there to close it.
Qt hands what was raised to `sys.excepthook`, where pytest-qt keeps it until the test has come to its end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

OFTEN_MS = 10


@contextmanager
def letting_go() -> Iterator[None]:
    """Close whatever holds the others up from the first fault on that nothing caught, until the end."""
    before = sys.excepthook
    looking: list[QTimer] = []

    def heard(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        before(kind, fault, trace)
        if not looking and current_thread() is main_thread() and "PySide6.QtWidgets" in sys.modules:
            looking.append(_again_and_again(_close))

    sys.excepthook = heard
    try:
        yield
    finally:
        if sys.excepthook is heard:
            sys.excepthook = before
        for timer in looking:
            timer.stop()


def _again_and_again(do: Callable[[], None]) -> QTimer:
    from PySide6.QtCore import QTimer

    timer = QTimer()
    timer.timeout.connect(do)
    timer.start(OFTEN_MS)
    return timer


def _close() -> None:
    from PySide6.QtWidgets import QApplication

    waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if waiting is not None:
        waiting.hide()  # which ends its waiting, and asks nobody whether it may be closed
