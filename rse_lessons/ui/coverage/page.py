"""The coverage page: each statement of a curriculum with the lessons that serve it, or with none.

It shows what it is given and asks through signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.nation.coverage import Area, counted, only
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.coverage.rows import StatementRow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.following import follow_keyboard
from rse_lessons.ui.widgets.page_area import PageArea
from rse_lessons.ui.widgets.words import Words

_SHOWN = {"": None, "covered": True, "open": False}
"""What the chooser asks for, and whether a row has to be covered for it."""


class CoveragePage(QWidget):
    """Statements under the headings of their curriculum."""

    lesson_opened = Signal(str)
    print_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("coverage")
        self._parts: Sequence[tuple[str, Sequence[Area]]] = ()
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.area = PageArea()
        self._inside, self._column = self.area.inside, self.area.column
        self.title = Words(theme, role="page", heading=True)
        self.about = Words(theme)
        self.curriculum, self.age, self.shown = (Chooser(theme, "chip") for _ in range(3))
        self.printing = Button(theme, icon="printer")
        self.count = Words(theme, bold=True)
        choosers = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        choosers.setSizePolicy(policy)
        flow = Flow(choosers, gap=12)
        for chooser in (self.curriculum, self.age, self.shown):
            flow.addWidget(chooser)
            chooser.chosen.connect(self._fill)
        flow.addWidget(self.printing)
        self.printing.clicked.connect(self.print_requested)
        self._column.addWidget(self.title)
        self._column.addSpacing(8)
        self._column.addWidget(self.about)
        self._column.addSpacing(20)
        self._column.addWidget(choosers)
        self._column.addSpacing(20)
        self._column.addWidget(self.count)
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self._column.addStretch(1)
        row.addWidget(self.area)
        follow_keyboard(self.area, self._inside)
        self.retranslate()

    def show_coverage(self, parts: Sequence[tuple[str, Sequence[Area]]]) -> None:
        """Show some curricula, each by its name; the first is in front unless another was chosen by place."""
        self._parts = parts
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for rows made from now on; those that exist are told themselves."""
        self._theme = theme
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language, keeping what was chosen."""
        self.title.setText(tr("Coverage"))
        about = tr(
            "Which lessons say that they serve which statement. The statements are in our own words. What is "
            "marked “to be checked” was not read at its source: look there before you rely on it."
        )
        self.about.setText(about)
        chosen = self.curriculum.value if self.curriculum.value else "0"
        self.curriculum.set_question(tr("Curriculum"))
        names = [Choice(str(place), name) for place, (name, _areas) in enumerate(self._parts)]
        self.curriculum.set_choices(names, chosen if int(chosen) < len(names) else "0")
        self.age.set_question(tr("Age"))
        ages = [Choice("", tr("All ages")), *(Choice(band, ages_line(band)) for band in AGES)]
        self.age.set_choices(ages, self.age.value)
        self.shown.set_question(tr("Statements"))
        kinds = [
            Choice("", tr("All statements")),
            Choice("covered", tr("With a lesson")),
            Choice("open", tr("Without a lesson")),
        ]
        self.shown.set_choices(kinds, self.shown.value)
        self.printing.set_text(tr("Print or save…"))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the margins that suit its width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = 50 if self.width() >= 1600 else 28
        spare = max(0, self.width() - 2 * side - self._theme.px(1240))
        self._column.setContentsMargins(side, 28, side + spare, 40)

    def _fill(self) -> None:
        place = int(self.curriculum.value or 0)
        areas = self._parts[place][1] if place < len(self._parts) else ()
        band = self.age.value
        some, every = counted(only(areas, band=band))
        words = (
            tr("{some} of {all} statements are served by a lesson for this age.")
            if band
            else tr("{some} of {all} statements are served by a lesson.")
        )
        self.count.setText(words.format(some=some, all=every))
        old, self._rows = self._rows, QWidget()
        old.hide()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = only(areas, band=band, covered=_SHOWN[self.shown.value])
        for area in shown:
            head = Words(self._theme, area.heading, role="desk", heading=True)
            column.addSpacing(28)
            column.addWidget(head)
            column.addSpacing(4)
            for row in area.rows:
                made = StatementRow(self._theme, row)
                made.lesson_opened.connect(self.lesson_opened)
                column.addWidget(made)
        if self._parts and not shown:
            column.addSpacing(28)
            column.addWidget(
                Words(self._theme, tr("No statement here. Choose another age, or all statements."))
            )
        self._column.replaceWidget(old, self._rows)
        old.deleteLater()
