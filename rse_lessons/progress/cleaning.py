"""Taking what a clearing took out of copies of the records: backups, the side file, older files, pieces.

Each function does one of them, whole or not at all, and raises OSError or sqlite3.Error where the world does
not let it. What is deleted when is `retention`'s.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.progress.backup import (
    Backup,
    list_backups,
    look_through,
    note,
    remove,
    tidy,
    verify,
)
from rse_lessons.progress.clearing import Cleared, is_dead
from rse_lessons.progress.disk import PART, WORK, flush_file, swap_in, wipe
from rse_lessons.progress.events import Event, mark_of
from rse_lessons.progress.journal import Journal
from rse_lessons.progress.reading import connect_to_read
from rse_lessons.progress.salvage import salvage
from rse_lessons.progress.shared_folder import FOLDER, look_over
from rse_lessons.progress.sharing import Outcome, Visit
from rse_lessons.progress.sidefile import SideFile, side_path
from rse_lessons.progress.troubles import Trouble

if TYPE_CHECKING:
    from rse_lessons.progress.sharing import Do


_COPIES = ("-version-*.sqlite", "-damaged-*.sqlite")
"""How the names of copies go on that an update or a damage left beside the records."""


def compact(records: Path) -> None:
    """Write the database anew without what was deleted, and empty its log."""
    with closing(sqlite3.connect(records, timeout=10.0)) as conn:
        conn.execute("pragma secure_delete = on")
        conn.execute("vacuum")
        busy, *_ = conn.execute("pragma wal_checkpoint(truncate)").fetchone()
    if busy:
        raise sqlite3.OperationalError("somebody is reading the log")


def follow(records: Path) -> None:
    """Have the safety copy of the newest steps hold what the records hold."""
    if side_path(records).exists():
        with closing(connect_to_read(records, 10.0)) as conn:
            SideFile(records).follow(conn, everything=True)


# Backups


def backups(records: Path) -> list[Backup]:
    """Give every backup; what an earlier run left half done is tidied first."""
    with suppress(OSError):
        tidy(records)
    try:
        return list_backups(records)
    except OSError:
        return []


def clean_backup(
    backup: Backup, tombstones: Sequence[Event], cleared: Sequence[Cleared], now: datetime
) -> None:
    """Take what was cleared out of a backup; one that cannot be read is taken away."""
    if not verify(backup).checked:
        remove(backup)
        return
    if not holds_dead(backup.path, cleared):
        return
    work = backup.path.with_name(backup.path.name + WORK)
    wipe(work)
    shutil.copyfile(backup.path, work)
    try:
        _clear_in(work, tombstones, now)
        found = look_through(work)
        part = backup.path.with_name(backup.path.name + PART)
        flush_file(work)
        work.replace(part)
        swap_in(backup.path)
    finally:
        wipe(work)
    note(replace(found, path=backup.path, made=backup.made, why=backup.why))


def _clear_in(work: Path, tombstones: Sequence[Event], now: datetime) -> None:
    journal = Journal(work, now=now, seconds=5.0, keep=lambda _path, _now: None)
    try:
        journal.take_in(tombstones)
        journal.end_counting()
    finally:
        journal.close()
    with closing(sqlite3.connect(work)) as conn:
        conn.execute("pragma journal_mode = delete")  # one file, complete in itself
        conn.execute("pragma secure_delete = on")
        conn.execute("vacuum")


def holds_dead(path: Path, cleared: Sequence[Cleared]) -> bool:
    """Whether a database that is good holds anything that was cleared."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as conn:
        tables = {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}
        for table, moment in (("events", "time"), ("words", "at")):
            if table not in tables:
                continue
            labels = [row[0] for row in conn.execute(f"select distinct class_label from {table}")]  # noqa: S608
            aside = " and kind != 'classes-cleared'" if table == "events" else ""
            query = f"select 1 from {table} where class_label = ? and {moment} <= ?{aside} limit 1"  # noqa: S608
            for label, one in ((label, one) for label in labels for one in cleared):
                touched = not one.mark or one.mark == mark_of(label)
                if touched and conn.execute(query, (label, one.before)).fetchone():
                    return True
    return False


# Copies that were left


def copies(records: Path) -> Iterator[Path]:
    """Give what an update or a damage left beside the records."""
    for pattern in _COPIES:
        yield from sorted(records.parent.glob(f"{records.stem}{pattern}"))


def remove_copy(copy: Path, cleared: Sequence[Cleared]) -> None:
    """Take a copy away that holds what was cleared, or of which that cannot be told."""
    found = salvage(copy)
    words = (row for row in found.words.values())
    dead = any(is_dead(event, cleared) for event in found.events.values()) or any(
        at <= one.before and (not one.mark or one.mark == mark_of(label))
        for _, label, at, _ in words
        for one in cleared
    )
    if dead or not found.whole:
        for ending in ("-wal", "-shm", "-journal", ""):
            wipe(copy.with_name(copy.name + ending))


# The shared folder


def folder_in(shared: Path) -> Path:
    """Give the folder of records inside the one that the teacher chose."""
    return shared if shared.name == FOLDER else shared / FOLDER


def visit(shared: Path, records: Path, do: Do, now: datetime) -> Outcome:
    """Have our own pieces hold what the records hold."""
    root = folder_in(shared)
    if not root.is_dir():
        return Outcome("", trouble=Trouble.NO_FOLDER)
    return Visit(root, records, do, now).make()


def pieces(shared: Path, devices: Collection[str]) -> list[Path]:
    """Give this PC's own pieces in the shared folder, and what it left half done there."""
    try:
        listing = look_over(folder_in(shared))
    except OSError:
        return []
    own = [path for name, path in listing.pieces.items() if name.device in devices]
    return [*own, *(path for path in listing.leftovers if path.name[:16] in devices)]
