"""Lessons for the shelves of the main window, called as they are in the languages in use here."""

from __future__ import annotations

from rse_lessons.progress.facts.summary import Summary
from rse_lessons.school import School
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
