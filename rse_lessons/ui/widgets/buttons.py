"""Buttons, chips and the tab of the header. Lists to choose from are in `chooser`."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, fill, set_lines, smooth

_INK = {"primary": "on-primary", "help": "on-help"}


class Button(QPushButton):
    """A button of a kind: `primary` (one a window), `secondary`, `quiet` or `help`; 64 high when big."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "secondary",
        *,
        icon: str = "",
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self._big = big
        self.setAutoDefault(True)  # Return presses it too
        self.setProperty("kind", kind)
        self.setProperty("big", big)
        self.set_theme(theme)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show `text`; what a screen reader says is the same without the room after the icon."""
        self.setText(f"  {text}" if self._icon and text else text)
        self.setAccessibleName(text.replace("&", ""))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(12 if self._big else 10))
        if not self._icon:
            return
        size = theme.px(20)
        colour = theme.hex(_INK.get(self._kind, "text"))
        if self._kind == "primary" and theme.name == "light":
            colour = theme.hex("help")
        self.setIcon(icons.icon(self._icon, colour, size))
        self.setIconSize(QSize(size, size))


class Chip(QPushButton):
    """A choice that stays chosen: a pill with an optional swatch in a band's colour.

    It is as wide as its bold words in every state, so that choosing it moves nothing.
    """

    def __init__(self, theme: Theme, text: str, *, swatch: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
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
        super().__init__(text, parent)
        self._theme = theme
        self.current = True
        self.setAutoDefault(True)
        self.setProperty("painted", True)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words, and room to press them."""
        px = self._theme.px
        font = self._theme.font(19, bold=True)
        return QSize(math.ceil(advance(self.text(), font)) + px(12), px(56))

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
        font = theme.font(19, bold=self.current)
        set_lines(painter, [self.text()], font, colour=ink, at=(px(6), top), height=px(30))
        if self.current:
            fill(painter, QRectF(0, self.height() - px(4), self.width(), px(4)), theme.colour("text"))
        painter.end()
