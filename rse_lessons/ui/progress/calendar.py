"""A school year's days: which class had which lesson, and what is planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.views.year import Day, Entry, How, Month, Week
from rse_lessons.ui.days import month_name
from rse_lessons.ui.progress.legend import paint_mark
from rse_lessons.ui.progress.table import Held, PaintedTable
from rse_lessons.ui.progress.words import day_sentence
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.weekdays import weekday, weekday_short
from rse_lessons.ui.widgets.paint import advance, box, broken, fill, pen, rounded, set_lines

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_MARKS = {How.TAUGHT: "full", How.SHOWN: "half", How.PLANNED: "planned"}
_EDGE = 5
"""Room for the ring at the left of the first day."""
_NARROWEST = 118
"""The least width of a day, at 100%; a week that needs more goes on in another row."""
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
        self._rows: list[tuple[Month, Week | None, int]] = []
        self.across = 0
        """How many days stand beside one another; the week goes on below. 0 is all of them."""

    def show(self, planner: Planner) -> None:
        """Take another year."""
        self.beginResetModel()
        self.planner = planner
        self._rows = []
        for month in planner.months:
            self._rows.append((month, None, 0))
            for week in month.weeks:
                step = self.across or len(week.days)
                self._rows += [(month, week, first) for first in range(0, len(week.days), step)]
        self.endResetModel()

    def fold(self, across: int) -> None:
        """Set so many days beside one another; 0 sets all of a week."""
        if across != self.across:
            self.across = across
            self.show(self.planner)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give months and weeks."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give the days of a week."""
        if parent.isValid() or not self.planner.months:
            return 0
        return self.across or self.week_days()

    def week_days(self) -> int:
        """Give how many days a week has here."""
        return len(self.planner.months[0].weeks[0].days) if self.planner.months else 0

    def month(self, row: int) -> Month:
        """Give the month of a row."""
        return self._rows[row][0]

    def week(self, row: int) -> Week | None:
        """Give the week of a row; None for a month's name."""
        return self._rows[row][1]

    def days(self, row: int) -> Sequence[Day]:
        """Give the days of a row; none for a month's name."""
        _month, week, first = self._rows[row]
        return week.days[first : first + self.columnCount()] if week is not None else ()

    def day(self, index: Index) -> Day | None:
        """Give the day of a cell, if it belongs to the month."""
        days = self.days(index.row())
        day = days[index.column()] if index.column() < len(days) else None
        return day if day is not None and not day.outside else None

    def row_of(self, day: date) -> int:
        """Give the row of the week of a day, or of the first week after it; -1 beyond the year."""
        for number in range(len(self._rows)):
            if any(found.day >= day and not found.outside for found in self.days(number)):
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
        self._show_today()

    def _show_today(self) -> None:
        row, down = self.year.row_of(self.year.planner.today), self.verticalScrollBar()
        if row >= 0:
            top = sum(self.rowHeight(above) for above in range(row))
            down.setValue(max(0, top - self.theme.px(100 if self.year.across else 150)))

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
        if not self.year.week_days():
            return
        room = self.viewport().width() - px(30)
        folded = self._fold(room)
        days = self.year.columnCount()
        wide = room // days
        for column in range(days):
            self.setColumnWidth(column, wide)
        for row in range(self.year.rowCount()):
            head = px(44 if self.year.across else 68)
            self.setRowHeight(row, head if self.is_head(row) else self._row_height(row, wide))
        if folded:
            self.updateGeometries()
            self._show_today()
        self.viewport().update()

    def _fold(self, room: int) -> bool:
        """Where a week has no room in one row, let its days go on in the next; say whether that changed."""
        whole = self.year.week_days()
        fit = max(1, room // self.theme.px(_NARROWEST))
        across = 0 if fit >= whole else -(-whole // -(-whole // fit))
        if across == self.year.across:
            return False
        now = self.currentIndex()
        kept = self.year.day(now) if now.isValid() else None
        self.year.fold(across)
        row = self.year.row_of(kept.day) if kept is not None else -1
        if kept is not None and row >= 0:
            column = [day.day for day in self.year.days(row)].index(kept.day)
            self.setCurrentIndex(self.year.index(row, column))
        return True

    def _row_height(self, row: int, wide: int) -> int:
        """Give the height of the fullest day of a row."""
        px = self.theme.px
        room = self._room(wide)
        lines = [sum(len(said) for _entry, said in self._entries(day, room)) for day in self.year.days(row)]
        rest = [len(day.entries) > _MOST for day in self.year.days(row)]
        most = max((many + more for many, more in zip(lines, rest, strict=True)), default=0)
        return px(22) * (1 + most) + px(20)

    def _room(self, wide: float) -> float:
        """Give the room for words in a day of this width."""
        return wide - self.theme.px(8 + 20)

    def _entries(self, day: Day, room: float) -> list[tuple[Entry, list[str]]]:
        """Give the entries of a day that are shown, each with the lines that say its class and lesson.

        A lesson's name that has no room beside the class goes on below.
        """
        px, found = self.theme.px, []
        bold, small = self.theme.font(15, bold=True), self.theme.font(15)
        shown = day.entries if len(day.entries) <= _MOST else day.entries[: _MOST - 1]
        for entry in () if day.outside else shown:
            title = self.year.planner.titles.get(entry.lesson, entry.lesson)
            beside = px(14) + advance(entry.label, bold) + px(7) + advance(title, small)
            lines = [title] if beside <= room else ["", *broken(title, small, room - px(14))]
            found.append((entry, lines))
        return found

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
        room = self._room(rect.width())
        entries = self._entries(day, room)
        for entry, lines in entries:
            place = QRectF(card.left() + px(10), top, room, px(22))
            self._paint_entry(painter, place, entry, lines)
            top += px(22) * len(lines)
        if len(entries) < len(day.entries):
            rest = len(day.entries) - len(entries)
            words = ntr("and {count} more", "and {count} more", rest)
            at, soft = (card.left() + px(10), top), theme.colour("text-soft")
            set_lines(painter, [words], theme.font(15), colour=soft, at=at, height=px(22))
        if held.focused:
            self.paint_ring(painter, card, px(8))

    def _paint_head(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        theme, px = self.theme, self.theme.px
        month = self.year.month(index.row())
        if rect.left() <= _EDGE < rect.right():  # the first in sight says the month
            words = tr("{month} {year}").format(month=month_name(month.first.month), year=month.first.year)
            at = (max(0.0, rect.left()) + _EDGE, rect.bottom() - px(34 if self.year.across else 58))
            font = theme.font(21, bold=True)
            set_lines(painter, [words], font, colour=theme.colour("text"), at=at, height=px(30))
        if self.year.across:
            return  # each day says its name itself
        number = month.weeks[0].days[index.column()].day.weekday()
        day = weekday(number)
        if advance(day, theme.font(15)) > rect.width() - px(10):
            day = weekday_short(number)
        at, soft = (rect.left() + _EDGE, rect.bottom() - px(26)), theme.colour("text-soft")
        set_lines(painter, [day], theme.font(15), colour=soft, at=at, height=px(22))

    def _paint_number(self, painter: QPainter, card: QRectF, day: Day) -> None:
        theme, px = self.theme, self.theme.px
        today = day.day == self.year.planner.today
        font = theme.font(15, bold=today or bool(day.entries))
        words = tr("{day} today").format(day=day.day.day) if today else str(day.day.day)
        if self.year.across:
            words = f"{weekday_short(day.day.weekday())} {words}"
        left, top = card.left() + px(10), card.top() + px(5)
        ink = "text" if day.entries else "text-soft"
        if today:
            pill = QRectF(left - px(5), top, advance(words, font) + px(10), px(22))
            box(painter, pill, px(11), fill=theme.colour("primary"))
            ink = "on-primary"
        set_lines(painter, [words], font, colour=theme.colour(ink), at=(left, top), height=px(22))

    def _paint_entry(self, painter: QPainter, place: QRectF, entry: Entry, lines: Sequence[str]) -> None:
        """Paint a class and its lesson: the first of `lines` beside it, the others below."""
        theme, px = self.theme, self.theme.px
        mark = QRectF(place.left(), place.top() + px(4), px(8), place.height() - px(8))
        band = self.year.planner.bands.get(entry.label, "")
        paint_mark(painter, mark, _MARKS[entry.how], band, theme)
        bold, small = theme.font(15, bold=True), theme.font(15)
        ink, soft, tall = theme.colour("text"), theme.colour("text-soft"), place.height()
        left = place.left() + px(14)
        set_lines(painter, [entry.label], bold, colour=ink, at=(left, place.top()), height=tall)
        beside = (left + advance(entry.label, bold) + px(7), place.top())
        set_lines(painter, lines[:1], small, colour=soft, at=beside, height=tall)
        set_lines(painter, lines[1:], small, colour=soft, at=(left, place.top() + tall), height=tall)
