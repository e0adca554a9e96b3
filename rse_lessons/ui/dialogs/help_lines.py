"""The help lines of a lesson that nobody has checked for a year: try each one, and tick it off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.nation.profiles import HelpRoute
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class HelpLinesWindow(SmallWindow):
    """Each line with its contact, its source and the day it was checked."""

    checked = Signal(str, bool)
    """A route's id, and whether it was tried today."""

    def __init__(
        self, theme: Theme, routes: Sequence[tuple[HelpRoute, date | None]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=680, parent=parent)
        self._routes = tuple(routes)
        self._lead = Words(theme)
        self.column.box.addWidget(self._lead)
        self.column.box.addSpacing(16)
        self.rows: dict[str, CheckRow] = {}
        for route, day in self._routes:
            row = CheckRow(theme, f"{route.name}  {route.contact}", _known(route, day))
            row.toggled.connect(lambda on, name=route.id: self.checked.emit(name, on))
            self.column.box.addWidget(row)
            self.rows[route.id] = row
        if self.rows:
            list(self.rows.values())[-1].set_last()
        self.column.box.addStretch(1)
        self.close_button = Button(theme, kind="primary")
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.retranslate()
        self.close_button.setFocus()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Help lines to check"))
        self.heading.setText(tr("Help lines to check"))
        lead = tr(
            "Nobody is known to have checked these in the last year. Look at each one’s own web page; please "
            "do not ring, for a child may need the line. Tick what is right. If something has changed, tell "
            "the class the new number yourself, and tell whoever looks after this program."
        )
        self._lead.setText(lead)
        self.close_button.set_text(tr("Close"))


def _known(route: HelpRoute, day: date | None) -> str:
    if day is None:
        return tr("Not known when it was last checked. Source: {source}.").format(source=route.source)
    words = tr("Last checked on {day} {year}. Source: {source}.")
    return words.format(day=day_and_month(day), year=day.year, source=route.source)
