"""The library: the teacher's desk at the left, shelves of lessons at the right.

It asks through signals and shows what it is told; whoever owns it reads lessons and records.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.searching import fold
from rse_lessons.progress.facts.summary import ClassInfo, Standing, Summary
from rse_lessons.ui.days import day_and_month, local_day
from rse_lessons.ui.library.arrange import Card, Wanted, find, sections, told_apart
from rse_lessons.ui.library.desk import LibraryDesk, OnDesk, next_lessons
from rse_lessons.ui.library.head import Head
from rse_lessons.ui.library.shelf import Shelf, State
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.notices import Empty


def state_of(standing: Standing) -> State | None:
    """Say where a class is in a lesson: icon, words, colour role, and whether it is part way."""
    if standing.status == "begun":
        slides = max(standing.slides, standing.slide + 1)
        words = tr("Part way: slide {slide} of {slides}").format(slide=standing.slide + 1, slides=slides)
        return "part-way", words, "care", True
    day = local_day(standing.taught or standing.when) if standing.status == "taught" else None
    if day is not None:
        return "check", tr("Taught {date}").format(date=day_and_month(day)), "good", False
    return None


class LibraryPage(QWidget):
    """Find a lesson, see where the class is, go on."""

    lesson_opened = Signal(str)
    present_requested = Signal(str, int)
    """A lesson's id and the slide to begin with, from 0."""
    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_kept_requested = Signal(str)
    filter_changed = Signal(object)
    """A `Wanted`, after the shelves have followed it."""
    folder_requested = Signal()
    """The teacher wants to see where lessons are kept; there are none."""
    write_requested = Signal()
    """The teacher wants to write a lesson."""
    problems_requested = Signal()
    """The teacher wants to know what is wrong with lesson files."""

    def __init__(self, theme: Theme, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: Sequence[Card] = ()
        """The lessons that it was given; some may not be wanted now."""
        self._by_id: Mapping[str, Card] = {}
        self._languages: Mapping[str, str] = {}
        self._summary = Summary()
        self._class = ""
        self._today = date.today()  # noqa: DTZ011  the teacher's own day
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.desk = LibraryDesk(theme, covers)
        self.head = Head(theme)
        self.shelf = Shelf(theme, covers, self.head)
        row.addWidget(self.desk)
        row.addWidget(self.shelf, 1)
        self.nothing = Empty(theme, primary=False, parent=self.shelf.widget())
        self.nothing.hide()
        self.nothing.pressed.connect(self._way_out)
        self.desk.class_chosen.connect(self.class_chosen)
        self.desk.class_add_requested.connect(self.class_add_requested)
        self.desk.class_kept_requested.connect(self.class_kept_requested)
        self.desk.go_on_requested.connect(self.present_requested)
        self.desk.opened.connect(self.lesson_opened)
        self.desk.write_requested.connect(self.write_requested)
        self.desk.problems_requested.connect(self.problems_requested)
        self.shelf.opened.connect(self.lesson_opened)
        self.head.wanted_changed.connect(self._follow)
        self.head.search.left_below.connect(self.shelf.focus_current)
        self.head.search.returnPressed.connect(self._open_found)

    def begin(self) -> None:
        """Take the keys, once there is a picture: to make Qt's names for them takes a while."""
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415  imported late: start-up

        for keys in ("Ctrl+F", "/"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.search)
        self.desk.begin()
        self.shelf.begin()

    # What it shows

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Put up these lessons."""
        self.cards = cards
        self._by_id = {card.id: card for card in cards}
        topics: dict[str, None] = {}
        for card in cards:
            for topic in card.topics:
                topics[topic] = None
        self.head.set_topics(tuple(topics))
        self._say_languages()
        self._show()

    def set_languages(self, languages: Mapping[str, str]) -> None:
        """Say which languages besides English are in use, tags with names."""
        self._languages = languages
        self._say_languages()

    def _say_languages(self) -> None:
        """Tell lessons apart by their languages where that helps."""
        apart = told_apart(self.cards, self._languages)
        self.head.set_languages(apart)
        self.shelf.set_languages(apart)

    def set_all(self, cards: Sequence[Card], summary: Summary, class_label: str) -> None:
        """Put up these lessons and show where the classes are, in one go."""
        self._summary, self._class = summary, class_label
        self.set_cards(cards)

    def set_summary(self, summary: Summary, class_label: str, today: date | None = None) -> None:
        """Show where the classes are, and which one is being taught; empty when none is."""
        self._summary, self._class = summary, class_label
        self._today = today or self._today
        self._show()

    def set_phases(self, phases: Mapping[str, str]) -> None:
        """Name each band's phase as the chosen nation does, `Key Stage 1`."""
        self.shelf.set_phases(phases)

    def set_theme(self, theme: Theme) -> None:
        """Take `theme`; the painted widgets inside are told by `theme.pass_on`."""
        self._fit_desk()
        QTimer.singleShot(0, self.shelf, self.shelf.arrange)
        del theme

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.head.retranslate()
        self.desk.retranslate()
        self._show()

    def search(self) -> None:
        """Go to the search field, with what is in it ready to be typed over."""
        self.shelf.verticalScrollBar().setValue(0)
        self.head.search.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    # How it follows

    def _known(self) -> ClassInfo:
        return self._summary.info(self._class)

    def _band(self) -> str:
        return self._known().band

    def _show(self) -> None:
        standings = self._summary.standings(self._class) if self._class else {}
        stopped = self._summary.stopped(self._class) if self._class else None
        begun = None
        if stopped is not None and stopped[0] in self._by_id:
            begun = (self._by_id[stopped[0]], stopped[1])
        classes = [(known.label, known.band) for known in self._summary.classes]
        following = next_lessons(self.cards, self._known(), standings) if self._class else []
        ready = len(self._summary.answers(self._class))
        self.desk.set_data(OnDesk(classes, self._class, begun, following, ready), self._today)
        found = {lesson: state_of(standing) for lesson, standing in standings.items()}
        self.shelf.set_states({lesson: state for lesson, state in found.items() if state})
        self._fill()

    def _follow(self, wanted: Wanted) -> None:
        self.shelf.verticalScrollBar().setValue(0)
        self._fill()
        self.filter_changed.emit(wanted)

    def _fill(self) -> None:
        wanted = self.head.wanted
        found = find(self.cards, wanted) if wanted else self.cards
        self.head.set_counts(len(found), len(self.cards))
        self._say_nothing(there=bool(self.cards), found=bool(found))
        self.shelf.set_cards(found, self._class, self._band())

    def _say_nothing(self, *, there: bool, found: bool) -> None:
        if found:
            self.nothing.hide()
            self.shelf.set_below(None)
            return
        self.nothing.set_picture("no-results" if there else "empty-shelf")
        if there:
            self.nothing.say(
                tr("No lesson has all of that"),
                tr("Try one word, or another age, topic or length."),
                tr("Show all lessons"),
            )
        else:
            self.nothing.say(
                tr("No lessons found"),
                tr("Put lesson files into the folder for your own lessons. They appear here by themselves."),
                tr("Open the folder"),
            )
        self.nothing.show()
        self.shelf.set_below(self.nothing)

    def _open_found(self) -> None:
        """Open the lesson that was searched for: the one called so, or else the first on the shelves."""
        wanted = self.head.wanted
        found = find(self.cards, wanted) if wanted.words.strip() else []
        shown = [card for section in sections(found, self._band()) for card in section.cards]
        words = fold(wanted.words).split()
        called = [card for card in shown if all(word in fold(card.title) for word in words)]
        if shown:
            self.lesson_opened.emit((called or shown)[0].id)
        else:
            self.shelf.focus_current()

    def _way_out(self) -> None:
        if self.cards:
            self.head.clear_all()
            self.search()
        else:
            self.folder_requested.emit()

    def _fit_desk(self) -> None:
        self.desk.set_window_width(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk the width that suits the window."""
        self._fit_desk()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find what is typed; go to the first book with Down; leave a search with Escape."""
        key = QtCore.Qt.Key
        held = QtCore.Qt.KeyboardModifier
        typed = "" if event.modifiers() & (held.ControlModifier | held.AltModifier) else event.text()
        if event.key() == key.Key_Down:
            self.shelf.focus_current()
        elif event.key() == key.Key_Escape and self.head.wanted:
            self.head.clear_all()
        elif typed.strip() and typed.isprintable():
            self.search()
            self.head.search.insert(typed)
        else:
            super().keyPressEvent(event)
