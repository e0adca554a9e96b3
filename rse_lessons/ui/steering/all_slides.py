"""Every slide at once on the teacher's screen: shown, left, and one of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QPixmap

from rse_lessons.presenting.session import Session
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.placement import Placement
from rse_lessons.ui.steering.showing import Showing


class AllSlides:
    """Shows the overview, where the class sees nothing of it if there is a second screen."""

    def __init__(
        self,
        session: Session,
        showing: Showing,
        console: Callable[[], ConsoleWindow],
        placement: Callable[[], Placement],
        thumbnail: Callable[[int, int], QPixmap],
    ) -> None:
        self._session = session
        self._showing = showing
        self._console = console
        self._placement = placement
        self._thumbnail = thumbnail

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {"overview": self._toggle, "go-to": self._toggle}

    def leave(self) -> bool:
        """Go back to the slide; False when it was not left."""
        left = self._console().leave_overview()
        if left:
            self._placement().overview_left()
        return left

    def choose(self, index: int) -> None:
        """Go to a slide that was chosen."""
        self._session.go_to(index)
        self._placement().overview_left()

    def _toggle(self) -> None:
        if self.leave():
            return
        console, placement = self._console(), self._placement()
        titles = [slide.title for slide in self._showing.readings.own.notes]
        placement.overview_shown()
        console.overview.set_alone(alone=placement.alone)
        marks = self._showing.marks(overlooked=console.notes_covered)
        console.show_overview(titles, self._session.index, self._thumbnail, marks)
