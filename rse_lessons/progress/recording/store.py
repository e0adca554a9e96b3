"""The store: recording never waits for the disk, and what was acknowledged is on the disk.

`record` puts an event into a queue and returns. One thread takes what has gathered, writes it in one
transaction, and acknowledges it. Whatever the disk does, presenting goes on: the events stay in the
queue, the writer tries again, and people are told in one sentence. SQL is in `journal`.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rse_lessons.progress.database.faults import (
    NOT_STORED,
    RECOVERED,
    SENTENCES,
    TROUBLE,
    Fault,
    RecordsError,
    fault_of,
)
from rse_lessons.progress.database.journal import Connect, Journal, connect
from rse_lessons.progress.database.reading import read_summary_without
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.events import Event, check, timestamp
from rse_lessons.progress.facts.labels import check_label
from rse_lessons.progress.facts.summary import Summary, fold
from rse_lessons.progress.recording.keeping import Keeping, ReplacedError
from rse_lessons.progress.recording.promises import Job, Receipt

if TYPE_CHECKING:
    from rse_lessons.progress.facts.learning import Learning

T = TypeVar("T")

_AT_ONCE = 500
"""Events in one transaction, at most."""

_MOST_DAMAGES = 3
"""Databases put aside in one run; a disk that damages each new one is not cured by a fourth."""


_MAY_END = (Fault.FULL, Fault.LOCKED, Fault.NEWER)
"""Faults that keep a repair waiting, and have a sentence that says what to do."""


class Store:
    """The records of this PC. `record` and `snapshot` may be called from any thread."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime],
        tell: Callable[[str], None],
        profile: str = "",
        busy_seconds: float = 5.0,
        retry_seconds: float = 1.0,
        connect: Connect = connect,
        marks: Path | None = None,
        deleted: Callable[[], None] = lambda: None,
    ) -> None:
        """Touch nothing yet: the file is opened, and the writer started, with the first event.

        `now` gives a moment with its time zone. `tell` takes a sentence for the teacher; it is called on
        the writer's thread. `connect` opens the file for writing, so that a test can hand in a
        connection with little room or without leave to write. `marks` is a file outside the database by
        which it knows that it is an older copy; see `places`. `deleted` is called on the writer's thread when
        words or events were deleted, so that they are taken out of the backups, too.
        """
        self._path, self._now, self._tell, self._profile = path, now, tell, profile
        self._retry_seconds = retry_seconds
        self._changed = threading.Condition()
        self._waiting: list[Receipt] = []
        self._jobs: list[Job[Any]] = []
        self._written = 0
        self._closing = False
        self._fault: Fault | None = None
        self._delay = retry_seconds
        self._damages = 0
        self._known = Summary()
        self._learnt: Learning | None = None
        self._unread: dict[str, Receipt] = {}
        """Stored since the file was last read; while it cannot be read, they are known here alone."""
        self._keeping = Keeping(
            path,
            now=now,
            tell=tell,
            seconds=busy_seconds,
            connect=connect,
            marks=marks,
            wake=self.wake,
            deleted=deleted,
        )
        self._writer = threading.Thread(target=self._run, name="records", daemon=True)

    def record(
        self,
        kind: str,
        *,
        lesson: str = "",
        class_label: str = "",
        data: Mapping[str, object] | None = None,
        words: str = "",
        waits: bool = False,
    ) -> Receipt:
        """Record an event and return at once; `words` come with a few kinds, see `events.WORDED`.

        With `waits` the writer begins only when it is woken, by `wake` or by any other event: its work and
        the painting of a slide would hold each other up.

        Raises ValueError when the event is not one that may be kept (see `events.KINDS`) and
        RuntimeError after `close`; both are faults of the program's. A fault of the disk never raises.
        """
        check(kind, lesson, class_label, data or {}, words)
        check_label(class_label)
        # Copied through JSON: what the caller does with its own tables later is no part of the event.
        kept: dict[str, object] = json.loads(json.dumps(data)) if data else {}
        event = Event(
            os.urandom(16).hex(),
            "",
            0,
            timestamp(self._now()),
            kind,
            lesson,
            class_label,
            self._profile,
            kept,
        )
        receipt = Receipt(event, words)
        with self._changed:
            if self._closing:
                raise RuntimeError("the store is closed")
            self._waiting.append(receipt)
            self._start()
            if not waits:
                self._changed.notify_all()
        return receipt

    def wake(self) -> None:
        """Have the writer begin with what waits. Returns at once."""
        with self._changed:
            self._changed.notify_all()

    def open(self) -> None:
        """Open the file in the background, before there is anything to write: after the first paint."""
        with self._changed:
            if not self._closing:
                self._start()

    def do(self, work: Callable[[Journal], T]) -> Job[T]:
        """Have work done on the writer's thread, after what is recorded already, and return at once.

        It may read and write the journal. A fault of the disk fails the job, and recording goes on; while
        nothing can be stored, the job waits. Raises RuntimeError after `close`.
        """
        # Only work that is done apart gets no journal.
        return self._queue(lambda count: Job(work, count))  # type: ignore[arg-type]

    def apart(self, work: Callable[[], T]) -> Job[T]:
        """Have work done on the writer's thread while the file is closed, such as putting another in place.

        What is recorded meanwhile waits, and goes into whatever lies there afterwards. As with `do`, it comes
        after what is recorded already, and a fault of the disk fails the job.
        """
        return self._queue(lambda count: Job(lambda _closed: work(), count, apart=True))

    def forget(self) -> None:
        """Let go of what was known: the records have been erased on purpose."""
        self._known, self._learnt = Summary(), None
        self._unread.clear()

    def mend(self) -> None:
        """Make the records whole: somebody who looked them over has found damage. Returns at once."""
        self._keeping.call_damaged()
        self.wake()

    def _queue(self, make: Callable[[int], Job[T]]) -> Job[T]:
        with self._changed:
            if self._closing:
                raise RuntimeError("the store is closed")
            job = make(self._written + len(self._waiting))
            self._jobs.append(job)
            self._start()
            self._changed.notify_all()
        return job

    def snapshot(self) -> Summary:
        """Everything recorded so far, also what has not reached the disk yet, and what other copies wrote.

        While the file cannot be read, what was last known stands in for it.
        """
        with self._changed:
            waiting, unread = list(self._waiting), list(self._unread.values())
        summary, ids = self._known, frozenset[str]()
        if self._path.exists():
            try:
                summary, ids = read_summary_without(self._path, [receipt.event.id for receipt in waiting])
                self._known = summary
                with self._changed:
                    for receipt in unread:
                        self._unread.pop(receipt.event.id, None)
            except TROUBLE:
                waiting = [*unread, *waiting]  # the writer meets the same fault, and says so
        pending = [receipt for receipt in waiting if receipt.event.id not in ids]
        if not pending:
            return summary
        numbered = (replace(receipt.event, device="", counter=place) for place, receipt in enumerate(pending))
        words = {subject(one.event): one.words for one in pending if one.words and one.event.class_label}
        return fold(numbered, summary._replace(words={**summary.words, **words}))

    def learning(self) -> Learning:
        """Give what the teacher has learnt, also what has not reached the disk yet: see `snapshot`."""
        from rse_lessons.progress.database.learning_rows import (  # noqa: PLC0415 - imported late: start-up
            read_learning_without,
        )
        from rse_lessons.progress.facts.learning_fold import learn  # noqa: PLC0415 - imported late: start-up

        with self._changed:
            waiting, unread = list(self._waiting), list(self._unread.values())
        ids = frozenset[str]()
        try:
            read = read_learning_without(self._path, [one.event.id for one in (*unread, *waiting)])
            self._learnt, ids = read
        except TROUBLE:
            pass  # the writer meets the same fault, and says so; what was last known stands in
        pending = [one for one in (*unread, *waiting) if one.event.id not in ids]
        numbered = [replace(one.event, device="", counter=place) for place, one in enumerate(pending)]
        return learn(numbered, {subject(one.event): one.words for one in pending if one.words}, self._learnt)

    @property
    def fault(self) -> Fault | None:
        """Why nothing can be written just now; None when all is well."""
        return self._fault

    def flush(self, timeout: float) -> bool:
        """Wait until everything recorded is on the disk, and say whether it is."""
        with self._changed:
            self._changed.notify_all()
            return self._changed.wait_for(lambda: not self._waiting, timeout)

    def close(self, timeout: float = 10.0) -> bool:
        """Write what is waiting, let go of the file, and say whether everything was stored."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._writer.ident is not None:
            self._writer.join(timeout)
        stored = not self._waiting
        if not stored:
            self._tell(NOT_STORED)
        return stored

    def _start(self) -> None:
        if self._writer.ident is None:
            self._writer.start()

    def _run(self) -> None:
        """Be the writer, until the store is closed."""
        self._attempt([])
        while self._has_more():
            last = self._closing
            if self._attempt(self._batch()):
                self._work()
            elif last:
                break
        self._give_up()
        self._keeping.let_go()

    def _has_more(self) -> bool:
        """Wait for events and jobs, after a fault for some time; false when no more is to be done."""
        with self._changed:
            if self._fault is not None:
                self._changed.wait_for(lambda: self._closing, self._delay)
            damaged = self._keeping.has_found_damage
            self._changed.wait_for(lambda: self._waiting or self._jobs or self._closing or damaged())
            return bool(self._waiting or self._jobs or damaged())

    def _batch(self) -> list[Receipt]:
        """Give what is written next: nothing that was recorded after work that puts another file in place."""
        with self._changed:
            before = [job.after - self._written for job in self._jobs if job.apart]
            return self._waiting[: max(0, min([_AT_ONCE, *before]))]

    def _work(self) -> None:
        """Do the jobs for which everything recorded earlier is on the disk."""
        while True:
            with self._changed:
                if not self._jobs or not self._jobs[0].is_due(self._written):
                    return
                job = self._jobs.pop(0)
                self._unread.clear()  # it may take some of them away
            try:
                if job.apart:
                    self._keeping.let_go()
                job.run(
                    None if job.apart else self._keeping.opened(),
                    lambda: self._keeping.follow(everything=True),
                )
            except TROUBLE as error:
                job.fail(error)
                # Whatever it met is met again with the next event, and told then.
                self._keeping.let_go()

    def _give_up(self) -> None:
        with self._changed:
            jobs, self._jobs = self._jobs, []
        for job in jobs:
            job.fail(RecordsError("the store was closed before the job could be done"))

    def _attempt(self, batch: list[Receipt]) -> bool:
        """Write a batch and say whether it is on the disk; the queue keeps it when it is not."""
        try:
            words = {receipt.event.id: receipt.words for receipt in batch if receipt.words}
            written = self._keeping.opened().append([receipt.event for receipt in batch], words)
            if written:
                self._keeping.follow()
        except ReplacedError:
            return self._attempt(batch)
        except TROUBLE as error:
            self._keeping.let_go()
            return self._meet(fault_of(error)) and self._attempt(batch)
        with self._changed:
            for receipt, event in zip(batch, written, strict=True):
                receipt.event = event
                receipt.acknowledged.set()
            self._unread |= {receipt.event.id: receipt for receipt in batch}
            for key in list(self._unread)[:-_AT_ONCE]:
                del self._unread[key]
            del self._waiting[: len(batch)]
            self._written += len(batch)
            recovered, self._fault, self._delay = self._fault is not None, None, self._retry_seconds
            self._changed.notify_all()
        if recovered:
            self._tell(RECOVERED)
        return True

    def _meet(self, fault: Fault) -> bool:
        """Do about a fault what can be done, tell it once, and say whether to try again at once."""
        if fault is Fault.DAMAGED and self._damages < _MOST_DAMAGES:
            try:
                report = self._keeping.repair()
            except TROUBLE as error:
                # Told below: a full disk in its own words, all else as damage that could not be mended.
                found = fault_of(error)
                fault = found if found in _MAY_END else Fault.DAMAGED
            else:
                self._damages += 1
                if report is not None:
                    self._tell(report.sentence)
                return True
        told, self._fault = self._fault, fault
        self._delay = self._retry_seconds if told is None else min(self._delay * 2, self._retry_seconds * 16)
        if told is not fault:
            self._tell(SENTENCES[fault])
        return False
