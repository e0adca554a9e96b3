"""A page in the list of a module's front page: a tick once it was opened, its title, its minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, disc, fill, pen, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton

_SIDE, _SIGN, _GAP = 10, 20, 12


class PageRow(TallButton):
    """Pressed, it opens its page."""

    CORNER = 8
    WIDE = 360
    LEAST = (160, 38)
    MOVES = False

    def __init__(self, theme: Theme, title: str, minutes: float, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title, self._minutes = title, minutes
        self._high: dict[int, int] = {}
        self.read = self.here = False

    def show_state(self, *, read: bool, here: bool) -> None:
        """Show whether the page was opened, and whether one goes on there."""
        self.read, self.here = read, here
        said = [self._title, self._minutes_words(), tr("read") if read else "", tr("next") if here else ""]
        self.setAccessibleName(", ".join(words for words in said if words))
        self._high.clear()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._high.clear()
        super().set_theme(theme)

    def _minutes_words(self) -> str:
        count = round(self._minutes)
        return ntr("{count} minute", "{count} minutes", count) if count else ""

    def _lines(self, width: int) -> Sequence[str]:
        px = self._theme.px
        taken = advance(self._minutes_words(), self._theme.font(15))
        room = width - 2 * _SIDE - px(_SIGN) - 2 * px(_GAP) - taken
        return broken(self._title, self._theme.font(17, bold=True), room)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words, and the room around; Qt asks very often."""
        if width not in self._high:
            self._high[width] = len(self._lines(width)) * self._theme.px(26) + self._theme.px(12)
        return self._high[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign, the title and the minutes."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        down = self.isDown()
        ground = "pressed" if down else "hover" if self.underMouse() else ""
        if ground:
            box(painter, QRectF(self.rect()), px(8), fill=theme.colour(ground))
        ink = theme.colour("on-pressed" if down else "text")
        soft = ink if down else theme.colour("text-soft")
        self._paint_sign(painter)
        left, top = _SIDE + px(_SIGN) + px(_GAP), px(6)
        face = theme.font(17, bold=self.here)
        set_lines(painter, self._lines(self.width()), face, colour=ink, at=(left, top), height=px(26))
        small, words = theme.font(15), self._minutes_words()
        at = (self.width() - _SIDE - advance(words, small), top)
        set_lines(painter, [words], small, colour=soft, at=at, height=px(26))
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        theme, size = self._theme, self._theme.px(_SIGN)
        top = theme.px(6) + (theme.px(26) - size) / 2
        if self.read:
            tick = icons.pixmap("check", theme.hex("good"), size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(_SIDE, top), tick)
            return
        centre = QPointF(_SIDE + size / 2, top + size / 2)
        painter.strokePath(disc(centre, size / 2 - 3), pen(theme.colour("control-edge"), 2))
        if self.here:
            fill(painter, disc(centre, size / 2 - 6), theme.colour("text"))
