"""The care for the records in the background: checks, a backup on each day of use, thinning, cleaning.

It has a thread and connections of its own and never holds up recording. What it finds is told in a sentence;
a damaged database is reported to the store, which mends it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from rse_lessons.progress.database.backup import (
    AT_WORK,
    StoppedError,
    back_up,
    good_backups,
    is_due,
    thin,
    tidy,
)
from rse_lessons.progress.database.faults import (
    NO_BACKUP_TODAY,
    TROUBLE,
    DamagedDatabaseError,
    Fault,
    fault_of,
)
from rse_lessons.progress.database.reading import connect_alone, connect_to_read, is_sound
from rse_lessons.progress.deleting.scrubbing import damaged_files, scrub, what_is_gone
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from rse_lessons.progress.mending.sidelines import read_side
from rse_lessons.progress.upkeep.care_state import CareState, read_state, write_state

_LOOK = 1800.0
"""Seconds between two looks whether another day has begun."""
_LARGE = 8 << 20
"""Bytes of the side file from which on a backup is made without waiting for the next day."""


class Care:
    """Looks after one database. `start` once the first window is painted, `stop` before the app ends."""

    def __init__(
        self,
        database: Path,
        *,
        now: Callable[[], datetime],
        tell: Callable[[str], None],
        damaged: Callable[[], None],
        done: Callable[[], None] = lambda: None,
    ) -> None:
        """Touch nothing yet. All three are called on the thread of the care.

        `tell` takes a sentence for the teacher; `damaged` is called when a check has found damage
        (`Store.mend`); `done` after each round, so that a page shows what is new.
        """
        self._database, self._now, self._tell = database, now, tell
        self._damaged, self._done = damaged, done
        self._look, self._interrupt = threading.Event(), threading.Event()
        self._rounds = threading.Lock()
        self._ending = False
        self._told = False
        self._again = True
        self._thread = threading.Thread(target=self._run, name="records-care", daemon=True)

    def start(self) -> None:
        """Begin, in the background."""
        if self._thread.ident is None:
            self._thread.start()

    def look_again(self) -> None:
        """Do another round soon: something was deleted, or a lot came in. Returns at once, on any thread."""
        self._again = True
        self._look.set()

    def stop(self, timeout: float = 10.0) -> bool:
        """End what is under way, and say whether it has ended; nothing is left half done."""
        self._ending = True
        self._interrupt.set()
        self._look.set()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Do nothing and have no file open meanwhile: for whoever puts other records in place.

        What is under way is ended first, and done again afterwards.
        """
        self._interrupt.set()
        with self._rounds:
            try:
                yield
            finally:
                if not self._ending:
                    self._interrupt.clear()
                self.look_again()

    def _run(self) -> None:
        while not self._ending:
            if self._again or self._is_due():
                self._again = False
                self._round()
            self._look.wait(_LOOK)
            self._look.clear()

    def _is_due(self) -> bool:
        try:
            return is_due(self._database, self._now())
        except OSError:
            return False

    def _round(self) -> None:
        try:
            with self._rounds:
                look_after(self._database, self._now(), stop=self._interrupt)
        except StoppedError:
            return
        except TROUBLE as error:
            if fault_of(error) is Fault.DAMAGED:
                self._damaged()
            elif not self._told:
                self._told = True
                self._tell(NO_BACKUP_TODAY)
        self._done()


def look_after(database: Path, now: datetime, *, stop: threading.Event | None = None) -> None:
    """Do one round: check, back up when it is due, thin, shorten the side file, clean the copies.

    Raises sqlite3.Error, OSError, DamagedDatabaseError when damage was found, and StoppedError.
    """
    if not database.is_file() or not _has_events(database):
        return  # a backup of nothing would stand for its whole day
    with AT_WORK:
        tidy(database)
        state = _check(database, now, read_state(database), stop)
        if is_due(database, now) or _is_large(database):
            made = back_up(database, now, stop=stop)
            thin(database, made)
            shorten_side_file(database, stop=stop)
        _clean(database, state, stop)


def shorten_side_file(database: Path, *, stop: threading.Event | None = None) -> int:
    """Let go of the events in the side file that two good backups hold, and give how many those were.

    Two, so that the records can be made whole even when the newest backup has gone bad. Raises OSError,
    sqlite3.Error, StoppedError.
    """
    backups = list(islice(good_backups(database, stop=stop), 2))
    if len(backups) < 2:
        return 0
    ids = read_side(side_path(database), ids_only=True).ids
    for backup in backups:
        with closing(connect_alone(backup.path)) as conn:
            ids = {key for key in ids if conn.execute("select 1 from events where id = ?", (key,)).fetchone()}
    return SideFile(database).leave_out(ids)


def _check(database: Path, now: datetime, state: CareState, stop: threading.Event | None) -> CareState:
    full = state.is_full_check_due(now)
    with closing(connect_to_read(database, 5.0)) as conn:
        conn.set_progress_handler(lambda: int(stop is not None and stop.is_set()), 10_000)
        try:
            sound = is_sound(conn, full=full)
        except sqlite3.OperationalError:
            if stop is not None and stop.is_set():
                raise StoppedError from None
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            sound = False
    state = state.checked(now, full=full, sound=sound)
    write_state(database, state)
    if not sound:
        raise DamagedDatabaseError("found by a check")
    return state


def _has_events(database: Path) -> bool:
    """Whether there is anything to look after yet. A file that cannot be read has to be looked at, too."""
    try:
        with closing(connect_to_read(database, 5.0)) as conn:
            made = conn.execute("pragma user_version").fetchone()[0] > 0
            return made and conn.execute("select 1 from events limit 1").fetchone() is not None
    except sqlite3.DatabaseError:
        return True


def _is_large(database: Path) -> bool:
    try:
        return side_path(database).stat().st_size > _LARGE
    except FileNotFoundError:
        return False


def _clean(database: Path, state: CareState, stop: threading.Event | None) -> None:
    gone = what_is_gone(database)
    mark = ",".join([gone.mark(), *(path.name for path in damaged_files(database))])
    new = mark != state.scrubbed
    if gone.is_something or new:
        scrubbed = scrub(database, damaged=new, stop=stop)
        if new and not scrubbed.left:
            write_state(database, replace(state, scrubbed=mark))
