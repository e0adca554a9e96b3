"""Deleting for good: a school year that has ended, or one class, everywhere where this PC keeps it.

First the journal, which leaves a tombstone, so that other PCs follow with the next merge. Then the safety
copy of the newest steps, every backup, copies that an update or a damage left, and the pieces that this PC
put into the shared folder. At last every byte of these files is searched. What could not be done is named,
and a note beside the records has it tried again at the next start. Nobody is asked here, and nothing begins
by itself.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rse_lessons.progress.database.disk import wipe, write_whole
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.database.reading import connect_to_read
from rse_lessons.progress.deleting.traces import Content, content_of, search
from rse_lessons.progress.deleting.year_end import YearEnd, was_cleared
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.clearing import Cleared, later
from rse_lessons.progress.facts.events import CLEARINGS, TRAINING, WORDED, Event, timestamp
from rse_lessons.progress.facts.summary import in_order
from rse_lessons.progress.mending.sidefile import side_path

if TYPE_CHECKING:
    from rse_lessons.progress.between.sharing import Do
    from rse_lessons.progress.database.journal import Journal

FRESH = timedelta(days=60)
"""A class that was made so shortly before the end of a year, and had no lesson, is next year's."""

FAST = timedelta(days=1)
"""So much ahead of this PC's clock steps may be dated, by a clock that ran fast, and are still deleted."""

TAUGHT = ("started", "slide", "stage", "tally", "finished")
"""Kinds of event that say that a lesson was given."""

NOT_RECORDS = ("lessons", "profiles")
"""Folders beside the records that are the school's own lessons and other people's records."""


class Part(StrEnum):
    """Where something may be left."""

    RECORDS = "records"
    SIDE = "side"
    BACKUP = "backup"
    COPY = "copy"
    SHARED = "shared"
    TRACE = "trace"


SENTENCES = {
    Part.RECORDS: (
        "The records are deleted, but the file {file} could not be tidied, because another program is using"
        " it. Close every other window of RSE Lessons."
    ),
    Part.SIDE: "The safety copy {file} could not be written anew.",
    Part.BACKUP: "The backup {file} could not be changed, and still holds what was deleted.",
    Part.COPY: "The older copy {file} could not be deleted.",
    Part.SHARED: (
        "The shared folder {file} could not be reached to the end. What this PC put there is still in it."
        " Plug the stick in, or connect the drive."
    ),
    Part.TRACE: "Traces of what was deleted are still in {file}.",
}
"""What is said about each thing that is left; `file` is its name. Each is tried again at the next start."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something that could not be cleared."""

    part: Part
    path: Path

    @property
    def sentence(self) -> str:
        """Name it."""
        name = str(self.path) if self.part is Part.SHARED else self.path.name
        return SENTENCES[self.part].format(file=name)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a clearing came to."""

    events: int = 0
    """How many events were deleted from the records."""
    left: tuple[Left, ...] = ()
    files: int = 0
    """How many files were searched from end to end."""
    waiting: int = 0
    """How many other PCs still have it in the shared folder; each takes it out at its own next visit."""
    ahead: bool = False
    """Whether steps stay that are dated far into the future, by a clock that was wrong."""


@dataclass(frozen=True, slots=True)
class OfClass:
    """What records hold of one class for the year that has ended."""

    label: str
    """Empty for lessons that were given without a class."""
    lessons: int
    """How many lessons were begun."""
    goes_on: bool
    """Whether something happened after the year, which stays."""
    fresh: bool
    """Whether it was made for the next year: shortly before the end, and without a lesson yet."""


@dataclass(frozen=True, slots=True)
class Due:
    """A school year that has ended and was not cleared."""

    end: YearEnd
    classes: tuple[OfClass, ...]


def find_due(records: Path, end: YearEnd) -> Due | None:
    """Give what there is to clear of a year; None when there is nothing, or it was cleared. Never writes.

    Raises sqlite3.Error.
    """
    if not records.exists():
        return None
    with closing(connect_to_read(records, 5.0)) as conn:
        tables = {row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")}
        if not {"events", "cleared"} <= tables:
            return None
        cleared = [Cleared(*row) for row in conn.execute("select before, mark from cleared")]
        if was_cleared(end, cleared):
            return None
        return _due(conn, end)


def _due(conn: sqlite3.Connection, end: YearEnd) -> Due | None:
    fresh = timestamp(datetime.fromisoformat(end.before) - FRESH)
    begun = ", ".join(f"'{kind}'" for kind in TAUGHT)
    aside = ", ".join(f"'{kind}'" for kind in sorted(CLEARINGS | TRAINING))
    rows = conn.execute(
        f"select class_label, sum(time <= ?), max(time) > ?, min(time) > ?,"  # noqa: S608 - constants
        f" count(distinct case when time <= ? and kind in ({begun}) then lesson end)"
        f" from events where kind not in ({aside}) group by class_label",
        (end.before, end.before, fresh, end.before),
    ).fetchall()
    known = {row[0] for row in conn.execute("select label from classes where kept")}
    found = tuple(
        OfClass(label, lessons, bool(after), bool(new) and not lessons and label in known)
        for label, many, after, new, lessons in rows
        if many
    )
    # Classes that were made for the next year are no reason to ask.
    return Due(end, found) if any(not one.fresh for one in found) else None


def clear_year(
    records: Path,
    do: Do,
    end: YearEnd,
    *,
    now: datetime,
    keep: Collection[str] = (),
    shared: Path | None = None,
) -> Outcome:
    """Delete what happened with classes up to the end of a year; `keep` are classes made for the next one.

    `do` has work done on the open journal. `shared` is the folder that is shared with other PCs. Raises what
    `do` raises, and then nothing was deleted; what fails later is in the outcome.
    """

    def work(journal: Journal) -> int:
        if keep:
            _take_along(journal, keep, end.before)
        return journal.clear(end.before)

    return _delete(records, do, work, now=now, shared=shared)


def delete_class(records: Path, do: Do, label: str, *, now: datetime, shared: Path | None = None) -> Outcome:
    """Delete one class with all that happened until now. Otherwise as `clear_year`."""

    def work(journal: Journal) -> int:
        # A clock that ran fast dated steps into the future; a clearing of far ahead is refused by others.
        newest = min(_newest_of(records, label), timestamp(now + FAST))
        return journal.clear(max(timestamp(now), newest), label)

    done = _delete(records, do, work, now=now, shared=shared)
    return replace(done, ahead=_newest_of(records, label) > timestamp(now + FAST))


def delete_training(records: Path, do: Do, *, now: datetime, shared: Path | None = None) -> Outcome:
    """Delete all that is known of the teacher's own learning. Otherwise as `clear_year`."""

    def work(journal: Journal) -> int:
        newest = min(_newest_of_training(records), timestamp(now + FAST))
        return journal.clear_training(max(timestamp(now), newest))

    done = _delete(records, do, work, now=now, shared=shared)
    return replace(done, ahead=_newest_of_training(records) > timestamp(now + FAST))


