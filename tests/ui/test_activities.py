"""Activities on two screens: led by mouse alone and by keyboard alone, from either screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.placing import PlacingState
from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.slide.view import SlideView
from tests.ui.room import Room, room

LESSON = Path(__file__).resolve().parents[1] / "fixtures" / "lessons" / "every-activity.md"
Key = Qt.Key
BOARD_BLOCKS = ("sort", "order", "line", "diamond")


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(lesson=LESSON) as here:
        yield here


def go_to(made: Room, kind: str) -> Any:
    """Go to the first slide with a block of a kind; give the block."""
    for index, slide in enumerate(made.session.slides):
        for part in slide.parts:
            if type(part).__name__.lower() == kind:
                made.session.go_to(index)
                QApplication.processEvents()
                return part
    raise LookupError(kind)


def view_of(made: Room, where: str) -> SlideView:
    return made.projector.view if where == "projector" else made.console.slide.view


def spot(view: SlideView, key: str) -> QPoint:
    """Where the middle of a piece is, in pixels of the view."""
    scene = view.scene()
    assert isinstance(scene, SlideScene)
    area = next(found.area for found in scene.pieces if found.key == key)
    return view.mapFromScene(area.x + area.w / 2, area.y + area.h / 2)


def drag(view: SlideView, key: str, target: str) -> None:
    start, end = spot(view, key), spot(view, target)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (1, 2):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 2)
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def placed(made: Room, block: Any) -> dict[str, str]:
    state = made.session.state(block.id)
    assert isinstance(state, PlacingState)
    return dict(state.placed)


def in_activity(made: Room) -> bool:
    return made.session.focus is not None


def place_key(block: Any, place: str) -> str:
    names = {"sort": "column", "order": "stone", "line": "stop", "diamond": "place"}
    return f"{block.id}/{names[type(block).__name__.lower()]}:{place}"


@pytest.mark.parametrize("where", ["console", "projector"])
def test_by_mouse_alone_each_card_is_dragged_to_a_place(made: Room, where: str) -> None:
    for kind in BOARD_BLOCKS:
        dragged_to_a_place(made, kind, where)


def dragged_to_a_place(made: Room, kind: str, where: str) -> None:
    block = go_to(made, kind)
    view, board = view_of(made, where), BOARDS[type(block)]
    for number, card in enumerate(board.cards(block)):
        places = board.places(block)
        place = places[number % len(places)]
        handle = f"{block.id}/pin:{card.id}" if kind == "line" else f"{block.id}/card:{card.id}"
        if placed(made, block).get(card.id) != place:
            drag(view, handle, place_key(block, place))
        assert placed(made, block)[card.id] == place
    assert made.projector.view.scene() is made.console.slide.view.scene()
    before = placed(made, block)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, f"{block.id}/undo"))
    assert placed(made, block) != before or kind == "diamond"
    if board.can_show(block):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, f"{block.id}/reveal"))
        state = made.session.state(block.id)
        assert isinstance(state, PlacingState)
        assert state.shown


def test_by_taps_alone_a_card_is_picked_up_and_put_down(made: Room) -> None:
    for kind in BOARD_BLOCKS:
        block = go_to(made, kind)
        view, board = made.projector.view, BOARDS[type(block)]
        card, place = board.cards(block)[0].id, board.places(block)[-1]
        what = "pin" if kind == "line" else "card"
        here = spot(view, f"{block.id}/{what}:{card}")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
        state = made.session.state(block.id)
        assert isinstance(state, PlacingState)
        assert state.held == card
        there = spot(view, place_key(block, place))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
        assert placed(made, block)[card] == place


@pytest.mark.parametrize("where", ["console", "projector"])
def test_by_keyboard_alone_a_card_is_picked_up_moved_and_put_down(made: Room, where: str) -> None:
    for kind in BOARD_BLOCKS:
        picked_up_moved_and_put_down(made, kind, where)


def picked_up_moved_and_put_down(made: Room, kind: str, where: str) -> None:
    block = go_to(made, kind)
    window = made.projector if where == "projector" else made.console
    before = placed(made, block)
    for key in (Key.Key_A, Key.Key_Space, Key.Key_Right, Key.Key_Right, Key.Key_Return):
        QTest.keyClick(window, key)
    assert placed(made, block) != before
    QTest.keyClick(window, Key.Key_U)
    assert placed(made, block) == before
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_Escape):
        QTest.keyClick(window, key)
    assert placed(made, block) == before
    assert in_activity(made)
    QTest.keyClick(window, Key.Key_Escape)
    assert not in_activity(made)
    assert made.asked_to_end == 0


def test_a_card_let_go_beside_everything_goes_back(made: Room) -> None:
    block = go_to(made, "sort")
    view = made.projector.view
    start = spot(view, f"{block.id}/card:{block.cards[0].id}")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert placed(made, block) == {}
    scene = view.scene()
    assert isinstance(scene, SlideScene)
    assert all(item.pos().isNull() for item in scene.items())


def test_a_card_on_its_way_is_seen_on_both_screens_and_survives_a_change_of_slide(made: Room) -> None:
    block = go_to(made, "sort")
    view = made.console.slide.view
    scene = view.scene()
    assert isinstance(scene, SlideScene)
    start = spot(view, f"{block.id}/card:{block.cards[0].id}")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(40, 40))
    QTest.mouseMove(view.viewport(), start + QPoint(60, 60))
    moved = [item for item in scene.items() if not item.pos().isNull()]
    assert len(moved) == 1
    assert made.projector.view.scene() is scene
    QTest.keyClick(made.console, Key.Key_PageUp)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    made.session.next()
    assert all(item.pos().isNull() for item in made.console.slide.view.scene().items())


@pytest.mark.parametrize("where", ["console", "projector"])
def test_a_story_is_led_by_mouse_alone(made: Room, where: str) -> None:
    block = go_to(made, "scenario")
    view = view_of(made, where)
    choice = block.steps[0].choices[0]
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, f"{block.id}/choice:{choice.id}")
    )
    assert made.session.state(block.id).path == (choice.id,)  # type: ignore[union-attr]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, f"{block.id}/undo"))
    assert made.session.state(block.id).path == ()  # type: ignore[union-attr]
