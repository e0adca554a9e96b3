"""All words of a message that has no room over the console."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class NoticeWindow(SmallWindow):
    """What happened as a heading, the rest below, and the way back."""

    def __init__(self, theme: Theme, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=560, parent=parent)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.words = Words(theme, words)
        self.column.box.addWidget(self.words)
        self.column.box.addStretch(1)
        self.close_button = Button(theme, tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setFocus()
