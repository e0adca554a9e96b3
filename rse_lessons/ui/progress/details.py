"""The panel beside the grid: all that is kept of a class and a lesson, or of a class, and what to do."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.words import plain
from rse_lessons.presenting.report import Report
from rse_lessons.progress.views.grid import Cell, LessonLine, State
from rse_lessons.ui.bands import ages_line
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.progress.cards import Cards
from rse_lessons.ui.progress.charts import HandsChart, TimeChart
from rse_lessons.ui.progress.known import CellDetails, ClassDetails, ListDetails
from rse_lessons.ui.progress.words import coming_words, lines_of, reason_words, state_word
from rse_lessons.ui.report_words import advice_words, left_out_words, whole_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import StateBadge
from rse_lessons.ui.widgets.paint import fill
from rse_lessons.ui.widgets.small_window import Column
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.widgets.words import Words

_ICONS = {
    State.TAUGHT: ("check", "good"),
    State.BEGUN: ("part-way", "care"),
    State.SKIPPED: ("list-end", "text-soft"),
    State.PLANNED: ("clock", "text"),
    State.NOT_YET: ("square", "text-soft"),
}


class Details(QFrame):
    """Shows what it is given and asks through signals."""

    closed = Signal()
    cell_wanted = Signal(str, str)
    """A class's label and a lesson's id: they are to be shown here."""
    present_wanted = Signal(str, str, int)
    """A class's label, a lesson's id, and the slide to begin with, from 0."""
    plan_day_wanted = Signal(str, str)
    skip_wanted = Signal(str, str)
    unskip_wanted = Signal(str, str)
    lesson_wanted = Signal(str)
    class_wanted = Signal(str)
    """A class's label: it is to be changed."""
    plan_wanted = Signal(str)
    """A class's label: the order of its lessons is to be changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._shown: CellDetails | ClassDetails | ListDetails | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 12, 4)
        self.heading = Words(theme, role="card", heading=True)
        self.close_button = Button(theme, kind="quiet", icon="x")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        self.column = Column(margins=(24, 0, 24, 24))
        outer.addWidget(self.column, 1)
        self.buttons: list[Button] = []
        self._dress()

    def _dress(self) -> None:
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Window, self._theme.colour("surface"))
        self.setPalette(colours)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on; what is inside is told itself."""
        self._theme = theme
        self._dress()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel and its edge."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        fill(painter, self.rect().adjusted(0, 0, 1 - self.width(), 0), self._theme.colour("rule"))
        painter.end()

    def show_details(self, shown: CellDetails | ClassDetails | ListDetails, today: date) -> None:
        """Show a cell or a class."""
        self._shown, self._today = shown, today
        self._clear()
        self.close_button.set_text("")
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.setToolTip(tr("Close"))
        if isinstance(shown, CellDetails):
            self._show_cell(shown)
        elif isinstance(shown, ClassDetails):
            self._show_class(shown)
        else:
            self._show_list(shown)
        self.column.box.addStretch(1)
        self.column.verticalScrollBar().setValue(0)
        self._order_tabs()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if self._shown is not None:
            self.show_details(self._shown, self._today)

    def _clear(self) -> None:
        self.buttons = []
        while item := self.column.box.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _order_tabs(self) -> None:
        before: QWidget = self.close_button
        for button in self.buttons:
            QWidget.setTabOrder(before, button)
            before = button

    # What stands in it

    def _put(self, widget: QWidget, above: int = 0) -> None:
        if above:
            self.column.box.addSpacing(above)
        self.column.box.addWidget(widget)
        widget.show()

    def _say(self, words: str, above: int = 0, *, role: str = "body", soft: bool = False) -> None:
        heads = role in {"card", "desk"}
        made = Words(self._theme, words, role, colour="text-soft" if soft else "text", heading=heads)
        self._put(made, above)

    def _button(self, words: str, kind: str = "secondary", *, icon: str = "") -> Button:
        made = Button(self._theme, words, kind, icon=icon, wraps=True)
        made.setAccessibleName(words)
        made.setToolTip(words)
        self.buttons.append(made)
        self._put(made, 8)
        return made

    def _show_cell(self, shown: CellDetails) -> None:
        cell, line = shown.cell, shown.line
        self.heading.setText(tr("{class_label}: {lesson}").format(class_label=cell.label, lesson=line.title))
        icon, colour = _ICONS[cell.state]
        strong, soft = lines_of(cell, self._today)
        words = state_word(cell.state) if cell.state is not State.NOT_YET else strong or soft
        self._put(StateBadge(self._theme, icon, words, colour), 4)
        if said := self._about(cell):
            self._say(said, 4)
        if cell.state is State.BEGUN and cell.slides and line.stages:
            bar = StageBar(self._theme)
            bar.set_stages(line.stages, line.seconds * cell.slide / cell.slides)
            bar.setAccessibleName(strong)
            self._put(bar, 10)
        if len(shown.days) > 1:
            days = ", ".join(day_and_month(day) for day in shown.days)
            self._say(tr("Given on {days}").format(days=days), 8, role="small", soft=True)
        self._cell_buttons(cell, line)
        if shown.report is not None:
            self._show_report(shown.report, line.band)

    def _about(self, cell: Cell) -> str:
        strong, soft = lines_of(cell, self._today)
        said = {
            State.TAUGHT: tr("On {date}").format(date=soft),
            State.BEGUN: f"{strong}. {soft}.",
            State.SKIPPED: reason_words(cell.reason),
        }.get(cell.state, "")
        if cell.planned is not None and cell.state is not State.TAUGHT:
            planned = tr("Planned: {day}").format(day=coming_words(cell.planned, self._today))
            said = f"{said} {planned}".strip()
        if cell.next and not said:
            said = tr("It comes next for this class.")
        return said

    def _cell_buttons(self, cell: Cell, line: LessonLine) -> None:
        label, lesson = cell.label, cell.lesson
        if not line.here:
            self._say(tr("This lesson is no longer in the library."), 12, soft=True)
            return
        if cell.state is State.BEGUN and cell.slides:
            words = tr("Go on from slide {slide}").format(slide=cell.slide + 1)
            go_on = self._button(words, "primary", icon="play-filled")
            go_on.clicked.connect(lambda: self.present_wanted.emit(label, lesson, cell.slide))
            again = self._button(tr("Start again"), icon="rotate-ccw")
            again.clicked.connect(lambda: self.present_wanted.emit(label, lesson, 0))
        else:
            taught = cell.state is State.TAUGHT
            present = self._button(
                tr("Present again") if taught else tr("Present"),
                "secondary" if taught else "primary",
                icon="play-filled",
            )
            present.clicked.connect(lambda: self.present_wanted.emit(label, lesson, 0))
        self._further_buttons(cell)
        opened = self._button(tr("Open the lesson"), "quiet")
        opened.clicked.connect(lambda: self.lesson_wanted.emit(lesson))

    def _further_buttons(self, cell: Cell) -> None:
        label, lesson = cell.label, cell.lesson
        if cell.state is State.SKIPPED:
            back = self._button(tr("Take it in again"), icon="undo-2")
            back.clicked.connect(lambda: self.unskip_wanted.emit(label, lesson))
        elif cell.state is not State.TAUGHT:
            words = tr("Change the day…") if cell.planned else tr("Plan a day…")
            self._button(words, icon="calendar").clicked.connect(
                lambda: self.plan_day_wanted.emit(label, lesson)
            )
            self._button(tr("Leave it out…"), icon="list-end").clicked.connect(
                lambda: self.skip_wanted.emit(label, lesson)
            )

    def _show_report(self, report: Report, band: str) -> None:
        counts = [count or 0 for vote in report.counted for _text, row in vote.rows for count in row]
        cards = Cards(self._theme, self._today, max([20, *counts]))
        for number, vote in enumerate(report.counted):
            if not number:
                self._say(tr("Hands"), 24, role="card")
            self._say(plain(vote.question), 6)
            for row in vote.rows:
                self._put(HandsChart(self._theme, vote, row, cards, band), 6)
        if report.counted:
            self._say(
                tr("Hands of the whole class. A count under five is kept as “fewer than 5”."),
                4,
                role="small",
                soft=True,
            )
        self._say(tr("Time for each stage"), 24, role="card")
        self._say(whole_words(report), 2, soft=True)
        longest = max((max(entry.planned, entry.taken) for entry in report.stages), default=1)
        for entry in report.stages:
            self._put(TimeChart(self._theme, entry, longest), 8)
        self._say(tr("Above the plan, below what it took."), 0, role="small", soft=True)
        if said := left_out_words(report):
            self._say(said, 8)
        self._say(tr("Next time"), 20, role="card")
        self._say(advice_words(report.advice), 2)

    def _show_class(self, shown: ClassDetails) -> None:
        row = shown.row
        label = row.known.label
        self.heading.setText(label)
        done = sum(cell.state is State.TAUGHT for _line, cell in shown.order)
        self._say(ages_line(row.known.band), soft=True)
        if shown.order:
            words = tr("Lessons taught: {some} of {all}")
            self._say(words.format(some=done, all=len(shown.order)), 4)
        coming = [(line, cell) for line, cell in shown.order if line.id == row.next]
        for line, cell in coming:
            self._say(tr("Next: {lesson}").format(lesson=line.title), 4)
            words = tr("Go on from slide {slide}") if cell.slides else tr("Present it")
            button = self._button(words.format(slide=cell.slide + 1), "primary", icon="play-filled")
            start = cell.slide if cell.slides else 0
            button.clicked.connect(partial(self.present_wanted.emit, label, line.id, start))
        plan = self._button(tr("Plan its lessons…"), icon="layout-grid")
        plan.clicked.connect(lambda: self.plan_wanted.emit(label))
        change = self._button(tr("Change the class…"), icon="pencil")
        change.clicked.connect(lambda: self.class_wanted.emit(label))
        if shown.order:
            self._say(tr("Its lessons"), 24, role="card")
        for line, cell in shown.order:
            self._list_lesson(line, cell, comes_next=line.id == row.next)

    def _list_lesson(self, line: LessonLine, cell: Cell, *, comes_next: bool) -> None:
        icon, colour = _ICONS[cell.state]
        strong, soft = lines_of(cell, self._today)
        if comes_next and cell.state is State.NOT_YET:
            icon, colour, strong, soft = "play", "text", tr("Next"), tr("no day yet")
        self._put(StateBadge(self._theme, icon, line.title, colour if colour == "good" else "text"), 10)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(26, 0, 0, 0)
        said = ", ".join(part for part in (strong, soft) if part)
        row.addWidget(Words(self._theme, said, "small", colour="text-soft"))
        self._put(below)

    def _show_list(self, shown: ListDetails) -> None:
        self.heading.setText(shown.heading)
        if shown.text:
            self._say(shown.text, 4)
        for words, soft, label, lesson in shown.items:
            said = tr("{lesson}, {what}").format(lesson=words, what=soft) if soft else words
            button = self._button(said)
            if label:
                button.clicked.connect(partial(self.cell_wanted.emit, label, lesson))
            else:
                button.clicked.connect(partial(self.lesson_wanted.emit, lesson))

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top."""
        super().showEvent(event)
        self.column.verticalScrollBar().setValue(0)

    def take_keys(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        (self.buttons[0] if self.buttons else self.close_button).setFocus(Qt.FocusReason.TabFocusReason)
