"""The progress window's page: the desk, the grid or another view of the same records, and the panel beside.

It shows what it is given and asks through signals; whoever owns it reads the records and keeps what is asked.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.views.grid import Grid, Wanted, days_met, entries, make_grid, so_far
from rse_lessons.progress.views.year import SchoolYear, calendar, school_year, school_years
from rse_lessons.ui.bands import AGES
from rse_lessons.ui.progress.beside import class_details, day_details, statement_details
from rse_lessons.ui.progress.calendar import CalendarTable, Planner
from rse_lessons.ui.progress.curriculum import CurriculumTable, matrix
from rse_lessons.ui.progress.desk import ProgressDesk
from rse_lessons.ui.progress.details import Details
from rse_lessons.ui.progress.grid import GridTable
from rse_lessons.ui.progress.known import CellDetails, ClassDetails, Known, ListDetails
from rse_lessons.ui.progress.legend import Legend
from rse_lessons.ui.progress.model import Shown
from rse_lessons.ui.progress.table import PaintedTable
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Chip
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Empty
from rse_lessons.ui.widgets.page_area import PageArea
from rse_lessons.ui.widgets.words import Words

_PANEL = 400
_LEAST = 460
"""The grid is no narrower than this beside the panel; with less room the panel takes its place."""
_EDGE = 20
"""Free to the right of the legend, where the grid has its scroll bar."""


class ProgressPage(QWidget):
    """Which class was taught what, and what comes next."""

    new_class_wanted = Signal()
    class_wanted = Signal(str)
    """A class's label: it is to be changed."""
    plan_wanted = Signal(str)
    """A class's label: the order of its lessons is to be changed."""
    present_wanted = Signal(str, str, int)
    """A class's label, a lesson's id, and the slide to begin with, from 0."""
    plan_day_wanted = Signal(str, str)
    """A class's label and a lesson's id, as with the next three."""
    skip_wanted = Signal(str, str)
    unskip_wanted = Signal(str, str)
    details_wanted = Signal(str, str)
    """`show_details` is to be called with all that is kept of them."""
    lesson_wanted = Signal(str)
    print_wanted = Signal()
    export_wanted = Signal(str)
    """How the grid is to leave the program: `csv`, `json`, `pdf` or `picture`."""

    def __init__(self, theme: Theme, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.known: Known | None = None
        self.year: SchoolYear | None = None
        self.made = Grid()
        """The grid that is shown."""
        self._open: tuple[str, str] | None = None
        self._stale: set[str] = set()
        self._there = True
        self.setObjectName("progress")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.desk = ProgressDesk(theme)
        self.middle = QWidget()
        self.panel = Details(theme)
        self.panel.hide()
        row.addWidget(self.desk)
        row.addWidget(self.middle, 1)
        row.addWidget(self.panel)
        self.title = Words(theme, role="page", heading=True, wraps=False)
        self.legend = Legend(theme)
        self.legend.setContentsMargins(0, 0, _EDGE, 0)
        self.grid = GridTable(theme, covers)
        self.calendar = CalendarTable(theme)
        self.curriculum = CurriculumTable(theme)
        self.views: dict[str, PaintedTable] = {
            "classes": self.grid,
            "calendar": self.calendar,
            "curriculum": self.curriculum,
        }
        self.chips = {name: Chip(theme, "") for name in self.views}
        self.empty = Empty(theme, icon="plus")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_view("classes")

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self.middle)
        self._column.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(4)
        self._head.addWidget(self.title)
        self._ways = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._ways.setSizePolicy(policy)
        flow = Flow(self._ways, gap=10)
        for chip in self.chips.values():
            flow.addWidget(chip)
        self._place = QVBoxLayout()
        self._place.addWidget(self._ways)
        self._head.addLayout(self._place, 1)
        self._column.addLayout(self._head)
        self._column.addSpacing(4)
        self._column.addWidget(self.legend)
        self._column.addSpacing(8)
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        self._none = PageArea()
        self._none.column.addWidget(self.empty)
        self._none.column.addStretch(1)
        self.empty.setMaximumWidth(1100)
        self.stack.addWidget(self._none)
        self._column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        desk, panel = self.desk, self.panel
        desk.year_chosen.connect(self._take_year)
        desk.shown_changed.connect(self._fill)
        desk.print_wanted.connect(self.print_wanted)
        desk.export_wanted.connect(self.export_wanted)
        desk.new_class_wanted.connect(self.new_class_wanted)
        self.empty.pressed.connect(self.new_class_wanted)
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, name=name: self.show_view(name))
        self.grid.opened.connect(self._open_grid)
        self.calendar.opened.connect(self._open_day)
        self.curriculum.opened.connect(self._open_statement)
        panel.closed.connect(self.close_details)
        panel.cell_wanted.connect(self.open_details)
        panel.present_wanted.connect(self.present_wanted)
        panel.plan_day_wanted.connect(self.plan_day_wanted)
        panel.skip_wanted.connect(self.skip_wanted)
        panel.unskip_wanted.connect(self.unskip_wanted)
        panel.lesson_wanted.connect(self.lesson_wanted)
        panel.class_wanted.connect(self.class_wanted)
        panel.plan_wanted.connect(self.plan_wanted)

    # What it shows

    def show_known(self, known: Known) -> None:
        """Show the records as they are now; what stood open beside them is asked for again."""
        self.known = known
        years = school_years(days_met(known.records), known.today, known.nation)
        if self.year not in years:
            self.year = school_year(known.today, known.nation)
        self.desk.show_years(years, self.year)
        self._fill()
        if self._open is not None:
            self.open_details(*self._open)

    @property
    def view(self) -> str:
        """The id of the view in front."""
        return next((name for name, chip in self.chips.items() if chip.isChecked()), "classes")

    def show_view(self, name: str) -> None:
        """Show `classes`, `calendar` or `curriculum`."""
        for other, chip in self.chips.items():
            chip.setChecked(other == name)
        self._show_front()

    def _take_year(self, year: SchoolYear) -> None:
        self.year = year
        self._fill()

    def _fill(self) -> None:
        known, year = self.known, self.year
        if known is None or year is None:
            return
        desk = self.desk
        not_taught, other = desk.not_taught.isChecked(), desk.other_ages.isChecked()
        wanted = Wanted(year, not_taught=not_taught, other_ages=other)
        self.made = make_grid(known.records, wanted, list(AGES))
        shown = Shown(self.made, known.today, known.phases, known.covers, known.records.lessons)
        self.grid.show_grid(shown, hands=desk.hands.isChecked())
        desk.show_so_far(so_far(self.made), known)
        self._stale = {"calendar", "curriculum"}
        self._show_front()

    def _show_front(self) -> None:
        """Put the view in front that was chosen, or the way in while there is no class."""
        there = self.known is None or bool(self.known.records.classes)
        name = self.view
        if there and name in self._stale:
            self._stale.discard(name)
            (self._fill_calendar if name == "calendar" else self._fill_curriculum)()
        self.stack.setCurrentWidget(self.views[name] if there else self._none)
        self._ways.setVisible(there)
        self._there = there
        self._say_legend(name)
        self._fit_legend()

    def _fill_calendar(self) -> None:
        known, year = self.known, self.year
        if known is None or year is None:
            return
        titles = {line.id: line.title for line in known.records.lessons}
        bands = {info.label: info.band for info in known.records.classes}
        months = calendar(year, entries(known.records))
        self.calendar.show_year(Planner(months, known.today, titles, bands))

    def _fill_curriculum(self) -> None:
        if self.known is not None:
            self.curriculum.show_matrix(matrix(self.known.records, self.known.areas, self.known.nation))

    def _say_legend(self, name: str) -> None:
        if name == "classes":
            signs = [
                ("ribbon", tr("stopped part way")),
                ("dashed", tr("next, or planned")),
                ("tick", tr("taught")),
            ]
            if self.desk.hands.isChecked():
                words = tr("After: hands for what most said in the end")
                signs = [("before", tr("Before")), ("after", words), *signs]
        elif name == "calendar":
            signs = [("full", tr("taught")), ("half", tr("part of it")), ("planned", tr("planned"))]
        else:
            signs = [
                ("tick", tr("taught")),
                ("part-way", tr("part way")),
                ("clock", tr("to come, in its plan")),
            ]
            if self.known is not None and self.known.subject:
                signs = [("", self.known.subject), *signs]
        bands = [section.band for section in self.made.sections]
        for legend in (self.legend, self.desk.legend):
            legend.say(signs, bands[0] if bands else "")

    def _fit_legend(self) -> None:
        """Where there is little height, explain the signs on the desk, and leave out what the header says."""
        tight = self.height() < self._theme.px(560)
        self.legend.setVisible(self._there and not tight)
        self.desk.legend.setVisible(self._there and tight)
        self.title.setVisible(self.height() >= self._theme.px(420))

    def picture(self) -> QImage:
        """Paint all of the view in front."""
        return self.views[self.view].picture()

    # The panel

    def _open_grid(self, index: QModelIndex) -> None:
        row, line = self.grid.grid.known(index.row()), self.grid.grid.lesson(index)
        if row is not None:
            self.open_details(row.known.label, line.id if line and index.column() else "")
        elif line is not None and line.here:
            self.lesson_wanted.emit(line.id)

    def open_details(self, label: str, lesson: str) -> None:
        """Show all that is kept of a class, or of a class and a lesson."""
        self._open = label, lesson
        if lesson:
            self.details_wanted.emit(label, lesson)
            return
        row = next((row for row in self.made.rows if row.known.label == label), None)
        if self.known is None or self.year is None or row is None:
            self.close_details()
            return
        self.show_details(class_details(self.known, self.year, row))

    def show_details(self, shown: CellDetails | ClassDetails | ListDetails) -> None:
        """Show the panel with what was asked for."""
        if self.known is None:
            return
        table = self.views[self.view]
        keys = table.by_keys or self.panel.isAncestorOf(self.window().focusWidget() or self)
        self.panel.show_details(shown, self.known.today)
        self.panel.show()
        self._fit()
        if keys or self.middle.isHidden():
            self.panel.take_keys()

    def close_details(self) -> None:
        """Go back to the cell that was open."""
        self._open = None
        self.panel.hide()
        self._fit()
        self.views[self.view].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_day(self, index: QModelIndex) -> None:
        day = self.calendar.year.day(index)
        if day is not None:
            self._open = None
            self.show_details(day_details(day, self.calendar.year.planner.titles))

    def _open_statement(self, index: QModelIndex) -> None:
        if self.curriculum.curriculum.statement(index.row()) is not None:
            self._open = None
            self.show_details(statement_details(self.curriculum.curriculum, index))

    # Sizes, words, keys

    def _fit(self) -> None:
        self.desk.set_window_width(self.width())
        wide = self.width() >= 1600
        side = 52 if wide else 24
        self._column.setContentsMargins(side, 28 if wide else 16, 0, 0)
        self._none.column.setContentsMargins(6, 24, side, 24)
        room = self.width() - self.desk.width()
        panel = min(self._theme.px(_PANEL if wide else 340), max(340, round(self.width() * 0.36)))
        beside = room - panel - side >= self._theme.px(_LEAST)
        open_now = not self.panel.isHidden()
        wide_enough = self.title.natural() + self._ways.sizeHint().width() + 60 <= room - panel * (
            open_now and beside
        )
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if wide_enough else ways.TopToBottom)
        self._place.setContentsMargins(20 if wide_enough else 4, 10 if wide_enough else 4, 0, 8)
        self.middle.setVisible(beside or not open_now)
        self.panel.setMinimumWidth(panel if beside else 0)
        self.panel.setMaximumWidth(panel if beside else 16_777_215)
        self._fit_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk and the panel the widths that suit the window."""
        super().resizeEvent(event)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`; what is painted inside is told itself."""
        self._theme = theme
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Progress"))
        words = {"classes": tr("Classes"), "calendar": tr("Calendar"), "curriculum": tr("Curriculum")}
        for name, chip in self.chips.items():
            chip.setText(words[name])
            chip.updateGeometry()
        self.grid.setAccessibleName(tr("Classes and lessons"))
        self.calendar.setAccessibleName(tr("Calendar of the school year"))
        self.curriculum.setAccessibleName(tr("Curriculum and classes"))
        self.empty.say(
            tr("No class here yet"),
            tr(
                "Give it the name that you use. Then this page shows what it was taught and what comes "
                "next. No pupil is named."
            ),
            tr("New class"),
        )
        self.desk.retranslate()
        self._fill()
        self.panel.retranslate()
        self._say_legend(self.view)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to what it is for."""
        super().focusInEvent(event)
        there = self.known is not None and bool(self.known.records.classes)
        (self.views[self.view] if there else self.empty.button).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel with Escape from wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape and not self.panel.isHidden():
            self.close_details()
            return
        super().keyPressEvent(event)
