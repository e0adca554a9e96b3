"""One visit to a shared folder: others' pieces are read, judged and taken in, then our own are written.

Each device writes files of its own, and never changes one: a piece is named after what is in it.
Whatever goes wrong, the records on this PC are whole, and the next visit goes on where this one ended. Which
files lie there, and which belong there, is in `shared_folder`.
"""

from __future__ import annotations

import sqlite3
import stat
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from itertools import accumulate, takewhile
from operator import xor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from rse_lessons.progress.between.fetching import fetch
from rse_lessons.progress.between.oddities import Finding, NotTakenError, Oddity
from rse_lessons.progress.between.pieces import LARGEST_PIECE, PieceName, name_for, name_in, write_down
from rse_lessons.progress.between.shared_folder import look_over, plan
from rse_lessons.progress.between.troubles import Trouble, trouble_of
from rse_lessons.progress.between.verifying import Tick, verify_piece
from rse_lessons.progress.database.disk import GONE, PART, flush_folder, wipe, write_part
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.database.reading import numbers_of
from rse_lessons.progress.facts.clearing import Cleared, is_dead
from rse_lessons.progress.facts.events import Event, timestamp

if TYPE_CHECKING:
    from rse_lessons.progress.database.journal import Journal

T = TypeVar("T")

GRACE = timedelta(days=14)
"""As long as this every PC has time to take out of its own pieces what was cleared."""

_AT_ONCE = 2_000
"""Events that are taken in together; between two such parts other steps are stored."""


class Do(Protocol):
    """Has work done on the open journal, waits for it, and gives what came of it."""

    def __call__(self, work: Callable[[Journal], T], /) -> T:
        """Do it."""


class StoppedError(Exception):
    """Somebody asked to stop; what was done until then is whole."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a piece that was read before; its name stands for what is in it."""

    alive: int
    """Events in it that no clearing had taken."""
    sum: int
    """The ids of these events, as numbers, each bit by `^`: by it they are known again."""
    dead: int = 0
    """Events in it that a clearing took."""


