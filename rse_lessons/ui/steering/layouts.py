"""What a key does with the layout of the teacher's screen, and with its notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.console.desk import LAYOUTS, NOTES, SLIDE
from rse_lessons.ui.console.notes import SIZES
from rse_lessons.ui.console.text_view import announce
from rse_lessons.ui.console.window import ConsoleWindow


def layout_name(layout: str) -> str:
    """Name a layout of the teacher's screen."""
    return {NOTES: tr("Large notes"), SLIDE: tr("Large slide")}.get(layout, tr("Slide and notes"))


class Layouts:
    """Carries it out on the console; what is chosen is told, to be remembered."""

    def __init__(
        self,
        console: Callable[[], ConsoleWindow],
        notes_size: int,
        *,
        sized: Callable[[int], object],
        chosen: Callable[[str], object],
    ) -> None:
        self._console = console
        self._notes_size = notes_size
        self._sized = sized
        self._chosen = chosen

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {
            "layout": self.go_on,
            "notes-larger": lambda: self.size_notes(2),
            "notes-smaller": lambda: self.size_notes(-2),
            "notes-down": lambda: self._console().notes.scroll_by(1),
            "notes-up": lambda: self._console().notes.scroll_by(-1),
        }

    def go_on(self) -> None:
        """Take the next layout."""
        console = self._console()
        place = LAYOUTS.index(console.desk.layout_name) + 1
        layout = LAYOUTS[place % len(LAYOUTS)]
        console.desk.set_layout(layout)
        console.shaped.emit()
        announce(console, tr("Your screen: {layout}").format(layout=layout_name(layout)))
        self._chosen(layout)

    def size_notes(self, step: int) -> None:
        """Make the notes larger or smaller by so many px."""
        self._notes_size = min(SIZES[1], max(SIZES[0], self._notes_size + step))
        self._console().notes.set_size(self._notes_size)
        self._sized(self._notes_size)
