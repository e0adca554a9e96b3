"""A question to think about, with a field for the teacher alone; its owner keeps what is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.model import Reflect
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.cards import Card
from rse_lessons.ui.training.prose import prose
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.words import Words

PAUSE = 4_000
"""Milliseconds without a key after which what is written is kept: no power cut takes more than that."""
LONGEST = 4_000
"""So many letters are kept of a reflection."""


class _Field(QPlainTextEdit):
    """Holds no more than is kept, and says when the keyboard leaves it."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setProperty("ring", True)
        self.setProperty("corner", 10)
        self.textChanged.connect(self._cut)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours and sizes of `theme`."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("placeholder"))
        self.setPalette(colours)
        self.setFixedHeight(theme.px(184))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted without its looks."""
        self.insertPlainText(source.text())

    def _cut(self) -> None:
        text = self.toPlainText()
        if len(text) > LONGEST:
            cursor = self.textCursor()
            place = min(cursor.position(), LONGEST)
            self.setPlainText(text[:LONGEST])
            cursor.setPosition(place)
            self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is gone."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ReflectCard(Card):
    """The question, what helps to begin, and the field."""

    reflected = Signal(str, str)
    """The block's id and what is written now; empty words take it away."""

    def __init__(self, theme: Theme, block: Reflect, words: str = "") -> None:
        super().__init__(theme)
        self.block = block
        self._kept = words.strip()
        self.head = Words(theme, role="small", colour="text-soft")
        self.helps_head = Words(theme, role="small", colour="text-soft", bold=True)
        self.field = _Field(theme)
        self.field.setPlainText(words)
        self.field.left.connect(self.keep)
        self.field.textChanged.connect(self._say_state)
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(PAUSE)
        self.resting.timeout.connect(self.keep)
        self.private = Words(theme, role="small", colour="text-soft")
        self.save = Button(theme, icon="check", wraps=True)
        self.save.clicked.connect(self._keep_and_say)
        self.state = Words(theme, role="small", colour="good", bold=True)
        self.add(self.head, *prose(theme, block.prompt))
        if block.helps:
            self.column.addSpacing(4)
            self.add(self.helps_head)
            lines = "\n".join(f"- {one.text}" for one in block.helps)
            self.add(*prose(theme, lines))
        self.add(self.field, self.private)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.save)
        row.addWidget(self.state, 1)
        self.column.addLayout(row)
        self.retranslate()

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText().strip()

    def take_over(self, other: ReflectCard) -> None:
        """Go on where another card of the same block was, as when the nation changed."""
        self._kept = other._kept
        self.field.setPlainText(other.field.toPlainText())

    def know(self, words: str) -> None:
        """Show what was written elsewhere, unless something else is being written here."""
        if self.typed == self._kept != words.strip():
            self._kept = words.strip()
            self.field.setPlainText(words)

    def keep(self) -> None:
        """Have what is written kept, if it is not what was kept last."""
        self.resting.stop()
        if self.typed != self._kept:
            self._kept = self.typed
            self.reflected.emit(self.block.id, self._kept)
        self._say_state()

    def _keep_and_say(self) -> None:
        self.keep()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.state, self.state.text()))

    def _say_state(self) -> None:
        saved = self.typed == self._kept and bool(self._kept)
        self.state.setText(tr("Saved.") if saved else "")
        if self.typed != self._kept:
            self.resting.start()

    def hideEvent(self, event: QEvent) -> None:
        """Keep what is written when the page goes away."""
        self.keep()
        super().hideEvent(event)  # type: ignore[arg-type]

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.head.setText(tr("To think about"))
        self.helps_head.setText(tr("What may help you to begin"))
        self.field.setAccessibleName(tr("Your thoughts"))
        self.field.setPlaceholderText(tr("Your thoughts"))
        self.private.setText(
            tr("Only you can read this. It stays on this PC, behind your passcode if you have one.")
        )
        self.field.setAccessibleDescription(self.private.text())
        self.save.set_text(tr("Save"))
        self._say_state()
