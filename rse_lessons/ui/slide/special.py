"""What the class sees besides slides: a calm picture, where help comes from, a black or a white screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rse_lessons.i18n.catalogues import speaking, tr
from rse_lessons.lesson.model import HelpRoutes, Place, Slide, Stage, Text
from rse_lessons.ui.assets import assets
from rse_lessons.ui.slide.drawing import Area, Box, Image, Op, Piece
from rse_lessons.ui.slide.look import HEIGHT, WIDTH, SlideLook
from rse_lessons.ui.slide.page import Page
from rse_lessons.ui.slide.scene import SlideScene, build_scene

_WHOLE = Area(0, 0, WIDTH, HEIGHT)
_NOWHERE = Place(Path(), 0)
_BLANK = {"black": "#000000", "white": "#FFFFFF"}
_SKY = "#E4E9F7"


def safe_scene(look: SlideLook) -> SlideScene:
    """Show a calm, neutral picture without words; a plain calm colour where the picture is missing."""
    path = assets() / "illustrations" / "safe-screen.svg"
    ops: list[Op] = [Box(_WHOLE, _SKY, radius=0)]
    aspect = look.pictures.aspect(path)
    if aspect:
        wide = max(WIDTH, HEIGHT * aspect)
        tall = wide / aspect
        spot = Area((WIDTH - wide) / 2, (HEIGHT - tall) / 2, wide, tall)
        ops.append(Image(_WHOLE, path, spot))
    return _still(look, ops)


def waiting_slide() -> Slide:
    """Stand in for a slide that the class may not see yet; it says nothing of that slide."""
    return Slide(
        title=tr("One moment, please"),
        stage=Stage.WELCOME,
        seconds=0,
        parts=(Text(tr("The next slide comes in a moment."), _NOWHERE),),
        notes=None,
        place=_NOWHERE,
        layout="calm",
    )


def waiting_scene(look: SlideLook) -> SlideScene:
    """Show the page that stands in for a slide which the class may not see yet."""
    return build_scene(*_in_both(waiting_slide, look))


def blank_scene(colour: str) -> SlideScene:
    """Show nothing but `black` or `white`."""
    return _still(SlideLook(), [Box(_WHOLE, _BLANK[colour], radius=0)])


def help_slide() -> Slide:
    """Give the slide that says where help comes from, whatever slide the lesson stands at."""
    return Slide(
        title=tr("You can always ask for help"),
        stage=Stage.SIGNPOST,
        seconds=0,
        parts=(HelpRoutes(_NOWHERE),),
        notes=None,
        place=_NOWHERE,
    )


def help_scene(routes: Sequence[Any], look: SlideLook) -> SlideScene:
    """Show where help comes from."""
    return build_scene(*_in_both(help_slide, replace(look, routes=tuple(routes))))


def _in_both(
    make: Callable[[], Slide], look: SlideLook
) -> tuple[Slide, int, SlideLook, Mapping[str, Any], Slide | None]:
    """Give what a scene is built of: a slide of the program's own words in the languages of a look."""
    with speaking(look.language):
        slide = make()
    other = None
    if look.second:
        with speaking(look.second):
            other = make()
    return slide, 0, look, {}, other


def _still(look: SlideLook, ops: list[Op]) -> SlideScene:
    page = Page((Piece("still", _WHOLE, tuple(ops)),), ())
    scene = SlideScene(look, lambda _states: page)
    scene.show_states({})
    return scene
