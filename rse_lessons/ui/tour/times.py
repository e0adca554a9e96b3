"""Pictures of time: what the class sees of a talk and its end, and how a lesson went. All is made up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from rse_lessons.lesson.model import Discuss, Lesson, Slide, Vote
from rse_lessons.presenting.report import report
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.presenting.stages import plan
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.dialogs.report import ReportWindow
from rse_lessons.ui.slide.blocks.talk_timer import TalkFace, TimerFace
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import TODAY, Given, class_of
from rse_lessons.ui.tour.giving import Picture, projector

FACES: Mapping[str, TalkFace] = {
    "runs": TalkFace(1, TimerFace(41, 60, running=True)),
    "held": TalkFace(2, TimerFace(80, 120, running=False)),
    "nearly": TalkFace(2, TimerFace(7, 120, running=True)),
    "end": TalkFace(2, TimerFace(-4, 120, running=True)),
    "over": TalkFace(3, TimerFace(-95, 120, running=True)),
}
"""A timer at five moments; the step counts where there are steps."""
SHARES = (1.0, 1.2, 0.9, 1.4, 0.6, 0.0, 1.0, 1.0, 1.0, 0.9)
"""How long each stage took, as a share of its plan."""


def talks(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures of the discussions of a lesson, each at every moment."""
    pictures: dict[str, Picture] = {}
    for number, slide in enumerate(slides_of(lesson), 1):
        for block_id, block in blocks_of([slide]).items():
            if isinstance(block, Discuss):
                for name, face in FACES.items():
                    pictures[f"talk-{block_id}-{name}"] = _talk(lesson, slide, number, {block_id: face})
    return pictures


def _talk(lesson: Lesson, slide: Slide, number: int, states: Mapping[str, object]) -> Picture:
    def picture(given: Given, theme: Theme) -> Shown:
        return projector(theme, build_scene(slide, number, given.look(lesson, theme), states), slide.title)

    return picture


def went(given: Given, theme: Theme, host: QWidget, *, whole: bool) -> Shown:
    """Say how a lesson went: to its end with a stage left out, or only half way."""
    lesson = given.lessons[-1]
    slides = len(slides_of(lesson))
    entries = plan(lesson)
    entries = entries if whole else entries[:4]
    seconds = {str(e.stage): e.seconds * share for e, share in zip(entries, SHARES, strict=False)}
    tallies: dict[str, dict[str, int | None]] = {}
    for key, block in blocks_of(slides_of(lesson)).items():
        if isinstance(block, Vote) and (whole or not block.compare):
            hands: tuple[int | None, ...] = (16, 5, None) if block.compare else (7, 14, None)
            tallies[key] = {option.id: count for option, count in zip(block.options, hands, strict=False)}
    last = entries[-1].slides[-1]
    found = report(
        lesson,
        stage_seconds=seconds,
        tallies=tallies,
        seen=set(range(1, last + 1)) - {entries[3].slides[0] + 1},
        slide=slides - 1 if whole else last,
        finished=whole,
    )
    about = given.about(class_of(lesson), Standing(when=f"{TODAY}T11:20:00.000Z"))
    return Shown(ReportWindow(theme, found, lesson.front.title, about, parent=host), fills=False)
