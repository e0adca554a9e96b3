"""What the window says of passages: who reads them, what is kept, what was found, how far the reading is."""

from __future__ import annotations

from datetime import date

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.i18n.corrections import Reading, State
from rse_lessons.i18n.faults import Fault
from rse_lessons.i18n.passages import Passage, Reader
from rse_lessons.i18n.words_to_translators import OFTEN
from rse_lessons.ui.days import day_and_month

EVERYTHING, PUPILS, NOTES, FAMILIES, SAFETY, UNREAD, CHANGED, FOUND = (
    "everything",
    "pupils",
    "notes",
    "families",
    "safety",
    "unread",
    "changed",
    "found",
)
FILTERS = (EVERYTHING, PUPILS, NOTES, FAMILIES, SAFETY, UNREAD, CHANGED, FOUND)
"""What may be shown of a lesson, by name."""


def filter_name(name: str) -> str:
    """Name a filter."""
    return {
        EVERYTHING: tr("Everything"),
        PUPILS: tr("What pupils read"),
        NOTES: tr("Notes for teachers"),
        FAMILIES: tr("What families read"),
        SAFETY: tr("About help and safety"),
        UNREAD: tr("Not looked at yet"),
        CHANGED: tr("Changed by your school"),
        FOUND: tr("With something to look at"),
    }[name]


def passes(one: Reading, name: str) -> bool:
    """Say whether a passage is shown under a filter."""
    passage = one.passage
    return {
        EVERYTHING: True,
        PUPILS: passage.reader is Reader.PUPILS,
        NOTES: passage.reader is Reader.TEACHERS,
        FAMILIES: passage.reader is Reader.FAMILIES,
        SAFETY: passage.safety,
        UNREAD: one.state is not State.RIGHT,
        CHANGED: bool(one.own),
        FOUND: bool(one.faults),
    }[name]


def read_by(passage: Passage) -> str:
    """Say who reads a passage."""
    return {
        Reader.PUPILS: tr("Pupils read this."),
        Reader.TEACHERS: tr("Teachers read this."),
        Reader.FAMILIES: tr("Families read this."),
    }[passage.reader]


def about(passage: Passage) -> str:
    """Say who reads a passage, what is kept of it, how long it may be, and whether it is about safety."""
    said = [read_by(passage)]
    if passage.safety:
        said.append(tr("It is about help and safety: nothing may be lost, and nothing added."))
    if passage.keeps:
        said.append(tr("Keep as it is: {words}").format(words="  ".join(passage.keeps)))
    if passage.longest is not None:
        said.append(ntr("It may have {count} character.", "It may have {count} characters.", passage.longest))
    return " ".join(said)


def note_words(passage: Passage) -> str:
    """Give the note to translators; what is said of many passages in the interface's language."""
    said = passage.note
    for english in OFTEN:
        said = said.replace(english, tr(english))
    return said


def state_words(one: Reading) -> str:
    """Say how a passage stands."""
    if one.state is State.ENGLISH:
        return tr("Still in English")
    if one.state is State.RIGHT:
        return tr("Right, in your school’s words") if one.own else tr("Right")
    return tr("In your school’s words, not looked at again") if one.own else tr("Not looked at yet")


def slide_heading(number: int, title: str) -> str:
    """Name a slide above its passages."""
    if not number:
        return tr("About the lesson")
    if not title:
        return tr("Slide {number}").format(number=number)
    return tr("Slide {number}: {title}").format(number=number, title=title)


def progress(done: int, passages: int) -> str:
    """Say how far the reading is."""
    return tr("{done} of {all} passages looked at").format(done=done, all=passages)


def found(fault: Fault) -> str:
    """Say in words what was found in a translation."""
    words = dict(zip(("first", "second"), fault.about, strict=False))
    said = {
        "signs": tr("There are no words in it, or a sign in it that nobody sees."),
        "placeholders": tr("What stands between braces, and where links lead, is kept letter for letter."),
        "marks": tr("Stars, brackets or quotation marks are not in pairs."),
        "emphasis": tr("The English has more or fewer words in bold."),
        "html": tr("Signs of HTML are shown as text, and a picture cannot be added here; take them out."),
        "structure": tr("It begins with a sign, or holds one, that has a meaning of its own in the file."),
        "register": tr("Look at the words for “you”: do they speak to those whom the English speaks to?"),
        "article": tr("After an article its first letter would change; choose another word."),
        "not-shown": tr("It stays in English: two answers would read alike, or a phrase is not in its text."),
    }
    if fault.rule == "form" and fault.about:
        return tr("“{first}” does not say “{second}”.").format(**words)
    if fault.rule == "term" and fault.about:
        return tr("The agreed word for “{first}” is “{second}”.").format(**words)
    if fault.rule == "length":
        return tr("It is too long here.") if fault.error else tr("It is long; look whether it fits.")
    return said.get(fault.rule, fault.sentence)


def long_day(day: date) -> str:
    """Write a day with its year."""
    return tr("{date} {year}").format(date=day_and_month(day), year=day.year)


def left_to_read(count: int) -> str:
    """Say how much of a lesson is still to be looked at."""
    return ntr(
        "{count} passage has not been looked at yet.",
        "{count} passages have not been looked at yet.",
        count,
    )


def before_marking(language: str, day: date) -> tuple[str, str]:
    """Ask before a lesson counts as read: the question, and what it means."""
    title = tr("Did you read all of it, and is it right?")
    words = tr(
        "From now on the program says: read by a fluent teacher of this school on {day}. It keeps no name. "
        "When the English or the {language} changes later, it says so."
    )
    return title, words.format(day=long_day(day), language=language)


def not_kept(reason: str) -> str:
    """Say that words could not be written."""
    words = tr(
        "Your last change could not be written ({reason}). It stays in this window. Make room or look at the "
        "folder of your school’s own lessons, then change a letter and it is tried again."
    )
    return words.format(reason=reason)
