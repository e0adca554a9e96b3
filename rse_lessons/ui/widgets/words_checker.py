"""Looks at the words of a field a moment after the last key, beside the typing; keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from rse_lessons.lesson.wording.checking import Finding, apart, check_text
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.widgets.words_to_check import WordsToCheck

PAUSE = 350
"""Milliseconds after the last key until the words are looked at."""


class WordsChecker(QObject):
    """Underlines in the field what was found, and tells of it."""

    looked = Signal()
    """`findings` are those of the text that stands in the field now."""

    def __init__(self, field: WordsToCheck, parent: QObject | None = None) -> None:
        super().__init__(parent or field)
        self.field = field
        self.findings: tuple[Finding, ...] = ()
        self.checked = ""
        """The text that was looked at last."""
        self._work = Elsewhere()
        self._work.done.connect(self._take)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self.check)
        field.textChanged.connect(self._wait.start)

    @property
    def fresh(self) -> bool:
        """Whether the findings are those of what is written now."""
        return self.field.toPlainText() == self.checked

    def check(self) -> None:
        """Look at the words now; what is typed meanwhile is looked at afterwards."""
        text = self.field.toPlainText()
        if text == self.checked or self._work.busy:
            return
        self._work.do(lambda: (text, apart(check_text(text))))

    def check_at_once(self) -> None:
        """Look at the words without waiting for the end of the typing."""
        self._wait.stop()
        self.check()

    def take(self, text: str) -> None:
        """Look at a text at once, and wait for it."""
        self._wait.stop()
        self._take((text, apart(check_text(text))))

    def show(self, finding: Finding) -> None:
        """Light the place of a finding in the field."""
        if self.fresh:
            self.field.show_findings(self.findings, finding)
            self.field.go_to(finding)

    def put(self, finding: Finding) -> None:
        """Put the better words into the field, in the place of what was found."""
        if self.fresh:
            self.field.put(finding, finding.swap)
            self.field.setFocus()
            self.check_at_once()

    def _take(self, answer: tuple[str, tuple[Finding, ...]]) -> None:
        text, findings = answer
        self.checked = text
        if text != self.field.toPlainText():
            self._wait.start()
            return
        self.findings = findings
        self.field.show_findings(findings)
        self.looked.emit()
