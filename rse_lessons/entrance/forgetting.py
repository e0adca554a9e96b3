"""Deleting the private words of a profile: what opens it again when its passcode is forgotten. No Qt.

The words that a teacher typed go: a class's rules, prepared answers, reflections, notes for a mentor and the
lines beside evidence, in the records and in every copy of them. What was taught, the tallies, the classes and
the training stay, the hours of evidence too. The words go first and the passcode last: cut off in
the middle, a profile is still locked, and never open with its words in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from rse_lessons.i18n.catalogues import retold
from rse_lessons.progress.database.backup import back_up, list_backups, remove
from rse_lessons.progress.database.disk import wipe
from rse_lessons.progress.database.faults import SENTENCES, DamagedDatabaseError
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.profiles import ProfileError, Profiles
from rse_lessons.settings.sentences import in_english

T = TypeVar("T")

SECONDS = 30.0
"""How long the disk is waited for."""
_COPIES = ("-version-*", "-damaged-*")
"""How the names of copies go on that an update or a damage left beside the records."""

NOT_FORGOTTEN = (
    "The private words could not be deleted ({reason}), so the passcode stays as it is. What was taught is"
    " untouched. Close every other window of RSE Lessons and try again."
)
SLOW, STILL_THERE = "the disk does not answer", "some of them are still there"


def open_again(profiles: Profiles, profile_id: str, *, seconds: float = SECONDS) -> str:
    """Delete the private words of a profile, then its passcode; gives a sentence when that cannot be."""
    paths = profiles.paths(profile_id)
    try:
        forget_words(paths.records, seconds=seconds)
        profiles.passcode(profile_id).forget()
    except (OSError, sqlite3.Error, DamagedDatabaseError) as error:
        return retold(in_english(NOT_FORGOTTEN, reason=getattr(error, "strerror", None) or error))
    except ValueError as error:  # what the list of profiles says
        return retold(error.args[0])
    return ""


def forget_words(
    records: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC), *, seconds: float = SECONDS
) -> None:
    """Delete every private word from records that nobody has open, and from what was copied from them.

    Raises OSError, sqlite3.Error, DamagedDatabaseError, ProfileError; then some words may be gone and the
    rest is as it was.
    """
    if records.exists():
        _remove_from_records(records, now, seconds)
        older = list_backups(records)
        if older:
            # Backups are whole databases: one without the words takes the place of all that have them.
            back_up(records, now())
            for backup in older:
                remove(backup)
    else:
        for backup in list_backups(records):
            remove(backup)
    if side_path(records).exists():
        SideFile(records).begin_anew()
    for pattern in _COPIES:
        for copy in sorted(records.parent.glob(f"{records.stem}{pattern}")):
            wipe(copy)


def _remove_from_records(records: Path, now: Callable[[], datetime], seconds: float) -> None:
    """Say in the journal that all that has words is gone; with that they are deleted."""
    # What is said while a damaged file is repaired is said again when the profile is opened.
    store = Store(records, now=now, tell=lambda _sentence: None)
    try:
        _ask(store, Journal.words, seconds)  # the records are open, and repaired if that had to be
        for label, book in store.snapshot().books.items():
            for rule in book.rules:
                store.record("rule-removed", class_label=label, data={"rule": rule})
            for answer in book.answers:
                store.record("answer-removed", class_label=label, data={"answer": answer})
        _remove_of_training(store)
        if _ask(store, Journal.words, seconds):
            _ask(store, Journal.rebuild, seconds)  # words that no event speaks of go with it
        left = _ask(store, Journal.words, seconds)
    finally:
        stored = store.close(seconds)
    if left or not stored:
        raise ProfileError(in_english(NOT_FORGOTTEN, reason=STILL_THERE))


def _remove_of_training(store: Store) -> None:
    learning = store.learning()
    for module, record in learning.modules.items():
        for block in record.reflected_when:
            store.record("module-unreflected", lesson=module, data={"block": block})
    for note in learning.notes:
        store.record("mentor-note-removed", data={"entry": note.id})
    for one in learning.evidence:
        if not one.unworded:
            store.record("evidence-unworded", data={"entry": one.id})


def _ask(store: Store, work: Callable[[Journal], T], seconds: float) -> T:
    """Have something done with the records, and wait for it."""
    job = store.do(work)
    if not job.wait(seconds):
        fault = store.fault
        raise ProfileError(SENTENCES[fault] if fault is not None else in_english(NOT_FORGOTTEN, reason=SLOW))
    return job.result()
