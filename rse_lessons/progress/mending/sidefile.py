"""The side file: the newest events and all words once more, beside the database and independent of it.

After each commit, and before anything is acknowledged, what is new goes to the end of a plain text file, each
line with its checksum, and is flushed to the disk. Out of the last backups and this file a damaged database
is made whole; see `repair`. What is deleted from the database is deleted here, too: the file is written anew
and its old content overwritten. Events leave it once two good backups hold them.

The file follows the database by row numbers, so that it does not matter who wrote the rows: this program,
another copy of it, a merge. It also catches up after a time in which it could not be written.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from rse_lessons.progress.database.disk import PART, append, finish_swap, held, identity, swap_in, write_part
from rse_lessons.progress.database.reading import COLUMNS
from rse_lessons.progress.facts.events import CLEARINGS, TAKES_WORDS_AWAY, WORDED, Event
from rse_lessons.progress.mending.sidelines import (
    NOWHERE,
    Place,
    Side,
    WordRow,
    event_line,
    line_of,
    place_line,
    read_side,
    take_lines,
    words_line,
)

_LOOK_BACK = 5000
"""Rows that are looked at when the file and the database have lost each other."""

_MOVES_WORDS = frozenset(WORDED) | TAKES_WORDS_AWAY
"""Kinds of event after which words may be new or gone."""


def side_path(database: Path) -> Path:
    """Where the side file of a database lies."""
    return database.with_name(f"{database.stem}-newest.jsonl")


def lock_path(database: Path) -> Path:
    """Where the lock lies that keeps two programs from writing beside a database at once."""
    return database.with_name(f"{database.stem}.lock")


class Followed(NamedTuple):
    """What following the database came to."""

    events: int
    """How many were new."""
    deleted: bool = False
    """Whether events or words are gone from the database, and now from here."""


class SideFile:
    """The side file of one database, for one thread. Others may hold one of their own on the same file."""

    def __init__(self, database: Path, *, seconds: float = 5.0) -> None:
        """Touch nothing yet. `seconds` is how long to wait for another program that writes it."""
        self._path, self._lock, self._seconds = side_path(database), lock_path(database), seconds
        self._side = Side(ids_only=True)
        self._seen: tuple[tuple[int, int] | None, int] | None = None
        """Which file was read or written last, and how long it was."""

    def follow(self, conn: sqlite3.Connection, *, everything: bool = False) -> Followed:
        """Write what is new in the database, and take away what is gone.

        When it has returned, all of it is on the disk. `everything` also compares words, and looks for
        deleted events, when no new event tells of them: after a merge, and when a database is opened. `conn`
        is outside of a transaction. Raises OSError and sqlite3.Error; then nothing is lost, and the next
        call catches up.
        """
        with held(self._lock, self._seconds):
            self._look()
            # Lines that went wrong are left behind, and what stood in them is looked for in the database.
            heal = everything and (self._side.wrong > 0 or self._side.cut)
            if heal:
                self._side.place = NOWHERE
            first = not self._side.exists or heal
            rows = self._new_rows(conn)
            kinds = {row[5] for row in rows}
            if everything or first or kinds & CLEARINGS or kinds & _MOVES_WORDS:
                words = {row[0]: row for row in _words(conn)}
                gone = self._gone(conn) if everything or kinds & CLEARINGS else frozenset()
                new_words = [row for key, row in words.items() if self._side.words.get(key) != row]
                deleted = bool(gone) or any(words.get(key) != row for key, row in self._side.words.items())
                if first or deleted:
                    self._rewrite(conn, gone, words.values(), rows)
                    return Followed(len(rows), deleted)
            else:
                new_words = []
            self._add(rows, new_words)
        return Followed(len(rows))

    def not_in(self, conn: sqlite3.Connection) -> frozenset[str]:
        """Give the ids of events that the file holds and the database does not.

        Raises OSError and sqlite3.Error.
        """
        with held(self._lock, self._seconds):
            self._look()
            return self._gone(conn)

    def leave_out(self, ids: Collection[str]) -> int:
        """Let go of events that backups hold by now, and give how many those were. Raises OSError."""
        with held(self._lock, self._seconds):
            self._look()
            going = self._side.ids & set(ids)
            if going:
                self._write_anew(going, self._side.words.values(), (), self._side.place)
            return len(going)

    def begin_anew(self, keep: Side | None = None) -> None:
        """Put a file in place that holds what `keep` does, or nothing: another database lies there now.

        The caller holds the lock. Raises OSError. Where the new database stands in it is found out with the
        next `follow`.
        """
        finish_swap(self._path)
        kept = keep or Side()
        self._put(kept.events.values(), kept.words.values(), (), NOWHERE)

    def _look(self) -> None:
        """Know what is in the file, also when another program wrote it since."""
        finish_swap(self._path)
        seen = self._state()
        if self._seen is not None and seen == self._seen:
            return
        if self._seen and seen[0] == self._seen[0] and seen[1] > self._seen[1] and not self._side.torn:
            self._read_on(self._seen[1])
        else:
            self._side = read_side(self._path, ids_only=True)
        self._seen = seen

    def _read_on(self, start: int) -> None:
        with self._path.open("rb") as file:
            file.seek(start)
            new = file.read()
        lines = new.splitlines(keepends=True)
        self._side.torn = bool(lines) and not lines[-1].endswith(b"\n")
        take_lines(self._side, lines[:-1] if self._side.torn else lines)

    def _state(self) -> tuple[tuple[int, int] | None, int]:
        try:
            return identity(self._path), self._path.stat().st_size
        except FileNotFoundError:
            return None, 0

    def _new_rows(self, conn: sqlite3.Connection) -> list[tuple[Any, ...]]:
        """Give the rows that the file does not hold, each with its number, oldest first."""
        number, event_id = self._side.place
        found = (
            conn.execute("select id from events where rowid = ?", (number,)).fetchone() if number else None
        )
        if found == (event_id,):
            query = f"select rowid, {COLUMNS} from events where rowid > ? order by rowid"  # noqa: S608
            return conn.execute(query, (number,)).fetchall()
        # The row is another's: the database was replaced, or its last rows were cleared.
        rows = []
        query = f"select rowid, {COLUMNS} from events order by rowid desc limit ?"  # noqa: S608 - a constant
        for row in conn.execute(query, (_LOOK_BACK,)):
            if row[1] not in self._side.ids:
                rows.append(row)
        return rows[::-1]

    def _gone(self, conn: sqlite3.Connection) -> frozenset[str]:
        """Give the ids of events in the file that the database does not hold any more."""
        asked = json.dumps(list(self._side.ids))
        query = "select value from json_each(?) where value not in (select id from events)"
        return frozenset(row[0] for row in conn.execute(query, (asked,)))

    def _add(self, rows: list[tuple[Any, ...]], words: list[WordRow]) -> None:
        if not rows and not words:
            return
        content = b"".join([*(event_line(row[0], row[1:]) for row in rows), *map(words_line, words)])
        start = self._seen[1] if self._seen else 0
        torn, self._seen = self._side.torn, None  # until it is known to be written, nothing is known
        append(self._path, b"\n" + content if torn else content)
        self._side.torn = False
        # What was just written is known: to read it again would take as long as a year's merge.
        self._side.exists = True
        self._side.ids.update(row[1] for row in rows)
        self._side.words.update((row[0], row) for row in words)
        if rows:
            self._side.place = rows[-1][0], rows[-1][1]
        identified, size = self._state()
        if size == start + torn + len(content):
            self._seen = identified, size

    def _rewrite(
        self,
        conn: sqlite3.Connection,
        gone: Collection[str],
        words: Iterable[WordRow],
        rows: Iterable[tuple[Any, ...]],
    ) -> None:
        lines = [event_line(row[0], row[1:]) for row in rows]
        top = conn.execute("select rowid, id from events order by rowid desc limit 1").fetchone()
        self._write_anew(gone, words, lines, top or NOWHERE)

    def _write_anew(
        self, gone: Collection[str], words: Iterable[WordRow], more: Iterable[bytes], place: Place
    ) -> None:
        events = read_side(self._path).events
        self._put((event for key, event in events.items() if key not in gone), words, more, place)

    def _put(
        self, events: Iterable[Event], words: Iterable[WordRow], more: Iterable[bytes], place: Place
    ) -> None:
        lines = [*map(line_of, events), *map(words_line, words), *more, place_line(place)]
        self._seen = None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_part(self._path.with_name(self._path.name + PART), b"".join(lines))
        swap_in(self._path)
        self._look()


def _words(conn: sqlite3.Connection) -> list[WordRow]:
    return conn.execute("select id, class_label, at, text from words").fetchall()
