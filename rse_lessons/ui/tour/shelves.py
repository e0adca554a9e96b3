"""Pictures of the library and of a lesson's page."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from rse_lessons.i18n.catalogues import ENGLISH
from rse_lessons.lesson.model import Lesson
from rse_lessons.nation.freshness import stale
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.ui.coverage.page import CoveragePage
from rse_lessons.ui.lesson_page.page import LessonPage
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.slide.paint import thumbnail
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import CLASSES, TODAY, Given, class_of


def library(given: Given, theme: Theme) -> Shown:
    """Show the shelves, with a class that is part way."""
    window = _window(given, theme)
    window.set_cards(given.cards)
    label = class_of(given.lessons[0]) if given.lessons else ""
    window.set_summary(given.summary(), label, TODAY)
    return Shown(window)


def first_day(given: Given, theme: Theme) -> Shown:
    """Show the shelves before there is any class."""
    window = _window(given, theme)
    window.set_cards(given.cards)
    window.set_summary(Summary(), "", TODAY)
    return Shown(window)


def empty(given: Given, theme: Theme) -> Shown:
    """Show the shelves without a lesson."""
    window = _window(given, theme)
    window.set_cards(())
    window.set_summary(Summary(CLASSES, {}), CLASSES[0].label, TODAY)
    return Shown(window)


def no_results(given: Given, theme: Theme) -> Shown:
    """Show a search that finds nothing."""
    window = _window(given, theme)
    window.set_cards(given.cards)
    window.set_summary(given.summary(), CLASSES[1].label, TODAY)
    window.library.head.search.setText("volcano")
    return Shown(window)


def coverage(given: Given, theme: Theme, nation: str) -> Shown:
    """Show what the lessons serve of a nation's curriculum."""
    window = _window(given, theme)
    window.set_cards(given.cards)
    window.set_nations(given.nations, nation)
    page = CoveragePage(theme)
    page.show_coverage(given.coverage[nation])
    window.show_page(page)
    return Shown(window)


def lesson_page(given: Given, theme: Theme, lesson: Lesson) -> Shown:
    """Show the page of a lesson that a class is part way through."""
    window = _window(given, theme)
    window.set_cards(given.cards)
    page = LessonPage(theme, window.covers)
    taught = next(other for other in given.lessons if other.id == lesson.id)
    look = given.look(taught, theme)

    def draw(_lesson: Lesson, index: int, width: int) -> QPixmap:
        return thumbnail(taught.slides[index], index + 1, look, {}, width, window.devicePixelRatioF())

    page.show_lesson(taught, thumbnail=draw, nation=given.nation, frameworks=given.frameworks)
    page.desk.set_stale(len(stale(given.routes[lesson.id], TODAY)))
    label = class_of(lesson)
    classes = [(known.label, known.band) for known in CLASSES]
    summary = given.summary()
    page.set_class(classes, label, summary.standing(label, lesson.id), len(summary.answers(label)))
    name = dict(given.lessons_in).get(lesson.language, "") if lesson.language != ENGLISH else ""
    page.set_languages(given.languages_of(lesson.id), lesson.language, "", name)
    window.show_page(page)
    return Shown(window)


def _window(given: Given, theme: Theme) -> LibraryWindow:
    window = LibraryWindow(theme)
    window.set_nations(given.nations, given.nation.code)
    window.set_phases({band: phase.name for band, phase in given.nation.phases.items()})
    return window
