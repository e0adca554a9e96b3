"""Reading records without writing any: the summary for the first window, and the journal's events.

Only the standard library is used, for the library window waits for it. Writing is in `journal`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rse_lessons.progress.database.faults import (
    SENTENCES,
    UNREADABLE,
    Fault,
    NewerDatabaseError,
    RecordsError,
    fault_of,
)
from rse_lessons.progress.database.schema import version_of
from rse_lessons.progress.facts.class_book import ClassBook
from rse_lessons.progress.facts.summary import ClassInfo, Key, Standing, Summary, sort_classes

if TYPE_CHECKING:
    from rse_lessons.progress.facts.events import Event

COLUMNS = "id, device, counter, time, kind, lesson, class_label, profile, data, version"
"""The columns of the journal in the order of an Event's fields."""


class Read(NamedTuple):
    """What was found, and a sentence about what could not be read; empty when all is well."""

    summary: Summary
    sentence: str = ""


def read_summary(path: Path, *, seconds: float = 0.1) -> Read:
    """Read the summary that the file holds, and give a sentence when that is not possible.

    A file that does not exist yet gives an empty summary and no sentence; any fault gives an empty
    summary and a sentence. A file of a newer version is read as far as it can be, and said. Waits up to
    `seconds` for another program that holds the file. Never writes.
    """
    if not path.exists():
        return Read(Summary())
    try:
        with closing(connect_to_read(path, seconds)) as conn:
            newer = _is_newer(conn)
            return Read(select_summary(conn), SENTENCES[Fault.NEWER] if newer else "")
    except (sqlite3.Error, OSError, RecordsError) as error:
        fault = fault_of(error)
        return Read(Summary(), SENTENCES[fault] if fault is Fault.LOCKED else UNREADABLE)


def read_summary_without(path: Path, ids: Collection[str]) -> tuple[Summary, frozenset[str]]:
    """Read the summary, and which of the events `ids` are in it, at one moment. Raises sqlite3.Error."""
    with closing(connect_to_read(path, 0.1)) as conn:
        conn.execute("begin")
        summary = select_summary(conn)
        asked = json.dumps(list(ids))
        rows = conn.execute("select id from events where id in (select value from json_each(?))", (asked,))
        return summary, frozenset(row[0] for row in rows)


def read_events(path: Path) -> Iterator[Event]:
    """Every event of the journal, by device and counter. Raises sqlite3.Error."""
    with closing(connect_to_read(path, 5.0)) as conn:
        query = f"select {COLUMNS} from events order by device, counter"  # noqa: S608 - a constant
        yield from map(event_of, conn.execute(query))


def numbers_of(path: Path, device: str) -> list[tuple[int, str]]:
    """Give counter and id of one device's events, in order. Raises sqlite3.Error."""
    if not path.exists():
        return []
    with closing(connect_to_read(path, 5.0)) as conn:
        if not version_of(conn):
            return []
        query = "select counter, id from events where device = ? order by counter, id"
        return list(conn.execute(query, (device,)))


def connect_to_read(path: Path, seconds: float) -> sqlite3.Connection:
    """Open a connection that cannot write. Raises sqlite3.Error.

    In a folder where nothing may be written SQLite cannot make the file that readers share; then the
    database is read as it lies there, which is right as long as no journal waits beside it.
    """
    address = path.resolve().as_uri()
    conn = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=seconds)
    try:
        _load(conn)
    except sqlite3.OperationalError as error:
        conn.close()
        beside = path.with_name(path.name + "-wal")
        alone = not beside.exists() or beside.stat().st_size == 0
        if fault_of(error) is not Fault.READ_ONLY or not alone or not path.is_file():
            raise
        return connect_alone(path)
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        conn.close()
        raise
    return conn


def connect_alone(path: Path) -> sqlite3.Connection:
    """Open a file that nobody else has open, as it lies there: nothing is made beside it.

    Raises sqlite3.Error.
    """
    conn = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        _load(conn)
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        conn.close()
        raise
    return conn


def _load(conn: sqlite3.Connection) -> None:
    """Have SQLite read what tables there are. Raises sqlite3.Error."""
    try:
        conn.execute("select 1 from sqlite_master limit 1").fetchone()
    except UnicodeDecodeError as error:
        # What SQLite complains of is quoted in its complaint, and is no text.
        raise sqlite3.DatabaseError("the list of tables could not be decoded") from error


def is_sound(conn: sqlite3.Connection, *, full: bool = False) -> bool:
    """Whether SQLite finds a database whole. Raises sqlite3.Error, UnicodeDecodeError.

    In `full` it also compares the indexes, and every text is read: a letter that turned into none, or data
    that are no JSON any more, are damage to us and nothing to SQLite.
    """
    check = "integrity_check" if full else "quick_check"
    if conn.execute(f"pragma {check}(1)").fetchone() != ("ok",):
        return False
    return not full or _is_legible(conn)


