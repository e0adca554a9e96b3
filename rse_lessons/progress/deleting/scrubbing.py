"""Deleting is real: what was cleared or taken away goes out of every backup and every file set aside, too.

What is gone is read from the records themselves, so that it can be done at any time, again and again, and a
work that was cut off is done at the next start. A backup is rewritten without what is gone, checked, and put
in the place of the old one, whose content is overwritten. What a restored day has never known is not touched:
only what the journal knows to be gone is.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from rse_lessons.progress.database.backup import (
    AT_WORK,
    StoppedError,
    list_backups,
    look_through,
    note,
    note_path,
)
from rse_lessons.progress.database.disk import PART, WORK, finish_swap, flush_file, swap_in, wipe
from rse_lessons.progress.database.faults import DamagedDatabaseError, Fault, fault_of
from rse_lessons.progress.database.reading import COLUMNS, connect_alone, connect_to_read, event_of
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.clearing import Cleared, cleared_of, is_dead
from rse_lessons.progress.facts.events import CLEARINGS, TRAINING, TRAINING_MARK, WORDED, Event, mark_of
from rse_lessons.progress.mending.salvage import salvage
from rse_lessons.progress.mending.sidelines import WordRow

_SPARED, _LEARNT = json.dumps(sorted(CLEARINGS | TRAINING)), json.dumps(sorted(TRAINING))


@dataclass(frozen=True, slots=True)
class Gone:
    """What the records know to be gone."""

    tombstones: tuple[Event, ...]
    named: frozenset[str]
    """Ids of all words that the journal knows of, whether they still stand or not."""
    words: dict[str, WordRow]
    """Those words that still stand, by their ids."""

    @property
    def is_something(self) -> bool:
        """Whether anything is gone at all."""
        return bool(self.tombstones) or bool(self.named - self.words.keys())

    def mark(self) -> str:
        """Give a mark that changes when more is gone; it tells nothing of what."""
        known = (
            sorted(event.id for event in self.tombstones),
            sorted(self.named - self.words.keys()),
            sorted((row[0], row[2]) for row in self.words.values()),
        )
        return hashlib.sha256(json.dumps(known).encode()).hexdigest()

    @property
    def cleared(self) -> tuple[Cleared, ...]:
        """The clearings."""
        return tuple(cleared_of(event.data) for event in self.tombstones)

    def takes(self, row: WordRow) -> bool:
        """Whether these words are gone, or were changed since."""
        key, label, at, _ = row
        standing = self.words.get(key)
        if standing is not None:
            return standing[2] > at
        marks = {"", mark_of(label)} if label else {TRAINING_MARK}
        return key in self.named or any(at <= one.before and one.mark in marks for one in self.cleared)


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """What a scrubbing came to."""

    rewritten: tuple[Path, ...] = ()
    """Backups, and copies from before an update, that were rewritten without what is gone."""
    removed: tuple[Path, ...] = ()
    """Files that could not be rewritten because they are damaged, and were overwritten and removed."""
    left: tuple[Path, ...] = ()
    """Files that could not be reached; they are tried again at the next start."""


def scrub(database: Path, *, damaged: bool = True, stop: threading.Event | None = None) -> Scrubbed:
    """Take what is gone out of every copy of the records. Raises sqlite3.Error, OSError, StoppedError.

    The errors are of the records alone; a copy that fails is in `left`, and the others are done. A damaged
    database that was set aside is overwritten and removed when something can be read in it that is gone;
    without `damaged` it is not looked at, for that takes long.
    """
    with AT_WORK:
        return _scrub(database, stop, damaged=damaged)


def _scrub(database: Path, stop: threading.Event | None, *, damaged: bool) -> Scrubbed:
    gone = what_is_gone(database)
    rewritten: list[Path] = []
    removed: list[Path] = []
    left: list[Path] = []
    for path in copies(database):
        if stop is not None and stop.is_set():
            raise StoppedError
        try:
            if rewrite(path, gone):
                rewritten.append(path)
        except (sqlite3.Error, OSError, DamagedDatabaseError) as error:
            if fault_of(error) is Fault.DAMAGED and gone.is_something:
                # What it holds cannot be told any more, and so it cannot stay.
                _collect(path, removed, left)
            else:
                left.append(path)
    for path in damaged_files(database) if gone.is_something and damaged else ():
        if _holds(path, gone):
            _collect(path, removed, left)
    return Scrubbed(tuple(rewritten), tuple(removed), tuple(left))


def what_is_gone(database: Path) -> Gone:
    """Read from the records what they know to be gone. Raises sqlite3.Error."""
    with closing(connect_to_read(database, 5.0)) as conn:
        conn.execute("begin")
        query = (
            f"select {COLUMNS} from events where class_label = '' and lesson = ''"  # noqa: S608 - constants
            " and kind in (select value from json_each(?))"
        )
        tombstones = tuple(map(event_of, conn.execute(query, (json.dumps(sorted(CLEARINGS)),))))
        named: set[str] = set()
        for label in _labels(conn):
            # What is about a class is about no lesson; what is about nobody may be about a module.
            about = "class_label = ? and lesson = ''" if label else "class_label = ?"
            query = (
                f"select {COLUMNS} from events where {about}"  # noqa: S608 - constants
                " and kind in (select value from json_each(?))"
            )
            rows = conn.execute(query, (label, json.dumps(sorted(WORDED))))
            named |= {subject(event_of(row)) for row in rows}
        words = {row[0]: row for row in _words(conn)}
    return Gone(tombstones, frozenset(named), words)


def copies(database: Path) -> list[Path]:
    """Give the files that are whole copies of the records: backups, and copies of earlier updates."""
    older = sorted(database.parent.glob(f"{database.stem}-version-*{database.suffix}"))
    return [*(backup.path for backup in list_backups(database)), *older]


def damaged_files(database: Path) -> list[Path]:
    """Give the damaged databases that were set aside, oldest first."""
    return sorted(database.parent.glob(f"{database.stem}-damaged-*{database.suffix}"))


def rewrite(path: Path, gone: Gone) -> bool:
    """Take what is gone out of one copy, and say whether there was any of it.

    Raises sqlite3.Error and DamagedDatabaseError when it is not sound, and OSError; then it is as it was.
    """
    finish_swap(path)
    with closing(connect_alone(path)) as conn:
        if not any(True for _ in _found(conn, gone)) and not _lacks(conn, gone):
            return False
    before = look_through(path)
    work, part = path.with_name(path.name + WORK), path.with_name(path.name + PART)
    try:
        wipe(part)
        shutil.copyfile(path, work)
        _delete(work, gone, part)
        after = look_through(part)
        flush_file(part)
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        for half in (part, work):
            with suppress(OSError):
                wipe(half)
        raise
    wipe(work)
    noted = note_path(path)
    was_noted = noted.exists()
    noted.unlink(missing_ok=True)  # without a note it is checked again; with an old one it would be refused
    swap_in(path)
    if was_noted:
        note(replace(after, path=path, made=before.made))
    return True


def _found(conn: sqlite3.Connection, gone: Gone) -> Iterator[tuple[str, str]]:
    """Give what of it a copy holds: the class and the id of events and of words."""
    for label in _labels(conn):
        for one in gone.cleared:
            training = one.mark == TRAINING_MARK
            if (not label) if training else one.mark in ("", mark_of(label)):
                rows = conn.execute(
                    "select id from events where class_label = ? and time <= ?"  # noqa: S608 - constants
                    f" and kind {'' if training else 'not '}in (select value from json_each(?))",
                    (label, one.before, _LEARNT if training else _SPARED),
                )
                yield from ((label, row[0]) for row in rows)
    for row in _words(conn):
        if gone.takes(row):
            yield row[1], row[0]


def _lacks(conn: sqlite3.Connection, gone: Gone) -> bool:
    """Whether a copy does not know of a clearing: restored, it would take in again what was cleared."""
    query = "select 1 from events where id = ?"
    return any(conn.execute(query, (event.id,)).fetchone() is None for event in gone.tombstones)


def _delete(work: Path, gone: Gone, part: Path) -> None:
    """Delete in a working copy what is gone, and write what is left into a new file."""
    with closing(sqlite3.connect(work)) as conn:
        for setting in ("secure_delete = on", "journal_mode = memory", "temp_store = memory"):
            conn.execute(f"pragma {setting}")
        with conn:
            found = list(_found(conn, gone))
            conn.executemany("delete from events where id = ?", [(key,) for _, key in found])
            _delete_words(conn, gone)
            _forget(conn, {label for label, _ in found})
            if any(one.mark == TRAINING_MARK for one in gone.cleared) and "learnings" in _tables(conn):
                conn.execute("delete from learnings")
            for event in gone.tombstones:
                _bury(conn, event)
        conn.execute("vacuum into ?", (str(part),))


def _delete_words(conn: sqlite3.Connection, gone: Gone) -> None:
    for row in _words(conn):
        if gone.takes(row):
            conn.execute("delete from words where id = ?", (row[0],))
            if row[0] in gone.words:
                conn.execute(
                    "insert into words (id, class_label, at, text) values (?, ?, ?, ?)", gone.words[row[0]]
                )


def _forget(conn: sqlite3.Connection, labels: Collection[str]) -> None:
    """Delete what was derived about these classes; all of it is counted anew when a backup is restored."""
    tables = _tables(conn)
    for table, column in (("standings", "class_label"), ("classes", "label"), ("class_books", "label")):
        if table in tables:
            conn.executemany(f"delete from {table} where {column} = ?", [(label,) for label in labels])  # noqa: S608


def _bury(conn: sqlite3.Connection, event: Event) -> None:
    values = event.to_data() | {"data": json.dumps(event.data, separators=(",", ":"))}
    names = COLUMNS.split(", ")
    marks = ", ".join("?" * len(names))
    conn.execute(
        f"insert or ignore into events ({COLUMNS}) values ({marks})",  # noqa: S608 - constants
        [values[name] for name in names],
    )
    if "cleared" in _tables(conn):
        conn.execute("insert or ignore into cleared values (?, ?)", cleared_of(event.data))


def _labels(conn: sqlite3.Connection) -> list[str]:
    if "events" not in _tables(conn):
        return []
    return [row[0] for row in conn.execute("select distinct class_label from events")]


def _words(conn: sqlite3.Connection) -> list[WordRow]:
    if "words" not in _tables(conn):
        return []
    return conn.execute("select id, class_label, at, text from words").fetchall()


def _tables(conn: sqlite3.Connection) -> set[str]:
    return {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}


def _holds(path: Path, gone: Gone) -> bool:
    """Whether a damaged file still lets something be read that is gone."""
    found, cleared = salvage(path), gone.cleared
    return any(is_dead(event, cleared) for event in found.events.values()) or any(
        map(gone.takes, found.words.values())
    )


def _collect(path: Path, removed: list[Path], left: list[Path]) -> None:
    try:
        for ending in ("-wal", "-shm", "-journal", ""):
            wipe(path.with_name(path.name + ending))
        note_path(path).unlink(missing_ok=True)
    except OSError:
        left.append(path)
    else:
        removed.append(path)
