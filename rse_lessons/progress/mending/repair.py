"""Making damaged records whole: out of the newest good backup, the side file, and what can still be read.

The new database is made whole beside the damaged one, checked and flushed, and only then put into its place;
the damaged file is kept under a name with the date. Cut off at any point, it is finished or begun again at
the next start. Nothing is deleted. The sentences that say what was found are in `repair_report`.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from rse_lessons.progress.database.backup import Backup, good_backups
from rse_lessons.progress.database.disk import GONE, PART, WORK, flush_file, flush_folder, held, rename, wipe
from rse_lessons.progress.database.faults import (
    TROUBLE,
    DamagedDatabaseError,
    Fault,
    NewerDatabaseError,
    fault_of,
)
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import connect_alone, connect_to_read
from rse_lessons.progress.database.schema import LATEST
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.mending.repair_report import Repaired, keep_report, read_report
from rse_lessons.progress.mending.salvage import Salvaged, salvage
from rse_lessons.progress.mending.sidefile import SideFile, lock_path, side_path
from rse_lessons.progress.mending.sidelines import Side, read_side

Numbers: TypeAlias = Mapping[str, tuple[str, int]]
"""Device and counter of every event, by its id."""

BESIDE = ("", "-wal", "-shm", "-journal")
"""Endings of the files that belong to a database."""


def is_lost(database: Path) -> bool:
    """Whether the database is not there, or is empty, though its side file tells that there was one."""
    try:
        return (not database.exists() or database.stat().st_size == 0) and side_path(database).exists()
    except OSError:
        return False


def is_pending(database: Path) -> bool:
    """Whether a repair was cut off just before its end, and has to be finished before anything is opened."""
    return _pending(database) is not None


def finish_repair(database: Path) -> Repaired | None:
    """Put into its place what a repair that was cut off has made; give its report, if there was any.

    The caller holds the lock. Raises OSError.
    """
    pending = _pending(database)
    if pending is None:
        return None
    put_in_place(database, *pending)
    return read_report(database)


def repair(database: Path, now: datetime, *, seconds: float = 10.0) -> Repaired:
    """Make the records whole, and give the report. Nobody in this program has the file open.

    Raises OSError, sqlite3.Error, TimeoutError when another program is at it, and NewerDatabaseError when
    only a newer version of this program can read the backups; then nothing has been changed, and it may be
    tried again.
    """
    with held(lock_path(database), seconds):
        return finish_repair(database) or make_whole(database, now)


def make_whole(database: Path, now: datetime) -> Repaired:
    """Do what `repair` does, when the caller holds the lock."""
    side = read_side(side_path(database))
    found = salvage(database) if database.exists() else Salvaged()
    former = former_ids(database)
    build = database.with_name(f"{database.stem}-repairing.sqlite")
    backup = _build(build, database, side, found, former=former, now=now)
    before, after = _numbers(backup.path) if backup else {}, _numbers(build)
    stamp, aside = free_stamp(database, now)
    report = _report(build, side, found, before, after)
    report = replace(
        report,
        when=now,
        backup=backup.made if backup else None,
        aside=aside.name if database.exists() else "",
    )
    keep_report(database, report)
    flush_file(build)
    ready = database.with_name(f"{database.stem}-repaired-{stamp}.sqlite")
    build.replace(ready)
    flush_folder(database.parent)
    put_in_place(database, ready, aside)
    known = {**found.events, **side.events}
    left = {key: known[key] for key in known if key in after and key not in before}
    with suppress(OSError):  # the file finds its way by itself with the next event
        SideFile(database).begin_anew(Side(events=left))
    return report


def _build(
    build: Path, database: Path, side: Side, found: Salvaged, *, former: Collection[str], now: datetime
) -> Backup | None:
    """Make the new database, and give the backup it was begun with: the newest that serves."""
    for backup in (*good_backups(database), None):
        remove_build(build)
        if backup is not None and backup.version > LATEST:
            raise NewerDatabaseError(f"the newest good backup has version {backup.version}")
        try:
            if backup is not None:
                shutil.copyfile(backup.path, build)
            _leave_out_doubtful(found, side, backup)
            _fill(build, side, found, former=former, begun=backup is not None, now=now)
        except (sqlite3.Error, DamagedDatabaseError) as error:
            # A backup that cannot be brought up to date must not stand in the way of an older one.
            if backup is None or fault_of(error) not in (Fault.DAMAGED, Fault.OTHER):
                raise
        else:
            return backup
    raise AssertionError("the last attempt returns or raises")


def _leave_out_doubtful(found: Salvaged, side: Side, backup: Backup | None) -> None:
    """Leave out what was read from the damaged file and is an event once more of which we are sure.

    On a damaged page letters of an id may have turned into others: such a row still has the number, or the
    time and the content, of an event that the backup or the side file holds.
    """
    numbers = {(event.device, event.counter): key for key, event in side.events.items()}
    contents = {_content(event): key for key, event in side.events.items()}
    if backup is not None:
        with closing(connect_alone(backup.path)) as conn:
            query = "select id, device, counter, time, kind, lesson, class_label, data from events"
            for key, device, counter, *content in conn.execute(query):
                numbers[device, counter] = key
                contents[tuple(content)] = key
    for key, event in list(found.events.items()):
        number = numbers.get((event.device, event.counter), key)
        if number != key or contents.get(_content(event), key) != key:
            del found.events[key]


def _content(event: Event) -> tuple[str, ...]:
    data = json.dumps(event.data, separators=(",", ":"))
    return event.time, event.kind, event.lesson, event.class_label, data


def _fill(
    build: Path, side: Side, found: Salvaged, *, former: Collection[str], begun: bool, now: datetime
) -> None:
    """Bring the new database up to date, and put in what the side file and the damaged file hold."""
    events = {**found.events, **side.events}  # a line with its checksum before a row from a damaged page
    words = [*found.words.values(), *side.words.values()]
    # Where nothing tells which ids were its own, it hands on what there is: twice does no harm.
    devices = former if former or begun else {event.device for event in events.values()}
    with closing(Journal(build, now=now, seconds=5.0, keep=_no_backup)) as journal:
        journal.take_in(events.values(), words)
        journal.rebuild()
        journal.end_counting(devices)
        if not journal.is_sound(full=True):
            raise DamagedDatabaseError("the repaired database is not sound")
        journal.make_one_file()


def remove_build(build: Path) -> None:
    """Remove what an attempt that was cut off has left. Raises OSError."""
    for ending in (*BESIDE, PART, GONE, WORK):
        wipe(build.with_name(build.name + ending))


def _no_backup(_database: Path, _now: datetime) -> None:
    """Nothing: what is brought up to date here is itself a copy."""


def former_ids(database: Path) -> set[str]:
    """Give the ids under which the damaged database wrote, as far as that can still be read."""
    with suppress(*TROUBLE), closing(connect_to_read(database, 1.0)) as conn:
        rows = conn.execute("select device from places").fetchall()
        return {row[0] for row in rows if isinstance(row[0], str) and re.fullmatch(r"[0-9a-f]{16}", row[0])}
    return set()


def _numbers(path: Path) -> Numbers:
    """Give them out of a database that nobody has open."""
    with closing(connect_alone(path)) as conn:
        return {row[0]: (row[1], row[2]) for row in conn.execute("select id, device, counter from events")}


def _report(
    build: Path,
    side: Side,
    found: Salvaged,
    before: Mapping[str, tuple[str, int]],
    after: Mapping[str, tuple[str, int]],
) -> Repaired:
    with closing(connect_alone(build)) as conn:
        newest = conn.execute("select coalesce(max(time), '') from events").fetchone()[0]
        own = {row[0] for row in conn.execute("select device from places")}
    new = after.keys() - before.keys()
    from_side = len(new & side.events.keys())
    # Every step that was acknowledged is in the side file, or the backups had it when it left there.
    ended = side.place[1] in after if side.place[1] else bool(before)
    complete = found.whole or (side.exists and not side.wrong and not side.cut and ended)
    return Repaired(
        from_backup=len(before.keys() & after.keys()),
        from_side=from_side,
        from_damaged=len(new) - from_side,
        missing=_missing(before, after, {**found.events, **side.events}, own),
        unsure_after="" if complete else newest,
        complete=complete,
    )


def _missing(before: Numbers, after: Numbers, known: Mapping[str, Event], own: Collection[str]) -> int:
    """Count the numbers that are in no source: a device counts without a gap, but for what was cleared.

    A gap below the last number of a backup was made by a clearing. After a clearing that the backup does not
    know a gap tells nothing. Gaps of other PCs are no loss of this one.
    """
    if any(event.kind == "classes-cleared" and event.id not in before for event in known.values()):
        return 0
    last: dict[str, int] = {}
    for device, counter in before.values():
        last[device] = max(counter, last.get(device, 0))
    beyond: dict[str, set[int]] = {}
    dead = ((event.device, event.counter) for event in known.values() if event.id not in after)
    for device, counter in (*after.values(), *dead):
        if device in own and counter > last.get(device, 0):
            beyond.setdefault(device, set()).add(counter)
    return sum(max(counters) - last.get(device, 0) - len(counters) for device, counters in beyond.items())


def _pending(database: Path) -> tuple[Path, Path] | None:
    """Give the database that a repair has made and not yet put in place, and where the damaged one goes."""
    begin = f"{database.stem}-repaired-"
    for ready in sorted(database.parent.glob(f"{begin}*.sqlite")):
        stamp = ready.stem.removeprefix(begin)
        return ready, _aside(database, stamp)
    return None


def _aside(database: Path, stamp: str) -> Path:
    return database.with_name(f"{database.stem}-damaged-{stamp}{database.suffix}")


def free_stamp(database: Path, now: datetime) -> tuple[str, Path]:
    """Give a moment as names carry it, and the name of its own for a damaged database."""
    stamp, number = f"{now.astimezone():%Y-%m-%dT%H%M%S}", 2
    first = stamp
    while _aside(database, stamp).exists():
        stamp, number = f"{first}-{number}", number + 1
    return stamp, _aside(database, stamp)


def put_in_place(database: Path, ready: Path, aside: Path) -> None:
    """Set the database aside, if there is one, and put the new one in its place. Raises OSError."""
    # The log goes first: beside the new database it would be played into it.
    for ending in (*BESIDE[1:], ""):
        with suppress(FileNotFoundError):
            rename(database.with_name(database.name + ending), aside.with_name(aside.name + ending))
    rename(ready, database)
    flush_folder(database.parent)