def _newest_of_training(records: Path) -> str:
    """Give the time of the newest event of the teacher's own learning; empty when there is none."""
    with closing(connect_to_read(records, 5.0)) as conn:
        query = (
            "select coalesce(max(time), '') from events where class_label = ''"
            " and kind in (select value from json_each(?))"
        )
        return str(conn.execute(query, (json.dumps(sorted(TRAINING)),)).fetchone()[0])


def _newest_of(records: Path, label: str) -> str:
    """Give the time of the newest event of a class; empty when it has none."""
    with closing(connect_to_read(records, 5.0)) as conn:
        query = "select coalesce(max(time), '') from events where class_label = ?"
        return str(conn.execute(query, (label,)).fetchone()[0])


def finish(records: Path, do: Do, *, now: datetime, shared: Path | None = None) -> Outcome | None:
    """Try again what an earlier clearing left; None when it left nothing. Raises what `do` raises."""
    if not note_path(records).exists():
        return None
    noted = _read_note(records)
    if len(do(lambda journal: journal.cleared())) <= noted.known:
        note_path(records).unlink(missing_ok=True)  # it ended before anything was deleted
        return None
    return _everywhere(records, do, Content(), now=now, shared=shared or noted.shared)


def note_path(records: Path) -> Path:
    """Where the note lies that a clearing is not done yet. It names no class, but a folder to be cleared."""
    return records.with_name(f"{records.stem}-clearing.json")


class _Noted(NamedTuple):
    """What the note says."""

    shared: Path | None = None
    """The folder that was shared then, though another, or none, may be chosen now."""
    known: int = 0
    """How many clearings there were before this one."""


