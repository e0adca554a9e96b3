"""A message over the console: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme


class Notice(QFrame):
    """One message at a time, with a button for an action and one to put it away."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme.px
        self.setStyleSheet(
            f"#notice {{ background: {theme.hex('care-ground')}; border-bottom: 2px solid "
            f"{theme.hex('care')}; }}"
        )
        self.title = QLabel(self)
        self.title.setProperty("role", "strong")
        self.title.setWordWrap(True)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._action = ""
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.requested.emit(self._action))
        self.close_button = QPushButton(self)
        self.close_button.setProperty("kind", "quiet")
        self.close_button.clicked.connect(self.hide)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.title)
        text.addWidget(self.words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(40), px(8), px(40), px(8))
        layout.setSpacing(px(12))
        layout.addLayout(text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self._held = False
        self._kept: tuple[str, str, str, str] | None = None
        """What was said while others might read it, or was there before."""
        super().hide()

    def hold(self, *, held: bool) -> None:
        """Keep to itself whatever is said, and say it when it may be read again."""
        if held == self._held:
            return
        self._held = held
        if held:
            self._kept = self._shown() if not self.isHidden() else None
            super().hide()
        elif self._kept is not None:
            kept, self._kept = self._kept, None
            self.say(*kept)

    def hide(self) -> None:
        """Put the message away."""
        self._kept = None
        super().hide()

    def _shown(self) -> tuple[str, str, str, str]:
        return self.title.text(), self.words.text(), self._action, self.button.text()

    def say(self, title: str, words: str, action: str = "", label: str = "") -> None:
        """Show a message; with `action` a button called `label` asks for it."""
        if self._held:
            self._kept = title, words, action, label
            return
        self.title.setText(title)
        self.words.setText(words)
        self._action = action
        self.button.setText(label)
        self.button.setVisible(bool(action))
        self.close_button.setText(tr("Put this away"))
        self.close_button.setVisible(not action)
        self.setAccessibleName(f"{title}. {words}")
        self.show()
