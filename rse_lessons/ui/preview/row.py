"""One problem of a lesson's file, to be pressed: where it is, what to do, and once chosen the line itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.lesson.problems import Problem
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.desk import OVERHANG
from rse_lessons.ui.widgets.paint import box, broken, fill, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton

_SIDE, _GAP = OVERHANG, 8
_MOST_LINES = 4
"""Of a line of the file so many are shown; the rest is in the editor."""


class ProblemRow(TallButton):
    """A problem. Chosen, it shows the line of the file below its words."""

    LEAST = (120, 64)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.problem: Problem | None = None
        self._where = self._words = self._source = ""
        self.setCheckable(True)

    def show_problem(self, problem: Problem, where: str, words: str, source: str) -> None:
        """Show a problem: where it is, its sentence, and the line of the file."""
        self.problem = problem
        if (where, words, source) == (self._where, self._words, self._source):
            return
        self._where, self._words, self._source = where, words, source.strip()
        self.setAccessibleName(f"{where}. {words}")
        self.setAccessibleDescription(self._source)
        self.updateGeometry()
        self.update()

    def choose(self, on: bool) -> None:
        """Be the chosen one, or not."""
        if on != self.isChecked():
            self.setChecked(on)
            self.updateGeometry()

    def _room(self, width: int) -> int:
        return width - 2 * self._theme.px(_SIDE)

    def _texts(self, width: int) -> tuple[list[str], list[str]]:
        """Give the lines of the sentence, and those of the file's line while it is shown."""
        theme, room = self._theme, self._room(width)
        words = broken(self._words, theme.font(17), room)
        if not self.isChecked() or not self._source:
            return words, []
        face, inner = theme.font(15), room - 2 * theme.px(_GAP)
        source = broken(self._source, face, inner)
        if len(source) > _MOST_LINES:
            rest = source[_MOST_LINES - 1] + " …"
            cut = QFontMetricsF(face).elidedText(rest, Qt.TextElideMode.ElideRight, inner)
            source = [*source[: _MOST_LINES - 1], cut]
        return words, source

    def heightForWidth(self, width: int) -> int:
        """Give the height of all that it shows."""
        px = self._theme.px
        words, source = self._texts(width)
        shown = len(source) * px(22) + px(_GAP) * 3 if source else 0
        return px(20) + px(22) + len(words) * px(26) + shown

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge in the present state, then the words."""
        theme, px, on = self._theme, self._theme.px, self.isChecked()
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        down = self.isDown()
        ground = "selected" if on else "pressed" if down else "hover" if self.underMouse() else None
        if ground:
            edge = theme.colour("selected-edge") if on else None
            box(painter, rect, px(10), fill=theme.colour(ground), edge=edge, width=3)
        ink = theme.colour("on-selected" if on else "on-pressed" if down else "text")
        soft = ink if on or down else theme.colour("text-soft")
        left, top = float(px(_SIDE)), float(px(10))
        words, source = self._texts(self.width())
        top = set_lines(painter, [self._where], theme.font(15), colour=soft, at=(left, top), height=px(22))
        top = set_lines(painter, words, theme.font(17), colour=ink, at=(left, top), height=px(26))
        if source:
            plate = QRectF(left, top + px(_GAP), self._room(self.width()), len(source) * px(22) + px(_GAP))
            edge = theme.colour("selected-edge") if theme.high_contrast else None
            box(painter, plate, px(6), fill=theme.colour("surface"), edge=edge, width=1)
            at = (left + px(_GAP), plate.top() + px(_GAP) / 2)
            set_lines(painter, source, theme.font(15), colour=theme.colour("text"), at=at, height=px(22))
        if not on:
            line = QRectF(left, self.height() - 1, self._room(self.width()), 1)
            fill(painter, line, theme.colour("rule"))
        painter.end()
