"""Pictures of the tools over the slide: each in use on the teacher's window, and as the class sees it."""

from __future__ import annotations

import math
from collections.abc import Callable

from rse_lessons.lesson.model import Lesson, Scenario
from rse_lessons.presenting.ink import Pen
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import slides_of
from rse_lessons.presenting.tools import Tool
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.steering.tools import part_of
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given, first_with
from rse_lessons.ui.tour.giving import Picture, StillClock, console, projector

Work = Callable[[Session], object]


def _ring(session: Session, pen: Pen, middle: tuple[int, int], size: tuple[int, int]) -> None:
    """Draw round something, as a hand does."""
    session.take_pen(pen)
    for step in range(66):
        turn = step / 62 * 2 * math.pi - 2.4
        spread = 1 + step / 900
        x, y = middle[0] + size[0] * spread * math.cos(turn), middle[1] + size[1] * spread * math.sin(turn)
        session.press_tool(x, y) if step == 0 else session.move_tool(x, y)
    session.release_tool()


def _draw(session: Session) -> None:
    session.take_tool(Tool.PEN)
    _ring(session, Pen.PLUM, (420, 130), (330, 70))
    session.take_pen(Pen.BLUE)
    session.size_tool(1)
    session.press_tool(120, 400)
    for x in range(120, 900, 6):
        session.move_tool(x, 400 + 9 * math.sin(x / 26))
    session.release_tool()
    _ring(session, Pen.GREEN, (1180, 560), (190, 150))
    session.move_tool(1240, 700)


def _at(tool: Tool, x: float, y: float) -> Work:
    def work(session: Session) -> None:
        session.take_tool(tool)
        session.move_tool(x, y)

    return work


def _erase(session: Session) -> None:
    _draw(session)
    session.take_tool(Tool.ERASER)
    session.press_tool(300, 400)
    session.release_tool()


def _zoom(session: Session) -> None:
    session.take_tool(Tool.ZOOM, (300, 300))


WORKS: dict[str, Work] = {
    "pointer": _at(Tool.POINTER, 700, 330),
    "spotlight": _at(Tool.SPOTLIGHT, 420, 170),
    "draw": _draw,
    "erase": _erase,
    "zoom": _zoom,
    "curtain": lambda session: session.take_tool(Tool.CURTAIN, edge=158),
}


def consoles(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures of each tool on the teacher's window."""
    slide = first_with(lesson, Scenario) or min(2, len(lesson.slides) - 1)
    return {f"console-tool-{name}": _console(lesson, slide, work) for name, work in WORKS.items()}


def _console(lesson: Lesson, slide: int, work: Work) -> Picture:
    return lambda given, theme: console(given, theme, lesson, slide, lambda room: work(room.session))


def class_sees(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures of each tool on the class's screen, and of its buttons with one screen."""
    slide = first_with(lesson, Scenario) or min(2, len(lesson.slides) - 1)
    made = {f"tool-{name}": _class(lesson, slide, work) for name, work in WORKS.items()}
    return {**made, "tool-one-screen": _class(lesson, slide, _draw, alone=True)}


def _class(lesson: Lesson, slide: int, work: Work, *, alone: bool = False) -> Picture:
    def make(given: Given, theme: Theme) -> Shown:
        session = Session(lesson, clock=StillClock(), start=slide)
        work(session)
        one = slides_of(lesson)[slide]
        scene = build_scene(one, slide + 1, given.look(lesson, theme))
        scene.show_tools(session.tools, session.drawing())
        shown = projector(theme, scene, one.title, alone=alone)
        if isinstance(shown.widget, ProjectorWindow):
            shown.widget.view.show_part(part_of(session.tools))
            shown.widget.bar.tools.show_tools(session.tools, drawn=True, full=False)
            shown.widget.bar.tray.wanted = alone
        return shown

    return make
