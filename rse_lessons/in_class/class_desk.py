"""What a teacher keeps for a class beside its lessons: its own rules, its question box.

The windows ask; here what they ask for goes to the records. When they may be shown is their caller's to know.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.presenting.ground_rules import OwnRule
from rse_lessons.progress.facts.class_book import Worded
from rse_lessons.progress.facts.fields import FEWEST
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.progress.facts.summary import ClassInfo, Summary
    from rse_lessons.progress.recording.store import Store
    from rse_lessons.ui.dialogs.private import PrivateWindow
    from rse_lessons.ui.dialogs.question_box import BoxNotes

    Opened = Callable[[PrivateWindow], object]


def _unwatched(_window: PrivateWindow) -> None:
    """Nothing has to be known of a window outside a lesson."""


class ClassDesk(QObject):
    """Opens small windows for a class and keeps what comes of them."""

    changed = Signal()
    """Something was recorded."""

    def __init__(
        self,
        store: Callable[[], Store],
        known: Callable[[], Summary],
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        """`known` gives the summary as the windows show it; it follows `changed`."""
        super().__init__(parent)
        self._store = store
        self._known = known
        self._theme = theme

    def rules(self, label: str) -> tuple[OwnRule, ...]:
        """Give a class's own rules, as its slides show them."""
        return tuple(OwnRule(rule.id, rule.text) for rule in self._known().rules(label))

    def summary(self) -> Summary:
        """Give what is known of all classes."""
        return self._known()

    def info(self, label: str) -> ClassInfo:
        """Give what is known of a class."""
        return self._known().info(label)

    def ready(self, label: str) -> int:
        """Count the answers that wait for a class."""
        return len(self._known().answers(label))

    # The windows

    def open(self, what: str, label: str, parent: QWidget, opened: Opened = _unwatched) -> None:
        """Open `rules`, `box` or `answers` for a class; `opened` is given the window before it is shown."""
        ways = {"rules": self._open_rules, "box": self._open_box, "answers": self._open_answers}
        ways[what](label, parent, opened)
        self.changed.emit()

    def _open_rules(self, label: str, parent: QWidget, opened: Opened) -> None:
        from rse_lessons.ui.dialogs.class_rules import ClassRulesWindow  # noqa: PLC0415  imported late: few lessons need it

        window = ClassRulesWindow(self._theme(), label, self._summary().rules(label), parent)

        def keep(kind: str, rule: str, words: str = "") -> None:
            self._record(kind, label, {"rule": rule or _new_id("rule")}, words)
            window.show_rules(self._summary().rules(label))

        window.added.connect(lambda words: keep("rule-added", "", words))
        window.changed.connect(lambda rule, words: keep("rule-changed", rule, words))
        window.removed.connect(lambda rule: keep("rule-removed", rule))
        opened(window)
        window.exec()
        window.deleteLater()

    def _open_box(self, label: str, parent: QWidget, opened: Opened) -> None:
        from rse_lessons.ui.dialogs.question_box import QuestionBoxWindow  # noqa: PLC0415  imported late: few lessons need it

        summary = self._summary()
        before = summary.answers(label)
        window = QuestionBoxWindow(self._theme(), label, before, summary.book(label), parent=parent)
        opened(window)
        if window.exec():
            self._keep_box(label, before, window.notes)
        window.deleteLater()

    def _open_answers(self, label: str, parent: QWidget, opened: Opened) -> None:
        from rse_lessons.ui.dialogs.answers import AnswersWindow  # noqa: PLC0415  imported late: few lessons need it

        window = AnswersWindow(self._theme(), label, self._summary().answers(label), parent)
        opened(window)
        if window.exec():
            for answer in window.given:
                self._record("answer-given", label, {"answer": answer})
        window.deleteLater()
        if window.wants_change:
            self._open_box(label, parent, opened)

    # What comes of them

    def _keep_box(self, label: str, before: tuple[Worded, ...], notes: BoxNotes) -> None:
        if notes.slips or notes.passed:
            self._record(
                "questions-counted", label, {"slips": _masked(notes.slips), "passed": _masked(notes.passed)}
            )
        known = {answer.id: answer for answer in before}
        for gone in known.keys() - {answer.id for answer in notes.answers}:
            self._record("answer-removed", label, {"answer": gone})
        for answer in notes.answers:
            if answer != known.get(answer.id):
                kind = "answer-changed" if answer.id else "answer-added"
                data = {"answer": answer.id or _new_id("answer"), "how": answer.how}
                self._record(kind, label, data, answer.text)

    def _record(self, kind: str, label: str, data: Mapping[str, object], words: str = "") -> None:
        self._store().record(kind, class_label=label, data=data, words=words)

    def _summary(self) -> Summary:
        return self._store().snapshot()


def _masked(count: int) -> int | None:
    """Give a count as it may be kept."""
    return count if count >= FEWEST else None


def _new_id(kind: str) -> str:
    return f"{kind}-{os.urandom(6).hex()}"
