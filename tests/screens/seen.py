"""What somebody standing in the room could see, worked out from where windows stand and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QScreen

from rse_lessons.ui.projector.window import ProjectorWindow
from tests.ui.room import Room


def class_windows(made: Room) -> list[ProjectorWindow]:
    """Every window with the class's slide that fills a screen."""
    more = [window for window in made.classroom.more if window is not made.classroom.more.shared]
    return [window for window in (made.projector, *more) if window.isVisible()]


def on(made: Room, area: QRect) -> list[QScreen]:
    """The plugged screens that show some of this area."""
    return [screen for screen in made.sockets.plugged if screen.geometry().intersects(area)]


def notes_on(made: Room) -> list[QScreen]:
    """The screens that show notes."""
    notes = made.console.notes
    if not notes.isVisible():
        return []
    whole = QRect(notes.mapToGlobal(QPoint(0, 0)), notes.size())
    return on(made, whole.intersected(made.console.geometry()))


def one_picture(made: Room) -> bool:
    """Whether all screens show the same, so that the class looks at what the teacher looks at."""
    areas = [screen.geometry() for screen in made.sockets.plugged]
    joined = [areas.pop(0)]
    while touching := [area for area in areas if any(area.intersects(known) for known in joined)]:
        joined += touching
        areas = [area for area in areas if area not in touching]
    return not areas


def seen_by_class(made: Room) -> list[QScreen]:
    """The screens that the class looks at, and those that show a part of the same."""
    if one_picture(made):
        return list(made.sockets.plugged)
    return [screen for window in class_windows(made) for screen in on(made, window.geometry())]


def doubled(made: Room, screen: QScreen) -> bool:
    """Whether another screen shows some of this one's picture."""
    return len(on(made, screen.geometry())) > 1
