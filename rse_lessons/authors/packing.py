"""Lesson packs in the window: one that arrives is shown and added, lessons of this school are shared.

The windows show and ask; `arriving` and `sharing` do it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from rse_lessons.authors.arriving import Reception, StoppedError
from rse_lessons.authors.sharing import Label, share
from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.lesson.model import Lesson
from rse_lessons.packs.arrival import Arrival, Wish
from rse_lessons.packs.form import ENDING, PackError
from rse_lessons.packs.signing import fingerprint, public_part, read_key
from rse_lessons.school import School
from rse_lessons.ui.bands import ages_line
from rse_lessons.ui.dialogs.pack import PackWindow
from rse_lessons.ui.dialogs.share import ShareWindow
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.export import slug
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import Theme


class Packing(QObject):
    """Adds packs to the school's lessons, and makes packs of them."""

    def __init__(
        self,
        school: School,
        window: LibraryWindow,
        theme: Callable[[], Theme],
        added: Callable[[], object],
        prefer: Callable[..., object],
    ) -> None:
        """Take what is called: `added` when the school has more lessons; `prefer` keeps the author's name."""
        super().__init__(window)
        self._school = school
        self._window = window
        self._theme = theme
        self._added = added
        self._prefer = prefer

    # A pack that arrives

    def add(self, file: str = "") -> None:
        """Look through a pack, show it, and add it when the teacher says so; without a file, ask for one."""
        chosen = file or self._choose()
        if chosen:
            path = Path(chosen)
            window = PackWindow(self._theme(), path.name, self._window)
            _Adding(self._school, path, window, self._added, self).run()

    def _choose(self) -> str:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Add a lesson pack"),
            str(_downloads()),
            tr("Lesson packs (*.rsepack)"),
        )
        return chosen

    # Lessons that are shared

    def share(self, chosen: Sequence[str] = ()) -> None:
        """Ask what goes into a pack; with lessons chosen, these alone."""
        school = self._school
        cards = [card for card in school.library.cards() if not chosen or card.id in chosen]
        offered = [
            (card.id, card.title, f"{ages_line(card.band)} · {_whose(school, card.path)}") for card in cards
        ]
        author = school.preferences.pack_author
        dialog = ShareWindow(
            self._theme(), offered, chosen, author=author, mark=self._mark(), parent=self._window
        )
        dialog.save_requested.connect(lambda: self._save(dialog))
        dialog.exec()
        dialog.deleteLater()

    def _mark(self) -> str:
        """Give the fingerprint of the key that is there, if it can be read."""
        if not self._school.paths.signing_key.exists():
            return ""
        try:
            key = read_key(self._school.paths.signing_key)
        except PackError:
            return ""
        return fingerprint(public_part(key)) if key is not None else ""

    def _save(self, dialog: ShareWindow) -> None:
        name = _documents() / f"{slug(dialog.title.text())}{ENDING}"
        chosen, _ = QFileDialog.getSaveFileName(
            dialog, tr("Save the pack"), str(name), tr("Lesson packs (*.rsepack)")
        )
        if chosen:
            target = Path(chosen if chosen.lower().endswith(ENDING) else f"{chosen}{ENDING}")
            self.write(dialog, target)

    def write(self, dialog: ShareWindow, target: Path) -> None:
        """Write the pack that the window describes, and say there how it went."""
        lessons: list[Lesson] = []
        for lesson in dialog.chosen:
            reading = self._school.read(lesson)
            if reading.lesson is None:
                sentence = retold(reading.problems[0].sentence) if reading.problems else lesson
                dialog.say(tr("No pack was written"), sentence, good=False)
                return
            lessons.append(reading.lesson)
        label = Label(dialog.title.text(), dialog.author.text())
        signed = dialog.signed.isChecked()
        try:
            shared = share(self._school, lessons, label, target, signed=signed, today=date.today())  # noqa: DTZ011  the teacher's own day
        except PackError as error:
            dialog.say(tr("No pack was written"), str(error), good=False)
            return
        if label.author.strip() != self._school.preferences.pack_author:
            self._prefer(pack_author=label.author.strip())
        said = ntr("{count} lesson in {{file}}.", "{count} lessons in {{file}}.", len(lessons))
        words = [said.format(file=target)]
        if shared.mark:
            words.append(tr("Your fingerprint is {mark}.").format(mark=shared.mark))
        dialog.say(tr("The pack is saved"), " ".join(words))


class _Adding(QObject):
    """One pack from its file to its end, with its window; the looking is done on a thread."""

    def __init__(
        self,
        school: School,
        file: Path,
        window: PackWindow,
        added: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._window = window
        self._added = added
        self._school = school
        self._reception: Reception | None = None
        self._left = False
        self._worker = Elsewhere()
        self._worker.done.connect(self._seen)
        window.add_requested.connect(self._accept)

    def run(self) -> None:
        """Begin, and stay until the window is closed."""
        try:
            self._reception = Reception(self._school)
        except PackError as error:
            self._window.show_refusal(str(error))
        else:
            self._worker.do(self._look)
        self._window.exec()
        self._left = True
        if not self._worker.busy:
            self._go()

    def _go(self, found: object = None) -> None:
        self._end(found)
        self._window.deleteLater()
        self.deleteLater()

    def _look(self) -> object:
        """Look through the pack, on the thread; gives the arrival, or why there is none."""
        if self._reception is None:
            return None
        try:
            return self._reception.receive(self._file, stopped=lambda: self._left)
        except (PackError, StoppedError) as error:
            return error

    def _seen(self, found: object) -> None:
        if self._left:
            self._go(found)
        elif isinstance(found, Arrival):
            self._window.show_arrival(found)
        else:
            self._window.show_refusal(str(found))
            self._end()

    def _accept(self, wish: str) -> None:
        arrival, reception = self._window.arrival, self._reception
        if arrival is None or reception is None:
            return
        try:
            added = reception.accept(arrival, Wish(wish))
        except PackError as error:
            self._window.show_refusal(str(error))
        else:
            self._window.show_added(added)
        self._end()
        self._added()

    def _end(self, found: object = None) -> None:
        """Take away what was not added, and let others in."""
        arrival = found if isinstance(found, Arrival) else self._window.arrival
        if arrival is not None:
            arrival.unpacked.discard()
        if self._reception is not None:
            self._reception.close()
            self._reception = None


def _whose(school: School, path: Path) -> str:
    return tr("your school’s own") if path.is_relative_to(school.own_lessons) else tr("came with the app")


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or str(Path.home()))


def _downloads() -> Path:
    place = QStandardPaths.StandardLocation.DownloadLocation
    return Path(QStandardPaths.writableLocation(place) or str(Path.home()))
