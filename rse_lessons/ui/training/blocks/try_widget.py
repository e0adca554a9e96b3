"""A try at a module's knowledge check: a few words before, one question after another, and what it came to.

Nothing is told to anybody before the end: whoever leaves in the middle has not tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from random import Random

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.drawing import bank, draw
from rse_lessons.training.marking import ASKED, Answer, needed, result
from rse_lessons.training.model import Module, Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.question_said import REST, announce, at_once, bring_into_sight, make_ready
from rse_lessons.ui.training.blocks.try_result import ResultCard, page_titles
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.widgets.words import Words


class BeforeCard(QFrame):
    """What a try is, before it begins."""

    def __init__(self, theme: Theme, asked: int) -> None:
        super().__init__()
        self._asked = asked
        self.setProperty("card", "true")
        self.heading = Words(theme, role="section", heading=True)
        self.text = Words(theme)
        self.begin = Button(theme, kind="primary", big=True)
        self.begin.setMinimumWidth(theme.px(168))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 28)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addSpacing(8)
        ways = QWidget()
        Flow(ways).addWidget(self.begin)
        column.addWidget(ways)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.heading.setText(tr("Check what you know"))
        self.begin.set_text(tr("Begin"))
        self.begin.setVisible(bool(self._asked))
        if not self._asked:
            self.text.setText(tr("This module has no questions for your nation."))
            return
        count = ntr("{count} question", "{count} questions", self._asked)
        words = tr(
            "{questions}, each with its reasons as soon as you have answered. The module is finished when "
            "{needed} fit, and every question about a scene is among them. Try as often as you wish: the "
            "next try asks other questions as long as there are any. If you leave in the middle, nothing "
            "is kept."
        )
        self.text.setText(words.format(questions=count, needed=needed(self._asked)))


class TryWidget(QWidget):
    """Eight questions out of a module's bank, and what they came to."""

    tried = Signal(list, list, bool)
    """At the end: ids asked, ids missed, and whether the try was passed."""
    page_wanted = Signal(str)
    """The id of a page to read again."""
    on_wanted = Signal()
    """It was passed: what comes after it is wanted."""
    closed = Signal()
    """It is left: after the end, or in the middle, which nobody keeps."""

    def __init__(
        self,
        module: Module,
        theme: Theme,
        asked: Mapping[str, int] | None = None,
        random: Random | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.module, self.theme = module, theme
        self.asked = Counter(asked or {})
        """How often each question was asked in tries that came to their end."""
        self.bank = bank(module)
        self._random = random or Random()  # noqa: S311  questions are drawn, no secrets
        self._titles = page_titles(module)
        self.questions: tuple[Question, ...] = ()
        self.answers: dict[str, Answer] = {}
        self.at = 0
        self._ahead: QuestionCard | ResultCard | None = None
        """The next card, made while the one before it is being read."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._make_ahead)
        self.front: BeforeCard | QuestionCard | ResultCard | None = None
        """The card that is shown."""
        self.bar = StageBar(theme)
        self.leave = Button(theme, kind="quiet", icon="x")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self.bar)
        under = QWidget()
        Flow(under).addWidget(self.leave)
        self._column.addWidget(under)
        self.leave.clicked.connect(self.stop)
        self._under = under
        self.retranslate()
        self._before()

    # The way through

    def _before(self) -> None:
        self.questions, self.answers, self.at = (), {}, 0
        card = BeforeCard(self.theme, min(ASKED, len(self.bank)))
        card.begin.clicked.connect(self.begin)
        self._show(card)
        self._rest.start()

    def begin(self) -> None:
        """Ask the first of the questions drawn."""
        if not self.bank:
            return
        if not self.questions:
            self.questions = draw(self.bank, self.asked, self._random)
        self._go_to()

    def _take(self, answer: Answer) -> None:
        self.answers[self.questions[self.at].id] = answer
        self._mark_bar()
        self._rest.start()

    def go_on(self) -> None:
        """Ask the next question once this one is answered, or say what the try came to."""
        if self.at < len(self.questions) and self.questions[self.at].id in self.answers:
            self.at += 1
            self._go_to()

    def _go_to(self) -> None:
        """Show the card of where the try is now."""
        self._rest.stop()
        card, self._ahead = self._ahead or self._made(self.at), None
        self._show(card)
        card.take_keys()
        if isinstance(card, QuestionCard):
            announce(card, f"{card.kicker.text()} {card.prompt.text()}")
            return
        came_to = card.result
        self.asked.update(came_to.asked)
        self.questions, self.answers, self.at = (), {}, 0
        self._rest.start()
        self.tried.emit(list(came_to.asked), list(came_to.missed), came_to.passed)

    def stop(self) -> None:
        """Leave the try and go back to the beginning; in the middle, as if there had been none."""
        here = self.isAncestorOf(self.window().focusWidget() or self)
        self._before()
        if here and isinstance(self.front, BeforeCard):  # what had the keyboard is gone
            self.front.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    # Cards

    def _made(self, at: int) -> QuestionCard | ResultCard:
        """Make the card of a question, or of the end."""
        if at < len(self.questions):
            question = self.questions[at]
            title = self._titles.get(question.page, "")
            card = QuestionCard(
                question, self.theme, random=self._random, page_title=title, in_try=True, parent=self
            )
            card.hide()
            card.answered.connect(self._take)
            card.went_on.connect(self.go_on)
            return card
        came_to = result(self.questions, self.answers)
        others = any(one.id not in came_to.asked for one in self.bank)
        end = ResultCard(self.module, self.theme, came_to, self.questions, others=others, parent=self)
        end.hide()
        end.page_wanted.connect(self.page_wanted)
        end.again_wanted.connect(self.begin)
        end.on_wanted.connect(self.on_wanted)
        end.closed.connect(self.stop)
        return end

    def _make_ahead(self) -> None:
        """Make what comes next while what is shown is being read: it is there at once then."""
        if not self.questions and self.bank:
            self.questions = draw(self.bank, self.asked, self._random)
        if self._ahead is None and self.questions:
            self._ahead = self._made(self.at + self.in_the_middle)
            make_ready(self._ahead, self.width())

    @property
    def in_the_middle(self) -> bool:
        """Whether questions are being asked now."""
        return isinstance(self.front, QuestionCard)

    # Showing

    def _show(self, card: BeforeCard | QuestionCard | ResultCard) -> None:
        with at_once(self._column):
            if self.front is not None:
                self._column.removeWidget(self.front)
                self.front.hide()
                self.front.deleteLater()
            if self._ahead is not None and self._ahead is not card:
                self._ahead.deleteLater()
                self._ahead = None
            self.front = card
            self._column.insertWidget(1, card)
            self.bar.setVisible(self.in_the_middle)
            self._under.setVisible(self.in_the_middle)
            # New widgets come last in the tab order; the way out belongs after what is asked.
            QWidget.setTabOrder(card, self.leave)
            self._mark_bar()
            card.show()
        bring_into_sight(self, card)

    def _mark_bar(self) -> None:
        self.bar.set_stages([(str(place), 1.0) for place in range(len(self.questions))], len(self.answers))
        if isinstance(self.front, QuestionCard):
            place, count = self.at + 1, len(self.questions)
            words = tr("Question {place} of {count}").format(place=place, count=count)
            self.front.set_kicker(words)
            self.bar.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Take `theme` for what comes; what is inside is told itself."""
        self.theme = theme

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.leave.set_text(tr("Leave the questions"))
        self.leave.setAccessibleDescription(tr("Nothing of this try is kept."))
        self.leave.setToolTip(self.leave.accessibleDescription())
        for card in (self.front, self._ahead):
            if card is not None:
                card.retranslate()
        self._mark_bar()
