"""Small questions: a sentence, an explanation and two or three buttons; and how much time is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.words import Words


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
        head = QLabel(title, self)
        head.setProperty("role", "section")
        head.setWordWrap(True)
        text = QLabel(words, self)
        text.setWordWrap(True)
        self.body = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addStretch(1)
        # The likely one is the last, where every small window has it, and Enter presses it.
        for number, (name, label) in reversed(list(enumerate(answers))):
            button = QPushButton(label, self)
            button.setProperty("kind", "primary" if number == 0 else "secondary")
            button.setDefault(number == 0)
            button.clicked.connect(lambda _=False, chosen=name: self._answer(chosen))
            buttons.addWidget(button)
            if number == 0:
                button.setFocus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(32), px(24), px(32), px(24))
        layout.setSpacing(px(16))
        layout.addWidget(head)
        layout.addWidget(text)
        layout.addLayout(self.body)
        layout.addSpacing(px(8))
        layout.addLayout(buttons)
        self.setMinimumWidth(min(px(560), self.screen().availableSize().width() - 80))
        self.ring = Ring(self, theme)

    def setVisible(self, visible: bool) -> None:
        """Take the height that the words need, in the middle of the window that asks, then appear."""
        if visible and not self.isVisible():
            width = max(self.width(), self.minimumWidth())
            layout = self.layout()
            if layout is not None:
                self.resize(width, layout.totalHeightForWidth(width))
            parent = self.parentWidget()
            if parent is not None:
                self.move(parent.frameGeometry().center() - self.rect().center())
        super().setVisible(visible)

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
                "Explore and practise become shorter. Where to get help and coming out of role keep their "
                "time."
            ),
            [("plan", tr("Plan anew")), ("", tr("Leave it as it is"))],
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
        layout = self.layout()
        if self.isVisible() and layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
