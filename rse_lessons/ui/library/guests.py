"""The library for whoever opened no profile: lessons on their shelves, and a way to the teachers' window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.library.arrange import Card, Wanted, find
from rse_lessons.ui.library.head import Head
from rse_lessons.ui.library.header import Logo
from rse_lessons.ui.library.shelf import Shelf
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words

_SIDE, _GAP = 28, 14


class GuestWindow(QWidget):
    """Nothing in it knows a class, a record or a setting."""

    lesson_chosen = Signal(str)
    teachers_requested = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[Card] = ()
        self.setProperty("room", True)
        self.setMinimumSize(640, 480)
        self.covers = Covers(self)
        self.name = Words(theme, role="desk", wraps=False)
        self.said = Words(theme, colour="text-soft")
        self.teachers = Button(theme, icon="lock")
        self.head = Head(theme)
        self.shelf = Shelf(theme, self.covers, self.head)
        self._logo = Logo(theme)
        self._bar = QGridLayout()
        self._bar.setContentsMargins(_SIDE, 14, _SIDE, 14)
        self._bar.setHorizontalSpacing(_GAP)
        self._bar.setVerticalSpacing(6)
        self._bar.setColumnStretch(2, 1)
        self._bar.addWidget(self._logo, 0, 0)
        self._bar.addWidget(self.name, 0, 1)
        self._bar.addWidget(self.teachers, 0, 3)
        self._below: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(Rule(theme))
        column.addWidget(self.shelf, 1)
        self.shelf.opened.connect(self.lesson_chosen)
        self.head.wanted_changed.connect(self._fill)
        self.head.search.left_below.connect(self.shelf.focus_current)
        self.teachers.clicked.connect(self.teachers_requested)
        self.ring = Ring(self, theme)
        self.shelf.begin()
        self.retranslate()
        self._seen = False

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Put up these lessons."""
        self._cards = cards
        self.head.set_topics(tuple(dict.fromkeys(topic for card in cards for topic in card.topics)))
        self._fill(self.head.wanted)

    def set_phases(self, phases: Mapping[str, str]) -> None:
        """Name each band's phase as the chosen nation does."""
        self.shelf.set_phases(phases)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("RSE Lessons"))
        self.name.setText(tr("Present only"))
        self.said.setText(tr("Nothing that you do here is written down."))
        self.teachers.set_text(tr("For teachers…"))
        self.head.retranslate()
        self._fit()

    def _fit(self) -> None:
        """Say that nothing is written down beside the name, or below it where it has no room there."""
        around = sum(part.sizeHint().width() + _GAP for part in (self._logo, self.name, self.teachers))
        below = around + self.said.natural() > self.width() - 2 * _SIDE
        if below != self._below:
            self._below = below
            self._bar.removeWidget(self.said)
            self._bar.addWidget(self.said, *((1, 0, 1, 4) if below else (0, 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each word of the bar its room."""
        super().resizeEvent(event)
        self._fit()

    def _fill(self, wanted: Wanted) -> None:
        found = find(self._cards, wanted) if wanted else self._cards
        self.head.set_counts(len(found), len(self._cards))
        self.shelf.set_cards(found, "", "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first book with Down; find what is typed."""
        key = QtCore.Qt.Key
        if event.key() == key.Key_Down:
            self.shelf.focus_current()
        elif event.key() == key.Key_Escape and self.head.wanted:
            self.head.clear_all()
        elif event.text().strip() and event.text().isprintable():
            self.head.search.setFocus()
            self.head.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Give the first book the keyboard once it is there."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.shelf.focus_current)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window is about to go."""
        self.closing.emit()
        super().closeEvent(event)
