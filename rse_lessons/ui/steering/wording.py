"""The lesson's words on the teacher's screen, in the teacher's language: title, notes, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Session
from rse_lessons.ui.ahead import Ahead
from rse_lessons.ui.console.text_view import announce
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.placement import Placement
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.steering.asides import Asides
from rse_lessons.ui.steering.showing import Showing


@dataclass(frozen=True, slots=True)
class Teacher:
    """What is there for the teacher; the class's window does not wait for it."""

    console: ConsoleWindow
    placement: Placement
    ahead: Ahead


class Wording:
    """Shows them; the slide itself never waits for it."""

    def __init__(
        self, session: Session, showing: Showing, asides: Asides, teacher: Callable[[], Teacher]
    ) -> None:
        self._session = session
        self._showing = showing
        self._asides = asides
        self._teacher = teacher

    @property
    def _readings(self) -> Readings:
        return self._showing.readings

    def name_lesson(self) -> None:
        """Name the lesson."""
        console, own = self._teacher().console, self._readings.own
        console.read_in(own.language)
        console.header.show_lesson(own.lesson.front.title, self._session.class_label)

    def offer_languages(self, tags: Sequence[str]) -> None:
        """Offer languages in which the lesson is there, and have it ready in them."""
        teacher = self._teacher()
        self._readings.offered = tuple(tags)
        teacher.console.header.offer_languages(offered=len(tags) > 1)
        teacher.placement.projector.bar.offer_languages(offered=len(tags) > 1)
        teacher.ahead.start()

    def show_rest(self) -> None:
        """Show what belongs to the teacher's slide besides the slide."""
        session, teacher = self._session, self._teacher()
        console = teacher.console
        index, slides = session.index, self._readings.own.notes
        console.show_notes(slides[index].notes)
        self._asides.show()
        self._showing.say_care(console, away=teacher.placement.away)
        after = slides[index + 1].title if index + 1 < len(slides) else ""
        console.next.show_next(after, teacher.ahead.next_picture(index + 1))
        where = tr("Slide {number} of {count}").format(number=index + 1, count=len(slides))
        announce(console, f"{where}. {slides[index].title}")

    def show_typing(self, digits: str) -> None:
        """Say which slide is gone to, while its number is being typed."""
        session = self._session
        if session.locked:
            return
        words = tr("Go to slide {number}: press Enter").format(number=digits) if digits else ""
        self._teacher().console.slide.show_typing(words, session.index, len(session.slides))
