"""How the records of a folder are: plain values for a page in the app and for `progress verify`.

It looks and changes nothing. Reading all of a large database takes some seconds: not on the screen's thread.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from rse_lessons.progress.database.backup import Backup, list_backups
from rse_lessons.progress.database.reading import connect_to_read
from rse_lessons.progress.deleting.erasing import record_files
from rse_lessons.progress.deleting.scrubbing import damaged_files
from rse_lessons.progress.mending.repair import is_lost, is_pending
from rse_lessons.progress.mending.repair_report import Repaired, read_report
from rse_lessons.progress.mending.sidefile import side_path
from rse_lessons.progress.mending.sidelines import Side, read_side
from rse_lessons.progress.upkeep.care_state import CareState, read_state
from rse_lessons.progress.upkeep.examine import Examined, examine


@dataclass(frozen=True, slots=True)
class SideHealth:
    """How the side file is."""

    exists: bool = False
    readable: bool = True
    """Whether it could be opened."""
    events: int = 0
    words: int = 0
    wrong: int = 0
    """Lines that are not as they were written."""
    size: int = 0
    """Bytes."""
    missing: int = 0
    """Events in it that the database does not hold; it takes them back when it is opened next."""

    @property
    def is_good(self) -> bool:
        """Whether it would serve to make damaged records whole."""
        return self.exists and self.readable and not self.wrong


@dataclass(frozen=True, slots=True)
class Health:
    """How everything is."""

    database: Path
    records: Examined
    """The database itself, looked over just now: events, devices, version, and its trouble in a sentence."""
    size: int = 0
    """Bytes of the database."""
    classes: int = 0
    """Classes that are kept now."""
    care: CareState = field(default_factory=CareState)
    """When checks were made."""
    backups: tuple[Backup, ...] = ()
    """Newest first."""
    side: SideHealth = field(default_factory=SideHealth)
    damaged: tuple[Path, ...] = ()
    """Damaged databases that were set aside, oldest first."""
    repaired: Repaired | None = None
    """The last repair."""
    to_be_repaired: bool = False
    """Whether the next start repairs: the file is damaged or gone, or a repair was cut off."""
    free: int = -1
    """Bytes that are free on the disk; -1 when that is not known."""
    total: int = 0
    """Bytes of all files of the records together."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with the records themselves."""
        return not self.records.trouble and not self.to_be_repaired

    @property
    def newest_backup(self) -> Backup | None:
        """The newest backup that was found good; None when there is none."""
        return next((backup for backup in self.backups if backup.checked), None)

    def has_backup_of(self, day: datetime) -> bool:
        """Whether there is a backup of this day that was found good."""
        local = day.astimezone().date()
        return any(backup.checked and backup.made.date() == local for backup in self.backups)


def health(folder: Path, name: str = "progress.sqlite") -> Health:
    """Look at the records that lie in a folder. Never raises for what is found there."""
    database = folder / name
    records = examine(database)
    classes, missing = 0, 0
    side, readable = Side(), True
    try:
        side = read_side(side_path(database), ids_only=True)
    except OSError:
        readable = False
    if not records.trouble and records.version:
        with suppress(sqlite3.Error, OSError), closing(connect_to_read(database, 2.0)) as conn:
            classes = int(conn.execute("select count(*) from classes where kept").fetchone()[0])
            query = "select 1 from events where id = ?"
            missing = sum(conn.execute(query, (key,)).fetchone() is None for key in side.ids)
    backups: list[Backup] = []
    files: list[Path] = []
    damaged: list[Path] = []
    with suppress(OSError):
        backups, damaged, files = list_backups(database), damaged_files(database), record_files(database)
    return Health(
        database=database,
        records=records,
        size=_size(database),
        classes=classes,
        care=read_state(database),
        backups=tuple(backups),
        side=SideHealth(
            side.exists,
            readable,
            len(side.ids),
            len(side.words),
            side.wrong,
            _size(side_path(database)),
            missing,
        ),
        damaged=tuple(damaged),
        repaired=read_report(database),
        to_be_repaired=is_lost(database) or is_pending(database),
        free=_free(folder),
        total=sum(map(_size, files)),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return -1
