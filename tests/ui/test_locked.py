"""A locked console: what is hidden, what works on, and the one way out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.in_class.unlocking import Unlocking
from rse_lessons.presenting.session import Shows
from rse_lessons.settings.console_lock import FREE, ConsoleLock, Cost
from rse_lessons.ui.actions import ACTIONS
from rse_lessons.ui.classroom import Wishes
from rse_lessons.ui.console.header import HeaderBar
from rse_lessons.ui.console.notes import NotesPanel
from rse_lessons.ui.console.overview import Overview
from rse_lessons.ui.console.side import NextCard
from rse_lessons.ui.console.stage_card import StageCard
from rse_lessons.ui.console.text_view import TextView
from rse_lessons.ui.dialogs.ask import TimeLeft
from rse_lessons.ui.dialogs.unlock import UnlockDialog
from rse_lessons.ui.steering.locking import ALLOWED
from rse_lessons.ui.theme import load_theme
from tests.ui.room import Room, room

Key = Qt.Key
PRIVATE = (NotesPanel, NextCard, StageCard, HeaderBar, Overview, TextView)
PASSCODE = "hazel nut"
CHEAP = Cost(1 << 4, 8, 1)


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(start=2) as opened:
        yield opened


def press(made: Room, *keys: Key, on: str = "console") -> None:
    window = made.projector if on == "projector" else made.console
    for key in keys:
        QTest.keyClick(window, key)


def given_away(made: Room) -> list[str]:
    """What of the teacher's can be seen in any window."""
    found = [
        type(part).__name__
        for kind in PRIVATE
        for part in made.console.findChildren(kind)
        if part.isVisible()
    ]
    found += [window.windowTitle() for window in dialogs()]
    if made.console.notice.isVisible():
        found.append(made.console.notice.title.text())
    return found


def dialogs() -> list[QDialog]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QDialog) and window.isVisible()
    ]


