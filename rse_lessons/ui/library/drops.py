"""A lesson pack that is dragged onto the main window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.packs.form import ENDING


def pack_in(mime: QMimeData) -> str:
    """Give the file when what is dragged is one lesson pack on this PC; empty for anything else."""
    urls = mime.urls()
    file = urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
    return file if Path(file).suffix.lower() == ENDING else ""


class Drops(QObject):
    """Watches a window."""

    def __init__(self, window: QWidget, dropped: Callable[[str], object]) -> None:
        super().__init__(window)
        self._dropped = dropped
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a pack; leave everything else where it came from."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            file = pack_in(event.mimeData())
            if file:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    # The program that it came from waits until the drop is over.
                    QTimer.singleShot(0, self, lambda: self._dropped(file))
            else:
                event.ignore()
            return True
        return False


def take_packs(window: QWidget, dropped: Callable[[str], object]) -> Drops:
    """Have packs that are let go over `window` told to `dropped`."""
    return Drops(window, dropped)
