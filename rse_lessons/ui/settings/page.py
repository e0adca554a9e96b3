"""What every page of the settings has: a title, and parts with a heading and a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.small_window import Column
from rse_lessons.ui.widgets.words import Words


class Page(Column):
    """One page. What the teacher changes leaves it at once as names of preferences with their values."""

    changed = Signal(dict)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(margins=(36, 26, 36, 36), parent=parent)
        self.theme = theme
        self.title = Words(theme, role="section", heading=True)
        self.soft = Words(theme, colour="text-soft")
        self.box.addWidget(self.title)
        self.box.addSpacing(4)
        self.box.addWidget(self.soft)

    def part(self, *widgets: QWidget) -> tuple[Words, Words]:
        """Add a part; give its heading and its sentence, both without words yet."""
        heading = Words(self.theme, role="card", heading=True)
        sentence = Words(self.theme, colour="text-soft")
        self.box.addSpacing(28)
        self.box.addWidget(heading)
        self.box.addWidget(sentence)
        self.box.addSpacing(12)
        for number, widget in enumerate(widgets):
            if number:
                self.box.addSpacing(12)
            self.box.addWidget(widget)
        return heading, sentence

    def say(self, part: tuple[Words, Words], heading: str, sentence: str = "") -> None:
        """Say a part's heading, and its sentence if it has one."""
        part[0].setText(heading)
        part[1].setText(sentence)
        part[1].setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`; what is painted inside is told by itself."""
        self.theme = theme

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
