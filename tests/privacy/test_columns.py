"""By construction: nothing that the app writes has room for a pupil's name, answer or free text.

Words that a person typed may stand in few places, each listed here: labels of classes, names of lesson files,
a class's own rules, the teacher's answers, settings. A new place makes a test fail until somebody has judged
it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rse_lessons.progress.between.merging import write_file
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.between.sharing import Visit
from rse_lessons.progress.database.backup import back_up, list_backups
from rse_lessons.progress.facts import fields as field_kinds
from rse_lessons.progress.facts.events import (
    KINDS,
    OF_A_CLASS,
    OF_NEITHER,
    TAKES_WORDS_AWAY,
    TRAINING,
    WORDED,
    Event,
    check,
)
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.checks import Refused
from rse_lessons.settings.preferences import CHECKS, Preferences
from tests.progress.test_events import GOOD

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LABEL, WORDS = "Oak 7B", "Nobody has to speak."
NAMES = ("Jane Smith", "Because my brother did", "jane.smith", "J. S.", "Zoë", "jane\nsmith", "Jane")

JUDGED = {
    *("Name", "Names", "Whole", "Seconds", "Flag", "Counts", "Few", "OneOf", "State", "Numbers"),
    *("Days", "Day", "Moment", "Mark", "PlainId", "Step", "Steps", "Ids", "Code", "Tag"),
}
"""Sorts of fields that were looked at: ids, numbers, days, marks, languages, the program's own words."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "events": {
        "device": "hex",
        "counter": "number",
        "id": "hex",
        "time": "time",
        "kind": "id",
        "version": "number",
        "lesson": "id",
        "class_label": "label",
        "profile": "id",
        "data": "json",
    },
    "classes": {"label": "label", "band": "id", "kept": "number", "detail": "json"},
    "standings": {
        "class_label": "label",
        "lesson": "id",
        "status": "id",
        "slide": "number",
        "slides": "number",
        "at": "time",
        "detail": "json",
        "newest": "time",
        "device": "hex",
    },
    "class_books": {"label": "label", "detail": "json"},
    "learnings": {"lesson": "id", "detail": "json"},
    "words": {"id": "id", "class_label": "label", "at": "time", "text": "words"},
    "places": {"place": "hex", "device": "hex", "counter": "number"},
    "cleared": {"before": "time", "mark": "hex"},
    "_sqlite_migrations": {"id": "number", "migration_set": "id", "name": "id", "applied_at": "time"},
}
"""Every table and every column, and what each may hold."""

_TIME = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?"
MAY_BE = {
    "id": re.compile(r"(?:[a-z0-9][a-z0-9_-]*)?"),
    "hex": re.compile(r"(?:was )?[0-9a-f]*"),
    "time": re.compile(rf"(?:{_TIME})?"),
    "label": re.compile(rf"(?:{LABEL})?"),
    "words": re.compile(re.escape(WORDS)),
}
_PLAIN = r"[a-z0-9][a-z0-9_-]*"
_CODE = r"[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}"
IN_JSON = re.compile(rf"(?:{_PLAIN})?|{_PLAIN}/{_PLAIN}|{_CODE}|{_TIME}|\d{{4}}-\d\d-\d\d|[0-9a-f]{{64}}")


# The table of records


def test_every_sort_of_field_was_judged() -> None:
    used = {type(field).__name__ for data in KINDS.values() for field in data.values()}
    assert used <= JUDGED
    known = {
        name for name, one in vars(field_kinds).items() if isinstance(one, type) and hasattr(one, "fault")
    }
    assert known - {"Field"} <= JUDGED


FILE_NAMES = {("plan-ordered", "lessons"), ("certified", "modules")}
"""Fields that name lessons by their files, which a school calls what it likes; see the column `lesson`."""
EVERY = [(kind, name) for kind, data in KINDS.items() for name in data]


