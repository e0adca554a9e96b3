"""The page that comes next, made and laid out while the one before is read, so that turning is at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from rse_lessons.ui.training.known import Opened
from rse_lessons.ui.training.picture import PictureBox
from rse_lessons.ui.training.sheet import Sheet
from rse_lessons.ui.training.view import Scrolled

REST = 120
"""Milliseconds after a page is turned until the next one is made."""


class Ahead(QObject):
    """Holds one page that is not shown yet."""

    def __init__(self, view: Scrolled, make: Callable[[str], Sheet | None]) -> None:
        super().__init__(view)
        self._view, self._make = view, make
        self._page = ""
        self._sheet: Sheet | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST)
        self._later.timeout.connect(self._build)

    def want(self, page: str) -> None:
        """Make a page soon, and let go of the one that was made before."""
        if page != self._page or self._sheet is None:
            self.forget()
            self._page = page
            if page:
                self._later.start()

    def take(self, page: str, opened: Opened) -> Sheet | None:
        """Give the page if it is made, and says what it would say now."""
        sheet = self._sheet
        if sheet is None or page != self._page or not _same(sheet.opened, opened):
            return None
        self._sheet, self._page = None, ""
        return sheet

    def forget(self) -> None:
        """Let go of what was made: it would look or say something else now."""
        self._later.stop()
        sheet, self._sheet, self._page = self._sheet, None, ""
        if sheet is not None:
            sheet.deleteLater()

    def _build(self) -> None:
        sheet = self._make(self._page) if self._view.isVisible() else None
        if sheet is None:
            self._page = ""
            return
        self._sheet = sheet
        sheet.hide()
        sheet.setParent(self._view.area.inside)
        for child in (sheet, *sheet.findChildren(QWidget)):
            child.ensurePolished()
        self._view.measure(sheet)
        for picture in sheet.findChildren(PictureBox):
            picture.draw()


def _same(before: Opened, now: Opened) -> bool:
    """Say whether a page made of the one would be the same made of the other."""
    return before.module is now.module and all(
        getattr(before, name) == getattr(now, name) for name in ("walks", "asked", "reflected", "tasks")
    )
