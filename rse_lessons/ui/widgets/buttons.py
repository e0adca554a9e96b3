"""Buttons, chips and the tab of the header. Lists to choose from are in `chooser`."""

from __future__ import annotations

import math

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, fill, set_lines, smooth

_TAB, _SMALL_TAB = 19, 17
"""Pixels of a tab's words at 100%, and where there is little room."""


class Button(QPushButton):
    """A button of a kind: `primary` (one a window), `secondary`, `quiet` or `help`; 64 high when big.

    It paints itself, icon and words together: Qt leaves too little room between them. One that `wraps`
    says long words in several lines where there is little room, and is higher then.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "secondary",
        *,
        icon: str = "",
        big: bool = False,
        flush: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)  # with words in it, the call makes all names of icons
        self.setText(text)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self._big = big
        self._flush = flush
        self._wraps = False
        self._more = 0  # what further lines take at the present width
        if wraps:
            self.let_wrap()
        self.setAutoDefault(True)  # Return presses it too
        self.setProperty("painted", True)
        self.setProperty("corner", theme.px(12 if big else 10))

    def let_wrap(self) -> None:
        """Set words that have no room in one line in several from now on."""
        self._wraps = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show `text`, which is also what a screen reader says."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(12 if self._big else 10))
        self.updateGeometry()
        self.update()

    def _parts(self) -> tuple[QFont, float, int]:
        """Give the font, the width of the words, and that of the icon with its room."""
        font = self._theme.font(21 if self._big else 17, bold=True)
        gap = self._theme.px(10) if self.text() else 0
        return font, advance(self.text(), font), self._theme.px(20) + gap if self._icon else 0

    def _side(self) -> int:
        return 0 if self._flush else self._theme.px(14 if self._kind == "quiet" else 20)

    def _lines(self, room: float) -> list[str]:
        font, words, _icon = self._parts()
        if words <= room + 1:
            return [self.text()]
        if self._wraps:
            return broken(self.text(), font, room)
        # A language may need more room than there is; no letter is cut in two.
        return [QFontMetricsF(font).elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, room)]

    def _line(self) -> int:
        return self._theme.px(30 if self._big else 26)

    def sizeHint(self) -> QSize:
        """Ask for icon, words and room; at least as wide as high."""
        return QSize(self.wide(self.text()), self._theme.px(64 if self._big else 44) + self._more)

    def wide(self, text: str) -> int:
        """Give the width that it asks for when it says `text`."""
        px = self._theme.px
        font, _words, icon = self._parts()
        icon = px(20) + (px(10) if text else 0) if icon else 0
        return max(px(64 if self._big else 44), math.ceil(advance(text, font)) + icon + 2 * self._side())

    def minimumSizeHint(self) -> QSize:
        """Never less than all of it, or than its longest word if it may be in several lines."""
        hint = self.sizeHint()
        if not self._wraps:
            return hint
        font, _words, icon = self._parts()
        longest = max((advance(word, font) for word in self.text().split()), default=0.0)
        width = min(hint.width(), math.ceil(longest) + icon + 2 * self._inset() + 1)
        return QSize(width, hint.height() - self._more)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards if the words may be in several lines."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at `width`."""
        least = self.minimumSizeHint()
        return least.height() + self._more_at(max(width, least.width()))

    def _more_at(self, width: int) -> int:
        _font, _words, icon = self._parts()
        return (len(self._lines(width - icon - 2 * self._inset())) - 1) * self._line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        more = self._more_at(self.width()) if self._wraps else 0
        if more != self._more:
            self._more = more
            self.updateGeometry()

    def _inset(self) -> int:
        """Give the least room at either side of the words."""
        return 0 if self._flush else self._theme.px(10 if self._wraps else 6)

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Give the roles of ground, edge and words in the present state."""
        hover, down, kind = self.underMouse(), self.isDown(), self._kind
        if not self.isEnabled():
            ground = {"primary": "sunken", "quiet": None}.get(kind, "surface")
            return ground, None if kind in {"primary", "quiet"} else "rule", "disabled-text"
        if self.isChecked():
            return "selected", "selected-edge", "on-selected"
        if kind == "primary":
            return f"primary{'-pressed' if down else '-hover' if hover else ''}", None, "on-primary"
        if kind == "help":
            return "help", "help-edge", "on-help"
        if self._flush:
            return None, None, "link" if hover or down else "text"
        ground = "pressed" if down else "hover" if hover else None if kind == "quiet" else "surface"
        return ground, None if kind == "quiet" else "control-edge", "on-pressed" if down else "text"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge, then icon and words in the middle; pressed, they move down by one."""
        theme = self._theme
        ground, edge, ink = self._colours()
        painter = smooth(QPainter(self))
        fill_with = theme.colour(ground) if ground else None
        if fill_with and self._kind == "help" and (self.isDown() or self.underMouse()):
            fill_with = fill_with.darker(112) if self.isDown() else fill_with.lighter(108)
        radius = theme.px(12 if self._big else 10)
        box(painter, QRectF(self.rect()), radius, fill=fill_with, edge=theme.colour(edge) if edge else None)
        font, _words, icon = self._parts()
        down = 1 if self.isDown() else 0
        lines = self._lines(self.width() - icon - 2 * self._inset())
        widths = [advance(line, font) for line in lines]
        words = max(widths)
        left = 0.0 if self._flush else (self.width() - words - icon) / 2
        if self._icon:
            lit = self._kind == "primary" and theme.name == "light" and self.isEnabled()
            colour = theme.hex("help" if lit else ink)
            size = theme.px(20)
            picture = icons.pixmap(self._icon, colour, size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (self.height() - size) / 2 + down), picture)
        line = self._line()
        top = (self.height() - line * len(lines)) / 2 + down
        for number, text in enumerate(lines):
            middle = 0.0 if self._flush or self._icon else (words - widths[number]) / 2
            at = (left + icon + middle, top + number * line)
            set_lines(painter, [text], font, colour=theme.colour(ink), at=at, height=line)
        painter.end()


