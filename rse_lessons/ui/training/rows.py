"""Buttons one after another, in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.ui.widgets.flow import Flow


def in_lines(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Give a widget that holds these, and is as high as their lines."""
    made = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    flow = Flow(made, gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return made
