"""The tables of the database, and how an older database is brought up to date.

A migration is a named function that is never edited after release; a change is a further one. Writing
and reading rows is in `journal` and `reading`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from rse_lessons.progress.database.faults import DamagedDatabaseError, NewerDatabaseError

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

LATEST = 5
"""The version that `PRAGMA user_version` carries once every migration has been applied."""


def create_journal(db: Database) -> None:
    """Version 1: the journal itself, and which device writes here."""
    db.table("events").create(
        {
            "device": str,
            "counter": int,
            "id": str,
            "time": str,
            "kind": str,
            "version": int,
            "lesson": str,
            "class_label": str,
            "profile": str,
            "data": str,
        },
        pk=("device", "counter"),
        not_null={"id", "time", "kind", "version", "lesson", "class_label", "profile", "data"},
    )
    db.table("events").create_index(["id"], unique=True)
    db.table("events").create_index(["class_label", "lesson"])
    # What happened stays as it happened. Clearing a year deletes rows; nothing ever rewrites one.
    db.execute(
        "create trigger events_are_never_changed before update on events"
        " begin select raise(abort, 'an event is never changed'); end"
    )
    db.table("device").create({"only": int, "id": str, "counter": int}, pk="only", not_null={"id", "counter"})


def create_standings(db: Database) -> None:
    """Version 2: what the events add up to, so that start-up reads a small table and not the journal."""
    db.table("classes").create(
        {"label": str, "band": str, "kept": int},
        pk="label",
        not_null={"band", "kept"},
    )
    db.table("standings").create(
        {
            "class_label": str,
            "lesson": str,
            "status": str,
            "slide": int,
            "slides": int,
            "at": str,
            "detail": str,
            "newest": str,
            "device": str,
        },
        pk=("class_label", "lesson"),
        not_null={"status", "slide", "slides", "at", "detail", "newest", "device"},
    )


def create_class_books(db: Database) -> None:
    """Version 3: a class's own rules and prepared answers. Their words lie apart, so that they can go."""
    db.table("class_books").create({"label": str, "detail": str}, pk="label", not_null={"detail"})
    # Not derived, and no part of the journal: a row is changed and deleted. `at` tells its age.
    db.table("words").create(
        {"id": str, "class_label": str, "at": str, "text": str},
        pk="id",
        not_null={"class_label", "at", "text"},
    )


def add_places(db: Database) -> None:
    """Version 4: a device's id for each place, what was cleared, and more of a class than its band.

    The journal's key takes in the id: a database that was copied unnoticed has given one number twice, and
    neither event may be lost.
    """
    db.execute("alter table events rename to events_of_3")
    db.execute("drop trigger events_are_never_changed")
    db.execute("drop index if exists idx_events_id")
    db.execute("drop index if exists idx_events_class_label_lesson")
    text = ["id", "time", "kind", "version", "lesson", "class_label", "profile", "data"]
    db.table("events").create(
        {
            "device": str,
            "counter": int,
            "id": str,
            "time": str,
            "kind": str,
            "version": int,
            "lesson": str,
            "class_label": str,
            "profile": str,
            "data": str,
        },
        pk=("device", "counter", "id"),
        not_null=set(text),
    )
    columns = f"device, counter, {', '.join(text)}"
    db.execute(f"insert into events ({columns}) select {columns} from events_of_3")  # noqa: S608 - constants
    db.execute("drop table events_of_3")
    db.table("events").create_index(["id"], unique=True)
    db.table("events").create_index(["class_label", "lesson"])
    db.execute(
        "create trigger events_are_never_changed before update on events"
        " begin select raise(abort, 'an event is never changed'); end"
    )
    db.table("places").create(
        {"place": str, "device": str, "counter": int}, pk="place", not_null={"device", "counter"}
    )
    # The place is not known here: the first to open the database takes this row for its own.
    db.execute("insert into places select '', id, counter from device")
    db.execute("drop table device")
    db.table("cleared").create({"before": str, "mark": str}, pk=("before", "mark"))
    db.execute("drop table classes")
    db.table("classes").create(
        {"label": str, "band": str, "kept": int, "detail": str},
        pk="label",
        not_null={"band", "kept", "detail"},
    )


def add_learnings(db: Database) -> None:
    """Version 5: what a teacher has learnt, a row for each module and one for what is about none.

    My learning is opened with one look at a dozen rows, however many years lie in the journal.
    """
    db.table("learnings").create({"lesson": str, "detail": str}, pk="lesson", not_null={"detail"})


def migrations() -> Migrations:
    """Give every migration, oldest first."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - imported late: start-up

    found = Migrations("progress")
    for step in (create_journal, create_standings, create_class_books, add_places, add_learnings):
        found()(step)
    return found


def version_of(conn: sqlite3.Connection) -> int:
    """Give the database's version; 0 for an empty file.

    Raises NewerDatabaseError when we are older, and DamagedDatabaseError when the number at the head of the
    file and the migrations that were applied contradict each other.
    """
    version: int = conn.execute("pragma user_version").fetchone()[0]
    if version == LATEST:
        return version
    applied = _applied(conn)
    if version != applied and not (version > LATEST and applied > LATEST):
        raise DamagedDatabaseError(f"version {version}, and {applied} migrations")
    if version > LATEST:
        raise NewerDatabaseError(f"version {version}, and this program knows {LATEST}")
    return version


def _applied(conn: sqlite3.Connection) -> int:
    tables = {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}
    if "_sqlite_migrations" not in tables:
        return -1 if tables else 0  # tables of another program: no version of ours
    query = "select count(*) from _sqlite_migrations where migration_set = 'progress'"
    return int(conn.execute(query).fetchone()[0])


def bring_up_to_date(db: Database, keep: Callable[[], object], count_anew: Callable[[], None]) -> None:
    """Apply the migrations that are missing and count anew what the events add up to, all or nothing.

    Of a database that holds records already a backup is made first, by `keep`; when that is not possible,
    the database stays as it is.
    """
    if version_of(db.conn) == LATEST:
        return
    db.execute("begin immediate")
    try:
        # Another copy of the program may have been here between the look and the lock.
        version = version_of(db.conn)
        if version < LATEST:
            if version:
                keep()
            migrations().apply(db)
            db.execute(f"pragma user_version = {LATEST}")
            count_anew()  # a PC that is switched off between the two would show no class
        db.commit()
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        db.rollback()
        raise
