"""A question in its card: to try out on a page, or one of a try. Steps and pairs to find are questions too.

Nothing is called wrong here. What is not there yet is said calmly, with why, and with a way on.
"""

from __future__ import annotations

from random import Random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.drawing import mixed
from rse_lessons.training.marking import Marked, mark
from rse_lessons.training.model import Arrange, CheckKind, Match, Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.match import MatchBody
from rse_lessons.ui.training.blocks.order import OrderBody
from rse_lessons.ui.training.blocks.question_body import Body, ListBody
from rse_lessons.ui.training.blocks.question_box import GOOD, LAMP, AnswerBox
from rse_lessons.ui.training.blocks.question_said import announce, at_once, bring_into_sight, paragraphs
from rse_lessons.ui.training.blocks.spot import SpotBody
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.words import Words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 560


def as_question(block: Question | Arrange | Match) -> Question:
    """Give steps or pairs to find as the question that they are."""
    if isinstance(block, Question):
        return block
    if isinstance(block, Match):
        return Question(
            *(block.id, block.place, CheckKind.MATCH, block.prompt, block.lefts, ()),
            rights=block.rights,
            takeaway=block.takeaway,
        )
    ids = tuple(step.id for step in block.steps)
    made = (block.id, block.place, CheckKind.ORDER, block.prompt, block.steps, ids)
    return Question(*made, takeaway=block.takeaway)


def body_of(question: Question, theme: Theme, random: Random) -> Body:
    """Make what is answered; answers stand in an order by chance, steps never in their own."""
    if question.kind is CheckKind.SPOT:
        return SpotBody(question, theme)
    if question.kind is CheckKind.ORDER:
        return OrderBody(question, theme, mixed(question.answers, random))
    if question.kind is CheckKind.MATCH:
        return MatchBody(question, theme, mixed([right.id for right in question.rights], random))
    order = random.sample([option.id for option in question.options], len(question.options))
    return ListBody(question, theme, order, several=question.kind is CheckKind.SEVERAL)


