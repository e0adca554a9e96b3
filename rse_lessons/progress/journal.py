"""The open database: appending events, and keeping what they add up to in the same transaction.

The journal is never changed, so nothing that has to be deletable may be in it: the words of a class's rules
and of a teacher's answers lie in a table of their own. When the journal says that one is gone, its words are
deleted, overwritten in the file, and the write-ahead log that may still hold them is emptied.

It knows nothing of threads, of waiting or of sentences; `store` does. Each method raises sqlite3.Error.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rse_lessons.progress.class_book import ClassBook, subject
from rse_lessons.progress.events import OF_A_CLASS, WORDED, Event
from rse_lessons.progress.reading import COLUMNS, connect_to_read, event_of, standing_of
from rse_lessons.progress.schema import bring_up_to_date, version_of
from rse_lessons.progress.summary import Key, Standing, after, class_after, in_order

if TYPE_CHECKING:
    from sqlite_utils import Database

WordRow: TypeAlias = tuple[str, str, str, str]
"""A rule's or answer's id, its class, the time in UTC, and its words."""

Connect: TypeAlias = Callable[[Path, float], sqlite3.Connection]
"""How the file is opened for writing: given its path and how many seconds to wait for a lock."""

_PLACES = ", ".join("?" * 10)
_INSERT = f"insert or ignore into events ({COLUMNS}) values ({_PLACES})"  # noqa: S608 - constants


def connect(path: Path, seconds: float) -> sqlite3.Connection:
    """Open the file for writing as the app does."""
    return sqlite3.connect(path, timeout=seconds)


class Journal:
    """One open database. It is opened, used and closed on one thread."""

    def __init__(self, path: Path, *, now: datetime, seconds: float, connect: Connect = connect) -> None:
        """Open or make the database, up to date. Raises sqlite3.Error, OSError, NewerDatabaseError."""
        from sqlite_utils import Database  # noqa: PLC0415 - imported late: start-up

        self._deleted = False
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            # A look that cannot write comes first: a newer database is not even checkpointed.
            looking = connect_to_read(path, seconds)
            try:
                version_of(looking)
            finally:
                looking.close()
        conn = connect(path, seconds)
        try:
            # Other people's sqlite-utils plugins have no business here.
            self._db: Database = Database(conn, execute_plugins=False)
            conn.execute("pragma synchronous = full")
            conn.execute("pragma secure_delete = on")  # what is deleted is overwritten
            self._db.enable_wal()
            if bring_up_to_date(self._db, path, now):
                self._write(self._rebuild)
        except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
            conn.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def is_sound(self) -> bool:
        """Whether SQLite finds the file whole. Reads all of it."""
        return bool(self._db.execute("pragma quick_check(1)").fetchone() == ("ok",))

    def append(self, events: Sequence[Event], words: Mapping[str, str] | None = None) -> list[Event]:
        """Write events of this PC in one transaction, and give them back with device and counter.

        `words` are those that came with an event, by its id. Once it has returned they are on the disk,
        and what was deleted is off it. An event that is there already is not written again.
        """
        numbered: list[Event] = []

        def write() -> None:
            device, counter = self._device()
            for event in events:
                known = self._event(event.id)
                if known is None:
                    counter += 1
                    known = replace(event, device=device, counter=counter)
                    self._insert(known)
                    self._word(known, (words or {}).get(event.id, ""))
                    self._count(known)
                numbered.append(known)
            self._db.execute("update device set counter = ?", (counter,))

        if events:
            self._write(write)
        return numbered

    def take_over(self, events: Iterable[Event], words: Iterable[WordRow] = ()) -> None:
        """Write events and words of another database as they are, and count everything anew."""

        def write() -> None:
            for event in events:
                self._insert(event)
            self._db.conn.executemany("insert or ignore into words values (?, ?, ?, ?)", words)
            self._rebuild()

        self._write(write)

    def rebuild(self) -> None:
        """Count all events anew, for what they add up to is only derived from them."""
        self._write(self._rebuild)

    def _write(self, work: Callable[[], None]) -> None:
        # The lock is taken at the beginning: two copies of the app wait for each other, and a counter is
        # never given twice.
        self._db.execute("begin immediate")
        try:
            work()
            self._db.commit()
        except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
            self._db.rollback()
            raise
        if self._deleted:
            # Earlier pages in the write-ahead log still hold the words. Somebody may be reading just now;
            # then it is emptied with the next event, or when the last copy of the app is closed.
            busy, *_ = self._db.execute("pragma wal_checkpoint(truncate)").fetchone()
            self._deleted = bool(busy)

    def _device(self) -> tuple[str, int]:
        row = self._db.execute("select id, counter from device").fetchone()
        if row is None:
            row = (os.urandom(8).hex(), 0)
            self._db.execute("insert into device values (1, ?, ?)", row)
        return row[0], row[1]

    def _event(self, event_id: str) -> Event | None:
        query = f"select {COLUMNS} from events where id = ?"  # noqa: S608 - a constant
        row = self._db.execute(query, (event_id,)).fetchone()
        return event_of(row) if row else None

    def _insert(self, event: Event) -> None:
        data = json.dumps(event.data, separators=(",", ":"))
        self._db.execute(
            _INSERT,
            (
                event.id,
                event.device,
                event.counter,
                event.time,
                event.kind,
                event.lesson,
                event.class_label,
                event.profile,
                data,
                event.version,
            ),
        )

    def _count(self, event: Event) -> None:
        """Add one event, just inserted, to what is derived."""
        if event.kind in OF_A_CLASS:
            self._count_class(event.class_label)
            return
        key = (event.class_label, event.lesson)
        row = self._db.execute(
            "select status, slide, slides, at, detail, newest, device from standings"
            " where class_label = ? and lesson = ?",
            key,
        ).fetchone()
        if row and not _comes_last(event, newest=row[5], device=row[6]):
            self._recount(key)
            return
        standing = standing_of(*row[:5]) if row else Standing()
        device = event.device if not row or row[6] == event.device else ""
        self._keep(key, after(standing, event), max(event.time, row[5]) if row else event.time, device)

    def _recount(self, key: Key) -> None:
        query = f"select {COLUMNS} from events where class_label = ? and lesson = ?"  # noqa: S608 - a constant
        standing, newest, devices = Standing(), "", set()
        for event in in_order(map(event_of, self._db.execute(query, key).fetchall())):
            standing = after(standing, event)
            newest = max(newest, event.time)
            devices.add(event.device)
        self._keep(key, standing, newest, devices.pop() if len(devices) == 1 else "")

    def _keep(self, key: Key, standing: Standing, newest: str, device: str) -> None:
        detail = json.dumps(standing.detail(), separators=(",", ":"))
        self._db.execute(
            "insert or replace into standings"
            " (class_label, lesson, status, slide, slides, at, detail, newest, device)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *key,
                standing.status,
                standing.slide,
                standing.slides,
                standing.when,
                detail,
                newest,
                device,
            ),
        )

    def _word(self, event: Event, text: str) -> None:
        """Keep the words that came with an event, in place of those that stood there."""
        if event.kind in WORDED and text:
            row = (subject(event), event.class_label, event.time, text)
            self._deleted = self._deleted or event.kind.endswith("-changed")
            self._db.execute(
                "insert or replace into words (id, class_label, at, text) values (?, ?, ?, ?)", row
            )

    def _count_class(self, label: str) -> None:
        # What a class keeps changes a few times a week: its events are simply counted again.
        query = f"select {COLUMNS} from events where class_label = ? and lesson = ''"  # noqa: S608 - a constant
        events = list(in_order(map(event_of, self._db.execute(query, (label,)).fetchall())))
        info, book = class_after(None, ClassBook(), events)
        self._db.execute(
            "insert or replace into classes (label, band, kept) values (?, ?, ?)",
            (label, info.band if info else "", info is not None),
        )
        detail = json.dumps(book.to_data(), separators=(",", ":"))
        self._db.execute("insert or replace into class_books (label, detail) values (?, ?)", (label, detail))
        gone = self._db.execute(
            "delete from words where class_label = ? and id not in (select value from json_each(?))",
            (label, json.dumps(sorted(book.ids))),
        )
        self._deleted = self._deleted or gone.rowcount > 0

    def _rebuild(self) -> None:
        self._db.execute("delete from standings")
        self._db.execute("delete from classes")
        self._db.execute("delete from class_books")
        for label, lesson in self._db.execute("select distinct class_label, lesson from events").fetchall():
            if lesson:
                self._recount((label, lesson))
            else:
                self._count_class(label)
        self._db.execute("delete from words where class_label not in (select label from class_books)")


def _comes_last(event: Event, *, newest: str, device: str) -> bool:
    """Whether `in_order` puts this event after all those that are counted already."""
    return event.device == device or event.time > newest
