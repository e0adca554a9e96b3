"""Reading what can still be read of a damaged database.

Nothing is written or deleted here. What is made of it is `repair`'s.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.progress.database.reading import COLUMNS, connect_to_read
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.sound import sound_event, sound_words
from rse_lessons.progress.mending.carving import carve

_DEVICE, _COUNTER, _ID, _TIME, _KIND, _VERSION, _LESSON, _LABEL, _PROFILE, _DATA = range(10)
_AS_READ = (_ID, _DEVICE, _COUNTER, _TIME, _KIND, _LESSON, _LABEL, _PROFILE, _DATA, _VERSION)
"""The places of an event's values in the table, in the order of `reading.COLUMNS`."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could still be read."""

    events: dict[str, Event] = field(default_factory=dict)
    """By their ids."""
    words: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)
    """Id, class, time and text, by their ids."""
    whole: bool = False
    """Whether SQLite could read both tables from end to end."""


def salvage(path: Path) -> Salvaged:
    """Give everything that can still be read of a damaged database and that makes sense. Never raises.

    By SQLite from either end of each table towards the damage, and then page by page past SQLite.
    """
    found = Salvaged()
    whole = _by_sqlite(path, found)
    if not whole:
        with suppress(OSError):
            for row in carve(path, frozenset({4, 10})):
                _take(found, tuple(row[place] for place in _AS_READ) if len(row) == 10 else row)
    return Salvaged(found.events, found.words, whole)


def _by_sqlite(path: Path, found: Salvaged) -> bool:
    whole = True
    try:
        with closing(connect_to_read(path, 1.0)) as conn:
            for columns, table in ((COLUMNS, "events"), ("id, class_label, at, text", "words")):
                for order in ("rowid", "rowid desc", "id", "id desc"):
                    try:
                        query = f"select {columns} from {table} order by {order}"  # noqa: S608 - constants
                        for row in conn.execute(query):
                            _take(found, row)
                    except (sqlite3.Error, UnicodeDecodeError):
                        whole = False
    except (sqlite3.Error, OSError, UnicodeDecodeError):
        return False
    return whole


def _take(found: Salvaged, row: tuple[object, ...]) -> None:
    # The first reading of an id stands: SQLite's before that of a page by itself.
    if len(row) == 10:
        event = None if row[0] in found.events else sound_event(row)
        if event is not None:
            found.events[event.id] = event
        return
    words = sound_words(row)
    if words is not None:
        kept = found.words.setdefault(words[0], words)
        if kept[2] < words[2]:
            found.words[words[0]] = words