class QuestionCard(QFrame):
    """A question, its answers, and what comes of answering."""

    answered = Signal(tuple)
    """What was answered, as `marking` reads it; each time."""
    page_wanted = Signal(str)
    """The id of the page to read again."""
    went_on = Signal()
    """In a try: the next one is wanted."""

    def __init__(
        self,
        block: Question | Arrange | Match,
        theme: Theme,
        *,
        random: Random | None = None,
        page_title: str = "",
        in_try: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = as_question(block)
        self.theme = theme
        self.in_try = in_try
        self.marked: Marked | None = None
        self._page_title = page_title
        self._plain_block = not isinstance(block, Question)
        self._revealed = False
        self.setProperty("card", "true")
        chance = random or Random(self.question.id)  # noqa: S311  an order to show, no secret
        self.kicker = Words(theme, role="body", colour="text-soft")
        self.prompt = Words(theme, paragraphs(self.question.prompt), role="card", heading=True)
        self.how = Words(theme, role="small", colour="text-soft")
        """How to answer, where the question alone does not say it."""
        self.body = body_of(self.question, theme, chance)
        self.box = AnswerBox(theme)
        self.send = Button(theme, kind="primary", big=in_try)
        self.again = Button(theme, kind="primary", icon="rotate-ccw")
        self.on = Button(theme, kind="primary", big=True)
        self.show_me = Button(theme, kind="quiet")
        self.why = Button(theme, kind="quiet")
        self.read = Button(theme, icon="file-text", wraps=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._offer()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.ways = QWidget()
        flow = Flow(self.ways, gap=10)
        for button in (self.send, self.again, self.on, self.read, self.show_me, self.why):
            flow.addWidget(button)
        self._column.addWidget(self.kicker)
        self._column.addSpacing(4)
        self._column.addWidget(self.prompt)
        self._column.addWidget(self.how)
        self._column.addSpacing(14)
        self._column.addWidget(self.body)
        self._column.addSpacing(16)
        self._column.addWidget(self.box)
        self._column.addSpacing(16)
        self._column.addWidget(self.ways)
        self.box.hide()
        self._fit()

    def _connect(self) -> None:
        self.body.changed.connect(self._offer)
        self.send.clicked.connect(self.answer)
        self.again.clicked.connect(self.reset)
        self.on.clicked.connect(self.went_on)
        self.show_me.clicked.connect(self.reveal)
        self.why.clicked.connect(self._explain)
        self.read.clicked.connect(lambda: self.page_wanted.emit(self.question.page))

    # Answering

    def answer(self) -> None:
        """Take what is chosen as the answer, and say what comes of it."""
        if self.marked is not None or not self.body.ready():
            return
        given = self.body.answer()
        self.marked = mark(self.question, given)
        self._revealed = self.in_try or self.marked.right
        self._tell()
        self.answered.emit(given)

    def reveal(self) -> None:
        """Show what would have fitted."""
        if self.marked is None:
            return
        self._revealed = True
        self._tell()

    def reset(self) -> None:
        """Have another go."""
        self.marked, self._revealed = None, False
        with at_once(self._column):
            self.box.hide()
            self.body.reset()
            self._offer()
        self.body.take_keys()
        bring_into_sight(self.prompt, self.body)

    def _say(self) -> None:
        """Fill the box below the answers."""
        if self.marked is None:
            return
        takeaway = paragraphs(self.question.takeaway)
        if self.marked.right:
            self.box.set_kind(GOOD)
            self.box.say(tr("That fits."), "\n".join(filter(None, (self.body.well(), takeaway))))
            return
        title, words = self.body.not_yet(self.marked, reveal=self._revealed)
        later = ""
        if self.in_try and self._page_title:
            later = tr("At the end you can go back to the page “{title}”.").format(title=self._page_title)
        shown = takeaway if self._revealed else ""
        self.box.set_kind(LAMP)
        self.box.say(title, "\n".join(filter(None, (words, shown, later))))

    def _tell(self) -> None:
        """Show how the answer fits and why, offer the ways on, and go to the first of them."""
        if self.marked is None:
            return
        here = self.isAncestorOf(self.window().focusWidget() or self)
        with at_once(self._column):
            self._say()
            self.body.show_marked(self.marked, reveal=self._revealed)
            self.box.show()
            self._offer()
        if here:
            first = next((way for way in (self.on, self.again, self.read) if not way.isHidden()), None)
            # Where nothing is left to press, the words that came have the keyboard: Tab goes on from there.
            (first or (self.box if self.why.isHidden() else self.why)).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
        announce(self.box, self.box.said())
        bring_into_sight(self.box, self.ways)

    def _explain(self) -> None:
        """Show every explanation there is."""
        with at_once(self._column):
            self.body.show_reasons()
            self._offer()
        self.body.take_keys()

    def _offer(self) -> None:
        """Show the buttons that fit what has happened."""
        done, right = self.marked is not None, self.marked is not None and self.marked.right
        ready = self.body.ready()
        self.send.setVisible(not done)
        self.send.setEnabled(ready)
        self.send.setToolTip("" if ready else self._choose_first())
        self.on.setVisible(done and self.in_try)
        self.again.setVisible(done and not right and not self.in_try)
        self.read.setVisible(done and not right and not self.in_try and bool(self.question.page))
        self.show_me.setVisible(done and not self._revealed)
        self.why.setVisible(done and self._revealed and self.body.has_reasons())
        self.ways.updateGeometry()

    def _choose_first(self) -> str:
        if self.question.kind is CheckKind.MATCH:
            return tr("First find what goes with each.")
        return tr("Choose first.")

    # Keys, sizes, words

    def take_keys(self) -> None:
        """Take the keyboard where one begins."""
        self.body.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with numbers; Enter answers, and in a try goes on."""
        number = event.key() - Qt.Key.Key_0.value
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 1 <= number <= 9:
            self.body.press_number(number)
        elif event.key() in _ENTER and self.marked is None:
            self.answer()
        elif event.key() in _ENTER and self.in_try:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have less room around where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self.theme.px(_WIDE)
        side, top = (36, 28) if wide else (20, 18)
        self._column.setContentsMargins(side, top, side, top)
        for button in (self.send, self.on):
            button.setMinimumWidth(self.theme.px(168 if self.in_try else 120))
        self.why.setMinimumHeight(self.theme.px(64 if self.in_try else 44))

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`; what is inside is told itself."""
        self.theme = theme
        self._fit()

    def _how(self) -> str:
        return {
            CheckKind.SEVERAL: tr("Choose all that fit."),
            CheckKind.SPOT: tr("Press each phrase that you mean. The dashed lines show where they are."),
            CheckKind.ORDER: tr("Drag the steps, or move them with the arrows beside them."),
        }.get(self.question.kind, "")

    def set_kicker(self, words: str) -> None:
        """Say above the question where it stands, such as the third of eight."""
        self.kicker.setText(words)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if not self.in_try:
            kinds = {CheckKind.ORDER: tr("Put it in order"), CheckKind.MATCH: tr("Find the pairs")}
            named = kinds.get(self.question.kind) if self._plain_block else None
            self.kicker.setText(named or tr("Try it out"))
        self.setAccessibleName(self.prompt.text())
        self.how.setText(self._how())
        self.how.setVisible(bool(self.how.text()))
        self.body.setAccessibleName(" ".join(filter(None, (self.prompt.text(), self.how.text()))))
        self.send.set_text(tr("Answer"))
        self.again.set_text(tr("Have another go"))
        self.on.set_text(tr("Go on"))
        self.show_me.set_text(tr("Show me what fits"))
        self.why.set_text(tr("Why not the others?"))
        title = self._page_title
        self.read.set_text(
            tr("Read “{title}” again").format(title=title) if title else tr("Read that page again")
        )
        self.body.retranslate()
        self._say()
        self._offer()
