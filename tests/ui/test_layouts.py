"""The three layouts of the teacher's screen, at the sizes it comes in, worked by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.ui.console.desk import EVEN, LAYOUTS, NOTES, SLIDE, shape
from rse_lessons.ui.theme import load_theme
from tests.ui.room import Room, room

Key = Qt.Key
SIZES = [((1280, 720), 1.0), ((1920, 1080), 1.0), ((1280, 720), 2.0), ((1920, 1080), 2.0)]


def sized(made: Room, layout: str, size: tuple[int, int]) -> None:
    console = made.console
    console.showNormal()
    console.resize(QSize(*size))
    console.desk.set_layout(layout)
    for _ in range(3):
        QApplication.processEvents()


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_v_goes_through_the_layouts_and_each_is_told(qtbot: QtBot) -> None:
    with room() as made:
        told: list[str] = []
        made.classroom.layout_chosen.connect(told.append)
        assert made.console.desk.layout_name == EVEN
        for _ in LAYOUTS:
            QTest.keyClick(made.console, Key.Key_V)
        assert told == [SLIDE, NOTES, EVEN]


def test_a_layout_that_is_not_known_is_the_first() -> None:
    with room() as made:
        made.console.desk.set_layout("upside-down")
        assert made.console.desk.layout_name == EVEN


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_cards_stand_apart_inside_the_window_and_large_is_larger(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    with room(start=3, scale=scale) as made:
        console = made.console
        areas: dict[str, tuple[int, int]] = {}
        for layout in LAYOUTS:
            sized(made, layout, size)
            console.cover_notes(covered=False)
            QApplication.processEvents()
            slide, notes = console.slide.view.size(), console.notes.size()
            areas[layout] = slide.width() * slide.height(), notes.width() * notes.height()
        assert areas[SLIDE][0] >= areas[EVEN][0] > areas[NOTES][0]
        assert areas[NOTES][1] > areas[EVEN][1]
        if scale == 1.0:
            assert areas[SLIDE][0] > 1.2 * areas[EVEN][0]
            assert areas[NOTES][1] > 1.8 * areas[EVEN][1]
        made.session.start_timer()
        for layout in LAYOUTS:
            sized(made, layout, size)
            assert (console.width(), console.height()) == size
            parts = (console.slide, console.stage, console.next, console.timer, console.notes)
            places = [place(part) for part in parts if part.isVisible()]
            for number, one in enumerate(places):
                assert QRect(QPoint(0, 0), console.size()).contains(one), layout
                assert not any(one.intersects(other) for other in places[number + 1 :]), layout
            tab = console.slide.tab
            assert tab.width() >= tab.minimumSizeHint().width(), layout
            assert console.timer.isVisible()
            assert console.notes.isVisible()


def test_notes_scroll_and_grow_by_keys(qtbot: QtBot) -> None:
    with room(start=5) as made:
        for layout in LAYOUTS:
            sized(made, layout, (1280, 720))
            made.console.cover_notes(covered=False)
            qtbot.waitUntil(lambda: made.console.notes.area.verticalScrollBar().maximum() > 0)
            bar = made.console.notes.area.verticalScrollBar()
            QTest.keyClick(made.console, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
            assert bar.value() > 0, layout
            QTest.keyClick(made.console, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
            assert bar.value() == 0, layout
            words = next(row.words for row in made.console.notes._rows if row.isVisible())
            before = words.font().pixelSize()
            QTest.keyClick(made.console, Key.Key_Plus)
            larger = words.font().pixelSize()
            QTest.keyClick(made.console, Key.Key_Minus)
            assert larger > before == words.font().pixelSize()
            assert made.session.index == 5


def test_locked_every_layout_shows_the_slide_alone(qtbot: QtBot) -> None:
    with room(start=3) as made:
        console = made.console
        for layout in LAYOUTS:
            sized(made, layout, (1280, 720))
            width = console.slide.view.width()
            made.session.lock()
            QApplication.processEvents()
            assert console.slide.view.width() > 0.95 * width, layout
            assert not any(part.isVisible() for part in (console.notes, console.next, console.timer))
            made.session.unlock()
            QApplication.processEvents()
            assert console.slide.view.width() == width, layout


def test_the_head_says_the_stage_where_its_card_has_no_room(qtbot: QtBot) -> None:
    with room(start=3) as made:
        for layout in LAYOUTS:
            sized(made, layout, (1280, 720))
            said = made.console.header.title.text()
            assert made.console.stage.isVisible() == (said == made.session.lesson.front.title)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_shapes_leave_room_for_the_other_column(layout: str) -> None:
    for width in range(900, 3900, 150):
        for px in (load_theme("light").px, load_theme("light", 2.0).px):
            found = shape(layout, (width, 900), (width - 60, 740), px(46), px)
            assert width * 0.3 < found.left < width * 0.8
