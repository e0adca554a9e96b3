"""Putting a damaged database aside, and reading what can still be read of it.

Nothing is ever deleted here. Opening the new database is `store`'s.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from rse_lessons.progress.events import Event
from rse_lessons.progress.reading import COLUMNS, connect_to_read, event_of


def set_aside(path: Path, now: datetime) -> Path:
    """Rename the database and the files beside it, and give the new name. Raises OSError.

    The name says when: `progress-damaged-2026-03-02T091500.sqlite`.
    """
    stem = f"{path.stem}-damaged-{now:%Y-%m-%dT%H%M%S}"
    aside, number = path.with_name(f"{stem}{path.suffix}"), 2
    while aside.exists():
        aside, number = path.with_name(f"{stem}-{number}{path.suffix}"), number + 1
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        # They belong to the database that was put aside; left here, they would be played into the new one.
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def readable_events(path: Path) -> list[Event]:
    """Every event that can still be read, from either end of the journal towards the damage."""
    found: dict[str, Event] = {}
    with suppress(sqlite3.Error, OSError), closing(connect_to_read(path, 1.0)) as conn:
        for order in (
            "rowid",
            "rowid desc",
            "device, counter",
            "device desc, counter desc",
        ):
            with suppress(sqlite3.Error):
                query = f"select {COLUMNS} from events order by {order}"  # noqa: S608 - constants
                for row in conn.execute(query):
                    if _is_whole(row):
                        found[row[0]] = event_of(row)
    return list(found.values())


def readable_words(path: Path) -> list[tuple[str, str, str, str]]:
    """Give the words of rules and answers that can still be read: id, class, time and text."""
    found: dict[str, tuple[str, str, str, str]] = {}
    with suppress(sqlite3.Error, OSError), closing(connect_to_read(path, 1.0)) as conn:
        for order in ("rowid", "rowid desc"):
            with suppress(sqlite3.Error):
                query = f"select id, class_label, at, text from words order by {order}"  # noqa: S608 - constants
                for row in conn.execute(query):
                    if all(isinstance(text, str) for text in row):
                        found[row[0]] = row
    return list(found.values())


def _is_whole(row: tuple[object, ...]) -> bool:
    texts = (*row[:2], *row[3:9])
    return all(isinstance(text, str) for text in texts) and all(isinstance(row[i], int) for i in (2, 9))
