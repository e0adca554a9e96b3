"""A conversation to practise: what happens, what you say, how it may be taken, and on to the right next step.

Nobody fails. Numbers choose, Enter goes on, Backspace goes back; at the end it can be walked again and two
walks be compared. What was walked is told at each ending, as `scene/reply` for each step.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.model import Practice
from rse_lessons.training.walking import Walk, paths, walk_of
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_box import LAMP, AnswerBox
from rse_lessons.ui.training.blocks.question_row import PressRow
from rse_lessons.ui.training.blocks.question_said import (
    REST,
    announce,
    at_once,
    bring_into_sight,
    make_ready,
    paragraphs,
)
from rse_lessons.ui.training.blocks.walk_compare import WalksCompared, next_step_words
from rse_lessons.ui.training.blocks.walk_speech import Speech, ToldPanel, scene_words
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.words import Words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 560
_MANY = 60
"""Of more ways than these nobody counts how many are left."""


class PracticeWidget(QFrame):
    """One conversation; walks that were kept come in, and each that comes to its end goes out."""

    practised = Signal(str, list)
    """At an ending: the block's id, and `scene/reply` for each step."""

    def __init__(
        self,
        block: Practice,
        theme: Theme,
        kept: Sequence[Sequence[str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.block, self.theme = block, theme
        self.setProperty("card", "true")
        self.walk = Walk(block)
        self.told = False
        """Whether what comes of the last reply is being shown, and the next scene not yet."""
        known = (walk_of(block, path) for path in kept)
        self.walks = list(dict.fromkeys(walk for walk in known if walk is not None and walk.ended))
        """Walks that came to an end, each once, in the order in which they were first walked."""
        self.kicker = Words(theme, colour="text-soft")
        self.title = Words(theme, paragraphs(block.title), role="card", heading=True)
        self.lead = Words(theme, role="small", colour="text-soft")
        self.talk = QWidget()
        self.said: list[Speech] = []
        """What is shown of the conversation: a scene, a reply, a scene, …"""
        self.panel: ToldPanel | None = None
        self.question = Words(theme, bold=True)
        self.choices = QWidget()
        self.rows: list[PressRow] = []
        self.end = AnswerBox(theme, LAMP, icon="signpost")
        self.counted = Words(theme, colour="text-soft")
        self.compared = WalksCompared(block, theme)
        self.on = Button(theme, kind="primary", big=True)
        self.again = Button(theme, kind="primary", icon="rotate-ccw")
        self.back = Button(theme, icon="undo-2")
        self.compare = Button(theme, icon="screens")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._fill_compared)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(moved=False)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._said, self._choices = QVBoxLayout(self.talk), QVBoxLayout(self.choices)
        for inner, gap in ((self._said, 8), (self._choices, 12)):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(gap)
        self.ways = QWidget()
        flow = Flow(self.ways, gap=10)
        for button in (self.on, self.again, self.back, self.compare):
            flow.addWidget(button)
        self._column.addWidget(self.kicker)
        self._column.addWidget(self.title)
        self._column.addWidget(self.lead)
        self._column.addSpacing(4)
        parts = (self.talk, self.question, self.choices, self.end, self.compared, self.counted, self.ways)
        for part in parts:
            self._column.addWidget(part)
        self._column.setSpacing(12)
        self.compared.hide()
        self._fit()

    def _connect(self) -> None:
        self.on.clicked.connect(self.go_on)
        self.again.clicked.connect(self.walk_again)
        self.back.clicked.connect(self.go_back)
        self.compare.clicked.connect(self.show_compared)

    # Walking

    def choose(self, reply: str) -> None:
        """Say a reply of this scene, and be told how it may be taken."""
        if self.told or self.walk.ended:
            return
        self.walk, self.told = self.walk.choose(reply), True
        self._show()

    def go_on(self) -> None:
        """Go on to what the reply leads to; an ending is told to whoever listens."""
        if not self.told:
            return
        self.told = False
        self._show()
        if self.walk.ended:
            if self.walk not in self.walks:
                self.walks.append(self.walk)
            self._offer()
            self._rest.start()
            self.practised.emit(self.block.id, list(self.walk.path))

    def go_back(self) -> None:
        """Take the last reply back, and choose again."""
        if self.walk.replies:
            self.walk, self.told = self.walk.back(), False
            self._show()

    def walk_again(self) -> None:
        """Begin again; what was walked stays to be compared."""
        self.walk, self.told = self.walk.again(), False
        self._show()

    @property
    def comparing(self) -> bool:
        """Whether two walks stand side by side."""
        return not self.compared.isHidden()

    def show_compared(self) -> None:
        """Put the newest walk beside the one before; once more, and the conversation is back."""
        if self.comparing:
            self._show()
            return
        if len(self.walks) < 2:
            return
        self._rest.stop()
        self._fill_compared()
        with at_once(self._column):
            for part in (self.talk, self.question, self.choices, self.end):
                part.hide()
            self.compared.show()
            self._offer()
        self.compared.choosers[0].setFocus(Qt.FocusReason.OtherFocusReason)  # the way back is far below
        announce(self.compared, self.compared.part_head.text())
        bring_into_sight(self.title, self.title)

    def _fill_compared(self) -> None:
        """Put the newest walk beside the one before, where nobody sees it yet."""
        if len(self.walks) < 2 or self.comparing:
            return
        newest = self.walks.index(self.walk) if self.walk in self.walks else len(self.walks) - 1
        chosen = sorted((newest, newest - 1 if newest else 1))
        if (self.compared.walks, self.compared.chosen) != (tuple(self.walks), tuple(chosen)):
            self.compared.show_walks(self.walks, *chosen)
            make_ready(self.compared, self.talk.width())

    # Showing

    def _show(self, *, moved: bool = True) -> None:
        """Show how far the conversation has gone; `moved` when somebody made it go."""
        here = self.isAncestorOf(self.window().focusWidget() or self)
        ended = self.walk.ended and not self.told
        with at_once(self._column), at_once(self._said):
            self.compared.hide()
            self.talk.show()
            fresh = self._show_said()
            self._show_panel()
            self._show_choices()
            self.end.setVisible(ended)
            self._offer()
        if not moved:
            return
        if here:
            first = self.on if self.told else self.again if ended else next(iter(self.rows), self.back)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._news())
        bring_into_sight(self.panel or fresh, self.ways)

    def _wanted(self) -> list[tuple[str, bool]]:
        """Give what is to be seen of the conversation: words, and whether they are yours."""
        wanted = []
        for step in self.walk.steps:
            wanted.append((scene_words(step.scene), False))
            wanted.append((paragraphs(step.reply.text), True))
        if not self.told:
            wanted.append((scene_words(self.walk.scene), False))
        return [(words, mine) for words, mine in wanted if words]

    def _show_said(self) -> QWidget:
        """Add what is new, take away what was taken back; give the newest."""
        wanted = self._wanted()
        same = 0
        while same < min(len(wanted), len(self.said)):
            known = self.said[same]
            if (known.words.text(), known.mine) != wanted[same]:
                break
            same += 1
        for gone in self.said[same:]:
            self._drop(self._said, gone)
        del self.said[same:]
        for words, mine in wanted[same:]:
            self.said.append(Speech(self.theme, words, mine=mine))
            self._said.addWidget(self.said[-1])
            self.said[-1].show()
        return self.said[-1] if self.said else self.title

    def _show_panel(self) -> None:
        if self.panel is not None:
            self._drop(self._said, self.panel)
            self.panel = None
        if self.told:
            self.panel = ToldPanel(self.theme, self.walk.steps[-1].reply)
            self._said.addWidget(self.panel)
            self.panel.show()

    def _show_choices(self) -> None:
        for row in self.rows:
            self._drop(self._choices, row)
        self.rows = []
        self.choices.hide()  # what comes into it is shown with it
        scene = self.walk.scene
        choosing = not self.told and not self.walk.ended
        if choosing:
            for number, reply in enumerate(scene.replies, 1):
                row = PressRow(self.theme, paragraphs(reply.text), self.choices, sign=str(number))
                row.clicked.connect(lambda _on=False, id_=reply.id: self.choose(id_))
                self.rows.append(row)
                self._choices.addWidget(row)
                row.show()
        self.question.setText(paragraphs(scene.question))
        self.question.setVisible(choosing and bool(scene.question))
        self.choices.setVisible(choosing)
        before: QWidget = self.choices
        for row in self.rows:
            QWidget.setTabOrder(before, row)
            before = row
        for button in (self.on, self.again, self.back, self.compare):
            QWidget.setTabOrder(before, button)
            before = button
        self._say_end()

    @staticmethod
    def _drop(layout: QVBoxLayout, widget: QWidget) -> None:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _say_end(self) -> None:
        takeaway = paragraphs(self.block.takeaway)
        words = "\n".join(filter(None, (next_step_words(self.walk.scene), takeaway)))
        self.end.say(tr("The right next step"), words)

    def _news(self) -> str:
        """Say what is new, for a screen reader."""
        if self.panel is not None:
            return self.panel.said()
        scene = self.walk.scene
        said = [scene_words(scene)]
        said.append(self.end.said() if self.walk.ended else paragraphs(scene.question))
        return " ".join(filter(None, said))

    def _offer(self) -> None:
        """Show the buttons that fit, and say how many ways were walked."""
        ended, comparing = self.walk.ended and not self.told, self.comparing
        self.on.setVisible(self.told and not comparing)
        self.again.setVisible(ended or comparing)
        self.back.setVisible(bool(self.walk.replies) and not comparing)
        self.compare.setVisible(comparing or (ended and len(self.walks) > 1))
        self.compare.set_text(tr("Back to the conversation") if comparing else tr("Compare your walks"))
        self.counted.setVisible(ended and not comparing)
        self.counted.setText(self._counted_words() if ended else "")
        self.lead.setVisible(not self.walk.replies and not comparing)
        self.back.setMinimumHeight(self.theme.px(64) if self.told else 0)
        self.ways.updateGeometry()

    def _counted_words(self) -> str:
        walked, ways = len(self.walks), len(list(islice(paths(self.block), _MANY)))
        if walked >= ways:
            return tr("You have walked every way there is.")
        if walked == 1:
            return tr("Walk it again another way, and you can put both side by side.")
        if ways < _MANY:
            words = ntr("You have walked {count} way", "You have walked {count} different ways", walked)
            return tr("{walked}, of {ways}.").format(walked=words, ways=ways)
        return ntr("You have walked {count} way.", "You have walked {count} different ways.", walked)

    def take_over(self, other: PracticeWidget) -> None:
        """Go on where another widget of the same conversation was, as when the nation changed."""
        known = (walk_of(self.block, walk.path) for walk in other.walks)
        self.walks = list(dict.fromkeys(walk for walk in known if walk is not None and walk.ended))
        walk = walk_of(self.block, other.walk.path)
        if walk is not None:
            self.walk, self.told = walk, other.told
            self._show(moved=False)

    # Keys, sizes, words

    def take_keys(self) -> None:
        """Take the keyboard where one goes on."""
        first = self.on if self.told else self.again if self.walk.ended else next(iter(self.rows), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with numbers, go on with Enter, back with Backspace."""
        number = event.key() - Qt.Key.Key_0.value
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and not self.comparing and 1 <= number <= len(self.rows):
            self.choose(self.walk.scene.replies[number - 1].id)
        elif event.key() in _ENTER and self.told:
            self.go_on()
        elif event.key() == Qt.Key.Key_Backspace and self.comparing:
            self.show_compared()
        elif event.key() == Qt.Key.Key_Backspace and self.walk.replies:
            self.go_back()
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
        self.on.setMinimumWidth(self.theme.px(168))

    def set_theme(self, theme: Theme) -> None:
        """Take `theme` for what comes; what is inside is told itself."""
        self.theme = theme
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(self.title.text())
        self.kicker.setText(tr("Practise a conversation"))
        self.lead.setText(
            tr("Nobody fails here. Choose what you would say; you can always go back, and walk it again.")
        )
        self.choices.setAccessibleName(tr("What you can say"))
        self.on.set_text(tr("Go on"))
        self.again.set_text(tr("Walk it again"))
        self.back.set_text(tr("Go back one step"))
        for speech in self.said:
            speech.retranslate()
        if self.panel is not None:
            self.panel.retranslate()
        self._say_end()
        self.compared.retranslate()
        self._offer()
