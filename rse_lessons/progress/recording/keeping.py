"""The open records with all that keeps them safe: the side file, the look for damage, the repair.

On the writer's thread alone. When something is tried again, and what people are told, is `store`'s.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from rse_lessons.progress.database.disk import held, identity
from rse_lessons.progress.database.faults import SIDE_BEHIND, DamagedDatabaseError, RecordsError
from rse_lessons.progress.database.journal import Connect, Journal
from rse_lessons.progress.database.reading import connect_to_read, is_sound
from rse_lessons.progress.facts.clearing import is_dead
from rse_lessons.progress.mending.repair import finish_repair, is_lost, make_whole
from rse_lessons.progress.mending.repair_report import Repaired
from rse_lessons.progress.mending.sidefile import SideFile, lock_path, side_path
from rse_lessons.progress.mending.sidelines import read_side

_AT_ONCE = 24 << 20
"""Bytes of a database that is looked over before it is used, in full: more than a year of 30 classes, and a
sixth of a second. A larger one is looked over in the background, while it is used."""


_WAIT = 5.0
"""Seconds to wait for another copy of the app that writes beside the records."""


class ReplacedError(RecordsError):
    """Another file has come into the place of the records: what was written goes into that one, too."""


class Keeping:
    """The records of one place."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime],
        tell: Callable[[str], None],
        seconds: float,
        connect: Connect,
        marks: Path | None,
        wake: Callable[[], None],
        deleted: Callable[[], None],
    ) -> None:
        """Touch nothing yet. `wake` is called on another thread when damage is found in the background."""
        self._wake, self._deleted = wake, deleted
        self._path, self._now, self._tell, self._seconds = path, now, tell, seconds
        self._connect, self._marks = connect, marks
        self._journal: Journal | None = None
        self._file: tuple[int, int] | None = None
        self._side = SideFile(path, seconds=_WAIT)
        self._behind = False
        self._examined = False
        self._examiner: threading.Thread | None = None
        self._end = threading.Event()
        self._damage = threading.Event()

    def opened(self) -> Journal:
        """Give the open journal: opened now, or again when another file has come into its place.

        Raises sqlite3.Error, OSError, RecordsError.
        """
        if self._damage.is_set():
            raise DamagedDatabaseError("found while it was in use")
        if self._journal is not None and self._file == identity(self._path):
            return self._journal
        self.let_go()
        with held(lock_path(self._path), _WAIT):
            report = finish_repair(self._path)
            if report is None and is_lost(self._path):
                report = make_whole(self._path, self._now())
            self._file = identity(self._path)
            self._journal = Journal(
                self._path,
                now=self._now(),
                seconds=self._seconds,
                connect=self._connect,
                marks=self._marks,
            )
            self._file = identity(self._path)
        if report is not None:
            self._tell(report.sentence)
        self._examine(self._journal)
        try:
            self._take_back(self._journal)
        except TimeoutError:
            raise
        except OSError:
            self._behind = True  # what cannot be read now stays as it is, and is read at the next start
            return self._journal
        self.follow(everything=True)
        return self._journal

    def follow(self, *, everything: bool = False) -> None:
        """Bring the side file up to what was committed, before anybody is told that it is stored.

        Raises sqlite3.Error, TimeoutError, and ReplacedError. A side file that cannot be written is told
        once, and holds nothing up: what was committed is on the disk.
        """
        if self._journal is None:
            return
        try:
            followed = self._side.follow(self._journal.connection, everything=everything or self._behind)
            self._behind = False
            if followed.deleted:
                self._deleted()
        except TimeoutError:
            raise
        except OSError:
            if not self._behind:
                self._tell(SIDE_BEHIND)
            self._behind = True
        if self._file != identity(self._path):
            raise ReplacedError

    def repair(self) -> Repaired | None:
        """Make the damaged records whole; None when another copy of the app has done it already.

        Raises what `repair.repair` raises; then nothing has been changed.
        """
        self.let_go()
        with held(lock_path(self._path), _WAIT):
            replaced = self._file is not None and self._file != identity(self._path)
            report = None if replaced else finish_repair(self._path) or make_whole(self._path, self._now())
            self._damage.clear()
            self._examined = self._examined or not replaced
            return report

    def let_go(self) -> None:
        """Close the file."""
        self._stop_examining()
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()

    def call_damaged(self) -> None:
        """Have the records made whole with the next step. May be called on any thread."""
        self._damage.set()

    def has_found_damage(self) -> bool:
        """Whether the look in the background has found damage."""
        return self._damage.is_set()

    def _examine(self, journal: Journal) -> None:
        """Look for damage once: at once in a file of usual size, in the background in a large one."""
        if self._examined or self._examiner is not None:
            return
        if self._path.stat().st_size <= _AT_ONCE:
            if not journal.is_sound(full=True):
                raise DamagedDatabaseError("integrity_check found damage")
            self._examined = True
            return
        self._end.clear()
        self._examiner = threading.Thread(target=self._look, name="records-check", daemon=True)
        self._examiner.start()

    def _look(self) -> None:
        try:
            with closing(connect_to_read(self._path, 1.0)) as conn:
                conn.set_progress_handler(lambda: int(self._end.is_set()), 10_000)
                sound = is_sound(conn)
        except (sqlite3.OperationalError, OSError):
            return  # somebody ended it, or the disk does not answer: it is looked over the next time
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            sound = False
        self._examined = True
        if not sound:
            self._damage.set()
            self._wake()

    def _stop_examining(self) -> None:
        examiner, self._examiner = self._examiner, None
        if examiner is not None:
            self._end.set()
            examiner.join()

    def _take_back(self, journal: Journal) -> None:
        """Take in what the side file holds and the database has lost: a disk that forgot, an older copy."""
        lost = self._side.not_in(journal.connection)
        if not lost:
            return
        side, cleared = read_side(side_path(self._path)), journal.cleared()
        events = [side.events[key] for key in lost if key in side.events]
        alive = [event for event in events if not is_dead(event, cleared)]
        if alive:
            journal.take_in(alive, side.words.values())
            journal.rebuild()
