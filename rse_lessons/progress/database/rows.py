"""The rows of an open database: the journal's events, and what they add up to, kept in step.

Every method belongs inside a transaction that `journal` has begun. Each raises sqlite3.Error.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rse_lessons.progress.database.learning_rows import LearningRows
from rse_lessons.progress.database.reading import COLUMNS, class_of, event_of, standing_of
from rse_lessons.progress.facts.class_book import ClassBook, subject
from rse_lessons.progress.facts.clearing import Cleared
from rse_lessons.progress.facts.events import (
    CLEARINGS,
    OF_A_CLASS,
    TRAINING,
    TRAINING_MARK,
    WORDED,
    Event,
    mark_of,
)
from rse_lessons.progress.facts.summary import ClassInfo, Key, Standing, after, class_after, in_order

if TYPE_CHECKING:
    from sqlite_utils import Database

WordRow: TypeAlias = tuple[str, str, str, str]
"""The id of a rule, an answer, a reflection or an entry, its class or none, the time in UTC, its words."""

_KIND = 4
"""The place of an event's kind among the columns."""

_WAS = "was "
"""Before an id that is no longer counted under, in the column of places."""

_PLAIN = attrgetter("id", "device", "counter", "time", "kind", "lesson", "class_label", "profile")
_PLACES = ", ".join("?" * 10)
_INSERT = f"insert or ignore into events ({COLUMNS}) values ({_PLACES})"  # noqa: S608 - constants


class Gone(NamedTuple):
    """What a clearing came to."""

    events: int
    """How many were deleted."""
    orphans: tuple[ClassInfo, ...]
    """Classes whose making was deleted, though they were taught since."""


