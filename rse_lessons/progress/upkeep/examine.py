"""Looking a database of records over without changing it: for a report on this PC.

What a fault means for a lesson is said elsewhere; here is only what was found.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rse_lessons.progress.database.faults import SENTENCES, RecordsError, fault_of
from rse_lessons.progress.database.reading import connect_to_read
from rse_lessons.progress.database.schema import version_of

DAMAGED = "The records are damaged."


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found."""

    exists: bool = False
    events: int = 0
    devices: int = 0
    """How many PCs the events come from."""
    version: int = 0
    trouble: str = ""
    """What is wrong, in a sentence; empty when all is well."""
    detail: str = ""
    """What the database says of it."""


def examine(path: Path, *, seconds: float = 2.0) -> Examined:
    """Open the records to read, check the whole file, and count."""
    if not path.exists():
        return Examined()
    try:
        with closing(connect_to_read(path, seconds)) as conn:
            version = version_of(conn)
            verdict = str(conn.execute("pragma quick_check(1)").fetchone()[0])
            if verdict != "ok":
                return Examined(True, version=version, trouble=DAMAGED, detail=verdict)
            if version == 0:
                return Examined(True)
            counted = conn.execute("select count(*), count(distinct device) from events").fetchone()
            return Examined(True, counted[0], counted[1], version)
    except (sqlite3.Error, RecordsError, OSError) as error:
        return Examined(True, trouble=SENTENCES[fault_of(error)])