class Chip(QPushButton):
    """A choice that stays chosen: a pill with an optional swatch in a band's colour.

    It is as wide as its bold words in every state, so that choosing it moves nothing.
    """

    def __init__(self, theme: Theme, text: str, *, swatch: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)  # with words in it, the call makes all names of icons
        self.setText(text)
        self._theme = theme
        self._swatch = swatch
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(18))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """36 high; the words at their boldest, and the swatch."""
        px = self._theme.px
        width = advance(self.text(), self._theme.font(bold=True))
        swatch = px(18) if self._swatch else 0
        return QSize(math.ceil(width) + swatch + px(32), px(36))

    def minimumSizeHint(self) -> QSize:
        """Never less than all of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill in its state."""
        theme, chosen = self._theme, self.isChecked()
        px = theme.px
        ground = "selected" if chosen else "pressed" if self.isDown() else "surface"
        if ground == "surface" and self.underMouse():
            ground = "hover"
        painter = smooth(QPainter(self))
        edge = theme.colour("selected-edge" if chosen else "control-edge")
        box(
            painter,
            QRectF(self.rect()),
            self.height() / 2,
            fill=theme.colour(ground),
            edge=edge,
            width=3 if chosen else 2,
        )
        font = theme.font(bold=chosen)
        left = (self.width() - advance(self.text(), font) - (px(18) if self._swatch else 0)) / 2
        if self._swatch:
            self._paint_swatch(painter, left)
            left += px(18)
        line = px(theme.type("body")[1])
        ink = theme.colour("on-selected" if chosen else "text")
        top = (self.height() - line) / 2
        set_lines(painter, [self.text()], font, colour=ink, at=(left, top), height=line)
        painter.end()

    def _paint_swatch(self, painter: QPainter, left: float) -> None:
        theme = self._theme
        tall = theme.px(18)
        rect = QRectF(left, (self.height() - tall) / 2, theme.px(8), tall)
        dark_on_light = theme.high_contrast and self.isChecked()
        colour = QColor(theme.hex("on-selected")) if dark_on_light else theme.band(self._swatch).mark
        box(painter, rect, theme.px(3), fill=colour)


class Tab(QPushButton):
    """A place in the header; where one is stands on a thick line."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # with words in it, the call makes all names of icons
        self.setText(text)
        self._theme = theme
        self._tight = False
        self.current = True
        self.setAutoDefault(True)
        self.setProperty("painted", True)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_tight(self, *, tight: bool) -> None:
        """Say it a little smaller, where there is little room."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def wide(self, *, tight: bool) -> int:
        """Give the width that it asks for, where there is little room and else."""
        font = self._theme.font(_SMALL_TAB if tight else _TAB, bold=True)
        return math.ceil(advance(self.text(), font)) + self._theme.px(12)

    def sizeHint(self) -> QSize:
        """Ask for the words, and room to press them."""
        return QSize(self.wide(tight=self._tight), self._theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """Never less than all of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and, where one is, the line."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            fill(painter, self.rect(), theme.colour("pressed" if self.isDown() else "hover"))
        ink = theme.colour("on-pressed" if self.isDown() else "text")
        top = (self.height() - px(30)) / 2 - 6
        font = theme.font(_SMALL_TAB if self._tight else _TAB, bold=self.current)
        text, room = self.text(), self.width() - px(12)
        if advance(text, font) > room + 1:
            text = QFontMetricsF(font).elidedText(text, QtCore.Qt.TextElideMode.ElideRight, room)
        set_lines(painter, [text], font, colour=ink, at=(px(6), top), height=px(30))
        if self.current:
            fill(painter, QRectF(0, self.height() - px(4), self.width(), px(4)), theme.colour("text"))
        painter.end()
