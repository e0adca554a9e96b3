"""Which window stands on which screen, and what happens when a screen comes, goes or is mirrored.

The rule that holds always: where the class may be looking, no notes are shown. A console that was
dragged, or moved by the system, is held to it too. Who sees which screen is `sight`'s to know.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QScreen

from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.news import News, say
from rse_lessons.ui.projector.more import MoreWindows
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.screens import Ident, Room, Screens, Wish, ident, move_to, windows_know_places
from rse_lessons.ui.sight import Sight

RAISE_MS = 400


class Placement(QObject):
    """Keeps the console with the teacher and the class's windows with the class."""

    wished = Signal(object)
    """The teacher chose other screens: a `Wish` to remember."""
    arranged = Signal()
    """The windows were put in their places anew."""

    def __init__(
        self,
        console: ConsoleWindow,
        projector: ProjectorWindow,
        more: MoreWindows,
        screens: Screens,
        *,
        wish: Wish,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._console = console
        self.projector = projector
        self._more = more
        self._screens = screens
        self._sight = Sight(console, screens)
        self.wish = wish
        """What the teacher chose, completed by the first arrangement."""
        self.shared_at = QByteArray()
        """Where the window to share stood last."""
        self._room: Room | None = None
        self._class_on: Ident | None = None
        """The screen that the class's slide fills, or filled last."""
        self._class_home: Ident | None = None
        """The screen that it filled when the screens were chosen."""
        self.alone = False
        """Whether every screen shows the class's slide and the console is away."""
        self._overview = False
        self._news = News.NONE
        screens.changed.connect(self.arrange)
        console.moved.connect(self._heed)

    def close(self) -> None:
        """Follow the screens no longer."""
        self._screens.changed.disconnect(self.arrange)
        self._console.moved.disconnect(self._heed)
        self._keep_shared()

    @property
    def room(self) -> Room | None:
        """How the screens are arranged now."""
        return self._room

    @property
    def away(self) -> bool:
        """Whether the class's window is on no screen."""
        room = self._room
        return room is not None and room.projector is None and not (self.alone or self.wish.sharing)

    def arrange(self) -> None:
        """Put the windows where they belong now."""
        before = self._room
        room = self._screens.room(self.wish)
        self._room = room
        self._sight.look_again()
        if self.wish.sharing:
            self._share(room)
        elif room.projector is not None:
            self._apart(room, room.projector)
        elif before is None or self.alone or room.mirrored or room.more or self._saw(room.teacher):
            self.go_alone()
        else:
            self._projector_gone(room)
        meant = before is None or self.wish.own in ("", room.teacher.name())
        if meant and not self._sight.known and not self.alone and self._sight.is_apart():
            self._sight.trust(room.teacher)
            self._stay_so(room)
        self._heed()
        self._tell()
        self.arranged.emit()

    # What the teacher asks for

    def choose(self, wish: Wish) -> None:
        """Put the windows where the teacher says; the console's screen is theirs alone then."""
        self.wish = replace(wish, own=self._screens.room(wish).teacher.name())
        self._sight.forget()
        self._class_home = None
        self.alone = not wish.sharing  # on one screen the slide has it
        self.arrange()
        self.wished.emit(self.wish)

    def swap(self) -> None:
        """Change the two screens over, and remember it."""
        room = self._screens.room(self.wish)
        if self._room is None or room.projector is None:
            return
        more = tuple(name for name in self.wish.more if name != room.teacher.name())
        self.choose(replace(self.wish, projector=room.teacher.name(), own=room.projector.name(), more=more))

    def toggle_share(self) -> None:
        """Put the class's slide into a window that can be shared in a video call, or back."""
        self.choose(replace(self.wish, sharing=not self.wish.sharing))

    def show_notes(self) -> None:
        """Take the teacher's word that nobody else sees this screen; away from the class's first."""
        if self._room is None or self.alone:
            return
        room = self._screens.room(self.wish)
        if self._sight.reaches(_filled(room)):
            self._put_console(room.teacher)
        else:
            self._sight.take_word()
            self.wish = replace(self.wish, own=self._sight.stands_on())
        self._heed()
        self._tell()

    def go_alone(self) -> None:
        """Show the class's slide on the only screen, and no notes anywhere."""
        if self._room is None:
            return
        # Asked anew: PySide6 may have let go of a screen's object that was kept.
        room = self._screens.room(self.wish)
        self._share_no_longer()
        self.alone = True
        self._console.cover_notes(covered=True)
        self._say(News.NONE)
        self.projector.set_alone(True)
        self.projector.open_on(room.teacher)
        self._class_on = ident(room.teacher)
        self._more.fill(room.more)
        self._to_class()
        self.arranged.emit()

    def overview_shown(self) -> None:
        """Let the overview be seen on the only screen; it holds no notes."""
        if self.alone and self._room is not None:
            self._overview = True
            self._console.cover_notes(covered=True)
            move_to(self._console, self._screens.room(self.wish).teacher.geometry())
            self._console.showFullScreen()
            self._console.raise_()
            self._console.activateWindow()

    def overview_left(self) -> None:
        """Go back from the overview to the slide."""
        if self._overview:
            self._overview = False
            self._to_class()

    def _to_class(self) -> None:
        self.projector.raise_()
        self.projector.activateWindow()
        self.projector.setFocus()
        self._console.hide()

    # Where the windows go

    def _apart(self, room: Room, projector: QScreen) -> None:
        self.alone = self._overview = False
        self._share_no_longer()
        self.projector.set_alone(False)
        # The class's windows first: they must cover their screens before notes appear anywhere.
        self.projector.open_on(projector)
        self._class_on = ident(projector)
        self._class_home = self._class_home or self._class_on
        self._more.fill(room.more)
        self._console_to(room)

    def _share(self, room: Room) -> None:
        self.alone = self._overview = False
        self.projector.set_alone(False)
        self.projector.hide()
        self._more.fill(room.more)
        self._console_to(room)
        if self.wish.rehearsing:
            return
        begins = self._more.shared is None
        self._more.share(self._beside(room), self.shared_at)
        shared = self._more.shared
        if shared is not None and begins:
            # On one screen the console, which is given the keyboard, would hide it before it is found.
            QTimer.singleShot(RAISE_MS, shared, shared.raise_)
        if shared is not None and windows_know_places():
            middle = shared.geometry().center()
            if not any(screen.geometry().contains(middle) for screen in self._screens.all()):
                shared.open_window(self._beside(room))  # its screen has gone, and took it out of sight

    def _share_no_longer(self) -> None:
        self._keep_shared()
        self._more.share_no_longer()

    def _keep_shared(self) -> None:
        if self._more.shared is not None:
            self.shared_at = self._more.shared.saveGeometry()

    def _beside(self, room: Room) -> QRect:
        """Give a place for the window to share: on a free screen, else in the corner of the console's."""
        taken = [room.teacher.geometry(), *(screen.geometry() for screen in room.more)]
        areas = [screen for screen in self._screens.all() if not _any_meets(taken, screen.geometry())]
        area = (areas[0] if areas else room.teacher).availableGeometry()
        width = min(area.width() * (7 if areas else 4) // 10, area.height())
        place = QRect(0, 0, width, width * 9 // 16)
        place.moveCenter(area.center())
        if not areas:
            place.moveBottomRight(area.adjusted(0, 0, -24, -24).bottomRight())
        return place

    def _console_to(self, room: Room) -> None:
        """Put the console onto the teacher's screen, unless it stands there."""
        console = self._console
        elsewhere = self._sight.stands_on() != room.teacher.name() or self._sight.reaches(_filled(room))
        if elsewhere or console.isHidden() or console.isFullScreen():
            console.cover_notes(covered=True)
            self._put_console(room.teacher)
            console.raise_()
            console.activateWindow()
            console.setFocus()

    def _put_console(self, screen: QScreen) -> None:
        console = self._console
        # Inside the screen with room for a frame, so that no edge of it reaches the class's screen.
        area = screen.availableGeometry().adjusted(8, 40, -8, -8)
        console.setScreen(screen)
        console.showNormal()
        move_to(console, area)
        console.showMaximized()
        if windows_know_places() and not screen.geometry().contains(console.geometry().center()):
            # Maximised elsewhere: then rather not maximised, but on the right screen.
            console.showNormal()
            move_to(console, area)

    def _projector_gone(self, room: Room) -> None:
        self._share_no_longer()
        self.projector.hide()
        self._more.fill(())
        self._console.cover_notes(covered=True)
        area = room.teacher.availableGeometry()
        if self._console.geometry() != area:
            move_to(self._console, area)
        self._console.show()

    def _saw(self, screen: QScreen) -> bool:
        """Whether the class looked at this screen last."""
        last = self._class_on is not None and ident(screen).is_same(self._class_on)
        return last or screen.name() in self.wish.more

    def _stay_so(self, room: Room) -> None:
        """Keep to the screens of the first arrangement, however large a screen comes later."""
        projector = room.projector.name() if room.projector is not None else ""
        self.wish = replace(
            self.wish, projector=self.wish.projector or projector, own=self.wish.own or room.teacher.name()
        )

    # Notes and news

    def _heed(self) -> None:
        """Cover the notes where the class may be looking, and show them where it cannot."""
        if self._room is not None:
            filled = _filled(self._screens.room(self.wish))
            private = self.wish.in_private or self._sight.is_private(filled)
            covered = self.alone or not private
            if covered != self._console.notes_covered:
                self._console.cover_notes(covered=covered)
                self.arranged.emit()

    def _tell(self) -> None:
        """Say on the console what happened to the screens, until it is over."""
        room = self._room
        if room is None or self._console.locked or self.alone:
            return
        home, now = self._class_home, self._class_on
        news = News.NONE
        if self.away:
            news = News.AWAY
        elif self.wish.sharing:
            news = News.NONE if self.wish.rehearsing else News.SHARED
        elif self._console.notes_covered:
            news = News.COVERED
        elif home is not None and now is not None and not now.is_same(home):
            news = News.ELSEWHERE
        self._say(news)

    def _say(self, news: News) -> None:
        if news is not self._news:
            self._news = news
            say(self._console.notice, news)


def _filled(room: Room) -> list[QScreen]:
    """Give the screens that the class's slide fills."""
    return [*room.more, *([room.projector] if room.projector is not None else [])]


def _any_meets(areas: list[QRect], area: QRect) -> bool:
    return any(area.intersects(one) for one in areas)
