"""Jobs with a fault put in on purpose: whoever looks for faults must find them."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.faults.jobs import Hand, Work, elsewhere, record, seeded, steps
from tests.faults.upkeep import WORKS

WHOLE = b"whole" * 500


class UnsyncedConnection(sqlite3.Connection):
    """A connection that never syncs."""

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        return super().execute(sql.replace("synchronous = full", "synchronous = off"), values)


def connect_unsynced(path: Path, seconds: float) -> sqlite3.Connection:
    """Open the file so that nothing is synced."""
    return sqlite3.connect(path, timeout=seconds, factory=UnsyncedConnection)


def record_unsynced(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Record without a sync of the database and of the side file, each of which is enough by itself."""
    os.fsync = lambda fd: None  # noqa: ARG005 - this process is a child, and ends with the job
    record(folder, dice, replace(hand, connect=connect_unsynced))


def record_in_the_side_file(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Record without a sync of the database: not a fault, for the side file is synced."""
    record(folder, dice, replace(hand, connect=connect_unsynced))


def rename_unsynced(folder: Path, _dice: random.Random, hand: Hand) -> None:
    """Write beside and rename, but never sync."""
    for number in range(8):
        half = folder / f"{number}.part"
        half.write_bytes(WHOLE)
        half.replace(folder / f"{number}.note")
        hand.say("noted")


def notes_are_whole(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look for the notes."""
    notes = list(folder.glob("*.note"))
    if any(note.read_bytes() != WHOLE for note in notes):
        yield "a note is not whole"
    if len(notes) < list(said).count("noted"):
        yield "a note is not there"


def promise_too_early(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Say each event before it is stored."""
    doing = steps(dice)
    with hand.open(folder) as store:
        for _ in range(12):
            receipt = store.record(**next(doing))
            hand.say(f"event {receipt.event.id}")
            if not receipt.wait(0.2):
                hand.tired = True
                break


def take_in_by_halves(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Take in one event at a time what belongs together."""
    events = elsewhere("other-1", dice)
    with hand.open(folder) as store:
        hand.say(f"coming {' '.join(event.id for event in events)}")
        for event in events:
            hand.done(store, store.do(lambda journal, event=event: journal.take_in([event])))  # type: ignore[misc]  # bound


MUTANTS: Mapping[str, Work] = {
    "recording without a sync": Work(lambda _folder, _dice: [], record_unsynced, tells=True),
    "recording with the side file alone": Work(
        lambda _folder, _dice: [], record_in_the_side_file, tells=True
    ),
    "renaming without a sync": Work(lambda _folder, _dice: [], rename_unsynced, notes_are_whole),
    "promising too early": Work(lambda _folder, _dice: [], promise_too_early),
    "taking in by halves": Work(seeded, take_in_by_halves),
}
"""Each by what is wrong about it."""


def chosen_works(names: Sequence[str] | None) -> Mapping[str, Work]:
    """Give the jobs of these names, or all that have no fault put in."""
    return {name: {**WORKS, **MUTANTS}[name] for name in names} if names else WORKS
