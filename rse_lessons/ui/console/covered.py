"""What stands in for the notes while the class may be looking at the teacher's screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.compounds import held
from rse_lessons.ui.theme import Theme


class Covered(QFrame):
    """A sentence, and a button for who alone sees the screen."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme.px
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("clear", "true")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(24))
        layout.setSpacing(px(16))
        # With large text and little room the words scroll, and the button stays in sight.
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.words)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.button)
        layout.addStretch(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the height that they need at this width, and no more."""
        super().resizeEvent(event)
        self.area.setMaximumHeight(self.words.heightForWidth(self.area.width()))

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        words = tr(
            "The notes are covered, because the class may be able to see this screen now. If only you see it:"
        )
        self.words.setText(held(words))
        self.words.setAccessibleName(words)
        self.button.setText(tr("Show the notes"))
