"""At the foot of the library's desk: adding a lesson pack, and sharing lessons."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button


class PackButtons(QWidget):
    """Two quiet buttons, below one another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.add = Button(theme, kind="quiet", icon="plus", flush=True)
        self.share = Button(theme, kind="quiet", icon="file-text", flush=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in (self.add, self.share):
            column.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.add.set_text(tr("Add a lesson pack"))
        self.share.set_text(tr("Share lessons"))
