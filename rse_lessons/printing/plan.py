"""The teacher's plan: what to do before, the time, and the notes of every slide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rse_lessons.lesson.model import Code, Lesson, Slide, Stage
from rse_lessons.printing.document import (
    Bullets,
    Document,
    Marks,
    PageBreak,
    Para,
    Part,
    Section,
    Style,
    Table,
)
from rse_lessons.printing.on_paper import numbered, numbered_title
from rse_lessons.printing.where import Where
from rse_lessons.printing.words import (
    ENGLISH,
    Words,
    adaptation_name,
    ending_name,
    minutes,
    note_label,
    stage_name,
)


def teachers_plan(lesson: Lesson, where: Where, words: Words = ENGLISH) -> Document:
    """Give the plan of a lesson that is already one nation's, placeholders in words."""
    front = lesson.front
    return Document(
        title=front.title,
        subtitle=subtitle(words.tr("The teacher’s plan"), lesson, where, words),
        sections=(
            *_beginning(lesson, words),
            *_before(lesson, where, words),
            *_background(lesson, where, words),
            *_slides(lesson, words),
        ),
        language=lesson.language,
    )


def subtitle(what: str, lesson: Lesson, where: Where, words: Words) -> str:
    """Say what a document is, for which years, and how long the lesson takes."""
    length = minutes(lesson.front.minutes * 60, words) if lesson.front.minutes else ""
    return " · ".join(part for part in (what, where.phase, where.years, length) if part)


def _beginning(lesson: Lesson, words: Words) -> Iterator[Section]:
    front = lesson.front
    if front.summary:
        yield Section("", (Para(front.summary, Style.LEAD),))
    if front.outcomes:
        pupils = words.tr("What pupils can do afterwards")
        heading = words.tr("What colleagues can do afterwards") if front.audience else pupils
        yield Section(heading, (Bullets(front.outcomes),))


def _before(lesson: Lesson, where: Where, words: Words) -> Iterator[Section]:
    if lesson.front.before:
        items = tuple(_bold_first_sentence(item.text) for item in lesson.front.before)
        yield Section(words.tr("What to do before"), (Bullets(items, Marks.BOXES),))
    routine = words.tr(
        "Thank them and listen. Don’t ask for details, don’t promise to keep a secret, and don’t look at any "
        "picture. Tell the {lead} today."
    )
    told = Para(routine.format(lead=where.safeguarding_lead), Style.CARE)
    yield Section(words.tr("If a pupil tells you something"), (told,))


def _background(lesson: Lesson, where: Where, words: Words) -> Iterator[Section]:
    front = lesson.front
    rows = [
        (
            stage_name(stage, words),
            _slide_numbers([number for number, _ in run if number]),
            minutes(sum(slide.seconds for _, slide in run), words),
        )
        for stage, run in stages(lesson)
    ]
    head = (words.tr("Stage"), words.tr("Slides"), words.tr("Time"))
    yield Section(words.tr("The time"), (Table(tuple(rows), head),))
    if front.characters:
        names = words.tr("The people in this lesson are invented: {names}.")
        yield Section(
            words.tr("People"), (Para(names.format(names=", ".join(one.name for one in front.characters))),)
        )
    yield from vocabulary(lesson, words)
    for heading, table, name in (
        (words.tr("Adapting the lesson"), front.adaptations, adaptation_name),
        (words.tr("Ways to end"), front.endings, ending_name),
    ):
        if table:
            adapted = tuple((f"**{name(key, words)}**", text) for key, text in table.items())
            yield Section(heading, (Table(adapted),))
    yield from _curriculum(lesson, where, words)


def vocabulary(lesson: Lesson, words: Words) -> Iterator[Section]:
    """Give the lesson's words with their meanings, where it has any."""
    if lesson.front.vocabulary:
        rows = tuple((f"**{word}**", meaning) for word, meaning in lesson.front.vocabulary.items())
        yield Section(words.tr("Words in this lesson"), (Table(rows),))


def stages(lesson: Lesson) -> list[tuple[Stage, list[tuple[int, Slide]]]]:
    """Give the runs of slides in one stage, with the slides' numbers on the screen."""
    return [(stage, list(run)) for stage, run in groupby(numbered(lesson), key=lambda entry: entry[1].stage)]


def _curriculum(lesson: Lesson, where: Where, words: Words) -> Iterator[Section]:
    codes = [
        code for code in lesson.front.curriculum if not where.frameworks or code.framework in where.frameworks
    ]
    if codes:
        rows = tuple(_code_row(code, where, words) for code in codes)
        head = (words.tr("Code"), words.tr("What it says"))
        heading = words.tr("Curriculum: {nation}").format(nation=where.nation) if where.nation else ""
        yield Section(heading or words.tr("Curriculum"), (Table(rows, head),))


def _code_row(code: Code, where: Where, words: Words) -> tuple[str, str]:
    statement = where.statements.get(code.code)
    said = " – ".join(part for part in (statement.heading, statement.text) if part) if statement else ""
    if code.to_check or (statement and statement.to_check):
        said = words.tr("{statement} (to be checked)").format(statement=said).strip()
    return code.code, said


def _slides(lesson: Lesson, words: Words) -> Iterator[Section]:
    yield Section("", (PageBreak(),))
    for stage, run in stages(lesson):
        time = sum(slide.seconds for _, slide in run)
        heading = words.tr("{stage}: {time}").format(
            stage=stage_name(stage, words), time=minutes(time, words)
        )
        yield Section(heading if time else stage_name(stage, words), ())
        for number, slide in run:
            yield Section(numbered_title(number, slide, words), tuple(_notes(slide, words)), level=2)


def _notes(slide: Slide, words: Words) -> Iterator[Part]:
    if slide.sensitive:
        yield Para(words.tr("Take care: {note}").format(note=slide.sensitive), Style.CARE)
    if slide.notes and slide.notes.parts:
        rows = (
            (f"**{note_label(part.label, words)}**" if part.label else "", part.markdown)
            for part in slide.notes.parts
        )
        yield Table(tuple(rows))
    elif not slide.notes:
        yield Para(words.tr("This slide has no notes."), Style.ASIDE)


def _slide_numbers(numbers: list[int]) -> str:
    if len(numbers) > 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return str(numbers[0]) if numbers else ""


def _bold_first_sentence(text: str) -> str:
    first, stop, rest = text.partition(". ")
    return f"**{first}.** {rest}" if stop else f"**{text}**"
