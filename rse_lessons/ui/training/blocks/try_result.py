"""What a try came to: what is settled, what is worth reading again, and how to go on. Never a score alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.marking import Result
from rse_lessons.training.model import Module, Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_box import GOOD, LAMP, AnswerBox
from rse_lessons.ui.training.blocks.question_said import announce, paragraphs
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import StateBadge
from rse_lessons.ui.widgets.words import Words


def page_titles(module: Module) -> dict[str, str]:
    """Give the pages' titles by their ids."""
    return {page.id: paragraphs(page.title) for page in module.pages}


class ResultCard(QFrame):
    """The page at the end of a try."""

    page_wanted = Signal(str)
    again_wanted = Signal()
    on_wanted = Signal()
    """It is passed: the next page is wanted."""
    closed = Signal()

    def __init__(
        self,
        module: Module,
        theme: Theme,
        result: Result,
        questions: Sequence[Question],
        *,
        others: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.result = theme, result
        self._others = others
        self._titles = page_titles(module)
        self._questions = questions
        self.setProperty("card", "true")
        self.kicker = Words(theme, colour="text-soft")
        self.heading = Words(theme, role="section", heading=True)
        self.box = AnswerBox(theme, GOOD if result.passed else LAMP)
        self.pages: dict[str, Button] = {}
        """The buttons that lead back, by page."""
        self._heads: list[tuple[Words, str]] = []
        self._known: list[StateBadge] = []
        self.on = Button(theme, kind="primary", big=True)
        self.again = Button(
            theme, kind="secondary" if result.passed else "primary", icon="rotate-ccw", wraps=True
        )
        self.leave = Button(theme, kind="quiet")
        self._lay_out()
        self._fit()
        self.on.clicked.connect(self.on_wanted)
        self.leave.clicked.connect(self.closed)
        self.again.clicked.connect(self.again_wanted)
        self.retranslate()

    # What it is made of

    def _right(self) -> list[Question]:
        return [one for one in self._questions if one.id not in self.result.missed]

    def _missed(self) -> list[Question]:
        return [one for one in self._questions if one.id in self.result.missed]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 28)
        column.setSpacing(8)
        for widget in (self.kicker, self.heading, self.box):
            column.addWidget(widget)
        if self.result.passed:  # what is left to do is to go on: no list stands before that
            self._add_ways(column)
        self._add_again(column)
        self._add_known(column)
        self._add_scenes(column)
        if not self.result.passed:
            self._add_ways(column)
        self.on.setVisible(self.result.passed)
        self.leave.setVisible(not self.result.passed)

    def _add_ways(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        ways = QWidget()
        flow = Flow(ways, gap=10)
        for button in (self.on, self.again, self.leave):
            flow.addWidget(button)
        column.addWidget(ways)

    def _head(self, column: QVBoxLayout, which: str) -> None:
        column.addSpacing(12)
        words = Words(self.theme, role="card", heading=True)
        self._heads.append((words, which))
        column.addWidget(words)

    def _add_again(self, column: QVBoxLayout) -> None:
        """List the pages that are worth reading again, each with what was asked."""
        missed = self._missed()
        if not missed:
            return
        self._head(column, "again")
        for page in dict.fromkeys(one.page for one in missed):
            title = self._titles.get(page, "")
            if title:
                button = Button(self.theme, title, icon="file-text", wraps=True)
                button.clicked.connect(lambda _on=False, page=page: self.page_wanted.emit(page))
                self.pages[page] = button
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            for one in missed:
                if one.page == page:
                    column.addWidget(Words(self.theme, paragraphs(one.prompt), colour="text-soft"))
            column.addSpacing(4)

    def _add_known(self, column: QVBoxLayout) -> None:
        """List the pages of which everything asked was right."""
        missed = {one.page for one in self._missed()}
        known = [page for page in dict.fromkeys(one.page for one in self._right()) if page not in missed]
        titles = [self._titles[page] for page in known if page in self._titles]
        if titles:
            self._head(column, "known")
        for title in titles:
            self._known.append(StateBadge(self.theme, "check", title, "good"))
            column.addWidget(self._known[-1])

    def _add_scenes(self, column: QVBoxLayout) -> None:
        """Name the scenes that were understood."""
        scenes = [one for one in self._right() if one.scenario]
        if scenes:
            self._head(column, "scenes")
        for one in scenes:
            column.addWidget(Words(self.theme, paragraphs(one.prompt)))

    # What it says

    def _say(self) -> tuple[str, str]:
        result = self.result
        asked, fitted = len(result.asked), len(result.asked) - len(result.missed)
        counted = ntr("{count} answer fitted at once", "{count} answers fitted at once", fitted)
        words = tr("{counted}, of {asked}.").format(counted=counted, asked=asked)
        if result.passed and not result.missed:
            return tr("Everything fitted"), tr("You know this module, and what to do when it matters.")
        if result.passed:
            more = tr("You understood each scene. What you want to look at once more is below.")
            return tr("You know this module"), f"{words} {more}"
        scenes = [one for one in self._missed() if one.scenario]
        if scenes:
            more = ntr(
                "{count} scene is worth another thought: in a scene, a pupil is waiting.",
                "{count} scenes are worth another thought: in a scene, a pupil is waiting.",
                len(scenes),
            )
        else:
            more = tr("A few more, and this module is finished.")
        return tr("Not there yet, and that is fine"), f"{words} {more}"

    def take_keys(self) -> None:
        """Take the keyboard to the way on, and say what the try came to."""
        first = self.on if self.result.passed else next(iter(self.pages.values()), self.again)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.heading.text()} {self.box.said()}")

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`; what is inside is told itself."""
        self.theme = theme
        self._fit()

    def _fit(self) -> None:
        self.on.setMinimumWidth(self.theme.px(168))
        self.again.setMinimumHeight(self.theme.px(64) if self.result.passed else 0)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        passed = self.result.passed
        self.kicker.setText(tr("Check what you know"))
        self.heading.setText(tr("Well done") if passed else tr("What you know, and what to read again"))
        self.box.say(*self._say())
        named = {
            "again": tr("Worth reading again"),
            "known": tr("What you know"),
            "scenes": tr("Scenes that you understood"),
        }
        for words, which in self._heads:
            words.setText(named[which])
        for page, button in self.pages.items():
            title = self._titles[page]
            button.set_text(title)
            button.setToolTip(title)
            button.setAccessibleName(tr("Read “{title}” again").format(title=title))
        self.on.set_text(tr("Go on"))
        self.again.set_text(tr("Try other questions") if self._others else tr("Try again"))
        self.leave.set_text(tr("Leave it for now"))