class Held:
    """The events of one device that are here, by their counters."""

    def __init__(self, numbers: Sequence[tuple[int, str]]) -> None:
        self.counters = [counter for counter, _ in numbers]
        self._sums = list(accumulate((int(key, 16) for _, key in numbers), xor, initial=0))

    @property
    def newest(self) -> int:
        """The highest counter; 0 when there is none."""
        return self.counters[-1] if self.counters else 0

    def has_all(self, name: PieceName, seen: Seen) -> bool:
        """Whether here lie those events of the piece that are alive, and no others in its range."""
        low, high = bisect_left(self.counters, name.first), bisect_right(self.counters, name.last)
        return high - low == seen.alive and self._sums[high] ^ self._sums[low] == seen.sum


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a visit."""

    when: str
    """UTC, as events carry it."""
    taken: int = 0
    """Events that were new here."""
    given: int = 0
    """Events of ours that were not in the folder before."""
    devices: tuple[str, ...] = ()
    """Whose pieces lie there, our own left out."""
    findings: tuple[Finding, ...] = ()
    waiting: tuple[str, ...] = ()
    """Devices whose pieces still hold what was cleared; each takes it out at its own next visit."""
    trouble: Trouble | None = None
    """Why the visit ended early."""


@dataclass(slots=True)
class Visit:
    """One visit. `seen` is carried from one to the next; without it everything is read again."""

    root: Path
    """The folder that `shared_folder.prepare` made."""
    records: Path
    do: Do
    now: datetime
    seen: dict[PieceName, Seen] = field(default_factory=dict)
    tick: Tick | None = None
    stopped: Callable[[], bool] = lambda: False
    clearings: int = -1
    """How many clearings were known when our own pieces were last looked over."""
    listed: dict[PieceName, Path] = field(default_factory=dict)
    """The pieces that lie there, once it was looked."""
    _taken: int = 0
    _given: int = 0
    _done: int = 0
    _total: int = 0
    _findings: list[Finding] = field(default_factory=list)
    _unread: set[PieceName] = field(default_factory=set)

    def make(self) -> Outcome:
        """Take in, then give; whatever happens is in the outcome, and nothing of the world's is raised."""
        trouble = None
        own: tuple[str, ...] = ()
        try:
            own = self._own()
            self._take(own)
            own = self._own()
            self._give(own)
        except StoppedError:
            trouble = Trouble.STOPPED
        except (sqlite3.Error, RecordsError):
            trouble = Trouble.NOT_STORED
        except OSError as error:
            trouble = trouble_of(error, self.root)
        if trouble is None and self._unread and not _is_there(self.root):
            trouble = Trouble.GONE
        others = sorted({name.device for name in self.listed} - set(own))
        waiting = {
            name.device
            for name in self.listed
            if name.device not in own and name in self.seen and self.seen[name].dead
        }
        return Outcome(
            timestamp(self.now),
            self._taken,
            self._given,
            tuple(others),
            () if trouble is Trouble.GONE else tuple(self._findings),
            tuple(sorted(waiting)),
            trouble,
        )

    def _held(self, device: str) -> Held:
        return Held(numbers_of(self.records, device))

    def _own(self) -> tuple[str, ...]:
        return self.do(lambda journal: journal.devices)

    # Taking in

    def _take(self, own: Sequence[str]) -> None:
        listing = look_over(self.root)
        self.listed = listing.pieces
        self._findings += listing.findings
        self._tidy(listing.leftovers, own)
        cleared = self.do(lambda journal: journal.cleared())
        wanted = self._unknown()
        self._total = len(wanted) + 1
        found: list[Event] = []
        for name in wanted:
            self._step()
            found += self._read(name, cleared)
            if len(found) >= _AT_ONCE:
                self._take_in(found)
                found = []
        self._take_in(found)
        self._know_itself(own)

    def _unknown(self) -> list[PieceName]:
        """Give the pieces that are to be read: new ones, and those of which something is missing here."""
        here: dict[str, Held] = {}
        wanted = []
        for name in sorted(self.listed, key=str):
            known = self.seen.get(name)
            if name.device not in here:
                here[name.device] = self._held(name.device)
            if known is None or not here[name.device].has_all(name, known):
                wanted.append(name)
        return wanted

    def _read(self, name: PieceName, cleared: Sequence[Cleared]) -> tuple[Event, ...]:
        path = self.listed[name]
        try:
            contents = verify_piece(fetch(path, LARGEST_PIECE), name, now=self.now)
        except NotTakenError as error:
            self._findings.append(Finding(path, error.oddity, error.detail))
            self._unread.add(name)
            self.seen.pop(name, None)
            if not _is_there(self.root):
                raise FileNotFoundError(str(self.root)) from error
            return ()
        alive = [event for event in contents.events if not is_dead(event, cleared)]
        self.seen[name] = _seen(alive, len(contents.events) - len(alive))
        return contents.events

    def _take_in(self, events: Sequence[Event]) -> None:
        if events:
            self._taken += self.do(lambda journal: journal.take_in(events))

    def _know_itself(self, own: Sequence[str]) -> None:
        """See whether somebody else counts under our id, though the file that says so cannot be read."""
        newest = self._held(own[0]).newest
        beyond = [name for name in self._unread if name.device == own[0] and name.last > newest]
        if beyond and self._own()[0] == own[0]:
            self.do(lambda journal: journal.new_device())
        if self._own()[0] != own[0]:
            theirs = [path for name, path in self.listed.items() if name.device == own[0]]
            self._findings += [Finding(path, Oddity.SAME_DEVICE) for path in theirs[-1:]]

    # Giving

    def _give(self, own: Sequence[str]) -> None:
        cleared = self.do(lambda journal: journal.cleared())
        if len(cleared) != self.clearings:
            # A clearing came with what was just taken in: our own pieces are judged by it, too.
            for name in [name for name in self.listed if name.device in own and name in self.seen]:
                self._read(name, cleared)
        for device in own:
            self._give_of(device)
        self.clearings = len(cleared)
        if cleared and max(cleared).before <= timestamp(self.now - GRACE):
            for name in [name for name in self.listed if name in self.seen and self.seen[name].dead]:
                self._take_out(name, cleared)

    def _give_of(self, device: str) -> None:
        here = self._held(device)
        counters = here.counters
        pieces = [name for name in self.listed if name.device == device and name in self.seen]
        good = [name for name in pieces if not self.seen[name].dead and here.has_all(name, self.seen[name])]
        found = plan(counters, good)
        self._total += len(found.writes)
        written = set()
        for first, last in found.writes:
            self._step()
            within = counters[bisect_left(counters, first) : bisect_right(counters, last)]
            covered = [name for name in good if name.first <= last and first <= name.last]
            written.add(self._write(device, first, last))
            self._given += sum(
                not any(name.first <= counter <= name.last for name in covered) for counter in within
            )
        # Spoilt pieces of ours, whose events we have, are replaced; what reaches further may be another's.
        spoilt = {name for name in self._unread if name.device == device and name.last <= here.newest}
        left = {*found.removes, *spoilt, *pieces} - ({*good} - {*found.removes}) - written
        for name in sorted(left, key=str):
            self._remove(name)

    def _take_out(self, name: PieceName, cleared: Sequence[Cleared]) -> None:
        """Take what was cleared out of a piece whose PC has not done so.

        It is the one thing that is written for another device: what comes out has the same name and content
        whoever does it, so that nothing can clash.
        """
        self._step()
        alive = [event for event in self._read(name, cleared) if not is_dead(event, cleared)]
        if name not in self.seen:
            return  # it cannot be read any more
        if alive:
            header, content = write_down(alive, device=name.device)
            self._put(name_for(header), content, alive)
        self._remove(name)

    def _write(self, device: str, first: int, last: int) -> PieceName:
        def gather(journal: Journal) -> list[Event]:
            found = list(takewhile(lambda event: event.counter <= last, journal.events(device, first - 1)))
            # Before they leave: a copy that is put back later knows that they were given.
            journal.has_left(last)
            return found

        events = self.do(gather)
        header, content = write_down(events, device=device)
        name = name_for(header)
        self._put(name, content, events)
        self._unread.discard(name)
        return name

    def _put(self, name: PieceName, content: bytes, events: Sequence[Event]) -> None:
        path = self.root / str(name)
        _put(path, content)
        self.seen[name], self.listed[name] = _seen(events), path

    def _remove(self, name: PieceName) -> None:
        path = self.root / str(name)
        try:
            _delete(path)
        except FileNotFoundError:
            pass
        except OSError as error:
            if not _is_there(self.root):
                raise
            self._findings.append(Finding(path, Oddity.STUCK, str(error)))
            return
        self.seen.pop(name, None)
        self.listed.pop(name, None)

    def _tidy(self, leftovers: Sequence[Path], own: Sequence[str]) -> None:
        """Delete what we were writing or deleting when we were stopped; others' leftovers are theirs."""
        for path in leftovers:
            name = name_in(path.name.rpartition(".")[0])
            if name is not None and name.device in own:
                with suppress(OSError):
                    _wipe(path)

    def _step(self) -> None:
        if self.stopped():
            raise StoppedError
        if self.tick is not None:
            self.tick(self._done, max(self._total, self._done + 1))
        self._done += 1


