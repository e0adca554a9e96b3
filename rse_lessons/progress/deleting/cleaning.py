"""Taking what a clearing took out of the database's free pages, the side file and the shared folder.

Backups and other copies are `scrubbing`'s. Each function does its part whole or not at all, and raises
OSError or sqlite3.Error where the world does not let it. What is deleted when is `retention`'s.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.progress.between.shared_folder import FOLDER, look_over
from rse_lessons.progress.between.sharing import Outcome, Visit
from rse_lessons.progress.between.sharing_log import LOCK, NAME, load_log
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.database.disk import held
from rse_lessons.progress.database.reading import connect_to_read
from rse_lessons.progress.mending.sidefile import SideFile, side_path

if TYPE_CHECKING:
    from rse_lessons.progress.between.sharing import Do


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


def folder_in(shared: Path) -> Path:
    """Give the folder of records inside the one that the teacher chose."""
    return shared if shared.name == FOLDER else shared / FOLDER


def visit(shared: Path, records: Path, do: Do, now: datetime) -> Outcome:
    """Have our own pieces hold what the records hold."""
    root = folder_in(shared)
    if not root.is_dir():
        return Outcome("", trouble=Trouble.NO_FOLDER)
    try:
        with held(records.with_name(LOCK), 30.0):
            log = load_log(records.with_name(NAME))
            seen = dict(log.seen) if Path(log.folder) == root else {}
            return Visit(root, records, do, now, seen).make()
    except OSError:
        return Outcome("", trouble=Trouble.BUSY)  # another visit goes on, and goes on for long


def pieces(shared: Path, devices: Collection[str]) -> list[Path]:
    """Give this PC's own pieces in the shared folder, and what it left half done there."""
    try:
        listing = look_over(folder_in(shared))
    except OSError:
        return []
    own = [path for name, path in listing.pieces.items() if name.device in devices]
    return [*own, *(path for path in listing.leftovers if path.name[:16] in devices)]
