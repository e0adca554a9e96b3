"""A session's changes as one Qt signal. Nothing here decides anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rse_lessons.presenting.session import Session


class SessionBridge(QObject):
    """Emits `changed(frozenset of What)` whenever its session changed."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._unsubscribe = session.subscribe(self.changed.emit)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()