def keep_seen(seen: Mapping[PieceName, Seen]) -> dict[str, list[int]]:
    """Give what is known of pieces as plain values, fit for JSON."""
    return {str(name): [known.alive, known.sum, known.dead] for name, known in seen.items()}


def seen_again(data: object) -> dict[PieceName, Seen]:
    """Make it of what `keep_seen` gave; what makes no sense is left out, and read again."""
    found: dict[PieceName, Seen] = {}
    for text, numbers in data.items() if isinstance(data, dict) else ():
        name = name_in(text)
        whole = isinstance(numbers, list) and len(numbers) == 3 and all(type(one) is int for one in numbers)
        if name is not None and whole:
            found[name] = Seen(*numbers)
    return found


def _seen(alive: Sequence[Event], dead: int = 0) -> Seen:
    return Seen(len(alive), reduce(xor, (int(event.id, 16) for event in alive), 0), dead)


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _put(path: Path, content: bytes) -> None:
    """Write a piece, whole or not at all. Its folder is never made: it would lie where the stick was."""
    half = path.with_name(path.name + PART)
    half.unlink(missing_ok=True)  # were it a link, we would write into what it leads to
    write_part(half, content)
    half.replace(path)
    flush_folder(path.parent)


def _delete(path: Path) -> None:
    """Take a piece away, its content too; under its own name it is never seen half deleted."""
    gone = path.with_name(path.name + GONE)
    path.replace(gone)
    _wipe(gone)


def _wipe(path: Path) -> None:
    """Overwrite and remove a file, if it is one. A link is only removed: what it leads to is not ours."""
    found = path.lstat()
    if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
        wipe(path)
    else:
        path.unlink()
