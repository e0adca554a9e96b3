"""The page "Where your records are": looks at them in the background, and does what its buttons ask for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.database.backup import Backup, StoppedError, back_up, list_backups, verify
from rse_lessons.progress.database.faults import SENTENCES, RecordsError, fault_of
from rse_lessons.progress.deleting.erasing import Erased, erase_everything, traces
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.care import look_after
from rse_lessons.progress.upkeep.health import Health, health
from rse_lessons.progress.upkeep.restoring import NOT_GOOD, BackupNotGoodError, Restored, restore
from rse_lessons.school import OWN_LESSONS
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.keeping.page import KeepingPage
from rse_lessons.ui.keeping.words import kept_words, moment_words, said_words
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.own_folder import open_folder
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.typed_consent import TypedConsent

BUSY = (
    "Another window of RSE Lessons is at work on your records. Nothing has been changed. Close it and try"
    " again."
)
_SHORT = 2
"""Characters: a label such as `7B` stands by chance in any file of some size, and proves nothing."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page is opened in."""

    records: Path
    window: LibraryWindow
    theme: Callable[[], Theme]
    store: Callable[[], Store]
    tell: Callable[[str], None]
    at_rest: Callable[[], AbstractContextManager[object]] = nullcontext
    """Holds the care in the background back, while other records are put in place."""
    also: Callable[[], Sequence[Path]] = tuple
    """Further files that tell of the records, and go with them."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Safekeeping(QObject):
    """Shows the page and keeps its promises."""

    records_changed = Signal()
    """Other records have come into their place."""
    erased = Signal()
    """There are no records any more."""
    rested = Signal()
    """Nothing is being done any more, and everything was said."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._queue: list[tuple[Callable[[], object], Callable[[Any], object]]] = []
        self._worker = Elsewhere()
        self._worker.done.connect(self._finished)
        self.page = page = KeepingPage(around.theme())
        page.folder_wanted.connect(self._show_folder)
        page.check_wanted.connect(self.check)
        page.backup_wanted.connect(self.back_up)
        page.restore_wanted.connect(self.ask_back)
        page.erase_wanted.connect(self.ask_erase)

    def open(self) -> None:
        """Show the page, and look at the records meanwhile."""
        self.page.begin()
        self._around.window.show_page(self.page)
        self.look()

    def show_again(self) -> None:
        """Look again while the page is in front: something was recorded or looked after."""
        if not self.busy and self.page.isVisible():
            self.look()

    def look(self) -> None:
        """See how everything is, in the background."""
        self._look(lambda: None)

    def _look(self, afterwards: Callable[[], object]) -> None:
        folder, name = self._around.records.parent, self._around.records.name

        def show(found: Health) -> None:
            self.page.show_kept(kept_words(found, self._around.now()))
            afterwards()

        self._begin(lambda: health(folder, name), show)

    @property
    def busy(self) -> bool:
        """Whether something is being done in the background."""
        return bool(self._queue)

    # What the buttons ask for

    def _show_folder(self) -> None:
        if sentence := open_folder(self._around.records.parent):
            self._around.tell(sentence)

    def check(self) -> None:
        """Look everything over now: the records, and every backup."""
        records, now = self._around.records, self._around.now()

        def work() -> tuple[int, int]:
            look_after(records, now)
            found = [verify(backup) for backup in list_backups(records)]
            return sum(one.checked for one in found), len(found)

        def show(counted: tuple[int, int]) -> None:
            good, every = counted
            words = tr("Every page of the records and {good} of {count} backups were read and are good.")
            self.page.say(tr("Checked just now."), words.format(good=good, count=every), good=good == every)

        self._do(tr("Reading everything…"), work, show)

    def back_up(self) -> None:
        """Make a backup now."""
        records, now = self._around.records, self._around.now()

        def show(_made: Backup) -> None:
            self.page.say(tr("Backed up just now."), tr("The copy was opened and checked."))

        self._do(tr("Backing up…"), lambda: back_up(records, now), show)

    def ask_back(self, name: str) -> None:
        """Ask whether to go back to a backup, and do it."""
        backup = next((one for one in list_backups(self._around.records) if one.path.name == name), None)
        if backup is None:
            self.look()
            return
        when = moment_words(backup.made, self._around.now().astimezone().date())
        question = Question(
            self._around.theme(),
            tr("Go back to {when}?").format(when=when),
            tr(
                "The records become what they were then. As they are now they are kept as a backup, too, so"
                " that you can come back. What you have deleted since stays deleted."
            ),
            [("back", tr("Go back")), ("", tr("Cancel"))],
            self._around.window,
        )
        question.exec()
        question.deleteLater()
        if question.answer == "back":
            self.go_back(backup)

    def go_back(self, backup: Backup) -> None:
        """Put a backup in the place of the records."""
        records, now = self._around.records, self._around.now()
        store, at_rest = self._around.store(), self._around.at_rest

        def work() -> Restored:
            with at_rest():
                job = store.apart(lambda: restore(records, backup, now))
                job.wait()
                return job.result()

        def show(restored: Restored) -> None:
            self.records_changed.emit()
            self.page.say(tr("You are back."), said_words(restored.sentences))

        self._do(tr("Going back…"), work, show)

    def ask_erase(self) -> None:
        """Ask by typing whether everything is to be erased, and do it."""
        consent = TypedConsent(
            self._around.theme(),
            tr("Erase all records?"),
            word=tr("erase"),
            goes=[
                tr("All classes, what each was taught, votes, rules, answers and plans"),
                tr("Every backup on this PC, and the second copy of the newest steps"),
            ],
            stays=[
                tr("Lessons, settings and lesson packs"),
                tr("What you exported, or keep in a shared folder or on another PC"),
            ],
            button=tr("Erase everything"),
            parent=self._around.window,
        )
        consent.confirmed.connect(consent.accept)
        if consent.exec():
            self.erase()
        consent.deleteLater()

    def erase(self) -> None:
        """Erase everything, and show the proof."""
        records = self._around.records
        store, at_rest, also = self._around.store(), self._around.at_rest, self._around.also()
        labels = [info.label for info in store.snapshot().classes]

        def erase_all() -> Erased:
            erased = erase_everything(records, also)
            store.forget()
            return erased

        def work() -> tuple[Erased, int]:
            with at_rest():
                job = store.apart(erase_all)
                job.wait()
                erased = job.result()
            found = traces(records.parent, [label for label in labels if len(label) > _SHORT])
            own_lessons = records.parent / OWN_LESSONS
            return erased, sum(own_lessons not in path.parents for path, _ in found)

        def show(found: tuple[Erased, int]) -> None:
            erased, left = found
            self.erased.emit()
            if erased.is_complete and not left:
                words = tr(
                    "{count} files were overwritten and removed. Then every file of the folder was searched"
                    " for the names of your classes: none was found."
                )
                self.page.say(tr("Everything is erased."), words.format(count=len(erased.removed)))
                return
            names = ", ".join(path.name for path in erased.left)
            words = tr(
                "{count} files were removed, but another program holds some open: {names}. Close it and erase"
                " again."
            )
            told = words.format(count=len(erased.removed), names=names)
            self.page.say(tr("Not everything is erased yet."), told, good=False)

        self._do(tr("Erasing…"), work, show)

    # In the background

    def _do(self, busy: str, work: Callable[[], object], then: Callable[..., object]) -> None:
        """Do what a button asked for, look how things are then, and say what came of it."""
        self.page.set_busy(busy)

        def say(made: object) -> None:
            self.page.set_busy("")
            then(made)

        # Looked at first, so that what is said fits what is shown.
        self._begin(work, lambda made: self._look(lambda: say(made)))

    def _begin(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        """Do one thing after the other, on a thread of its own."""

        def safely() -> object:
            try:
                return work()
            except (sqlite3.Error, OSError, RecordsError, StoppedError) as error:
                return error

        self._queue.append((safely, then))
        if not self._worker.busy:
            self._worker.do(self._queue[0][0])

    def _finished(self, made: object) -> None:
        _, then = self._queue.pop(0)
        if isinstance(made, Exception):
            self.page.set_busy("")
            self.page.say(tr("That was not possible."), tr(_sentence(made)), good=False)
        else:
            then(made)
        if self._queue and not self._worker.busy:
            self._worker.do(self._queue[0][0])
        if not self.busy:
            self.rested.emit()


def _sentence(error: Exception) -> str:
    if isinstance(error, BackupNotGoodError):
        return NOT_GOOD
    if isinstance(error, TimeoutError):
        return BUSY
    if isinstance(error, sqlite3.Error | OSError | RecordsError):
        return SENTENCES[fault_of(error)]
    return str(error)
