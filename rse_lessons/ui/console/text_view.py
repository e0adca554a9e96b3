"""The slide as text in native widgets, for screen readers and for whoever reads better so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.headings import HEADING, install
from rse_lessons.ui.theme import Theme


class TextView(QFrame):
    """Headings, paragraphs, options and pictures' descriptions, one label each, each reachable by Tab."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        install()
        self._theme = theme
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("clear", "true")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._list.setSpacing(theme.px(12))
        self._list.addStretch(1)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.setAccessibleName(tr("The slide as text"))

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show (role, plain text) pairs, in reading order."""
        while self._list.count() > 1:
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for number, (role, text) in enumerate(lines):
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAccessibleName(text)
            label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            heading = role == "heading"
            label.setObjectName("slide-heading" if heading else "slide-text")
            label.setProperty(HEADING, heading)
            label.setProperty("role", "section" if heading else "lead")
            self._list.insertWidget(number, label)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say words at once."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
