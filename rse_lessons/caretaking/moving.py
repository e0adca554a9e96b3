"""Records between PCs, in the window and in the background: the shared folder, and merge files.

Whatever touches a stick or a network drive is done on a thread of its own, by `moving_work`, and never while
a lesson is given. Here it is asked for, and what came of it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rse_lessons.caretaking.moving_work import Chosen, Looked, MovingWork
from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.between.merging import Written
from rse_lessons.progress.between.oddities import Finding, shown
from rse_lessons.progress.between.pieces import MERGE_ENDING
from rse_lessons.progress.between.sharing import Outcome
from rse_lessons.progress.between.sharing_log import Log, load_log, prefer
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.moving.take_in import TakeInWindow
from rse_lessons.ui.moving.window import MovingWindow
from rse_lessons.ui.moving.words import finding_words, not_saved_words, taken_words, trouble_words

if TYPE_CHECKING:
    from rse_lessons.ui.theme import Theme

_QUIET = (Trouble.NO_FOLDER, Trouble.BUSY, Trouble.STOPPED)
"""What is not told when sharing went on in the background: a stick is often not in."""

AT_END = 5.0
"""Seconds that closing the app waits at most for what is shared then."""
_ABOUT_TO_CLOSE = 0.5
"""Seconds that a visit has, once it was stopped, to end by itself."""


class Moving(QObject):
    """Moves records: in its window, when the app opens, and when it closes."""

    changed = Signal()
    """Something came in: what is shown of the records is out of date."""
    told = Signal(str)
    """A sentence about what went wrong in the background."""

    def __init__(self, work: Callable[[], MovingWork], theme: Callable[[], Theme], window: QWidget) -> None:
        """Touch nothing yet. `work` makes what does the work, once for the background and for each window."""
        super().__init__(window)
        self._make, self._theme, self._window = work, theme, window
        self._background = work()
        self._worker = Elsewhere()
        self._worker.done.connect(self._shared)

    def begin(self) -> None:
        """Share in the background once the app is open, if that is wanted."""
        log = load_log(self._background.log)
        if log.folder and log.at_start and not self._worker.busy:
            self._background.begin()
            self._worker.do(self._background.share)

    def _shared(self, outcome: Outcome) -> None:
        if outcome.taken:
            self.changed.emit()
        if outcome.trouble is not None and outcome.trouble not in _QUIET:
            self.told.emit(trouble_words(outcome.trouble))

    def end(self, seconds: float | None = None) -> None:
        """Share before the app closes, if that is wanted, and never longer than this; stop what goes on.

        To be called when no window is left, and before the store is closed.
        """
        seconds = AT_END if seconds is None else seconds
        self._background.stop()
        work = self._make()
        log = load_log(work.log)
        if not (log.folder and log.at_end):
            return

        def last() -> None:
            # A visit that is being stopped still has the folder, and this one would be turned away.
            self._worker.wait(seconds)
            work.share()

        thread = Thread(target=last, name="sharing", daemon=True)
        thread.start()
        thread.join(seconds)
        work.stop()
        thread.join(_ABOUT_TO_CLOSE)

    def open(self) -> None:
        """Show the window until it is closed."""
        work = self._make()
        window = MovingWindow(self._theme(), load_log(work.log), self._window)
        desk = _Desk(work, window, self._theme, self)
        desk.changed.connect(self.changed)
        desk.run()


class _Desk(QObject):
    """What the window asks for, from when it is opened until it is closed."""

    changed = Signal()

    def __init__(
        self, work: MovingWork, window: MovingWindow, theme: Callable[[], Theme], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._window, self._theme = work, window, theme
        self._left = False
        self._worker = Elsewhere()
        self._then: Callable[[object], None] = lambda _made: None
        self._worker.done.connect(self._done)
        work.part.connect(window.show_part)
        window.folder_requested.connect(self._choose)
        window.forget_requested.connect(lambda: self._prefer(folder="", last=None, seen={}))
        window.share_requested.connect(self._share)
        window.stop_requested.connect(work.stop)
        window.preferred.connect(lambda changes: self._prefer(**changes))
        window.save_requested.connect(self._save)
        window.take_requested.connect(self._take)

    def run(self) -> None:
        """Show the window until it is closed; what goes on then is stopped."""
        self._window.exec()
        self._left = True
        self._work.stop()
        self._work.part.disconnect(self._window.show_part)
        self._window.deleteLater()
        if not self._worker.busy:
            self.deleteLater()

    def _go(self, words: str, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._work.begin()
        self._then = then
        self._window.set_busy(words)
        self._worker.do(work)

    def _done(self, made: object) -> None:
        if isinstance(made, Outcome) and made.taken:
            self.changed.emit()
        if self._left:
            self.deleteLater()
            return
        self._window.set_busy("")
        self._then(made)

    def _prefer(self, **changes: object) -> Log:
        """Keep what is wanted; a disk that does not take it has lost nothing that matters."""
        with suppress(OSError):
            prefer(self._work.log, **changes)
        log = load_log(self._work.log)
        self._window.show_log(log)
        return log

    # The shared folder

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._window, tr("Choose the folder that your PCs share"), str(Path.home())
        )
        if chosen:
            self.use(Path(chosen))

    def use(self, folder: Path) -> None:
        """Share through this folder from now on, and share at once."""
        self._go(tr("Looking into the folder"), lambda: self._work.choose(folder), self._chosen)

    def _chosen(self, made: object) -> None:
        if isinstance(made, Trouble):
            self._window.say_folder_trouble(trouble_words(made))
        elif isinstance(made, Chosen) and (not made.others or self._agree(made)):
            self._prefer(folder=str(made.root), last=None, seen={}, clearings=-1)
            self._share()

    def _agree(self, made: Chosen) -> bool:
        words = ntr(
            "Records of {count} other PC lie there already. They become part of your records here, and yours"
            " become known there. Go on only if these are your own PCs.",
            "Records of {count} other PCs lie there already. They become part of your records here, and yours"
            " become known there. Go on only if these are your own PCs.",
            made.others,
        )
        answers = [("yes", tr("They are mine: share")), ("", tr("Cancel"))]
        question = Question(self._theme(), tr("Share with these PCs?"), words, answers, self._window)
        question.exec()
        question.deleteLater()
        return question.answer == "yes"

    def _share(self) -> None:
        self._go(tr("Sharing with your other PCs"), self._work.share, self._shared)

    def _shared(self, outcome: object) -> None:
        log = load_log(self._work.log)
        if isinstance(outcome, Outcome):
            self._window.show_outcome(log, outcome)

    # Merge files

    def _save(self, with_words: bool, with_reflections: bool) -> None:
        name = f"lesson-records-{date.today():%Y-%m-%d}{MERGE_ENDING}"  # noqa: DTZ011  the teacher's own day
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save a file of records"), str(_documents() / name), _kinds()
        )
        if chosen:
            target = Path(chosen if chosen.lower().endswith(MERGE_ENDING) else f"{chosen}{MERGE_ENDING}")
            self.write(target, with_words=with_words, with_reflections=with_reflections)

    def write(self, target: Path, *, with_words: bool, with_reflections: bool = False) -> None:
        """Write a merge file, and say how it went."""
        write = partial(self._work.write, target, with_words=with_words, with_reflections=with_reflections)
        self._go(tr("Writing the file"), write, self._written)

    def _written(self, made: object) -> None:
        if isinstance(made, Written):
            said = ntr("{count} step in {{file}}.", "{count} steps in {{file}}.", made.events)
            self._window.say_file(tr("The file is saved"), said.format(file=made.path))
        elif made is Trouble.STOPPED:
            self._window.say_file(tr("Stopped"), tr("No file was saved."), good=False)
        elif isinstance(made, Trouble):
            self._window.say_file(tr("No file was saved"), not_saved_words(made), good=False)

    def _take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Take a file of records in"), str(_documents()), _kinds()
        )
        if chosen:
            self.take(Path(chosen))

    def take(self, file: Path) -> None:
        """Show what a file would change, and take it in when the teacher says so."""
        window = TakeInWindow(self._theme(), shown(file), self._window)
        taking = _Taking(self._work, window, file, self)
        taking.changed.connect(self.changed)
        taking.run()


class _Taking(QObject):
    """One merge file from its being looked through to its end."""

    changed = Signal()

    def __init__(self, work: MovingWork, window: TakeInWindow, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._window, self._file = work, window, file
        self._looked: Looked | None = None
        self._left = False
        self._worker = Elsewhere()
        self._worker.done.connect(self._come)
        work.part.connect(window.show_part)
        window.take_requested.connect(self._agreed)
        window.stop_requested.connect(work.stop)

    def run(self) -> None:
        """Begin, and stay until the window is closed."""
        self._work.begin()
        self._worker.do(lambda: self._work.look(self._file))
        self._window.exec()
        self._left = True
        self._work.stop()
        self._work.part.disconnect(self._window.show_part)
        self._window.deleteLater()
        if not self._worker.busy:
            self.deleteLater()

    def _agreed(self) -> None:
        looked = self._looked
        if looked is not None:
            self._window.show_taking()
            self._work.begin()
            self._worker.do(lambda: self._work.take(looked.contents))

    def _come(self, made: object) -> None:
        if isinstance(made, int) and made:
            self.changed.emit()
        if self._left:
            self.deleteLater()
        elif isinstance(made, Looked):
            self._looked = made
            self._window.show_preview(made.preview)
        elif isinstance(made, Finding):
            self._window.show_refusal(finding_words(made))
        elif made is Trouble.STOPPED:
            self._window.show_stopped(begun=self._looked is not None)
        elif isinstance(made, Trouble):
            self._window.show_refusal(trouble_words(made))
        elif isinstance(made, int):
            self._window.show_taken(taken_words(made))


def _kinds() -> str:
    return tr("Lesson records (*.rserecords)")


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or str(Path.home()))
