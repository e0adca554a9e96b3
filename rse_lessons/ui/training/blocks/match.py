"""Pairs to find: choose one on the left, then what goes with it on the right.

A letter joins the two, so that nothing is told by place or colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.marking import Answer, Marked, pair
from rse_lessons.training.model import Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_body import GAP, Body
from rse_lessons.ui.training.blocks.question_row import FITS, OPEN, OTHER, OneRow, PressRow
from rse_lessons.ui.training.blocks.question_said import announce, bring_into_sight, paragraphs
from rse_lessons.ui.widgets.words import Words

_BESIDE = 640
"""From this width on, at 100%, both sides stand beside one another."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class MatchBody(Body):
    """Left sides, one of which is being paired, and right sides to press."""

    def __init__(
        self, question: Question, theme: Theme, order: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self.pairs: dict[str, str] = {}
        """Right ids by left ids."""
        self._kept: dict[str, str] = {}
        self._rights = {right.id: paragraphs(right.text) for right in question.rights}
        self._lefts = {left.id: paragraphs(left.text) for left in question.options}
        self._letters = dict(zip(self._lefts, LETTERS, strict=False))
        self._reasons = {left.id: paragraphs(left.explanation) for left in question.options}
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(GAP * 2)
        self.left_side, self.right_side = QWidget(self), QWidget(self)
        self._heads = (Words(theme, role="small", colour="text-soft"), Words(theme, role="small"))
        self._heads[1].set_colour("text-soft")
        self.lefts: dict[str, OneRow] = {}
        self.rights: dict[str, PressRow] = {}
        for side, head in zip((self.left_side, self.right_side), self._heads, strict=True):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            column.addWidget(head)
            self._halves.addWidget(side, 1)
        self._fill(order)
        self.retranslate()

    def _fill(self, order: Sequence[str]) -> None:
        theme = self.theme
        for id_, words in self._lefts.items():
            left = OneRow(theme, words, self.left_side, sign=self._letters.get(id_, ""))
            left.toggled.connect(lambda _on=False: self._say_which())
            self.lefts[id_] = left
        for id_ in order:
            right = PressRow(theme, self._rights[id_], self.right_side)
            right.clicked.connect(lambda _on=False, id_=id_: self.put(id_))
            self.rights[id_] = right
        for side, rows in ((self.left_side, self.lefts), (self.right_side, self.rights)):
            column = side.layout()
            if isinstance(column, QVBoxLayout):
                for row in rows.values():
                    column.addWidget(row)
                column.addStretch(1)
        for left in list(self.lefts.values())[:1]:
            left.setChecked(True)

    @property
    def current(self) -> str:
        """The id of the left side that is being paired."""
        return next((id_ for id_, row in self.lefts.items() if row.isChecked()), "")

    def answer(self) -> Answer:
        """Give a pair for each left side that has one."""
        return tuple(pair(left, self.pairs[left]) for left in self._lefts if left in self.pairs)

    def ready(self) -> bool:
        """Whether each left side has one."""
        return bool(self._lefts) and len(self.pairs) == len(self._lefts)

    def put(self, right: str) -> None:
        """Put a right side to the left one that is chosen, and go on to the next without one."""
        left = self.current
        if not left or self.rights[right].locked:
            return
        self.pairs = {one: other for one, other in self.pairs.items() if other != right}
        self.pairs[left] = right
        free = [id_ for id_ in self._lefts if id_ not in self.pairs]
        self._show_pairs()
        said = tr("{left} goes with: {right}").format(left=self._lefts[left], right=self._rights[right])
        if free:
            self.lefts[free[0]].setChecked(True)
            said = f"{said} {tr('Next: {words}').format(words=self._lefts[free[0]])}"
        bring_into_sight(self.rights[right], self.rights[right])  # what it goes with has made rows taller
        announce(self, said)
        self.changed.emit()

    def _show_pairs(self) -> None:
        by_right = {right: left for left, right in self.pairs.items()}
        for id_, left in self.lefts.items():
            there = self.pairs.get(id_)
            left.say(detail=tr("goes with: {words}").format(words=self._rights[there]) if there else "")
        for id_, right in self.rights.items():
            owner = by_right.get(id_, "")
            right.say(sign=self._letters.get(owner, ""))
            if owner:
                right.setAccessibleDescription(tr("goes with: {words}").format(words=self._lefts[owner]))

    def _say_which(self) -> None:
        self._heads[1].setText(tr("What goes with it?"))
        letter = self._letters.get(self.current, "")
        if letter:
            self._heads[1].setText(tr("What goes with {letter}?").format(letter=letter))
        self.right_side.setAccessibleName(self._heads[1].text())

    # Being marked

    def show_marked(self, marked: Marked, *, reveal: bool) -> None:
        """Mark the pairs that fit; with `reveal` put all of them together."""
        wrong = {*marked.wrong, *marked.missing}
        self._kept = {} if reveal else {one: two for one, two in self.pairs.items() if one not in wrong}
        if reveal:
            self.pairs = {option.id: option.goes_to for option in self.question.options}
        self._show_pairs()
        for id_, left in self.lefts.items():
            left.locked = True
            fits = id_ not in wrong
            shown = "\n".join(filter(None, (left.detail, self._reasons[id_] if reveal else "")))
            state = FITS if fits else OPEN if reveal else OTHER
            told = tr("This pair fits.") if fits else "" if reveal else tr("Not this pair yet.")
            left.stand(state, told=told, detail=shown)
        for right in self.rights.values():
            right.locked = True
            right.setVisible(not reveal)
        self._heads[1].setVisible(not reveal)
        self.right_side.setVisible(not reveal)

    def not_yet(self, marked: Marked, *, reveal: bool) -> tuple[str, str]:
        """Say how many pairs fit."""
        if reveal:
            return tr("Not these pairs yet"), tr("Now each stands with what goes with it.")
        fits = len(self._lefts) - len({*marked.wrong, *marked.missing} & self._lefts.keys())
        words = (
            ntr("{count} pair fits.", "{count} pairs fit.", fits) if fits else tr("Look at each once more.")
        )
        return tr("Not these pairs yet"), words

    def reset(self) -> None:
        """Let the pairs be found once more; those that fitted stay, unless all were shown."""
        self.pairs = dict(self._kept)
        for row in (*self.lefts.values(), *self.rights.values()):
            row.locked = False
            row.setVisible(True)
            row.stand(OPEN, told="", detail="")
        self._heads[1].setVisible(True)
        self.right_side.setVisible(True)
        self._show_pairs()
        for free in [id_ for id_ in self._lefts if id_ not in self.pairs][:1]:
            self.lefts[free].setChecked(True)
        self.changed.emit()

    def take_keys(self) -> None:
        """Go to the left side that is being paired."""
        if self.current:
            self.lefts[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._heads[0].setText(tr("Choose one, then what goes with it."))
        self._show_pairs()
        self._say_which()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sides below one another where there is little room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= self.theme.px(_BESIDE)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
