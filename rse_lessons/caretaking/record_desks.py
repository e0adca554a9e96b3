"""What looks after the records: where they are, between PCs, the end of the year, papers for the school."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rse_lessons.means import Means

if TYPE_CHECKING:
    from rse_lessons.caretaking.ending import Ending
    from rse_lessons.caretaking.moving import Moving
    from rse_lessons.caretaking.protecting import Papers
    from rse_lessons.caretaking.safekeeping import Safekeeping
    from rse_lessons.progress.upkeep.care import Care


def load() -> None:
    """Load what the desks need at once, on any thread; on the windows' own they would stand still."""
    import rse_lessons.caretaking.ending  # noqa: PLC0415  imported late: start-up
    import rse_lessons.caretaking.ending_copies  # noqa: PLC0415  imported late: start-up
    import rse_lessons.caretaking.moving  # noqa: PLC0415  imported late: start-up
    import rse_lessons.caretaking.moving_work  # noqa: PLC0415  imported late: start-up
    import rse_lessons.progress.upkeep.care  # noqa: F401, PLC0415  imported late: start-up


class RecordDesks(QObject):
    """Each is made with the first need; care and sharing begin once the first window is painted."""

    changed = Signal()
    """The records are others than the windows show."""
    erased = Signal()
    """There are no records any more."""
    told = Signal(str)
    """A sentence, from whatever thread."""
    cared = Signal()
    """The records were looked over in the background."""

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._care: Care | None = None
        self._over = False
        self.told.connect(means.tell)
        self.cared.connect(self._show_again)

    # From the first picture to the end

    def begin(self) -> None:
        """Look after the records in the background, share them, and ask whether a year has ended.

        Once, after `load`: what this needs takes half a second to load, and the window would stand still.
        """
        if self._care is not None or self._over:
            return
        from rse_lessons.progress.upkeep.care import Care  # noqa: PLC0415  imported late: start-up

        self._care = Care(
            self._means.school.paths.records,
            now=lambda: datetime.now(UTC),
            tell=self.told.emit,
            damaged=lambda: self._means.store().mend(),
            done=self.cared.emit,
        )
        self._care.start()
        self.moving.begin()
        self.ending.look()

    def look_after(self) -> None:
        """Look the records over again soon; `cared` tells when it is done."""
        if self._care is not None:
            self._care.look_again()

    def lesson_ended(self) -> None:
        """Do what had to wait for the end of a lesson."""
        self.ending.look()

    def show_again(self) -> None:
        """Follow the records in the page that is in front."""
        self._show_again()

    def end(self) -> None:
        """Share for the last time, and end what goes on. Before the store is closed."""
        self._over = True
        self.moving.end()
        care, self._care = self._care, None
        if care is not None:  # or the app is closed before it has come to rest
            care.stop()

    def _show_again(self) -> None:
        # What is told at the very end comes too late: windows may be gone.
        if self._care is not None and "safekeeping" in vars(self) and isValid(self.safekeeping):
            self.safekeeping.show_again()

    def _deleted(self) -> None:
        """Have the copies cleaned of what is gone now."""
        self.look_after()
        self.changed.emit()

    # Each with the first need

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Where the records are, and how safe they are."""
        from rse_lessons.caretaking.safekeeping import Safekeeping, Surroundings  # noqa: PLC0415  imported late: start-up

        means = self._means
        records = means.school.paths.records
        made = Safekeeping(
            Surroundings(
                records, means.window, means.theme, means.store, means.tell, self._at_rest, self._also
            )
        )
        page = made.page
        made.records_changed.connect(self.changed)
        made.erased.connect(lambda: means.prefer(class_label=""))
        made.erased.connect(self.changed)
        page.move_wanted.connect(self.moving.open)
        page.export_wanted.connect(self.moving.open)
        page.sheet_wanted.connect(lambda: self.papers.ask("sheet", means.window))
        page.assessment_wanted.connect(lambda: self.papers.ask("assessment", means.window))
        page.year_wanted.connect(self.ending.open)
        return made

    @cached_property
    def moving(self) -> Moving:
        """Records between PCs."""
        from rse_lessons.caretaking.moving import Moving  # noqa: PLC0415  imported late: start-up
        from rse_lessons.caretaking.moving_work import MovingWork  # noqa: PLC0415  imported late: start-up

        means = self._means
        paths = means.school.paths
        made = Moving(
            lambda: MovingWork(paths.data, paths.records, means.store, means.teaching),
            means.theme,
            means.window,
        )
        made.changed.connect(self._deleted)
        made.told.connect(means.tell)
        return made

    @cached_property
    def ending(self) -> Ending:
        """The end of a school year, and of one class."""
        from rse_lessons.caretaking.ending import Ending, Surroundings  # noqa: PLC0415  imported late: start-up
        from rse_lessons.caretaking.ending_copies import Copies  # noqa: PLC0415  imported late: start-up

        means = self._means
        made = Ending(
            Surroundings(
                means.school.paths.records,
                means.window,
                means.theme,
                means.store,
                lambda: means.school.preferences,
                means.prefer,
                means.tell,
                means.teaching,
                self.shared,
            )
        )
        made.cleared.connect(self._deleted)
        Copies(made, means.school, lambda: means.store().snapshot())
        return made

    @cached_property
    def papers(self) -> Papers:
        """Papers on data protection."""
        from rse_lessons.caretaking.protecting import Papers  # noqa: PLC0415  imported late: start-up

        return Papers(self._means.school, self._means.theme, self.shared)

    def _at_rest(self) -> AbstractContextManager[object]:
        return self._care.at_rest() if self._care is not None else nullcontext()

    def _also(self) -> tuple[Path, ...]:
        from rse_lessons.progress.between.sharing_log import LOCK, NAME  # noqa: PLC0415  imported late: few need it
        from rse_lessons.progress.deleting.retention import note_path  # noqa: PLC0415  imported late: few need it

        paths = self._means.school.paths
        return paths.data / NAME, paths.data / LOCK, note_path(paths.records), paths.device_marks

    def shared(self) -> Path | None:
        """Give the folder that is shared with other PCs; None when none is."""
        from rse_lessons.progress.between.sharing_log import NAME, load_log  # noqa: PLC0415  imported late: start-up

        folder = load_log(self._means.school.paths.data / NAME).folder
        return Path(folder) if folder else None
