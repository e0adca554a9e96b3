"""Jobs with a fault put in on purpose: whoever looks for faults must find them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.faults.jobs import Hand, Work, elsewhere, record, seeded, steps

NOTE = "note.json"
WHOLE = b"whole" * 500


class UnsyncedConnection(sqlite3.Connection):
    """A connection that never syncs."""

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        return super().execute(sql.replace("synchronous = full", "synchronous = off"), values)


def connect_unsynced(path: Path, seconds: float) -> sqlite3.Connection:
    """Open the file so that nothing is synced."""
    return sqlite3.connect(path, timeout=seconds, factory=UnsyncedConnection)


def record_unsynced(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Record with `synchronous = off`, and without the side file's syncs."""
    (folder / "progress-newest.jsonl").mkdir(exist_ok=True)
    record(folder, dice, replace(hand, connect=connect_unsynced))


def rename_unsynced(folder: Path, _dice: random.Random, hand: Hand) -> None:
    """Write beside and rename, but never sync."""
    half = folder / f"{NOTE}.part"
    half.write_bytes(WHOLE)
    half.replace(folder / NOTE)
    hand.say("noted")


def note_is_whole(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look for the note."""
    note = folder / NOTE
    if note.exists() and note.read_bytes() != WHOLE:
        yield "the note is not whole"
    if "noted" in said and not note.exists():
        yield "the note is not there"


def promise_too_early(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Say each event before it is stored."""
    doing = steps(dice)
    with hand.open(folder) as store:
        for _ in range(12):
            receipt = store.record(**next(doing))
            hand.say(f"event {receipt.event.id}")
            hand.tired = not receipt.wait(0.2)


def take_in_by_halves(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Take in one event at a time what belongs together."""
    events = elsewhere("other-1", dice)
    with hand.open(folder) as store:
        hand.say(f"coming {' '.join(event.id for event in events)}")
        for event in events:
            hand.done(store, store.do(lambda journal, event=event: journal.take_in([event])))  # type: ignore[misc]  # bound


MUTANTS: Mapping[str, Work] = {
    "recording without a sync": Work(lambda _folder, _dice: [], record_unsynced, tells=True),
    "renaming without a sync": Work(lambda _folder, _dice: [], rename_unsynced, note_is_whole),
    "promising too early": Work(lambda _folder, _dice: [], promise_too_early),
    "taking in by halves": Work(seeded, take_in_by_halves),
}
"""Each by what is wrong about it."""
