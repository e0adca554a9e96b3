"""What of the nation's curriculum each class was taught: statements in rows, classes in columns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.nation.coverage import Area, Covered
from rse_lessons.progress.facts.summary import ClassInfo
from rse_lessons.progress.views.covered import Served, class_coverage, lessons_of
from rse_lessons.progress.views.grid import Records
from rse_lessons.ui import icons
from rse_lessons.ui.progress.cards import RADIUS
from rse_lessons.ui.progress.table import Held, PaintedTable
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, board, broken, fill, pen, rounded, set_lines

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_EDGE = 5
"""Room for the ring at the left of the first column."""
_STATEMENT = 200
"""The least width of the statements, at 100%."""
_BESIDE = 4
"""Where fewer classes than these have room, the others go on below; else they are scrolled to."""
_SIGNS = {
    Served.TAUGHT: ("check", "good"),
    Served.BEGUN: ("part-way", "care"),
    Served.COMING: ("clock", "text-soft"),
}


def served_word(served: Served) -> str:
    """Name in a word or two how far a class has come with a statement."""
    return {
        Served.TAUGHT: tr("Taught"),
        Served.BEGUN: tr("Part way"),
        Served.COMING: tr("To come"),
        Served.NOT: tr("No lesson"),
    }[served]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A curriculum and how far each class has come with it."""

    areas: tuple[Area, ...] = ()
    classes: tuple[ClassInfo, ...] = ()
    far: Mapping[str, Mapping[str, Served]] = field(default_factory=dict)
    """By class and code."""
    lessons: Mapping[str, Mapping[str, Served]] = field(default_factory=dict)
    """By class and lesson."""

    def taught(self, label: str) -> int:
        """Count the statements that a class was taught."""
        return sum(far is Served.TAUGHT for far in self.far.get(label, {}).values())


def matrix(records: Records, areas: Sequence[Area], nation: str) -> Matrix:
    """Work out how far each class of a nation has come; a class without one is of this nation."""
    serving = {
        row.statement.code: [claim.lesson for claim in row.claims] for area in areas for row in area.rows
    }
    classes = tuple(known for known in records.classes if known.nation in ("", nation))
    lessons = {known.label: lessons_of(records, known) for known in classes}
    far = {label: class_coverage(found, serving) for label, found in lessons.items()}
    return Matrix(tuple(areas), classes, far, lessons)


