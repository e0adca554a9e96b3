"""What the window of an end says: of a school year that is over, or of one class that is to be deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.deleting.retention import SENTENCES, Due, Left, OfClass, Outcome, Part
from rse_lessons.ui.days import day_and_month

MOST_NAMED = 8
"""As many classes are named one by one."""
LATE = 4
"""Weeks from which it is said how long ago the year ended."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the window says before it is done."""

    title: str
    lead: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    on: str
    """What the button says that leads to the second question."""
    sure: str
    """The second question."""
    keep: str = ""
    """Which classes may be taken along; empty when there are none."""
    late: str = ""
    """How long ago it was, when it was long ago."""
    may_wait: bool = False
    """Whether it can be put off."""


def year_words(due: Due, today: date) -> Told:
    """Tell of a year that has ended."""
    ended = day_and_month(due.end.day)
    going = [one for one in due.classes if one.label and not one.fresh]
    fresh = [one.label for one in due.classes if one.fresh]
    weeks = (today - due.end.day).days // 7
    lead = tr(
        "It ended on {day}. What is known here of its classes has done its work, and a school keeps nothing "
        "longer than it needs it. Nothing is deleted unless you say so here."
    )
    late = ntr("That was {count} week ago.", "That was {count} weeks ago.", weeks) if weeks >= LATE else ""
    return Told(
        title=tr("The school year has ended"),
        lead=lead.format(day=ended),
        late=late,
        goes=(*_classes(going), *_kinds(due.classes), _everywhere()),
        stays=(
            tr("What happened after {day}").format(day=ended),
            tr("Your settings, your school’s own lessons, and lesson packs"),
        ),
        on=tr("Go on to delete…"),
        sure=tr("Delete the year that ended on {day}, for good?").format(day=ended),
        keep=_fresh(fresh),
        may_wait=True,
    )


def now_words(due: Due, ends: date) -> Told:
    """Tell of the year that is not over yet, to somebody who wants to delete it already."""
    told = year_words(due, due.end.day)
    return replace(
        told,
        title=tr("Delete this year’s records now?"),
        lead=tr(
            "The school year ends on {day}, and then you are asked. You may delete what is known of its "
            "classes before: in July, for instance, or when you leave the school."
        ).format(day=day_and_month(ends)),
        stays=told.stays[1:],
        sure=tr("Delete what happened with classes until now, for good?"),
        may_wait=False,
    )


def class_words(label: str, lessons: int) -> Told:
    """Tell of one class that is to be deleted."""
    count = ntr("{count} lesson", "{count} lessons", lessons)
    begun = tr("{count} that the class began, with slides reached, votes, times, drawings and ticks")
    return Told(
        title=tr("Delete {class_label} for good").format(class_label=label),
        lead=tr(
            "Everything that is known here of {class_label} goes. It is not put away: nobody can bring it "
            "back."
        ).format(class_label=label),
        goes=(
            tr("The class itself, its plan and what is planned for it"),
            *((begun.format(count=count),) if lessons else ()),
            tr("The rules it made for itself, and your prepared answers for it"),
            _everywhere(),
            tr("Your other PCs delete it with the next merge, or when they next look into the shared folder"),
        ),
        stays=(
            tr("All other classes"),
            tr("Your settings, your school’s own lessons, and lesson packs"),
        ),
        on=tr("Go on to delete…"),
        sure=tr("Delete {class_label} for good?").format(class_label=label),
    )


def _classes(going: Sequence[OfClass]) -> tuple[str, ...]:
    if not going:
        return ()
    names = [one.label for one in going[:MOST_NAMED]]
    more = len(going) - len(names)
    if more:
        names.append(ntr("{count} more", "{count} more", more))
    count = ntr("{count} class", "{count} classes", len(going))
    return (tr("{classes}: {names}").format(classes=count, names=", ".join(names)),)


def _kinds(classes: Sequence[OfClass]) -> tuple[str, ...]:
    lessons = sum(one.lessons for one in classes)
    told = []
    if lessons:
        begun = tr("{count} that classes began, with slides reached, votes, times, drawings and ticks")
        told.append(begun.format(count=ntr("{count} lesson", "{count} lessons", lessons)))
    told.append(tr("The rules that classes made for themselves, and your prepared answers"))
    return tuple(told)


def _everywhere() -> str:
    return tr("All this also in the backups, in copies, and in what this PC put into a shared folder")


def _fresh(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    return tr("Keep for the new year, as you have set it up: {names}").format(names=", ".join(labels))


def left_words(left: Left) -> str:
    """Name what could not be cleared."""
    name = str(left.path) if left.part is Part.SHARED else left.path.name
    return tr(SENTENCES[left.part]).format(file=name)


def done_words(outcome: Outcome) -> tuple[str, tuple[str, ...]]:
    """Say how it went: in a word, and in sentences."""
    told = []
    if outcome.left:
        title = tr("Deleted from your records, but not everywhere yet")
        told += [left_words(left) for left in outcome.left]
        told.append(tr("RSE Lessons tries this again at its next start, and tells you if it fails."))
    else:
        title = tr("Deleted, but for a few steps") if outcome.ahead else tr("Deleted for good")
        if outcome.files:
            told.append(
                ntr(
                    "Every byte of {count} file was searched afterwards: nothing of it is left.",
                    "Every byte of {count} files was searched afterwards: nothing of it is left.",
                    outcome.files,
                )
            )
    if outcome.ahead:
        told.append(
            tr(
                "Some steps of this class are dated in the future, from a time when the clock of a "
                "PC was wrong. "
                "They stay until that day; “Erase everything” takes them, too."
            )
        )
    if outcome.waiting:
        told.append(
            ntr(
                "{count} other PC still has its own copy in the shared folder, and takes it out at its next "
                "visit.",
                "{count} other PCs still have their own copies in the shared folder, and take them out at "
                "their next visits.",
                outcome.waiting,
            )
        )
    return title, tuple(told)
