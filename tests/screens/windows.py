"""Rooms with three screens and more: chosen, mirrored, upright, with more dots, on a touch panel, shared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.in_class import seating
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.classroom import Wishes
from rse_lessons.ui.dialogs.which_screen import SHARED, WhichScreen
from rse_lessons.ui.projector.touch_bar import TouchBar
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.screens import Screens, Wish, move_to
from rse_lessons.ui.slide.readings import Reads
from rse_lessons.ui.theme import apply, load_theme
from tests.screens.seen import class_windows, notes_on
from tests.ui.room import Room, room
from tests.ui.tongues import ASK_FIRST, readings_of

Key = Qt.Key
THREE = ("TEACHER", "PROJECTOR", "SPARE")


def names(screens: Sequence[QScreen]) -> set[str]:
    return {screen.name() for screen in screens}


def shows(made: Room) -> Shows:
    return made.session.shows


def shared(made: Room) -> ProjectorWindow | None:
    return made.classroom.more.shared


def panel(made: Room) -> TouchBar | None:
    return made.projector.touch


def press(made: Room, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(made.projector if made.console.isHidden() else made.console, key, modifier)


# Languages


def test_every_screen_of_the_class_is_in_its_language(qtbot: QtBot) -> None:
    wishes = Wishes(Wish("PROJECTOR", more=("SPARE",)), reads=Reads("cy", "en", "beside"))
    with room(plugged=THREE, lesson=ASK_FIRST, readings=readings_of, wishes=wishes) as made:
        (further,) = made.classroom.more
        assert further.view.scene() is made.projector.view.scene()
        made.classroom.languages.choose(Reads("ga"))
        assert further.view.scene() is made.projector.view.scene() is made.console.slide.view.scene()
        assert further.view.locale().name() == made.projector.view.locale().name() == "ga_IE"
        made.sockets.pull(made.sockets.known["SPARE"])
        made.classroom.languages.choose(Reads("cy"))
        made.sockets.plug(made.sockets.known["SPARE"])
        (further,) = made.classroom.more
        assert further.view.scene() is made.projector.view.scene()
        assert further.view.locale().name() == "cy_GB"


# Which screen is whose


@pytest.mark.parametrize("name", ["SPARE", "TALL", "FINE", "BESIDE", "PROJECTOR"])
def test_the_class_has_the_screen_that_was_chosen_and_the_slide_whole_in_its_middle(
    qtbot: QtBot, name: str
) -> None:
    wishes = Wishes(Wish(name))
    with room(plugged=(*THREE, "TALL", "FINE", "BESIDE"), wishes=wishes) as made:
        assert made.projector.geometry() == made.sockets.known[name].geometry()
        assert names(notes_on(made)) == {"TEACHER"}
        QApplication.processEvents()
        view = made.projector.view
        assert view.size() == made.sockets.known[name].size()
        seen = view.mapFromScene(view.sceneRect()).boundingRect()
        assert abs(seen.width() * 9 - seen.height() * 16) <= 32
        assert abs(seen.center().x() - view.rect().center().x()) <= 2
        assert abs(seen.center().y() - view.rect().center().y()) <= 2
        assert seen.width() >= view.width() - 3 or seen.height() >= view.height() - 3


def test_swapped_among_three_the_two_change_places(qtbot: QtBot) -> None:
    with room(plugged=THREE, wishes=Wishes(Wish("SPARE"))) as made:
        press(made, Key.Key_X)
        assert made.projector.geometry() == made.sockets.teacher.geometry()
        assert names(notes_on(made)) == {"SPARE"}
        press(made, Key.Key_X)
        assert made.projector.geometry() == made.sockets.known["SPARE"].geometry()
        assert names(notes_on(made)) == {"TEACHER"}


def test_a_larger_screen_that_comes_later_does_not_take_the_class_along(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "SPARE")) as made:
        made.sockets.plug(made.sockets.projector)
        assert made.projector.geometry() == made.sockets.known["SPARE"].geometry()


def test_with_its_screen_gone_the_class_has_another_and_comes_back(qtbot: QtBot) -> None:
    with room(plugged=THREE, wishes=Wishes(Wish("PROJECTOR"))) as made:
        made.sockets.pull(made.sockets.projector)
        assert made.projector.geometry() == made.sockets.known["SPARE"].geometry()
        assert made.console.notice.isVisible()
        assert names(notes_on(made)) == {"TEACHER"}
        made.sockets.plug(made.sockets.projector)
        assert made.projector.geometry() == made.sockets.projector.geometry()
        assert made.console.notice.isHidden()


def test_with_the_teachers_screen_gone_notes_are_covered_on_the_third(qtbot: QtBot) -> None:
    with room(plugged=THREE, wishes=Wishes(Wish("PROJECTOR"))) as made:
        made.sockets.pull(made.sockets.teacher)
        assert made.projector.geometry() == made.sockets.projector.geometry()
        assert made.console.isVisible()
        assert made.console.notes_covered
        made.console.covered.button.click()
        assert names(notes_on(made)) == {"SPARE"}
        made.sockets.plug(made.sockets.teacher)
        assert names(notes_on(made)) == {"SPARE"}


def test_with_the_teachers_screen_gone_from_two_the_class_keeps_its_slide(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "PROJECTOR")) as made:
        made.sockets.pull(made.sockets.teacher)
        assert made.projector.isVisible()
        assert made.console.isHidden()
        made.sockets.plug(made.sockets.teacher)
        assert names(notes_on(made)) == {"TEACHER"}


def test_dragged_before_the_class_the_notes_are_covered_at_once(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "PROJECTOR")) as made:
        made.console.showNormal()
        move_to(made.console, made.sockets.projector.geometry().adjusted(100, 100, -100, -100))
        assert not notes_on(made)
        made.console.covered.button.click()
        assert names(notes_on(made)) == {"TEACHER"}


def test_notes_are_never_on_a_screen_that_another_shows_too(qtbot: QtBot) -> None:
    with room(plugged=THREE, wishes=Wishes(Wish("PROJECTOR"))) as made:
        made.sockets.plug(made.sockets.known["CLONE"])
        assert "TEACHER" not in names(notes_on(made))
        made.sockets.pull(made.sockets.known["CLONE"])
        assert names(notes_on(made)) == {"TEACHER"}


def test_a_teachers_screen_that_becomes_the_classes_is_trusted_no_more(qtbot: QtBot) -> None:
    with room(plugged=THREE, wishes=Wishes(Wish("PROJECTOR"))) as made:
        made.console.showNormal()
        move_to(made.console, made.sockets.known["SPARE"].geometry().adjusted(50, 50, -50, -50))
        assert not notes_on(made)
        made.console.covered.button.click()
        assert names(notes_on(made)) == {"SPARE"}
        made.sockets.pull(made.sockets.projector)
        assert made.projector.geometry() == made.sockets.teacher.geometry()
        move_to(made.console, made.sockets.teacher.geometry().adjusted(50, 50, -50, -50))
        assert not notes_on(made)


def test_a_word_for_the_only_screen_ends_with_the_next_change(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "PROJECTOR")) as made:
        for _ in range(2):
            made.sockets.pull(made.sockets.projector)
            assert not notes_on(made)
            made.console.covered.button.click()
            assert names(notes_on(made)) == {"TEACHER"}
            made.screens.changed.emit()
            assert names(notes_on(made)) == {"TEACHER"}
            made.sockets.plug(made.sockets.projector)


# Several screens for the class


def test_a_second_screen_shows_the_class_the_same(qtbot: QtBot) -> None:
    wishes = Wishes(Wish("PROJECTOR", more=("SPARE",)))
    with room(plugged=THREE, wishes=wishes, start=1) as made:
        windows = class_windows(made)
        assert {window.geometry().topLeft() for window in windows} == {QPoint(1280, 0), QPoint(3200, 0)}
        for key in (Key.Key_Right, Key.Key_S, Key.Key_S, Key.Key_B):
            press(made, key)
            assert {window.view.scene() for window in windows} == {made.projector.view.scene()}
        assert names(notes_on(made)) == {"TEACHER"}
        QTest.keyClick(windows[1], Key.Key_B)
        assert shows(made) is Shows.LIVE
        made.sockets.pull(made.sockets.teacher)
        assert made.classroom.placement.alone
        assert not notes_on(made)
        assert len(class_windows(made)) == 2


# Shapes and scalings


@pytest.mark.parametrize(
    ("name", "scale"), [("SPARE", 2.0), ("TALL", 2.0), ("FINE", 2.0), ("SPARE", 1.0), ("BESIDE", 1.0)]
)
def test_the_console_fits_its_screen(qtbot: QtBot, name: str, scale: float) -> None:
    with room(plugged=(name, "PROJECTOR"), wishes=Wishes(Wish("PROJECTOR")), scale=scale) as made:
        QApplication.processEvents()
        made.screens.changed.emit()  # as the system settles
        area = made.sockets.known[name].geometry()
        console = made.console
        assert area.adjusted(0, 0, 2, 2).contains(console.geometry()), console.geometry()
        for part in (console.bottom.next, console.bottom.safe, console.bottom.help, console.slide.view):
            corner = part.mapTo(console, part.rect().bottomRight())
            assert console.rect().contains(corner), part.accessibleName()
        assert notes_on(made)


# Large buttons


@pytest.mark.parametrize(
    ("name", "scale"), [("SPARE", 2.0), ("TALL", 2.0), ("FINE", 2.0), ("SPARE", 1.0), ("PROJECTOR", 1.0)]
)
def test_large_buttons_are_in_reach_on_every_shape_of_screen(qtbot: QtBot, name: str, scale: float) -> None:
    wishes = Wishes(big_buttons=True)
    with room(plugged=(name,), wishes=wishes, scale=scale) as made:
        QApplication.processEvents()
        bar = panel(made)
        assert bar is not None
        shown = [button for button in bar.buttons.values() if button.isVisible()]
        assert {"back", "next", "safe", "help-routes", "leave"} <= {
            key for key, button in bar.buttons.items() if button.isVisible()
        }
        for button in shown:
            assert min(button.width(), button.height()) >= 64, button.accessibleName()
            assert bar.rect().contains(button.geometry()), button.accessibleName()
            assert button.accessibleName()
        for one, other in pairwise(shown):
            assert one.geometry().right() < other.geometry().left()
        assert bar.geometry().bottom() == made.projector.rect().bottom()
        assert made.projector.view.geometry().bottom() < bar.geometry().top()
        assert not notes_on(made)


def test_a_lesson_is_given_by_large_buttons_alone(qtbot: QtBot) -> None:
    with room(plugged=("PROJECTOR",)) as made:
        assert panel(made) is None
        with qtbot.waitSignal(made.classroom.big_buttons_chosen) as told:
            press(made, Key.Key_F8)
        assert told.args == [True]
        bar = panel(made)
        assert bar is not None
        buttons = bar.buttons
        buttons["next"].click()
        buttons["next"].click()
        buttons["back"].click()
        assert made.session.index == 1
        buttons["safe"].click()
        assert shows(made) is Shows.SAFE
        assert buttons["next"].isHidden()
        buttons["help-routes"].click()
        assert shows(made) is Shows.HELP
        buttons["help-routes"].click()
        assert shows(made) is Shows.LIVE
        press(made, Key.Key_B)
        assert [name for name, button in buttons.items() if not button.isHidden()] == ["next"]
        buttons["next"].click()
        assert (shows(made), made.session.index) == (Shows.LIVE, 1)
        buttons["leave"].click()
        assert made.asked_to_end == 1
        press(made, Key.Key_F8)
        assert panel(made) is None


def test_beside_the_teachers_screen_the_panel_has_no_end(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "PROJECTOR"), wishes=Wishes(big_buttons=True)) as made:
        bar = panel(made)
        assert bar is not None
        assert bar.buttons["leave"].isHidden()
        assert not bar.buttons["help-routes"].isHidden()
        assert shared(made) is None


# A window to share


def test_shared_the_slide_is_in_an_ordinary_window_and_the_console_stays(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "PROJECTOR"), start=2) as made:
        with qtbot.waitSignal(made.classroom.screens_chosen) as told:
            press(made, Key.Key_F7)
        assert told.args[0].sharing
        window = shared(made)
        assert window is not None
        assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
        assert "share this window" in window.windowTitle()
        assert made.projector.isHidden()
        assert names(notes_on(made)) == {"TEACHER"}
        window.resize(QSize(700, 500))
        press(made, Key.Key_Right)
        assert window.view.scene() is made.console.slide.view.scene()
        QTest.keyClick(window, Key.Key_S)
        assert shows(made) is Shows.SAFE
        window.close()
        assert made.asked_to_end == 1
        assert window.isVisible()
        place = window.geometry()
        press(made, Key.Key_F7)
        assert shared(made) is None
        assert made.projector.geometry() == made.sockets.projector.geometry()
        press(made, Key.Key_F7)
        again = shared(made)
        assert again is not None
        assert again.size() == place.size()


def test_shared_from_the_only_screen_notes_wait_for_the_teachers_word(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER",)) as made:
        press(made, Key.Key_F7)
        assert made.console.isVisible()
        assert not notes_on(made)
        made.console.covered.button.click()
        assert names(notes_on(made)) == {"TEACHER"}
        made.sockets.plug(made.sockets.known["CLONE"])
        assert not notes_on(made)
        press(made, Key.Key_F7)
        assert made.classroom.placement.alone
        assert made.console.isHidden()


def test_a_shared_window_never_goes_out_of_sight_with_its_screen(qtbot: QtBot) -> None:
    with room(plugged=("TEACHER", "PROJECTOR")) as made:
        press(made, Key.Key_F7)
        window = shared(made)
        assert window is not None
        assert made.sockets.projector.geometry().contains(window.geometry())
        made.sockets.pull(made.sockets.projector)
        assert made.sockets.teacher.geometry().contains(window.geometry().center())
        assert not notes_on(made)


# The question


def asked(qtbot: QtBot, plugged: tuple[str, ...], wish: Wish, *, scale: float = 1.0) -> WhichScreen:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = load_theme("light", scale)
    apply(app, theme)
    stands = [stand for stand in Screens(app).stands() if set(stand.names) & set(plugged)]
    window = WhichScreen(theme, stands, wish)
    qtbot.addWidget(window)
    window.move(40, 20)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_it_is_asked_with_three_screens_and_nothing_remembered(qtbot: QtBot) -> None:
    with room(plugged=THREE) as made:
        three = made.screens.stands()
        assert seating.is_open(three, Wish())
        assert seating.is_open(three, Wish("LEFT AT HOME"))
        assert seating.is_open(three, Wish("TEACHER"))
        assert not seating.is_open(three, Wish("SPARE"))
        assert not seating.is_open(three, Wish("TEACHER", own="SPARE"))
        made.sockets.pull(made.sockets.known["SPARE"])
        assert not seating.is_open(made.screens.stands(), Wish())


def test_each_screen_has_its_number_while_it_is_asked(qtbot: QtBot) -> None:
    window = asked(qtbot, ("PROJECTOR", "SPARE", "TALL"), Wish("SPARE"))
    signs = window._signs.shown
    assert len(signs) == 3
    for sign in signs:
        assert sign.stand.area.contains(sign.geometry())
        assert str(sign.stand.number) in sign.accessibleName()
    QTest.mouseClick(signs[0], Qt.MouseButton.LeftButton)
    assert window.wish.projector == signs[0].stand.name
    assert "The class" in signs[0].accessibleName()
    window.reject()
    assert not window._signs.shown


def test_it_is_answered_by_number_by_picture_and_by_arrows(qtbot: QtBot) -> None:
    window = asked(qtbot, THREE, Wish("PROJECTOR"))
    numbers = {stand.name: stand.number for stand in window._stands}
    spare = next(name for name in numbers if name == "SPARE")
    QTest.keyClick(window, Key(Key.Key_0 + numbers[spare]))
    assert window.wish.projector == spare
    first = next(iter(window.picture.places()))
    spot = window.picture.places()[first].center().toPoint()
    QTest.mouseClick(window.picture, Qt.MouseButton.LeftButton, pos=spot)
    assert window.wish.projector == first
    assert window.wish.own != first
    window.screens.row_of(first).setFocus()
    QTest.keyClick(window.screens.row_of(first), Key.Key_Down)
    assert window.wish.projector != first


def test_one_screen_is_never_for_two_ends(qtbot: QtBot) -> None:
    window = asked(qtbot, THREE, Wish("PROJECTOR", own="SPARE"))
    for stand in window._stands:
        window.screens.row_of(stand.name).click()
        assert window.wish.own != stand.name
        for row in list(window.more):
            row.click()
        assert stand.name not in window.wish.more
        assert window.wish.own not in window.wish.more
    window.screens.row_of(SHARED).click()
    assert window.wish.sharing
    assert window.wish.own


def test_a_screen_pulled_out_while_it_is_asked_is_asked_for_no_more(qtbot: QtBot) -> None:
    window = asked(qtbot, THREE, Wish("SPARE"))
    left = [stand for stand in window._stands if stand.name != "SPARE"]
    window.set_stands(left)
    assert window.wish.projector in {stand.name for stand in left}
    assert len(window._signs.shown) == len(left)