def _is_legible(conn: sqlite3.Connection) -> bool:
    tables = {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}
    try:
        for table in tables & {"events", "words", "standings", "classes", "class_books", "learnings"}:
            deque(conn.execute(f"select * from {table}"), maxlen=0)  # noqa: S608 - constants
        if "events" not in tables:
            return True
        return conn.execute("select 1 from events where not json_valid(data) limit 1").fetchone() is None
    except sqlite3.OperationalError as error:
        if fault_of(error) is Fault.DAMAGED:
            return False
        raise


def select_summary(conn: sqlite3.Connection) -> Summary:
    """Read the summary out of the small tables; empty while they do not exist. Raises sqlite3.Error."""
    try:
        return _select_summary(conn)
    except (TypeError, ValueError, AttributeError) as error:  # rows that nobody wrote
        raise sqlite3.DatabaseError("malformed rows") from error


def _select_summary(conn: sqlite3.Connection) -> Summary:
    tables = {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}
    if "standings" not in tables:
        return Summary()
    columns = {row[1] for row in conn.execute("pragma table_info(classes)")}
    detail = "detail" if "detail" in columns else "'{}'"
    found = conn.execute(f"select label, band, {detail} from classes where kept")  # noqa: S608 - constants
    classes = _sound(found, "ttt")
    found = conn.execute("select class_label, lesson, status, slide, slides, at, detail from standings")
    rows = _sound(found, "tttnntt")
    # An older file has no books yet; it is brought up to date with the first event.
    known = "class_books" in tables
    books = _sound(conn.execute("select label, detail from class_books"), "tt") if known else ()
    # Words without a class are about the teacher's own learning: see `learning_rows`.
    worded = "select id, text from words where class_label <> ''"
    words = _sound(conn.execute(worded), "tt") if "words" in tables else ()
    return Summary(
        sort_classes(class_of(*row) for row in classes),
        Standings({row[:2]: row for row in rows}),
        {label: ClassBook.from_data(_table(detail)) for label, detail in books},
        dict(words),
    )


def _sound(rows: Iterable[tuple[Any, ...]], kinds: str) -> Iterator[tuple[Any, ...]]:
    """Give rows of texts and numbers as they are declared; a damaged page may hold anything."""
    wanted = [str if kind == "t" else int for kind in kinds]
    for row in rows:
        if list(map(type, row)) != wanted:
            raise sqlite3.DatabaseError("a row that could not be decoded")
        yield row


class Standings(Mapping[Key, Standing]):
    """Standings that are made out of their rows when somebody asks: thousands are read, few are shown."""

    def __init__(self, rows: Mapping[Key, tuple[str, str, str, int, int, str, str]]) -> None:
        self._rows = rows
        self._made: dict[Key, Standing] = {}

    def __getitem__(self, key: Key) -> Standing:
        if key not in self._made:
            self._made[key] = standing_of(*self._rows[key][2:])
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def standing_of(status: str, slide: int, slides: int, at: str, detail: str) -> Standing:
    """Make the standing that a row holds; a detail that cannot be read is left out."""
    more = _table(detail)
    return Standing(
        status=status,
        slide=slide,
        slides=slides,
        when=at,
        states=more.get("states", {}),
        tallies=more.get("tallies", {}),
        stage_seconds=more.get("stages", {}),
        drawings=more.get("drawings", {}),
        seen=frozenset(more.get("seen", ())),
        prepared=frozenset(more.get("prepared", ())),
        taught=more.get("taught", ""),
        skipped=more.get("skipped", ""),
        planned=more.get("planned", ""),
        days=frozenset(more.get("days", ())),
    )


def class_of(label: str, band: str, detail: str) -> ClassInfo:
    """Make the class that a row holds; a detail that cannot be read is left out."""
    more = _table(detail)
    days, plan = more.get("days", ()), more.get("plan", ())
    plain = {name: str(more.get(name, "")) for name in ("nation", "language", "second", "arrangement")}
    return ClassInfo(label, band, days=tuple(days), plan=tuple(plan), **plain)


def event_of(row: tuple[str, str, int, str, str, str, str, str, str, int]) -> Event:
    """Make the event that a row of the journal holds."""
    from rse_lessons.progress.facts.events import Event  # noqa: PLC0415 - imported late: start-up

    return Event(*row[:8], _table(row[8]), row[9])


def _table(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_newer(conn: sqlite3.Connection) -> bool:
    try:
        version_of(conn)
    except NewerDatabaseError:
        return True
    return False
