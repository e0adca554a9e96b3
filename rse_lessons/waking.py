"""Writing down what happened a moment later: what it shows is painted before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from rse_lessons.progress.recording.store import Store


class Waking(QTimer):
    """Wakes the records’ writer some time after the first step that waits (`Store.record`, `waits`)."""

    def __init__(self, store: Callable[[], Store], milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(lambda: store().wake())

    def soon(self) -> None:
        """Have it written down soon; what comes meanwhile goes along and puts nothing off."""
        if not self.isActive():
            self.start()
