"""The rows of a teacher's learning: counted in the same transaction as the events, and read in one look.

`learnings` has a row for each module or rehearsed lesson, and one without a name for what is about none. It
holds no words: these lie in `words`, without a class, and are deleted there when the journal says that they
are gone. What the rows mean is in `learning`. Each method raises sqlite3.Error.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rse_lessons.progress.database.reading import COLUMNS, connect_to_read, event_of
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.events import TAKES_WORDS_AWAY, TRAINING, WORDED
from rse_lessons.progress.facts.learning import (
    Certificate,
    DayOf,
    Evidence,
    Learning,
    ModuleRecord,
    Note,
    Rehearsal,
    Try,
    join,
    with_words,
)
from rse_lessons.progress.facts.learning_fold import learn

if TYPE_CHECKING:
    from sqlite_utils import Database

    from rse_lessons.progress.facts.events import Event

_KINDS = json.dumps(sorted(TRAINING))
_OF_TRAINING = "class_label = '' and lesson = ? and kind in (select value from json_each(?))"


class LearningRows:
    """The rows of one open database, inside the transactions of `journal`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, event: Event) -> bool:
        """Add one event, just inserted as the last of its device; say whether words were deleted."""
        query = "select detail from learnings where lesson = ?"
        row = self._db.execute(query, (event.lesson,)).fetchone()
        data = json.loads(row[0]) if row else {}
        if row and event.device != data.get("device") and event.time <= data.get("newest", ""):
            return self._count(event.lesson)  # others' events come after it
        found = learn([event], start=_read(event.lesson, data))
        device = event.device if data.get("device", event.device) == event.device else ""
        self._keep(event.lesson, found, max(event.time, data.get("newest", "")), device)
        gone = event.kind in TAKES_WORDS_AWAY or subject(event) not in found.worded
        return self._delete_words({subject(event)} - {""} if gone else ())

    def count(self, names: Iterable[str]) -> bool:
        """Count what is known of these modules anew, and say whether words were deleted."""
        deleted = False
        for name in names:
            deleted = self._count(name) or deleted
        return deleted

    def _count(self, name: str) -> bool:
        query = f"select {COLUMNS} from events where {_OF_TRAINING}"  # noqa: S608 - constants
        events = list(map(event_of, self._db.execute(query, (name, _KINDS)).fetchall()))
        if not events:
            self._db.execute("delete from learnings where lesson = ?", (name,))
            return False
        found = learn(events)
        devices = {event.device for event in events}
        newest = max(event.time for event in events)
        self._keep(name, found, newest, devices.pop() if len(devices) == 1 else "")
        named = {subject(event) for event in events if event.kind in WORDED}
        return self._delete_words(named - found.worded)

    def _keep(self, name: str, found: Learning, newest: str, device: str) -> None:
        detail = _written(name, found, newest, device)
        self._db.execute("insert or replace into learnings values (?, ?)", (name, detail))

    def _delete_words(self, ids: Collection[str]) -> bool:
        query = "delete from words where class_label = '' and id in (select value from json_each(?))"
        return bool(ids) and self._db.execute(query, (json.dumps(sorted(ids)),)).rowcount > 0

    def delete_stray_words(self) -> bool:
        """Delete words that belong to nothing which stands, and say whether there were any."""
        standing = _join(self._db.conn).worded
        query = "delete from words where class_label = '' and id not in (select value from json_each(?))"
        return self._db.execute(query, (json.dumps(sorted(standing)),)).rowcount > 0


def read_learning(path: Path) -> Learning:
    """Read what the file holds; nothing while it does not exist or is older. Raises sqlite3.Error."""
    return read_learning_without(path, ())[0]


def read_learning_without(path: Path, ids: Collection[str]) -> tuple[Learning, frozenset[str]]:
    """Read it, and which of the events `ids` are in it, at one moment. Raises sqlite3.Error."""
    if not path.exists():
        return Learning(), frozenset()
    with closing(connect_to_read(path, 0.1)) as conn:
        conn.execute("begin")
        learning = select_learning(conn)
        asked = json.dumps(list(ids))
        query = "select id from events where id in (select value from json_each(?))"
        known = frozenset(row[0] for row in conn.execute(query, (asked,))) if ids else frozenset()
        return learning, known


def select_learning(conn: sqlite3.Connection) -> Learning:
    """Read it out of the rows, with its words. Raises sqlite3.Error."""
    tables = {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}
    if not {"learnings", "words"} <= tables:
        return Learning()  # an older file is brought up to date with the first event
    try:
        words = dict(conn.execute("select id, text from words where class_label = ''"))
        return with_words(_join(conn), words)
    except (TypeError, ValueError, AttributeError, LookupError) as error:  # rows that nobody wrote
        raise sqlite3.DatabaseError("malformed rows") from error


def _join(conn: sqlite3.Connection) -> Learning:
    rows = conn.execute("select lesson, detail from learnings order by lesson")
    return join(_read(name, json.loads(detail)) for name, detail in rows)


def _written(name: str, found: Learning, newest: str, device: str) -> str:
    """Write what is known of one name as plain values; the words of it are left out.

    `newest` is the time of its last event, `device` whose all its events are, empty when they are several's:
    by these is known whether a further one comes last.
    """
    record = found.modules.get(name)
    plain: dict[str, object] = {
        "newest": newest,
        "device": device,
        "module": _plain(record) if record else None,
        "rehearsals": [[one.when, one.seconds, one.moments] for one in found.rehearsals],
        "evidence": [[one.id, one.what, one.day, one.minutes, one.unworded] for one in found.evidence],
        "notes": [[one.id, one.when] for one in found.notes],
        "certificates": found.certificates,
    }
    return _json({key: value for key, value in plain.items() if value or key == "device"})


def _plain(record: ModuleRecord) -> dict[str, object]:
    return {
        "opened": record.opened,
        "last": record.last,
        "pages": dict(record.pages),
        "last-page": record.last_page,
        "practised": dict(record.practised),
        "rewritten": sorted(record.rewritten),
        "reflected": dict(record.reflected_when),
        "tasks": sorted(record.tasks),
        "tries": record.tries,
        "days": dict(record.days),
    }


def _read(name: str, data: Mapping[str, Any]) -> Learning:
    module = data.get("module")
    return Learning(
        {name: _record(module)} if module else {},
        tuple(
            Rehearsal(name, when, seconds, tuple(moments))
            for when, seconds, moments in _rows(data, "rehearsals")
        ),
        tuple(
            Evidence(key, what, day, minutes, "", unworded)
            for key, what, day, minutes, unworded in _rows(data, "evidence")
        ),
        tuple(Note(key, when) for key, when in _rows(data, "notes")),
        tuple(Certificate(code, tuple(modules), when) for code, modules, when in _rows(data, "certificates")),
    )


def _record(data: Mapping[str, Any]) -> ModuleRecord:
    return ModuleRecord(
        data["opened"],
        data["last"],
        data["pages"],
        data["last-page"],
        {block: tuple(map(tuple, paths)) for block, paths in data["practised"].items()},
        frozenset(data["rewritten"]),
        {},
        data["reflected"],
        frozenset(data["tasks"]),
        tuple(
            Try(when, tuple(asked), tuple(missed), passed) for when, asked, missed, passed in data["tries"]
        ),
        {day: DayOf(*of) for day, of in data["days"].items()},
    )


def _rows(data: Mapping[str, Any], name: str) -> list[Any]:
    return list(data.get(name, ()))


_json = json.JSONEncoder(separators=(",", ":")).encode
