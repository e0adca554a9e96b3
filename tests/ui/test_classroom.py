"""A lesson on two screens, driven by keys: what the class sees, what the teacher sees, screens that go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.model import Vote
from rse_lessons.presenting.session import Shows
from tests.ui.room import Room, room

Key = Qt.Key
Modifier = Qt.KeyboardModifier


def press(made: Room, *keys: Key, on: str = "console") -> None:
    window = made.projector if on == "projector" else made.console
    for key in keys:
        QTest.keyClick(window, key)


def test_both_windows_stand_on_their_own_screens(qtbot: QtBot) -> None:
    with room() as made:
        assert made.projector.geometry() == made.sockets.projector.geometry()
        assert made.sockets.teacher.geometry().contains(made.console.geometry().center())
        assert made.projector.isVisible()
        assert made.console.isVisible()
        assert not made.notes_in_sight_of_the_class()


@pytest.mark.parametrize("where", ["console", "projector"])
def test_keys_move_both_windows_together(qtbot: QtBot, where: str) -> None:
    with room() as made:
        press(made, Key.Key_Right, Key.Key_PageDown, on=where)
        assert made.session.index == 2
        assert made.projector.view.scene() is made.console.slide.view.scene()
        press(made, Key.Key_Left, on=where)
        assert made.session.index == 1
        press(made, Key.Key_End, on=where)
        assert made.session.index == len(made.session.slides) - 1
        press(made, Key.Key_Home, on=where)
        assert made.session.index == 0


def test_a_number_and_enter_go_to_that_slide(qtbot: QtBot) -> None:
    with room() as made:
        press(made, Key.Key_5)
        assert "5" in made.console.slide.number.text()
        press(made, Key.Key_Return)
        assert made.session.index == 4


COVERS = {
    Key.Key_B: Shows.BLACK,
    Key.Key_Period: Shows.BLACK,
    Key.Key_W: Shows.WHITE,
    Key.Key_Comma: Shows.WHITE,
    Key.Key_S: Shows.SAFE,
    Key.Key_H: Shows.HELP,
}


def test_a_cover_comes_with_its_key_and_goes_with_it(qtbot: QtBot) -> None:
    with room(start=3) as made:
        before = made.projector.view.scene()
        for key, shows in COVERS.items():
            press(made, key)
            assert made.session.shows is shows
            assert made.projector.view.scene() is not before
            assert made.console.slide.view.scene() is before
            press(made, key)
            assert made.session.shows is Shows.LIVE
            assert made.projector.view.scene() is before


def test_frozen_the_class_keeps_its_slide(qtbot: QtBot) -> None:
    with room(start=7) as made:
        kept = made.projector.view.scene()
        press(made, Key.Key_F, Key.Key_Right, Key.Key_Right)
        assert made.projector.view.scene() is kept
        assert made.session.index == 9
        assert "8" in made.console.slide.tab.accessibleName()
        press(made, Key.Key_F)
        assert made.projector.view.scene() is made.console.slide.view.scene()


def test_votes_are_counted_by_keyboard_alone(qtbot: QtBot) -> None:
    with room() as made:
        slides = made.session.slides
        index = next(
            n for n, slide in enumerate(slides) if any(isinstance(part, Vote) for part in slide.parts)
        )
        vote = next(part for part in slides[index].parts if isinstance(part, Vote))
        made.session.go_to(index)
        press(made, Key.Key_A, Key.Key_1, Key.Key_3, Key.Key_Down, Key.Key_7, Key.Key_Escape)
        state = made.session.states[vote.id]
        counts = getattr(state, "counts", {})
        assert counts[vote.options[0].id] == 13
        assert counts[vote.options[1].id] == 7
        assert made.session.index == index


def test_the_overview_is_private_and_goes_to_a_slide(qtbot: QtBot) -> None:
    with room() as made:
        seen = made.projector.view.scene()
        press(made, Key.Key_Tab)
        assert made.console.overview_shown
        assert made.projector.view.scene() is seen
        grid = made.console.overview.grid
        QTest.keyClick(grid, Key.Key_7)
        QTest.keyClick(grid, Key.Key_Return)
        assert made.session.index == 6
        assert not made.console.overview_shown


def test_escape_leaves_one_level_at_a_time(qtbot: QtBot) -> None:
    with room(start=2) as made:
        press(made, Key.Key_F, Key.Key_B)
        shown = []
        for _ in range(2):
            press(made, Key.Key_Escape)
            shown.append(made.session.shows)
        assert shown == [Shows.FROZEN, Shows.LIVE]
        assert made.asked_to_end == 0
        press(made, Key.Key_Escape)
        assert made.asked_to_end == 1


def test_the_timer_runs_pauses_and_stops(qtbot: QtBot) -> None:
    with room() as made:
        press(made, Key.Key_T)
        assert made.session.timer.running
        made.now += 30
        press(made, Key.Key_P)
        assert made.session.timer.paused
        left = made.session.timer.left()
        made.now += 30
        assert made.session.timer.left() == left
        press(made, Key.Key_T)
        assert not made.session.timer.started


def test_notes_grow_and_shrink_within_limits(qtbot: QtBot) -> None:
    with room() as made, qtbot.waitSignal(made.classroom.notes_sized) as told:
        press(made, Key.Key_Plus)
    assert told.args == [26]


def test_locked_only_the_slide_is_shown(qtbot: QtBot) -> None:
    with room() as made:
        press(made, Key.Key_K)
        assert not made.console.notes.isVisible()
        press(made, Key.Key_Tab)
        assert not made.console.overview_shown
        press(made, Key.Key_Right)
        assert made.session.index == 1
        press(made, Key.Key_K)
        assert made.console.notes.isVisible()


def test_the_slide_can_be_read_as_text(qtbot: QtBot) -> None:
    with room(start=1) as made:
        QTest.keyClick(made.console, Key.Key_T, Modifier.ControlModifier)
        assert made.console.text_shown
        words = [label.text() for label in made.console.text.findChildren(type(made.console.slide.number))]
        assert made.session.slides[1].title in words


def test_pulled_out_the_projector_takes_no_notes_along(qtbot: QtBot) -> None:
    with room(start=4) as made:
        press(made, Key.Key_T)
        made.now += 10
        made.sockets.pull(made.sockets.projector)
        assert not made.projector.isVisible()
        assert made.console.isVisible()
        assert made.console.notes_covered
        assert not made.notes_in_sight_of_the_class()
        assert made.console.notice.isVisible()
        assert "away" in made.console.slide.tab.accessibleName()
        assert made.session.index == 4
        assert made.session.timer.running
        made.sockets.plug(made.sockets.projector)
        assert made.projector.isVisible()
        assert made.projector.geometry() == made.sockets.projector.geometry()
        assert made.console.notes.isVisible()
        assert made.console.notice.isHidden()
        assert made.session.index == 4


def test_alone_there_are_no_notes_until_a_second_screen_comes(qtbot: QtBot) -> None:
    with room(alone=True) as made:
        assert made.projector.isVisible()
        assert not made.console.isVisible()
        made.sockets.plug(made.sockets.projector)
        assert made.projector.geometry() == made.sockets.projector.geometry()
        assert made.console.notes.isVisible()
        assert not made.notes_in_sight_of_the_class()


def test_swapped_the_windows_change_screens(qtbot: QtBot) -> None:
    with room() as made, qtbot.waitSignal(made.classroom.screens_chosen):
        press(made, Key.Key_X)
        assert made.projector.geometry() == made.sockets.teacher.geometry()
        assert made.sockets.projector.geometry().contains(made.console.geometry().center())


def test_closing_a_window_asks_first(qtbot: QtBot) -> None:
    with room() as made:
        made.projector.close()
        made.console.close()
        assert made.asked_to_end == 2
        assert made.projector.isVisible()


def test_tab_goes_round_the_buttons_with_a_ring_and_never_opens_the_slides(qtbot: QtBot) -> None:
    with room() as made:
        console = made.console
        qtbot.waitUntil(console.isActiveWindow)
        press(made, Key.Key_F6)
        first, seen = console.focusWidget(), []
        for _ in range(60):
            widget = console.focusWidget()
            seen.append(widget)
            assert console.ring.widget() is widget
            assert console.ring.isVisible()
            QTest.keyClick(widget, Key.Key_Tab)
            if console.focusWidget() is first:
                break
        assert console.focusWidget() is first
        assert len(seen) > 8
        assert console not in seen
        assert not console.overview.isVisible()
        press(made, Key.Key_Escape)
        assert console.focusWidget() in (None, console)


def test_a_number_typed_before_the_end_is_forgotten_with_the_lesson(qtbot: QtBot) -> None:
    with room() as made:
        press(made, Key.Key_5)
        timer = made.classroom._reader._forget
        assert timer.isActive()
    assert not timer.isActive()
