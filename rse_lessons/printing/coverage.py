"""The coverage sheet: what the lessons serve of a curriculum, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rse_lessons.nation.coverage import Area, Covered, counted
from rse_lessons.printing.document import Document, Para, Section, Style, Table
from rse_lessons.printing.words import ENGLISH, Words


def coverage_sheet(
    parts: Sequence[tuple[str, Sequence[Area]]], ages: Mapping[str, str], words: Words = ENGLISH
) -> Document:
    """Give the sheet of some curricula, each by its name; `ages` are each band's words."""
    names = [name for name, _areas in parts]
    about = words.tr(
        "Which lessons say that they serve which statement. The statements are in our own words; the "
        "curriculum’s own words stand in its own document. What is marked “to be checked” was not read at "
        "its source: look there before you rely on it."
    )
    return Document(
        title=words.tr("Coverage"),
        subtitle=" · ".join(names),
        sections=(
            Section("", (Para(about, Style.LEAD),)),
            *(section for name, areas in parts for section in _part(name, areas, ages, words)),
        ),
    )


def _part(name: str, areas: Sequence[Area], ages: Mapping[str, str], words: Words) -> Iterator[Section]:
    some, all_of_them = counted(areas)
    sentence = words.tr("{some} of {all} statements are served by a lesson.")
    yield Section(name, (Para(sentence.format(some=some, all=all_of_them)),))
    head = (words.tr("Code"), words.tr("What it says"), words.tr("Lessons"))
    for area in areas:
        rows = tuple(_row(row, ages, words) for row in area.rows)
        yield Section(area.heading, (Table(rows, head),), level=2)


def _row(row: Covered, ages: Mapping[str, str], words: Words) -> tuple[str, str, str]:
    checked = words.tr("{statement} (to be checked)")
    text = checked.format(statement=row.statement.text) if row.to_check else row.statement.text
    lessons = []
    for claim in row.claims:
        lesson = words.tr("{lesson}, ages {ages}").format(lesson=claim.title, ages=ages.get(claim.band, ""))
        lessons.append(checked.format(statement=lesson) if claim.to_check and not row.to_check else lesson)
    return f"**{row.statement.code}**", text, "; ".join(lessons) or words.tr("No lesson yet")
