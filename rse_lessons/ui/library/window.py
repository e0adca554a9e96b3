"""The main window: the header, and below it the library or another page that its owner adds.

It reads nothing and writes nothing; `app` gives it cards, the summary and the theme, and connects it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.ui.library.arrange import Card
from rse_lessons.ui.library.header import Header
from rse_lessons.ui.library.page import LibraryPage
from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.covers import Covers


class LibraryWindow(QWidget):
    """Where every visit begins."""

    lesson_opened = Signal(str)
    present_requested = Signal(str, int)
    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_kept_requested = Signal(str)
    """What is kept for the class is wanted: `rules`, `box` or `answers`."""
    filter_changed = Signal(object)
    folder_requested = Signal()
    nation_chosen = Signal(str)
    settings_requested = Signal()
    learning_requested = Signal()
    progress_requested = Signal()
    coverage_requested = Signal()
    write_requested = Signal()
    problems_requested = Signal()
    pack_requested = Signal(str)
    """A lesson pack is to be added: its file, or nothing for one still to be chosen."""
    share_requested = Signal()
    wording_requested = Signal()
    painted = Signal()
    """Emitted once, when the window has been painted and events are handled again."""
    closing = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seen = False
        self.covers = Covers(self)
        self.header = Header(theme)
        self.library = LibraryPage(theme, self.covers)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.library)
        self.setProperty("room", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        self.setMinimumSize(640, 480)
        self.header.lessons_requested.connect(self.show_library)
        self.header.learning_requested.connect(self.learning_requested)
        self.header.progress_requested.connect(self.progress_requested)
        self.header.coverage_requested.connect(self.coverage_requested)
        self.header.nation_chosen.connect(self.nation_chosen)
        self.header.settings_requested.connect(self.settings_requested)
        library = self.library
        library.lesson_opened.connect(self.lesson_opened)
        library.present_requested.connect(self.present_requested)
        library.class_chosen.connect(self.class_chosen)
        library.class_add_requested.connect(self.class_add_requested)
        library.class_kept_requested.connect(self.class_kept_requested)
        library.filter_changed.connect(self.filter_changed)
        library.folder_requested.connect(self.folder_requested)
        library.write_requested.connect(self.write_requested)
        library.problems_requested.connect(self.problems_requested)
        library.desk.pack_requested.connect(lambda: self.pack_requested.emit(""))
        library.desk.share_requested.connect(self.share_requested)
        library.desk.wording_requested.connect(self.wording_requested)
        self.setWindowTitle(tr("RSE Lessons"))
        self.library.setFocus()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Put these lessons on the shelves."""
        self.library.set_cards(cards)

    def set_all(self, cards: Sequence[Card], summary: Summary, class_label: str) -> None:
        """Put up lessons and classes in one go; half the work of one after the other."""
        self.library.set_all(cards, summary, class_label)

    def set_languages(self, languages: Mapping[str, str]) -> None:
        """Say which languages besides English are in use, tags with names."""
        self.library.set_languages(languages)

    def set_summary(self, summary: Summary, class_label: str, today: date | None = None) -> None:
        """Show where the classes are, and which one is being taught."""
        self.library.set_summary(summary, class_label, today)

    def set_problems(self, files: int) -> None:
        """Say how many lesson files have problems."""
        self.library.desk.set_problems(files)

    def set_nations(self, nations: Sequence[tuple[str, str]], current: str) -> None:
        """Offer nations by code and name."""
        self.header.set_nations(nations, current)

    def set_phases(self, phases: Mapping[str, str]) -> None:
        """Name each band's phase as the chosen nation does."""
        self.library.set_phases(phases)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything inside with `theme`."""
        self._theme = theme
        pass_on(self, theme)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("RSE Lessons"))
        self.header.retranslate()
        self.library.retranslate()

    def show_page(self, page: QWidget) -> None:
        """Show another page in place of the library, and give it the keyboard."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.header.show_place(page.objectName())
        page.setFocus()

    def show_library(self) -> None:
        """Go back to the shelves, to the book that was opened."""
        if self.pages.currentWidget() is not self.library:
            self.show_page(self.library)
            self.library.shelf.focus_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first time, and fetch then what could wait."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._after_paint)

    def _after_paint(self) -> None:
        from rse_lessons.ui.headings import install  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.library.drops import take_packs  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.widgets.ring import Ring  # noqa: PLC0415  imported late: start-up

        install()
        self.library.begin()
        self.drops = take_packs(self, self.pack_requested.emit)
        self.ring = Ring(self, self._theme)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window is about to go."""
        self.closing.emit()
        super().closeEvent(event)
