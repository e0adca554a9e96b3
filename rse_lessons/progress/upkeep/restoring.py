"""Going back to the records of a day: the backup is checked first, and today's records become one.

What was cleared or taken away since then stays gone. The restored database counts under a new id, so that
other PCs never meet two steps of one number.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rse_lessons.progress.database.backup import Backup, Why, back_up, verify
from rse_lessons.progress.database.disk import flush_file, flush_folder, held, rename
from rse_lessons.progress.database.faults import (
    DamagedDatabaseError,
    Fault,
    NewerDatabaseError,
    RecordsError,
    fault_of,
)
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import is_sound
from rse_lessons.progress.database.schema import LATEST
from rse_lessons.progress.deleting.scrubbing import rewrite, what_is_gone
from rse_lessons.progress.mending.repair import (
    finish_repair,
    former_ids,
    free_stamp,
    put_in_place,
    remove_build,
)
from rse_lessons.progress.mending.said import Said
from rse_lessons.progress.mending.sidefile import SideFile, lock_path

RESTORED = "Your lesson records are those of {day} again: {count} steps."
KEPT = "The records as they were a moment ago are kept as a backup of their own; you can go back to them."
ASIDE = "The records as they were a moment ago were damaged; they are kept beside the new ones as {file}."

NOT_GOOD = "This backup cannot be used: it is damaged. Nothing has been changed. Choose another day."


_PATIENCE = 2.0
"""Seconds to wait until nobody reads the records."""


class BackupNotGoodError(RecordsError):
    """The backup that was chosen is not whole; nothing has been changed."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restoring came to."""

    backup: Backup
    events: int
    kept: Backup | None
    """The backup of the records as they were; None when there were none, or they were damaged."""
    aside: str = ""
    """The name of the damaged file that was set aside."""

    @property
    def sentences(self) -> tuple[Said, ...]:
        """What a teacher is told."""
        told = [Said(RESTORED, {"day": self.backup.made, "count": self.events})]
        if self.kept is not None:
            told.append(Said(KEPT))
        if self.aside:
            told.append(Said(ASIDE, {"file": self.aside}))
        return tuple(told)


def restore(
    database: Path, backup: Backup, now: datetime, *, stop: threading.Event | None = None
) -> Restored:
    """Put the records of a backup in the place of today's, and give what was done.

    Nobody in this program has the file open: with a store, it is work for `Store.apart`. Raises
    BackupNotGoodError, NewerDatabaseError, TimeoutError when another program is at it, sqlite3.Error when
    another window has the records open, OSError, StoppedError; then nothing has been changed.
    """
    good = verify(backup, stop=stop)
    if not good.checked:
        raise BackupNotGoodError(good.path.name)
    if good.version > LATEST:
        raise NewerDatabaseError(f"the backup has version {good.version}")
    with held(lock_path(database), 10.0):
        finish_repair(database)
        sound = _alone(database)
        build = database.with_name(f"{database.stem}-restoring.sqlite")
        kept = back_up(database, now, Why.RESTORE, stop=stop) if sound else None
        try:
            events = _build(build, good, database if sound else None, now)
            SideFile(database).begin_anew()
            aside = _place(database, build, now, sound=sound)
        except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
            with suppress(OSError):
                remove_build(build)
            raise
        return Restored(good, events, kept, aside)


def _alone(database: Path) -> bool:
    """Make the database one file that nobody else has open, and say whether it is sound.

    Raises sqlite3.Error when somebody keeps it open.
    """
    if not database.exists():
        return False
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with closing(sqlite3.connect(database, timeout=1.0)) as conn:
                # SQLite refuses this while anybody else has the file open, as a window does for a moment.
                conn.execute("pragma journal_mode = delete")
                return is_sound(conn, full=True)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if fault_of(error) is Fault.DAMAGED:
                return False
            if fault_of(error) is not Fault.LOCKED or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _build(build: Path, good: Backup, today: Path | None, now: datetime) -> int:
    """Make the database that is to be put in place, and give how many events it holds."""
    remove_build(build)
    shutil.copyfile(good.path, build)
    former = set()
    if today is not None:
        former = former_ids(today)
        rewrite(build, what_is_gone(today))
    with closing(Journal(build, now=now, seconds=5.0, keep=lambda _database, _now: None)) as journal:
        journal.rebuild()
        journal.end_counting(former)
        if not journal.is_sound(full=True):
            raise DamagedDatabaseError("the restored database is not sound")
        events = journal.connection.execute("select count(*) from events").fetchone()[0]
        journal.make_one_file()
    flush_file(build)
    return int(events)


def _place(database: Path, build: Path, now: datetime, *, sound: bool) -> str:
    if sound or not database.exists():
        rename(build, database)
        flush_folder(database.parent)
        return ""
    stamp, aside = free_stamp(database, now)
    ready = database.with_name(f"{database.stem}-repaired-{stamp}.sqlite")
    build.replace(ready)
    put_in_place(database, ready, aside)
    return aside.name
