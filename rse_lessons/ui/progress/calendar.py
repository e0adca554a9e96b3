"""A school year's days: which class had which lesson, and what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.year import Day, Entry, How, Month, Week
from rse_lessons.ui.days import month_name
from rse_lessons.ui.progress.cards import elided
from rse_lessons.ui.progress.legend import paint_mark
from rse_lessons.ui.progress.table import Held, PaintedTable
from rse_lessons.ui.progress.words import day_sentence
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.weekdays import weekday, weekday_short
from rse_lessons.ui.widgets.paint import advance, box, fill, pen, rounded, set_lines

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_MARKS = {How.TAUGHT: "full", How.SHOWN: "half", How.PLANNED: "planned"}
_EDGE = 5
"""Room for the ring at the left of the first day."""
_MOST = 4
"""Lines of a day; further entries are counted in the last."""


@dataclass(frozen=True, slots=True)
class Planner:
    """A year and the names in it."""

    months: tuple[Month, ...] = ()
    today: date = date.min
    titles: Mapping[str, str] = field(default_factory=dict)
    bands: Mapping[str, str] = field(default_factory=dict)
    """The age band of each class, by its label."""


class CalendarModel(QAbstractTableModel):
    """Rows of two sorts: a month's name, and a week."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.planner = Planner()
        self._rows: list[tuple[Month, Week | None]] = []

    def show(self, planner: Planner) -> None:
        """Take another year."""
        self.beginResetModel()
        self.planner = planner
        self._rows = []
        for month in planner.months:
            self._rows.append((month, None))
            self._rows += [(month, week) for week in month.weeks]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give months and weeks."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give the days of a week."""
        if parent.isValid() or not self.planner.months:
            return 0
        return len(self.planner.months[0].weeks[0].days)

    def month(self, row: int) -> Month:
        """Give the month of a row."""
        return self._rows[row][0]

    def week(self, row: int) -> Week | None:
        """Give the week of a row; None for a month's name."""
        return self._rows[row][1]

    def day(self, index: Index) -> Day | None:
        """Give the day of a cell, if it belongs to the month."""
        week = self.week(index.row())
        day = week.days[index.column()] if week is not None else None
        return day if day is not None and not day.outside else None

    def row_of(self, day: date) -> int:
        """Give the row of the week of a day, or of the first week after it; -1 beyond the year."""
        for number, (_month, week) in enumerate(self._rows):
            if week is not None and any(found.day >= day and not found.outside for found in week.days):
                return number
        return -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave out months' names and days that stand elsewhere."""
        if self.day(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Say in words what stands there."""
        day = self.day(index) if index.isValid() else None
        if day is None:
            return None
        if role == _ROLE.DisplayRole:
            return str(day.day.day)
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return day_sentence(day.day, day.entries, self.planner.titles)
        return None


class CalendarTable(PaintedTable):
    """Weeks under the names of their months; a week without lessons is low."""

    pinned = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.year = CalendarModel(self)
        self.setModel(self.year)

    def show_year(self, planner: Planner) -> None:
        """Show another year, at the week of today."""
        self.year.show(planner)
        self.measure()
        row = self.year.row_of(planner.today)
        if row >= 0:
            self.verticalScrollBar().setValue(max(0, self.rowViewportPosition(row) - self.theme.px(150)))

    def is_head(self, row: int) -> bool:
        """Whether a row is a month's name."""
        return 0 <= row < self.year.rowCount() and self.year.week(row) is None

    def go_to_first(self) -> None:
        """Begin at today, or at the first day of the year."""
        today = self.year.planner.today
        row = max(1, self.year.row_of(today))
        for column in range(self.year.columnCount()):
            day = self.year.day(self.year.index(row, column))
            if day is not None and day.day >= today:
                self.setCurrentIndex(self.year.index(row, column))
                return
        super().go_to_first()

    def measure(self) -> None:
        """Share the width out; a week is as high as its fullest day."""
        if not hasattr(self, "year"):
            return
        px = self.theme.px
        days = self.year.columnCount()
        if not days:
            return
        wide = max(px(118), (self.viewport().width() - px(30)) // days)
        for column in range(days):
            self.setColumnWidth(column, wide)
        for row in range(self.year.rowCount()):
            week = self.year.week(row)
            most = max((len(day.entries) for day in week.days), default=0) if week else 0
            lines = 1 + min(most, _MOST) if week else 0
            self.setRowHeight(row, px(22) * lines + px(20) if week else px(68))
        self.viewport().update()

    def paint_cell(self, painter: QPainter, rect: QRectF, index: QModelIndex, held: Held) -> None:
        """Paint a month's name or a day."""
        theme, px = self.theme, self.theme.px
        day = self.year.day(index)
        if self.is_head(index.row()):
            self._paint_head(painter, rect, index)
            return
        if day is None:
            return
        card = rect.adjusted(_EDGE, 3, _EDGE - px(8), -3)
        path = rounded(card.adjusted(0.5, 0.5, -0.5, -0.5), px(8))
        ground = "hover" if held.hovered and day.entries else "surface" if day.entries else ""
        if ground:
            fill(painter, path, theme.colour(ground))
        painter.strokePath(path, pen(theme.colour("rule"), 1))
        self._paint_number(painter, card, day)
        top = card.top() + px(29)
        room = card.width() - px(20)
        shown = day.entries if len(day.entries) <= _MOST else day.entries[: _MOST - 1]
        for entry in shown:
            self._paint_entry(painter, QRectF(card.left() + px(10), top, room, px(22)), entry)
            top += px(22)
        if len(shown) < len(day.entries):
            rest = len(day.entries) - len(shown)
            words = elided(ntr("and {count} more", "and {count} more", rest), theme.font(15), room)
            at = (card.left() + px(10), top)
            set_lines(
                painter, [words], theme.font(15), colour=theme.colour("text-soft"), at=at, height=px(22)
            )
        if held.focused:
            self.paint_ring(painter, card, px(8))

    def _paint_head(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        theme, px = self.theme, self.theme.px
        month = self.year.month(index.row())
        if rect.left() <= _EDGE < rect.right():  # the first in sight says the month
            words = tr("{month} {year}").format(month=month_name(month.first.month), year=month.first.year)
            at = (max(0.0, rect.left()) + _EDGE, rect.bottom() - px(58))
            font = theme.font(21, bold=True)
            set_lines(painter, [words], font, colour=theme.colour("text"), at=at, height=px(30))
        number = month.weeks[0].days[index.column()].day.weekday()
        day = weekday(number)
        if advance(day, theme.font(15)) > rect.width() - px(10):
            day = weekday_short(number)
        at = (rect.left() + _EDGE, rect.bottom() - px(26))
        soft = theme.colour("text-soft")
        set_lines(
            painter,
            [elided(day, theme.font(15), rect.width())],
            theme.font(15),
            colour=soft,
            at=at,
            height=px(22),
        )

    def _paint_number(self, painter: QPainter, card: QRectF, day: Day) -> None:
        theme, px = self.theme, self.theme.px
        today = day.day == self.year.planner.today
        font = theme.font(15, bold=today or bool(day.entries))
        words = tr("{day} today").format(day=day.day.day) if today else str(day.day.day)
        left, top = card.left() + px(10), card.top() + px(5)
        ink = "text" if day.entries else "text-soft"
        if today:
            pill = QRectF(left - px(5), top, advance(words, font) + px(10), px(22))
            box(painter, pill, px(11), fill=theme.colour("primary"))
            ink = "on-primary"
        set_lines(painter, [words], font, colour=theme.colour(ink), at=(left, top), height=px(22))

    def _paint_entry(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        theme, px = self.theme, self.theme.px
        planner = self.year.planner
        mark = QRectF(place.left(), place.top() + px(4), px(8), place.height() - px(8))
        paint_mark(painter, mark, _MARKS[entry.how], planner.bands.get(entry.label, ""), theme)
        left = place.left() + px(14)
        bold, small = theme.font(15, bold=True), theme.font(15)
        label = elided(entry.label, bold, place.right() - left)
        ink, soft = theme.colour("text"), theme.colour("text-soft")
        set_lines(painter, [label], bold, colour=ink, at=(left, place.top()), height=place.height())
        left += advance(label, bold) + px(7)
        room = place.right() - left
        if room > px(24):
            title = elided(planner.titles.get(entry.lesson, entry.lesson), small, room)
            set_lines(painter, [title], small, colour=soft, at=(left, place.top()), height=place.height())
