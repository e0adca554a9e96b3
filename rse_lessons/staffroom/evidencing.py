"""My learning in the main window: from modules and records to its page, and from its page to the records.

Modules and records are read on a thread of their own; what is recorded here is known at once. What is put on
paper or into files is in `evidencing_files`. Whoever may not learn here gets none of it made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from rse_lessons.i18n.catalogues import tr
from rse_lessons.means import Means
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.learning import Evidence, Learning
from rse_lessons.progress.facts.learning_fold import learn
from rse_lessons.staffroom.evidencing_words import known_of
from rse_lessons.training.model import Module
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.my_learning.known import EvidenceLine, Known
from rse_lessons.ui.my_learning.page import MyLearningPage
from rse_lessons.ui.my_learning.writing import EvidenceWindow, WritingWindow

if TYPE_CHECKING:
    from rse_lessons.staffroom.evidencing_files import Taking


@dataclass(frozen=True, slots=True)
class Read:
    """What was found on the disk."""

    nation: str
    modules: tuple[Module, ...]
    """As the nation reads them."""
    learning: Learning
    titles: Mapping[str, str]
    """Of the lessons that were rehearsed."""


def _always() -> bool:
    return True


def _nobody() -> str:
    return ""


def _today() -> date:
    return datetime.now().astimezone().date()


class Evidencing(QObject):
    """Shows My learning, and records what is written, logged and certified there."""

    standards_wanted = Signal(str)
    """`xapi` for the record as statements, `scorm` for modules for a learning platform."""
    module_wanted = Signal(str, str)
    """A module is to be opened, at a page or, with nothing, at its front."""
    modules_wanted = Signal()
    """The path of Teacher mode."""
    changed = Signal()
    """Something was recorded or deleted that Teacher mode shows, too."""
    ready = Signal()
    """Modules and records were read, and the page shows them."""

    def __init__(
        self,
        means: Means,
        allowed: Callable[[], bool] = _always,
        *,
        name: Callable[[], str] = _nobody,
        today: Callable[[], date] = _today,
    ) -> None:
        """Make nothing yet. `name` is the teacher's, as the profile has it, offered for a certificate."""
        super().__init__(means.window)
        self.means, self.name, self.today = means, name, today
        self._allowed = allowed
        self._read: Read | None = None
        self._again = False
        self._reader = Elsewhere()
        self._reader.done.connect(self._take)
        self.asking: QDialog | None = None
        """The small window that is open for something to be written, while it is."""

    @cached_property
    def page(self) -> MyLearningPage:
        """The page, made with the first need."""
        if not self._allowed():
            raise PermissionError("My learning is not granted to whoever is here")
        page = MyLearningPage(self.means.theme())
        page.module_wanted.connect(self.module_wanted)
        page.modules_wanted.connect(self.modules_wanted)
        page.standards_wanted.connect(self.standards_wanted)
        page.reflection_change_wanted.connect(self.change_reflection)
        page.reflection_delete_wanted.connect(self.delete_reflection)
        page.evidence_add_wanted.connect(lambda: self.ask_evidence(""))
        page.evidence_change_wanted.connect(self.ask_evidence)
        page.evidence_delete_wanted.connect(self.delete_evidence)
        page.note_add_wanted.connect(lambda: self.ask_note(""))
        page.note_change_wanted.connect(self.ask_note)
        page.note_delete_wanted.connect(self.delete_note)
        taking = self.taking
        page.certificate_wanted.connect(taking.certificate)
        page.portfolio_wanted.connect(taking.portfolio)
        page.copy_wanted.connect(taking.copy)
        page.check_wanted.connect(taking.check)
        page.delete_wanted.connect(taking.delete)
        return page

    @cached_property
    def taking(self) -> Taking:
        """What puts certificates, portfolios and copies where they are to go."""
        from rse_lessons.staffroom.evidencing_files import Taking  # noqa: PLC0415  imported late: start-up

        return Taking(self, self)

    @property
    def reading(self) -> bool:
        """Whether modules and records are being read."""
        return self._reader.busy

    # Showing

    def open(self, part: str = "") -> None:
        """Show the page as far as it is known; what has changed meanwhile follows."""
        if not self._allowed():
            return
        self.page.begin()
        if part:
            self.page.show_part(part)
        self.means.window.show_page(self.page)
        self.read()

    def show_again(self, changed: Collection[str]) -> None:
        """Follow what changed: names of preferences, `summary` for the records, `modules` for files."""
        seen = "page" in vars(self) and self.page.isVisible()
        if seen and {"nation", "summary", "modules"} & set(changed):
            self.read()

    def warm(self) -> None:
        """Read and make the page while nobody waits for it."""
        if self._allowed() and self._read is None:
            self.read()

    def read(self) -> None:
        """Look at modules and records, while the teacher goes on; once more when that is being done."""
        if self._reader.busy:
            self._again = True
            return
        self._again = False
        school, store = self.means.school, self.means.store()
        nation = school.preferences.nation

        def look() -> Read:
            learning = store.learning()
            modules = tuple(school.module_as_shown(module) for module in school.modules)
            cards = ((one.lesson, school.library.card(one.lesson)) for one in learning.rehearsals)
            titles = {lesson: card.title for lesson, card in cards if card is not None}
            return Read(nation, modules, learning, titles)

        self._reader.do(look)

    def _take(self, read: Read) -> None:
        if self._again or read.nation != self.means.school.preferences.nation:
            self.read()
            return
        if not self._allowed():
            return
        self._read = read
        self._fill()
        self.ready.emit()

    def _fill(self) -> None:
        self.page.show_known(self.known)

    @property
    def known(self) -> Known:
        """What the page shows now."""
        read = self._read
        if read is None:
            return Known(reading=True)
        return known_of(read.modules, read.learning, read.titles, self.today())

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules as the nation reads them."""
        return self._read.modules if self._read else ()

    @property
    def learning(self) -> Learning:
        """What is known of the teacher's learning."""
        return self._read.learning if self._read else Learning()

    def forget(self) -> None:
        """Let go of what was known: it was deleted."""
        if self._read is not None:
            self._read = replace(self._read, learning=Learning())
            self._fill()
        self.changed.emit()
        self.read()

    # Writing

    def change_reflection(self, module: str, block: str) -> None:
        """Let a reflection be written anew; without words it is deleted."""
        line = next(one for one in self.known.reflections if (one.module, one.block) == (module, block))
        window = WritingWindow(
            self.means.theme(), line.title, prompt=line.prompt, words=line.words, parent=self.means.window
        )
        window.written.connect(partial(self.keep_reflection, module, block))
        self._open(window)

    def keep_reflection(self, module: str, block: str, words: str) -> None:
        """Keep a reflection; without words it is taken away."""
        kind = "module-reflected" if words else "module-unreflected"
        self.record(kind, lesson=module, data={"block": block}, words=words)

    def delete_reflection(self, module: str, block: str) -> None:
        """Ask, and delete a reflection."""
        if self._sure(tr("Delete this reflection?")):
            self.keep_reflection(module, block, "")

    def ask_note(self, entry: str) -> None:
        """Let a note for the mentor be written; `entry` is one to change, or empty."""
        words = next((one.words for one in self.learning.notes if one.id == entry), "")
        title = tr("A note for your mentor")
        window = WritingWindow(self.means.theme(), title, words=words, parent=self.means.window)
        window.written.connect(partial(self.keep_note, entry))
        self._open(window)

    def keep_note(self, entry: str, words: str) -> None:
        """Keep a note; without words it is taken away."""
        if words:
            self.record("mentor-noted", data={"entry": entry or _new("note")}, words=words)
        elif entry:
            self.record("mentor-note-removed", data={"entry": entry})

    def delete_note(self, entry: str) -> None:
        """Ask, and delete a note."""
        if self._sure(tr("Delete this note?")):
            self.keep_note(entry, "")

    def ask_evidence(self, entry: str) -> None:
        """Let an entry of the log be written; `entry` is one to change, or empty."""
        found = self._entry(entry)
        line = None
        if found is not None:
            line = EvidenceLine(
                found.id, found.what, date.fromisoformat(found.day), found.minutes, found.words
            )
        window = EvidenceWindow(self.means.theme(), self.today(), line, self.means.window)
        window.entered.connect(partial(self.keep_evidence, entry))
        self._open(window)

    def keep_evidence(self, entry: str, what: str, day: date, minutes: int, words: str) -> None:
        """Keep an entry of the log."""
        data = {"entry": entry or _new("entry"), "what": what, "day": day.isoformat(), "minutes": minutes}
        found = self._entry(entry)
        self.record("evidence-changed" if entry else "evidence-added", data=data, words=words)
        if found is not None and found.words and not words:
            self.record("evidence-unworded", data={"entry": entry})

    def delete_evidence(self, entry: str) -> None:
        """Ask, and delete an entry of the log."""
        if self._sure(tr("Delete this entry?")):
            self.record("evidence-removed", data={"entry": entry})

    def _entry(self, entry: str) -> Evidence | None:
        return next((one for one in self.learning.evidence if one.id == entry), None)

    def record(self, kind: str, *, lesson: str = "", data: Mapping[str, object], words: str = "") -> None:
        """Record something, and know it at once."""
        if not self._allowed():
            return
        receipt = self.means.store().record(kind, lesson=lesson, data=data, words=words)
        if self._read is not None:
            event = replace(receipt.event, device="", counter=0)
            told = {subject(event): words} if words else {}
            self._read = replace(self._read, learning=learn([event], told, self._read.learning))
            self._fill()
        self.changed.emit()

    def _open(self, window: QDialog) -> None:
        self.asking = window
        window.finished.connect(self._closed)
        window.open()

    def _closed(self) -> None:
        window, self.asking = self.asking, None
        if window is not None:
            window.deleteLater()

    def _sure(self, title: str) -> bool:
        words = tr("It is deleted for good, from the backups on this PC, too.")
        answers = [("delete", tr("Delete")), ("", tr("Keep it"))]
        question = Question(self.means.theme(), title, words, answers, self.means.window)
        question.exec()
        question.deleteLater()
        return question.answer == "delete"


def _new(sort: str) -> str:
    return f"{sort}-{os.urandom(8).hex()}"
