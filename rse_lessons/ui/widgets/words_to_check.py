"""The field for the text that is checked: what was found is underlined in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import Finding
from rse_lessons.ui.theme import Theme

LONGEST = 200_000
"""So many letters are taken in; a school's whole policy is shorter."""


class WordsToCheck(QPlainTextEdit):
    """Errors are underlined with a wave, advice with dashes: told apart without any colour."""

    looked_at = Signal(int)
    """The place of the cursor, when it was moved there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._chosen: Finding | None = None
        self.setTabChangesFocus(True)
        self.setProperty("ring", True)
        self.setProperty("corner", 10)
        self.cursorPositionChanged.connect(lambda: self.looked_at.emit(self.textCursor().position()))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("placeholder"))
        self.setPalette(colours)
        self._underline()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted without its looks, as far as there is room."""
        room = LONGEST - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, room)])

    def show_findings(self, findings: Sequence[Finding], chosen: Finding | None = None) -> None:
        """Underline what was found; the ground of the chosen one is lit."""
        self._findings, self._chosen = tuple(findings), chosen
        self._underline()

    def go_to(self, finding: Finding) -> None:
        """Put the cursor after what was found, and bring it into sight."""
        cursor = self._cursor(finding)
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def put(self, finding: Finding, words: str) -> None:
        """Put other words in the place of what was found; Ctrl+Z takes it back."""
        self._cursor(finding).insertText(words)

    def _cursor(self, finding: Finding) -> QTextCursor:
        cursor = QTextCursor(self.document())
        start = self._place(finding.start)
        cursor.setPosition(start)
        end = self._place(finding.start + finding.length)
        cursor.setPosition(min(end, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, letter: int) -> int:
        """Give Qt's place of a letter: Qt counts those beyond the first plane of Unicode twice."""
        text = self.toPlainText()
        return letter + sum(sign > "\uffff" for sign in text[:letter]) if not text.isascii() else letter

    def _underline(self) -> None:
        shown = []
        for finding in self._findings:
            error = finding.severity is Severity.ERROR
            looks = QTextCharFormat()
            style = QTextCharFormat.UnderlineStyle
            looks.setUnderlineStyle(style.WaveUnderline if error else style.DashUnderline)
            looks.setUnderlineColor(self._theme.colour("care" if error else "link"))
            if finding is self._chosen:
                looks.setBackground(self._theme.colour("selected"))
                looks.setForeground(self._theme.colour("on-selected"))
            selection = QTextEdit.ExtraSelection()
            selection.format = looks
            selection.cursor = self._cursor(finding)
            shown.append(selection)
        self.setExtraSelections(shown)
