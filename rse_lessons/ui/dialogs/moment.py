"""A moment that comes up in a rehearsal: a card over the teacher's screen, with what one could say.

It asks, shows how a reply may be taken, and goes. What comes up when, and what is kept of it, is its
owner's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.rehearsal import MomentReply, RoomMoment
from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.paint import box, smooth
from rse_lessons.ui.widgets.small_window import Column
from rse_lessons.ui.widgets.words import Words

_WIDE = 720
_AROUND = 24
_SEEN = 64
"""So much of the screen below is worth seeing above the card and below it, else the card covers it."""
_RING = 6
"""Room for the ring of the keyboard at the left of what scrolls."""


class MomentCard(QFrame):
    """One moment. A number chooses, Enter goes on, Esc puts it aside."""

    answered = Signal(str)
    """The id of a reply."""
    closed = Signal()

    def __init__(self, theme: Theme, moment: RoomMoment, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._moment, self._screen_below = theme, moment, parent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chosen: MomentReply | None = None
        self.over = Words(theme, role="small", colour="text-soft")
        self.heading = Words(theme, moment.title, role="section", heading=True)
        self.situation = Words(theme, moment.situation, role="lead")
        self.question = Words(theme, moment.question, bold=True)
        self.replies = Choices(theme)
        self.replies.set_choices([Choice(one.id, one.text) for one in moment.replies], "")
        self.replies.set_question(moment.question)
        self.told = QWidget()
        self.told.setProperty("clear", "true")
        self.told.hide()
        self.taken = Message(theme, "", kind="care", icon="users")
        self.better = Message(theme, "", kind="good")
        self.after = Message(theme, "", kind="care", icon="signpost")
        self.aside = Button(theme, kind="quiet")
        self.go_on = Button(theme, kind="primary")
        self._lay()
        self.replies.chosen.connect(self._choose)
        self.aside.clicked.connect(self.close_card)
        self.go_on.clicked.connect(self.close_card)
        parent.installEventFilter(self)
        self.retranslate()

    def _lay(self) -> None:
        self.column = Column(margins=(_RING, _RING, 8, 0))
        inside = self.column.box
        told = QVBoxLayout(self.told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(12)
        for message in (self.taken, self.better, self.after):
            told.addWidget(message)
        parts: tuple[tuple[QWidget, int], ...] = (
            (self.situation, 12),
            (self.question, 8),
            (self.replies, 16),
            (self.told, 0),
        )
        for part, room in parts:
            inside.addWidget(part)
            inside.addSpacing(self._theme.px(room))
        inside.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(_RING, 0, 0, 0)
        head.setSpacing(self._theme.px(8))
        head.addWidget(self.over)
        head.addWidget(self.heading)
        foot = QHBoxLayout()
        foot.setContentsMargins(_RING, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self.go_on)
        foot.addWidget(self.aside)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28 - _RING, 22, 20, 22)
        whole.setSpacing(self._theme.px(8) - _RING)
        whole.addLayout(head)
        whole.addWidget(self.column, 1)
        whole.addLayout(foot)
        self.go_on.hide()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.over.setText(tr("A moment in the room"))
        self.aside.set_text(tr("Put it aside"))
        self.go_on.set_text(tr("Go on with the lesson"))
        self.setAccessibleName(self._moment.title)
        self.setAccessibleDescription(f"{self._moment.situation} {self._moment.question}")

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def come(self) -> None:
        """Stand over the teacher's screen and take the keyboard."""
        self._place()
        self.show()
        self.raise_()
        self.replies.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._say(f"{self._moment.title}. {self._moment.situation} {self._moment.question}")

    def close_card(self) -> None:
        """Go, and give the keyboard back."""
        self.hide()
        self._screen_below.removeEventFilter(self)
        self._screen_below.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _choose(self, name: str) -> None:
        if self.chosen is not None:
            return
        reply = self.chosen = self._moment.reply(name)
        self.replies.setEnabled(False)
        self.taken.say(tr("How it may be taken"), f"{reply.taken}\n{reply.asks}")
        if reply.better:
            self.better.say(tr("A better wording"), reply.better)
        else:
            self.better.say(tr("That is a good way to do it."))
        self.after.say(tr("The next step"), self._moment.next_step)
        self.told.show()
        self.aside.hide()
        self.go_on.show()
        pass_on(self.told, self._theme)
        self.go_on.setFocus(Qt.FocusReason.TabFocusReason)
        self._place()
        QTimer.singleShot(0, self, self._to_what_came)
        better = f"{tr('A better wording')}: {reply.better}" if reply.better else ""
        self._say(f"{reply.taken} {reply.asks} {better} {self._moment.next_step}")
        self.answered.emit(name)

    def _to_what_came(self) -> None:
        """Scroll to where the answer to a reply begins."""
        top = self.told.mapTo(self.column.inside, self.told.rect().topLeft()).y()
        self.column.verticalScrollBar().setValue(top)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(words.split())))

    def _place(self) -> None:
        """Stand in the middle, no wider than a comfortable measure and no higher than the window.

        A card that leaves only slivers of the screen below it covers them.
        """
        screen = self._screen_below.rect()
        around = screen.adjusted(_AROUND, 0, -_AROUND, 0)
        width = self._theme.px(_WIDE)
        if width + 2 * _AROUND > screen.width():
            around, width = screen, screen.width()
        inner = width - 48
        fixed = 44 + self._theme.px(16) + self.over.line() + self.heading.heightForWidth(inner)
        foot = self.go_on.sizeHint().height() + self._theme.px(8)
        high = fixed + foot + self.column.height_at(inner - 8) + 4
        if high + 2 * _SEEN > screen.height():
            high = screen.height()
        place = QRect(0, 0, width, high)
        place.moveCenter(around.center())
        self.setGeometry(place)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, go on, or put it aside; nothing goes to the lesson from here."""
        event.accept()
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif self.chosen is None and 0 <= number < len(self.replies.rows):
            self.replies.rows[number].click()

    def _enter(self) -> None:
        if self.chosen is not None:
            self.close_card()
            return
        for row in self.replies.rows:
            if row.hasFocus():
                row.click()
                return

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab inside the card."""
        stops: list[QWidget] = [*self.replies.rows, self.aside] if self.chosen is None else [self.go_on]
        now = self.focusWidget()
        here = stops.index(now) if now is not None and now in stops else -1
        stops[(here + (1 if following else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._screen_below and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card with a strong edge, so that it stands off from what is under it."""
        painter = smooth(QPainter(self))
        theme = self._theme
        rect = self.rect().toRectF()
        box(
            painter, rect, theme.px(14), fill=theme.colour("surface"), edge=theme.colour("help-edge"), width=3
        )
        painter.end()
