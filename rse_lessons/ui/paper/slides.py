"""Slides on paper: one a page, or each above its notes.

Hidden lines are shown, for paper cannot reveal them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen

from rse_lessons.i18n.catalogues import ntr, speaking, tr
from rse_lessons.lesson.model import Lesson, Reveal, Slide
from rse_lessons.presenting.activity import State
from rse_lessons.presenting.reveal import RevealState
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.printing.document import Para, Part, Style, Table
from rse_lessons.printing.words import Words, minutes, note_label, stage_name
from rse_lessons.ui.aloud.ways import language_name
from rse_lessons.ui.paper.compose import Composer
from rse_lessons.ui.paper.flow import Break, Drawn, Thing
from rse_lessons.ui.paper.pages import Paged, Progress, StoppedError, paginate, to_units
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide.look import HEIGHT, WIDTH, SlideLook
from rse_lessons.ui.slide.paint import paint_scene
from rse_lessons.ui.slide.pairing import marked
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.slide.tongues import bare

WORDS = Words(tr, ntr)
WIDTHS = (1.0, 0.9, 0.8, 0.7)
"""Shares of the width that a slide above its notes may take."""
EDGE = "#857762"
"""Round a slide, whose ground may be as white as the paper."""


def states_on_paper(lesson: Lesson) -> Mapping[str, State]:
    """Give the states in which slides are printed: every hidden line shown, nothing chosen."""
    return {
        key: RevealState(len(block.items))
        for key, block in blocks_of(lesson.slides).items()
        if isinstance(block, Reveal)
    }


def with_english_marked(lesson: Lesson, source: Lesson) -> Lesson:
    """Give a lesson for its slides to be drawn, with the name of English on what stayed so.

    `source` is the same lesson in English.
    """
    if not lesson.english_lines or len(lesson.slides) != len(source.slides):
        return lesson
    with speaking(lesson.language):
        name = language_name(source.language)
    slides = (
        marked(slide, other, lesson.english_lines, name)
        for slide, other in zip(lesson.slides, source.slides, strict=True)
    )
    return replace(lesson, slides=tuple(slides))


def paint_slides(
    lesson: Lesson,
    look: SlideLook,
    device: QPagedPaintDevice,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Paint a slide on every page. Raises StoppedError, and OSError when the device cannot be painted on."""
    slides, states = slides_of(lesson), states_on_paper(lesson)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(tr("the printer or file could not be opened"))
    try:
        for number, slide in enumerate(slides, 1):
            if stopped():
                raise StoppedError
            if number > 1:
                device.newPage()
            painter.save()
            to_units(painter, device, WIDTH, HEIGHT)
            paint_scene(build_scene(slide, number, look, states), painter, QRectF(0, 0, WIDTH, HEIGHT))
            painter.restore()
            if progress:
                progress(number, len(slides))
    finally:
        painter.end()


def with_notes(lesson: Lesson, look: SlideLook, sheet: Sheet) -> Paged:
    """Lay out each slide above its notes, on a sheet of its own; long notes go on on the next."""
    foot = tr("{lesson} · Slides with notes").format(lesson=lesson.front.title)
    return paginate(_things(lesson, look, sheet), sheet, foot)


def _things(lesson: Lesson, look: SlideLook, sheet: Sheet) -> Iterator[Thing]:
    composer = Composer(sheet, look.pictures)
    states = states_on_paper(lesson)
    for number, slide in enumerate(slides_of(lesson), 1):
        if number > 1:
            yield Break()
        title = bare(slide.title) or tr("A slide without a heading")
        heading = composer.heading(tr("{number}. {title}").format(number=number, title=title))
        below = (heading, *composer.parts(tuple(_notes(slide))))
        yield _drawn(slide, number, look, states, _width(below, sheet))
        yield from below


def _width(below: Sequence[Thing], sheet: Sheet) -> float:
    """Draw a slide as large as lets its notes stay on the same sheet; whole width where none does."""
    need = sum(thing.gap + thing.height for thing in below)
    for share in WIDTHS:
        if sheet.wide * share * HEIGHT / WIDTH + need <= sheet.tall:
            return sheet.wide * share
    return sheet.wide


def _drawn(slide: Slide, number: int, look: SlideLook, states: Mapping[str, State], wide: float) -> Drawn:
    tall = wide * HEIGHT / WIDTH

    def draw(painter: QPainter, x: float, y: float) -> None:
        area = QRectF(x, y, wide, tall)
        paint_scene(build_scene(slide, number, look, states), painter, area)
        painter.setPen(QPen(QColor(EDGE), 8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    return Drawn(tall, draw, keep=True)


def _notes(slide: Slide) -> Iterator[Part]:
    stage = stage_name(slide.stage, WORDS)
    planned = f"{stage} · {minutes(slide.seconds, WORDS)}" if slide.seconds else stage
    yield Para(planned, Style.ASIDE)
    if slide.sensitive:
        yield Para(tr("Take care: {note}").format(note=slide.sensitive), Style.CARE)
    if slide.notes is None:
        yield Para(tr("This slide has no notes."), Style.ASIDE)
    elif slide.notes.parts:
        yield Table(
            tuple(
                (f"**{note_label(part.label, WORDS)}**" if part.label else "", part.markdown)
                for part in slide.notes.parts
            )
        )
