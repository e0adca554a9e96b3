"""A text that blames, to be written anew: the checker marks the words as they are typed; nothing is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.wording.checking import Finding
from rse_lessons.training.model import Rewrite
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_said import bring_into_sight
from rse_lessons.ui.training.cards import Card, Plate
from rse_lessons.ui.training.prose import Quote, prose, steps_prose
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.finding_card import FindingCard
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.widgets.words_checker import WordsChecker
from rse_lessons.ui.widgets.words_to_check import WordsToCheck

MOST = 8
"""As many findings as are listed below the field."""


class RewriteCard(Card):
    """The given text, a field, what the checker says of it, and one good way to write it."""

    rewritten = Signal(str)
    """The block's id: its reader has seen one good way."""

    def __init__(self, theme: Theme, block: Rewrite) -> None:
        super().__init__(theme)
        self.block = block
        self.head = Words(theme, role="small", colour="text-soft")
        self.given_head = Words(theme, role="small", colour="text-soft", bold=True)
        self.field_head = Words(theme, bold=True)
        self.field = WordsToCheck(theme)
        self.checker = WordsChecker(self.field)
        self.checker.looked.connect(self._list)
        self.kept_note = Words(theme, role="small", colour="text-soft")
        self.count = Words(theme, bold=True)
        self.cards: list[FindingCard] = []
        self._findings = QVBoxLayout()
        self._findings.setSpacing(12)
        self.show_model = Button(theme, icon="eye", wraps=True)
        self.show_model.clicked.connect(self.reveal)
        self.revealed = False
        self.model_head = Words(theme, bold=True)
        self.why_head = Words(theme, role="card", heading=True)
        self._lay(theme)
        self.retranslate()

    def _lay(self, theme: Theme) -> None:
        block = self.block
        self.add(self.head, *prose(theme, block.prompt))
        given = QVBoxLayout()
        given.setSpacing(4)
        given.addWidget(self.given_head)
        for part in prose(theme, block.given):
            given.addWidget(part if isinstance(part, Quote) else Quote(theme, part))
        self.column.addLayout(given)
        self.column.addSpacing(4)
        self.add(self.field_head, self.field, self.kept_note, self.count)
        self.column.addLayout(self._findings)
        self.column.addWidget(self.show_model, 0, Qt.AlignmentFlag.AlignLeft)
        self.model = QWidget()
        column = QVBoxLayout(self.model)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        plate = Plate(theme, "good")
        plate.column.addWidget(self.model_head)
        self.model_text = prose(theme, block.model)
        for part in self.model_text:
            plate.column.addWidget(part)
        column.addWidget(plate)
        column.addSpacing(12)
        column.addWidget(self.why_head)
        quoted = tr("“{words}”")
        reasons = [(quoted.format(words=one.text), one.explanation) for one in block.reasons]
        if reasons:
            column.addWidget(steps_prose(theme, reasons, numbered=False))
        self.model.hide()
        self.add(self.model)

    @property
    def typed(self) -> str:
        """What stands in the field; it goes with the page."""
        return self.field.toPlainText()

    def take_over(self, other: RewriteCard) -> None:
        """Go on where another card of the same block was, as when the nation changed."""
        self.field.setPlainText(other.typed)
        if other.revealed:
            self.revealed = True
            self._show_model()

    def reveal(self) -> None:
        """Show one good way, and why it is better; told once."""
        if not self.revealed:
            self.revealed = True
            self.rewritten.emit(self.block.id)
        self._show_model()
        # The button goes: the keyboard stays with what came in its place.
        for first in self.model_text[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self.model, self.model)

    def _show_model(self) -> None:
        self.show_model.hide()
        self.model.show()

    def _list(self) -> None:
        """Show what was found; cards of what is still there stay, and keep the keyboard."""
        before = len(self.cards)
        kept = {(card.finding.rule, card.finding.found): card for card in self.cards}
        for before_it in self.cards:
            self._findings.removeWidget(before_it)
        self.cards = []
        after: QWidget = self.field
        for finding in self.checker.findings[:MOST]:
            card = kept.pop((finding.rule, finding.found), None) or self._card(finding)
            card.finding = finding
            self.cards.append(card)
            self._findings.addWidget(card)
            QWidget.setTabOrder(after, card)
            after = card if card.put is None else card.put
            QWidget.setTabOrder(card, after)
        QWidget.setTabOrder(after, self.show_model)
        for card in kept.values():
            card.hide()
            card.deleteLater()
        self._say_count()
        if len(self.cards) != before:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, self.count.text()))

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(self._theme, finding)
        card.chosen.connect(self.checker.show)
        card.put_requested.connect(self.checker.put)
        return card

    def _say_count(self) -> None:
        found = len(self.checker.findings)
        if not self.checker.checked.strip():
            self.count.setText("")
        elif not found:
            self.count.setText(tr("The checker finds nothing to say another way."))
        else:
            one = "{count} place that could be said another way"
            self.count.setText(ntr(one, "{count} places that could be said another way", found))
        self.count.setVisible(bool(self.count.text()))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        self.field.setFixedHeight(theme.px(132))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.head.setText(tr("Write it anew"))
        self.given_head.setText(tr("Somebody wrote"))
        self.field_head.setText(tr("Your version"))
        self.field.setAccessibleName(tr("Your version"))
        self.field.setPlaceholderText(tr("Write it so that nobody is blamed who did no wrong"))
        self.kept_note.setText(tr("What you write here stays here and is gone when you leave the page."))
        self.field.setAccessibleDescription(self.kept_note.text())
        self.show_model.set_text(tr("Show one good way"))
        self.model_head.setText(tr("One good way"))
        self.why_head.setText(tr("What was changed, and why"))
        for card in self.cards:
            card.retranslate()
        self._say_count()
        self.field.setFixedHeight(self._theme.px(132))
