"""Pictures of a lesson being given: the teacher's window in its many states, and what the class sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from rse_lessons.lesson.model import Discuss, Lesson, Quiz, Scenario, Vote
from rse_lessons.presenting.privately import marked
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.presenting.vote import VoteState
from rse_lessons.ui.classroom import Classroom, Wishes
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.slide.readings import Readings, Reads
from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown, settle
from rse_lessons.ui.tour.given import CLOCK, ENDS, Given, class_of, first_with

Step = Callable[[Classroom], object]
HANDS = (18, 6, 3)


class StillClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Give the seconds."""
        return self.now


def console(
    given: Given,
    theme: Theme,
    lesson: Lesson,
    slide: int,
    *steps: Step,
    readings: Readings | None = None,
    reads: Reads | None = None,
) -> Shown:
    """Show the teacher's window at a slide, after some steps; some minutes of the lesson have gone by."""
    clock = StillClock()
    session = Session(lesson, clock=clock, class_label=class_of(lesson))
    look = replace(given.look(lesson, theme), compare=lambda block: _hands(lesson, block))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("pictures are taken of a running application")
    screens = Screens(app)
    wishes = Wishes() if reads is None else Wishes(reads=reads)
    room = Classroom(session, look, theme, screens, wishes, readings=readings)
    if reads is not None:
        room.wording.offer_languages([reads.language, "en"])
    for index in range(slide):
        clock.now += session.slides[index].seconds * 1.1
        session.go_to(index + 1)
        session.show_this()
    clock.now += 35
    room.open()
    for step in steps:
        step(room)

    def last() -> None:
        # The window was put wherever its picture is taken; there the class may be looking.
        room.console.cover_notes(covered=cover in steps)
        settle(room.console, room)
        for timer in room.findChildren(QTimer):
            timer.stop()
        room.console.header.show_clock(CLOCK, ENDS)

    def end() -> None:
        room.close()
        screens.deleteLater()
        room.deleteLater()

    return Shown(room.console, last=last, end=end, owner=room)


def _hands(lesson: Lesson, block_id: str) -> VoteState:
    block = blocks_of(lesson.slides).get(block_id)
    if not isinstance(block, Vote):
        return VoteState()
    return VoteState(
        {option.id: hands for option, hands in zip(block.options, HANDS[::-1], strict=False)}, taken=True
    )


# Steps


def count_hands(room: Classroom) -> None:
    """Put the hands of a class into the vote of this slide."""
    for block in blocks_of([room.session.slides[room.session.index]]).values():
        if isinstance(block, Vote):
            for option, hands in zip(block.options, HANDS, strict=False):
                room.session.set_tally(block.id, option.id, hands)


def answer(room: Classroom) -> None:
    """Choose the first option of this slide's quiz, and show the ones to remember."""
    for block in blocks_of([room.session.slides[room.session.index]]).values():
        if isinstance(block, Quiz):
            room.session.choose(block.id, block.options[0].id)
            room.session.reveal(block.id)


def does(action: str) -> Step:
    """Carry out an action of the table."""
    return lambda room: room.do(action)


def cover(room: Classroom) -> None:
    """Cover the notes, as when the projector has gone."""
    room.console.cover_notes(covered=True)


def to_the_next_slide(room: Classroom) -> None:
    """Go to the next slide, whatever this one still has to show."""
    room.session.go_to(room.session.index + 1)


def laid_out(layout: str) -> Step:
    """Give the teacher's window a layout."""
    return lambda room: room.console.desk.set_layout(layout)


# Which pictures

Picture = Callable[[Given, Theme], Shown]
Find = Callable[[Lesson], int | None]


def before_a_mark(lesson: Lesson) -> int | None:
    """Find the slide before the first one that is marked sensitive, from 0."""
    first = min(marked(slides_of(lesson)), default=0)
    return first - 1 if first else None


def consoles(lessons: tuple[Lesson, ...]) -> dict[str, Picture]:
    """Name the pictures of the teacher's window that these lessons have slides for."""
    wanted: tuple[tuple[str, type[object] | Find | None, tuple[Step, ...]], ...] = (
        ("title", None, ()),
        ("vote", Vote, (count_hands,)),
        ("talk", Discuss, (does("timer"),)),
        ("scenario", Scenario, ()),
        ("quiz", Quiz, (answer,)),
        ("private", before_a_mark, (to_the_next_slide,)),
        ("private-notes-large", before_a_mark, (to_the_next_slide, laid_out("notes"))),
        ("private-slide-large", before_a_mark, (to_the_next_slide, laid_out("slide"))),
        ("private-covered", before_a_mark, (to_the_next_slide, cover)),
        ("notes-large", Discuss, (laid_out("notes"), does("timer"))),
        ("slide-large", Discuss, (laid_out("slide"), does("timer"))),
        ("frozen", Scenario, (does("freeze"), does("next"))),
        ("safe", Discuss, (does("safe"),)),
        ("help", Discuss, (does("help-routes"),)),
        ("black", Discuss, (does("black"),)),
        ("covered", Discuss, (cover,)),
        ("locked", Discuss, (does("lock"),)),
        ("overview", Discuss, (does("overview"),)),
        ("text", Discuss, (does("text-view"),)),
    )
    pictures: dict[str, Picture] = {}
    for number, (name, kind, steps) in enumerate(wanted):
        # The lessons take turns, so that young and old bands are seen.
        turn = lessons[number % len(lessons) :] + lessons[: number % len(lessons)]
        for lesson in turn:
            slide = (first_with(lesson, kind) if isinstance(kind, type) else kind(lesson)) if kind else 0
            if slide is not None:
                pictures[f"console-{name}"] = _console(lesson, slide, steps)
                break
    return pictures


def _console(lesson: Lesson, slide: int, steps: tuple[Step, ...]) -> Picture:
    return lambda given, theme: console(given, theme, lesson, slide, *steps)


def projector(theme: Theme, scene: SlideScene, words: str, *, alone: bool = False) -> Shown:
    """Show what the class sees; alone, with the teacher's buttons."""
    window = ProjectorWindow(theme)
    window.show_scene(scene, words)
    window.set_alone(alone)

    def last() -> None:
        if alone:
            window.show_bar()

    return Shown(window, last=last, end=scene.deleteLater)
