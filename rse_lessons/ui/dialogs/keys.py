"""The sheet of keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import ACTIONS, GROUPS, group_title, keys_of, label, shown
from rse_lessons.ui.theme import Theme


def key_lines(rebound: Mapping[str, tuple[str, ...]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give for each group its title and its (keys, words) lines."""
    lines = []
    for group, _ in GROUPS:
        rows = [
            ("   ".join(shown(key) for key in keys_of(action.id, rebound)), label(action.id))
            for action in ACTIONS
            if action.group == group
        ]
        if group == "moving":
            rows.append((tr("number, Enter"), tr("Go to the slide with that number")))
        lines.append((group_title(group), rows))
    return lines


class KeySheet(QDialog):
    """Every key and what it does; any key closes it."""

    def __init__(
        self, theme: Theme, rebound: Mapping[str, tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setModal(True)
        px = theme.px
        inside = QWidget()
        inside.setProperty("clear", "true")
        columns = QGridLayout(inside)
        columns.setContentsMargins(0, 0, px(12), 0)
        columns.setHorizontalSpacing(px(48))
        columns.setVerticalSpacing(px(24))
        wide = theme.scale < 1.4
        for number, (title, rows) in enumerate(key_lines(rebound)):
            columns.addWidget(
                _group(theme, title, rows), number // 2 if wide else number, number % 2 if wide else 0
            )
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Keys"))
        hint = QLabel(tr("You can change the keys in Settings. A remote control works as it is."), self)
        hint.setProperty("role", "soft")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(32), px(24), px(24), px(24))
        layout.setSpacing(px(16))
        layout.addWidget(area, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        screen = self.screen().availableSize()
        self.resize(min(px(1180), screen.width() - 40), min(px(940), screen.height() - 80))


def _group(theme: Theme, title: str, rows: list[tuple[str, str]]) -> QWidget:
    box = QWidget()
    box.setProperty("clear", "true")
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(20))
    grid.setVerticalSpacing(theme.px(6))
    head = QLabel(title, box)
    head.setProperty("role", "card")
    grid.addWidget(head, 0, 0, 1, 2)
    for number, (keys, words) in enumerate(rows, start=1):
        key = QLabel(keys, box)
        key.setProperty("role", "strong")
        key.setWordWrap(True)
        key.setFixedWidth(theme.px(170))
        text = QLabel(words, box)
        text.setWordWrap(True)
        grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, number, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(rows) + 1, 1)
    return box
