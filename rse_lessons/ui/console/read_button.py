"""The button over the slide that reads it aloud, stops, or says what this PC lacks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import shown
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button

SIDE = 38
"""Its width and height at 100%, as those of the tools beside it."""
ICONS = {"read": "volume-2", "stop": "x", "install": "circle-help"}


class ReadButton(Button):
    """Asks for reading aloud, and follows what became of it."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, keys: Sequence[str] = ()) -> None:
        super().__init__(theme, kind="quiet", icon=ICONS["read"], parent=parent)
        self._keys = tuple(keys)
        self._does = "read"
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: self.requested.emit("read-aloud"))
        self.retranslate()

    def show_state(self, does: str) -> None:
        """Be for reading, for stopping, or for saying what to install."""
        if does != self._does:
            self._does = does
            self.set_icon(ICONS[does])
            self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        words = {
            "read": tr("Read aloud"),
            "stop": tr("Stop reading aloud"),
            "install": tr("No voice to read aloud: what to install"),
        }[self._does]
        self.setAccessibleName(words)
        keys = ", ".join(shown(key) for key in self._keys)
        self.setToolTip(tr("{action}: {keys}").format(action=words, keys=keys) if keys else words)
