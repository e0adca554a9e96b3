"""The work of moving records between PCs, each piece of it to be done on a thread of its own.

Nothing of the world's is raised: what went wrong is in what comes back. It ends when it is stopped, and as
soon as a lesson is given. Windows are `moving`'s.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rse_lessons.progress.between.merging import (
    Preview,
    TooMuchError,
    Written,
    preview,
    read_file,
    take_in,
    write_file,
)
from rse_lessons.progress.between.oddities import Finding, NotTakenError
from rse_lessons.progress.between.shared_folder import look_over, prepare
from rse_lessons.progress.between.sharing import Do, Outcome, StoppedError
from rse_lessons.progress.between.sharing_log import NAME, share, through
from rse_lessons.progress.between.troubles import Trouble, trouble_of
from rse_lessons.progress.between.verifying import Contents
from rse_lessons.progress.database.faults import RecordsError

if TYPE_CHECKING:
    from rse_lessons.progress.recording.store import Store

_SHOW_SECONDS = 0.05
"""A bar is moved no oftener than this."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A folder that is ready to be shared."""

    root: Path
    others: int = 0
    """Other devices whose records lie there already."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A merge file that was looked through."""

    contents: Contents
    preview: Preview


class MovingWork(QObject):
    """Whether to stop, how far it has come, and the work itself. One thing at a time."""

    part = Signal(int, int)
    """How many of how many are done."""

    def __init__(
        self, data: Path, records: Path, store: Callable[[], Store], teaching: Callable[[], bool]
    ) -> None:
        """Touch nothing yet. `data` holds the file that says what is shared; `teaching` stops everything."""
        super().__init__()
        self.log = data / NAME
        self._records, self._store, self._teaching = records, store, teaching
        self._stop, self._last = Event(), 0.0

    def begin(self) -> None:
        """Forget that something was stopped before. To be called before the work."""
        self._stop.clear()

    def stop(self) -> None:
        """End what goes on, soon."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether what goes on has to end."""
        return self._stop.is_set() or self._teaching()

    def _tick(self, done: int, total: int) -> None:
        if self.is_stopped:
            raise StoppedError
        now = time.monotonic()
        if now - self._last > _SHOW_SECONDS or done == total:
            self._last = now
            self.part.emit(done, total)

    def _do(self) -> Do:
        return through(self._store(), lambda: self.is_stopped)

    # The shared folder

    def choose(self, folder: Path) -> Chosen | Trouble:
        """Make a folder ready to be shared."""
        try:
            root = prepare(folder)
            devices = {name.device for name in look_over(root).pieces}
            own = set(self._do()(lambda journal: journal.devices))
        except OSError as error:
            return trouble_of(error, folder)
        except (sqlite3.Error, RecordsError):
            return Trouble.NOT_STORED
        except StoppedError:
            return Trouble.STOPPED
        return Chosen(root, len(devices - own))

    def share(self) -> Outcome:
        """Visit the folder that was chosen."""
        return share(
            self.log, self._records, self._do(), now=_now(), tick=self._tick, stopped=lambda: self.is_stopped
        )

    # Merge files

    def write(self, path: Path, *, with_words: bool, with_reflections: bool = False) -> Written | Trouble:
        """Write a merge file."""
        try:
            return write_file(
                path,
                self._records,
                self._do(),
                with_words=with_words,
                with_reflections=with_reflections,
                tick=self._tick,
            )
        except TooMuchError as error:
            return error.trouble
        except OSError as error:
            return trouble_of(error, path.parent)
        except (sqlite3.Error, RecordsError):
            return Trouble.NOT_STORED
        except StoppedError:
            return Trouble.STOPPED

    def look(self, path: Path) -> Looked | Finding | Trouble:
        """Look through a merge file."""
        try:
            contents = read_file(path, now=_now(), tick=self._tick)
            return Looked(contents, preview(contents, self._records))
        except NotTakenError as error:
            return Finding(path, error.oddity, error.detail)
        except (sqlite3.Error, OSError, RecordsError):
            return Trouble.NOT_STORED
        except StoppedError:
            return Trouble.STOPPED

    def take(self, contents: Contents) -> int | Trouble:
        """Take a merge file in that was looked through, and give how many events were new."""
        try:
            return take_in(contents, self._do(), tick=self._tick, stopped=lambda: self.is_stopped)
        except StoppedError:
            return Trouble.STOPPED
        except (sqlite3.Error, OSError, RecordsError):
            return Trouble.NOT_STORED


def _now() -> datetime:
    return datetime.now(UTC)
