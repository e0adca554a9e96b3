"""Checks the words of a letter home, a policy or a note while they are typed or pasted; keeps nothing.

The text stays in this window and goes with it: it is not written to disk, to the records or to a log.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ENGLISH, interface_language, ntr, tr
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import Finding
from rse_lessons.lesson.wording.rulebook import READ_WELL, languages
from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.finding_card import FindingCard
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.small_window import Column, keep_on_screen, room_on_screen
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.widgets.words_checker import WordsChecker
from rse_lessons.ui.widgets.words_to_check import WordsToCheck

MOST = 60
"""As many findings as are listed; whoever has more begins with these."""


class WordingWindow(QDialog):
    """The text on one side, what was found on the other; below one another where large words need it."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        names: Sequence[tuple[str, str]] = ((ENGLISH, "English"),),
    ) -> None:
        """Make it; `names` are languages of texts, each with what its speakers call it."""
        super().__init__(parent)
        self.theme = theme
        self.setModal(True)
        self.findings: tuple[Finding, ...] = ()
        self.cards: list[FindingCard] = []
        self._names = [(tag, name) for tag, name in names if tag in languages()]
        self.heading = Words(theme, role="section", heading=True)
        self.language = Chooser(theme, "chip", icon="globe")
        self.lead = Words(theme, colour="text-soft")
        self.field = WordsToCheck(theme)
        self.checker = WordsChecker(self.field, self)
        here = interface_language()
        self.checker.language = here if here in dict(self._names) else ENGLISH
        self.checker.looked.connect(self._take)
        self.language.chosen.connect(self._read_as)
        self.count = Words(theme, role="card", heading=True)
        self.list = Column(margins=(0, 0, 12, 0))
        self.more = Words(theme, colour="text-soft")
        self.clear = Button(theme, kind="quiet", icon="trash-2")
        self.close_button = Button(theme, kind="primary")
        self._lay()
        self.ring = Ring(self, theme)
        self.field.textChanged.connect(self._turn)
        self.clear.clicked.connect(self._empty)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setAutoDefault(False)
        self.clear.setAutoDefault(False)
        self.retranslate()
        self.field.setFocus()

    def _lay(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.count)
        beside.addWidget(self.list, 1)
        self.pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.pair.setSpacing(24)
        self.pair.addWidget(self.field, 5)
        self.pair.addLayout(beside, 4)
        foot = QHBoxLayout()
        foot.addWidget(self.clear)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 24, 32, 24)
        whole.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.heading, 1)
        head.addWidget(self.language, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(head)
        whole.addWidget(self.lead)
        whole.addLayout(self.pair, 1)
        whole.addLayout(foot)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Check wording"))
        self.heading.setText(tr("Check wording"))
        self.language.set_question(tr("Language of the text"))
        draft = tr("draft")
        choices = [Choice(tag, name, "" if tag in READ_WELL else draft) for tag, name in self._names]
        self.language.set_choices(choices, self.checker.language)
        self.language.setVisible(len(self._names) > 1)
        self.lead.setText(
            tr(
                "Paste a letter home, a policy or a note, or type it here. Words that blame or frighten a "
                "child are underlined, with better ones beside them. Nothing is kept: the text goes when "
                "you close this window."
            )
        )
        self.field.setPlaceholderText(tr("Paste or type here"))
        self.field.setAccessibleName(tr("Text to check"))
        self.clear.set_text(tr("Empty the field"))
        self.close_button.set_text(tr("Close"))
        for card in self.cards:
            card.retranslate()
        self._say_count()
        if self.cards:
            self.checker.check_at_once()  # the reasons are in the interface's language, too

    def set_theme(self, theme: Theme) -> None:
        """Paint everything inside with `theme`."""
        self.theme = theme
        pass_on(self, theme)
        self._turn()

    # Checking

    def take(self, text: str) -> None:
        """Look at a text at once, and wait for it."""
        self.checker.take(text)

    def _take(self) -> None:
        before = len(self.findings)
        self.findings = self.checker.findings
        self._list()
        if len(self.findings) != before:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, self.count.text()))

    def _list(self) -> None:
        """Show the findings; cards of those that are still there stay, and keep the keyboard."""
        box = self.list.box
        kept = {_key(card.finding): card for card in self.cards}
        while box.count():
            box.takeAt(0)
        self.cards = []
        for finding in self.findings[:MOST]:
            card = kept.pop(_key(finding), None) or self._card(finding)
            said, card.finding = card.finding.reason, finding
            if said != finding.reason:
                card.retranslate()
            self.cards.append(card)
            box.addWidget(card)
            box.addSpacing(12)
        for card in kept.values():
            card.hide()
            card.deleteLater()
        box.addWidget(self.more)
        box.addStretch(1)
        self._say_count()
        for one, other in zip([self.field, *self.cards], [*self.cards, self.clear], strict=True):
            QWidget.setTabOrder(_last(one), other)

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(self.theme, finding)
        card.chosen.connect(self.checker.show)
        card.put_requested.connect(self.checker.put)
        return card

    def _say_count(self) -> None:
        errors = sum(found.severity is Severity.ERROR for found in self.findings)
        advice = len(self.findings) - errors
        other = ntr("{count} place to say another way", "{count} places to say another way", errors)
        think = ntr("{count} place to think about", "{count} places to think about", advice)
        if not self.checker.checked.strip():
            words = tr("Nothing to look at yet")
        elif not self.findings:
            words = tr("Nothing found")
        elif errors and advice:
            words = tr("{errors}, {advice}").format(errors=other, advice=think)
        else:
            words = other if errors else think
        self.count.setText(words)
        more = max(0, len(self.findings) - MOST)
        self.more.setText(ntr("{count} place more.", "{count} places more.", more))
        self.more.setVisible(more > 0)

    # What the teacher does

    def _read_as(self, language: str) -> None:
        self.checker.set_language(language)

    def _empty(self) -> None:
        self.field.clear()
        self.field.setFocus()
        self.checker.check_at_once()

    # Size

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        wide = self.width() >= self.theme.px(860)
        self.pair.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.field.setMinimumHeight(self.theme.px(95))
        # Where there is little room, the text itself says what this window is for; and before there is
        # a text, nothing can have been found.
        typed = bool(self.field.toPlainText())
        self.lead.setVisible(wide or not typed)
        self.count.setVisible(wide or typed)
        self.list.setVisible(wide or typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list below the text where there is no room beside it."""
        super().resizeEvent(event)
        self._turn()

    def showEvent(self, event: QShowEvent) -> None:
        """Take most of the screen: there is much to read."""
        room = room_on_screen(self)
        self.setMinimumSize(min(480, room.width()), min(400, room.height()))
        px = self.theme.px
        self.resize(QSize(px(1120), px(720)).boundedTo(room))
        keep_on_screen(self)
        super().showEvent(event)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.found, finding.say


def _last(widget: QWidget) -> QWidget:
    return widget.put if isinstance(widget, FindingCard) and widget.put is not None else widget