@pytest.mark.parametrize(("kind", "name"), EVERY)
@pytest.mark.parametrize("typed", NAMES)
def test_no_field_takes_what_a_person_types(kind: str, name: str, typed: str) -> None:
    field = KINDS[kind][name]
    if (kind, name) in FILE_NAMES:
        assert type(field).__name__ == "Names"
    else:
        assert field.fault([typed]), f"{name} of {kind} takes {[typed]!r}"
    for value in (
        typed,
        [[typed]],
        {typed: 12},
        {"a": typed},
        {"a": {"b": [typed]}},
        {"counts": {typed: 12}},
        {"a": {"counts": {"b": typed}}},
    ):
        assert field.fault(value), f"{name} of {kind} takes {value!r}"


@settings(max_examples=60)
@given(st.sampled_from(EVERY), st.text(min_size=1, max_size=80))
def test_text_that_is_no_id_fits_nowhere(where: tuple[str, str], typed: str) -> None:
    assume(not IN_JSON.fullmatch(typed))
    field = KINDS[where[0]][where[1]]
    assert field.fault(typed)
    assert field.fault({"a": [typed]})
    assert where in FILE_NAMES or field.fault([typed])


@given(st.sampled_from(sorted(KINDS)), st.integers(-3, 4))
def test_a_small_count_fits_nowhere(kind: str, hands: int) -> None:
    for name, field in KINDS[kind].items():
        if isinstance(field, field_kinds.Counts):
            assert field.fault({"yes": hands}), name
        if isinstance(field, field_kinds.Few):
            assert field.fault(hands), name
        if isinstance(field, field_kinds.State):
            assert field.fault({"counts": {"yes": hands}}), name
            assert field.fault({"a": {"counts": {"yes": hands}}}), name


def test_words_come_with_what_a_teacher_writes_alone() -> None:
    assert set(WORDED) == {
        *("rule-added", "rule-changed", "answer-added", "answer-changed"),
        *("module-reflected", "evidence-added", "evidence-changed", "mentor-noted"),
    }
    for kind in sorted(KINDS.keys() - WORDED.keys()):
        lesson = "" if kind in OF_A_CLASS | OF_NEITHER else "ask-first"
        label = "" if kind in OF_NEITHER | TRAINING else LABEL
        with pytest.raises(ValueError, match="without words"):
            check(kind, lesson, label, GOOD[kind], WORDS)


def test_an_event_has_no_further_field() -> None:
    assert {field.name for field in fields(Event)} == set(COLUMNS["events"])


# The database, and every file that is made of it


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Path]:
    """Records that hold one of every kind of event."""
    path = tmp_path / "data" / "progress.sqlite"
    store = Store(path, now=lambda: NOW, tell=print)
    for kind, data in GOOD.items():
        if kind == "classes-cleared" or kind in TAKES_WORDS_AWAY:
            continue  # they would take away what is to be looked at
        lesson = "" if kind in OF_A_CLASS | OF_NEITHER else "ask-first"
        label = "" if kind in TRAINING else LABEL
        store.record(kind, lesson=lesson, class_label=label, data=data, words=WORDS if kind in WORDED else "")
    assert store.flush(20)
    yield path
    store.close()


