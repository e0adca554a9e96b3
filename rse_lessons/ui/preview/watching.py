"""Notices that a file, or one that belongs to it, was saved, by whatever editor and in whatever way.

Some editors write into the file, others write a new one and give it the name; a picture may come later.
So the folder is watched too, and the files are looked at once they have been still for a moment.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

STILL_MS = 40
"""Nothing more is heard for so long, and a save is over."""
LONGEST_MS = 250
"""After so long it is looked at even where saving goes on and on."""
_Stand: TypeAlias = tuple[int, int, int] | None


class FileWatch(QObject):
    """Watches one file and others beside it."""

    changed = Signal(bool)
    """The file or one of the others is another now; True when it is one of the others."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._others: frozenset[Path] = frozenset()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._noticed)
        self._watcher.directoryChanged.connect(self._noticed)
        self._since = 0.0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.look)
        self._arm()
        self._stands = self._look_at()

    def watch(self, others: Iterable[Path]) -> None:
        """Watch these files too, from now on, whether they are there yet or not."""
        wanted = frozenset(others) - {self._path}
        if wanted != self._others:
            self._others = wanted
            self._arm()
            known = self._stands
            self._stands = {path: known.get(path, stand) for path, stand in self._look_at().items()}

    def look(self) -> None:
        """Look at the files now, and tell when one is another than before."""
        self._settle.stop()
        self._since = 0.0
        # What watches a file loses it when another takes its name: first watch again, then look.
        self._arm()
        before, self._stands = self._stands, self._look_at()
        different = {path for path, stand in self._stands.items() if before.get(path) != stand}
        if different:
            self.changed.emit(bool(different - {self._path}))

    def _noticed(self) -> None:
        now = time.monotonic()
        self._since = self._since or now
        left = LONGEST_MS - (now - self._since) * 1000
        self._settle.start(max(0, min(STILL_MS, int(left))))

    def _arm(self) -> None:
        files = {str(path) for path in (self._path, *self._others) if path.is_file()}
        folders = {str(path.parent) for path in (self._path, *self._others) if path.parent.is_dir()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - files - folders:
            self._watcher.removePaths(sorted(gone))
        if fresh := (files | folders) - watched:
            self._watcher.addPaths(sorted(fresh))

    def _look_at(self) -> dict[Path, _Stand]:
        return {path: _stand(path) for path in (self._path, *self._others)}


def _stand(path: Path) -> _Stand:
    """Give what tells one state of a file from another; None while it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
