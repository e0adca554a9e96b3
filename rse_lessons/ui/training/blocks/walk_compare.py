"""Two walks through one conversation side by side: what they share, where they part, what each led to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.model import Practice, Scene
from rse_lessons.training.walking import Parting, Step, Walk, compare
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_box import LAMP, AnswerBox
from rse_lessons.ui.training.blocks.question_said import at_once, paragraphs
from rse_lessons.ui.training.blocks.walk_speech import Speech, ToldPanel, scene_words
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.words import Words

_BESIDE = 620
"""From this width on, at 100%, the walks stand beside one another."""


def next_step_words(scene: Scene) -> str:
    """Give the right next step of an ending."""
    return paragraphs(scene.next_step) or tr("Talk it over with your safeguarding lead.")


class WalksCompared(QWidget):
    """Two choosers, what both walks have, and a column for what each has alone."""

    def __init__(self, practice: Practice, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.practice, self.theme = practice, theme
        self.walks: tuple[Walk, ...] = ()
        self.chosen = (0, 0)
        self.same_head = Words(theme, role="card", heading=True)
        self.shared = QWidget()
        self.part_head = Words(theme, role="card", heading=True)
        self.where = Words(theme)
        self.together = Words(theme, colour="text-soft")
        self.choosers = (Chooser(theme, "field"), Chooser(theme, "field"))
        self.sides = (QWidget(), QWidget())
        self._columns = (QVBoxLayout(self.sides[0]), QVBoxLayout(self.sides[1]))
        self._shared = QVBoxLayout(self.shared)
        for column in (*self._columns, self._shared):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(24)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for widget in (self.same_head, self.shared, self.part_head, self.where):
            whole.addWidget(widget)
        whole.addSpacing(4)
        whole.addLayout(self._pair)
        whole.addWidget(self.together)
        for number, (side, column) in enumerate(zip(self.sides, self._columns, strict=True)):
            self._pair.addWidget(side, 1)
            column.addWidget(self.choosers[number])
            self.choosers[number].chosen.connect(
                lambda value, number=number: self._choose(number, int(value))
            )
        self.retranslate()

    def show_walks(self, walks: Sequence[Walk], first: int, second: int) -> None:
        """Offer walks, and put two of them side by side."""
        self.walks, self.chosen = tuple(walks), (first, second)
        self._fill()

    def _choose(self, side: int, walk: int) -> None:
        self.chosen = (walk, self.chosen[1]) if side == 0 else (self.chosen[0], walk)
        self._fill()

    def _fill(self) -> None:
        if not self.walks:
            return
        names = [
            Choice(str(number), tr("Walk {number}").format(number=number + 1))
            for number in range(len(self.walks))
        ]
        for chooser, number in zip(self.choosers, self.chosen, strict=True):
            chooser.set_choices(names, str(number))
        with at_once(self._whole):
            self._fill_columns(compare(*(self.walks[number] for number in self.chosen)))

    def _fill_columns(self, parting: Parting) -> None:
        for part in (self.shared, *self.sides):
            part.hide()  # what comes into it is shown with it
        _empty(self._shared, 0)
        for column in self._columns:
            _empty(column, 1)
        for step in parting.shared:
            self._put(self._shared, step, told=False)
        alone = parting.scene is None
        for column, steps, end in zip(
            self._columns, (parting.left, parting.right), parting.endings, strict=True
        ):
            for number, step in enumerate(steps):
                self._put(column, step, told=True, scene=number > 0)
            if not alone:
                self._put_end(column, end)
            column.addStretch(1)
        for side in self.sides:
            side.show()
        self.same_head.setVisible(bool(parting.shared))
        self.shared.setVisible(bool(parting.shared))
        self.part_head.setText(tr("These are the same walk") if alone else tr("Here they part"))
        self.where.setText("" if parting.scene is None else _asked(parting.scene))
        self.where.setVisible(parting.scene is not None)
        self.together.setText(tr("Both come to the same end.") if parting.meet else "")
        self.together.setVisible(parting.meet)

    def _put(self, column: QVBoxLayout, step: Step, *, told: bool, scene: bool = True) -> None:
        """Show a step, what happened and what was said; where they go apart, also how it was taken."""
        if scene:
            _add(column, Speech(self.theme, scene_words(step.scene), mine=False))
        _add(column, Speech(self.theme, paragraphs(step.reply.text), mine=True))
        if told:
            _add(column, ToldPanel(self.theme, step.reply))

    def _put_end(self, column: QVBoxLayout, end: Scene) -> None:
        words = scene_words(end)
        if words:
            _add(column, Speech(self.theme, words, mine=False))
        led_to = AnswerBox(self.theme, LAMP, icon="signpost")
        led_to.say(tr("The right next step"), next_step_words(end))
        _add(column, led_to)

    # Sizes and words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the walks below one another where there is little room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= self.theme.px(_BESIDE)
        self._pair.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`; what is inside is told itself."""
        self.theme = theme
        self._turn()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.same_head.setText(tr("The same up to here"))
        self.choosers[0].set_question(tr("The first walk"))
        self.choosers[1].set_question(tr("The second walk"))
        self._fill()


def _asked(scene: Scene) -> str:
    return "\n".join(filter(None, (scene_words(scene), paragraphs(scene.question))))


def _add(column: QVBoxLayout, widget: QWidget) -> None:
    column.addWidget(widget)
    widget.show()  # at once, while its column is hidden


def _empty(column: QVBoxLayout, keep: int) -> None:
    while column.count() > keep:
        item = column.takeAt(keep)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
