"""Migrations: an older database is copied and brought up to date, a newer one is left alone."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from rse_lessons.progress.database import schema
from rse_lessons.progress.database.faults import SENTENCES, DamagedDatabaseError, Fault
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.recording.store import Store
from tests.progress.making import make_newer

Opener = Callable[..., Store]


def older(path: Path) -> None:
    """A database as version 1 left it, with two events."""
    path.parent.mkdir(parents=True)
    conn = sqlite3.connect(path)
    with closing(conn):
        database = Database(conn, execute_plugins=False)
        schema.migrations().apply(database, stop_before="create_standings")
        conn.execute("pragma user_version = 1")
        conn.execute("insert into device values (1, 'd1', 2)")
        for counter, kind, lesson, data in (
            (1, "class-added", "", '{"band":"ks3"}'),
            (2, "slide", "x", '{"slide":4}'),
        ):
            conn.execute(
                "insert into events values ('d1', ?, ?, '2026-03-02T09:00:00.000Z', ?, 1, ?, '7B', '', ?)",
                (counter, f"e{counter}", kind, lesson, data),
            )
        conn.commit()


def test_an_older_database_is_copied_and_brought_up_to_date(open_store: Opener, path: Path) -> None:
    older(path)
    store = open_store()
    assert store.record("slide", lesson="x", class_label="7B", data={"slide": 5}).wait(20)
    assert store.close()
    (copy,) = path.parent.glob("backups/progress-2026-03-02T*-before-update.sqlite")
    assert [event.counter for event in read_events(copy)] == [1, 2]
    with closing(sqlite3.connect(copy)) as conn:
        assert conn.execute("pragma user_version").fetchone() == (1,)
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
    assert [event.counter for event in read_events(path)] == [1, 2, 3]
    assert read_summary(path).summary.standing("7B", "x").slide == 5
    assert read_summary(path).summary.classes[0].band == "ks3"
    assert {event.device for event in read_events(path)} == {"d1"}
    assert not list(path.parent.glob("*.part*"))


def test_a_new_database_needs_no_copy_and_an_open_one_no_second(path: Path) -> None:
    for _ in range(2):
        with closing(Journal(path, now=datetime.now(UTC), seconds=1)):
            pass
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma user_version").fetchone() == (schema.LATEST,)
        names = [row[0] for row in conn.execute("select name from _sqlite_migrations order by rowid")]
    assert names == [
        "create_journal",
        "create_standings",
        "create_class_books",
        "add_places",
        "add_learnings",
    ]
    assert len(names) == schema.LATEST


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    older(path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("create table standings (already text)")
    with pytest.raises(sqlite3.OperationalError):
        Journal(path, now=datetime.now(UTC), seconds=1)
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma user_version").fetchone() == (1,)
        assert conn.execute("select count(*) from sqlite_master where name = 'classes'").fetchone() == (0,)
        assert conn.execute("select count(*) from events").fetchone() == (2,)


def test_a_newer_database_is_read_and_never_touched(open_store: Opener, path: Path, told: list[str]) -> None:
    first = open_store()
    first.record("slide", lesson="x", class_label="7B", data={"slide": 5})
    assert first.close()
    make_newer(path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    store = open_store()
    receipt = store.record("slide", lesson="x", class_label="7B", data={"slide": 9})
    assert not receipt.wait(0.2)
    assert store.fault is Fault.NEWER
    assert store.snapshot().standing("7B", "x").slide == 9
    assert read_summary(path).summary.standing("7B", "x").slide == 5
    assert read_summary(path).sentence == SENTENCES[Fault.NEWER]
    assert not store.close()
    assert told[0] == SENTENCES[Fault.NEWER]
    assert len(told) == 2
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert not list(path.parent.glob("*damaged*"))


@pytest.mark.parametrize("version", [-7, 0, 1, schema.LATEST + 1, 99, 2**31 - 1])
def test_a_number_that_its_migrations_contradict_is_damage(path: Path, version: int) -> None:
    with closing(Journal(path, now=datetime.now(UTC), seconds=1)):
        pass
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"pragma user_version = {version}")
        with pytest.raises(DamagedDatabaseError):
            schema.version_of(conn)


def test_no_column_has_room_for_a_pupil(path: Path) -> None:
    with closing(Journal(path, now=datetime.now(UTC), seconds=1)):
        pass
    with closing(sqlite3.connect(path)) as conn:
        tables = [row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")]
        columns = {table: {row[1] for row in conn.execute(f"pragma table_info({table})")} for table in tables}
    assert columns == {
        "_sqlite_migrations": {"id", "migration_set", "name", "applied_at"},
        "events": {
            *{"device", "counter", "id", "time", "kind", "version"},
            *{"lesson", "class_label", "profile", "data"},
        },
        "places": {"place", "device", "counter"},
        "cleared": {"before", "mark"},
        "classes": {"label", "band", "kept", "detail"},
        "class_books": {"label", "detail"},
        "words": {"id", "class_label", "at", "text"},
        "learnings": {"lesson", "detail"},
        "standings": {
            *{"class_label", "lesson", "status", "slide", "slides"},
            *{"at", "detail", "newest", "device"},
        },
    }
