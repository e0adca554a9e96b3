"""What the console offers on the slides of ground rules and question box, and the keys for the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.presenting.class_rules import has_box, has_rules
from rse_lessons.presenting.session import Session
from rse_lessons.ui.console.notes import Offer
from rse_lessons.ui.console.window import ConsoleWindow

_SHORT = 8
"""So many letters a class's name has at most that stands on one line, such as “2 Oak”."""


class Asides(QObject):
    """Asks for the class's own rules and its answers; opening them is for whoever gives the lesson."""

    rules_requested = Signal()
    answers_requested = Signal()

    def __init__(
        self, session: Session, console: Callable[[], ConsoleWindow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._console = console
        self._first = session.index
        self.more: Callable[[], list[Offer]] = list
        """Further offers, which come first."""
        self.ready = 0
        """Answers that wait for the class: offered where the lesson began, and at the question box."""

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {"class-rules": self.rules_requested.emit, "answers": self.answers_requested.emit}

    def show(self) -> None:
        """Offer over the notes what belongs to the teacher's slide."""
        session, offers = self._session, self.more()
        label = session.class_label
        name = label.replace(" ", "\u00a0") if len(label) <= _SHORT else label
        if label and has_rules(session, session.index):
            words = tr("Our own rules: {class_label}").format(class_label=name)
            offers.append(Offer("class-rules", words, "pencil"))
        if self.ready and (session.index == self._first or has_box(session, session.index)):
            words = ntr("{count} answer is ready", "{count} answers are ready", self.ready)
            said = tr("{answers} for {class_label}").format(answers=words, class_label=name)
            offers.append(Offer("answers", said, "check"))
        self._console().notes.offer(offers)