@pytest.mark.parametrize("before", [Key.Key_Tab, Key.Key_G, "text"])
def test_what_was_open_is_gone(made: Room, before: Key | str) -> None:
    if before == "text":
        QTest.keyClick(made.console, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    else:
        press(made, cast("Key", before))
    assert given_away(made)
    made.classroom.do("lock")
    assert given_away(made) == []


def test_only_the_slide_is_left_and_no_action_or_key_gives_anything_away(made: Room) -> None:
    press(made, Key.Key_K)
    assert given_away(made) == []
    assert made.console.slide.isVisible()
    assert made.console.bottom.isVisible()
    assert made.console.lock_notice.isVisible()
    before = made.session.index, made.session.shows, made.console.geometry()
    for action in (action.id for action in ACTIONS if action.id not in ALLOWED):
        made.classroom.do(action)
        assert given_away(made) == [], action
        assert (made.session.index, made.session.shows, made.console.geometry()) == before, action
        assert made.session.locked, action
        assert made.asked_to_end == 0, action
    for key in (Key.Key_Escape, Key.Key_F6, Key.Key_Tab, Key.Key_Backtab, Key.Key_Question, Key.Key_F1):
        press(made, key)
        press(made, key, on="projector")
        assert given_away(made) == []
    press(made, Key.Key_1, Key.Key_2, Key.Key_Return)
    assert made.session.index != 11
    assert "press" not in made.console.slide.number.text()
    assert made.asked_to_end == 0


def test_what_is_needed_works_on(made: Room) -> None:
    press(made, Key.Key_K, Key.Key_Right)
    assert made.session.index == 3
    press(made, Key.Key_Left, on="projector")
    assert made.session.index == 2
    for key, shows in (
        (Key.Key_S, Shows.SAFE),
        (Key.Key_H, Shows.HELP),
        (Key.Key_B, Shows.BLACK),
        (Key.Key_W, Shows.WHITE),
    ):
        press(made, key)
        assert made.session.shows is shows
        press(made, key)
        assert made.session.shows is Shows.LIVE
    QTest.mouseClick(made.console.bottom.safe, Qt.MouseButton.LeftButton)
    assert made.session.shows is Shows.SAFE
    assert not made.console.bottom.segments[Shows.FROZEN].isEnabled()
    assert not made.console.bottom.segments[Shows.LIVE].isEnabled()


def test_an_activity_lets_go_of_the_keys(made: Room) -> None:
    index = next(
        number for number, slide in enumerate(made.session.slides) if made.session.go_to(number) is not None
        and made.session.enter_activity()
    )  # fmt: skip
    press(made, Key.Key_K, Key.Key_Right)
    assert made.session.focus is None
    assert made.session.index == index + 1 or made.session.states


def test_a_slide_that_the_teacher_looks_at_alone_is_not_shown(made: Room) -> None:
    press(made, Key.Key_F, Key.Key_Right)
    ahead = made.console.slide.view.scene()
    press(made, Key.Key_K)
    assert made.console.slide.view.scene() is made.projector.view.scene()
    assert made.console.slide.view.scene() is not ahead
    press(made, Key.Key_K)
    assert made.console.slide.view.scene() is ahead


def test_messages_wait_until_they_may_be_read_and_those_of_before_come_back(made: Room) -> None:
    press(made, Key.Key_K)
    made.console.notice.say("About your records", "Class 8 Hazel could not be stored.")
    assert given_away(made) == []
    assert made.console.lock_notice.isVisible()
    press(made, Key.Key_K)
    assert made.console.notice.title.text() == "About your records"
    assert made.console.notice.isVisible()
    press(made, Key.Key_K)
    assert not made.console.notice.isVisible()
    press(made, Key.Key_K)
    assert made.console.notice.isVisible()


def test_a_small_window_is_shut_and_closing_a_window_neither_ends_nor_asks(made: Room) -> None:
    asked = TimeLeft(made.theme, 20, made.console)
    asked.open()
    made.classroom.do("lock")
    assert not asked.isVisible()
    asked.deleteLater()
    made.projector.close()
    assert made.asked_to_end == 0
    assert made.projector.isVisible()


def test_a_cable_pulled_and_put_back_unlocks_nothing(made: Room) -> None:
    press(made, Key.Key_K)
    made.sockets.pull(made.sockets.projector)
    assert given_away(made) == []
    made.sockets.plug(made.sockets.projector)
    assert given_away(made) == []
    assert made.console.lock_notice.isVisible()
    press(made, Key.Key_K)
    assert made.console.notes.isVisible()


def test_on_one_screen_the_bar_offers_to_unlock(qtbot: QtBot) -> None:
    with room(alone=True) as made:
        press(made, Key.Key_K, on="projector")
        buttons = made.projector.bar._buttons
        assert buttons["lock"].isVisibleTo(made.projector.bar)
        assert not buttons["overview"].isVisibleTo(made.projector.bar)
        made.projector.bar.requested.emit("overview")
        assert not made.console.isVisible()
        buttons["lock"].click()
        assert not made.session.locked


def test_locked_from_the_overview_on_one_screen_the_slide_is_back(qtbot: QtBot) -> None:
    with room(alone=True) as made:
        press(made, Key.Key_Tab, on="projector")
        assert made.console.isVisible()
        made.classroom.do("lock")
        assert not made.console.isVisible()


# With a passcode


class Guarded:
    """A room whose console has a passcode."""

    def __init__(self, made: Room) -> None:
        lock = made.wishes.lock
        assert isinstance(lock, ConsoleLock)
        self.lock = lock
        self.unlocking = Unlocking(made.classroom, lock, made.theme)

    @property
    def dialog(self) -> UnlockDialog:
        found = [window for window in dialogs() if isinstance(window, UnlockDialog)]
        assert len(found) == 1
        return found[0]


def passcode(folder: Path) -> Wishes:
    """Have a console locked with a passcode."""
    lock = ConsoleLock(folder / "console-lock.json", cost=CHEAP)
    lock.choose(PASSCODE)
    return Wishes(lock=lock)


@pytest.fixture
def closed(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room(start=2, wishes=passcode(tmp_path)) as opened:
        yield opened


@pytest.fixture
def guarded(closed: Room) -> Guarded:
    return Guarded(closed)


def type_in(dialog: UnlockDialog, words: str) -> None:
    QTest.keyClicks(dialog.field, words)
    QTest.keyClick(dialog.field, Key.Key_Return)


def test_the_passcode_unlocks_and_nothing_else_does(qtbot: QtBot, closed: Room, guarded: Guarded) -> None:
    made = closed
    press(made, Key.Key_K)
    qtbot.waitUntil(lambda: guarded.lock.locked)
    press(made, Key.Key_K)
    dialog = guarded.dialog
    assert made.session.locked
    type_in(dialog, "wrong")
    qtbot.waitUntil(dialog.message.isVisible)
    assert made.session.locked
    assert not made.console.notes.isVisible()
    type_in(dialog, PASSCODE)
    qtbot.waitUntil(lambda: not made.session.locked)
    assert made.console.notes.isVisible()
    assert not guarded.lock.locked
    assert dialogs() == []


def test_closing_a_locked_window_asks_for_the_passcode_and_the_lesson_goes_on(
    closed: Room, guarded: Guarded
) -> None:
    made = closed
    press(made, Key.Key_K)
    made.console.close()
    assert guarded.dialog.isVisible()
    assert made.asked_to_end == 0
    index = made.session.index
    QTest.keyClick(guarded.dialog.field, Key.Key_PageDown)
    assert made.session.index == index + 1
    QTest.mouseClick(made.console.bottom.safe, Qt.MouseButton.LeftButton)
    assert made.session.shows is Shows.SAFE
    press(made, Key.Key_K)
    assert guarded.dialog.isVisible()  # one window, however often it is asked for


def test_the_window_says_nothing_of_the_lesson(closed: Room, guarded: Guarded) -> None:
    made = closed
    press(made, Key.Key_K, Key.Key_K)
    guarded.dialog.forgotten.click()
    said = " ".join(
        str(child.property("text") or "") for child in guarded.dialog.findChildren(QWidget)
    ).casefold()
    session = made.session
    for word in (session.lesson.front.title, session.class_label, session.slides[2].title, PASSCODE):
        assert word.casefold() not in said
    assert str(guarded.lock.path.parent).casefold() not in said
    assert guarded.lock.path.name in said
    assert guarded.dialog.field.echoMode() is guarded.dialog.field.EchoMode.Password


def test_wrong_tries_have_to_wait(qtbot: QtBot, closed: Room, guarded: Guarded) -> None:
    made = closed
    for _ in range(FREE):
        guarded.lock.attempt("wrong")
    press(made, Key.Key_K, Key.Key_K)
    dialog = guarded.dialog
    type_in(dialog, "wrong")
    qtbot.waitUntil(lambda: "second" in dialog.message.text.text())
    assert not dialog.open_button.isEnabled()
    type_in(dialog, PASSCODE)
    assert made.session.locked
    dialog.reject()
    press(made, Key.Key_K)
    assert "second" in guarded.dialog.message.text.text()


def test_the_program_can_be_closed_from_there(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = UnlockDialog(load_theme("light"), ConsoleLock(tmp_path / "console-lock.json"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.quit.isVisible()
    dialog.forgotten.click()
    with qtbot.waitSignal(dialog.quit_requested):
        dialog.quit.click()


def test_on_one_screen_it_asks_over_the_slide(qtbot: QtBot, tmp_path: Path) -> None:
    with room(alone=True, wishes=passcode(tmp_path)) as made:
        guarded = Guarded(made)
        press(made, Key.Key_K, Key.Key_K, on="projector")
        assert guarded.dialog.parentWidget() is made.projector
        type_in(guarded.dialog, PASSCODE)
        qtbot.waitUntil(lambda: not made.session.locked)
        assert not made.console.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
