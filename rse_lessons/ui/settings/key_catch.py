"""A field that waits for a key, whatever key it is, and names it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.keys import names_of
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import rounded, set_lines, smooth

_ALONE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Mode_switch,
    }
)
"""Keys that mean nothing until another joins them."""


class KeyCatch(QWidget):
    """Takes the next key; Tab and the arrows too, for they can be keys of a lesson."""

    caught = Signal(str)
    """The key's portable name."""
    refused = Signal(str)
    """A sentence why this key cannot be taken; the field goes on waiting."""
    gave_up = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(10))
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._words = tr("Press the new key…")
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a button."""
        px = self._theme.px
        advance = QFontMetricsF(self._theme.font()).horizontalAdvance(self._words)
        return QSize(math.ceil(advance) + px(40), px(44))

    def minimumSizeHint(self) -> QSize:
        """Never less than all of it."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Take a key before Qt uses it to move the focus or to close the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._read(event)
            event.accept()
            return True
        return super().event(event)

    def _read(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat() or key in _ALONE:
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.refused.emit(tr("Digits are for slide numbers. Please press another key."))
            return
        # A sign is bound as itself, so that it works on every keyboard, whether it needs Shift or not.
        name = names_of(event)[-1]
        if key in (0, Qt.Key.Key_unknown) or not name or not name.isprintable():
            self.refused.emit(tr("This key has no name that can be kept. Please press another one."))
            return
        self.caught.emit(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop waiting when the keyboard goes elsewhere, but not when the window only lies behind."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.gave_up.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint an empty place with a dashed edge."""
        theme = self._theme
        px = theme.px
        painter = smooth(QPainter(self))
        path = rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(10))
        painter.fillPath(path, theme.colour("surface"))
        pen = QPen(theme.colour("selected-edge"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.strokePath(path, pen)
        line, top = px(26), (self.height() - px(26)) / 2
        set_lines(
            painter, [self._words], theme.font(), colour=theme.colour("text"), at=(px(20), top), height=line
        )
        painter.end()
