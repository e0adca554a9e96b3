"""Lessons for the shelves of the main window, called as they are in the languages in use here."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.lesson.card import Card
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.school import School
from rse_lessons.ui.library.desk import NEXT, next_lessons
from rse_lessons.ui.library.window import LibraryWindow


def languages_of(summary: Summary) -> set[str]:
    """Give the languages that classes read."""
    return {tag for known in summary.classes for tag in (known.language, known.second) if tag}


def say_languages(window: LibraryWindow, school: School, summary: Summary) -> None:
    """Say which languages besides English are in use, so that lessons can be told apart by them."""
    tags = school.languages_in_use(languages_of(summary))
    window.set_languages(school.in_languages.called(tags) if tags else {})


def put_up(window: LibraryWindow, school: School, summary: Summary) -> None:
    """Put all lessons on the shelves anew."""
    say_languages(window, school, summary)
    window.set_cards(school.library.cards())


def put_up_first(window: LibraryWindow, school: School, summary: Summary) -> None:
    """Put up what the first picture shows of lessons and classes; the rest may be put up after it."""
    label = school.preferences.class_label
    cards = school.library.front()
    if not _shows(cards, label, summary):
        cards = school.library.cards()
    window.set_all(cards, summary, label)


def put_up_rest(window: LibraryWindow, school: School, summary: Summary) -> None:
    """Put up the lessons that the first picture left out, and say the languages in use."""
    if window.library.cards is school.library.cards():
        say_languages(window, school, summary)
    else:
        put_up(window, school, summary)


def _shows(cards: Sequence[Card], label: str, summary: Summary) -> bool:
    """Whether the desk shows with these lessons at the front what it shows with all."""
    if not label:
        return True
    there = {card.id for card in cards}
    known, stopped = summary.info(label), summary.stopped(label)
    return (
        there.issuperset(known.plan)
        and (stopped is None or stopped[0] in there)
        and len(next_lessons(cards, known, summary.standings(label))) == NEXT
    )
