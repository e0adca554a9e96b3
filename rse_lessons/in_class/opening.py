"""The lesson that is open in the main window: its page, what it needs, and what it asks for.

The page shows and asks; here it is given its lesson, its nation's words, thumbnails and ticks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.in_class.giving import look_of
from rse_lessons.in_class.offering import Offering
from rse_lessons.lesson.model import Lesson
from rse_lessons.nation.freshness import checked_on, mark, stale
from rse_lessons.nation.profiles import HelpRoute
from rse_lessons.presenting.slides import slides_of
from rse_lessons.school import ENGLISH, LANGUAGES, School
from rse_lessons.ui.days import day_and_month, local_day
from rse_lessons.ui.leftovers import set_aside_soon
from rse_lessons.ui.lesson_page.page import LessonPage
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.paint import thumbnail
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.ring import name_kinds

if TYPE_CHECKING:
    from rse_lessons.lesson.card import Card
    from rse_lessons.lesson.problems import Problem
    from rse_lessons.lesson.reader import Reading
    from rse_lessons.progress.facts.learning import Rehearsal
    from rse_lessons.progress.facts.summary import Summary

THUMBNAIL = 240
_LATER_MS = 150
"""When what is not in the first picture of a page is fetched."""
READ_AHEAD = 6
"""Lessons that are read before one is asked for."""


class Opening(QObject):
    """Shows lessons, one at a time, in the main window."""

    present_requested = Signal(str, int)
    rehearse_requested = Signal(str)
    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_kept_requested = Signal(str)
    ticked = Signal(str, str, bool)
    print_requested = Signal(str, str)
    folder_requested = Signal()
    """The teacher wants to see the folder of the school's own lessons."""
    lines_checked = Signal(object)
    """When help lines were tried, as the preferences keep it."""
    preview_requested = Signal(str)
    """A lesson of the school's own is to be seen while it is written."""
    share_requested = Signal(str)
    """The lesson is to go into a pack for another school."""
    review_requested = Signal(str, str)
    """A lesson's id and a language's tag: its translation is to be read."""
    unreadable = Signal(str)
    """A lesson cannot be shown, and why."""

    def __init__(
        self,
        school: School,
        window: LibraryWindow,
        theme: Callable[[], Theme],
        summary: Callable[[], Summary],
        rehearsals: Callable[[], Sequence[Rehearsal]] = tuple,
    ) -> None:
        super().__init__(window)
        self._school = school
        self._window = window
        self._theme = theme
        self._summary = summary
        self._rehearsals = rehearsals
        self._source: Lesson | None = None
        self._look: SlideLook | None = None
        self._errors: Sequence[Problem] = ()
        self.offering = Offering(school, summary, self)
        self.offering.found.connect(self._say_languages)
        self.page = LessonPage(theme(), window.covers)
        self.page.setParent(window)  # until it is opened, so that it goes when the window goes
        self.page.hide()
        self.page.back_requested.connect(self._go_back)
        self.page.present_requested.connect(self.present_requested)
        self.page.desk.rehearse_requested.connect(self._rehearse)
        self.page.class_chosen.connect(self.class_chosen)
        self.page.class_add_requested.connect(self.class_add_requested)
        self.page.class_kept_requested.connect(self.class_kept_requested)
        self.page.ticked.connect(self.ticked)
        self.page.print_requested.connect(self.print_requested)
        self.page.preview_requested.connect(self.preview_requested)
        self.page.share_requested.connect(self.share_requested)
        self.page.review_requested.connect(self.review_requested)
        self.page.report_requested.connect(lambda _lesson: self.report(self._source))
        self.page.problems_requested.connect(lambda _lesson: self.show_problems(self._in_its_file()))
        self.page.desk.lines_requested.connect(self.show_lines)
        self.page.language_chosen.connect(self._take_language)

    def _go_back(self) -> None:
        """Go where the page was opened from: a staff meeting belongs to Teacher mode."""
        if self._source is not None and self._source.front.audience:
            self._window.learning_requested.emit()
        else:
            self._window.show_library()

    def _label(self, source: Lesson | None) -> str:
        """Give the class that is taught; a staff meeting is given to none."""
        staff = source is not None and source.front.audience
        return "" if staff else self._school.preferences.class_label

    def warm(self) -> None:
        """Show some lesson once, out of sight, so that the first to be opened comes as fast as the next."""
        cards = self._school.library.cards()
        lesson = self._read(cards[0].id).lesson if cards else None
        if lesson is not None and self._source is None:
            self._source = lesson
            self._show(lesson)
            self._window.pages.addWidget(self.page)
            QTimer.singleShot(0, self, self._paint_once)

    def _paint_once(self) -> None:
        """Have every part of the page dressed, laid out and painted, while another page is in front."""
        lesson = self._source
        if lesson is not None and not self.page.isVisible():
            self.page.resize(self._window.pages.size())
            self.page.grab()
            self._thumbnail(lesson, 0, THUMBNAIL)
            name_kinds()
        self._read_ahead(list(self._school.library.cards()[1:READ_AHEAD]))

    def _read_ahead(self, cards: list[Card]) -> None:
        """Read the first lessons of the shelf, one at a time, and then rest."""
        if cards and not self.page.isVisible():
            self._read(cards.pop(0).id)
            QTimer.singleShot(0, self, lambda: self._read_ahead(cards))
        else:
            set_aside_soon(self)

    def open(self, lesson_id: str) -> None:
        """Read a lesson and show its page."""
        reading = self._read(lesson_id)
        if reading.lesson is None or not reading.lesson.slides:
            self.unreadable.emit(retold(reading.problems[0].sentence) if reading.problems else lesson_id)
            return
        self._source, self._errors = reading.lesson, reading.errors
        self._show(reading.lesson)
        self._window.show_page(self.page)
        if reading.lesson.front.audience:
            self._window.header.show_place("teacher-mode")
        QTimer.singleShot(_LATER_MS, self, self._say_rehearsed)
        self._say_languages(lesson_id)
        QTimer.singleShot(_LATER_MS, self, self._look_for_languages)

    # In which language

    def _read(self, lesson_id: str) -> Reading:
        return self._school.read(lesson_id, self.offering.language(lesson_id))

    def _look_for_languages(self) -> None:
        if self._source is not None and self.page.isVisible():
            self.offering.look(self._source.id)

    def _say_languages(self, lesson_id: str) -> None:
        source = self._source
        if source is None or source.id != lesson_id:
            return
        usual, offers = self.offering.usual(), self.offering.offers(source.id)
        there = usual in (ENGLISH, source.language, *(one.tag for one in offers))
        wished = "" if there else self.offering.name(usual)
        reads = usual if there and not source.front.audience else source.language
        given = self.offering.name(reads) if reads != source.language else ""
        self.page.set_languages(offers, source.language, wished, given)

    def _take_language(self, lesson_id: str, language: str) -> None:
        """Look at the lesson in another language."""
        self.offering.choose(lesson_id, language)
        self._show_anew(lesson_id)

    def _show_anew(self, lesson_id: str) -> None:
        reading = self._read(lesson_id)
        if reading.lesson is not None and reading.lesson.slides and reading.lesson != self._source:
            self._source, self._errors = reading.lesson, reading.errors
            self._show(reading.lesson)
        self._say_languages(lesson_id)

    def _in_its_file(self) -> Sequence[Problem]:
        """Give the lesson's problems with the lines of its own file, which is English."""
        source = self._source
        if source is None or source.language == ENGLISH:
            return self._errors
        others = [problem for problem in self._errors if problem.path != source.path]
        return [*self._school.read(source.id).errors, *others]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with lesson files, in a window of its own."""
        from rse_lessons.ui.dialogs.problems import ProblemsDialog  # noqa: PLC0415  few need it

        dialog = ProblemsDialog(self._theme(), problems, self._window)
        dialog.folder_requested.connect(self.folder_requested)
        dialog.exec()
        dialog.deleteLater()

    def _stale(self) -> tuple[HelpRoute, ...]:
        routes = self._school.routes(self._source) if self._source is not None else ()
        return stale(routes, date.today(), self._school.preferences.routes_checked)  # noqa: DTZ011  the teacher's own day

    def show_lines(self) -> None:
        """Name the lesson's help lines that nobody has checked for a year, to be ticked off."""
        from rse_lessons.ui.dialogs.help_lines import HelpLinesWindow  # noqa: PLC0415  few need it

        known = self._school.preferences.routes_checked
        routes = {route.id: route for route in self._stale()}
        listed = [(route, checked_on(route, known)) for route in routes.values()]
        window = HelpLinesWindow(self._theme(), listed, self._window)
        tried: dict[str, bool] = {}
        window.checked.connect(tried.__setitem__)
        window.exec()
        window.deleteLater()
        today = date.today()  # noqa: DTZ011
        fresh = dict(mark(routes[name], today) for name, on in tried.items() if on)
        if fresh:
            self.lines_checked.emit({**known, **fresh})

    def report(self, source: Lesson | None) -> None:
        """Say how a lesson went with the class, if something is kept of it."""
        school, label = self._school, self._label(source)
        standing = self._summary().standing(label, source.id if source else "")
        if source is None or not standing.stage_seconds:
            return
        from rse_lessons.overview.reporting import Reporting  # noqa: PLC0415  few need it at once

        # To the teacher, whatever language the lesson was looked at or given in.
        own = school.read(source.id, school.language).lesson or source
        lesson, always = school.as_taught(own), school.preferences.lesson_report
        reporting = Reporting(self._theme(), lesson, label, standing, always=always, parent=self._window)
        reporting.wanted.connect(lambda on: school.prefer(lesson_report=on))
        reporting.open()

    def show_again(self, changed: Collection[str]) -> None:
        """Follow what changed: preferences by name, or `summary`."""
        if self._source is None:
            return
        if {"class_label", *LANGUAGES} & set(changed):
            self.offering.forget()
            self._show_anew(self._source.id)
        if {"nation", "theme", "slide_theme", "routes_checked", "language"} & set(changed):
            self._show(self._source)
        elif {"class_label", "summary"} & set(changed):
            self._show_class(self._source)
        if "summary" in changed and self.page.isVisible():
            self._say_rehearsed()

    def look_again(self, changed: bool) -> None:
        """Show the page anew when its file was saved meanwhile; `changed` says that some file was."""
        known = self._source
        if known is None or not changed or not self.page.isVisible():
            return
        self._show_anew(known.id)
        self._look_for_languages()

    def show_corrected(self, lesson_id: str) -> None:
        """Follow a change in the translation of a lesson."""
        if self._source is not None and self._source.id == lesson_id:
            self._show_anew(lesson_id)
            self._look_for_languages()

    def _show(self, source: Lesson) -> None:
        school = self._school
        lesson = school.as_taught(source)
        self._look = replace(look_of(school, lesson, self._theme()), language=lesson.language)
        nation = school.nation
        further = school.in_languages.framework("efcw", school.language)
        frameworks = {nation.code: nation.frameworks, "efcw": further}
        self.page.show_lesson(
            lesson,
            thumbnail=self._thumbnail,
            nation=nation,
            frameworks=frameworks,
            problems=len(self._errors),
            own=source.path.parent == school.lesson_folders[-1],
        )
        self.page.desk.set_stale(len(self._stale()))
        self._show_class(source)

    def _rehearse(self) -> None:
        if self._source is not None:
            self.rehearse_requested.emit(self._source.id)

    def _say_rehearsed(self) -> None:
        """Say when the lesson was rehearsed last; once the page is seen, for it is read from disk."""
        source = self._source
        if source is None or not self.page.isVisible():
            return
        found = [one for one in self._rehearsals() if one.lesson == source.id]
        day = local_day(found[-1].when) if found else None
        words = ""
        if day is not None:
            times = ntr("once", "{count} times", len(found))
            words = (
                tr("You rehearsed it {times}, last on {day}.")
                if len(found) > 1
                else tr("You rehearsed it on {day}.")
            )
            words = words.format(times=times, day=day_and_month(day))
        self.page.desk.set_rehearsed(words)

    def _show_class(self, source: Lesson) -> None:
        summary, label = self._summary(), self._label(source)
        classes = [(known.label, known.band) for known in summary.classes]
        ready = len(summary.answers(label))
        self.page.set_class(classes, label, summary.standing(label, source.id), ready)

    def _thumbnail(self, lesson: Lesson, index: int, width: int) -> QPixmap:
        look = self._look or look_of(self._school, lesson, self._theme())
        ratio = self._window.devicePixelRatioF()
        return thumbnail(slides_of(lesson)[index], index + 1, look, None, width, ratio)
