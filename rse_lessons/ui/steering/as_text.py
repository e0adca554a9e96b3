"""The slide as text on the teacher's screen: shown beside the class's slide, and kept in step with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.presenting.session import Session, What
from rse_lessons.ui.console.text_view import TextView
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.said import Spoken, together, told
from rse_lessons.ui.steering.showing import Showing


class AsText:
    """Shows it and takes it away."""

    def __init__(
        self, session: Session, book: SceneBook, showing: Showing, console: Callable[[], ConsoleWindow]
    ) -> None:
        self._session = session
        self._book = book
        self._showing = showing
        self._console = console

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {"text-view": self._toggle}

    @property
    def view(self) -> TextView | None:
        """The text, while it is shown."""
        console = self._console()
        return console.text if console.text_shown else None

    def follow(self, what: frozenset[What]) -> None:
        """Show the text anew when the slide or something on it changed."""
        if what & {What.SLIDE, What.BLOCK} and self._console().text_shown:
            self._show()

    def again(self) -> None:
        """Show the text anew, in other languages, where it is shown."""
        if self._console().text_shown:
            self._show()

    def _toggle(self) -> None:
        if self._console().text_shown:
            self._console().show_text(None)
        else:
            self._show()

    def _show(self) -> None:
        self._console().show_text(self._lines())

    def _lines(self) -> tuple[Spoken, ...]:
        """Say the slide in the teacher's language, and as the class reads it."""
        book, readings = self._book, self._book.readings
        slide_of = self._showing.slide_for(self._console())
        languages = dict.fromkeys([readings.own.language, book.look.language, book.look.second])
        tags = [tag for tag in languages if tag]
        return together(*(told(readings, slide_of, tag, book.look, self._session.states) for tag in tags))
