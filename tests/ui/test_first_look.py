"""A slide marked sensitive, on real screens: first the teacher sees it, then the class."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rse_lessons.presenting.session import Shows
from rse_lessons.ui.console.overview import _MARK, Mark, Overview, _Tile
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.special import waiting_slide
from rse_lessons.ui.theme import load_theme
from tests.ui.room import Room, room

Key = Qt.Key
SLIDE = 4
"""The slide that the lesson marks."""


def press(made: Room, *keys: Key, on: str = "console") -> None:
    window = made.projector if on == "projector" else made.console
    for key in keys:
        QTest.keyClick(window, key)


def by_next(made: Room) -> None:
    for _ in range(10):
        if made.session.index == SLIDE - 1:
            press(made, Key.Key_Right)


def by_number(made: Room) -> None:
    press(made, Key.Key_5, Key.Key_Return)


def by_overview(made: Room) -> None:
    press(made, Key.Key_G)
    QTest.keyClick(made.console.overview.grid, Key.Key_5)
    assert made.session.index == SLIDE - 1
    QTest.keyClick(made.console.overview.grid, Key.Key_Return)


def looking(made: Room) -> None:
    made.session.go_to(SLIDE)
    QApplication.processEvents()


def note(made: Room) -> str:
    return made.session.slides[SLIDE].sensitive


def test_however_it_is_come_to_the_teacher_sees_it_and_the_class_does_not(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        for go in (by_next, by_number, by_overview):
            only_the_teacher_sees_it(made, go)
            press(made, Key.Key_Left)
            assert made.session.shows is Shows.LIVE


def only_the_teacher_sees_it(made: Room, go: Callable[[Room], None]) -> None:
    made.session.go_to(SLIDE - 1)
    seen = made.projector.view.scene()
    go(made)
    QApplication.processEvents()
    console = made.console
    assert made.session.index == SLIDE
    assert made.projector.view.scene() is seen
    assert console.slide.view.scene() is made.classroom.book.scene(SLIDE)
    assert "slide 4" in console.slide.tab.accessibleName()
    assert console.slide.tab.accessibleName().startswith("Only you")
    assert console.notes.care.words.text() == note(made)
    assert console.notes.care.isVisible()
    assert console.notes.care.label.text() == "Before you show this slide"
    assert "slide 4" in console.notes.care.sees.text()
    assert "Show it to the class" in console.bottom.next.text()


def click_next(made: Room) -> None:
    QTest.mouseClick(made.console.bottom.next, Qt.MouseButton.LeftButton)


def click_live(made: Room) -> None:
    QTest.mouseClick(made.console.bottom.segments[Shows.LIVE], Qt.MouseButton.LeftButton)


def shift_f5(made: Room) -> None:
    QTest.keyClick(made.console, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)


SHOWING: list[Callable[[Room], None]] = [
    lambda made: press(made, Key.Key_Right),
    lambda made: press(made, Key.Key_Return),
    lambda made: press(made, Key.Key_PageDown, on="projector"),
    lambda made: press(made, Key.Key_F5),
    shift_f5,
    click_next,
    click_live,
]


@pytest.mark.parametrize("show", SHOWING)
def test_it_is_shown_by_next_enter_f5_live_and_a_button(qtbot: QtBot, show: Callable[[Room], None]) -> None:
    with room(start=SLIDE - 1) as made:
        looking(made)
        show(made)
        QApplication.processEvents()
        assert (made.session.index, made.session.shows) == (SLIDE, Shows.LIVE)
        assert made.projector.view.scene() is made.console.slide.view.scene()
        assert made.console.notes.care.label.text() == "Take care"
        assert made.console.notes.care.sees.isHidden()
        assert made.console.bottom.next.text().strip() == "Next"
        assert made.recorded[-1] == ("slide", {"slide": SLIDE})


def test_back_goes_back_and_it_is_looked_at_first_again(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        seen = made.projector.view.scene()
        looking(made)
        for key in (Key.Key_Left, Key.Key_PageUp, Key.Key_Escape):
            press(made, key)
            QApplication.processEvents()
            assert made.projector.view.scene() is made.console.slide.view.scene() is seen, key
            assert made.console.notes.care.isHidden()
            assert made.asked_to_end == 0
            looking(made)
            assert made.session.shows is Shows.PRIVATE


def test_a_key_held_down_stops_there(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        looking(made)
        held = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", autorep=True
        )
        for _ in range(5):
            QApplication.sendEvent(made.console, held)
        assert (made.session.index, made.session.shows) == (SLIDE, Shows.PRIVATE)


def test_begun_there_the_class_sees_a_calm_picture(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        assert made.projector.view.scene() is made.classroom.book.cover(Shows.SAFE)
        assert "calm picture" in made.console.slide.tab.accessibleName()
        press(made, Key.Key_Return)
        assert made.projector.view.scene() is made.classroom.book.scene(SLIDE)


def test_on_one_screen_a_calm_page_waits_and_says_nothing_of_the_slide(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1, alone=True) as made:
        looking(made)
        assert made.projector.view.scene() is made.classroom.book.waiting_scene()
        slide = made.session.slides[SLIDE]
        words = " ".join(line.text for line in describe(waiting_slide(), made.classroom.book.look))
        words += made.projector.view.accessibleName()
        assert slide.title not in words
        assert not {"sensitive", "Sam", "Rowan", "private"} & set(words.split())
        press(made, Key.Key_Right, on="projector")
        assert made.projector.view.scene() is made.classroom.book.scene(SLIDE)


def test_a_second_screen_that_comes_shows_the_slide_before(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1, alone=True) as made:
        looking(made)
        made.sockets.plug(made.sockets.projector)
        assert made.projector.view.scene() is made.classroom.book.class_scene()
        assert made.projector.view.scene() is not made.classroom.book.waiting_scene()
        assert made.session.class_index == SLIDE - 1


def test_where_the_class_may_look_on_the_console_does_not_show_it_either(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        waiting = made.classroom.book.waiting_scene()
        looking(made)
        made.sockets.pull(made.sockets.projector)
        QApplication.processEvents()
        assert made.console.slide.view.scene() is waiting
        assert not made.console.notes.care.isVisible()
        assert not made.console.next.isVisible()
        made.classroom.do("text-view")
        said = {label.text() for label in made.console.text.findChildren(QLabel)}
        assert made.session.slides[SLIDE].title not in said
        made.classroom.do("text-view")
        made.classroom.do("overview")
        grid = made.console.overview.grid
        assert grid.item(SLIDE).text() == "5  Not shown yet"
        made.classroom.do("overview")
        made.sockets.plug(made.sockets.projector)
        assert made.console.slide.view.scene() is made.classroom.book.scene(SLIDE)
        assert made.projector.view.scene() is not waiting


def test_locked_the_console_shows_what_the_class_sees(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        seen = made.projector.view.scene()
        looking(made)
        made.session.lock()
        assert made.console.slide.view.scene() is made.projector.view.scene() is seen
        made.session.unlock()
        assert made.console.slide.view.scene() is made.classroom.book.scene(SLIDE)


def test_the_overview_marks_it_before_and_after(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        overview = made.console.overview
        made.classroom.do("overview")
        item = overview.grid.item(SLIDE)
        assert item.data(_MARK) == Mark.FIRST
        assert "first" in item.data(Qt.ItemDataRole.AccessibleTextRole)
        assert "closed eye" in overview.hint.text()
        assert overview.grid.item(SLIDE + 1).data(_MARK) is None
        assert not overview.grab().isNull()
        made.classroom.do("overview")
        looking(made)
        press(made, Key.Key_Return)
        made.classroom.do("overview")
        assert overview.grid.item(SLIDE).data(_MARK) == Mark.SHOWN
        assert "closed eye" not in overview.hint.text()


def test_the_overview_on_the_only_screen_hides_it(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1, alone=True) as made:
        made.classroom.do("overview")
        overview = made.console.overview
        item = overview.grid.item(SLIDE)
        qtbot.waitUntil(lambda: not overview._waiting)
        assert item.text() == "5  Not shown yet"
        assert made.session.slides[SLIDE].title not in item.toolTip()
        assert item.data(Qt.ItemDataRole.UserRole) is None
        assert overview.tab.isHidden()
        assert "closed eye" not in overview.hint.text()


def test_its_picture_is_ready_for_the_class_before_it_is_shown(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        looking(made)
        scene = made.classroom.book.scene(SLIDE)
        qtbot.waitUntil(lambda: made.projector.view.is_ready(scene))
        assert made.projector.view.scene() is not scene


def test_next_says_that_it_comes_to_the_teacher_first(qtbot: QtBot) -> None:
    with room(start=SLIDE - 1) as made:
        assert made.console.next.title.text() == "Next"  # the steps of the discussion come before it
        for _ in range(3):
            made.session.next()
        qtbot.waitUntil(lambda: made.console.next.title.text() == "Next, for you first")
        made.session.go_to(SLIDE)
        made.session.next()
        qtbot.waitUntil(lambda: made.console.next.title.text() == "Next")


STATES: list[tuple[str, str]] = [
    ("", "sees slide 3"),
    ("freeze", "still sees slide 3"),
    ("black", "black"),
    ("white", "white"),
    ("safe", "calm"),
    ("help-routes", "help"),
]


def test_what_the_class_sees_is_named_over_the_overview_and_the_text(qtbot: QtBot) -> None:
    with room(start=2) as made:
        tab = made.console.overview.tab
        for action, words in STATES:
            made.classroom.do(action)
            made.classroom.do("text-view")
            assert made.console.slide.tab.isVisible()
            made.classroom.do("overview")
            assert tab.isVisible()
            assert words in tab.accessibleName()
            made.classroom.do("overview")
            made.classroom.do("text-view")
            made.session.live()
            assert made.session.shows is Shows.LIVE
            assert not tab.isVisible()


@pytest.mark.parametrize("width", [120, 180, 280])
@pytest.mark.parametrize("bold", [False, True])
def test_a_long_title_ends_in_an_ellipsis(qtbot: QtBot, width: int, bold: bool) -> None:
    overview = Overview(load_theme("light", 2.0))
    qtbot.addWidget(overview)
    tile = _Tile(load_theme("light", 2.0), overview)
    tile.width = width
    lines = tile.lines("12  What makes it easier to tell somebody about a worry?", bold=bold)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert tile.lines("1  Hi", bold=bold) == ["1  Hi"]
