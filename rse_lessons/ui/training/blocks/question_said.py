"""What the blocks of a module share: plain paragraphs, announcing, changing at once, bringing into sight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from rse_lessons.lesson.words import plain
from rse_lessons.ui.widgets.buttons import Button

REST = 60
"""Milliseconds after which what may come next is made: what was asked for has been painted by then."""
ROOM = 24
"""Kept above what is brought into sight."""
_DEEP = 6
"""Layouts that hold one another between a block and the page that scrolls."""


@lru_cache(maxsize=2048)
def paragraphs(*markdown: str) -> str:
    """Give passages of Markdown as plain words, a line for each paragraph; empty ones are left out."""
    parts = (part for passage in markdown for part in passage.split("\n\n"))
    return "\n".join(filter(None, map(plain, parts)))


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say words at once."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


@contextmanager
def at_once(layout: QLayout) -> Iterator[None]:
    """Change several things and have the layout place them once; Qt would for each that comes or goes."""
    was = layout.isEnabled()
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(was)
        if was:
            layout.invalidate()
            layout.activate()


def make_ready(widget: QWidget, width: int) -> None:
    """Dress a widget that will be shown next and set its words, while nobody waits for it."""
    for part in (widget, *widget.findChildren(QWidget)):
        part.ensurePolished()
    widget.heightForWidth(width)


def bring_into_sight(first: QWidget, last: QWidget) -> None:
    """Scroll, once all has its place, until `last` is in sight, or `first` with what has room below."""
    QTimer.singleShot(0, last, lambda: _scroll(first, last))


def _scroll(first: QWidget, last: QWidget) -> None:
    area = first.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if not isinstance(area, QScrollArea):
        return
    for _ in range(_DEEP):
        # Each turn of the loop would give one more of those that hold it its height: too late for scrolling.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    inside = area.widget()
    if inside is None or not inside.isAncestorOf(last):
        return
    top = first.mapTo(inside, QPoint(0, 0)).y() - ROOM
    end = last.mapTo(inside, QPoint(0, last.height())).y() + ROOM
    bar, tall = area.verticalScrollBar(), area.viewport().height()
    if end - top > tall:
        _keep_keyboard_in_sight(first, last, inside, tall)
        bar.setValue(top)
    elif top < bar.value():
        bar.setValue(top)
    elif end > bar.value() + tall:
        bar.setValue(end - tall)


def _keep_keyboard_in_sight(first: QWidget, last: QWidget, inside: QWidget, tall: int) -> None:
    """Give the keyboard to words whose button below them has no room with them; Tab leads to it."""
    now = QApplication.focusWidget()
    if not isinstance(now, Button) or first is last or not last.isAncestorOf(now):
        return
    top = first.mapTo(inside, QPoint(0, 0)).y() - ROOM
    if now.mapTo(inside, QPoint(0, now.height())).y() > top + tall:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