class Rows:
    """Rows of one open database, on the thread that opened it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._learning = LearningRows(db)
        self.deleted = False
        """Whether something was deleted that the write-ahead log may still hold."""

    # This database among others

    def device(self, place: str) -> tuple[str, int]:
        """Give the device's id and counter for a place; begun when it has none."""
        row = self._db.execute("select device, counter from places where place = ?", (place,)).fetchone()
        if row is None:
            # A database of before there were places has one row without a place.
            adopted = self._db.execute("update places set place = ? where place = ''", (place,))
            if not adopted.rowcount:
                self.new_device(place)
            return self.device(place)
        return row[0], row[1]

    def new_device(self, place: str) -> str:
        """Begin a new id for a place, counting from nothing, and give it."""
        device = os.urandom(8).hex()
        # The id of before is kept: its events are still this database's to hand on.
        self._db.execute("update places set place = ? || device where place = ?", (_WAS, place))
        self._db.execute("insert into places values (?, ?, 0)", (place, device))
        return device

    def devices(self, place: str) -> tuple[str, ...]:
        """Give every id whose events are this database's to hand on: today's, then former ones."""
        former = self._db.execute(
            "select device from places where place = ? || device order by device", (_WAS,)
        )
        return self.device(place)[0], *(row[0] for row in former)

    def keep_former(self, devices: Iterable[str]) -> None:
        """Keep ids under which a database wrote that this one takes the place of."""
        self._db.conn.executemany(
            "insert or ignore into places values (? || ?, ?, 0)",
            [(_WAS, device, device) for device in devices],
        )

    def end_counting(self, place: str) -> None:
        """Let no place count on under the ids of this database, and forget the place where it was made."""
        self._db.execute("delete from places where place = ?", (place,))
        counting = "from places where place not like ? || '%'"
        self._db.execute(
            f"insert or ignore into places select ? || device, device, 0 {counting}",
            (_WAS, _WAS),
        )
        self._db.execute(f"delete {counting}", (_WAS,))

    def count_to(self, place: str, counter: int) -> None:
        """Keep how far a place has counted."""
        self._db.execute("update places set counter = ? where place = ?", (counter, place))

    # The journal

    def event(self, event_id: str) -> Event | None:
        """Give an event by its id."""
        query = f"select {COLUMNS} from events where id = ?"  # noqa: S608 - a constant
        row = self._db.execute(query, (event_id,)).fetchone()
        return event_of(row) if row else None

    def insert(self, event: Event) -> bool:
        """Write an event as it is, and say whether it was new."""
        return self._db.execute(_INSERT, _row_of(event)).rowcount > 0

    def insert_new(self, events: Iterable[Event]) -> list[Event]:
        """Write events as they are, and give those that were new."""
        found = {event.id: event for event in events}
        known = self._db.execute(
            "select id from events where id in (select value from json_each(?))", (json.dumps(list(found)),)
        )
        for row in known.fetchall():
            del found[row[0]]
        self._db.conn.executemany(_INSERT, map(_row_of, found.values()))
        return list(found.values())

    def newest_of(self, key: Key, but: str) -> str:
        """Give the time of the last event about a class or a module that another device wrote, or nothing."""
        query = "select max(time) from events where class_label = ? and lesson = ? and device <> ?"
        return self._db.execute(query, (*key, but)).fetchone()[0] or ""

    def events(self, device: str | None, after_counter: int) -> Iterator[Event]:
        """Give the events of one device after a counter, or of all, by device and counter."""
        query = (
            f"select {COLUMNS} from events where (? is null or device = ?) and counter > ?"  # noqa: S608 - a constant
            " order by device, counter, id"
        )
        yield from map(event_of, self._db.execute(query, (device, device, after_counter)))

    # What was cleared

    def cleared(self) -> tuple[Cleared, ...]:
        """Give every clearing that is known here."""
        return tuple(Cleared(*row) for row in self._db.execute("select before, mark from cleared"))

    def clear(self, clearings: Iterable[Cleared]) -> Gone:
        """Delete what these clearings took, and tell what that leaves."""
        gone, touched = 0, set[Key]()
        for cleared in clearings:
            self._db.execute("insert or ignore into cleared values (?, ?)", cleared)
            gone += self._delete(cleared, touched)
        labels = {label for label, _ in touched if label}
        known = {info.label: info for info in self._classes() if info.label in labels}
        self.count(touched)
        if any(not label for label, _ in touched):
            self.delete_stray_words()
        self.deleted = self.deleted or gone > 0
        still = {info.label for info in self._classes()}
        left = "select 1 from events where class_label = ? limit 1"
        return Gone(
            gone,
            tuple(
                info
                for label, info in known.items()
                if label not in still and self._db.execute(left, (label,)).fetchone()
            ),
        )

    def _classes(self) -> list[ClassInfo]:
        rows = self._db.execute("select label, band, detail from classes where kept")
        return [class_of(*row) for row in rows]

    def _delete(self, cleared: Cleared, touched: set[Key]) -> int:
        # Labels are few; of each the index tells lessons and times without going through the journal.
        labels = [row[0] for row in self._db.execute("select distinct class_label from events")]
        training = cleared.mark == TRAINING_MARK
        gone = 0
        for label in labels:
            if label if training else cleared.mark not in ("", mark_of(label)):
                continue
            kinds = sorted(TRAINING if training else TRAINING | CLEARINGS)
            dead = (
                f"from events where class_label = ? and time <= ? and kind {'' if training else 'not '}in"  # noqa: S608
                " (select value from json_each(?))"
            )
            values = (label, cleared.before, json.dumps(kinds))
            keys = self._db.execute(f"select distinct lesson {dead}", values).fetchall()
            touched.update((label, row[0]) for row in keys)
            gone += self._db.execute(f"delete {dead}", values).rowcount
        return gone

    # What the events add up to

    def word(self, event: Event, text: str) -> None:
        """Keep the words that came with an event, in place of those that stood there."""
        if event.kind in WORDED and text:
            self.deleted = self.deleted or not event.kind.endswith("-added")
            row = (subject(event), event.class_label, event.time, text)
            self._db.execute(
                "insert or replace into words (id, class_label, at, text) values (?, ?, ?, ?)", row
            )

    def keep_words(self, rows: Iterable[WordRow]) -> None:
        """Keep words; of two about one thing the later ones."""
        self._db.conn.executemany(
            "insert into words (id, class_label, at, text) values (?, ?, ?, ?) on conflict (id) do update"
            " set class_label = excluded.class_label, at = excluded.at, text = excluded.text"
            " where (excluded.at, excluded.text) > (at, text)",
            rows,
        )

    def words(self) -> list[WordRow]:
        """Give all words that are kept."""
        return list(self._db.execute("select id, class_label, at, text from words order by id"))

    def add(self, event: Event) -> None:
        """Add one event, just inserted, to what is derived."""
        if event.kind in TRAINING:
            self.deleted = self._learning.add(event) or self.deleted
            return
        key = (event.class_label, "" if event.kind in OF_A_CLASS else event.lesson)
        row = self._db.execute(
            "select status, slide, slides, at, detail, newest, device from standings"
            " where class_label = ? and lesson = ?",
            key,
        ).fetchone()
        if not key[1] or (row and not _comes_last(event, newest=row[5], device=row[6])):
            self.count([key])
            return
        standing = standing_of(*row[:5]) if row else Standing()
        device = event.device if not row or row[6] == event.device else ""
        self._keep(key, after(standing, event), max(event.time, row[5]) if row else event.time, device)

    def count(self, keys: Iterable[Key], fresh: Mapping[Key, Sequence[Event]] | None = None) -> None:
        """Count the events of these classes and lessons anew; those that have none left are forgotten.

        `fresh` are events that were just inserted: those of a lesson that is new need not be read again.
        """
        for label, lesson in keys:
            if not label:
                self.deleted = self._learning.count([lesson]) or self.deleted
            if lesson:
                new = fresh.get((label, lesson), ()) if fresh else ()
                taught = [event for event in new if event.kind not in TRAINING]
                self._count_lesson(
                    (label, lesson), taught if taught and self._is_new((label, lesson)) else None
                )
            elif label:
                self._count_class(label)

    def rebuild(self) -> None:
        """Count all events anew."""
        for table in ("standings", "classes", "class_books", "learnings"):
            self._db.execute(f"delete from {table}")  # noqa: S608 - constants
        self.count(self._db.execute("select distinct class_label, lesson from events").fetchall())
        labels = "select label from class_books"
        self._db.execute(f"delete from words where class_label <> '' and class_label not in ({labels})")  # noqa: S608
        self.delete_stray_words()

    def delete_stray_words(self) -> None:
        """Delete words of the teacher's own learning that belong to nothing which stands."""
        self.deleted = self._learning.delete_stray_words() or self.deleted

    def _events_of(self, key: Key) -> list[Event]:
        query = f"select {COLUMNS} from events where class_label = ? and lesson = ?"  # noqa: S608 - a constant
        rows = self._db.execute(query, key).fetchall()
        return list(in_order(event_of(row) for row in rows if row[_KIND] not in TRAINING))

    def _is_new(self, key: Key) -> bool:
        """Whether nothing of this lesson with this class was counted before."""
        row = self._db.execute("select 1 from standings where class_label = ? and lesson = ?", key)
        return row.fetchone() is None

    def _count_lesson(self, key: Key, events: Sequence[Event] | None = None) -> None:
        standing, newest, devices = Standing(), "", set()
        for event in self._events_of(key) if events is None else in_order(events):
            standing = after(standing, event)
            newest = max(newest, event.time)
            devices.add(event.device)
        if newest:
            self._keep(key, standing, newest, devices.pop() if len(devices) == 1 else "")
        else:
            self._db.execute("delete from standings where class_label = ? and lesson = ?", key)

    def _keep(self, key: Key, standing: Standing, newest: str, device: str) -> None:
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
                _json(standing.detail()),
                newest,
                device,
            ),
        )

    def _count_class(self, label: str) -> None:
        # What a class keeps changes a few times a week: its events are simply counted again.
        events = self._events_of((label, ""))
        info, book = class_after(None, ClassBook(), events)
        gone = self._db.execute(
            "delete from words where class_label = ? and id not in (select value from json_each(?))",
            (label, json.dumps(sorted(book.ids))),
        )
        self.deleted = self.deleted or gone.rowcount > 0
        if not events:
            self._db.execute("delete from classes where label = ?", (label,))
            self._db.execute("delete from class_books where label = ?", (label,))
            return
        self._db.execute(
            "insert or replace into classes (label, band, kept, detail) values (?, ?, ?, ?)",
            (label, info.band if info else "", info is not None, _json(info.detail() if info else {})),
        )
        self._db.execute(
            "insert or replace into class_books (label, detail) values (?, ?)", (label, _json(book.to_data()))
        )


def _row_of(event: Event) -> tuple[str | int, ...]:
    """Give an event in the order of the columns."""
    return (*_PLAIN(event), _json(event.data), event.version)


def _comes_last(event: Event, *, newest: str, device: str) -> bool:
    """Whether `in_order` puts this event after all those that are counted already."""
    return event.device == device or event.time > newest


_json = json.JSONEncoder(separators=(",", ":")).encode
