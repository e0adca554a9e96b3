"""What the store gives back at once for what it does later: a receipt for an event, a job for other work."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from rse_lessons.progress.database.faults import TROUBLE

if TYPE_CHECKING:
    from rse_lessons.progress.database.journal import Journal
    from rse_lessons.progress.facts.events import Event

T = TypeVar("T")


class Receipt:
    """What `record` gives: a promise that is kept once the event is on the disk."""

    __slots__ = ("acknowledged", "event", "words")

    def __init__(self, event: Event, words: str = "") -> None:
        self.words = words
        """The teacher's words that came with the event; they are kept apart from it."""
        self.event = event
        """The event; its device and counter are set when it is acknowledged."""
        self.acknowledged = threading.Event()
        """Set once the event is on the disk."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the event is on the disk, and say whether it is. Not for the screen's thread."""
        return self.acknowledged.wait(timeout)


class Job(Generic[T]):
    """What `do` gives: work for the writer's thread, and what came of it."""

    __slots__ = ("_error", "_made", "_work", "after", "apart", "done")

    def __init__(self, work: Callable[[Journal | None], T], after: int, *, apart: bool = False) -> None:
        self._work = work
        self.after = after
        """How many events are recorded before it."""
        self.apart = apart
        """Whether it is done while the file is closed."""
        self._made: T | None = None
        self._error: BaseException | None = None
        self.done = threading.Event()
        """Set once the work is done or has failed."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is done or has failed, and say whether it is. Not for the screen's thread."""
        return self.done.wait(timeout)

    def result(self) -> T:
        """Give what the work gave, or raise what it raised. To be asked once it is done."""
        if not self.done.is_set():
            raise RuntimeError("the job is not done")
        if self._error is not None:
            raise self._error
        return self._made  # type: ignore[return-value]  # set by `run`, unless it failed

    def is_due(self, written: int) -> bool:
        """Whether everything that was recorded before it is on the disk."""
        return written >= self.after

    def run(self, journal: Journal | None, then: Callable[[], None]) -> None:
        """Do the work, and when it has written, `then` what belongs to it, before it is called done.

        What it raises is kept for `result`; faults of the disk are raised here too.
        """
        try:
            before = journal.connection.total_changes if journal else 0
            self._made = self._work(journal)
            if journal and journal.connection.total_changes != before:
                then()
        except Exception as error:
            self._error = error
            if isinstance(error, TROUBLE):
                raise  # of the disk: the writer looks after it
        finally:
            self.done.set()

    def fail(self, error: BaseException) -> None:
        """Give the work up."""
        self._error = error
        self.done.set()
