"""One finding beside the text: what was found, what to say instead, why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import Finding
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.words import Words


class FindingCard(QFrame):
    """A stop for the keyboard; coming to it shows its place in the text."""

    chosen = Signal(object)
    put_requested = Signal(object)

    def __init__(self, theme: Theme, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setProperty("card", "true")
        self.setProperty("corner", 12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        error = finding.severity is Severity.ERROR
        self._level = Words(theme, role="small", colour="care" if error else "link", bold=True)
        self._found = Words(theme, role="card")
        self._say = Words(theme)
        self._reason = Words(theme, role="small", colour="text-soft")
        self.put: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for words in (self._level, self._found, self._say, self._reason):
            column.addWidget(words)
        if finding.swap:
            self.put = Button(theme, icon="pencil", wraps=True)
            self.put.clicked.connect(lambda: self.put_requested.emit(self.finding))
            column.addSpacing(4)
            column.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language; the rules speak the language of the text."""
        found = self.finding
        error = found.severity is Severity.ERROR
        self._level.setText(tr("Please say it another way") if error else tr("Could be said better"))
        self._found.setText(tr("“{words}”").format(words=_short(found.found)))
        self._say.setText(tr("Better: {words}").format(words=found.say))
        self._reason.setText(found.reason)
        if self.put is not None:
            self.put.set_text(tr("Put “{words}” in").format(words=found.swap))
            self.put.setToolTip(self.put.text())
        self.setAccessibleName(
            " ".join(words.text() for words in (self._level, self._found, self._say, self._reason))
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the place in the text."""
        super().focusInEvent(event)
        self.chosen.emit(self.finding)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place in the text."""
        super().mousePressEvent(event)
        self.chosen.emit(self.finding)


def _short(words: str) -> str:
    return words if len(words) <= 90 else words[:87].rsplit(" ", 1)[0] + " …"
