"""The words of the progress window: what a cell says, to the eye in short and to a screen reader in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.views.grid import Cell, Count, Hands, SoFar, State
from rse_lessons.progress.views.year import Entry, How, SchoolYear
from rse_lessons.ui.days import day_and_month, when_words
from rse_lessons.ui.weekdays import on_weekday, weekday

_SAID = 12
"""Lessons of one day that are said one by one."""


def count_words(count: Count) -> str:
    """Write a count of hands; one under five is not told."""
    return tr("fewer than 5") if count is None else str(count)


def year_words(year: SchoolYear) -> str:
    """Name a school year."""
    return tr("{first} to {last}").format(first=year.first.year, last=year.last.year)


def coming_words(day: date, today: date) -> str:
    """Say when something is planned, to stand alone: `tomorrow`, `on Thursday`, `30 November`."""
    if day == today:
        return tr("today")
    if day == today + timedelta(days=1):
        return tr("tomorrow")
    if today < day < today + timedelta(days=7):
        return on_weekday(day.weekday())
    return day_and_month(day)


def full_day(day: date) -> str:
    """Write a day with its weekday, `Tuesday 3 November`."""
    return tr("{weekday} {date}").format(weekday=weekday(day.weekday()), date=day_and_month(day))


def reason_words(reason: str) -> str:
    """Say in a few words why a lesson is left out."""
    return {
        "covered-elsewhere": tr("covered elsewhere"),
        "no-time": tr("no time this year"),
        "not-for-this-class": tr("not for this class now"),
        "with-the-lead": tr("the lead asked to wait"),
    }.get(reason, tr("another reason"))


def state_word(state: State) -> str:
    """Name a state in a word or two."""
    return {
        State.NOT_YET: tr("Not yet"),
        State.PLANNED: tr("Planned"),
        State.BEGUN: tr("Part way"),
        State.TAUGHT: tr("Taught"),
        State.SKIPPED: tr("Left out"),
    }[state]


def lines_of(cell: Cell, today: date) -> tuple[str, str]:
    """Give what a cell says where no bars are: a strong line and a soft one; either may be empty."""
    if cell.state is State.TAUGHT and cell.day is not None:
        return tr("Taught"), day_and_month(cell.day)
    if cell.state is State.BEGUN and cell.day is not None:
        stopped = tr("Stopped {when}").format(when=when_words(cell.day, today))
        return (slide_words(cell) if cell.slides else tr("Part of it")), stopped
    if cell.state is State.SKIPPED:
        return tr("Left out"), reason_words(cell.reason)
    return _waiting_lines(cell, today)


def _waiting_lines(cell: Cell, today: date) -> tuple[str, str]:
    if cell.planned is not None:
        if cell.planned < today:
            return tr("Was planned"), day_and_month(cell.planned)
        return tr("Planned"), coming_words(cell.planned, today)
    if cell.next:
        return tr("Next"), tr("no day yet")
    return "", tr("Not yet") if cell.listed else tr("Not in the plan")


def slide_words(cell: Cell) -> str:
    """Say where a class stopped."""
    return tr("Slide {slide} of {slides}").format(slide=cell.slide + 1, slides=cell.slides)


def cell_sentence(cell: Cell, title: str, today: date) -> str:
    """Say all of a cell to those who do not see it."""
    parts = [cell.label, title, _state_sentence(cell, today)]
    if cell.state is State.BEGUN and cell.slides:
        parts.append(tr("slide {slide} of {slides}").format(slide=cell.slide + 1, slides=cell.slides))
    if cell.hands is not None:
        parts += hands_words(cell.hands)
    if cell.next:
        parts.append(tr("comes next"))
    return ", ".join(parts)


def _state_sentence(cell: Cell, today: date) -> str:
    when = day_and_month(cell.day) if cell.day else ""
    if cell.state is State.TAUGHT:
        return tr("taught on {date}").format(date=when)
    if cell.state is State.BEGUN:
        return tr("begun, stopped on {date}").format(date=when)
    if cell.state is State.SKIPPED:
        return tr("left out, {reason}").format(reason=reason_words(cell.reason))
    if cell.planned is not None:
        words = tr("was planned for {date}") if cell.planned < today else tr("planned for {date}")
        return words.format(date=day_and_month(cell.planned))
    return tr("not yet") if cell.listed else tr("not in the plan")


def hands_words(hands: Hands) -> list[str]:
    """Say hands before and after, of how many where that may be told."""
    before = _hands(tr("before {count}"), tr("before {count} of {all}"), hands.before, hands.of_before)
    after = _hands(tr("after {count}"), tr("after {count} of {all}"), hands.after, hands.of_after)
    return [before, after]


def _hands(alone: str, of_all: str, count: Count, everybody: int) -> str:
    words = of_all if everybody and count is not None else alone
    return words.format(count=count_words(count), all=everybody)


def entry_word(how: How) -> str:
    """Say what a day was for a class and a lesson."""
    return {How.TAUGHT: tr("taught"), How.SHOWN: tr("part of it"), How.PLANNED: tr("planned")}[how]


def day_sentence(day: date, entries: tuple[Entry, ...], titles: Mapping[str, str]) -> str:
    """Say all of a day of the calendar."""
    said = [
        tr("{class_label}: {lesson}, {what}").format(
            class_label=entry.label, lesson=titles.get(entry.lesson, entry.lesson), what=entry_word(entry.how)
        )
        for entry in entries[:_SAID]
    ]
    if len(entries) > _SAID:
        rest = len(entries) - _SAID
        said.append(ntr("and {count} more", "and {count} more", rest))
    return f"{full_day(day)}. {'; '.join(said)}" if said else full_day(day)


def so_far_words(found: SoFar, classes: int) -> str:
    """Say in a few sentences what a school year has brought so far."""
    if not classes:
        return tr("There is no class here yet.")
    if not found.taught and not found.begun:
        return ntr(
            "{count} class is here. No lesson has been taught to the end yet.",
            "{count} classes are here. No lesson has been taught to the end yet.",
            classes,
        )
    said = []
    if found.taught:
        said.append(ntr("{count} lesson has been taught.", "{count} lessons have been taught.", found.taught))
        said.append(
            ntr(
                "{count} class has met at least one.", "{count} classes have met at least one.", found.classes
            )
        )
    if found.begun:
        said.append(ntr("{count} lesson is part way.", "{count} lessons are part way.", found.begun))
    if found.planned:
        said.append(ntr("{count} has a day planned.", "{count} have a day planned.", found.planned))
    if found.counted:
        counted = ntr(
            "Hands were counted before and after in {count} lesson.",
            "Hands were counted before and after in {count} lessons.",
            found.counted,
        )
        said.append(counted)
    return " ".join(said)
