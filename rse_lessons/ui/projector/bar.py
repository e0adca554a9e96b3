"""The bar of buttons over the slide when there is only one screen. It shows no notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import BY_ID, label
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme

SHOWN = ("back", "next", "overview", "black", "safe", "help-routes", "leave")
KINDS = {"next": "primary", "help-routes": "help"}


class ProjectorBar(QFrame):
    """Back, next, all slides, black, safe, help, end."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(8))
        self._buttons: dict[str, QPushButton] = {}
        for action_id in SHOWN:
            button = QPushButton(self)
            kind = KINDS.get(action_id, "secondary")
            button.setProperty("kind", kind)
            colour = {"primary": "on-primary", "help": "on-help"}.get(kind, "text")
            if BY_ID[action_id].icon:
                size = theme.px(20)
                button.setIcon(icon(BY_ID[action_id].icon, theme.colour(colour), size))
                button.setIconSize(QSize(size, size))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the slide
            button.clicked.connect(lambda _=False, name=action_id: self.requested.emit(name))
            layout.addWidget(button)
            self._buttons[action_id] = button

    def retranslate(self) -> None:
        """Put the buttons' words into the interface's language."""
        for action_id, button in self._buttons.items():
            words = tr("End the lesson") if action_id == "leave" else label(action_id)
            button.setText(f"  {words}")
            button.setAccessibleName(words)
