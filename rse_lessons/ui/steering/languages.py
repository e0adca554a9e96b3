"""The languages of a lesson in a room: what the class reads, and a word to the teacher where not all fits.

What may be chosen, and how it is asked and remembered, is for whoever gives the lesson.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.aloud.ways import language_name
from rse_lessons.ui.console.notes import Offer
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.readings import Reads


class Languages(QObject):
    """Has everything shown in other languages, and keeps slide, activities, drawings and timer."""

    requested = Signal()
    """The teacher wants to choose."""
    chosen = Signal(object)
    """A `Reads` to remember."""

    def __init__(
        self,
        book: SceneBook,
        reads: Reads,
        anew: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """`anew` shows what changed."""
        super().__init__(parent)
        self._book = book
        self.reads = reads
        self._anew = anew
        self._said = ""

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {"languages": self.requested.emit}

    def choose(self, reads: Reads) -> None:
        """Give the class other languages, at once."""
        if reads == self.reads:
            return
        self.reads = reads
        self._book.read_in(self._book.readings.look(reads))
        self._anew()
        self.chosen.emit(reads)

    def offers(self) -> list[Offer]:
        """Give a word about the teacher's slide, where it cannot show both languages."""
        self._said = self._word()
        return [Offer("languages", self._said, "globe")] if self._said else []

    def follow(self, show: Callable[[], object]) -> None:
        """Have the word shown anew when what a slide shows has changed it."""
        if self._word() != self._said:
            show()

    def _word(self) -> str:
        look, index = self._book.look, self._book.index
        if not look.second or self._book.scene(index).arrangement:
            return ""
        return tr("Only {language} fits on this slide").format(language=language_name(look.language))
