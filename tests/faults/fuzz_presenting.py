"""Presses keys and clicks at random in a real classroom, for many sequences.

`python -m tests.faults.fuzz_presenting --times 10000 [--seed N]` runs long; the test suite runs two dozen.
After each sequence next, back, the safe screen and leaving must all work, and no note may be where the
class looks.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.presenting.session import Shows
from rse_lessons.ui.actions import ACTIONS
from tests.conftest import SCREENS
from tests.ui.room import Room, room

LESSON = Path(__file__).resolve().parents[1] / "fixtures" / "lessons" / "every-activity.md"
LENGTH = 14
Key = Qt.Key
WINDOWS = {"keys", "lost-time", "end"}
"""Actions that open a window, which is its owner's business: the classroom only asks for it."""
LETTERS = [
    *(Key(code) for code in range(Key.Key_A, Key.Key_Z + 1)),
    *(Key(code) for code in range(Key.Key_0, Key.Key_9 + 1)),
    *(Key.Key_Right, Key.Key_Left, Key.Key_Up, Key.Key_Down, Key.Key_Space, Key.Key_Return),
    *(Key.Key_Escape, Key.Key_Tab, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp),
    *(Key.Key_Period, Key.Key_Comma, Key.Key_Plus, Key.Key_Minus, Key.Key_F5, Key.Key_F6),
    *(Key.Key_Backspace, Key.Key_Delete, Key.Key_Question),
]


@dataclass
class Fuzz:
    """Random hands in one classroom."""

    made: Room
    seed: int
    done: list[str] = field(default_factory=list)
    """What was pressed in the sequence, to be read when something is wrong."""

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311  the same again for the same seed

    def run(self, times: int) -> None:
        """Do so many sequences, each followed by a look whether everything works."""
        for _ in range(times):
            self.done.clear()
            for _step in range(self._random.randint(1, LENGTH)):
                self._one()
            self.check()

    def _one(self) -> None:
        where = self._random.choice(("console", "projector"))
        window: QWidget = self.made.console if where == "console" else self.made.projector
        kind = self._random.random()
        if kind < 0.6:
            key = self._random.choice(LETTERS)
            modifier = (
                Qt.KeyboardModifier.ControlModifier
                if self._random.random() < 0.1
                else Qt.KeyboardModifier.NoModifier
            )
            self.done.append(f"{where} {modifier.name} {key.name}")
            QTest.keyClick(window, key, modifier)
        elif kind < 0.9:
            self._mouse(where, window)
        else:
            action = self._random.choice([action.id for action in ACTIONS if action.id not in WINDOWS])
            self.done.append(f"do {action}")
            self.made.classroom.do(action)
        if self._random.random() < 0.3:
            QApplication.processEvents()

    def _mouse(self, where: str, window: QWidget) -> None:
        view = self.made.console.slide.view if where == "console" else self.made.projector.view
        target = view.viewport() if self._random.random() < 0.8 else window
        if not target.isVisible() or target.width() < 4:
            return
        start, end = (
            QPoint(self._random.randrange(target.width()), self._random.randrange(target.height()))
            for _ in range(2)
        )
        button = Qt.MouseButton.LeftButton if self._random.random() < 0.85 else Qt.MouseButton.RightButton
        self.done.append(f"{where} {button.name} {start.toTuple()} to {end.toTuple()}")
        QTest.mousePress(target, button, pos=start)
        if self._random.random() < 0.5:
            for step in range(1, 4):
                QTest.mouseMove(target, start + (end - start) * step / 3)
            start = end
        QTest.mouseRelease(target, button, pos=start)

    def _notes_where_the_class_looks(self) -> bool:
        """Whether notes are in sight on a screen that the class's slide fills, whichever that is by now."""
        console, projector = self.made.console, self.made.projector
        if not console.notes.isVisible() or not projector.isVisible() or not projector.isFullScreen():
            return False
        return projector.screen().geometry().intersects(console.geometry())

    def _shows(self) -> Shows:
        return self.made.session.shows

    def check(self) -> None:
        """Whatever was done, the teacher can leave it, go on, go back and show the safe screen."""
        session, classroom = self.made.session, self.made.classroom
        QApplication.processEvents()
        said = f"seed {self.seed}: {self.done}"
        assert not self._notes_where_the_class_looks(), said
        if session.locked:
            classroom.do("lock")
        for _ in range(8):
            classroom.do("leave")
        assert session.focus is None, said
        assert self._shows() in (Shows.LIVE, Shows.PRIVATE), said
        classroom.do("safe")
        assert self._shows() is Shows.SAFE, said
        classroom.do("leave")
        assert self._shows() in (Shows.LIVE, Shows.PRIVATE), said
        classroom.do("first")
        classroom.do("start-here")
        assert (session.index, self._shows()) == (0, Shows.LIVE), said
        before = session.index
        for _ in range(6):  # what a slide reveals comes first
            if session.index == before:
                classroom.do("next")
        assert session.index > before, said
        here = session.index
        classroom.do("back")
        assert session.index == here - 1, said
        session.go_to(self._random.randrange(len(session.slides)))
        classroom.do("start-here")


def main() -> int:
    """Run many sequences; return 0 when every one was followed by a classroom that works."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    args = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
    app = QApplication.instance() or QApplication(["fuzz"])
    done = 0
    while done < args.times:
        with room(lesson=LESSON) as made:
            count = min(250, args.times - done)
            Fuzz(made, args.seed + done).run(count)
            done += count
            print(f"{done} of {args.times}", file=sys.stderr, flush=True)
    del app
    print(f"{args.times} sequences from seed {args.seed}: next, back, safe and leave work after each.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
