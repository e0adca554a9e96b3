"""What a teacher does aside during a lesson: the class's own rules, and answers to the question box.

It is done where the class cannot see it. Where it may, the teacher is asked first and the class's screen is
safe meanwhile; when a screen comes or goes, an open window is covered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.in_class.class_desk import ClassDesk
from rse_lessons.presenting.class_rules import put_rules
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.classroom import Classroom
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.ui.dialogs.private import PrivateWindow


class Aside(QObject):
    """Opens the windows of a class desk beside a lesson."""

    def __init__(
        self, classroom: Classroom, desk: ClassDesk, theme: Theme, parent: Callable[[], QWidget | None]
    ) -> None:
        super().__init__(classroom)
        self._classroom = classroom
        self._desk = desk
        self._theme = theme
        self._parent = parent
        self._label = classroom.session.class_label
        classroom.asides.rules_requested.connect(lambda: self.open("rules"))
        classroom.asides.answers_requested.connect(lambda: self.open("answers"))
        classroom.asides.ready = desk.ready(self._label)

    @property
    def seen_by_class(self) -> bool:
        """Whether the class may see the teacher's screen now."""
        return self._classroom.placement.alone or self._classroom.console.notes_covered

    def open(self, what: str) -> None:
        """Open `rules` or `answers`, where the class cannot see it."""
        parent = self._parent()
        if not self._label:
            self._classroom.console.notice.say(
                tr("No class is chosen."),
                tr(
                    "Rules and answers are kept for a class. Choose one on the lesson’s page before you "
                    "present."
                ),
            )
        elif parent is not None and (not self.seen_by_class or self._is_out_of_sight(parent)):
            made_safe = self._make_safe()
            self._desk.open(what, self._label, parent, self._watch)
            session = self._classroom.session
            if made_safe and session.shows is Shows.SAFE:
                session.show(Shows.SAFE)
            self._follow()

    def _is_out_of_sight(self, parent: QWidget) -> bool:
        from rse_lessons.ui.dialogs.private import privacy_question  # noqa: PLC0415  imported late: few lessons need it

        question = privacy_question(self._theme, parent)
        question.exec()
        question.deleteLater()
        return question.answer == "go"

    def _make_safe(self) -> bool:
        """Show the safe screen where the class's screen is the only one; tell whether it is new there."""
        session = self._classroom.session
        return (
            self._classroom.placement.alone and session.shows is not Shows.SAFE and session.show(Shows.SAFE)
        )

    def _watch(self, window: PrivateWindow) -> None:
        """Cover a window when the class may see it, until it cannot or the teacher says so."""
        classroom = self._classroom

        def heed() -> None:
            window.set_covered(self.seen_by_class)
            if not window.covered and window.screen() is not classroom.console.screen():
                window.move(classroom.console.geometry().center() - window.rect().center())

        window.uncover_requested.connect(lambda: window.set_covered(False))
        classroom.console.overlooked.connect(heed)
        classroom.placement.arranged.connect(heed)
        window.finished.connect(lambda _result: classroom.console.overlooked.disconnect(heed))
        window.finished.connect(lambda _result: classroom.placement.arranged.disconnect(heed))

    def _follow(self) -> None:
        """Put the rules on the slides, and say how many answers wait."""
        put_rules(self._classroom.session, self._desk.rules(self._label))
        self._classroom.asides.ready = self._desk.ready(self._label)
        self._classroom.asides.show()
