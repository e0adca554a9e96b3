"""The end of a school year, and of one class: asked for at the right time, deleted in the background.

Nothing is ever deleted because a day has come: a window asks, and asks again. It is never shown while a
lesson is given. What an earlier clearing could not reach is tried again at each start.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.between.sharing_log import NAME, load_log
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.deleting.retention import (
    Due,
    Outcome,
    clear_year,
    delete_class,
    find_due,
    finish,
    note_path,
)
from rse_lessons.progress.deleting.year_end import YearEnd, latest_end
from rse_lessons.progress.facts.events import timestamp
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.ending.window import EndingWindow
from rse_lessons.ui.ending.words import Told, class_words, left_words, now_words, year_words
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.progress.database.journal import Journal
    from rse_lessons.progress.recording.store import Store

T = TypeVar("T")

LONGEST = 60.0
"""Seconds that a deletion waits for the disk before it is given up."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an end is asked about in."""

    records: Path
    window: QWidget
    theme: Callable[[], Theme]
    store: Callable[[], Store]
    preferences: Callable[[], Preferences]
    prefer: Callable[..., object]
    tell: Callable[[str], object]
    busy: Callable[[], bool]
    """Whether a lesson is being given, or the screen is locked: then nothing is asked."""
    shared: Callable[[], Path | None] = lambda: None
    """The folder that is shared with other PCs."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


def shared_folder(records: Path) -> Path | None:
    """Give the folder that these records are shared through, where one was chosen."""
    folder = load_log(records.with_name(NAME)).folder
    return Path(folder) if folder else None


class Ending(QObject):
    """Asks, has it deleted, and says how it went."""

    export_requested = Signal(str)
    """A copy is wanted first: `csv`, `json` or `records`; how it went is told to `say_saved`."""
    cleared = Signal()
    """Something was deleted, and the windows should show it."""
    looked = Signal()
    """It is known whether there is something to ask; it was asked if there was."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._looking = False
        self._looker, self._deleter = Elsewhere(), Elsewhere()
        self._looker.done.connect(self._looked)
        self._deleter.done.connect(self._deleted)
        self.window: EndingWindow | None = None
        """The window that asks, while it does."""
        self.day = date.min
        """A day of the school year that it asks about."""

    # When

    def look(self) -> None:
        """Ask if a school year has ended, unless it was put off: after the start, and after a lesson."""
        if self._looking or self.window is not None or self._around.busy():
            return
        around = self._around
        end = self._end()
        waits = self._today().isoformat() < around.preferences().year_put_off
        if waits and not note_path(around.records).exists():
            self.looked.emit()
            return
        do, shared, now = self.do, around.shared(), around.now()

        def work() -> tuple[Due | None, Outcome | None]:
            found = None if waits else find_due(around.records, end)
            return found, finish(around.records, do, now=now, shared=shared)

        self._looking = True
        self._looker.do(partial(_safely, work))

    def _looked(self, found: object) -> None:
        self._looking = False
        if isinstance(found, tuple):
            due, outcome = found
            if outcome is not None:
                self._tell_left(outcome)
            if due is not None and self.window is None and not self._around.busy():
                self._ask_year(due, year_words(due, self._today()))
        self.looked.emit()

    def _tell_left(self, outcome: Outcome) -> None:
        if outcome.left:
            told = [tr("Something that you deleted is not gone everywhere yet.")]
            told += [left_words(left) for left in outcome.left]
            told.append(tr("RSE Lessons tries this again at its next start."))
            self._around.tell(" ".join(told))
        else:
            self._around.tell(tr("What you deleted is now gone everywhere."))

    def open(self) -> None:
        """Show the offer because somebody asks for it: of the year that has ended, or of this one so far."""
        if self.window is not None or self._around.busy():
            return
        end, today = self._end(), self._today()
        due = self._find(end)
        if due is not None:
            self._ask_year(due, year_words(due, today))
            return
        due = self._find(YearEnd(today, timestamp(self._around.now())))
        if due is None:
            self._around.tell(tr("There are no records of classes to delete."))
        else:
            self._ask_year(due, now_words(due, self._next_end(end)))

    def _find(self, end: YearEnd) -> Due | None:
        try:
            return find_due(self._around.records, end)
        except (sqlite3.Error, OSError):
            return None

    def _end(self) -> YearEnd:
        preferences = self._around.preferences()
        return latest_end(preferences.year_end, preferences.nation, self._around.now())

    def _next_end(self, end: YearEnd) -> date:
        return end.day.replace(year=end.day.year + 1)

    def _today(self) -> date:
        return self._around.now().astimezone().date()

    # Asked

    def _ask_year(self, due: Due, told: Told) -> None:
        fresh = [one.label for one in due.classes if one.fresh]
        window = self._shown(told)
        self.day = due.end.day

        def confirmed(keep: bool) -> None:
            labels = fresh if keep else []
            self._delete(partial(clear_year, end=due.end, keep=labels))

        window.put_off.connect(self._put_off)
        window.confirmed.connect(confirmed)

    def delete_class(self, label: str) -> None:
        """Ask whether a class is to be deleted for good, and have it deleted."""
        if self.window is not None or self._around.busy():
            return
        summary = self._around.store().snapshot()
        lessons = sum(
            bool(standing.status or standing.days)
            for (known, _), standing in summary.lessons.items()
            if known == label
        )
        window = self._shown(class_words(label, lessons))
        self.day = self._today()
        window.confirmed.connect(lambda _keep: self._delete(partial(delete_class, label=label)))

    def _shown(self, told: Told) -> EndingWindow:
        self.window = window = EndingWindow(self._around.theme(), told, self._around.window)
        window.export_requested.connect(self.export_requested)
        window.finished.connect(self._closed)
        window.open()
        return window

    def _closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()

    def say_saved(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say how a copy went that was asked for."""
        if self.window is not None:
            self.window.say_saved(title, text, good=good)

    def _put_off(self, days: int) -> None:
        until = self._today() + timedelta(days=days)
        self._around.prefer(year_put_off=until.isoformat())

    # Deleted

    def _delete(self, delete: Callable[..., Outcome]) -> None:
        around = self._around
        work = partial(delete, around.records, self.do, now=around.now(), shared=around.shared())
        self._deleter.do(partial(_safely, work))

    def _deleted(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            self._forget_choice()
            self.cleared.emit()
            if self.window is not None:
                self.window.show_done(outcome)
        elif self.window is not None:
            self.window.show_failure(
                tr(
                    "Your records cannot be written just now. Everything is as it was. See that no other "
                    "window of RSE Lessons is open and that the disk has room, and try again."
                )
            )

    def _forget_choice(self) -> None:
        """Let go of a class that is gone, and of a day until which it was put off."""
        known = {info.label for info in self._around.store().snapshot().classes}
        preferences = self._around.preferences()
        changes: dict[str, object] = {}
        if preferences.class_label and preferences.class_label not in known:
            changes["class_label"] = ""
        if preferences.year_put_off:
            changes["year_put_off"] = ""
        if changes:
            self._around.prefer(**changes)

    def do(self, work: Callable[[Journal], T], /) -> T:
        """Have work done on the records and wait; not on the windows' thread."""
        return wait_for(self._around.store(), work)


def wait_for(store: Store, work: Callable[[Journal], T]) -> T:
    """Have work done on the records and wait; given up, it is never done later. Raises TimeoutError."""
    step = _Step(work)
    job = store.do(step)
    if not job.wait(LONGEST) and step.give_up():
        raise TimeoutError("the records cannot be written")
    job.wait()
    return job.result()


def _safely(work: Callable[[], object]) -> object:
    """Do it, and give what came of it or what went wrong."""
    try:
        return work()
    except (sqlite3.Error, OSError, RecordsError, RuntimeError) as error:
        return error


class _Step(Generic[T]):
    """Work that can be given up as long as it has not begun: what is told as not done is never done later."""

    def __init__(self, work: Callable[[Journal], T]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._begun = self._given_up = False

    def __call__(self, journal: Journal) -> T:
        with self._lock:
            if self._given_up:
                raise RecordsError("given up")
            self._begun = True
        return self._work(journal)

    def give_up(self) -> bool:
        """Let it never begin, and say whether that was still possible."""
        with self._lock:
            self._given_up = not self._begun
            return self._given_up
