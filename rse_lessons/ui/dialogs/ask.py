"""Small questions: a sentence, an explanation and two or three buttons; and how much time is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QBoxLayout,
    QDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.small_window import Column, keep_on_screen, room_on_screen
from rse_lessons.ui.widgets.words import Words

_WIDE, _WIDEST = 560, 860
"""As wide as a question is, and as its buttons beside one another may make it."""
_LEAST = 200


class Question(QDialog):
    """Asks one thing; `answer` is the id of the button pressed, or empty after Esc."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answer = ""
        px = theme.px
        self.setWindowTitle(title)
        self.setModal(True)
        head = QLabel(title)
        head.setProperty("role", "section")
        head.setWordWrap(True)
        text = QLabel(words)
        text.setWordWrap(True)
        self.body = QVBoxLayout()
        self.buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.buttons.setSpacing(px(12))
        self.buttons.addStretch(1)
        # The likely one is the last, where every small window has it, and Enter presses it.
        for number, (name, label) in reversed(list(enumerate(answers))):
            button = QPushButton(label, self)
            button.setProperty("kind", "primary" if number == 0 else "secondary")
            button.setDefault(number == 0)
            button.clicked.connect(lambda _=False, chosen=name: self._answer(chosen))
            self.buttons.addWidget(button)
            if number == 0:
                button.setFocus()
        side = px(32)
        self.column = Column(margins=(side, 0, side, 0))
        for part, space in ((head, px(16)), (text, px(16))):
            self.column.box.addWidget(part)
            self.column.box.addSpacing(space)
        self.column.box.addLayout(self.body)
        self.column.box.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(px(12))
        self._whole.addWidget(self.column, 1)
        self.buttons.setContentsMargins(side, 0, side, 0)
        self._whole.addLayout(self.buttons)
        self._px = px
        self.ring = Ring(self, theme)

    def fit(self) -> None:
        """Take the size that words and buttons need; the words scroll where the screen ends."""
        px, room = self._px, room_on_screen(self)
        for label in self.findChildren(QLabel):
            label.ensurePolished()  # before it is shown, it would be measured in another font
        way = QBoxLayout.Direction
        self.buttons.setDirection(way.LeftToRight)
        row = self.buttons.minimumSize().width()
        # Three long answers stand below one another rather than make a window as wide as the screen.
        if row > min(px(_WIDEST), room.width()):
            self.buttons.setDirection(way.TopToBottom)
            row = self.buttons.minimumSize().width()
        width, edge = min(max(px(_WIDE), row), room.width()), px(24)
        around = px(12) + self.buttons.sizeHint().height()
        # Measured beside a scroll bar: words that fit without one only would keep one that is there.
        bar = self.column.verticalScrollBar().sizeHint().width()
        if self.column.height_at(width - bar) + around + 2 * edge > room.height():
            width, edge = room.width(), px(12)  # before anything scrolls
        self._whole.setContentsMargins(0, edge, 0, edge)
        height = min(self.column.height_at(width - bar) + around + 2 * edge, room.height())
        self.setMinimumSize(width, min(height, px(_LEAST)))
        self.resize(width, height)

    def setVisible(self, visible: bool) -> None:
        """Take the size that the words need, in the middle of the window that asks, then appear."""
        if visible and not self.isVisible():
            self.fit()
            parent = self.parentWidget()
            if parent is not None:
                self.move(parent.frameGeometry().center() - self.rect().center())
                keep_on_screen(self)
        super().setVisible(visible)
        if visible:
            self.column.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll words that have no room; nothing in them takes the keyboard."""
        step = QAbstractSlider.SliderAction
        keys = {Qt.Key.Key_PageDown: step.SliderPageStepAdd, Qt.Key.Key_PageUp: step.SliderPageStepSub}
        bar = self.column.verticalScrollBar()
        if event.key() in keys and bar.maximum() > 0:
            bar.triggerAction(keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _answer(self, name: str) -> None:
        self.answer = name
        self.accept()


class TimeLeft(Question):
    """Asks how many minutes are left of the lesson."""

    def __init__(
        self,
        theme: Theme,
        minutes: int,
        parent: QWidget | None = None,
        *,
        becomes: Callable[[int], str] = lambda _minutes: "",
    ) -> None:
        """`becomes` says what the plan would be with so many minutes left."""
        super().__init__(
            theme,
            tr("How many minutes are left?"),
            tr(
                "What is still to come becomes shorter, Explore and Practise first. Where to get help and "
                "coming out of role keep their time."
            ),
            [("plan", tr("Use this plan")), ("", tr("Leave it as it is"))],
            parent,
        )
        self.minutes = QSpinBox(self)
        self.minutes.setRange(3, 180)
        self.minutes.setValue(minutes)
        self.minutes.setAccessibleName(tr("Minutes left"))
        self.minutes.setFixedWidth(theme.px(140))
        # The stylesheet's padding does not reach the words of a spin box.
        self.minutes.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
        self.body.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignLeft)
        self.becomes = Words(theme, parent=self)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(self.becomes)
        self._becomes = becomes
        self.minutes.valueChanged.connect(self._say)
        self._say(minutes)
        self.minutes.selectAll()
        self.minutes.setFocus()

    def _say(self, minutes: int) -> None:
        """Say what would become of the plan, and take the height that it needs."""
        words = self._becomes(minutes)
        self.becomes.setText(words)
        self.becomes.setVisible(bool(words))
        self.minutes.setAccessibleDescription(words)
        if self.isVisible():
            self.fit()
            keep_on_screen(self)
            # Once everything has found its place: what becomes of the plan in sight, below its number.
            QTimer.singleShot(0, self, lambda: self.column.show_widget(self.becomes))
