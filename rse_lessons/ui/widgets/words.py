"""Text in the sizes and line heights of the tokens.

Andika's own line is 1.6 times its size, too open for headings and too tall for rows. A `Words` sets
its lines itself and is a `QLabel` to everything else: layouts, screen readers, tests.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.theme import face as face_of
from rse_lessons.ui.widgets.paint import advance, broken, set_lines

_BOLD = {"card", "desk", "section", "page", "clock"}
_SMALLEST = 0.6
"""How small a heading may be set, to keep a long word whole."""


class Words(QLabel):
    """A label of one role: `small`, `body`, `lead`, `card`, `desk`, `section`, `page`, `clock`."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        colour: str = "text",
        bold: bool | None = None,
        wraps: bool = True,
        centred: bool = False,
        top: bool = False,
        heading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._natural: int | None = None
        self._face: QFont | None = None
        self._theme = theme
        self._role = role
        self._colour = colour
        self._bold = role in _BOLD if bold is None else bold
        self._centred = centred
        self._top = top
        if heading:
            self.setProperty("heading", True)  # said as one, see `ui.headings`
        self.setWordWrap(wraps)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else."""
        self._heights.clear()
        self._natural = None
        super().setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self._heights.clear()
        self._natural = self._face = None
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        """Take the colour of another role of the theme, or `#RRGGBB`."""
        self._colour = colour
        self.update()

    def face(self) -> QFont:
        """Give the font that the words are set in."""
        return QFont(self._set_in())

    def _set_in(self) -> QFont:
        if self._face is None:
            self._face = self._theme.font(self._theme.type(self._role)[0], bold=self._bold)
        return self._face

    def line(self) -> int:
        """Give the height of one line, in px."""
        return self._theme.px(self._theme.type(self._role)[1])

    def lines(self, width: int) -> Sequence[str]:
        """Give the lines at `width`."""
        return broken(self.text(), self._face_at(width), width) if self.wordWrap() else [self.text()]

    def _face_at(self, width: int) -> QFont:
        """Give the font at `width`: one word of a heading, wider than that, is set smaller than broken."""
        face = self._set_in()
        if self._role in _BOLD and self.wordWrap() and self.natural() > width:
            longest = max((advance(word, face) for word in self.text().split()), default=0.0)
            if longest > width:
                size = math.floor(face.pixelSize() * width / longest)
                return face_of(max(size, round(face.pixelSize() * _SMALLEST)), self._bold, False)
        return face

    def natural(self) -> int:
        """Give the width of the words on one line."""
        if self._natural is None:
            self._natural = math.ceil(advance(self.text(), self._set_in())) + 1
        return self._natural

    def hasHeightForWidth(self) -> bool:
        """Grow downwards when the words wrap."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at `width`; Qt asks very often."""
        if width not in self._heights:
            self._heights[width] = len(self.lines(width)) * self.line()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for one line, or for a comfortable measure."""
        width = self.natural()
        if self.wordWrap():
            width = min(width, self._theme.px(640))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for one line at least, or for all of it when it may not wrap."""
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(min(self.natural(), self._theme.px(48)), self.line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Set the lines, centred from top to bottom."""
        colour = self._colour
        if not colour.startswith("#"):
            colour = self._theme.hex(colour if self.isEnabled() else "disabled-text")
        painter = QPainter(self)
        lines = self.lines(self.width())
        spare = 0.0 if self._top else self.height() - len(lines) * self.line()
        top = max(0.0, spare / 2)
        face, line = self._face_at(self.width()), self.line()
        if not self._centred:
            set_lines(painter, lines, face, colour=QColor(colour), at=(0.0, top), height=line)
        for number, words in enumerate(lines if self._centred else ()):
            left = (self.width() - advance(words, face)) / 2
            at = (left, top + number * line)
            set_lines(painter, [words], face, colour=QColor(colour), at=at, height=line)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Show being enabled or not."""
        super().changeEvent(event)
        self.update()
