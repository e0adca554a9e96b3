"""Pictures of a touch panel with large buttons, and of the window that is shared in a video call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize

from rse_lessons.lesson.model import Lesson, Reveal
from rse_lessons.presenting.session import Shows
from rse_lessons.presenting.slides import slides_of
from rse_lessons.ui.projector.touch_bar import Doing
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.special import blank_scene, safe_scene
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given, first_with

SHARED = QSize(960, 620)
ACTIVE = frozenset({"reveal", "undo"})
Picture = Callable[[Given, Theme], Shown]


def class_sees(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures."""
    number = first_with(lesson, Reveal) or 0
    slide = slides_of(lesson)[number]

    def scene(given: Given, theme: Theme) -> SlideScene:
        return build_scene(slide, number + 1, given.look(lesson, theme))

    drawing = Doing(can=ACTIVE, drawing=True)
    return {
        "touch-alone": lambda given, theme: _panel(theme, scene(given, theme), drawing, alone=True),
        "touch": lambda given, theme: _panel(theme, scene(given, theme), Doing()),
        "touch-safe": lambda given, theme: _panel(
            theme, safe_scene(given.look(lesson, theme)), Doing(Shows.SAFE), alone=True
        ),
        "touch-black": lambda _given, theme: _panel(theme, blank_scene("black"), Doing(Shows.BLACK)),
        "shared": lambda given, theme: _shared(theme, scene(given, theme)),
    }


def _panel(theme: Theme, scene: SlideScene, doing: Doing, *, alone: bool = False) -> Shown:
    window = ProjectorWindow(theme)
    window.show_scene(scene, "")
    window.set_alone(alone)
    window.set_touch(True)
    window.show_doing(doing)
    return Shown(window, end=scene.deleteLater)


def _shared(theme: Theme, scene: SlideScene) -> Shown:
    window = ProjectorWindow(theme, framed=True)
    window.show_scene(scene, "")
    window.resize(SHARED)
    return Shown(window, fills=False, end=scene.deleteLater)
