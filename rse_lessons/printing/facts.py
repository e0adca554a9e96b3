"""What the program keeps, as facts for the papers of a school: one table, which tests hold to the program.

Everything here is in words of the program's own. What is special to one PC comes in as `Facts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rse_lessons.printing.words import ENGLISH, Words


class Kept(NamedTuple):
    """One sort of thing that is kept."""

    what: str
    why: str
    kinds: tuple[str, ...] = ()
    """The kinds of records that hold it; empty for what lies in files of its own."""


class Facts(NamedTuple):
    """What is special to this PC and this school."""

    app: str
    """The program's version."""
    nation: str
    year_end: str
    """The last day of the school year, such as `31 August`."""
    places: Sequence[tuple[str, str]] = ()
    """What lies where: words and the folder or file."""
    shared: str = ""
    """The folder shared with other PCs; empty when there is none."""
    passcode: bool = False
    """Whether this teacher's profile asks for a passcode."""
    days: int = 12
    weeks: int = 10
    months: int = 9
    """How many backups are kept: the newest of so many days, weeks and months."""
    fewest: int = 5
    """The smallest count of pupils that is kept as a number."""


def kept(facts: Facts, words: Words = ENGLISH) -> tuple[Kept, ...]:
    """Give everything that is kept, what for, and which kinds of records it is."""
    few = words.tr("a count under {fewest} is kept as “fewer than {fewest}”").format(fewest=facts.fewest)
    return (
        Kept(
            words.tr(
                "Labels of classes, such as “7B”, with their age, nation, language and days of teaching"
            ),
            words.tr("to choose the class"),
            ("class-added", "class-described", "class-reads", "class-removed"),
        ),
        Kept(
            words.tr(
                "The plan of a class: the order of its lessons, days planned, and lessons left out with "
                "one of five reasons"
            ),
            words.tr("to know what comes next"),
            ("plan-ordered", "lesson-planned", "lesson-skipped", "lesson-unskipped"),
        ),
        Kept(
            words.tr(
                "Which lesson a class began, by its file’s name, the slide it reached, and when; what the "
                "teacher ticked before"
            ),
            words.tr("to go on there"),
            ("started", "slide", "finished", "restarted", "prepared"),
        ),
        Kept(words.tr("How long each stage took"), words.tr("to plan the next lesson"), ("stage",)),
        Kept(
            words.tr("Hands counted in the whole class; {few}").format(few=few),
            words.tr("to compare before and after"),
            ("tally",),
        ),
        Kept(
            words.tr("What the whole class chose together in an activity, and which parts of it were shown"),
            words.tr("to go on there"),
            ("block",),
        ),
        Kept(
            words.tr("What the teacher drew over slides, as lines"),
            words.tr("to go on there"),
            ("stroke", "erased"),
        ),
        Kept(
            words.tr("Rules that a class agreed for itself, in words that the teacher typed"),
            words.tr("to show them in its lessons"),
            ("rule-added", "rule-changed", "rule-removed"),
        ),
        Kept(
            words.tr("The teacher’s own answers to the question box, until they are given"),
            words.tr("to give them in the next lesson"),
            ("answer-added", "answer-changed", "answer-given", "answer-removed"),
        ),
        Kept(
            words.tr(
                "How many slips were in the question box, and how many went to the safeguarding lead; {few}"
            ).format(few=few),
            words.tr("the teacher’s own overview"),
            ("questions-counted",),
        ),
        *_training(words),
        Kept(
            words.tr(
                "That a class, a year or a teacher’s training was deleted, and when. Of a class, a check "
                "sum of its label is kept; a short label could be worked out from it by trying"
            ),
            words.tr("so that it does not come back from another PC"),
            ("classes-cleared",),
        ),
        Kept(
            words.tr(
                "The name of a teacher’s profile, its language, and a salted key made from its passcode"
            ),
            words.tr("to tell several teachers on one PC apart"),
        ),
        Kept(
            words.tr("Settings, such as the class chosen last"), words.tr("to find things as they were left")
        ),
    )


def _training(words: Words) -> tuple[Kept, ...]:
    """Give what is kept of the teacher's own learning."""
    return (
        Kept(
            words.tr(
                "Of the teacher’s own learning in Teacher mode: modules and pages opened, and for how long; "
                "conversations practised and lessons rehearsed, as ids of what was chosen; tasks ticked"
            ),
            words.tr("to go on there, and to count hours"),
            (
                *("module-opened", "module-page", "module-practised"),
                *("module-rewritten", "module-task", "rehearsed"),
            ),
        ),
        Kept(
            words.tr(
                "Tries of knowledge checks: which questions were asked and missed, and whether it was "
                "passed; not what was answered. Codes of certificates, without a name"
            ),
            words.tr("to ask other questions next time, and for certificates"),
            ("module-tried", "certified"),
        ),
        Kept(
            words.tr(
                "The teacher’s reflections, notes for a mentor and log of training with days, times and a "
                "line of words, as the teacher typed them"
            ),
            words.tr("for the teacher’s own portfolio"),
            (
                *("module-reflected", "module-unreflected", "mentor-noted", "mentor-note-removed"),
                *("evidence-added", "evidence-changed", "evidence-unworded", "evidence-removed"),
            ),
        ),
    )


def never(words: Words = ENGLISH) -> tuple[str, ...]:
    """Give what is never kept."""
    return (
        words.tr("The name, initials, number or picture of a pupil: there is no field for any of them"),
        words.tr("What one pupil answered, voted or chose"),
        words.tr("What is written on a slip in the question box, or who wrote it"),
        words.tr("Anything that a pupil tells a teacher: a disclosure belongs in the school’s own system"),
        words.tr("Text that is typed on a screen which pupils look at"),
        words.tr("Logs of use, reports of crashes, statistics"),
    )


def readers(facts: Facts, words: Words = ENGLISH) -> tuple[str, ...]:
    """Give who can read it."""
    some = (
        words.tr(
            "Whoever can use this account of this PC, and whoever looks after the PC. The files are not "
            "encrypted by the program; whether the disk is, your school knows."
        ),
        words.tr("Nobody outside: the program has no network code, and sends nothing anywhere."),
        words.tr(
            "This profile asks for a passcode. It hides the records in the program; it does not encrypt them."
        )
        if facts.passcode
        else words.tr("No passcode is set for this profile. One can be set in Settings."),
    )
    if not facts.shared:
        return some
    return (
        *some,
        words.tr(
            "Whoever can read the shared folder: the records of this PC’s classes lie there as well, "
            "and of the teacher’s training, without any words that the teacher typed."
        ),
    )


def how_long(facts: Facts, words: Words = ENGLISH) -> tuple[str, ...]:
    """Give how long it is kept."""
    return (
        words.tr(
            "What belongs to classes: until the end of the school year. Once {day} is over, the program "
            "asks at its start whether to delete the year; it may be put off, and nothing is deleted "
            "without a yes."
        ).format(day=facts.year_end),
        words.tr(
            "What belongs to a teacher’s own learning: until the teacher deletes it. The end of a year "
            "and the deleting of a class leave it."
        ),
        words.tr("One class, all training, or everything, can be deleted at any time."),
        words.tr(
            "Backups: the newest of each of {days} days, {weeks} weeks and {months} months with one. What "
            "is deleted is taken out of them, too, and out of this PC’s pieces in a shared folder."
        ).format(days=facts.days, weeks=facts.weeks, months=facts.months),
        words.tr(
            "Out of the program’s reach: copies that were exported, your school’s own backups of this PC, "
            "and traces that a disk keeps of what it once held."
        ),
    )
