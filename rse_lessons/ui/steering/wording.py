"""The lesson's words on the teacher's screen, in the teacher's language: title, notes, what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Session
from rse_lessons.ui.console.text_view import announce
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.placement import Placement
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.steering.asides import Asides
from rse_lessons.ui.steering.showing import Showing


class Wording:
    """Shows them; the slide itself never waits for it."""

    def __init__(
        self,
        session: Session,
        showing: Showing,
        asides: Asides,
        *,
        console: Callable[[], ConsoleWindow],
        placement: Callable[[], Placement],
    ) -> None:
        self._session = session
        self._showing = showing
        self._asides = asides
        self._console = console
        self._placement = placement

    @property
    def _readings(self) -> Readings:
        return self._showing.readings

    def name_lesson(self, *, several: bool) -> None:
        """Name the lesson; where it has `several` languages, they are offered."""
        console, own = self._console(), self._readings.own
        console.read_in(own.language)
        console.header.show_lesson(own.lesson.front.title, self._session.class_label)
        console.header.offer_languages(offered=several)

    def show_rest(self, picture: Callable[[int], QPixmap]) -> None:
        """Show what belongs to the teacher's slide besides the slide; `picture` gives one of the next."""
        session, console = self._session, self._console()
        index, slides = session.index, self._readings.own.notes
        console.show_notes(slides[index].notes)
        self._asides.show()
        self._showing.say_care(console, away=self._placement().away)
        after = slides[index + 1].title if index + 1 < len(slides) else ""
        console.next.show_next(after, picture(index + 1))
        where = tr("Slide {number} of {count}").format(number=index + 1, count=len(slides))
        announce(console, f"{where}. {slides[index].title}")

    def show_typing(self, digits: str) -> None:
        """Say which slide is gone to, while its number is being typed."""
        session = self._session
        if session.locked:
            return
        words = tr("Go to slide {number}: press Enter").format(number=digits) if digits else ""
        self._console().slide.show_typing(words, session.index, len(session.slides))
