"""What opens under an action: its keys to take away, a field for a new one, a sentence when keys clash.

Which key may go where is `key_book`'s to say.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import label, shown
from rse_lessons.ui.settings.key_book import KeyBook
from rse_lessons.ui.settings.key_catch import KeyCatch
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.paint import box, smooth
from rse_lessons.ui.widgets.words import Words


class KeyEditor(QWidget):
    """Changes the keys of one action at a time in the book that it is given."""

    changed = Signal()
    """The book says something else now."""
    closed = Signal()

    def __init__(self, theme: Theme, book: KeyBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._book = theme, book
        self._action, self._wanted = "", ""
        self._waiting = False
        self._hint = Words(theme, colour="text-soft")
        self._keys = QWidget()
        self._flow = Flow(self._keys)
        self.caps: list[Button] = []
        self.add, self.catch = Button(theme, icon="plus"), KeyCatch(theme)
        self.reset = Button(theme, kind="quiet", icon="rotate-ccw")
        self.done = Button(theme, kind="quiet")
        self.message = Message(theme, "", icon="keyboard")
        self.give, self.leave = Button(theme), Button(theme)
        self._lay()
        self.add.clicked.connect(self._wait)
        self.catch.caught.connect(self._caught)
        self.catch.refused.connect(self._say)
        self.catch.gave_up.connect(self._stop_waiting)
        self.reset.clicked.connect(self._reset)
        self.done.clicked.connect(self.closed)
        self.give.clicked.connect(self._give)
        self.leave.clicked.connect(self._leave)

    def _lay(self) -> None:
        buttons = QWidget()
        row = Flow(buttons)
        for button in (self.add, self.catch, self.done, self.reset):
            row.addWidget(button)
        self._answers = QWidget()
        answers = Flow(self._answers)
        answers.addWidget(self.give)
        answers.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(12)
        for part in (self._hint, self._keys, self.message, self._answers, buttons):
            column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def open(self, action: str) -> None:
        """Change the keys of `action` from now on."""
        self._action = action
        self._quiet()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language, as the book has it."""
        self._hint.setText(tr("Press a key here to take it away, or add another."))
        self.add.set_text(tr("Add a key"))
        self.reset.set_text(tr("Back to how it came"))
        self.done.set_text(tr("Done"))
        self.catch.retranslate()
        if self._action:
            self.setAccessibleName(tr("Keys of “{action}”").format(action=label(self._action)))
            self._show_keys()

    def _show_keys(self) -> None:
        for cap in self.caps:
            self._flow.removeWidget(cap)
            cap.hide()
            cap.deleteLater()
        self.caps = []
        for key in self._book.keys(self._action):
            cap = Button(self._theme, shown(key), icon="x", parent=self._keys)
            cap.setAccessibleName(tr("Take {key} away").format(key=shown(key)))
            cap.clicked.connect(lambda _=False, key=key: self._take(key))
            self._flow.addWidget(cap)
            cap.show()
            self.caps.append(cap)
        self._hint.setVisible(bool(self.caps))
        self._keys.setVisible(bool(self.caps))
        self.reset.setVisible(self._book.changed(self._action))

    def _say(self, title: str, text: str = "") -> None:
        self.message.say(title, text)
        self.message.show()
        said = QAccessibleAnnouncementEvent(self, f"{title} {text}".strip())
        QAccessible.updateAccessibility(said)

    def _quiet(self) -> None:
        self._wanted, self._waiting = "", False
        self.message.hide()
        self._answers.hide()
        self.catch.hide()
        self.add.show()

    def _changed(self) -> None:
        self._show_keys()
        self.changed.emit()

    # A key more

    def _wait(self) -> None:
        self._quiet()
        self._waiting = True
        self.catch.show()
        self.catch.setFocus()
        self.add.hide()

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._quiet()

    def _back_to_add(self) -> None:
        self._quiet()
        self.add.setFocus()

    def _caught(self, key: str) -> None:
        owner = self._book.owner(key)
        if key == "Esc" and self._action != "leave":
            self._back_to_add()
        elif owner == self._action:
            self._back_to_add()
            self._say(tr("{key} does this already.").format(key=shown(key)))
        elif not owner:
            self._book.add(self._action, key)
            self._back_to_add()
            self._changed()
        elif not self._book.may_lose(owner):
            said = tr("{key} is the only key of “{other}”, which every lesson needs.")
            self._say(said.format(key=shown(key), other=label(owner)), tr("Please press another key."))
        else:
            self._ask(key, owner)

    def _ask(self, key: str, owner: str) -> None:
        self._wanted, self._waiting = key, False
        mine, theirs = label(self._action), label(owner)
        self._say(
            tr("{key} is already “{other}”.").format(key=shown(key), other=theirs),
            tr("Give it to “{action}” instead?").format(action=mine),
        )
        self.give.set_text(tr("Yes, give it"))
        self.leave.set_text(tr("No, leave it"))
        self.give.setAccessibleName(tr("Give {key} to “{action}”").format(key=shown(key), action=mine))
        self.leave.setAccessibleName(tr("Leave {key} with “{other}”").format(key=shown(key), other=theirs))
        self._answers.show()
        self.give.setFocus()
        self.catch.hide()
        self.add.show()

    def _give(self) -> None:
        self._book.add(self._action, self._wanted)
        self._back_to_add()
        self._changed()

    def _leave(self) -> None:
        self._back_to_add()

    # A key less

    def _take(self, key: str) -> None:
        place = self._book.keys(self._action).index(key)
        self._quiet()
        if not self._book.remove(self._action, key):
            self._say(
                tr("Every lesson needs a key for “{action}”.").format(action=label(self._action)),
                tr("Add another one first; then this one can go."),
            )
            return
        self._changed()
        next_one = self.caps[min(place, len(self.caps) - 1)] if self.caps else self.add
        next_one.setFocus()

    def _reset(self) -> None:
        self._quiet()
        losers = self._book.reset(self._action)
        self.add.setFocus()
        self._changed()
        if losers:
            others = ", ".join(f"“{label(loser)}”" for loser in losers)
            self._say(tr("A key came back from {others}.").format(others=others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes this, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tray that everything lies in."""
        theme = self._theme
        painter = smooth(QPainter(self))
        edge = theme.colour("control-edge" if theme.high_contrast else "rule")
        box(painter, QRectF(self.rect()), theme.px(12), fill=theme.colour("surface"), edge=edge, width=1)
        painter.end()
