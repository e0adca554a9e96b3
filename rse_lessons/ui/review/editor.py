"""The passage that is read: the English, the field with the language's words, and what was found in them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import interface_language, tr
from rse_lessons.i18n.corrections import Reading
from rse_lessons.ui.locales import say_in
from rse_lessons.ui.review.row import columns
from rse_lessons.ui.review.words import about, found, note_words, state_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.paint import pen, smooth
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.widgets.words_field import WordsField

PAUSE_MS = 300
"""So long after the last key the words are looked at and kept."""


class Field(WordsField):
    """Where the teacher writes; the keys that lead through the lesson are not its own."""

    undo_wanted = Signal()
    """There is nothing more to take back in the field itself."""

    def _tall(self) -> int:
        return super()._tall() + round(20 * max(0.0, self._theme.scale - 1))  # large words need more around

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the window what leads elsewhere."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_wanted.emit()
        elif event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)


class Editor(QFrame):
    """Stands in the list in the place of the row whose passage is read."""

    typed = Signal(str, str)
    """A passage's context, and the words that stand in the field."""
    right_wanted = Signal()
    back_wanted = Signal()
    """The school's own words are to give way to the program's."""
    grown = Signal()
    """It has another height: what was found may have come or gone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: Reading | None = None
        self._pending = False
        self.english = Words(theme, top=True)
        self.field = Field(theme)
        self.state = Words(theme, role="small", bold=True)
        self.about = Words(theme, role="small", colour="text-soft")
        self.note = Words(theme, role="small", colour="text-soft")
        self.before = Words(theme, role="small", colour="text-soft")
        self.findings = Message(theme, "", icon="info")
        self.right = Button(theme, icon="check", wraps=True)
        self.back = Button(theme, kind="quiet", icon="undo-2", wraps=True)
        self.right.clicked.connect(self.right_wanted)
        self.back.clicked.connect(self.back_wanted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self.flush)
        self.field.textChanged.connect(self._noticed)
        self._lay()
        self.retranslate()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self._box = column
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self.english, 1, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._pair)
        for widget in (self.findings, self.state, self.about, self.note, self.before):
            column.addWidget(widget)
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        flow.addWidget(self.right)
        flow.addWidget(self.back)
        column.addWidget(buttons)

    @property
    def reading(self) -> Reading | None:
        """The passage that is read."""
        return self._reading

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text().strip()

    def begin(self, reading: Reading, tag: str, unkept: str = "") -> None:
        """Read another passage; `unkept` is what was typed for it before and had an error."""
        self._reading = None
        say_in(self.field, tag)
        say_in(self.english, "en")
        self.field.set_text(unkept or reading.said)
        self.show_reading(reading)
        self._pending = bool(unkept)
        self.flush()

    def show_reading(self, reading: Reading) -> None:
        """Show how the passage stands now; what was typed stays as it is."""
        self._reading = reading
        passage = reading.passage
        self.english.setText(passage.text)
        self.field.setAccessibleName(tr("Its translation: {english}").format(english=passage.text))
        self.about.setText(about(passage))
        note = note_words(passage)
        say_in(self.note, "en" if note == passage.note else interface_language())
        self.note.setText(note)
        self.note.setVisible(bool(passage.note))
        said = ""
        if reading.own and reading.program:
            said = tr("Before your school’s change: {words}").format(words=reading.program)
        if reading.outdated:
            said = tr("Your school wrote this for other English, “{english}”: {words}").format(
                english=reading.outdated[0], words=reading.outdated[1]
            )
        self.before.setText(said)
        self.before.setVisible(bool(said))
        self.back.setVisible(bool(reading.own))
        self.state.setText(state_words(reading))
        self.show_faults(reading)

    def show_faults(self, reading: Reading) -> None:
        """Say in words what was found; an error says too that the words are not kept."""
        self._reading = reading
        errors = any(fault.error for fault in reading.faults)
        title = tr("Not kept yet: please put this right.") if errors else tr("Please look at this.")
        self.findings.say(title, "\n".join(dict.fromkeys(map(found, reading.faults))))
        self.findings.setVisible(bool(reading.faults))
        self.field.setAccessibleDescription(
            f"{title} {self.findings.text.text()}" if reading.faults else self.about.text()
        )

    def put(self, text: str) -> None:
        """Put words into the field; they are not looked at again."""
        self.field.blockSignals(True)
        self.field.set_text(text)
        self.field.blockSignals(False)
        self._pending = False
        self._later.stop()

    def flush(self) -> None:
        """Have what was typed looked at and kept now."""
        self._later.stop()
        if self._pending and self._reading is not None:
            self._pending = False
            self.typed.emit(self._reading.passage.context, self.text)

    def _noticed(self) -> None:
        if self._reading is not None:
            self._pending = True
            self._later.start()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.right.set_text(tr("It is right"))
        self.right.setToolTip(tr("Ctrl+Enter: it is right, and the next one"))
        self.back.set_text(tr("Take our change back"))
        if self._reading is not None:
            self.show_reading(self._reading)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        self._fit()
        self.update()

    def _fit(self) -> None:
        px = self._theme.px
        self._box.setContentsMargins(px(14), px(14), px(14), px(14))
        count, _wide = columns(self._theme, self.width())
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if count == 2 else ways.TopToBottom)
        self._pair.setSpacing(px(24) if count == 2 else px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the two languages beside or below one another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        self.grown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, with the thick edge of what is chosen."""
        painter = smooth(QPainter(self))
        px, theme = self._theme.px, self._theme
        painter.setPen(pen(theme.colour("selected-edge"), 3))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), px(10), px(10))
        painter.end()
