"""Backups of the records: made by SQLite itself, opened and checked before they count as one, and listed.

A backup is a whole database in the folder `backups` beside the records, named after its moment. Beside it
lies a note of what was found when it was checked: its size, its SHA-256, how many events it holds. Which are
kept is `thinning`'s, what goes back into place is `restoring`'s.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from rse_lessons.progress.database.disk import (
    PART,
    WORK,
    finish_swap,
    flush_file,
    flush_folder,
    wipe,
    write_whole,
)
from rse_lessons.progress.database.faults import DamagedDatabaseError
from rse_lessons.progress.database.reading import connect_alone, connect_to_read, is_sound
from rse_lessons.progress.database.thinning import to_keep

_NAME = re.compile(r"-(\d{4}-\d\d-\d\dT\d{6})(?:-(before-update|before-restore))?\.sqlite")
_STAMP = "%Y-%m-%dT%H%M%S"
_BLOCK = 1 << 20
_AT_ONCE = 256
"""Pages copied between two looks whether to stop."""


AT_WORK = threading.RLock()
"""Held by whoever in this program makes, cleans or tidies copies of the records: one at a time."""


class Why(StrEnum):
    """What a backup was made for."""

    DAY = ""
    UPDATE = "before-update"
    RESTORE = "before-restore"


class StoppedError(Exception):
    """Somebody asked for an end before the backup was made. Nothing stays behind of it."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as it is listed."""

    path: Path
    made: datetime
    """The moment in its name, in the time of this PC."""
    why: Why = Why.DAY
    size: int = 0
    """Bytes."""
    events: int = -1
    """How many events it holds; -1 while nobody has counted."""
    version: int = 0
    checked: bool = False
    """Whether it was opened, read in whole and found good, and has the same size since."""
    digest: str = ""
    """SHA-256 of the file when it was checked."""