class CurriculumModel(QAbstractTableModel):
    """Rows of two sorts: a heading of the curriculum, and a statement."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix()
        self._rows: list[tuple[Area, Covered | None, int]] = []
        self._step = 1
        self.across = 0
        """How many classes stand beside one another; the others go on below. 0 is all of them."""

    def show(self, found: Matrix) -> None:
        """Take another curriculum, or other classes."""
        self.beginResetModel()
        self.matrix = found
        self._rows = []
        self._step = self.across or max(1, len(found.classes))
        for first in range(0, max(1, len(found.classes)), self._step):
            for area in found.areas:
                self._rows.append((area, None, first))
                self._rows += [(area, row, first) for row in area.rows]
        self.endResetModel()

    def fold(self, across: int) -> None:
        """Set so many classes beside one another; 0 sets all of them."""
        if across != self.across:
            self.across = across
            self.show(self.matrix)

    def row_of(self, code: str, label: str) -> QModelIndex:
        """Give the cell of a statement and a class; of the statement alone for no class."""
        for number, (_area, row, first) in enumerate(self._rows):
            if row is not None and row.statement.code == code:
                labels = [known.label for known in self.matrix.classes[first : first + self._step]]
                if not label or label in labels:
                    return self.index(number, labels.index(label) + 1 if label else 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give headings and statements."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give the statement and the classes."""
        return 0 if parent.isValid() else 1 + min(self._step, len(self.matrix.classes))

    def area(self, row: int) -> Area:
        """Give the heading of a row."""
        return self._rows[row][0]

    def statement(self, row: int) -> Covered | None:
        """Give the statement of a row; None for a heading."""
        return self._rows[row][1]

    def known(self, index: Index) -> ClassInfo | None:
        """Give the class of a column; None for the first."""
        place = self._rows[index.row()][2] + index.column() - 1
        return self.matrix.classes[place] if index.column() and place < len(self.matrix.classes) else None

    def served(self, index: Index) -> Served | None:
        """Give how far a class has come; None for headings and statements themselves."""
        known, row = self.known(index), self.statement(index.row())
        return self.matrix.far[known.label][row.statement.code] if known and row else None

    def serving(self, index: Index) -> list[tuple[str, str, Served]]:
        """Give the lessons that serve a cell: id, title, and how far the class has come with each."""
        known, row = self.known(index), self.statement(index.row())
        if known is None or row is None:
            return []
        met = self.matrix.lessons[known.label]
        return [(claim.lesson, claim.title, met[claim.lesson]) for claim in row.claims if claim.lesson in met]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave headings out, and places without a class."""
        if self.statement(index.row()) is None or (index.column() and self.known(index) is None):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Say in words what stands there."""
        row = self.statement(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == _ROLE.DisplayRole:
            served = self.served(index)
            return served_word(served) if served is not None else row.statement.code
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return self.sentence(index)
        return None

    def sentence(self, index: Index) -> str:
        """Say all of a cell."""
        row, known, served = self.statement(index.row()), self.known(index), self.served(index)
        if row is None:
            return ""
        text = tr("{code}: {text}").format(code=row.statement.code, text=row.statement.text)
        if known is None or served is None:
            return tr("{statement} (to be checked)").format(statement=text) if row.to_check else text
        titles = ", ".join(title for _lesson, title, _far in self.serving(index))
        said = [known.label, served_word(served), titles, text]
        return ". ".join(part for part in said if part)


class CurriculumTable(PaintedTable):
    """Statements at the left, and for each class how far it has come with them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.curriculum = CurriculumModel(self)
        self.setModel(self.curriculum)

    def show_matrix(self, found: Matrix) -> None:
        """Show another curriculum, or other classes."""
        self.curriculum.show(found)
        self.measure()

    def is_head(self, row: int) -> bool:
        """Whether a row is a heading."""
        return 0 <= row < self.curriculum.rowCount() and self.curriculum.statement(row) is None

    def searched(self, index: QModelIndex) -> str:
        """Find statements by their codes."""
        row = self.curriculum.statement(index.row())
        return row.statement.code if row else ""

    def measure(self) -> None:
        """Give the statements most of the room, and rows the height of their words."""
        if not hasattr(self, "curriculum"):
            return
        px = self.theme.px
        room, classes = self.viewport().width() - px(20), len(self.curriculum.matrix.classes)
        least = max(px(96), math.ceil(self._longest()) + px(20))
        narrow = max(px(_STATEMENT), round(room * 0.4))
        fit = max(1, (room - narrow) // least)
        self._fold(fit if fit < min(classes, _BESIDE) else 0)
        classes = self.curriculum.columnCount() - 1
        first = max(min(px(300), room * 0.6), min(px(720), room - classes * px(116), room * 0.62))
        first = (
            narrow
            if self.curriculum.across
            else round(max(px(_STATEMENT), min(first, room - classes * least)))
        )
        self.setColumnWidth(0, first)
        wide = max(least, min(max(least, px(132)), (room - first) // max(1, classes)))
        for column in range(1, classes + 1):
            self.setColumnWidth(column, wide)
        for row in range(self.curriculum.rowCount()):
            self.setRowHeight(row, self._height(row))
        self.viewport().update()

    def _longest(self) -> float:
        """Give the width of the longest word that says how far a class has come."""
        bold = self.theme.font(15, bold=True)
        return max(advance(word, bold) for served in Served for word in served_word(served).split())

    def _fold(self, across: int) -> None:
        """Where few classes have room, let the others go on below: nothing scrolls sideways for them."""
        now = self.currentIndex()
        if across == self.curriculum.across:
            return
        row, known = self.curriculum.statement(now.row()) if now.isValid() else None, None
        if row is not None:
            known = self.curriculum.known(now)
        self.curriculum.fold(across)
        if row is not None:
            self.setCurrentIndex(self.curriculum.row_of(row.statement.code, known.label if known else ""))

    def _height(self, row: int) -> int:
        px = self.theme.px
        statement = self.curriculum.statement(row)
        if statement is None:
            columns = range(1, self.curriculum.columnCount())
            heads = [self._class_lines(self.curriculum.index(row, column)) for column in columns]
            tall = max((len(label) * px(26) + len(said) * px(22) for label, said in heads), default=0)
            return max(len(self._heading(row)) * px(28) + px(66 if row else 54), tall + px(24))
        words = px(22) * (len(self._code(statement)) + len(self._text(statement)))
        wide, bold = self.columnWidth(1) - px(18), self.theme.font(15, bold=True)
        said = max(len(broken(served_word(served), bold, wide)) for served in Served)
        return max(words + px(20), px(22) * said + px(42))

    def _heading(self, row: int) -> list[str]:
        room = self.columnWidth(0) - self.theme.px(16)
        return broken(self.curriculum.area(row).heading, self.theme.font(19, bold=True), room)

    def _text(self, row: Covered) -> list[str]:
        room = self.columnWidth(0) - self.theme.px(28)
        return broken(row.statement.text, self.theme.font(15), room)

    def _code(self, row: Covered) -> list[str]:
        code = row.statement.code
        if row.to_check:
            code = tr("{statement} (to be checked)").format(statement=code)
        return broken(code, self.theme.font(15, bold=True), self.columnWidth(0) - self.theme.px(28))

    def _class_lines(self, index: QModelIndex) -> tuple[list[str], list[str]]:
        """Give the lines of a class's name, and of how many statements it was taught."""
        known = self.curriculum.known(index)
        if known is None:
            return [], []
        room = self.columnWidth(index.column()) - self.theme.px(22)
        taught = self.curriculum.matrix.taught(known.label)
        said = ntr("{count} taught", "{count} taught", taught)
        label = broken(known.label, self.theme.font(17, bold=True), room)
        return label, broken(said, self.theme.font(15), room)

    def paint_cell(self, painter: QPainter, rect: QRectF, index: QModelIndex, held: Held) -> None:
        """Paint a heading, a statement or a cell."""
        px = self.theme.px
        if self.is_head(index.row()):
            self._paint_head(painter, rect, index)
            return
        card = rect.adjusted(0 if index.column() else _EDGE, 3, -px(8), -3)
        path = rounded(card.adjusted(0.5, 0.5, -0.5, -0.5), px(RADIUS))
        served = self.curriculum.served(index)
        if held.hovered or served not in (None, Served.NOT):
            fill(painter, path, self.theme.colour("hover" if held.hovered else "surface"))
        if index.column():
            if served is None:
                return
            painter.strokePath(path, pen(self.theme.colour("rule"), 1))
            self._paint_served(painter, card, served)
        else:
            self._paint_statement(painter, card, index.row())
        if held.focused:
            self.paint_ring(painter, card, px(RADIUS))

    def _paint_head(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        theme, px = self.theme, self.theme.px
        ink, soft = theme.colour("text"), theme.colour("text-soft")
        if index.column() == 0:
            lines = self._heading(index.row())
            at = (rect.left() + _EDGE, rect.bottom() - len(lines) * px(28) - px(6))
            set_lines(painter, lines, theme.font(19, bold=True), colour=ink, at=at, height=px(28))
            return
        known = self.curriculum.known(index)
        if known is None:
            return
        label, said = self._class_lines(index)
        tall = len(label) * px(26) + len(said) * px(22)
        top = rect.bottom() - tall - px(6)
        mark = QRectF(rect.left(), top + px(2), px(7), tall - px(4))
        fill(painter, board(mark, 1, 2), theme.band(known.band).mark)
        at, bold = (rect.left() + px(14), top), theme.font(17, bold=True)
        end = set_lines(painter, label, bold, colour=ink, at=at, height=px(26))
        set_lines(painter, said, theme.font(15), colour=soft, at=(at[0], end), height=px(22))

    def _paint_statement(self, painter: QPainter, card: QRectF, number: int) -> None:
        theme, px = self.theme, self.theme.px
        row = self.curriculum.statement(number)
        if row is None:
            return
        bold, ink = theme.font(15, bold=True), theme.colour("text")
        at = (card.left() + px(10), card.top() + px(7))
        end = set_lines(painter, self._code(row), bold, colour=ink, at=at, height=px(22))
        at = (at[0], end)
        set_lines(painter, self._text(row), theme.font(15), colour=theme.colour("text"), at=at, height=px(22))

    def _paint_served(self, painter: QPainter, card: QRectF, served: Served) -> None:
        theme, px = self.theme, self.theme.px
        font = theme.font(15, bold=served is Served.TAUGHT)
        lines = broken(served_word(served), font, card.width() - px(10))
        icon, colour = _SIGNS.get(served, ("", "text-soft"))
        size = px(18)
        top = card.center().y() - (px(22) * len(lines) + (size + px(2) if icon else 0)) / 2
        if icon:
            picture = icons.pixmap(icon, theme.hex(colour), size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(card.center().x() - size / 2, top), picture)
            top += size + px(2)
        for number, words in enumerate(lines):
            at = (card.center().x() - advance(words, font) / 2, top + number * px(22))
            set_lines(painter, [words], font, colour=theme.colour(colour), at=at, height=px(22))
