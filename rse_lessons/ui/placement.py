"""Which window stands on which screen, and what happens when a screen comes, goes or is mirrored.

The rule that holds always: where the class may be looking, no notes are shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.screens import Room, Screens, move_to


class Placement(QObject):
    """Keeps the console with the teacher and the projector with the class."""

    projector_chosen = Signal(str)
    arranged = Signal()
    """The windows were put in their places anew."""

    def __init__(
        self,
        console: ConsoleWindow,
        projector: ProjectorWindow,
        screens: Screens,
        remembered: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._projector = projector
        self._screens = screens
        self._remembered = remembered
        self._room: Room | None = None
        self.alone = False
        """Whether the only screen shows the class's slide and the console is away."""
        self._overview = False
        screens.changed.connect(self.arrange)

    def close(self) -> None:
        """Follow the screens no longer."""
        self._screens.changed.disconnect(self.arrange)

    @property
    def room(self) -> Room | None:
        """How the screens are arranged now."""
        return self._room

    def arrange(self) -> None:
        """Put the windows where they belong now."""
        before = self._room
        room = self._screens.room(self._remembered)
        self._room = room
        if room.projector is not None:
            self._two_screens(room, room.projector, before)
        elif before is None or self.alone or room.mirrored:
            self.go_alone()
        else:
            self._projector_gone(room)
        self.arranged.emit()

    @property
    def away(self) -> bool:
        """Whether the class's window is on no screen."""
        return self._room is not None and self._room.projector is None and not self.alone

    def swap(self) -> None:
        """Change the two screens over, and remember it."""
        now = self._screens.room(self._remembered)
        if self._room is None or now.projector is None:
            return
        self._remembered = now.teacher.name()
        self.arrange()
        self.projector_chosen.emit(self._remembered)

    def go_alone(self) -> None:
        """Show the class's slide on the only screen, and no notes anywhere."""
        if self._room is None:
            return
        # Asked anew: PySide6 may have let go of a screen's object that was kept.
        teacher = self._screens.room(self._remembered).teacher
        self.alone = True
        self._console.cover_notes(covered=True)
        self._console.notice.hide()
        self._projector.set_alone(True)
        self._projector.open_on(teacher)
        self._projector.raise_()
        self._projector.activateWindow()
        self._projector.setFocus()
        self._console.hide()
        self.arranged.emit()

    def overview_shown(self) -> None:
        """Let the overview be seen on the only screen; it holds no notes."""
        if self.alone and self._room is not None:
            self._overview = True
            self._console.cover_notes(covered=True)
            move_to(self._console, self._screens.room(self._remembered).teacher.geometry())
            self._console.showFullScreen()
            self._console.raise_()
            self._console.activateWindow()

    def overview_left(self) -> None:
        """Go back from the overview to the slide."""
        if self._overview:
            self._overview = False
            self._projector.raise_()
            self._projector.activateWindow()
            self._projector.setFocus()
            self._console.hide()

    def _two_screens(self, room: Room, projector: QScreen, before: Room | None) -> None:
        came_back = before is not None and before.projector is None
        self.alone = False
        self._overview = False
        self._projector.set_alone(False)
        # The class's window first: it must cover its screen before notes appear anywhere.
        self._projector.open_on(projector)
        area = room.teacher.availableGeometry()
        if self._console.isHidden() or before is None or came_back or before.teacher is not room.teacher:
            self._console.showNormal()
            # Inside the screen with room for a frame, so that no edge of it reaches the class's screen.
            move_to(self._console, area.adjusted(8, 40, -8, -8))
            self._console.showMaximized()
        self._console.cover_notes(covered=False)
        if came_back:
            self._console.notice.hide()
        self._console.raise_()
        self._console.activateWindow()
        self._console.setFocus()

    def _projector_gone(self, room: Room) -> None:
        self._projector.hide()
        self._console.cover_notes(covered=True)
        area = room.teacher.availableGeometry()
        if self._console.geometry() != area:
            move_to(self._console, area)
        self._console.show()
        self._console.notice.say(
            tr("The projector has gone."),
            tr("The slide and the timer are kept. The projector comes back by itself when the cable does."),
            "alone",
            tr("Go on with this screen alone"),
        )