def backups_folder(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.parent / "backups"


def back_up(
    database: Path, now: datetime, why: Why = Why.DAY, *, stop: threading.Event | None = None
) -> Backup:
    """Copy the records, check the copy, and give the backup once it is in its place and on the disk.

    Recording goes on meanwhile: the copy is made from one moment's view, on a connection of its own. Raises
    sqlite3.Error, OSError, DamagedDatabaseError when the copy is not good, and StoppedError; then nothing is
    left of it and every earlier backup is as it was.
    """
    with AT_WORK:
        return _back_up(database, now, why, stop)


def _back_up(database: Path, now: datetime, why: Why, stop: threading.Event | None) -> Backup:
    folder = backups_folder(database)
    folder.mkdir(parents=True, exist_ok=True)
    path, made_at = _free_name(folder, database, now, why)
    half = path.with_name(path.name + PART)
    try:
        version, events = _copy(database, half, stop)
        found = look_through(half, stop)
        if (found.version, found.events) != (version, events):
            raise DamagedDatabaseError(f"a copy of {events} events has {found.events}")
        flush_file(half)
        half.replace(path)
        flush_folder(folder)
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        with suppress(OSError):
            wipe(half)
        raise
    made = replace(found, path=path, made=made_at, why=why)
    with suppress(OSError):
        note(made)  # without its note it is a backup that nobody has checked, and is checked again
    return made


def back_up_for_update(database: Path, now: datetime) -> Backup:
    """Make the backup that comes before an older database is brought up to date. Raises as `back_up`."""
    return back_up(database, now, Why.UPDATE)


def list_backups(database: Path) -> list[Backup]:
    """Give every backup, newest first; nothing is opened but the notes. Raises OSError."""
    folder = backups_folder(database)
    if not folder.is_dir():
        return []
    found = (_listed(path, database.stem) for path in folder.iterdir())
    return sorted(filter(None, found), key=lambda one: (one.made, one.path.name), reverse=True)


def verify(backup: Backup, *, stop: threading.Event | None = None) -> Backup:
    """Open and read the whole of a backup, and give it with what was found; `checked` says if it is good.

    A backup that was checked before must have the content that it had then, to the bit. Raises OSError when
    it cannot be read at all, and StoppedError.
    """
    try:
        with AT_WORK:  # as in `tidy`
            finish_swap(backup.path)
        found = look_through(backup.path, stop)
    except (sqlite3.Error, DamagedDatabaseError, UnicodeDecodeError):
        return replace(backup, checked=False)
    if backup.digest and backup.digest != found.digest:
        return replace(backup, checked=False)
    good = replace(found, made=backup.made, why=backup.why)
    if not backup.checked or not backup.digest:
        with suppress(OSError):
            note(good)
    return good


def good_backups(database: Path, *, stop: threading.Event | None = None) -> Iterator[Backup]:
    """Give the backups that are good when they are looked at now, newest first, one at a time."""
    for backup in list_backups(database):
        with suppress(OSError):
            found = verify(backup, stop=stop)
            if found.checked:
                yield found


def is_due(database: Path, now: datetime) -> bool:
    """Whether there is no backup of this day yet that was checked. Raises OSError."""
    return database.is_file() and not any(
        backup.checked and backup.made.date() == now.astimezone().date() for backup in list_backups(database)
    )


def thin(database: Path, just_made: Backup) -> list[Path]:
    """Remove the backups that are too many, and give them. Raises OSError.

    Backups that nobody could check count for nothing, and are removed only when they are older than any that
    stays. The one that was just made, the two newest, and the newest from before an update and from before a
    restore always stay.
    """
    listed = list_backups(database)
    good = [backup for backup in listed if backup.checked]
    always = {just_made.made, *(backup.made for backup in good[:2])}
    for why in (Why.UPDATE, Why.RESTORE):
        always |= {backup.made for backup in [one for one in good if one.why is why][:1]}
    kept = to_keep((backup.made for backup in good), always)
    removed = []
    for backup in listed:
        too_many = backup.made not in kept if backup.checked else backup.made < min(kept)
        if too_many:
            remove(backup)
            removed.append(backup.path)
    return removed


def remove(backup: Backup) -> None:
    """Delete one backup and its note; its content is overwritten first. Raises OSError."""
    # The note goes first: half overwritten, and with it, the file would be listed as a good one.
    note_path(backup.path).unlink(missing_ok=True)
    flush_folder(backup.path.parent)
    wipe(backup.path)


def note_path(backup: Path) -> Path:
    """Where the note of a backup lies that says what was found when it was checked."""
    return backup.with_suffix(".json")


def tidy(database: Path) -> None:
    """Remove what a backup that was cut off has left, and finish what was begun. Raises OSError."""
    folder = backups_folder(database)
    if not folder.is_dir():
        return
    with AT_WORK:  # what somebody is writing just now was not cut off
        for gone in folder.glob("*.sqlite.gone"):
            finish_swap(gone.with_suffix(""))
        for half in [*folder.glob(f"*{PART}"), *folder.glob(f"*{PART}-journal"), *folder.glob(f"*{WORK}*")]:
            wipe(half)


def look_through(path: Path, stop: threading.Event | None = None) -> Backup:
    """Read all of a file that is a database by itself, and give what was found.

    Raises sqlite3.Error, OSError, DamagedDatabaseError, StoppedError.
    """
    size, digest = path.stat().st_size, hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            if stop is not None and stop.is_set():
                raise StoppedError
    # Nobody else has it open, so that it is read as it lies there and nothing is made beside it.
    with closing(connect_alone(path)) as conn:
        conn.set_progress_handler(lambda: int(stop is not None and stop.is_set()), 10_000)
        try:
            sound = is_sound(conn, full=True)
            version: int = conn.execute("pragma user_version").fetchone()[0]
            events = _count(conn)
        except sqlite3.OperationalError:
            if stop is not None and stop.is_set():
                raise StoppedError from None
            raise
    if not sound:
        raise DamagedDatabaseError(path.name)
    return Backup(path, datetime.min, Why.DAY, size, events, version, True, digest.hexdigest())  # noqa: DTZ901


def _free_name(folder: Path, database: Path, now: datetime, why: Why) -> tuple[Path, datetime]:
    ending = f"-{why}" if why else ""
    moment = now.astimezone().replace(microsecond=0)
    while (path := folder / f"{database.stem}-{moment.strftime(_STAMP)}{ending}.sqlite").exists():
        moment += timedelta(seconds=1)
    return path, moment


def _copy(database: Path, half: Path, stop: threading.Event | None) -> tuple[int, int]:
    """Copy one moment's view of the database, and give its version and how many events it holds."""
    wipe(half)

    def between(_status: int, _left: int, _total: int) -> None:
        if stop is not None and stop.is_set():
            raise StoppedError

    with closing(connect_to_read(database, 5.0)) as source, closing(sqlite3.connect(half)) as target:
        # One transaction on the side that is read: what is recorded meanwhile neither waits nor disturbs.
        source.execute("begin")
        version: int = source.execute("pragma user_version").fetchone()[0]
        events = _count(source)
        target.execute("pragma synchronous = off")  # it is flushed as a whole before it gets its name
        source.backup(target, pages=_AT_ONCE, progress=between, sleep=0.001)
        target.execute("pragma journal_mode = delete")  # one file, complete in itself
    return version, events


def _count(conn: sqlite3.Connection) -> int:
    known = conn.execute("select 1 from sqlite_master where type = 'table' and name = 'events'").fetchone()
    return int(conn.execute("select count(*) from events").fetchone()[0]) if known else 0


def _listed(path: Path, stem: str) -> Backup | None:
    found = _NAME.fullmatch(path.name.removeprefix(stem))
    if not found or not path.name.startswith(stem) or not path.is_file():
        return None
    try:
        # In the time of this PC, as its name is meant: a teacher looks for "Tuesday".
        made = datetime.strptime(found[1], _STAMP).astimezone()
    except (ValueError, OverflowError):
        return None
    backup = Backup(path, made, Why(found[2] or ""), path.stat().st_size)
    noted = _read_note(path)
    right = noted.get("size") == backup.size
    events, version, digest = noted.get("events"), noted.get("version"), noted.get("sha256")
    if not right or type(events) is not int or type(version) is not int or not isinstance(digest, str):
        # A note that does not fit speaks of another content; its sum is kept, so that a check finds out.
        return replace(backup, digest=digest if isinstance(digest, str) else "")
    return replace(backup, events=events, version=version, checked=True, digest=digest)


def _read_note(path: Path) -> dict[str, object]:
    try:
        file = note_path(path)
        found = json.loads(file.read_text(encoding="utf-8")) if file.stat().st_size < _BLOCK else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def note(backup: Backup) -> None:
    """Write down what was found when a backup was checked. Raises OSError."""
    content = {
        "size": backup.size,
        "events": backup.events,
        "version": backup.version,
        "sha256": backup.digest,
    }
    write_whole(note_path(backup.path), json.dumps(content).encode("ascii"))
