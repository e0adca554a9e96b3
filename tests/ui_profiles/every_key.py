"""Every key that Qt knows, alone and held with others, and a way to press each of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key, Held = Qt.Key, Qt.KeyboardModifier
# Key_micro shares its number with a name that Qt gave up, and may not be asked for.
EVERY_KEY = [key for key in Key if key not in (Key.Key_unknown, Key.Key_micro)]
COMMON = [key for key in EVERY_KEY if key <= Key.Key_AsciiTilde or Key.Key_F1 <= key <= Key.Key_F12] + [
    *(Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Enter, Key.Key_Home, Key.Key_End),
    *(Key.Key_Left, Key.Key_Up, Key.Key_Right, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Menu),
    *(Key.Key_Backspace, Key.Key_Insert, Key.Key_Delete, Key.Key_Help, Key.Key_Back, Key.Key_Forward),
]
PRESSED = [(key, Held.NoModifier) for key in EVERY_KEY] + [
    (key, held)
    for held in (
        Held.ShiftModifier,
        Held.ControlModifier,
        Held.AltModifier,
        Held.MetaModifier,
        Held.ControlModifier | Held.ShiftModifier,
        Held.ControlModifier | Held.AltModifier,
    )
    for key in COMMON
]
TAB = (Key.Key_Tab, Held.NoModifier)


def press(target: QWindow | QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press a key, with the letter on it; keys that few keyboards have are not known to `keyClick`."""
    while popup := QApplication.activePopupWidget():  # a field's own menu would keep the next keys to itself
        popup.close()
    text = chr(key.value).lower() if key.value <= Key.Key_AsciiTilde.value else ""
    QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, text, held)
