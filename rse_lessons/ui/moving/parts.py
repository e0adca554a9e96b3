"""Parts of the window: what goes on just now, and the files that were odd."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.between.oddities import Finding, shown
from rse_lessons.ui.moving.bar import Bar
from rse_lessons.ui.moving.words import finding_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Icon
from rse_lessons.ui.widgets.words import Words

MOST_SHOWN = 12
"""Files that are told one by one."""


class Going(QWidget):
    """What goes on just now: words, a bar, and a way to stop it."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Words(theme, bold=True)
        self.bar = Bar(theme)
        self.stop = Button(theme, kind="secondary", icon="x")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(row)
        self.stop.clicked.connect(self.stopped)
        self.retranslate()

    def begin(self, words: str) -> None:
        """Say what goes on, from its beginning."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.show_part(0, 1)
        self.stop.setEnabled(True)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.stop.set_text(tr("Stop"))


class Oddities(QWidget):
    """The files from which nothing was taken, each with its sentence; Tab goes from one to the next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[Words] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._inside: QWidget | None = None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these files, and nothing when there is none."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        self.rows = []
        self.setVisible(bool(findings))
        if findings:
            self._inside = self._made(findings)
            self._column.addWidget(self._inside)
            self._inside.show()  # Qt would show it only when its turn comes

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for rows made from now on; those that exist are told themselves."""
        self._theme = theme

    def _made(self, findings: Sequence[Finding]) -> QWidget:
        theme, inside = self._theme, QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = ntr("{count} file was left alone", "{count} files were left alone", len(findings))
        column.addWidget(Words(theme, head, bold=True))
        for finding in findings[:MOST_SHOWN]:
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            words = Words(theme, finding_words(finding))
            words.setFocusPolicy(
                Qt.FocusPolicy.TabFocus
            )  # a stop, so that the keyboard reads and scrolls them
            words.setProperty("ring", True)
            words.setAccessibleName(shown(finding.path))
            words.setAccessibleDescription(words.text())
            self.rows.append(words)
            row.addWidget(Icon(theme, "info", "care"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
        more = len(findings) - MOST_SHOWN
        if more > 0:
            column.addWidget(Words(theme, ntr("{count} file more.", "{count} files more.", more)))
        return inside
