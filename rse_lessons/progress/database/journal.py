"""The open database: appending events, and keeping what they add up to in the same transaction.

The journal is never changed, so nothing that has to be deletable may be in it: the words of a class's rules
and of a teacher's answers, reflections and notes lie in a table of their own. When the journal says that one
is gone, its words are deleted, overwritten in the file, and the write-ahead log that may still hold them is
emptied. Clearing a year deletes events in the same way, and leaves a tombstone (see `clearing`).

It knows nothing of threads, of waiting or of sentences; `store` does. Each method raises sqlite3.Error.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from rse_lessons.progress.database.backup import back_up_for_update
from rse_lessons.progress.database.faults import DamagedDatabaseError
from rse_lessons.progress.database.places import place_of, read_mark, write_mark
from rse_lessons.progress.database.reading import connect_to_read, is_sound
from rse_lessons.progress.database.rows import Rows, WordRow
from rse_lessons.progress.database.schema import bring_up_to_date, version_of
from rse_lessons.progress.facts.clearing import Cleared, cleared_by, is_dead, later
from rse_lessons.progress.facts.events import CLEARINGS, OF_A_CLASS, TRAINING, TRAINING_MARK, Event, mark_of
from rse_lessons.progress.facts.summary import Key

if TYPE_CHECKING:
    from sqlite_utils import Database

    from rse_lessons.progress.facts.summary import ClassInfo

Connect: TypeAlias = Callable[[Path, float], sqlite3.Connection]
"""How the file is opened for writing: given its path and how many seconds to wait for a lock."""

Tick: TypeAlias = Callable[[int, int], None]
"""Is told how many events are done, of how many."""

T = TypeVar("T")

_EACH = 500
"""Events between two ticks."""


def connect(path: Path, seconds: float) -> sqlite3.Connection:
    """Open the file for writing as the app does."""
    return sqlite3.connect(path, timeout=seconds)


class Journal:
    """One open database. It is opened, used and closed on one thread."""

    def __init__(
        self,
        path: Path,
        *,
        now: datetime,
        seconds: float,
        connect: Connect = connect,
        marks: Path | None = None,
        keep: Callable[[Path, datetime], object] = back_up_for_update,
    ) -> None:
        """Open or make the database, up to date. Raises sqlite3.Error, OSError, NewerDatabaseError.

        `marks` is the file outside the database by which an older copy in the same place is known. `keep`
        makes a backup before an older database is brought up to date.
        """
        from sqlite_utils import Database  # noqa: PLC0415 - imported late: start-up

        self._marks = marks
        path.parent.mkdir(parents=True, exist_ok=True)
        self._place = place_of(path)
        _check_head(path)
        if path.is_file() and not path.with_name(path.name + "-journal").exists():
            # A look that cannot write comes first: a newer database is not even checkpointed. What was cut
            # short before there was a write-ahead log can only be undone by one that may write.
            looking = connect_to_read(path, seconds)
            try:
                version_of(looking)
            finally:
                looking.close()
        conn = connect(path, seconds)
        try:
            # Other people's sqlite-utils plugins have no business here.
            self._db: Database = Database(conn, execute_plugins=False)
            self._rows = Rows(self._db)
            conn.execute("pragma synchronous = full")
            conn.execute("pragma secure_delete = on")  # what is deleted is overwritten
            self._db.enable_wal()
            bring_up_to_date(self._db, lambda: keep(path, now), self._rows.rebuild)
            self._know_itself()
        except UnicodeDecodeError as error:
            conn.close()
            raise DamagedDatabaseError("what SQLite complains of is no text") from error
        except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
            conn.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for reading on the same thread."""
        return self._db.conn

    def is_sound(self, *, full: bool = False) -> bool:
        """Whether the file is whole, as `reading.is_sound` tells it."""
        return is_sound(self._db.conn, full=full)

    def make_one_file(self) -> None:
        """Have everything in the one file, and no log beside it. Raises sqlite3.Error.

        Closing alone is not enough: it keeps quiet about a disk that failed, and leaves the log.
        """
        if self._db.execute("pragma journal_mode = delete").fetchone() != ("delete",):
            raise sqlite3.OperationalError("the log could not be written back")

    # This database among others

    @property
    def device(self) -> str:
        """The id under which this database counts."""
        return self._devices()[0]

    @property
    def devices(self) -> tuple[str, ...]:
        """Every id whose events are this database's to hand on: today's, then former ones."""
        return self._devices()

    def new_device(self) -> str:
        """Count under a new id from now on, and give it: for a copy that met its original."""
        return self._write(lambda: self._rows.new_device(self._place))

    def end_counting(self, former: Iterable[str] = ()) -> None:
        """Have whoever opens this database next count under a new id: it was made in another place.

        `former` are ids whose events are its own to hand on, beside those that it knows.
        """

        def write() -> None:
            self._rows.end_counting(self._place)
            self._rows.keep_former(former)

        self._write(write)

    def has_left(self, counter: int) -> None:
        """Keep outside the database that events up to `counter` have left this PC. Raises OSError.

        An older copy that is put back in this place later knows by it that it must not count on from there.
        """
        if self._marks is not None:
            write_mark(self._marks, self._place, self.device, counter)

    def _know_itself(self) -> None:
        mark = read_mark(self._marks, self._place) if self._marks is not None else None
        if mark is None:
            return

        def compare() -> None:
            device, counter = self._rows.device(self._place)
            if device == mark[0] and counter < mark[1]:
                self._rows.new_device(self._place)

        self._write(compare)

    def _devices(self) -> tuple[str, ...]:
        return self._write(lambda: self._rows.devices(self._place))

    # Reading

    def events(self, device: str | None = None, after: int = 0) -> Iterator[Event]:
        """Give the events of a device with a counter over `after`, or of every device."""
        return self._rows.events(device, after)

    def words(self) -> list[WordRow]:
        """Give all words that are kept."""
        return self._rows.words()

    def cleared(self) -> tuple[Cleared, ...]:
        """Give every clearing that is known here."""
        return self._rows.cleared()

    # Writing

    def append(self, events: Sequence[Event], words: Mapping[str, str] | None = None) -> list[Event]:
        """Write events of this PC in one transaction, and give them back with device and counter.

        `words` are those that came with an event, by its id. Once it has returned they are on the disk,
        and what was deleted is off it. An event that is there already is not written again.
        """
        return self._write(lambda: self._append(events, words or {})) if events else []

    def take_in(
        self, events: Iterable[Event], words: Iterable[WordRow] = (), tick: Tick | None = None
    ) -> int:
        """Write events of other databases as they are, all or none, and give how many were new.

        What a clearing took, here or there, is left out. When one of them is under our own id and we do not
        know it, this database is a copy, and counts under a new id from then on. The events were checked
        before.
        """
        found = list(events)
        return self._write(lambda: self._take_in(found, words, tick or _untold))

    def clear(self, before: str, label: str | None = None) -> int:
        """Delete what happened to the class, or to all classes, up to a moment, and give how many events.

        A tombstone is left, so that they do not come back from another PC.
        """
        return self._write(lambda: self._bury(before, "" if label is None else mark_of(label)))

    def clear_training(self, before: str) -> int:
        """Delete what the teacher's own learning holds up to a moment. Otherwise as `clear`."""
        return self._write(lambda: self._bury(before, TRAINING_MARK))

    def take_over(self, events: Iterable[Event], words: Iterable[WordRow] = ()) -> None:
        """Write events and words of the database whose place this one takes, and count everything anew."""

        def write() -> None:
            found = list(events)
            for event in found:
                self._rows.insert(event)
            self._rows.keep_former(sorted({event.device for event in found}))
            self._rows.keep_words(words)
            self._rows.clear(list(cleared_by(found)))
            self._rows.rebuild()

        self._write(write)

    def rebuild(self) -> None:
        """Count all events anew, for what they add up to is only derived from them."""
        self._write(self._rows.rebuild)

    def _bury(self, before: str, mark: str) -> int:
        data = {"before": before, "mark": mark}
        self._append([Event(os.urandom(16).hex(), "", 0, before, "classes-cleared", data=data)], {})
        return self._clear([Cleared(before, mark)])

    def _append(self, events: Sequence[Event], words: Mapping[str, str]) -> list[Event]:
        device, counter = self._rows.device(self._place)
        cleared = self._rows.cleared()
        numbered: list[Event] = []
        for event in events:
            known = self._rows.event(event.id)
            if known is None:
                counter += 1
                time = max(_alive(event, cleared), self._after_others(event, device))
                known = replace(event, device=device, counter=counter, time=time)
                self._rows.insert(known)
                self._rows.word(known, words.get(event.id, ""))
                if known.kind not in CLEARINGS:
                    self._rows.add(known)
            numbered.append(known)
        self._rows.count_to(self._place, counter)
        return numbered

    def _after_others(self, event: Event, device: str) -> str:
        """Give the moment after what other devices told of this class or module; empty for a lesson.

        Whoever takes a rule away has seen it: that comes after its making, though the clock was put back.
        """
        if event.kind not in OF_A_CLASS | TRAINING:
            return ""
        newest = self._rows.newest_of((event.class_label, event.lesson), device)
        return later(newest) if newest else ""

    def _take_in(self, events: Sequence[Event], words: Iterable[WordRow], tick: Tick) -> int:
        own, _ = self._rows.device(self._place)
        known = set(self._rows.cleared())
        told = set(cleared_by(events)) - known
        every = tuple(known | told)
        new, copied = 0, False
        fresh: dict[Key, list[Event]] = {}
        for start in range(0, len(events), _EACH):
            tick(start, len(events))
            alive = [event for event in events[start : start + _EACH] if not is_dead(event, every)]
            for event in self._rows.insert_new(alive):
                new += 1
                copied = copied or event.device == own
                if event.kind not in CLEARINGS:
                    key = event.class_label, "" if event.kind in OF_A_CLASS else event.lesson
                    fresh.setdefault(key, []).append(event)
        spoken = list(words)
        self._rows.keep_words(spoken)
        # Words whose rule or answer is gone go with the counting of their class.
        self._rows.count(fresh.keys() | {(label, "") for _, label, _, _ in spoken}, fresh)
        if any(not label for _, label, _, _ in spoken):
            self._rows.delete_stray_words()
        self._clear(told)
        if copied:
            self._rows.new_device(self._place)
        tick(len(events), len(events))
        return new

    def _clear(self, clearings: Iterable[Cleared]) -> int:
        gone = self._rows.clear(clearings)
        for info in gone.orphans:
            self._append(_made_again(info, later(max(before for before, _ in self._rows.cleared()))), {})
        return gone.events

    def _write(self, work: Callable[[], T]) -> T:
        # The lock is taken at the beginning: two copies of the app wait for each other, and a counter is
        # never given twice.
        self._db.execute("begin immediate")
        try:
            made = work()
            self._db.commit()
        except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
            self._db.rollback()
            raise
        if self._rows.deleted:
            # Earlier pages in the write-ahead log still hold the words. Somebody may be reading just now;
            # then it is emptied with the next event, or when the last copy of the app is closed.
            busy, *_ = self._db.execute("pragma wal_checkpoint(truncate)").fetchone()
            self._rows.deleted = bool(busy)
        return made


