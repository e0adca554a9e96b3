"""Records for tests of backups and repair: made by the program's own journal, side file included."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rse_lessons.progress.database.journal import Journal, connect
from rse_lessons.progress.database.schema import LATEST
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.recording.keeping import Keeping
from tests.progress.beginning import begin

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STEPS: list[tuple[str, Mapping[str, object]]] = [
    ("started", {"slides": 12, "slide": 0}),
    ("slide", {"slide": 3}),
    ("stage", {"stage": "explore", "seconds": 61}),
    ("tally", {"block": "before", "counts": {"sure": 12, "unsure": None}}),
]
STROKE: Mapping[str, object] = {"page": "p1", "place": 0, "pen": "ink", "width": 3}


def steps(count: int, *, start: int = 0, label: str = "7B", points: int = 200) -> list[Event]:
    """Events as the app records them: one a minute, some of them strokes with so many numbers."""
    stroke = ("stroke", {**STROKE, "points": list(range(points))})
    kinds, made = [*STEPS, stroke], []
    for number in range(start, start + count):
        kind, data = kinds[number % len(kinds)]
        time = (NOON + timedelta(minutes=number)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        lesson = f"lesson-{number // len(kinds) % 20}"
        made.append(Event(f"{number:032x}", "", 0, time, kind, lesson, label, "", data))
    return made


def keeping(path: Path, told: list[str] | None = None, **options: Callable[[], None]) -> Keeping:
    """The records of a place, as the store opens them."""
    heard = told if told is not None else []
    nothing: Callable[[], None] = lambda: None  # noqa: E731
    return Keeping(
        path,
        now=lambda: NOON + timedelta(days=1),
        tell=heard.append,
        seconds=1.0,
        connect=connect,
        marks=None,
        wake=options.get("wake", nothing),
        deleted=options.get("deleted", nothing),
    )


def record(path: Path, events: list[Event], words: Mapping[str, str] | None = None) -> list[Event]:
    """Write events as the store does, side file included, and let go of the file."""
    begin(path)
    kept = keeping(path)
    try:
        written = kept.opened().append(events, words or {})
        kept.follow()
    finally:
        kept.let_go()
    return written


def add_rule(path: Path, rule: str, text: str, *, label: str = "7B", number: int = 900) -> Event:
    """Make a rule of the class's own."""
    time = (NOON + timedelta(minutes=number)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    event = Event(f"{number:031x}a", "", 0, time, "rule-added", "", label, "", {"rule": rule})
    return record(path, [event], {event.id: text})[0]


def remove_rule(path: Path, rule: str, *, label: str = "7B", number: int = 901) -> None:
    """Take a rule away again."""
    time = (NOON + timedelta(minutes=number)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    record(path, [Event(f"{number:031x}b", "", 0, time, "rule-removed", "", label, "", {"rule": rule})])


def events_in(path: Path) -> dict[str, Event]:
    """Every event of a database, by its id."""
    with closing(Journal(path, now=NOON, seconds=1.0)) as journal:
        return {event.id: event for event in journal.events()}


def make_newer(path: Path) -> None:
    """Have a database look as one does that a later version of the program has brought up to date."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(f"pragma user_version = {LATEST + 1}")
        conn.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('progress', 'to_come', '2030-01-01')"
        )
