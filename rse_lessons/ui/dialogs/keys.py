"""The sheet of keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import ACTIONS, GROUPS, group_title, keys_of, label, shown
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.flow import Flow

_BESIDE = 3
"""So many keys stand in one line."""


Line = tuple[tuple[str, ...], str]
"""Keys, and what they do."""


def key_lines(rebound: Mapping[str, tuple[str, ...]]) -> list[tuple[str, list[Line]]]:
    """Give for each group its title and its lines."""
    lines = []
    for group, _ in GROUPS:
        rows = [
            (tuple(shown(key) for key in keys_of(action.id, rebound)), label(action.id))
            for action in ACTIONS
            if action.group == group
        ]
        if group == "moving":
            rows.append(((tr("number"), shown("Enter")), tr("Go to the slide with that number")))
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
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, px(12), 0)
        columns.setSpacing(px(48))
        for groups in _columns(key_lines(rebound), 2 if theme.scale < 1.4 else 1):
            column = QVBoxLayout()
            column.setSpacing(px(24))
            for title, rows in groups:
                column.addWidget(_group(theme, title, rows))
            column.addStretch(1)
            columns.addLayout(column, 1)
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
        foot = QHBoxLayout()
        foot.setSpacing(px(24))
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        screen = self.screen().availableSize()
        self.resize(min(px(1180), screen.width() - 40), min(px(940), screen.height() - 80))


def _columns(groups: list[tuple[str, list[Line]]], count: int) -> list[list[tuple[str, list[Line]]]]:
    """Part groups into columns of about the same height, in order."""
    if count < 2:
        return [groups]
    tall = [sum(1 + (len(keys) > _BESIDE) for keys, _ in rows) + 2 for _, rows in groups]
    cuts = range(1, len(groups))
    cut = min(cuts, key=lambda at: max(sum(tall[:at]), sum(tall[at:])), default=len(groups))
    return [groups[:cut], groups[cut:]]


def _group(theme: Theme, title: str, rows: list[Line]) -> QWidget:
    px = theme.px
    box = QWidget()
    box.setProperty("clear", "true")
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(20))
    grid.setVerticalSpacing(px(8))
    head = QLabel(title, box)
    head.setProperty("role", "card")
    grid.addWidget(head, 0, 0, 1, 2)
    for number, (keys, words) in enumerate(rows, start=1):
        grid.addWidget(_caps(theme, keys, box), number, 0, Qt.AlignmentFlag.AlignTop)
        text = QLabel(words, box)
        text.setWordWrap(True)
        grid.addWidget(text, number, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnMinimumWidth(0, px(196))
    grid.setColumnStretch(1, 1)
    return box


def _caps(theme: Theme, keys: tuple[str, ...], parent: QWidget) -> QWidget:
    """Draw keys as caps, in as many lines as they need."""
    px = theme.px
    box = QWidget(parent)
    box.setFixedWidth(px(196))
    flow = Flow(box, gap=px(6))
    look = (
        f"border: {px(2)}px solid {theme.hex('control-edge')}; border-bottom-width: {px(4)}px;"
        f" border-radius: {px(6)}px; padding: 0px {px(7)}px; background: {theme.hex('surface')};"
        f" font-size: {px(15)}px; font-weight: 700;"
    )
    for key in keys:
        cap = QLabel(key, box)
        cap.setStyleSheet(look)
        flow.addWidget(cap)
    return box
