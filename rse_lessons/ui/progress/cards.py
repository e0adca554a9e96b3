"""How the grid's cells are painted: a class, a lesson, and where the one is with the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.views.grid import Cell, Count, Hands, LessonLine, State
from rse_lessons.ui import icons
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.progress.words import count_words, lines_of
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, fill, pen, rounded, set_lines
from rse_lessons.ui.widgets.stage_bar import HELP_STAGE

RADIUS = 10
_STUB = 10
"""The bar of a count under five: always as long, for how many it was is not told."""

_LOOSE = 1.1
"""How far lines of bars and ticks stand apart."""


class Cards:
    """Paints cells in one theme, with all bars on one scale."""

    def __init__(
        self, theme: Theme, today: date, most: int = 20, *, hands: bool = True, ratio: float = 1.0
    ) -> None:
        self.theme = theme
        self.today = today
        self.most = max(1, most)
        self.hands = hands
        """Whether bars of hands are to be seen."""
        self.ratio = ratio
        self.small, self.bold = theme.font(15), theme.font(15, bold=True)
        self.line = theme.px(22)

    def card(self, painter: QPainter, rect: QRectF, cell: Cell, *, hovered: bool) -> None:
        """Paint the ground and edge that go with a state."""
        theme = self.theme
        done = cell.state in (State.TAUGHT, State.BEGUN)
        waits = not done and cell.state is not State.SKIPPED and (cell.next or cell.planned is not None)
        ground = theme.colour("hover") if hovered else theme.colour("surface") if done else None
        if ground is not None:
            fill(painter, rounded(rect, theme.px(RADIUS)), ground)
        path = rounded(rect.adjusted(0.75, 0.75, -0.75, -0.75), theme.px(RADIUS))
        if waits:
            line = QPen(theme.colour("control-edge"), 2)
            line.setDashPattern([4, 3])
            painter.strokePath(path, line)
        else:
            painter.strokePath(path, pen(theme.colour("rule"), 1))

    def cell(
        self, painter: QPainter, rect: QRectF, cell: Cell, line: LessonLine, *, hovered: bool = False
    ) -> None:
        """Paint where a class is with a lesson."""
        self.card(painter, rect, cell, hovered=hovered)
        side = self._side(rect.width())
        inside = rect.adjusted(side, 0, -side, 0)
        if cell.state is State.TAUGHT:
            self._taught(painter, inside, cell, line.band)
            return
        if cell.state is State.BEGUN:
            self._ribbon(painter, rect)
            self._begun(painter, inside, cell, line.stages)
            return
        self._waiting(painter, inside, cell)

    def tall(self, cell: Cell, line: LessonLine, width: float) -> float:
        """Give the height of what is said in a cell of this width."""
        inside = width - 2 * self._side(width)
        if cell.state is State.TAUGHT:
            return self._taught_lines(cell, inside) * self.line * _LOOSE
        above, below = self._two(cell, inside)
        bar = cell.state is State.BEGUN and self._has_bar(cell, line.stages)
        return (len(above) + len(below)) * self.line + (self.theme.px(22) if bar else 0)

    def _side(self, width: float) -> int:
        return self.theme.px(16 if self._roomy(width) else 11)

    def _roomy(self, width: float) -> bool:
        return width > self.theme.px(190)

    def _two(self, cell: Cell, inside: float) -> tuple[list[str], list[str]]:
        """Give the strong lines of a cell without bars, and its soft ones."""
        strong, soft = lines_of(cell, self.today)
        room = inside
        if cell.state is State.BEGUN:
            room -= self.theme.px(24 if self._roomy(inside) else 15)
            if cell.day is not None and advance(soft, self.small) > room:
                soft = day_and_month(cell.day)  # the ribbon says that it stopped there
        strong_lines = broken(strong, self.bold, room) if strong else []
        return strong_lines, broken(soft, self.small, room) if soft else []

    def _has_bar(self, cell: Cell, stages: Sequence[tuple[str, int]]) -> bool:
        return bool(stages and cell.slides and self.hands)

    def _day(self, cell: Cell, inside: float) -> list[str]:
        """Give the lines of the day that a lesson was taught on, beside its tick."""
        room = inside - self.theme.px(17) - self.theme.px(6)
        return broken(day_and_month(cell.day), self.bold, room) if cell.day else [""]

    def _taught_lines(self, cell: Cell, inside: float) -> int:
        if self.hands and cell.hands is not None:
            apart = sum(not self._beside(count, inside) for count in (cell.hands.before, cell.hands.after))
            return 2 + apart + len(self._day(cell, inside))
        return len(broken(tr("Taught"), self.bold, inside)) + len(self._day(cell, inside))

    def _taught(self, painter: QPainter, inside: QRectF, cell: Cell, band: str) -> None:
        step = self.line * _LOOSE
        top = inside.top() + (inside.height() - self._taught_lines(cell, inside.width()) * step) / 2
        if self.hands and cell.hands is not None:
            top = self._bars(painter, inside, top, cell.hands, band)
        else:
            lines = broken(tr("Taught"), self.bold, inside.width())
            self._words(painter, lines, inside.left(), top, bold=True)
            top += step * len(lines)
        size = self.theme.px(17)
        good = self.theme.hex("good")
        tick = icons.pixmap("check", good, size, self.ratio)
        painter.drawPixmap(QPointF(inside.left(), top + (self.line - size) / 2), tick)
        at = (inside.left() + size + self.theme.px(6), top)
        lines = self._day(cell, inside.width())
        set_lines(painter, lines, self.bold, colour=QColor(good), at=at, height=self.line)

    def _label(self) -> float:
        """Give the room of the words before a bar, as much in every cell."""
        return max(advance(tr("Before"), self.small), advance(tr("After"), self.bold)) + self.theme.px(9)

    def _beside(self, count: Count, inside: float) -> bool:
        """Whether a count has room on the line of its words; one under five says more than a number."""
        if count is not None:
            return True
        words = advance(count_words(count), self.bold)
        # Words may go on into the margin of the card.
        return self._label() + self.theme.px(_STUB) + self.theme.px(7) + words <= inside + self.theme.px(9)

    def _bars(self, painter: QPainter, inside: QRectF, top: float, hands: Hands, band: str) -> float:
        px, label = self.theme.px, self._label()
        # As much in every cell, so that bars of one length mean one count; a stub leaves room for words.
        number = advance("00", self.bold) + px(8)
        room = max(px(_STUB), inside.width() - label - number)
        for words, count, bold in ((tr("Before"), hands.before, False), (tr("After"), hands.after, True)):
            self._words(painter, [words], inside.left(), top, bold=bold, soft=not bold)
            left = inside.left() + label
            if not self._beside(count, inside.width()):
                left = inside.left()
                top += self.line * _LOOSE
            wide = self.bar(painter, QRectF(left, top, room, self.line), count, band, filled=bold)
            left += wide + px(7)
            self._words(painter, [count_words(count)], left, top, bold=bold)
            top += self.line * _LOOSE
        return top

    def bar(self, painter: QPainter, place: QRectF, count: Count, band: str, *, filled: bool) -> float:
        """Paint one bar in the middle of its line, and give its length."""
        theme = self.theme
        tall = theme.px(13)
        wide = theme.px(_STUB) if count is None else max(theme.px(4), place.width() * count / self.most)
        wide = min(wide, place.width())
        rect = QRectF(place.left(), place.top() + (place.height() - tall) / 2, wide, tall)
        colours = theme.band(band)
        ground = theme.colour("text") if theme.high_contrast else colours.fill
        edge = theme.colour("text") if theme.dark else colours.deep
        if not filled:
            ground, edge = theme.colour("surface"), theme.colour("control-edge")
        box(painter, rect, theme.px(3), fill=ground, edge=edge, width=1.75)
        return wide

    def _begun(
        self, painter: QPainter, inside: QRectF, cell: Cell, stages: Sequence[tuple[str, int]]
    ) -> None:
        px = self.theme.px
        strong, soft = self._two(cell, inside.width())
        bar = self._has_bar(cell, stages)
        tall = (len(strong) + len(soft)) * self.line
        top = inside.top() + (inside.height() - tall - (px(22) if bar else 0)) / 2
        self._words(painter, soft, inside.left(), top, soft=True)
        self._words(painter, strong, inside.left(), top + len(soft) * self.line, bold=True)
        if bar:
            done = sum(seconds for _stage, seconds in stages) * cell.slide / max(1, cell.slides)
            place = QRectF(inside.left(), top + tall + px(10), inside.width(), px(10))
            self.stages(painter, place, stages, done)

    def stages(
        self, painter: QPainter, place: QRectF, stages: Sequence[tuple[str, int]], done: float
    ) -> None:
        """Paint a lesson's stages: done in ink, to come in outline, help always lamp yellow."""
        theme = self.theme
        gap, least = theme.px(3), theme.px(6)
        whole = sum(seconds for _stage, seconds in stages) or 1
        room = max(1.0, place.width() - gap * (len(stages) - 1) - least * len(stages))
        ink, paper = theme.colour("primary"), theme.colour("surface")
        left, before = place.left(), 0.0
        for stage, seconds in stages:
            wide = least + room * seconds / whole
            part = min(1.0, max(0.0, (done - before) / seconds)) if seconds else 0.0
            rect = QRectF(left, place.top(), wide, place.height()).adjusted(0.75, 0.75, -0.75, -0.75)
            path = rounded(rect, theme.px(3))
            helps = stage == HELP_STAGE
            fill(painter, path, theme.colour("help") if helps else ink if part >= 1 else paper)
            if 0 < part < 1 and not helps:
                painter.save()
                painter.setClipPath(path, QtCore.Qt.ClipOperation.IntersectClip)
                fill(painter, QRectF(rect.left(), rect.top(), rect.width() * part, rect.height()), ink)
                painter.restore()
            edge = theme.colour("help-edge") if helps else ink if part > 0 else theme.colour("control-edge")
            painter.strokePath(path, pen(edge, 1.5))
            left += wide + gap
            before += seconds

    def _ribbon(self, painter: QPainter, rect: QRectF) -> None:
        px = self.theme.px
        roomy = self._roomy(rect.width())
        wide, tall, right = (
            px(19 if roomy else 14),
            px(40 if roomy else 26),
            rect.right() - px(16 if roomy else 8),
        )
        path = QPainterPath(QPointF(right - wide, rect.top()))
        path.lineTo(right, rect.top())
        path.lineTo(right, rect.top() + tall)
        path.lineTo(right - wide / 2, rect.top() + tall - wide * 0.42)
        path.lineTo(right - wide, rect.top() + tall)
        path.closeSubpath()
        fill(painter, path, self.theme.band("post-16").deep)
        if self.theme.dark:
            painter.strokePath(path, pen(QColor(self.theme.palette["milk"])))

    def _waiting(self, painter: QPainter, inside: QRectF, cell: Cell) -> None:
        above, below = self._two(cell, inside.width())
        top = inside.top() + (inside.height() - (len(above) + len(below)) * self.line) / 2
        self._words(painter, above, inside.left(), top, bold=True)
        self._words(painter, below, inside.left(), top + len(above) * self.line, soft=True)

    def _words(
        self,
        painter: QPainter,
        lines: Sequence[str],
        left: float,
        top: float,
        *,
        bold: bool = False,
        soft: bool = False,
    ) -> None:
        font = self.bold if bold else self.small
        colour = self.theme.colour("text-soft" if soft else "text")
        set_lines(painter, lines, font, colour=colour, at=(left, top), height=self.line)
