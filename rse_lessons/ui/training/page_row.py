"""A page in the list of a module's front page: a tick once it was opened, its title, its minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, disc, fill, pen, set_lines, smooth

_SIDE, _SIGN, _GAP = 10, 20, 12


class PageRow(QPushButton):
    """Pressed, it opens its page."""

    def __init__(self, theme: Theme, title: str, minutes: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title, self._minutes = theme, title, minutes
        self._high: dict[int, int] = {}
        self.read = self.here = False
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        self.setProperty("corner", 8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, *, read: bool, here: bool) -> None:
        """Show whether the page was opened, and whether one goes on there."""
        self.read, self.here = read, here
        said = [self._title, self._minutes_words(), tr("read") if read else "", tr("next") if here else ""]
        self.setAccessibleName(", ".join(words for words in said if words))
        self._high.clear()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self._high.clear()
        self.updateGeometry()
        self.update()

    def _minutes_words(self) -> str:
        count = round(self._minutes)
        return ntr("{count} minute", "{count} minutes", count) if count else ""

    def _lines(self, width: int) -> Sequence[str]:
        px = self._theme.px
        taken = advance(self._minutes_words(), self._theme.font(15))
        room = width - 2 * _SIDE - px(_SIGN) - 2 * px(_GAP) - taken
        return broken(self._title, self._theme.font(17, bold=True), room)

    def hasHeightForWidth(self) -> bool:
        """Long titles take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words, and the room around; Qt asks very often."""
        if width not in self._high:
            self._high[width] = len(self._lines(width)) * self._theme.px(26) + self._theme.px(12)
        return self._high[width]

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        width = self.width() if self.width() > 160 else 360
        return QSize(360, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a word or two."""
        return QSize(self._theme.px(160), self._theme.px(38))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

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
