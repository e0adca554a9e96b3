"""The data protection sheet: what is kept on this PC, where, how long, and who can read it."""

from __future__ import annotations

from rse_lessons.printing.document import (
    Bullets,
    Document,
    PageBreak,
    Para,
    Part,
    Ruled,
    Section,
    Style,
    Table,
)
from rse_lessons.printing.facts import Facts, how_long, kept, never, readers
from rse_lessons.printing.words import ENGLISH, Words


def data_sheet(facts: Facts, day: str, words: Words = ENGLISH) -> Document:
    """Give the sheet; `day` is the day on which it is printed."""
    tr = words.tr
    lead = tr(
        "What RSE Lessons keeps on this PC, for what, where, how long, and who can read it. It says what "
        "the program does. What your school does is for your school to add at the end. It is no legal "
        "advice."
    )
    rows = tuple((one.what, one.why) for one in kept(facts, words))
    return Document(
        title=tr("Data protection sheet"),
        subtitle=tr("RSE Lessons {version} · {nation} · printed {day}").format(
            version=facts.app, nation=facts.nation, day=day
        ),
        sections=(
            Section("", (Para(lead, Style.LEAD),)),
            Section(tr("What is kept"), (Table(rows, (tr("What"), tr("What for"))),)),
            Section(tr("What is never kept"), (Bullets(never(words)),)),
            Section(tr("Where"), tuple(_where(facts, words))),
            Section(tr("How long"), (Bullets(how_long(facts, words)),)),
            Section(tr("Who can read it"), (Bullets(readers(facts, words)),)),
            *_school(words),
        ),
    )


def _where(facts: Facts, words: Words) -> list[Part]:
    rows = [(what, as_path(path)) for what, path in facts.places]
    if facts.shared:
        rows.append((words.tr("Folder shared with other PCs"), as_path(facts.shared)))
    else:
        rows.append((words.tr("Folder shared with other PCs"), words.tr("None")))
    return [Table(tuple(rows))]


def _school(words: Words) -> tuple[Section, ...]:
    tr = words.tr
    asked = (
        tr("School, and who is responsible for data protection"),
        tr("Lawful basis, and where it is recorded"),
        tr("Is any of it personal data in your school? Think of very small classes, and of the teacher"),
        tr("Who may use this account and this PC; is its disk encrypted?"),
        tr("Agreed time of keeping, if it is shorter than a school year"),
        tr("Who checks, and on which day next"),
    )
    sections = tuple(Section(question, (Ruled(2),), level=2) for question in asked)
    note = Para(tr("The program cannot know these. Please write them in by hand."), Style.CARE)
    return (Section("", (PageBreak(),)), Section(tr("For your school to fill in"), (note,)), *sections)


def as_path(path: str) -> str:
    """Set a path so that no sign in it is taken for emphasis."""
    fence = "``" if "`" in path else "`"
    return f"{fence}{path}{fence}"
