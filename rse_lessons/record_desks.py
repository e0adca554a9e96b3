"""What looks after the records: where they are, between PCs, the end of the year, papers for the school."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from rse_lessons.i18n.catalogues import tr
from rse_lessons.school import School
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.ending import Ending
    from rse_lessons.moving import Moving
    from rse_lessons.progress.care import Care
    from rse_lessons.progress.store import Store
    from rse_lessons.protecting import Papers
    from rse_lessons.safekeeping import Safekeeping


@dataclass(frozen=True, slots=True)
class Around:
    """What these desks work with."""

    school: School
    window: LibraryWindow
    theme: Callable[[], Theme]
    store: Callable[[], Store]
    prefer: Callable[..., None]
    tell: Callable[[str], None]
    """Say a sentence to the teacher; on the windows' thread."""
    teaching: Callable[[], bool]
    """Whether a lesson is being given; on any thread."""
    grid: Callable[[str], str]
    """Gives what the progress window shows as the text of a `csv` or `json` file."""


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

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._care: Care | None = None
        self.told.connect(around.tell)
        self.cared.connect(self._show_again)

    # From the first picture to the end

    def begin(self) -> None:
        """Look after the records in the background, share them, and ask whether a year has ended."""
        from rse_lessons.progress.care import Care  # noqa: PLC0415  imported late: start-up

        self._care = Care(
            self._around.school.paths.records,
            now=lambda: datetime.now(UTC),
            tell=self.told.emit,
            damaged=lambda: self._around.store().mend(),
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
        if self._care is None:
            return  # the first window was never painted
        self.moving.end()
        self._care.stop()

    def _show_again(self) -> None:
        if "safekeeping" in vars(self):
            self.safekeeping.show_again()

    def _deleted(self) -> None:
        """Have the copies cleaned of what is gone now."""
        self.look_after()
        self.changed.emit()

    # Each with the first need

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Where the records are, and how safe they are."""
        from rse_lessons.safekeeping import Safekeeping, Surroundings  # noqa: PLC0415  imported late: start-up

        around = self._around
        records = around.school.paths.records
        made = Safekeeping(Surroundings(records, around.window, around.theme, around.store, around.tell))
        made.records_changed.connect(self.changed)
        made.erased.connect(lambda: around.prefer(class_label=""))
        made.erased.connect(self.changed)
        made.move_wanted.connect(self.moving.open)
        made.export_wanted.connect(self.moving.open)
        made.sheet_wanted.connect(lambda: self.papers.ask("sheet", around.window))
        made.assessment_wanted.connect(lambda: self.papers.ask("assessment", around.window))
        made.year_wanted.connect(self.ending.open)
        return made

    @cached_property
    def moving(self) -> Moving:
        """Records between PCs."""
        from rse_lessons.moving import Moving  # noqa: PLC0415  imported late: start-up
        from rse_lessons.moving_work import MovingWork  # noqa: PLC0415  imported late: start-up

        around = self._around
        paths = around.school.paths
        made = Moving(
            lambda: MovingWork(paths.data, paths.records, around.store, around.teaching),
            around.theme,
            around.window,
        )
        made.changed.connect(self._deleted)
        made.told.connect(around.tell)
        return made

    @cached_property
    def ending(self) -> Ending:
        """The end of a school year, and of one class."""
        from rse_lessons.ending import Ending, Surroundings  # noqa: PLC0415  imported late: start-up

        around = self._around
        made = Ending(
            Surroundings(
                around.school.paths.records,
                around.window,
                around.theme,
                around.store,
                lambda: around.school.preferences,
                around.prefer,
                around.tell,
                around.teaching,
                self.shared,
            )
        )
        made.cleared.connect(self._deleted)
        made.export_requested.connect(self._save_copy)
        return made

    @cached_property
    def papers(self) -> Papers:
        """Papers on data protection."""
        from rse_lessons.protecting import Papers  # noqa: PLC0415  imported late: start-up

        return Papers(self._around.school, self._around.theme, self.shared)

    def shared(self) -> Path | None:
        """Give the folder that is shared with other PCs; None when none is."""
        from rse_lessons.progress.sharing_log import NAME, load_log  # noqa: PLC0415  imported late: start-up

        folder = load_log(self._around.school.paths.data / NAME).folder
        return Path(folder) if folder else None

    # A copy before something is deleted

    def _save_copy(self, how: str) -> None:
        """Ask where a copy is to go, write it, and say in the window of the end how that went."""
        from rse_lessons.progress.pieces import MERGE_ENDING  # noqa: PLC0415  imported late: few need it

        ending = MERGE_ENDING if how == "records" else f".{how}"
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        day = datetime.now(UTC).astimezone().date()
        offered = Path(documents or str(Path.home())) / f"rse-lessons-{day.isoformat()}{ending}"
        kinds = {
            "csv": tr("Tables (*.csv)"),
            "json": tr("Data (*.json)"),
            "records": tr("Records of RSE Lessons (*{ending})").format(ending=ending),
        }
        chosen, _ = QFileDialog.getSaveFileName(
            self._around.window, tr("Save a copy"), str(offered), kinds[how]
        )
        if chosen:
            self.save_copy(how, Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}"))

    def save_copy(self, how: str, target: Path) -> None:
        """Write a copy of the grid, or of all records with their words, and say how that went."""
        from rse_lessons.settings.files import write_whole  # noqa: PLC0415  imported late: few need it
        from rse_lessons.ui.export import sentence_of  # noqa: PLC0415  imported late: few need it

        if how == "records":
            self._write_records(target)
            return
        try:
            write_whole(target, self._around.grid(how).encode())
        except OSError as error:
            self.ending.say_saved(tr("That did not work"), sentence_of(error, target), good=False)
        else:
            self.ending.say_saved(tr("Saved: {file}").format(file=target))

    def _write_records(self, target: Path) -> None:
        from rse_lessons.moving_work import MovingWork  # noqa: PLC0415  imported late: few need it
        from rse_lessons.progress.merging import Written  # noqa: PLC0415  imported late: few need it
        from rse_lessons.ui.elsewhere import Elsewhere  # noqa: PLC0415  imported late: few need it
        from rse_lessons.ui.moving.words import not_saved_words  # noqa: PLC0415  imported late: few need it

        paths = self._around.school.paths
        work = MovingWork(paths.data, paths.records, self._around.store, self._around.teaching)

        def say(made: object) -> None:
            if isinstance(made, Written):
                self.ending.say_saved(tr("Saved: {file}").format(file=target))
            else:
                self.ending.say_saved(tr("That did not work"), not_saved_words(made), good=False)  # type: ignore[arg-type]  # a Trouble

        worker = Elsewhere()
        worker.done.connect(say)
        worker.do(lambda: work.write(target, with_words=True))
