"""What stands in the panel for a class, a day of the calendar and a statement of the curriculum."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.views.grid import Row, cell_of
from rse_lessons.progress.views.planning import order_of
from rse_lessons.progress.views.year import Day, SchoolYear
from rse_lessons.ui.progress.curriculum import CurriculumModel, served_word
from rse_lessons.ui.progress.known import ClassDetails, Known, ListDetails
from rse_lessons.ui.progress.words import entry_word, full_day


def class_details(known: Known, year: SchoolYear, row: Row) -> ClassDetails:
    """Give a class's lessons in the order of its plan, with where it is in each."""
    records, label = known.records, row.known.label
    lines = {line.id: line for line in records.lessons}
    order = tuple(
        (lines[name], cell_of(label, lines[name], records.standing(label, name), year, records.zone))
        for name in order_of(row.known, records.lessons)
    )
    return ClassDetails(row, order)


def day_details(day: Day, titles: Mapping[str, str]) -> ListDetails:
    """Give what happened on a day, or is planned for it."""
    items = tuple(
        (
            tr("{class_label}: {lesson}").format(
                class_label=entry.label, lesson=titles.get(entry.lesson, entry.lesson)
            ),
            entry_word(entry.how),
            entry.label,
            entry.lesson,
        )
        for entry in day.entries
    )
    return ListDetails(full_day(day.day), "" if items else tr("No lesson on this day."), items)


def statement_details(curriculum: CurriculumModel, index: QModelIndex) -> ListDetails:
    """Give a statement with the lessons of a class that serve it, or with all that do."""
    row, known = curriculum.statement(index.row()), curriculum.known(index)
    if row is None:
        return ListDetails("", "", ())
    statement = row.statement
    if known is None:
        claims = tuple((claim.title, "", "", claim.lesson) for claim in row.claims)
        return ListDetails(statement.code, statement.text, claims)
    serving = curriculum.serving(index)
    items = tuple((title, served_word(far), known.label, lesson) for lesson, title, far in serving)
    heading = tr("{class_label}: {code}").format(class_label=known.label, code=statement.code)
    none = tr("{text} No lesson of its plan serves this.")
    return ListDetails(heading, statement.text if items else none.format(text=statement.text), items)
