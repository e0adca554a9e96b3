"""The progress window on paper: each view as a document of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rse_lessons.i18n.catalogues import tr
from rse_lessons.printing.document import Document, Para, Section, Style, Table
from rse_lessons.progress.views.grid import Cell, Grid, State
from rse_lessons.progress.views.grid import Section as Band
from rse_lessons.progress.views.year import Month, SchoolYear
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.days import day_and_month, month_name
from rse_lessons.ui.progress.curriculum import Matrix, served_word
from rse_lessons.ui.progress.words import (
    count_words,
    entry_word,
    full_day,
    reason_words,
    slide_words,
    state_word,
    year_words,
)

_ACROSS = 4
"""Lessons beside one another on a sheet."""
_CLASSES = 6
"""Classes beside one another."""


def exact(text: str) -> str:
    """Give words that Markdown leaves as they are."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~&])", r"\\\1", text)


def grid_sheet(grid: Grid, year: SchoolYear, today: date) -> Document:
    """Give the grid as a document."""
    about = tr(
        "Hands of the whole class, before and after, for the answer that most gave in the end. A count under "
        "five is shown as “fewer than 5”."
    )
    return Document(
        title=tr("Progress"),
        subtitle=year_words(year),
        sections=(
            Section("", (Para(about, Style.ASIDE),)),
            *(part for band in grid.sections for part in _band(band, today)),
        ),
    )


def _band(band: Band, today: date) -> Iterator[Section]:
    heading = ages_line(band.band) if band.band in AGES else tr("Other ages")
    for first in range(0, len(band.lessons), _ACROSS):
        lessons = band.lessons[first : first + _ACROSS]
        head = (tr("Class"), *(line.title for line in lessons))
        rows = tuple(
            (
                f"**{exact(row.known.label)}**",
                *(exact(paper_words(cell, today)) for cell in row.cells[first : first + len(lessons)]),
            )
            for row in band.rows
        )
        yield Section(heading if not first else "", (Table(rows, head),))


def paper_words(cell: Cell, today: date) -> str:
    """Say a cell in a few words, with dates that are still right next week."""
    when = day_and_month(cell.day) if cell.day else ""
    said = [state_word(cell.state)]
    if cell.state is State.TAUGHT:
        said = [tr("Taught, {date}").format(date=when)]
        if cell.hands is not None:
            words = tr("before {before}, after {after}")
            before, after = count_words(cell.hands.before), count_words(cell.hands.after)
            said.append(words.format(before=before, after=after))
    elif cell.state is State.BEGUN:
        said = [tr("Part way, {date}").format(date=when)]
        if cell.slides:
            said.append(slide_words(cell))
    elif cell.state is State.SKIPPED:
        said.append(reason_words(cell.reason))
    elif cell.planned is not None:
        words = tr("Was planned for {date}") if cell.planned < today else tr("Planned for {date}")
        said = [words.format(date=day_and_month(cell.planned))]
    elif cell.next:
        said = [tr("Next")]
    return "; ".join(said)


def calendar_sheet(months: Sequence[Month], year: SchoolYear, titles: Mapping[str, str]) -> Document:
    """Give the days on which something happened or is planned, month by month."""
    return Document(
        title=tr("Calendar of the school year"),
        subtitle=year_words(year),
        sections=tuple(section for month in months if (section := _month(month, titles)) is not None),
    )


def _month(month: Month, titles: Mapping[str, str]) -> Section | None:
    rows = tuple(
        (
            full_day(day.day),
            exact(entry.label),
            exact(titles.get(entry.lesson, entry.lesson)),
            entry_word(entry.how),
        )
        for week in month.weeks
        for day in week.days
        for entry in day.entries
    )
    name = tr("{month} {year}").format(month=month_name(month.first.month), year=month.first.year)
    head = (tr("Day"), tr("Class"), tr("Lesson"), "")
    return Section(name, (Table(rows, head),)) if rows else None


def curriculum_sheet(found: Matrix, subject: str) -> Document:
    """Give the curriculum with how far each class has come, some classes a table."""
    sections = []
    for first in range(0, max(1, len(found.classes)), _CLASSES):
        classes = found.classes[first : first + _CLASSES]
        head = (tr("Statement"), *(known.label for known in classes))
        for area in found.areas:
            rows = tuple(
                (
                    f"**{exact(row.statement.code)}** {exact(row.statement.text)}",
                    *(served_word(found.far[known.label][row.statement.code]) for known in classes),
                )
                for row in area.rows
            )
            sections.append(Section(area.heading, (Table(rows, head),), level=2))
    return Document(title=tr("Curriculum and classes"), subtitle=subject, sections=tuple(sections))
