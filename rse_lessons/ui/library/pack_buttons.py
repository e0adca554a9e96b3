"""At the foot of the library's desk: adding a lesson pack, sharing lessons as one, checking words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow


class PackButtons(QWidget):
    """Quiet buttons beside one another, or below where large text needs the room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.add = Button(theme, kind="quiet", icon="plus", flush=True, wraps=True)
        self.share = Button(theme, kind="quiet", icon="file-text", flush=True, wraps=True)
        self.wording = Button(theme, kind="quiet", icon="check", flush=True, wraps=True)
        row = Flow(self, gap=24)
        for button in (self.add, self.share, self.wording):
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.add.set_text(tr("Add a pack"))
        self.add.setAccessibleName(tr("Add a lesson pack"))
        self.share.set_text(tr("Share"))
        self.share.setAccessibleName(tr("Share lessons as a pack"))
        self.wording.set_text(tr("Check wording"))
        self.wording.setAccessibleName(tr("Check the wording of a letter, a policy or a note"))
