"""A slide shown from a picture painted ahead and then changed looks as one that was painted anew.

What is compared is what stands in the window, not what it would paint if it were asked to: a part of the old
picture that nobody asked Qt to paint over would stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rse_lessons.lesson import model
from rse_lessons.presenting.activity import MisconceptionState, RevealState, blank
from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.moment import Focus
from rse_lessons.presenting.tools import Tool, Tools
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.special import blank_scene
from rse_lessons.ui.slide.view import SlideView
from tests.ui_slide.made import HERE, look, options, slide

SORT = model.Sort(
    "s", HERE, "Where?", options("Here", "There"),
    tuple(model.Option(f"c{n}", f"Card {n}", HERE, "It is so.", "o0") for n in range(4)), "Remember.",
)  # fmt: skip
BLOCKS: Mapping[str, model.Sort | model.Order | model.Diamond] = {
    "sort": SORT,
    "order": model.Order("o", HERE, "First?", options("One", "Two", "Three"), "Remember."),
    "diamond": model.Diamond("d", HERE, "Which?", options(*"ABCDEFGHI"), "Remember."),
}

Block: TypeAlias = model.Sort | model.Order | model.Diamond | model.Reveal | model.Misconception


@pytest.fixture
def view() -> Iterator[SlideView]:
    made = SlideView()
    made.resize(1280, 720)
    made.show()
    QTest.qWaitForWindowExposed(made)
    yield made
    made.close()


def stands(view: SlideView) -> QImage:
    for _turn in range(4):  # what a scene tells of as changed is painted a turn later
        QApplication.processEvents()
    return view.screen().grabWindow(view.winId()).toImage()


def from_a_picture(view: SlideView, block: Block, state: object) -> SlideScene:
    scene = build_scene(slide(block, title="Title"), 1, look(), {block.id: state})
    before = blank_scene("white")
    view.show_scene(before, now=True)
    view.paint_ahead(scene)
    view.show_scene(scene, now=True)
    stands(view)
    assert view.is_ready(scene)
    # The next slide's picture takes the place of this one's, which stands in the window all the same.
    view.paint_ahead(before)
    assert not view.is_ready(scene)
    return scene


def anew(view: SlideView, scene: SlideScene) -> QImage:
    view.forget()
    view.viewport().repaint()
    return stands(view)


@pytest.mark.parametrize("name", BLOCKS)
def test_one_way_to_see_it_covers_the_cards_that_were_there(view: SlideView, name: str) -> None:
    block = BLOCKS[name]
    board = BOARDS[type(block)]
    start = board.blank(block)
    scene = from_a_picture(view, block, start)
    scene.apply(block.id, board.show(block, start))
    after = stands(view)
    assert after == anew(view, scene)


def test_the_first_line_and_the_truth_come_without_traces(view: SlideView) -> None:
    lines = model.Reveal("r", HERE, "Lines", options("One", "Two"))
    scene = from_a_picture(view, lines, RevealState(0))
    scene.apply("r", RevealState(1))
    assert stands(view) == anew(view, scene)
    said = model.Misconception("m", HERE, "It is easy.", "It takes practice.")
    scene = from_a_picture(view, said, MisconceptionState())
    scene.apply("m", MisconceptionState(shown=True))
    assert stands(view) == anew(view, scene)


def test_the_ring_comes_and_goes_without_traces(view: SlideView) -> None:
    scene = from_a_picture(view, SORT, blank(SORT))
    for position in (0, 1):
        scene.set_focus(Focus("s", position))
        assert stands(view) == anew(view, scene)
    scene.set_focus(None)
    assert stands(view) == anew(view, scene)


class Painted(QObject):
    """Notes how much of a view is painted."""

    def __init__(self, view: SlideView) -> None:
        super().__init__()
        self.area = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if isinstance(event, QPaintEvent):
            rect = event.region().boundingRect()
            self.area += rect.width() * rect.height()
        return False


def test_a_line_is_drawn_without_traces_and_paints_only_where_it_grows(view: SlideView) -> None:
    scene = from_a_picture(view, SORT, blank(SORT))
    points = tuple((200 + 12 * step, 300 + step) for step in range(20))
    pen = replace(Tools(), tool=Tool.PEN)
    scene.show_tools(replace(pen, live=points[:2], spot=points[1]), ())
    stands(view)
    painted = Painted(view)
    for end in range(3, len(points) + 1):
        scene.show_tools(replace(pen, live=points[:end], spot=points[end - 1]), ())
        after = stands(view)
    assert painted.area / (len(points) - 2) < 0.01 * view.width() * view.height()
    assert after == anew(view, scene)


def test_a_card_that_is_dragged_leaves_its_place(view: SlideView) -> None:
    scene = from_a_picture(view, SORT, blank(SORT))
    card = next(piece for piece in scene.pieces if piece.key.startswith("s/card:"))
    area = card.area
    start = view.mapFromScene(area.x + area.w / 2, area.y + area.h / 2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 60, 120):
        QTest.mouseMove(view.viewport(), start + QPoint(step, 2 * step))
        QApplication.processEvents()
    assert stands(view) == anew(view, scene)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(120, 240))
    assert stands(view) == anew(view, scene)
