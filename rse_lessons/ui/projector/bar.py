"""The bar of buttons over the slide when there is only one screen. It shows no notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import BY_ID, label
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.tool_strip import ToolStrip

SHOWN = ("back", "next", "overview", "tools", "black", "safe", "help-routes", "leave", "lock")
LOCKED_OUT = ("overview", "tools", "leave")
"""What does not work while the console is locked; the way out stands in its place."""
KINDS = {"next": "primary", "help-routes": "help"}


class ProjectorBar(QFrame):
    """Back, next, all slides, tools, black, safe, help, end; over them the tools, when they are asked for."""

    requested = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        rows.setSpacing(theme.px(12))
        self.tools = ToolStrip(theme, {}, self, focus=Qt.FocusPolicy.NoFocus)
        self.tools.requested.connect(self.requested)
        self.tools.resized.connect(self._tools_changed)
        self.tools.hide()
        rows.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignHCenter)
        layout = QHBoxLayout()
        layout.setSpacing(theme.px(8))
        rows.addLayout(layout)
        self._buttons: dict[str, QPushButton] = {}
        for action_id in SHOWN:
            button = QPushButton(self)
            kind = KINDS.get(action_id, "secondary")
            button.setProperty("kind", kind)
            colour = {"primary": "on-primary", "help": "on-help"}.get(kind, "text")
            picture = "pen-line" if action_id == "tools" else BY_ID[action_id].icon
            if picture:
                size = theme.px(20)
                button.setIcon(icon(picture, theme.colour(colour), size))
                button.setIconSize(QSize(size, size))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the slide
            button.clicked.connect(lambda _=False, name=action_id: self._pressed(name))
            layout.addWidget(button)
            self._buttons[action_id] = button
        self.set_locked(locked=False)

    def retranslate(self) -> None:
        """Put the buttons' words into the interface's language."""
        for action_id, button in self._buttons.items():
            own = {"leave": tr("End the lesson"), "tools": tr("Tools"), "lock": tr("Unlock")}
            words = own.get(action_id) or label(action_id)
            button.setText(f"  {words}")
            button.setAccessibleName(words)
        self.tools.retranslate()

    def set_locked(self, *, locked: bool) -> None:
        """Offer only what works while the console is locked, and to unlock it."""
        self._buttons["lock"].setVisible(locked)
        for action_id in LOCKED_OUT:
            self._buttons[action_id].setVisible(not locked)
        if locked:
            self.tools.hide()
        self.resized.emit()

    def _tools_changed(self) -> None:
        """Offer colours and undo as soon as a tool is in use, however it was taken up."""
        if self.tools.in_use:
            self.tools.show()
        self.resized.emit()

    def _pressed(self, action: str) -> None:
        if action == "tools":
            self.tools.setVisible(self.tools.isHidden())
            self.resized.emit()
        else:
            self.requested.emit(action)
