"""What each window shows of a session's slide, and says of what the class sees.

A slide that the class may not see yet is shown to the teacher alone: where others may look on, a calm
page stands in for it, which says nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QGraphicsScene

from rse_lessons.i18n.catalogues import speaking, tr
from rse_lessons.presenting.session import Session, Shows
from rse_lessons.ui.console.overview import Mark
from rse_lessons.ui.console.text_view import announce
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.slide.said import SlideOf
from rse_lessons.ui.slide.special import waiting_slide
from rse_lessons.ui.words import class_sees, shows_sentence, shows_word

COVERS = {"black": Shows.BLACK, "white": Shows.WHITE, "safe": Shows.SAFE, "help-routes": Shows.HELP}


class Showing:
    """Chooses scenes and words."""

    def __init__(self, session: Session, book: SceneBook) -> None:
        self._session = session
        self._book = book
        self._said: tuple[object, ...] = ()

    @property
    def readings(self) -> Readings:
        """The lesson in its languages."""
        return self._book.readings

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for the actions of the table that show a slide, or something over it."""
        session = self._session
        return {
            "next": session.next,
            "back": session.back,
            "first": session.first,
            "last": session.last,
            "live": session.live,
            "freeze": session.freeze,
            **{name: partial(session.show, shows) for name, shows in COVERS.items()},
            "start": session.start,
            "start-here": session.live,
        }

    def for_class(self, *, alone: bool) -> tuple[QGraphicsScene, str]:
        """Give what the class sees and its description, in the class's language.

        `alone` when the teacher sees nothing else.
        """
        with speaking(self._book.class_look.language):
            return self._for_class(alone=alone)

    def _for_class(self, *, alone: bool) -> tuple[QGraphicsScene, str]:
        session = self._session
        shows = session.shows
        if shows is Shows.PRIVATE and alone:
            return self._book.waiting_scene(), tr("The next slide waits.")
        if shows in (Shows.BLACK, Shows.WHITE, Shows.SAFE, Shows.HELP):
            words = shows_sentence(shows)
        elif session.nothing_shown:
            words = shows_sentence(Shows.SAFE)
        else:
            words = self.readings.of(self._book.class_look.language).notes[session.class_index].title
        return self._book.class_scene(), words

    def for_teacher(self, console: ConsoleWindow) -> QGraphicsScene:
        """Give what the teacher sees on this console; locked, it shows no more than the class sees."""
        if self._session.locked:
            return self._book.class_scene()
        if self._waits(console):
            return self._book.waiting_scene()
        return self._book.scene(self._session.index)

    def slide_for(self, console: ConsoleWindow) -> SlideOf:
        """Give the slide that is said as text on this console, in any language."""
        if self._waits(console):
            return lambda _reading: waiting_slide()
        index = self._session.index
        return lambda reading: reading.notes[index]

    def _waits(self, console: ConsoleWindow) -> bool:
        """Whether others may see this console, and may not see the teacher's slide yet."""
        return self._session.pending and (console.notes_covered or self._session.locked)

    def marks(self, *, overlooked: bool) -> dict[int, Mark]:
        """Give what there is to know of the slides that are marked sensitive, by index."""
        session = self._session
        pending = Mark.HIDDEN if overlooked else Mark.FIRST
        return {
            index: pending if session.is_pending(index) else Mark.SHOWN
            for index in range(len(session.slides))
            if session.is_marked(index) and not (overlooked and not session.is_pending(index))
        }

    def say(self, console: ConsoleWindow, *, away: bool) -> None:
        """Say on the console what the class sees; a change is announced."""
        session = self._session
        sentence = class_sees(session, away=away)
        elsewhere = class_sees(session, away=away, beside=False).partition(";")[0]
        console.show_state(
            session.shows, sentence, elsewhere, slide=session.index, slides=len(session.slides)
        )
        said = (session.shows, away)
        if self._said not in ((), said):
            announce(console, f"{shows_word(session.shows)}: {sentence}")
            self.say_care(console, away=away)
        self._said = said

    def say_care(self, console: ConsoleWindow, *, away: bool) -> None:
        """Show the content note of this slide, and whether the next one comes to the teacher first."""
        session = self._session
        index = session.index
        sees = class_sees(session, away=away, beside=False).partition(";")[0] if session.pending else ""
        sees = tr("{word}: {sentence}.").format(word=shows_word(session.shows), sentence=sees) if sees else ""
        console.notes.show_care(self.readings.own.notes[index].sensitive, sees)
        console.next.show_first(first=session.is_pending(index + 1))
