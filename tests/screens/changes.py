"""Screens pulled, plugged, swapped, mirrored and chosen at random, while a lesson goes on.

After each change: no note is on a screen that the class can see, or that nobody said is the teacher's
alone; the class's slide is on its screen; and the lesson stands where it stood.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.ui.screens import Wish, move_to
from tests.screens.seen import class_windows, doubled, notes_on, on, one_picture, seen_by_class
from tests.ui.room import Room, room

CHANGES = 30
Key = Qt.Key


class Chance:
    """Makes changes by the throw of a die, and knows which screens were said to be the teacher's."""

    def __init__(self, made: Room, seed: int) -> None:
        self.made = made
        self.die = random.Random(seed)  # noqa: S311  no secret
        self.private: set[str] = set()
        self.word: frozenset[str] = frozenset()
        made.classroom.placement.wished.connect(self.told)
        self.changes: tuple[Callable[[], object], ...] = (
            *(self.pull, self.plug) * 4,
            self.make_main,
            self.settle,
            self.swap,
            self.choose,
            self.share,
            self.big_buttons,
            self.alone,
            self.show_notes,
            *(self.drag,) * 2,
        )

    # Changes of screens

    def pull(self) -> None:
        if len(self.made.sockets.plugged) > 1:
            self.made.sockets.pull(self.die.choice(self.made.sockets.plugged))

    def plug(self) -> None:
        sockets = self.made.sockets
        free = [screen for screen in sockets.known.values() if screen not in sockets.plugged]
        if free:
            sockets.plug(self.die.choice(free))

    def make_main(self) -> None:
        self.made.sockets.make_main(self.die.choice(self.made.sockets.plugged))

    def settle(self) -> None:
        self.made.screens.changed.emit()

    def drag(self) -> None:
        """Move the console anywhere, as a teacher or a system may."""
        area = self.die.choice(self.made.sockets.plugged).availableGeometry()
        self.made.console.showNormal()
        move_to(self.made.console, area.adjusted(self.die.randint(-400, 40), 40, -40, -40))

    # What the teacher does; a choice of screens says whose is whose

    def swap(self) -> None:
        QTest.keyClick(self.made.projector, Key.Key_X)

    def share(self) -> None:
        QTest.keyClick(self.made.projector, Key.Key_F7)

    def choose(self) -> None:
        names = [screen.name() for screen in self.made.sockets.known.values()]
        self.die.shuffle(names)
        more = tuple(names[2 : 2 + self.die.choice((0, 0, 1, 2))])
        wish = Wish(names[0], self.die.choice((names[1], "")), more, self.die.random() < 0.3)
        self.made.classroom.placement.choose(wish)

    def told(self, wish: Wish) -> None:
        # Who chooses screens sees in the picture which is to be the teacher's.
        teacher = self.made.screens.room(wish).teacher
        self.private = {teacher.name()}

    def big_buttons(self) -> None:
        QTest.keyClick(self.made.projector, Key.Key_F8)

    def alone(self) -> None:
        notice = self.made.console.notice
        if notice.isVisible() and notice.button.isVisible():
            notice.button.click()

    def show_notes(self) -> None:
        covered = self.made.console.covered
        if not covered.isVisible():
            return
        if not set(on(self.made, self.made.console.geometry())) & set(seen_by_class(self.made)):
            self.private |= {screen.name() for screen in on(self.made, self.made.console.geometry())}
        self.word = self.plugged()
        covered.button.click()

    def plugged(self) -> frozenset[str]:
        return frozenset(screen.name() for screen in self.made.sockets.plugged)

    # What the lesson does meanwhile

    def teach(self) -> None:
        session = self.made.session
        steps: tuple[Callable[[], object], ...] = (
            session.next,
            session.back,
            session.enter_activity,
            session.act,
            session.start_timer,
            session.toggle_pause,
            session.freeze,
            lambda: session.steer("right"),
            session.leave_activity,
        )
        self.die.choice(steps)()
        self.made.now += 0.5


def lesson_of(made: Room) -> tuple[object, ...]:
    """Everything that a change of screens must leave as it is."""
    session = made.session
    return (
        session.index,
        session.class_index,
        session.shows,
        session.focus,
        dict(session.states),
        dict(session.drawings),
        session.tools,
        session.timer.started,
        session.timer.running,
        session.timer.left(),
        session.seconds_in_lesson(),
    )


def check(made: Room, chance: Chance) -> None:
    """Hold the room to what is promised."""
    QApplication.processEvents()
    shown = notes_on(made)
    trusted_word = bool(chance.word) and chance.word == chance.plugged()
    if not one_picture(made):
        assert not set(shown) & set(seen_by_class(made)), "notes before the class"
        for screen in shown:
            assert screen.name() in chance.private or trusted_word
            assert not doubled(made, screen) or trusted_word
    elif shown:
        assert trusted_word, "notes on the only picture, and nobody said that it is the teacher's alone"
        assert not class_windows(made)
    placement = made.classroom.placement
    if placement.wish.sharing:
        assert made.classroom.more.shared is not None
        assert made.classroom.more.shared.isVisible()
        assert not made.projector.isVisible()
    elif not placement.away:
        assert made.projector.isVisible()
        assert made.projector.geometry() in [screen.geometry() for screen in made.sockets.plugged]
    wished = [screen for screen in made.sockets.plugged if screen.name() == placement.wish.projector]
    if wished and not one_picture(made) and not placement.wish.sharing:
        assert wished[0].geometry().intersects(made.projector.geometry()), "not on the screen that was chosen"
    for window in class_windows(made):
        assert window.view.scene() is made.projector.view.scene()
    assert made.console.isVisible() or made.projector.isVisible()


@pytest.mark.parametrize("seed", range(3))
def test_no_change_of_screens_shows_notes_or_loses_the_lesson(qtbot: QtBot, seed: int) -> None:
    with room(start=2) as made:
        chance = Chance(made, seed)
        chance.private = {"TEACHER"}
        check(made, chance)
        for _ in range(CHANGES):
            chance.teach()
            before, recorded = lesson_of(made), list(made.recorded)
            change = chance.die.choice(chance.changes)
            change()
            assert lesson_of(made) == before, change.__name__
            assert made.recorded == recorded
            check(made, chance)
