"""From a pressed key to an action: rebinding, typed slide numbers, the keys of an activity.

What an action does is `classroom`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from rse_lessons.ui.actions import key_table

TYPED_MS = 4000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ACTIVITY_KEYS: Mapping[int, tuple[str, int]] = {
    Qt.Key.Key_Right: ("right", 0),
    Qt.Key.Key_Down: ("down", 0),
    Qt.Key.Key_Left: ("left", 0),
    Qt.Key.Key_Up: ("up", 0),
    Qt.Key.Key_Space: ("act", 0),
    Qt.Key.Key_Return: ("act", 0),
    Qt.Key.Key_Enter: ("act", 0),
    Qt.Key.Key_Plus: ("count", 1),
    Qt.Key.Key_Equal: ("count", 1),
    Qt.Key.Key_Minus: ("count", -1),
}
TOOL_KEYS: Mapping[int, tuple[str, int]] = {
    **{key: meant for key, meant in ACTIVITY_KEYS.items() if meant[0] != "count"},
    Qt.Key.Key_Plus: ("size", 1),
    Qt.Key.Key_Equal: ("size", 1),
    Qt.Key.Key_Minus: ("size", -1),
}
"""The keys of a tool over the slide; Shift with an arrow is a small step."""
ONCE = frozenset(
    {
        *("black", "white", "freeze", "safe", "help-routes", "overview", "lock", "leave"),
        *("timer", "timer-more", "pause"),
        *("swap", "which-screen", "big-buttons", "share-window", "languages"),
        *("pointer", "spotlight", "draw", "erase", "zoom", "curtain", "clear-drawing"),
    }
)
"""Actions that a key held down does not repeat."""


def names_of(event: QKeyEvent) -> list[str]:
    """Give the portable names under which a key may be bound, the exact one first."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    exact = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString(
        QKeySequence.SequenceFormat.PortableText
    )
    names = [exact]
    text = event.text()
    # A sign such as ? or + needs Shift on many keyboards; it is bound as the sign alone.
    if modifiers == Qt.KeyboardModifier.ShiftModifier and text and not text.isalnum() and text.isprintable():
        names.append(QKeySequence(Qt.Key(event.key())).toString(QKeySequence.SequenceFormat.PortableText))
    return names


class KeyReader(QObject):
    """Reads keys; emits what was meant."""

    action = Signal(str)
    go_to = Signal(int)
    """A slide number was typed and Enter pressed; counted from 1."""
    typing = Signal(str)
    """The digits typed so far, empty when they are given up."""
    activity = Signal(str, int)
    """`left`, `right`, `up`, `down`, `act`, `count` or `digit`, with its step or digit."""

    tool = Signal(str, int)
    """`left`, `right`, `up` or `down` with 1 for a small step, `act`, or `size` with its step."""

    def __init__(self, rebound: Mapping[str, tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = key_table(rebound)
        self._typed = ""
        self._forget = QTimer(self, interval=TYPED_MS, singleShot=True)
        self._forget.timeout.connect(self._clear)

    def read(
        self, event: QKeyEvent, *, in_activity: Callable[[], bool], in_tool: Callable[[], bool] = bool
    ) -> None:
        """Read one key press."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain and in_activity() and self._read_activity(event):
            return
        if plain and not self._typed and in_tool() and self._read_tool(event):
            return
        if plain and event.text().isdecimal() and event.text().isascii():
            self._typed = (self._typed + event.text())[-3:]
            self._forget.start()
            self.typing.emit(self._typed)
            return
        if self._typed and event.key() in ENTER:
            number = int(self._typed)
            self._clear()
            self.go_to.emit(number)
            return
        self._clear()
        for name in names_of(event):
            action = self._table.get(name)
            if action is not None:
                if not (event.isAutoRepeat() and action in ONCE):
                    self.action.emit(action)
                return

    def stop(self) -> None:
        """Forget what was typed and tell nobody: the windows are going."""
        self._typed = ""
        self._forget.stop()

    def _read_activity(self, event: QKeyEvent) -> bool:
        if event.text().isdecimal() and event.text().isascii():
            self.activity.emit("digit", int(event.text()))
            return True
        meant = ACTIVITY_KEYS.get(event.key())
        if meant is not None:
            self.activity.emit(*meant)
        return meant is not None

    def _read_tool(self, event: QKeyEvent) -> bool:
        meant = TOOL_KEYS.get(event.key())
        if meant is None:
            return False
        verb, number = meant
        small = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.tool.emit(verb, number or int(small))
        return True

    def _clear(self) -> None:
        if self._typed:
            self._typed = ""
            self.typing.emit("")
        self._forget.stop()
