"""Slides made for tests: short ways to write blocks, and a judge of where everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from rse_lessons.lesson import model
from rse_lessons.lesson.model import Option, Part, Picture, Place, Slide, Stage
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.drawing import Area, Piece, Words
from rse_lessons.ui.slide.look import HEIGHT, WIDTH, SlideLook, Style
from rse_lessons.ui.slide.scene import SlideScene

HERE = Place(Path("lesson.md"), 7)
ILLUSTRATIONS = Path(__file__).resolve().parents[2] / "assets" / "illustrations"
ROUTES = (
    SimpleNamespace(
        name="An adult you trust",
        contact="Keep telling until somebody helps",
        hours="",
        who="at school, at home or in your family",
        kind="person",
    ),
    SimpleNamespace(
        name="Childline",
        contact="0800 1111",
        hours="free, at any time",
        who="for anyone under 19",
        kind="number",
    ),
    SimpleNamespace(
        name="Meic", contact="080880 23456", hours="", who="for anyone under 25 in Wales", kind="number"
    ),
)


def options(*texts: str, explanation: str = "") -> tuple[Option, ...]:
    """Make options with ids o0, o1, …"""
    return tuple(Option(f"o{at}", text, HERE, explanation) for at, text in enumerate(texts))


def picture(file: str = "ask-first.svg", description: str = "A child asks.") -> Picture:
    """Name one of the program's pictures."""
    return Picture(file, description, HERE, ILLUSTRATIONS / file)


def slide(*parts: Part, title: str = "", layout: str = "", stage: Stage = Stage.EXPLORE) -> Slide:
    """Make a slide."""
    return Slide(title, stage, 60, tuple(parts), None, HERE, layout)


def look(band: str = "ks3", theme: str = "light", **more: object) -> SlideLook:
    """Make a look with three routes."""
    return SlideLook(band=band, theme_name=theme, routes=ROUTES, **more)  # type: ignore[arg-type]


def quiz(
    *texts: str, answers: Sequence[str] = ("o0",), takeaway: str = "", explanation: str = ""
) -> model.Quiz:
    """Make a quiz."""
    found = options(*texts, explanation=explanation)
    return model.Quiz("q", HERE, "What could Ola do first?", found, tuple(answers), takeaway)


def piece(scene: SlideScene, key: str) -> Piece:
    """Find a piece by its whole key."""
    return next(found for found in scene.pieces if found.key == key)


def said(scene: SlideScene) -> list[Words]:
    """Give all words shown."""
    return [op for found in scene.pieces for op in found.ops if isinstance(op, Words) and op.text]


def judge(scene: SlideScene) -> list[str]:
    """Say everything that stands where it must not."""
    wrong: list[str] = []
    for found in scene.pieces:
        if not _inside(found.area, Area(0, 0, WIDTH, HEIGHT)):
            wrong.append(f"{found.key} is outside the slide: {found.area}")
        for op in found.ops:
            if not _inside(op.area, found.area):
                wrong.append(f"{type(op).__name__} is outside {found.key}: {op.area} in {found.area}")
    for item in scene.items():
        if not scene.sceneRect().contains(item.sceneBoundingRect()):
            wrong.append(f"an item is outside the scene: {item.sceneBoundingRect()}")
    texts = said(scene)
    for one in texts:
        tall = words.measured(one.text, one.style, one.area.w)[0]
        if tall > one.area.h + 1.0 and tall > one.style.line + 1:
            wrong.append(f"words run out of their area: {one.text[:40]} {tall} in {one.area}")
        if one.style.size < 19.9:
            wrong.append(f"words are too small: {one.text[:40]} {one.style.size}")
    return wrong + _overlaps([(found.text, line) for found in texts for line in _lines(found)])


def _overlaps(lines: list[tuple[str, Area]]) -> list[str]:
    """Say which lines of words lie on one another."""
    wrong: list[str] = []
    lines = sorted(lines, key=lambda line: line[1].y)
    for at, (text, here) in enumerate(lines):
        for other, there in lines[at + 1 :]:
            if there.y > here.bottom:
                break  # whatever comes after stands lower still
            if _meet(here, there):
                wrong.append(f"{text[:30]} lies on {other[:30]}")
    return wrong


def _lines(found: Words) -> list[Area]:
    """Give where each line's words stand, without the empty rest of the line."""
    return [
        Area(found.area.x + left, found.area.y + top, wide, tall * 0.9)
        for left, top, wide, tall in _extents(found.text, found.style, found.area.w)
    ]


@cache
def _extents(text: str, style: Style, width: float) -> list[tuple[float, float, float, float]]:
    """Give where each line's words begin and how large they are; the same words come in many states."""
    made, _ = words.document(text, style, width)
    found = []
    for position, line in words.lines_of(made):
        block = made.findBlock(position)
        tall = block.blockFormat().lineHeight()
        # Qt puts a line of a set height so that its own, larger one ends where it does.
        top = block.layout().position().y() + line.lineNumber() * tall
        rect = line.naturalTextRect()
        found.append((rect.x(), top, rect.width(), tall))
    return found


def _inside(inner: Area, outer: Area) -> bool:
    return (
        inner.x >= outer.x - 0.6
        and inner.y >= outer.y - 0.6
        and inner.right <= outer.right + 0.6
        and inner.bottom <= outer.bottom + 0.6
    )


def _meet(one: Area, two: Area) -> bool:
    across = min(one.right, two.right) - max(one.x, two.x)
    down = min(one.bottom, two.bottom) - max(one.y, two.y)
    return across > 2 and down > 2
