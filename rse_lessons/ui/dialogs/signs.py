"""Large numbers, one on each screen, while it is asked which screen is whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.ui.dialogs.room_picture import role_words
from rse_lessons.ui.screens import Stand, move_to, windows_know_places
from rse_lessons.ui.theme import Theme, load_theme
from rse_lessons.ui.widgets.paint import advance, box, broken, set_lines, smooth

WIDE, TALL = 400, 330
SHARE = 0.42
"""How much of a screen's shorter side the sign takes, but where the question itself stands."""


class Sign(QWidget):
    """A number, the screen's name and whose it is; a press chooses the screen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, stand: Stand, parent: QWidget) -> None:
        # A tip, not a tool: only that stands above a slide that fills its screen, on every system.
        flags = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._words = ""
        self.stand = stand

    def show_role(self, role: str) -> None:
        """Say whose the screen is."""
        self._words = role_words(role)
        said = f"{self.stand.number}: {self.stand.title}. {self._words}"
        self.setWindowTitle(said)
        self.setAccessibleName(said)
        self.update()

    def stand_there(self, question: QWidget) -> None:
        """Take the middle of the screen, or its corner where the question stands."""
        area = self.stand.area
        shorter = min(area.width(), area.height())
        if area.contains(question.frameGeometry().center()):
            room = max(question.frameGeometry().left() - area.left() - 32, shorter // 6)
            size = QSize(WIDE, TALL).scaled(min(room, shorter // 3), shorter, _KEEP)
            place = area.topLeft() + QPoint(16, 16)
        else:
            tall = round(shorter * SHARE)
            size = QSize(WIDE, TALL).scaled(area.width(), tall, _KEEP)
            place = area.center() - QPoint(size.width() // 2, size.height() // 2)
        move_to(self, QRect(place, size))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Choose this screen for the class."""
        self.chosen.emit(self.stand.name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number as large as there is room, name and role below."""
        factor = self.width() / WIDE
        theme = load_theme(self._theme.name)
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.scale(factor, factor)
        whole = QRectF(0, 0, WIDE, self.height() / factor)
        box(painter, whole, 0, fill=theme.colour("surface"), edge=theme.colour("selected-edge"), width=8)
        ink = theme.colour("text")
        number, face = str(self.stand.number), theme.font(150, bold=True)
        at = ((WIDE - advance(number, face)) / 2, 14.0)
        set_lines(painter, [number], face, colour=ink, at=at, height=180)
        y = 198.0
        for words, size, bold in ((self.stand.title, 26, True), (self._words, 26, False)):
            face = theme.font(size, bold=bold)
            line = broken(words, face, WIDE - 40)[:1]
            for one in line:
                at = ((WIDE - advance(one, face)) / 2, y)
                y = set_lines(painter, [one], face, colour=ink, at=at, height=42)
        painter.end()


_KEEP = Qt.AspectRatioMode.KeepAspectRatio


class Signs:
    """The signs of all screens, for as long as the question is open."""

    def __init__(self, theme: Theme, question: QWidget) -> None:
        self._theme = theme
        self._question = question
        self.shown: list[Sign] = []

    def show(self, stands: Sequence[Stand], roles: Mapping[str, str]) -> list[Sign]:
        """Put a sign onto each screen; gives those that are new.

        Where no window knows its place, a number on the wrong screen would mislead: there are none then.
        """
        if not windows_know_places():
            return []
        if [sign.stand for sign in self.shown] == list(stands):
            for sign in self.shown:
                sign.show_role(roles.get(sign.stand.name, ""))
            return []
        self.take_away()
        self.shown = [Sign(self._theme, stand, self._question) for stand in stands]
        for sign in self.shown:
            sign.show_role(roles.get(sign.stand.name, ""))
            sign.stand_there(self._question)
            sign.show()
        return self.shown

    def take_away(self) -> None:
        """Take every sign away."""
        for sign in self.shown:
            sign.hide()
            sign.deleteLater()
        self.shown = []
