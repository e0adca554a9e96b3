"""The desk of the progress window: which school year, what there is so far, what to show, paper and files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.views.grid import SoFar
from rse_lessons.progress.views.year import SchoolYear
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.progress.known import Known
from rse_lessons.ui.progress.legend import Legend
from rse_lessons.ui.progress.words import so_far_words, year_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.desk import Desk
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words


class ProgressDesk(Desk):
    """Asks through signals; what it was told last is said again in another language."""

    year_chosen = Signal(object)
    """A `SchoolYear`."""
    shown_changed = Signal()
    """Another thing is to be shown, or no longer."""
    print_wanted = Signal()
    export_wanted = Signal(str)
    """How: `csv`, `json`, `picture` or `pdf`."""
    new_class_wanted = Signal()
    records_wanted = Signal()
    """The teacher wants to know where the records are, and how safe."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._years: tuple[SchoolYear, ...] = ()
        self._year: SchoolYear | None = None
        self._so_far, self._classes = SoFar(), 0
        self._known: Known | None = None
        self.year_word = Words(theme, colour="text-soft")
        self.year = Chooser(theme)
        self.so_far_word = Words(theme, role="card", heading=True)
        self.so_far = Words(theme)
        self.show_word = Words(theme, role="card", heading=True)
        self.hands, self.not_taught, self.other_ages = (CheckRow(theme, "") for _ in range(3))
        self.printing = Button(theme, icon="printer", wraps=True)
        self.export = Button(theme, wraps=True)
        self.new_class = Button(theme, kind="quiet", icon="plus", flush=True)
        self.legend = Legend(theme)
        """What the signs mean, while there is no room for it beside."""
        self.legend.hide()
        self.note = Words(theme, role="small", colour="text-soft")
        for box, on in ((self.hands, True), (self.not_taught, True), (self.other_ages, False)):
            box.set_last()
            box.setChecked(on)
            box.toggled.connect(self.shown_changed)
        self.records = Button(theme, kind="quiet", icon="info", flush=True, wraps=True)
        self.records.clicked.connect(self.records_wanted)
        self._lay_out(theme)
        self.year.chosen.connect(self._take_year)
        self.printing.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self._offer)
        self.new_class.clicked.connect(self.new_class_wanted)
        self.retranslate()
        self.begin()

    def _lay_out(self, theme: Theme) -> None:
        self.put(self.year_word)
        self.put(self.year)
        self.column.addSpacing(24)
        self.put(self.so_far_word)
        self.column.addSpacing(4)
        self.put(self.so_far)
        self.column.addSpacing(24)
        self.put(self.show_word)
        for box in (self.hands, self.not_taught, self.other_ages):
            self.put(box)
        self.column.addSpacing(12)
        ways = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        ways.setSizePolicy(policy)
        flow = Flow(ways)
        for button in (self.printing, self.export, self.new_class):
            flow.addWidget(button)
        self.put(ways)
        self.column.addSpacing(16)
        self.put(self.legend)
        self.column.addStretch(1)
        self.column.addSpacing(24)
        self.put(Rule(theme))
        self.column.addSpacing(12)
        self.put(self.note)
        self.column.addSpacing(4)
        self.put(self.records)

    def show_years(self, years: Sequence[SchoolYear], year: SchoolYear) -> None:
        """Offer school years, of which one is shown."""
        self._years, self._year = tuple(years), year
        self._say_years()

    def show_so_far(self, found: SoFar, known: Known) -> None:
        """Say what the year has brought so far."""
        self._so_far, self._classes, self._known = found, len(known.records.classes), known
        self._say_so_far()

    def _say_years(self) -> None:
        choices = [Choice(year.first.isoformat(), year_words(year)) for year in self._years]
        self.year.set_choices(choices, self._year.first.isoformat() if self._year else "")

    def _say_so_far(self) -> None:
        self.so_far.setText(so_far_words(self._so_far, self._classes))
        self.export.setEnabled(bool(self._classes))
        self.printing.setEnabled(bool(self._classes))
        why = "" if self._classes else tr("There is no class yet.")
        self.export.setToolTip(why)
        self.printing.setToolTip(why)
        words = tr(
            "Only whole classes are counted. No pupil’s name or answer is kept, and a count under five is "
            "shown as “fewer than 5”."
        )
        day = self._known.cleared if self._known else None
        if day is not None:
            cleared = tr("After {date} you are asked whether to clear it all.")
            words = f"{words} {cleared.format(date=day_and_month(day))}"
        self.note.setText(words)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.year_word.setText(tr("School year"))
        self.year.set_question(tr("School year"))
        self.so_far_word.setText(tr("So far"))
        self.show_word.setText(tr("Show"))
        self.hands.set_words(tr("Before and after"))
        self.not_taught.set_words(tr("Lessons not taught yet"))
        self.other_ages.set_words(tr("Lessons of other ages"))
        self.printing.set_text(tr("Print"))
        self.export.set_text(tr("Export"))
        self.new_class.set_text(tr("New class"))
        self.records.set_text(tr("Where your records are"))
        self._say_years()
        self._say_so_far()

    def _take_year(self, first: str) -> None:
        found = [year for year in self._years if year.first.isoformat() == first]
        self.year_chosen.emit(found[0])

    def ways_out(self) -> list[tuple[str, str]]:
        """Give the ways in which the grid leaves the program, by id and name."""
        return [
            ("csv", tr("Table for a spreadsheet (CSV)…")),
            ("json", tr("All of it as data (JSON)…")),
            ("pdf", tr("Save as PDF…")),
            ("picture", tr("Copy as a picture")),
        ]

    def _offer(self) -> None:
        menu = QMenu(self.export)
        for name, words in self.ways_out():
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, name=name: self.export_wanted.emit(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.export.mapToGlobal(QPoint(0, self.export.height() + 4)))