def _check_head(path: Path) -> None:
    """Raise DamagedDatabaseError where SQLite would say that the file may not be written.

    It does so of a file whose head names a way of writing later than 2 (https://www.sqlite.org/fileformat.html).
    """
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(19)
        if head.startswith(b"SQLite format 3\0") and head[18:] > b"\2":
            raise DamagedDatabaseError("the head of the file names a way of writing that there is not")


def _alive(event: Event, cleared: Iterable[Cleared]) -> str:
    """Give the event's time, moved to after the clearings: what happens after one is not taken by it.

    The clock may have been put back since.
    """
    over = [one for one in cleared if is_dead(event, [one])]
    return later(max(over).before) if over else event.time


def _made_again(info: ClassInfo, time: str) -> list[Event]:
    """Give the events that make a class again as it was known."""
    told: list[tuple[str, Mapping[str, object]]] = [("class-added", {"band": info.band})]
    described: dict[str, object] = {"band": info.band, "nation": info.nation, "days": list(info.days)}
    reads = {"language": info.language, "second": info.second, "arrangement": info.arrangement}
    if info.nation or info.days:
        told.append(("class-described", {**described, "language": ""}))
    if any(reads.values()):
        told.append(("class-reads", reads))
    if info.plan:
        told.append(("plan-ordered", {"lessons": list(info.plan)}))
    return [Event(os.urandom(16).hex(), "", 0, time, kind, "", info.label, data=data) for kind, data in told]


def _untold(_done: int, _total: int) -> None:
    """Nobody looks on."""
