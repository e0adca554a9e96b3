"""Labels that a screen reader takes for headings, so that one can go from part to part of a window.

Qt has no such label. Nothing here paints: how a heading looks is `widgets.words`' business.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel
from shiboken6 import isValid

HEADING = "heading"
"""The property that makes a label one; set before it is shown."""
_interfaces: list[QAccessibleInterface] = []


class _Heading(QAccessibleWidget):
    """Says a label's words as a heading."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        """Give the label's own words for its name, as Qt does for labels."""
        if kind == QAccessible.Text.Name:
            return self._label.accessibleName() or self._label.text()
        return super().text(kind)


def _made(_key: str, subject: object) -> QAccessibleInterface | None:
    if not isinstance(subject, QLabel) or not subject.property(HEADING):
        return None
    # Python must hold what Qt may ask for; Qt itself ends it with its label.
    _interfaces[:] = [held for held in _interfaces if isValid(held)]
    _interfaces.append(_Heading(subject))
    return _interfaces[-1]


_installed = False


def install() -> None:
    """Have Qt ask here what a label is; once, however often it is called."""
    global _installed  # noqa: PLW0603  the factory belongs to the process, as Qt's list of them does
    if not _installed:
        QAccessible.installFactory(_made)
        _installed = True
