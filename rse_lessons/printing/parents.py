"""The parent pack: a page for families first, then everything that pupils see. Families may see it all."""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.model import Lesson
from rse_lessons.printing.document import Bullets, Document, PageBreak, Para, Section, Style
from rse_lessons.printing.handout import handout_sections
from rse_lessons.printing.on_paper import numbered, numbered_title, route_table, slide_parts
from rse_lessons.printing.plan import subtitle, vocabulary
from rse_lessons.printing.where import Where
from rse_lessons.printing.words import ENGLISH, Words


def parent_pack(lesson: Lesson, where: Where, words: Words = ENGLISH) -> Document:
    """Give the pack of a lesson that is already one nation's, placeholders in words."""
    return Document(
        title=lesson.front.title,
        subtitle=subtitle(words.tr("For families"), lesson, where, words),
        sections=(
            *_home(lesson, where, words),
            *_lesson(lesson, where, words),
            *handout_sections(lesson),
        ),
        language=lesson.language,
    )


def _home(lesson: Lesson, where: Where, words: Words) -> Iterator[Section]:
    front = lesson.front
    about = front.home.about or front.summary
    if about:
        yield Section(words.tr("What we talked about"), (Para(about, Style.LEAD),))
    if front.home.questions:
        yield Section(words.tr("To talk about together, if you like"), (Bullets(front.home.questions),))
    ask = words.tr("You are welcome to ask the school about anything in this lesson.")
    routes = (route_table(where.routes, words),) if where.routes else ()
    yield Section(words.tr("Where to get help"), (*routes, Para(ask)))


def _lesson(lesson: Lesson, where: Where, words: Words) -> Iterator[Section]:
    everything = words.tr(
        "Here is everything that pupils see in this lesson: every slide, and every sheet of paper."
    )
    yield Section("", (PageBreak(),))
    yield Section(words.tr("The whole lesson"), (Para(everything, Style.LEAD),))
    if lesson.front.outcomes:
        yield Section(words.tr("What pupils can do afterwards"), (Bullets(lesson.front.outcomes),), level=2)
    for section in vocabulary(lesson, words):
        yield Section(section.heading, section.parts, level=2)
    for number, slide in numbered(lesson):
        if number:
            yield Section(numbered_title(number, slide, words), slide_parts(slide, where, words), level=2)
