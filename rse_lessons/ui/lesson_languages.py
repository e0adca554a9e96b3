"""In which languages a lesson is there, in words: on its page, in lists, and before a class sees it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.i18n.lesson_languages import LessonLanguage
from rse_lessons.i18n.review import Standing
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.theme import Theme

ENGLISH = "en"


def per_cent(one: LessonLanguage) -> int:
    """Give how much is in the language; 100 for all of it alone."""
    return 100 if one.whole else min(99, round(100 * one.share))


def in_short(one: LessonLanguage) -> str:
    """Say how far it is, to stand after its name in a list."""
    if one.standing is Standing.REVIEWED:
        return tr("reviewed")
    if one.standing is Standing.CHANGED:
        return tr("changed")
    if one.standing is Standing.DRAFT:
        return tr("draft")
    return tr("{percent}%").format(percent=per_cent(one))


def told(one: LessonLanguage) -> str:
    """Say in a sentence how far it is and who read it."""
    if one.standing is Standing.DRAFT:
        words = tr(
            "All of it is in {language}. It is a careful draft that a fluent reader has still to go through; "
            "look at its slides before you give it."
        )
        return words.format(language=one.name)
    if not one.whole:
        words = tr("{percent}% of it is in {language}. The rest is shown in English, and marked so.")
        return words.format(language=one.name, percent=per_cent(one))
    said = _read_by(one)
    if one.standing is Standing.CHANGED:
        return tr("{review} Some of its words have changed since then.").format(review=said)
    return said


def _read_by(one: LessonLanguage) -> str:
    by = {
        "translator": tr("Its translator went through all of it in {language} again on {day}."),
        "fluent-teacher": tr("A teacher who speaks {language} well read all of it on {day}."),
        "reviewer": tr("A reviewer read all of it in {language} on {day}."),
    }
    if one.here:
        by["fluent-teacher"] = tr("Read in {language} by a fluent teacher of this school on {day}.")
    day = one.on or date.min
    written = tr("{date} {year}").format(date=day_and_month(day), year=day.year)
    return by[one.role].format(language=one.name, day=written)


def not_there(name: str) -> str:
    """Say that a lesson is not there in the language that a class reads."""
    return tr("This lesson is not there in {language} yet, so it is in English.").format(language=name)


def gaps(one: LessonLanguage) -> tuple[str, str]:
    """Say that words about help and safety are in English: what, and what to do."""
    title = tr("In {language}, some of what is said about getting help is in English.")
    words = ntr(
        "{count} passage about help and safety has still to be translated. Nothing of it is left out: it is "
        "shown in English.",
        "{count} passages about help and safety have still to be translated. Nothing of them is left out: "
        "they are shown in English.",
        one.safety_gaps,
    )
    return title.format(language=one.name), words


def before_giving(theme: Theme, one: LessonLanguage, parent: QWidget | None = None) -> Question:
    """Ask in which language a class is to see a lesson of which much, or what is about help, is in English.

    The answer is the language's tag, `en`, or empty for not yet.
    """
    if one.safety_gaps:
        title, words = gaps(one)
    else:
        title = tr("Much of this lesson is in English.")
        words = told(one)
    answers = [
        (ENGLISH, tr("Give it in English")),
        (one.tag, tr("Give it in {language}").format(language=one.name)),
        ("", tr("Not yet")),
    ]
    return Question(theme, title, words, answers, parent)