def _read_note(records: Path) -> _Noted:
    try:
        noted = json.loads(note_path(records).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return _Noted()
    folder, known = (noted.get("shared"), noted.get("known")) if isinstance(noted, dict) else ("", 0)
    return _Noted(
        Path(folder) if isinstance(folder, str) and folder else None, known if type(known) is int else 0
    )


def _note(records: Path, shared: Path | None, known: int) -> None:
    content = json.dumps({"shared": str(shared) if shared is not None else "", "known": known})
    write_whole(note_path(records), content.encode("ascii"))


def _delete(
    records: Path, do: Do, work: Callable[[Journal], int], *, now: datetime, shared: Path | None
) -> Outcome:
    known = len(do(lambda journal: journal.cleared()))  # and what was recorded so far is on the disk
    before = content_of(records)
    _note(records, shared, known)
    try:
        do(work)
    except (OSError, sqlite3.Error, RecordsError):
        # It may have failed after the deletion was on the disk; then it goes on, and is said as it is.
        if _count_cleared(records) <= known:
            note_path(records).unlink(missing_ok=True)
            raise
    return _everywhere(records, do, before, now=now, shared=shared)


def _count_cleared(records: Path) -> int:
    with closing(connect_to_read(records, 5.0)) as conn:
        return int(conn.execute("select count(*) from cleared").fetchone()[0])


def _take_along(journal: Journal, labels: Collection[str], before: str) -> None:
    """Record what was set up for classes once more, as of the new year."""
    words = {row[0]: row[3] for row in journal.words()}
    renewed, told = [], {}
    for event in in_order(journal.events()):
        if event.class_label in labels and event.time <= before:
            identity = os.urandom(16).hex()
            renewed.append(
                Event(
                    *(identity, "", 0, later(before), event.kind, event.lesson),
                    *(event.class_label, event.profile, event.data),
                )
            )
            if event.kind in WORDED and subject(event) in words:
                told[identity] = words[subject(event)]
    journal.append(renewed, told)


def _everywhere(records: Path, do: Do, before: Content, *, now: datetime, shared: Path | None) -> Outcome:
    """Take what the clearings took out of everything that this PC keeps, and look whether it is gone."""
    from rse_lessons.progress.database.backup import AT_WORK  # noqa: PLC0415  imported late: once a year
    from rse_lessons.progress.deleting import cleaning  # noqa: PLC0415  imported late: once a year

    left = [
        *_attempt(Part.RECORDS, records, lambda: cleaning.compact(records)),
        *_attempt(Part.SIDE, side_path(records), lambda: cleaning.follow(records)),
        *_scrub(records),
    ]
    own: list[Path] = []
    waiting = 0
    if shared is not None:
        visit = cleaning.visit(shared, records, do, now)
        waiting = len(visit.waiting)
        own = cleaning.pieces(shared, do(lambda journal: journal.devices))
        if visit.trouble is not None:
            left.append(Left(Part.SHARED, shared))
    sought = before.gone(content_of(records))
    # Other PCs' pieces are theirs to clear.
    others = cleaning.folder_in(shared) if shared is not None else None
    files = _files(records, own, others) if sought.is_something else ()
    with AT_WORK:  # a backup that is just being overwritten still has something of everything
        found = search(files, sought)
    left += _found(records, [*found.found, *found.unread], {one.path for one in left})
    if not left:
        note_path(records).unlink(missing_ok=True)
    return Outcome(len(sought.ids), tuple(left), found.files, waiting)


def _attempt(part: Part, path: Path, work: Callable[[], object]) -> list[Left]:
    """Do a step; what the world does not let happen is left for later."""
    try:
        work()
    except (OSError, sqlite3.Error):
        return [Left(part, path)]
    return []


def _scrub(records: Path) -> list[Left]:
    """Take what is gone out of backups and older copies."""
    from rse_lessons.progress.database.backup import backups_folder, tidy  # noqa: PLC0415  imported late: once a year
    from rse_lessons.progress.deleting.scrubbing import scrub  # noqa: PLC0415  imported late: once a year

    folder = backups_folder(records)
    with suppress(OSError):
        tidy(records)
    try:
        paths = scrub(records).left
    except (OSError, sqlite3.Error):
        paths = (folder,)
    return [Left(Part.BACKUP if folder in (path, path.parent) else Part.COPY, path) for path in paths]


def _found(records: Path, files: Iterable[Path], known: Collection[Path]) -> Iterator[Left]:
    """Name the files in which something was found; a damaged one that was set aside is taken away."""
    from rse_lessons.progress.deleting.scrubbing import damaged_files  # noqa: PLC0415  imported late: once a year

    aside = damaged_files(records)
    for path in files:
        # Beside it may lie its log, which has the longer name.
        if any(path.name.startswith(one.name) for one in aside):
            yield from _attempt(Part.COPY, path, partial(wipe, path))
        elif path not in known:
            yield Left(Part.TRACE, path)


def _files(records: Path, more: Iterable[Path], spared: Path | None) -> Iterator[Path]:
    """Give every file beside the records that is theirs, but for a folder, and `more`."""
    top = records.parent
    for place, folders, names in os.walk(top):
        folder = Path(place)
        out = NOT_RECORDS if folder == top else ()
        folders[:] = [name for name in folders if name not in out and folder / name != spared]
        yield from (folder / name for name in sorted(names))
    yield from more