def cells(path: Path) -> Iterator[tuple[str, str, object]]:
    """Every cell of a database: table, column, value."""
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        tables = [row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            for row in conn.execute(f"select * from {table}"):  # noqa: S608 - the schema's own names
                yield from ((table, column, row[column]) for column in row.keys())  # noqa: SIM118


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield str(key)
            yield from strings(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from strings(inside)


def faults(path: Path) -> list[str]:
    """Say which cells hold something else than their column may."""
    found = []
    for table, column, value in cells(path):
        sort = COLUMNS[table][column]
        if sort == "number":
            good = value is None or isinstance(value, int)
        elif sort == "json":
            good = isinstance(value, str) and all(map(IN_JSON.fullmatch, strings(json.loads(value))))
        else:
            good = isinstance(value, str) and bool(MAY_BE[sort].fullmatch(value))
        if not good:
            found.append(f"{table}.{column}: {value!r}")
    return found


def schema(path: Path) -> dict[str, set[str]]:
    with closing(sqlite3.connect(path)) as conn:
        tables = [
            row[0]
            for row in conn.execute(
                "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'"
            )
        ]
        return {
            table: {row[1] for row in conn.execute("select * from pragma_table_info(?)", (table,))}
            for table in tables
        }


def test_there_is_no_table_and_no_column_but_those_that_were_judged(records: Path) -> None:
    assert schema(records) == {table: set(columns) for table, columns in COLUMNS.items()}


def test_every_cell_holds_what_its_column_may(records: Path) -> None:
    assert {table for table, _, _ in cells(records)} >= {
        "events",
        "classes",
        "standings",
        "words",
        "learnings",
    }
    assert faults(records) == []


def test_a_sentence_in_any_cell_would_be_seen(records: Path, tmp_path: Path) -> None:
    """The test above can fail: put a name into each column in turn, and it is found."""
    copy = tmp_path / "copy.sqlite"
    for table, columns in COLUMNS.items():
        if table in {"_sqlite_migrations", "cleared"}:
            continue
        for column, sort in columns.items():
            with closing(sqlite3.connect(records)) as conn:
                copy.unlink(missing_ok=True)
                conn.execute("vacuum into ?", (str(copy),))
            typed = '{"a": "Jane Smith"}' if sort == "json" else "Jane Smith"
            with closing(sqlite3.connect(copy)) as conn, conn:
                conn.execute("drop trigger events_are_never_changed")
                conn.execute(
                    f"update {table} set {column} = ? where rowid = (select min(rowid) from {table})",  # noqa: S608
                    (typed,),
                )
            assert faults(copy) != [], f"{table}.{column}"


def test_backups_and_the_side_file_hold_the_same_and_nothing_more(records: Path) -> None:
    back_up(records, NOW)
    (backup,) = list_backups(records)
    assert faults(backup.path) == []
    with closing(sqlite3.connect(records)) as conn:
        SideFile(records).follow(conn, everything=True)
    for line in side_path(records).read_text(encoding="utf-8").splitlines():
        for found in strings(json.loads(line.partition(" ")[2])):
            assert IN_JSON.fullmatch(found) or found in {LABEL, WORDS} or json.loads(found) is not None


def test_pieces_for_other_pcs_hold_no_words_of_anybody(records: Path, tmp_path: Path) -> None:
    store = Store(records, now=lambda: NOW, tell=print)

    def do(work):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        job = store.do(work)
        assert job.wait(20)
        return job.result()

    stick = tmp_path / "stick"
    stick.mkdir()
    root = prepare(stick)
    assert Visit(root, records, do, NOW).make().trouble is None
    write_file(tmp_path / "year.rserecords", records, do)
    assert store.close()
    pieces = [path for path in root.iterdir() if path.suffix == ".rsepiece"]
    assert pieces
    for path in (*pieces, tmp_path / "year.rserecords"):
        content = path.read_text(encoding="utf-8")
        assert WORDS not in content
        for line in content.splitlines()[1:]:
            assert all(IN_JSON.fullmatch(found) or found == LABEL for found in strings(json.loads(line)))


# Settings

TYPED = {
    "class_label": "a class",
    "projector": "a screen, by the system's name",
    "own_screen": "a screen, by the system's name",
    "more_screens": "screens, by the system's names",
    "pack_author": "the teacher or the school",
    "keys": "keys",
    "routes_checked": "help lines",
    "windows": "where windows stood",
    "shared_folder": "a folder",
}
"""Settings that take text, and what it is about: never a pupil."""


def test_settings_that_take_text_are_few_and_about_no_pupil() -> None:
    taking = set()
    for name in Preferences._fields:
        for value in ("Jane Smith", ["Jane Smith"], {"a": "Jane Smith"}, {"a": ["Jane Smith"]}):
            try:
                CHECKS[name](value)
            except Refused:
                continue
            taking.add(name)
    assert taking <= set(TYPED)
