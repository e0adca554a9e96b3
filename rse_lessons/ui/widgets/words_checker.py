"""Looks at the words of a field a moment after the last key, beside the typing; keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from rse_lessons.i18n.catalogues import ENGLISH, interface_language
from rse_lessons.lesson.wording.checking import Finding, apart, check_text
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.widgets.words_to_check import WordsToCheck

PAUSE = 350
"""Milliseconds after the last key until the words are looked at."""


_Asked = tuple[str, str, str]
"""A text, its language, and that in which reasons are said."""


class WordsChecker(QObject):
    """Underlines in the field what was found, and tells of it; reasons are in the interface's language."""

    looked = Signal()
    """`findings` are those of the text that stands in the field now."""

    def __init__(self, field: WordsToCheck, parent: QObject | None = None) -> None:
        super().__init__(parent or field)
        self.field = field
        self.language = ENGLISH
        """The language of the text; one that has rules."""
        self.findings: tuple[Finding, ...] = ()
        self.checked = ""
        """The text that was looked at last."""
        self._answered: _Asked = ("", "", "")
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

    def set_language(self, language: str) -> None:
        """Look at the words as those of a language from now on."""
        self.language = language
        self.check_at_once()

    def check(self) -> None:
        """Look at the words now; what is typed meanwhile is looked at afterwards."""
        asked = self._asked()
        if asked == self._answered or self._work.busy:
            return
        self._work.do(lambda: (asked, _found(asked)))

    def check_at_once(self) -> None:
        """Look at the words without waiting for the end of the typing."""
        self._wait.stop()
        self.check()

    def take(self, text: str) -> None:
        """Look at a text at once, and wait for it."""
        self._wait.stop()
        asked = text, self.language, interface_language()
        self._take((asked, _found(asked)))

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

    def _asked(self) -> _Asked:
        return self.field.toPlainText(), self.language, interface_language()

    def _take(self, answer: tuple[_Asked, tuple[Finding, ...]]) -> None:
        asked, findings = answer
        if asked != self._asked():
            self._wait.start()
            return
        self._answered = asked
        self.checked = asked[0]
        self.findings = findings
        self.field.show_findings(findings)
        self.looked.emit()


def _found(asked: _Asked) -> tuple[Finding, ...]:
    text, language, reasons = asked
    return apart(check_text(text, language=language, reasons=reasons))
