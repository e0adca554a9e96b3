"""A button that opens a list and shows what is chosen: the class, the nation, a topic.

`QComboBox` says only its current words to a screen reader on Linux; this says its question too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, pen, set_lines, smooth


class Choice(NamedTuple):
    """One line of the list."""

    value: str
    text: str
    detail: str = ""
    """Said after the words, softer."""
    swatch: str = ""
    """An age band whose colour stands before the words."""


class Chooser(QPushButton):
    """Shows one of its choices; `shape` is `field` (large), `chip` or `quiet`."""

    chosen = Signal(str)
    """The value of the choice that was taken."""
    asked = Signal(str)
    """The value of an extra line that was taken, such as `New class…`."""

    def __init__(
        self, theme: Theme, shape: str = "field", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape = shape
        self._icon = icon
        self._question = ""
        self._choices: tuple[Choice, ...] = ()
        self._extra: tuple[Choice, ...] = ()
        self._value = ""
        self._wordless = False
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        if shape == "field":
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self.clicked.connect(self._open)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    def set_question(self, question: str) -> None:
        """Say what is chosen here, for those who cannot see it."""
        self._question = question
        self._renamed()

    def set_wordless(self, *, wordless: bool) -> None:
        """Show the icon alone where there is no room for words; they stand in the tool tip then."""
        if wordless != self._wordless:
            self._wordless = wordless
            self._renamed()

    def set_choices(self, choices: Sequence[Choice], value: str, extra: Sequence[Choice] = ()) -> None:
        """Offer `choices`, of which `value` is chosen, and below a line the `extra` ones."""
        self._choices, self._extra, self._value = tuple(choices), tuple(extra), value
        self._renamed()

    def _current(self) -> Choice:
        found = [choice for choice in self._choices if choice.value == self._value]
        return found[0] if found else (self._choices[0] if self._choices else Choice("", ""))

    def _renamed(self) -> None:
        now = self._current()
        said = " ".join(part for part in (now.text, now.detail) if part)
        self.setAccessibleName(f"{self._question}: {said}" if self._question else said)
        self.setToolTip(self.accessibleName() if self._wordless else "")
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(18 if self._shape == "chip" else 10))
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        from PySide6.QtGui import QActionGroup  # noqa: PLC0415  imported late: start-up
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415  imported late: start-up

        menu = QMenu(self)
        menu.setMinimumWidth(self.width())
        group = QActionGroup(menu)
        for choice in self._choices:
            words = f"{choice.text}   {choice.detail}" if choice.detail else choice.text
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.value == self._value)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, value=choice.value: self._take(value))
            if choice.value == self._value:
                menu.setActiveAction(action)
        if self._extra and self._choices:
            menu.addSeparator()
        for choice in self._extra:
            action = menu.addAction(choice.text)
            action.triggered.connect(lambda _on=False, value=choice.value: self.asked.emit(value))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPointF(0, self.height() + 4).toPoint()))

    def _take(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self._renamed()
        self.chosen.emit(value)

    def _type(self) -> tuple[float, float, bool]:
        """Size, height and weight of the words."""
        return {"field": (23, 60, True), "chip": (17, 36, False)}.get(self._shape, (17, 44, True))

    def _widths(self) -> tuple[float, float]:
        size, _height, bold = self._type()
        now = self._current()
        words = advance(now.text, self._theme.font(size, bold=bold))
        detail = advance(now.detail, self._theme.font(15)) if now.detail else 0.0
        return words, detail

    def sizeHint(self) -> QSize:
        """All that it says, in one line."""
        return QSize(self.wide(wordless=self._wordless), self._theme.px(self._type()[1]))

    def wide(self, *, wordless: bool) -> int:
        """Give the width that it asks for, with its words or with its icon alone."""
        px = self._theme.px
        words, detail = self._widths()
        width = (0 if wordless else words + (detail + px(12) if detail else 0)) + px(60)
        width += px(28) if self._icon else 0
        width += px(24) if self._current().swatch else 0
        return math.ceil(width)

    def minimumSizeHint(self) -> QSize:
        """Let a field be narrower than its words, and leave out the detail; others may not be."""
        hint = self.sizeHint()
        return QSize(self._theme.px(120), hint.height()) if self._shape == "field" else hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is chosen and the arrow."""
        theme = self._theme
        px = theme.px
        painter = smooth(QPainter(self))
        quiet = self._shape == "quiet"
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        if not quiet or ground != "surface":
            radius = self.height() / 2 if self._shape == "chip" else px(10)
            edge = None if quiet else theme.colour("control-edge")
            box(painter, QRectF(self.rect()), radius, fill=theme.colour(ground), edge=edge)
        left = float(px(16))
        if self._icon:
            ratio = self.devicePixelRatioF()
            picture = icons.pixmap(self._icon, theme.hex("text"), px(20), ratio)
            painter.drawPixmap(QPointF(left - px(2), (self.height() - px(20)) / 2), picture)
            left += px(26)
        if not self._wordless:
            left = self._paint_words(painter, left)
        self._paint_arrow(painter)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> float:
        theme, now = self._theme, self._current()
        px = theme.px
        ink = theme.colour("on-pressed" if self.isDown() else "text")
        soft = theme.colour("on-pressed" if self.isDown() else "text-soft")
        if now.swatch:
            tall = px(32 if self._shape == "field" else 18)
            mark = QRectF(left + px(2), (self.height() - tall) / 2, px(10), tall)
            box(painter, mark, px(4), fill=theme.band(now.swatch).mark)
            left += px(24)
        size, _height, bold = self._type()
        font, line = theme.font(size, bold=bold), px(size * 1.4)
        words, detail = self._widths()
        room = self.width() - left - px(40)
        text = now.text
        if words > room:
            text = QFontMetricsF(font).elidedText(text, QtCore.Qt.TextElideMode.ElideRight, room)
        top = (self.height() - line) / 2
        set_lines(painter, [text], font, colour=ink, at=(left, top), height=line)
        if detail and words + px(12) + detail <= room:
            at = (left + words + px(12), top + px(1))
            set_lines(painter, [now.detail], theme.font(15), colour=soft, at=at, height=line)
        return left

    def _paint_arrow(self, painter: QPainter) -> None:
        px = self._theme.px
        x, y = self.width() - px(26 if self._shape == "field" else 22), self.height() / 2
        arrow = QPainterPath(QPointF(x - px(5), y - px(2)))
        arrow.lineTo(x, y + px(3))
        arrow.lineTo(x + px(5), y - px(2))
        painter.strokePath(arrow, pen(self._theme.colour("text"), px(2)))
