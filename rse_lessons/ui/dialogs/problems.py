"""What is wrong with lesson files: each file by its name, each problem in a sentence with its line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.lesson.problems import Problem
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

MOST = 40
"""As many problems as are told; whoever has more begins with these."""


class ProblemsDialog(SmallWindow):
    """For whoever wrote the lesson, or for a teacher to read out to them."""

    folder_requested = Signal()
    """The teacher wants to see the folder of the school's own lessons."""

    def __init__(self, theme: Theme, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=760, parent=parent)
        self._problems = tuple(problems)
        self._lead = Words(theme, colour="text-soft")
        self.column.box.addWidget(self._lead)
        self.files: list[Words] = []
        self.sentences: list[Words] = []
        self._more = Words(theme, colour="text-soft")
        self._list(theme)
        self.column.box.addSpacing(16)
        self.column.box.addWidget(self._more)
        self.column.box.addStretch(1)
        self.folder = Button(theme, kind="quiet")
        self.close_button = Button(theme, kind="primary")
        self.foot.addWidget(self.folder)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.folder.clicked.connect(self.folder_requested)
        self.retranslate()
        self.close_button.setFocus()

    def _list(self, theme: Theme) -> None:
        before: Path | None = None
        box = self.column.box
        for problem in self._problems[:MOST]:
            if problem.path != before:
                before = problem.path
                box.addSpacing(20)
                self.files.append(Words(theme, problem.path.name, "card", heading=True))
                box.addWidget(self.files[-1])
            self.sentences.append(Words(theme))
            # A stop for Tab, so that the keyboard reads and scrolls them one by one.
            self.sentences[-1].setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.addSpacing(6)
            box.addWidget(self.sentences[-1])

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Problems in lesson files"))
        self.heading.setText(tr("Problems in lesson files"))
        self._lead.setText(
            tr("Put them right in the file, or show them to whoever wrote it. All other lessons are fine.")
        )
        for words, problem in zip(self.sentences, self._problems, strict=False):
            line = tr("Line {line}: {sentence}")
            words.setText(line.format(line=problem.line, sentence=retold(problem.sentence)))
        more = max(0, len(self._problems) - MOST)
        self._more.setText(ntr("{count} problem more.", "{count} problems more.", more))
        self._more.setVisible(more > 0)
        self.folder.set_text(tr("Open the folder"))
        self.close_button.set_text(tr("Close"))
