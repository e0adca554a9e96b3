"""Covering the program's windows: nothing in them can be seen, read aloud or reached, and nothing is lost.

A dialog that is hidden would end, and with it what was typed. So windows stay, and what is in them is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import fill, smooth

_KINDS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet, Qt.WindowType.Tool)
_ICON = 40


class Sheet(QWidget):
    """Lies over a whole window: the room's colour, and a lock in its middle."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAccessibleName(tr("Locked"))
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the lock."""
        painter = smooth(QPainter(self))
        fill(painter, QRectF(self.rect()), self._theme.colour("ground"))
        size = self._theme.px(_ICON)
        picture = icons.pixmap("lock", self._theme.hex("text-soft"), size, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
        painter.end()


@dataclass
class _Covered:
    """One window, and what it takes to show it again as it was."""

    window: QWidget
    sheet: Sheet
    title: str
    focus: QWidget | None
    drops: bool
    """Whether it takes what is dragged onto it."""
    hidden: list[QWidget] = field(default_factory=list)


def _is_part(child: QObject) -> TypeGuard[QWidget]:
    """Whether something in a window is seen there."""
    return isinstance(child, QWidget) and not child.isWindow() and not child.isHidden()


class Covering(QObject):
    """Covers every window of the program but one, also those that come later, until `uncover`."""

    def __init__(self, app: QApplication, theme: Theme, spared: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._spared = spared
        self._covered: list[_Covered] = []
        while popup := app.activePopupWidget():
            popup.close()
        for window in app.topLevelWidgets():
            self._look(window)
        app.installEventFilter(self)
        self._app = app

    def uncover(self) -> None:
        """Show everything as it was."""
        self._app.removeEventFilter(self)
        covered, self._covered = self._covered, []
        for one in covered:
            if not isValid(one.window):
                continue
            one.window.setWindowTitle(one.title)
            one.window.setAcceptDrops(one.drops)
            for widget in one.hidden:
                if isValid(widget):
                    widget.show()
            one.window.removeEventFilter(one.sheet)
            one.sheet.hide()
            one.sheet.deleteLater()
            if one.focus is not None and isValid(one.focus):
                one.focus.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover what comes meanwhile, a window or a part of one, and keep the spared one before all."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            if self._look(watched):
                QTimer.singleShot(0, self, self._come_first)  # once the other is all there
            else:
                self._keep_out_of_sight(watched)
        return False

    def _keep_out_of_sight(self, part: QWidget) -> None:
        """Hide what would come to stand on a sheet, such as a card; it is shown with all else."""
        for one in self._covered:
            if part.parent() is one.window and not part.isWindow() and part is not one.sheet:
                if part not in one.hidden:
                    one.hidden.append(part)
                part.hide()

    def _come_first(self) -> None:
        """Put the spared window before the others: the latest modal window is the one that is not blocked."""
        if self._covered:
            self._spared.hide()
            self._spared.show()
            self._spared.raise_()
            self._spared.activateWindow()

    def _look(self, window: QWidget) -> bool:
        """Cover a window if it is one and is not yet."""
        known = any(one.window is window for one in self._covered)
        shown = window.isWindow() and window.isVisible() and window.windowType() in _KINDS
        if known or window is self._spared or not shown:
            return False
        sheet, title = Sheet(self._theme, window), window.windowTitle()
        one = _Covered(window, sheet, title, window.focusWidget(), window.acceptDrops())
        for child in window.children():
            if _is_part(child) and child is not one.sheet:
                one.hidden.append(child)
                child.hide()
        window.setWindowTitle(tr("RSE Lessons"))
        window.setAcceptDrops(False)
        one.sheet.show()
        one.sheet.raise_()
        self._covered.append(one)
        return True
