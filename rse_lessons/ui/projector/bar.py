"""The teacher's buttons on the slide when there is only one screen. They show no notes.

They stand in the slide's right margin, where nothing of a slide is, so that whatever can be pressed on a
slide can be pressed while they are there. Their words come out when the mouse is on them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import BY_ID, label
from rse_lessons.ui.icons import icon
from rse_lessons.ui.slide.look import RIGHT, WIDTH
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.tool_strip import ToolStrip

SHOWN = ("back", "next", "overview", "tools", "languages", "black", "safe", "help-routes", "leave", "lock")
LOCKED_OUT = ("overview", "tools", "languages", "leave")
"""What does not work while the console is locked; the way out stands in its place."""
KINDS = {"next": "primary", "help-routes": "help"}
_MARGIN = 1 - RIGHT / WIDTH
_ROOM = 4
"""Pixels between the buttons and the edges of the margin."""
_LEAST = 36
_EDGE = 2
"""How wide the style sheet draws a button's edge."""


class ProjectorBar(QFrame):
    """Back, next, all slides, tools, black, safe, help, end; the tools in a tray when asked for."""

    requested = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folded = True
        self._languages = False
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tray = _Tray(theme, parent)
        self.tools = self.tray.tools
        self.tools.requested.connect(self.requested)
        self.tools.resized.connect(self._tools_changed)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        self._buttons: dict[str, QPushButton] = {}
        for action_id in SHOWN:
            button = QPushButton(self)
            button.setProperty("kind", KINDS.get(action_id, "secondary"))
            button.setProperty("rail", "true")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the slide
            button.clicked.connect(lambda _=False, name=action_id: self._pressed(name))
            column.addWidget(button)
            self._buttons[action_id] = button
        self.set_locked(locked=False)

    def retranslate(self) -> None:
        """Put the buttons' words into the interface's language."""
        for action_id, button in self._buttons.items():
            own = {
                "leave": tr("End the lesson"),
                "tools": tr("Tools"),
                "languages": tr("Languages"),
                "lock": tr("Unlock"),
            }
            button.setAccessibleName(own.get(action_id) or label(action_id))
        self.tools.retranslate()
        self._show_words()

    def offer_languages(self, *, offered: bool) -> None:
        """Offer languages where the lesson has several."""
        if offered != self._languages:
            self._languages = offered
            self.set_locked(locked=self._locked)

    def set_locked(self, *, locked: bool) -> None:
        """Offer only what works while the console is locked, and to unlock it."""
        self._locked = locked
        self._buttons["lock"].setVisible(locked)
        for action_id in LOCKED_OUT:
            wanted = action_id != "languages" or self._languages
            self._buttons[action_id].setVisible(wanted and not locked)
        if locked:
            self.tray.wanted = False
        self.resized.emit()

    def fit(self, slide: QRect) -> None:
        """Stand in the margin of a slide that is shown there, and the tray at its foot."""
        room = round(slide.width() * _MARGIN) - 2 * _ROOM
        shown = sum(not button.isHidden() for button in self._buttons.values())
        tall = (slide.height() - 2 * _ROOM) // max(1, shown) - self._theme.px(6)
        side = max(_LEAST, min(room - 2 * _ROOM, tall, self._theme.px(56)))
        size = round(side * 0.46)
        # Pictures stand in one line, whether words follow them or not.
        sheet = f"text-align: left; padding: 0px {(side - size) // 2 - _EDGE}px;"
        for action_id, button in self._buttons.items():
            button.setIcon(self._icon(action_id, size))
            button.setIconSize(QSize(size, size))
            if button.styleSheet() != sheet:  # Qt would dress it anew
                button.setStyleSheet(sheet)
            button.setMinimumSize(side, side)
            button.setMaximumSize(side if self._folded else 16_777_215, side)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
            layout.activate()
        own = self.sizeHint().boundedTo(slide.size())
        self.resize(own)
        right = slide.right() + 1 - _ROOM - own.width()
        self.move(right, slide.top() + (slide.height() - own.height()) // 2)
        self.tray.fit(slide)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Bring the words out."""
        super().enterEvent(event)
        self.fold(folded=False)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the words in again: they lie over the slide."""
        super().leaveEvent(event)
        self.fold(folded=True)

    def fold(self, *, folded: bool) -> None:
        """Show pictures alone, or words too."""
        if folded != self._folded:
            self._folded = folded
            self._show_words()
            self.resized.emit()

    def show_over(self) -> None:
        """Come up over the slide, with the tray when the tools are in use."""
        self.show()
        self.raise_()
        self.tray.setVisible(self.tray.wanted)
        self.tray.raise_()

    def put_away(self) -> None:
        """Go, and the tray too."""
        self.hide()
        self.tray.hide()

    def in_hand(self) -> bool:
        """Tell whether the mouse is on it or on the tray."""
        return any(part.isVisible() and part.underMouse() for part in (self, self.tray))

    def _icon(self, action_id: str, size: int) -> QIcon:
        kind = KINDS.get(action_id, "secondary")
        colour = {"primary": "on-primary", "help": "on-help"}.get(kind, "text")
        name = "pen-line" if action_id == "tools" else BY_ID[action_id].icon
        return icon(name, self._theme.colour(colour), size)

    def _show_words(self) -> None:
        for button in self._buttons.values():
            button.setText("" if self._folded else f"  {button.accessibleName()}")

    def _tools_changed(self) -> None:
        """Offer colours and undo as soon as a tool is in use, however it was taken up."""
        if self.tools.in_use:
            self.tray.wanted = True
            self.tray.setVisible(self.isVisible())
        self.resized.emit()

    def _pressed(self, action: str) -> None:
        if action == "tools":
            self.tray.wanted = not self.tray.wanted
            self.tray.setVisible(self.tray.wanted)
            self.resized.emit()
        else:
            self.requested.emit(action)


class _Tray(QFrame):
    """The tools over the slide, at its foot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted = False
        """Whether it comes up with the buttons."""
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self.tools = ToolStrip(theme, {}, self, focus=Qt.FocusPolicy.NoFocus)
        row.addWidget(self.tools)
        self.hide()

    def fit(self, slide: QRect) -> None:
        """Stand at the foot of the slide, in the middle."""
        own = self.sizeHint().boundedTo(slide.size())
        self.resize(own)
        across = slide.left() + (slide.width() - own.width()) // 2
        self.move(across, slide.bottom() + 1 - own.height() - 2 * _ROOM)
