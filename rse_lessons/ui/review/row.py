"""A passage in the list: how it stands, the English, and beside it the words of the language."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.corrections import Reading, State
from rse_lessons.ui import icons
from rse_lessons.ui.locales import say_in
from rse_lessons.ui.review.words import state_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import box, broken, fill, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton

SIDE, MARK, BETWEEN = 12, 34, 24
NARROW = 520
"""Pixels at 100% below which the two languages stand below one another."""
_ICONS = {State.RIGHT: "check", State.UNREAD: "circle-help", State.ENGLISH: "globe"}


def columns(theme: Theme, width: int) -> tuple[int, int]:
    """Give how many columns of words there are in a row of a width, and how wide each is."""
    room = width - theme.px(2 * SIDE + MARK)
    if room < theme.px(NARROW):
        return 1, room
    return 2, (room - theme.px(BETWEEN)) // 2


class PassageRow(TallButton):
    """Pressed, its passage is read."""

    LEAST = (160, 44)

    def __init__(self, theme: Theme, reading: Reading, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.reading = reading
        self.filtered = False
        """Whether the filter leaves it out."""
        self._heights: dict[int, int] = {}
        say_in(self, tag)
        self.show_reading(reading)

    def show_reading(self, reading: Reading) -> None:
        """Show the passage as it is now."""
        self.reading = reading
        said = reading.said or tr("Still in English")
        self.setAccessibleName(f"{reading.passage.text} — {said}")
        marks = [state_words(reading)]
        if reading.faults:
            marks.append(tr("There is something to look at."))
        self.setAccessibleDescription(". ".join(marks))
        self.setToolTip(self.accessibleDescription())
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._heights.clear()
        super().set_theme(theme)

    def _texts(self, width: int) -> tuple[int, int, list[str], list[str]]:
        count, wide = columns(self._theme, width)
        font = self._theme.font(17)
        said = self.reading.said or tr("Still in English")
        return count, wide, broken(self.reading.passage.text, font, wide), broken(said, font, wide)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the longer column, or of both below one another."""
        if width not in self._heights:  # Qt asks very often
            px = self._theme.px
            count, _wide, english, said = self._texts(width)
            lines = max(len(english), len(said)) if count == 2 else len(english) + len(said)
            gap = 0 if count == 2 else px(4)
            self._heights[width] = lines * px(26) + gap + px(18)
        return self._heights[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark of its state, and the words."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        down = self.isDown()
        ground = "pressed" if down else "hover" if self.underMouse() else None
        if ground:
            box(painter, QRectF(self.rect()), px(10), fill=theme.colour(ground))
        ink = theme.colour("on-pressed" if down else "text")
        soft = theme.colour("on-pressed" if down else "text-soft")
        reading, left, top = self.reading, float(px(SIDE)), float(px(9))
        right = reading.state is State.RIGHT
        name = "pencil" if right and reading.own else "info" if reading.faults and not right else ""
        colour = "on-pressed" if down else "good" if right else "text-soft"
        mark = icons.pixmap(
            name or _ICONS[reading.state], theme.hex(colour), px(20), self.devicePixelRatioF()
        )
        painter.drawPixmap(round(left), round(top + px(3)), mark)
        left += px(MARK)
        count, wide, english, said = self._texts(self.width())
        font = theme.font(17)
        below = set_lines(painter, english, font, colour=soft, at=(left, top), height=px(26))
        at = (left + wide + px(BETWEEN), top) if count == 2 else (left, below + px(4))
        words = soft if reading.state is State.ENGLISH else ink
        set_lines(painter, said, font, colour=words, at=at, height=px(26))
        line = QRectF(left, self.height() - 1, self.width() - left - px(SIDE), 1)
        fill(painter, line, theme.colour("rule"))
        painter.end()
