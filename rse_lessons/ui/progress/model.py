"""The grid as rows and columns: a heading of lessons above the classes of each age band."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.views.grid import Cell, Grid, LessonLine, Row, Section
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.progress.words import cell_sentence

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Shown:
    """What the window shows, and what it needs to know of it."""

    grid: Grid
    today: date
    phases: Mapping[str, str] = field(default_factory=dict)
    """What the nation calls each band."""
    covers: Mapping[str, Path | None] = field(default_factory=dict)
    """The picture of each lesson, by its id."""
    lessons: tuple[LessonLine, ...] = ()
    """Every lesson that there is."""

    def title(self, lesson: str) -> str:
        """Name a lesson."""
        return next((line.title for line in self.lessons if line.id == lesson), lesson)


class GridModel(QAbstractTableModel):
    """Rows of two sorts: a section's lessons, and a class."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown(Grid(), date.min)
        self._rows: list[tuple[Section, Row | None, int]] = []
        self._wide = 1
        self.across = 0
        """How many lessons stand beside one another; the others go on below. 0 is all of them."""

    def show(self, shown: Shown) -> None:
        """Take another grid."""
        self.beginResetModel()
        self.shown = shown
        self._rows = []
        most = max((len(section.lessons) for section in shown.grid.sections), default=0)
        step = self.across or max(1, most)
        for section in shown.grid.sections:
            for first in range(0, max(1, len(section.lessons)), step):
                self._rows.append((section, None, first))
                self._rows += [(section, row, first) for row in section.rows]
        self._wide = 1 + min(most, step)
        self.endResetModel()

    def fold(self, across: int) -> None:
        """Set so many lessons beside one another; 0 sets all of them."""
        if across != self.across:
            self.across = across
            self.show(self.shown)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give headings and classes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Give the class and the lessons of the longest section."""
        return 0 if parent.isValid() else self._wide

    def is_head(self, row: int) -> bool:
        """Whether the row holds lessons."""
        return 0 <= row < len(self._rows) and self._rows[row][1] is None

    def section(self, row: int) -> Section:
        """Give the section of a row."""
        return self._rows[row][0]

    def known(self, row: int) -> Row | None:
        """Give the class of a row; None for a heading."""
        return self._rows[row][1]

    def lesson(self, index: Index) -> LessonLine | None:
        """Give the lesson of a cell; None beyond the last, and for the first column."""
        lessons, place = self._rows[index.row()][0].lessons, self._place(index)
        return lessons[place] if 0 <= place < len(lessons) else None

    def _place(self, index: Index) -> int:
        """Give the place of a cell's lesson in its section; -1 for the first column."""
        return self._rows[index.row()][2] + index.column() - 1 if index.column() else -1

    def beside(self, row: int) -> Sequence[LessonLine]:
        """Give the lessons of a row."""
        section, _row, first = self._rows[row]
        return section.lessons[first : first + self._wide - 1]

    def cell(self, index: Index) -> Cell | None:
        """Give a class's cell; None for headings and classes themselves."""
        row, place = self._rows[index.row()][1], self._place(index)
        return row.cells[place] if row is not None and 0 <= place < len(row.cells) else None

    def find(self, label: str, lesson: str) -> QModelIndex:
        """Give the cell of a class and a lesson, or of the class alone; an invalid index for neither."""
        alone = QModelIndex()
        for number, (_section, row, _first) in enumerate(self._rows):
            if row is not None and row.known.label == label:
                ids = [line.id for line in self.beside(number)]
                if lesson in ids:
                    return self.index(number, ids.index(lesson) + 1)
                alone = alone if alone.isValid() else self.index(number, 0)
        return alone

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave places without a lesson out."""
        if index.column() == 0 and self.is_head(index.row()):
            return Qt.ItemFlag.NoItemFlags
        if index.column() and self.lesson(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Say in words what stands there."""
        if not index.isValid():
            return None
        if role == _ROLE.DisplayRole:
            return self._short(index)
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return self.sentence(index)
        return None

    def _short(self, index: Index) -> str:
        row = self.known(index.row())
        if index.column() == 0:
            return row.known.label if row else self.heading(index.row())
        line = self.lesson(index)
        return line.title if line else ""

    def heading(self, row: int) -> str:
        """Name the age band of a section."""
        band = self.section(row).band
        return ages_line(band) if band in AGES else tr("Other ages")

    def sentence(self, index: Index) -> str:
        """Say all of a cell."""
        row, line, cell = self.known(index.row()), self.lesson(index), self.cell(index)
        if cell is not None and line is not None:
            return cell_sentence(cell, line.title, self.shown.today)
        if line is not None:
            return tr("{lesson}, a lesson for {ages}").format(
                lesson=line.title, ages=self.heading(index.row())
            )
        if row is not None and index.column() == 0:
            return tr("{class_label}. {next}").format(
                class_label=row.known.label, next=self.coming(index.row())
            )
        return self.heading(index.row()) if index.column() == 0 else ""

    def coming(self, number: int) -> str:
        """Say what comes next for the class of a row."""
        row = self.known(number)
        if row is None:
            return ""
        if row.next:
            return tr("Next: {lesson}").format(lesson=self.shown.title(row.next))
        return tr("All lessons done") if row.cells else tr("No lesson yet")
