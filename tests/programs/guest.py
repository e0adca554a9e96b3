"""A program that somebody starts who has no passcode: `python guest.py DATA WORD…`, as on a command line.

In the first window a wrong passcode is tried, and then "Present only". A lesson that begins is ended, the
lessons after it are looked at, and everything is closed. It prints as JSON what was come to.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from rse_lessons.cli.commands import run
from rse_lessons.entrance.presenting_only import PresentOnly, open_for_guests
from rse_lessons.ui.library.guests import GuestWindow
from rse_lessons.ui.profiles.chooser import ProfileChooser

LOOK_MS, PATIENCE = 20, 1500
FORBIDDEN = (
    *("rse_lessons.staffroom.learning", "rse_lessons.staffroom.evidencing", "rse_lessons.staffroom.meetings"),
    "rse_lessons.in_class.rehearsing",
    *("rse_lessons.ui.training", "rse_lessons.ui.my_learning", "rse_lessons.standards"),
)
"""What a guest must not get; a class that was never loaded has no object."""

seen: dict[str, object] = {}
made: list[PresentOnly] = []
begin, show = PresentOnly.__init__, ProfileChooser.showEvent


def made_here(self: PresentOnly, *rest: object) -> None:
    begin(self, *rest)  # type: ignore[arg-type]
    made.append(self)


def in_sight() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def steps(chooser: ProfileChooser) -> Iterator[bool]:
    """Act, and give whether it can go on; asked again and again until it can."""
    seen["asked"] = chooser.heading.text()
    chooser.passcode.field.setText("not-hers")
    chooser.open_button.click()
    while chooser.passcode.busy or chooser.passcode.message.isHidden():
        yield False
    seen["told"] = chooser.passcode.message.title.text()
    chooser.present.click()
    while not made or (made[0].giving is None and not made[0].window.isVisible()):
        yield False
    guests = made[0]
    if guests.giving is not None:
        while guests.giving.classroom is None or len(in_sight()) < 2:
            yield False
        for _ in range(10):
            yield False
        session = guests.giving.classroom.session
        seen["given"] = session.lesson.id
        seen["notes"] = sum(slide.notes is not None for slide in session.lesson.slides)
        guests.giving.end()
    while [type(window) for window in in_sight()] != [GuestWindow]:
        yield False
    seen["books"] = len(guests.window.shelf.books)
    buttons = guests.window.findChildren(QPushButton)
    seen["buttons"] = sorted(button.text() for button in buttons if button.isVisible())
    guests.window.close()
    yield True


def act(self: ProfileChooser, event: QShowEvent) -> None:
    show(self, event)
    if "asked" in seen:
        return
    acting, left = steps(self), [PATIENCE]
    timer = QTimer(QApplication.instance())

    def look() -> None:
        left[0] -= 1
        opening = made and sys._getframe(1).f_code is not open_for_guests.__code__
        if not opening and next(acting, True):  # a person is no quicker than the windows
            timer.stop()
        elif not left[0]:
            timer.stop()
            seen["stuck"] = [type(window).__name__ for window in QApplication.topLevelWidgets()]
            QApplication.closeAllWindows()
            QApplication.quit()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)


def main() -> int:
    """Start as from a terminal; gives the exit status, which is printed, too."""
    PresentOnly.__init__ = made_here  # type: ignore[method-assign,assignment]
    ProfileChooser.showEvent = act  # type: ignore[method-assign,assignment]
    seen["status"] = run(["--data-dir", *sys.argv[1:]])
    seen["loaded"] = [name for name in sys.modules if name.startswith(FORBIDDEN)]
    print(json.dumps(seen), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
