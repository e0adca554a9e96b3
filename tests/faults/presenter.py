"""The real app, giving a lesson by keys pressed at random until somebody kills it.

`python -m tests.faults.presenter DATA SEED` opens the library, goes on where the class stopped, and presses
keys. `python -m tests.faults.presenter DATA` opens the library, goes on where the class stopped, and ends.
Both print `kept DEVICE COUNTER ID` of each event when it is acknowledged; the second also prints what it was
offered, `offered SLIDE` or `offered nothing`, and `at SLIDE` for where the lesson then is.
"""

from __future__ import annotations

import os
import random
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rse_lessons.app import Main
from rse_lessons.progress.recording.promises import Receipt
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.ui.theme import STYLE, load_fonts

LESSON, CLASS = "if-an-image-is-shared", "8 Hazel"
Key = Qt.Key
# Mostly to and fro, so that the class is seldom at the end; what hides, ends or asks comes now and then.
KEYS: Mapping[Qt.Key, int] = {
    Key.Key_Right: 90, Key.Key_Left: 75, Key.Key_Space: 12, Key.Key_PageUp: 12, Key.Key_Home: 1,
    Key.Key_A: 10, Key.Key_R: 10, Key.Key_Plus: 10, Key.Key_Minus: 5, Key.Key_Down: 10, Key.Key_Up: 10,
    Key.Key_1: 2, Key.Key_2: 2, Key.Key_7: 10, Key.Key_9: 5, Key.Key_Return: 10, Key.Key_Escape: 16,
    Key.Key_B: 4, Key.Key_W: 2, Key.Key_F: 3, Key.Key_S: 2, Key.Key_H: 2, Key.Key_Tab: 4,
    Key.Key_T: 4, Key.Key_P: 4, Key.Key_M: 1, Key.Key_X: 3, Key.Key_K: 1, Key.Key_F1: 2, Key.Key_F6: 2,
}  # fmt: skip


class Telling(Store):
    """A store that says on the standard output what it acknowledged, past every buffer."""

    receipts: SimpleQueue[Receipt] = SimpleQueue()

    def record(
        self,
        kind: str,
        *,
        lesson: str = "",
        class_label: str = "",
        data: Mapping[str, object] | None = None,
        words: str = "",
        waits: bool = False,
    ) -> Receipt:
        receipt = super().record(
            kind, lesson=lesson, class_label=class_label, data=data, words=words, waits=waits
        )
        self.receipts.put(receipt)
        return receipt

    @classmethod
    def say(cls) -> None:
        while True:
            receipt = cls.receipts.get()
            receipt.wait()
            event = receipt.event
            tell(f"kept {event.device} {event.counter} {event.id}")


class Watched(Main):
    """The app with a store that tells."""

    @property
    def store(self) -> Store:
        if self._store is None:
            self._store = Telling(
                self.school.paths.records, now=lambda: datetime.now(UTC), tell=self.told.emit
            )
        return self._store


class Teacher(QObject):
    """Presses keys as fast as nobody can, in whatever window has the keyboard."""

    def __init__(self, main: Main, seed: int) -> None:
        super().__init__()
        self._main = main
        self._dice = random.Random(seed)  # noqa: S311 - a dice for a test

    def press(self) -> None:
        """Press one key, and see to the next one first: a question waits inside this one."""
        QTimer.singleShot(self._dice.randint(5, 60), self.press)
        main, asked = self._main, QApplication.activeModalWidget()
        window: QWindow | None = asked.windowHandle() if asked is not None else QApplication.focusWindow()
        if asked is None and main.giving is None:
            go_on(main)
        elif window is not None:
            (key,) = self._dice.choices(list(KEYS), list(KEYS.values()))
            QTest.keyClick(window, key)
        elif main.giving is not None and main.giving.classroom is not None:
            # There is no window manager here to give the keyboard back when a question is closed.
            main.giving.classroom.console.activateWindow()


def tell(words: str) -> None:
    """Print a line, past every buffer."""
    os.write(1, f"{words}\n".encode())


def go_on(main: Main) -> None:
    """Press “Go on” when the library offers it; otherwise begin the lesson."""
    desk = main.window.library.desk
    if desk.stopped.isVisible():
        desk.go_on.click()
    elif main.school.library.card(LESSON) is not None:  # at the very first start it is still looked for
        main.present(LESSON)


def look(main: Main) -> None:
    """Say what the library offers, take the offer, say where that leads, and end."""
    desk = main.window.library.desk
    offers: list[int] = []
    desk.go_on_requested.connect(lambda _lesson, slide: offers.append(slide))
    if desk.stopped.isVisible():
        desk.go_on.click()
        assert main.giving is not None
        assert main.giving.classroom is not None
        tell(f"offered {offers[0]}")
        tell(f"at {main.giving.classroom.session.class_index}")
        main.giving.end()
    else:
        tell("offered nothing")
    main.window.close()


def run(data: Path, seed: int | None) -> None:
    """Open the app; with a seed, press keys until killed."""
    school = School(data)
    school.prefer(class_label=CLASS, theme="light")
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setQuitOnLastWindowClosed(False)
    load_fonts(("Regular", "Bold"))
    main = Watched(app, school)
    threading.Thread(target=Telling.say, daemon=True).start()
    main.told.connect(lambda sentence: print(sentence, file=sys.stderr))
    if not main.summary.classes:
        main.store.record("class-added", class_label=CLASS, data={"band": "ks3"})
        main.store.flush(10)
        main.read_records()
    teacher = Teacher(main, seed or 0)
    main.window.painted.connect(teacher.press if seed is not None else lambda: look(main))
    main.open()
    app.exec()
    main.close()


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
