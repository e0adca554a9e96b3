"""Lists of the lesson page: what a word means, what a code asks, how to adapt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.notices import StateBadge
from rse_lessons.ui.widgets.paint import board, fill, smooth
from rse_lessons.ui.widgets.words import Words

_BESIDE = 480
"""Pixels at 100% from which on names stand beside their texts."""
_SHARE = 0.4
"""The most of the width that names take there."""
_ANY = (1 << 24) - 1


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list."""

    name: str
    text: str
    state: str = ""
    """Said below the text when it has still to be checked."""


class Facts(QWidget):
    """A heading and lines with a bold name at the left; nothing at all when there are no lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[tuple[Words, Words, StateBadge | None]] = []
        self._stacked: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 40, 0, 0)
        column.setSpacing(8)
        self.head = Words(theme, role="desk", heading=True)
        column.addWidget(self.head)
        self._place = QWidget()
        column.addWidget(self._place)

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for lines made from now on; those that exist are told themselves."""
        self._theme = theme

    def show_facts(self, title: str, facts: Sequence[Fact]) -> None:
        """Show lines under a title."""
        self.setVisible(bool(facts))
        self.head.setText(title)
        old, self._place = self._place, QWidget()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._place)
        old.deleteLater()
        grid = self._grid = QGridLayout(self._place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        self._lines = []
        for fact in facts:
            name = Words(self._theme, fact.name, bold=True, top=True)
            badge = StateBadge(self._theme, "to-check", fact.state, "text-soft") if fact.state else None
            self._lines.append((name, Words(self._theme, fact.text, top=True), badge))
        self._stacked = None
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names and texts their room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Set names beside their texts, or above them where there is little room."""
        stacked = self.width() < self._theme.px(_BESIDE)
        most = _ANY if stacked else round(self.width() * _SHARE)
        for name, _text, _badge in self._lines:
            name.setMaximumWidth(most)
        if stacked == self._stacked or not self._lines:
            return
        self._stacked = stacked
        column = 0 if stacked else 1
        self._grid.setColumnStretch(0, 1 if stacked else 0)
        self._grid.setColumnStretch(1, 0 if stacked else 1)
        self._grid.setColumnMinimumWidth(0, 0 if stacked else self._theme.px(140))
        for row, (name, text, badge) in enumerate(self._lines):
            for place, widget in enumerate((name, text, badge)):
                if widget is None:
                    continue
                self._grid.removeWidget(widget)
                if widget is name:
                    self._grid.addWidget(widget, row * 3, 0)
                else:
                    self._grid.addWidget(widget, row * 3 + (place if stacked else place - 1), column)


class Outcome(QWidget):
    """What pupils can do afterwards, after a mark in the band's colour."""

    def __init__(self, theme: Theme, text: str, band: str) -> None:
        super().__init__()
        self._theme, self._band = theme, band
        column = QVBoxLayout(self)
        self._words = Words(theme, text, "lead")
        column.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(theme.px(24), 3, 0, 3)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Give the least that shows a line."""
        return QSize(self._theme.px(160), self._theme.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark beside the first line."""
        px = self._theme.px
        painter = smooth(QPainter(self))
        mark = QRectF(0, 3 + px(7), px(10), px(18))
        fill(painter, board(mark, px(1), px(5)), self._theme.band(self._band).mark)
        painter.end()
