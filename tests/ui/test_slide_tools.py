"""Tools over the slide, by mouse, finger and keys: the same on both windows, never on another slide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rse_lessons.presenting.ink import Pen
from rse_lessons.presenting.session import Session, Shows
from rse_lessons.presenting.tools import Tool
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.paint import scene_image
from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.slide.strokes import pen_colour
from rse_lessons.ui.slide.view import SlideView
from tests.ui.room import Room, room

Key = Qt.Key
SLIDE = 9
WINDOWS = ("console", "projector")


def view_of(made: Room, where: str) -> SlideView:
    return made.projector.view if where == "projector" else made.console.slide.view


def press(made: Room, *keys: Key, on: str = "console", shift: bool = False, ctrl: bool = False) -> None:
    window = made.projector if on == "projector" else made.console
    held = Qt.KeyboardModifier.NoModifier
    held = Qt.KeyboardModifier.ShiftModifier if shift else held
    held = Qt.KeyboardModifier.ControlModifier if ctrl else held
    for key in keys:
        QTest.keyClick(window, key, held)


def hand(view: SlideView, kind: QEvent.Type, x: float, y: float) -> None:
    """Do something with the mouse at a place of the slide."""
    viewport = view.viewport()
    at = QPointF(view.mapFromScene(x, y))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    down = left if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove) else none
    which = none if kind is QEvent.Type.MouseMove else left
    event = QMouseEvent(
        kind, at, QPointF(viewport.mapToGlobal(at)), which, down, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)


def hover(view: SlideView, x: float, y: float) -> None:
    viewport = view.viewport()
    at, none = QPointF(view.mapFromScene(x, y)), Qt.MouseButton.NoButton
    where = QPointF(viewport.mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, at, where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def drag(view: SlideView, *places: tuple[float, float]) -> None:
    hand(view, QEvent.Type.MouseButtonPress, *places[0])
    for place in places[1:]:
        hand(view, QEvent.Type.MouseMove, *place)
    hand(view, QEvent.Type.MouseButtonRelease, *places[-1])


def seen(view: SlideView) -> QImage:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
    return view.viewport().grab().toImage()


def changed_in(one: QImage, other: QImage) -> QRect:
    """Give the part in which two pictures differ, so that a failure says where."""
    assert one.size() == other.size()
    wide, tall = one.width(), one.height()
    rows = [y for y in range(tall) if one.copy(0, y, wide, 1) != other.copy(0, y, wide, 1)]
    if not rows:
        return QRect()
    columns = [x for x in range(wide) if one.copy(x, 0, 1, tall) != other.copy(x, 0, 1, tall)]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


def colour_at(view: SlideView, x: float, y: float) -> QColor:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
    at = view.mapFromScene(x, y)
    return view.viewport().grab(QRect(at, QSize(1, 1))).toImage().pixelColor(0, 0)


def near(one: QColor, other: str) -> bool:
    wanted = QColor(other)
    parts = zip(one.getRgb(), wanted.getRgb(), strict=True)  # type: ignore[call-overload]
    return all(abs(a - b) < 30 for a, b in parts)


INK = pen_colour(Pen.INK, dark=False)
BLUE = pen_colour(Pen.BLUE, dark=False)


@pytest.mark.parametrize("where", WINDOWS)
def test_a_line_drawn_on_either_window_is_on_both(qtbot: QtBot, where: str) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D, on=where)
        press(made, Key.Key_D, on=where, shift=True)
        drag(view_of(made, where), (300, 870), (700, 870), (1100, 870))
        hover(view_of(made, where), 100, 100)
        assert made.session.tools.pen is Pen.BLUE
        for window in WINDOWS:
            assert near(colour_at(view_of(made, window), 700, 870), BLUE)
        strokes = [data for kind, data in made.recorded if kind == "stroke"]
        assert len(strokes) == 1


def test_a_line_is_seen_while_it_is_drawn(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D)
        view = view_of(made, "console")
        hand(view, QEvent.Type.MouseButtonPress, 300, 870)
        hand(view, QEvent.Type.MouseMove, 900, 870)
        assert near(colour_at(view_of(made, "projector"), 600, 870), INK)
        assert [kind for kind, _ in made.recorded if kind == "stroke"] == []
        hand(view, QEvent.Type.MouseButtonRelease, 900, 870)


def test_a_drawing_is_on_no_other_slide_and_there_when_one_comes_back(qtbot: QtBot) -> None:
    with room(start=11) as made:
        view = view_of(made, "projector")
        press(made, Key.Key_PageDown)
        bare = [colour_at(view, x, 870) for x in (320, 600, 880)]
        press(made, Key.Key_PageUp, Key.Key_D)
        drag(view_of(made, "console"), (300, 870), (900, 870))
        press(made, Key.Key_PageDown)
        assert made.session.index == 12
        assert [colour_at(view, x, 870) for x in (320, 600, 880)] == bare
        press(made, Key.Key_PageUp)
        assert near(colour_at(view, 600, 870), INK)
        assert made.session.tools.tool is None


def test_a_finger_draws(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D)
        view = view_of(made, "projector")
        panel = QTest.createTouchDevice()
        assert isinstance(panel, QPointingDevice)
        spots = [view.mapFromScene(x, 870) for x in (300, 600, 900)]
        viewport = view.viewport()
        QTest.touchEvent(viewport, panel).press(0, spots[0], viewport).commit()
        for spot in spots[1:]:
            QTest.touchEvent(viewport, panel).move(0, spot, viewport).commit()
        QTest.touchEvent(viewport, panel).release(0, spots[-1], viewport).commit()
        assert len(made.session.drawing()) == 1


def test_the_keyboard_alone_draws_and_undoes(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D, Key.Key_Space, *[Key.Key_Right] * 5, Key.Key_Space)
        assert made.session.drawing()[0].points == ((800, 450), (920, 450))
        press(made, Key.Key_Z, ctrl=True)
        assert made.session.drawing() == ()
        press(made, Key.Key_Z, ctrl=True)
        assert made.session.index == SLIDE


def test_cleared_on_purpose_and_taken_back(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D)
        drag(view_of(made, "console"), (300, 870), (900, 870))
        press(made, Key.Key_Escape)
        press(made, Key.Key_E, ctrl=True)
        assert made.session.drawing() == ()
        assert not near(colour_at(view_of(made, "projector"), 600, 870), INK)
        press(made, Key.Key_Z, ctrl=True)
        assert near(colour_at(view_of(made, "projector"), 600, 870), INK)


def test_the_eraser_takes_a_stroke_off_both_windows(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D)
        drag(view_of(made, "console"), (300, 870), (900, 870))
        press(made, Key.Key_E)
        drag(view_of(made, "projector"), (600, 800), (600, 890))
        hover(view_of(made, "projector"), 100, 100)
        assert made.session.drawing() == ()
        for window in WINDOWS:
            assert not near(colour_at(view_of(made, window), 500, 870), INK)


def test_under_a_cover_nothing_of_the_tools_is_seen(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        view = view_of(made, "projector")
        bare: dict[Key, QImage] = {}
        for key in (Key.Key_B, Key.Key_W, Key.Key_S, Key.Key_H):
            press(made, key)
            bare[key] = seen(view)
            press(made, key)
        press(made, Key.Key_Z, Key.Key_C, Key.Key_L, Key.Key_D)
        drag(view_of(made, "console"), (700, 400), (900, 500))
        for key, picture in bare.items():
            assert seen(view) != picture
            press(made, key)
            assert changed_in(seen(view), picture).isNull(), key
            drag(view, (700, 400), (900, 500))
            assert changed_in(seen(view), picture).isNull(), key
            assert len(made.session.drawing()) == 1
            press(made, key)
            assert made.session.tools.zoom is not None


def test_frozen_the_class_keeps_its_picture(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        view, own = view_of(made, "projector"), view_of(made, "console")
        press(made, Key.Key_D)
        drag(own, (300, 870), (700, 870))
        press(made, Key.Key_F)
        still = seen(view)
        drag(own, (300, 820), (700, 820))
        press(made, Key.Key_Z, Key.Key_Plus, Key.Key_C)
        assert changed_in(seen(view), still).isNull()
        drag(view, (300, 700), (700, 700))
        assert len(made.session.drawing()) == 2
        press(made, Key.Key_Escape, Key.Key_Escape, Key.Key_F)
        assert made.session.shows is Shows.LIVE
        assert near(colour_at(view, 500, 820), INK)


@pytest.mark.parametrize("where", WINDOWS)
def test_the_pointer_follows_the_mouse_on_both_windows(qtbot: QtBot, where: str) -> None:
    with room(start=SLIDE) as made:
        before = {window: seen(view_of(made, window)) for window in WINDOWS}
        press(made, Key.Key_I)
        hover(view_of(made, where), 1300, 700)
        for window in WINDOWS:
            focus = made.classroom.book.scene(SLIDE).ink.focus
            assert near(colour_at(view_of(made, window), 1300, 700), focus)
        press(made, Key.Key_Escape)
        for window in WINDOWS:
            assert changed_in(seen(view_of(made, window)), before[window]).isNull()


def test_the_spotlight_darkens_all_but_its_place(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        view = view_of(made, "projector")
        bright = {spot: colour_at(view, *spot) for spot in ((1560, 30), (400, 870))}
        press(made, Key.Key_L)
        hover(view_of(made, "console"), 1500, 60)
        assert colour_at(view, 1560, 30) == bright[1560, 30]
        assert colour_at(view, 400, 870).lightness() < bright[400, 870].lightness() - 80
        hover(view_of(made, "console"), 400, 850)
        assert colour_at(view, 400, 870) == bright[400, 870]
        press(made, Key.Key_L)
        assert colour_at(view, 1560, 30) == bright[1560, 30]


def test_the_wheel_and_plus_change_the_light_and_no_notes(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_L)
        light = made.session.tools.light
        press(made, Key.Key_Plus)
        assert made.session.tools.light > light
        viewport = view_of(made, "console").viewport()
        at = QPointF(viewport.rect().center())
        turned = QWheelEvent(
            at,
            QPointF(viewport.mapToGlobal(at)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, turned)
        assert made.session.tools.light == light


def test_zoomed_both_windows_show_the_same_part(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_Z)
        press(made, *[Key.Key_Right] * 30, *[Key.Key_Down] * 30)
        parts = []
        for window in WINDOWS:
            view = view_of(made, window)
            corners = (view.viewport().rect().topLeft(), view.viewport().rect().bottomRight())
            parts += [view.mapToScene(corner) for corner in corners]
        for mine, theirs in zip(parts[:2], parts[2:], strict=True):
            assert abs(mine.x() - theirs.x()) < 4
            assert abs(mine.y() - theirs.y()) < 4
        assert parts[0].x() > 700
        press(made, Key.Key_PageDown)
        assert view_of(made, "projector").mapToScene(0, 0).x() < 1


def test_a_zoomed_slide_is_dragged_and_drawn_on(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        view = view_of(made, "console")
        press(made, Key.Key_Z)
        drag(view, (800, 450), (700, 450))
        assert made.session.tools.zoom is not None
        left = made.session.tools.zoom.frame[0]
        assert left > 440
        press(made, Key.Key_D)
        drag(view, (left + 100, 500), (left + 300, 500))
        assert abs(made.session.drawing()[0].points[0][0] - left - 100) <= 2


def test_the_curtain_hides_from_the_class_what_the_teacher_still_sees(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        view, own = view_of(made, "projector"), view_of(made, "console")
        made.classroom._tools.peek(safe=True)
        words = varied(view)
        assert varied(own) > 2
        press(made, Key.Key_C)
        assert words > 2
        assert varied(view) == 1
        assert varied(own) > 2
        made.classroom._tools.peek(safe=False)
        assert varied(own) == 1
        edge = made.session.tools.curtain
        assert edge is not None
        drag(view, (800, edge), (800, 880))
        assert varied(view) == words
        press(made, Key.Key_Escape)
        assert made.session.tools.idle


def varied(view: SlideView) -> int:
    """Count the colours on the slide from below its heading to above its foot."""
    picture = seen(view)
    top, foot = view.mapFromScene(300, 330), view.mapFromScene(1300, 800)
    inside = picture.copy(QRect(top, foot)).convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(inside.constBits()).cast("I")[::3]))


def test_escape_leaves_the_tool_before_anything_else(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_F, Key.Key_L)
        press(made, Key.Key_Escape)
        assert made.session.tools.idle
        assert made.session.shows is Shows.FROZEN


def test_keys_that_turn_slides_still_do(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_I, Key.Key_Right)
        assert made.session.index == SLIDE
        press(made, Key.Key_Space)
        assert made.session.index == SLIDE + 1
        press(made, Key.Key_L, Key.Key_PageUp)
        assert made.session.index == SLIDE


def test_a_press_with_a_tool_does_nothing_to_the_activity(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        for index in range(len(made.session.slides)):
            made.session.go_to(index)
            states = dict(made.session.states)
            made.session.take_tool(Tool.POINTER)
            view = view_of(made, "console")
            scene = view.scene()
            assert isinstance(scene, SlideScene)
            pressed = [piece.area.qt().center() for piece in scene.pieces if piece.action]
            more = [QPointF(x, y) for x in range(100, 1600, 400) for y in range(100, 900, 250)]
            for spot in (*pressed, *more):
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(spot))
            assert made.session.states == states


def test_the_lock_takes_the_tool_away(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D, Key.Key_K)
        drag(view_of(made, "console"), (300, 870), (900, 870))
        assert made.session.drawing() == ()
        press(made, Key.Key_D)
        assert made.session.tools.tool is None


# The strip


def test_the_strip_shows_the_tool_in_use_and_its_colours(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        strip = made.console.slide.tools
        assert not any(pen.isVisible() for pen in strip.pens.values())
        strip.tools[Tool.PEN].click()
        assert made.session.tools.tool is Tool.PEN
        assert [tool for tool, button in strip.tools.items() if button.isChecked()] == [Tool.PEN]
        assert all(pen.isVisible() for pen in strip.pens.values())
        strip.pens[Pen.GREEN].click()
        assert made.session.tools.pen is Pen.GREEN
        assert not strip.edits["clear-drawing"].isEnabled()
        drag(view_of(made, "console"), (300, 870), (900, 870))
        strip.edits["clear-drawing"].click()
        assert made.session.drawing() == ()
        strip.edits["undo"].click()
        assert len(made.session.drawing()) == 1
        strip.tools[Tool.PEN].click()
        assert made.session.tools.idle
        assert not any(button.isChecked() for button in strip.tools.values())


def test_every_button_of_the_strip_has_a_name_and_nothing_is_cut(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        strip = made.console.slide.tools
        for key, shown in (
            (Key.Key_I, [*strip.tools.values()]),
            (Key.Key_D, [*strip.pens.values(), *strip.edits.values()]),
        ):
            press(made, key)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            for button in shown:
                assert button.accessibleName()
                assert button.toolTip()
                assert button.isVisible()
                assert button.size() == button.sizeHint()
            right = strip.mapTo(made.console.slide, strip.rect().topRight()).x()
            assert right <= made.console.slide.width()


def test_with_large_text_the_strip_is_one_button_with_a_menu(qtbot: QtBot) -> None:
    with room(start=SLIDE, scale=2.0) as made:
        strip = made.console.slide.tools
        assert strip.menu_button.isVisible()
        assert not strip.tools[Tool.PEN].isVisible()
        strip.menu_button.click()
        menu = strip.findChild(QMenu)
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions()]
        assert "Draw" in words
        menu.actions()[words.index("Draw")].trigger()
        menu.close()
        assert made.session.tools.tool is Tool.PEN


def test_on_one_screen_the_bar_offers_the_tools(qtbot: QtBot) -> None:
    with room(start=SLIDE, alone=True) as made:
        bar = made.projector.bar
        hover(made.projector.view, 800, 880)
        assert bar.isVisible()
        assert not bar.tools.isVisible()
        bar._buttons["tools"].click()
        assert bar.tools.isVisible()
        bar.tools.tools[Tool.PEN].click()
        drag(made.projector.view, (300, 300), (900, 300))
        assert len(made.session.drawing()) == 1
        hover(made.projector.view, 400, 400)
        assert made.session.tools.spot == (400, 400)


def test_on_one_screen_a_tool_taken_up_by_key_brings_its_buttons(qtbot: QtBot) -> None:
    with room(start=SLIDE, alone=True) as made:
        press(made, Key.Key_D, on="projector")
        hover(made.projector.view, 800, 880)
        bar = made.projector.bar
        assert bar.isVisible()
        assert bar.tools.pens[Pen.BLUE].isVisible()
        assert made.projector.rect().contains(bar.geometry())
        assert made.projector.rect().contains(bar.tray.geometry())


def test_on_one_screen_the_buttons_cover_nothing_that_can_be_pressed(qtbot: QtBot) -> None:
    with room(start=0, alone=True) as made:
        view, bar = made.projector.view, made.projector.bar
        for index in range(len(made.session.slides)):
            made.session.go_to(index)
            hover(view, 800, 450)
            scene = view.scene()
            assert isinstance(scene, SlideScene)
            assert bar.isVisible()
            for piece in scene.pieces:
                if piece.action:
                    place = view.mapFromScene(piece.area.qt()).boundingRect()
                    assert not place.translated(view.viewport().mapTo(made.projector, QPoint())).intersects(
                        bar.geometry()
                    ), (index, piece.key)


def test_on_one_screen_the_buttons_say_what_they_do_under_the_mouse(qtbot: QtBot) -> None:
    with room(start=SLIDE, alone=True) as made:
        bar = made.projector.bar
        hover(made.projector.view, 800, 450)
        narrow = bar.width()
        assert {button.text() for button in bar._buttons.values()} == {""}
        assert bar._buttons["safe"].accessibleName() == "Safe screen"
        middle = QPointF(bar.rect().center())
        QApplication.sendEvent(bar, QEnterEvent(middle, middle, QPointF(bar.mapToGlobal(middle))))
        assert bar._buttons["safe"].text().strip() == "Safe screen"
        assert bar.width() > narrow
        assert made.projector.rect().contains(bar.geometry())
        QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
        assert bar.width() == narrow


def test_kept_drawings_are_there_when_the_lesson_goes_on(qtbot: QtBot) -> None:
    with room(start=SLIDE) as made:
        press(made, Key.Key_D)
        drag(view_of(made, "console"), (300, 870), (900, 870))
        kept = {made.session.page(): [stroke.to_data() for stroke in made.session.drawing()]}
        look = made.classroom.book.look
        again = Session(made.session.lesson, clock=lambda: 0.0, start=SLIDE, drawings=kept)
        book = SceneBook(again, look)
        picture = scene_image(book.scene(SLIDE), 1600)
        assert near(picture.pixelColor(600, 870), INK)
        assert not near(scene_image(book.scene(SLIDE - 1), 1600).pixelColor(600, 870), INK)
