"""Small charts of the panel: hands before and after, and how long the stages took against their plan."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.lesson.words import plain
from rse_lessons.presenting.report import Counted, Hands, StageTime, Way
from rse_lessons.ui.progress.cards import Cards
from rse_lessons.ui.report_words import hands_words, row_words, stage_words, when_word
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, set_lines, smooth
from rse_lessons.ui.words import stage_name


class _Chart(QWidget):
    """A painted row that grows downwards with its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long words take another line."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for the panel's width."""
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        """Give a width at which bars still differ."""
        return QSize(self.theme.px(120), self.heightForWidth(self.theme.px(280)))

    def lines(self, words: str, width: float, *, bold: bool = False) -> list[str]:
        """Break words in the size of charts."""
        return broken(words, self.theme.font(15, bold=bold), width)


class HandsChart(_Chart):
    """One answer of a vote: its words, and a bar for each time it was counted."""

    def __init__(
        self, theme: Theme, counted: Counted, row: tuple[str, tuple[Hands, ...]], cards: Cards, band: str
    ) -> None:
        super().__init__(theme)
        self._counted, self._row, self._band = counted, row, band
        self._cards = cards
        self.setAccessibleName(row_words(counted, row))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._cards = Cards(theme, self._cards.today, self._cards.most)
        super().set_theme(theme)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words and the bars."""
        px = self.theme.px
        return len(self.lines(plain(self._row[0]), width)) * px(22) + len(self._row[1]) * px(24) + px(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the answer above its bars."""
        theme, px = self.theme, self.theme.px
        painter = smooth(QPainter(self))
        ink, small, bold = theme.colour("text"), theme.font(15), theme.font(15, bold=True)
        words = self.lines(plain(self._row[0]), self.width())
        top = set_lines(painter, words, small, colour=ink, at=(0, 0), height=px(22))
        names = [when_word(when) for when in self._counted.when]
        left = max(advance(name, bold) for name in names) + px(10)
        room = self.width() - left - advance(hands_words(None), bold) - px(10)
        for when, name, count in zip(self._counted.when, names, self._row[1], strict=True):
            font = bold if when != "before" else small
            set_lines(painter, [name], font, colour=ink, at=(0, top), height=px(24))
            place = QRectF(left, top, max(px(10), room), px(24))
            wide = self._cards.bar(painter, place, count, self._band, filled=when != "before")
            at = (left + wide + px(8), top)
            set_lines(painter, [hands_words(count)], font, colour=ink, at=at, height=px(24))
            top += px(24)
        painter.end()


class TimeChart(_Chart):
    """One stage: its name and times in words, above a bar for the plan and a bar for what it took."""

    def __init__(self, theme: Theme, entry: StageTime, longest: int) -> None:
        super().__init__(theme)
        self._entry, self._longest = entry, max(1, longest)
        self.setAccessibleName(f"{stage_name(entry.stage)}: {stage_words(entry)}")

    def _heads(self, width: int) -> tuple[list[str], list[str]]:
        """Give name and times, beside one another where they have room."""
        name, times = stage_name(self._entry.stage), stage_words(self._entry)
        bold, small = self.theme.font(15, bold=True), self.theme.font(15)
        if advance(name, bold) + self.theme.px(12) + advance(times, small) <= width:
            return [name], []
        return self.lines(name, width, bold=True), self.lines(times, width)

    def heightForWidth(self, width: int) -> int:
        """Give the height of words and bars."""
        names, times = self._heads(width)
        return (len(names) + len(times)) * self.theme.px(22) + self.theme.px(34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, then the plan in outline and below it what it took."""
        theme, px, entry = self.theme, self.theme.px, self._entry
        painter = smooth(QPainter(self))
        names, times = self._heads(self.width())
        bold, small = theme.font(15, bold=True), theme.font(15)
        ink, soft = theme.colour("text"), theme.colour("text-soft")
        top = set_lines(painter, names, bold, colour=ink, at=(0, 0), height=px(22))
        if times:
            top = set_lines(painter, times, small, colour=soft, at=(0, top), height=px(22))
        else:
            said = stage_words(entry)
            at = (self.width() - advance(said, small), 0)
            set_lines(painter, [said], small, colour=soft, at=at, height=px(22))
        for seconds, filled in ((entry.planned, False), (entry.taken, True)):
            if seconds > 0 and (not filled or entry.way is Way.TAKEN):
                wide = max(px(6), (self.width() - 2) * seconds / self._longest)
                ground = theme.colour("primary" if filled else "surface")
                edge = theme.colour("primary" if filled else "control-edge")
                rect = QRectF(1, top + px(2), wide, px(9))
                box(painter, rect, px(3), fill=ground, edge=edge, width=1.75)
            top += px(12)
        painter.end()
