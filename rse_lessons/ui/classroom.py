"""A lesson in a room: one session, the teacher's window and the class's, kept in step.

Here actions are carried out and screens come and go. What is true is the session's; how it looks is
the windows'. The class's window is painted first, because the class is waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Session, Shows, What
from rse_lessons.ui.ahead import Ahead
from rse_lessons.ui.awake import Awake
from rse_lessons.ui.console.text_view import announce
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.keys import KeyReader
from rse_lessons.ui.placement import Placement
from rse_lessons.ui.projector.more import MoreWindows
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.session_bridge import SessionBridge
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.steering.activities import Activities
from rse_lessons.ui.steering.all_slides import AllSlides
from rse_lessons.ui.steering.aloud import Aloud
from rse_lessons.ui.steering.as_text import AsText
from rse_lessons.ui.steering.asides import Asides
from rse_lessons.ui.steering.clocks import Clocks
from rse_lessons.ui.steering.languages import Languages
from rse_lessons.ui.steering.layouts import Layouts
from rse_lessons.ui.steering.locking import Locking
from rse_lessons.ui.steering.rooms import Rooms
from rse_lessons.ui.steering.showing import Showing
from rse_lessons.ui.steering.telling import Telling
from rse_lessons.ui.steering.tools import SlideTools
from rse_lessons.ui.steering.wishes import Wishes
from rse_lessons.ui.steering.wording import Teacher, Wording
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.times import show_pace, show_times

__all__ = ["Classroom", "Wishes"]

TICK_MS = 250
FIRST_PAINT_MS = 400
"""How long the teacher's side waits at most for the class's first slide to be painted."""


class Classroom(QObject):
    """Gives one lesson from its first slide to its end."""

    ended = Signal()
    notes_sized = Signal(int)
    layout_chosen = Signal(str)
    screens_chosen = Signal(object)
    """A `Wish` to remember."""
    screens_requested = Signal()
    big_buttons_chosen = Signal(bool)
    keys_requested = Signal()
    end_requested = Signal()
    time_left_requested = Signal()

    def __init__(
        self,
        session: Session,
        look: SlideLook,
        theme: Theme,
        screens: Screens,
        wishes: Wishes,
        *,
        readings: Readings | None = None,
    ) -> None:
        """Make the room; without `readings` the lesson is in the one language that the session has."""
        super().__init__()
        self.session = session
        self._look = look
        self._theme = theme
        self._screens = screens
        self._wishes = wishes
        readings = readings or Readings(session.lesson, look)
        self.book = SceneBook(session, readings.look(wishes.reads), self, readings)
        self.projector = ProjectorWindow(theme)
        self.more = MoreWindows(theme, self._connect_window)
        touched = self.big_buttons_chosen.emit
        self.rooms = Rooms(session, self.projector, self.more, lambda: self.placement, touched)
        self._parts: Teacher | None = None
        self._over = False
        self._awake = Awake()
        self._bridge = SessionBridge(session, self)
        self._clocks = Clocks(session)
        self.asides = Asides(session, lambda: self.console, self)
        self._activities = Activities(session, self._clocks.toggle)
        self._showing = Showing(session, self.book)
        self._all_slides = AllSlides(
            session,
            self._showing,
            lambda: self.console,
            lambda: self.placement,
            lambda *asked: self._ahead.thumbnail(*asked),  # noqa: PLW0108  made when it is needed
        )
        self._as_text = AsText(session, self.book, self._showing, lambda: self.console)
        self._layouts = Layouts(
            lambda: self.console,
            wishes.notes_size,
            sized=self.notes_sized.emit,
            chosen=self.layout_chosen.emit,
        )
        self._tools = SlideTools(session, self.book, self._activities.actions["undo"])
        self._telling = Telling(
            session, readings, QAccessible.isActive, lambda words: announce(self.console, words)
        )
        self.locking = Locking(session, wishes.lock, self._all_slides.leave, self)
        self.aloud = Aloud(session, self.book, lambda: self._as_text.view, self)
        self.languages = Languages(self.book, wishes.reads, self._read_anew, self)
        self.asides.more = self.languages.offers
        self.wording = Wording(session, self._showing, self.asides, self._teachers)
        self._reader = KeyReader(wishes.keys or {}, self)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._rest = QTimer(self, singleShot=True)
        self._first_paint = QTimer(self, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self.book.requested.connect(self._activities.press)
        for hears in (self._changed, self.rooms.changed, self._telling.changed, self.aloud.follow):
            self._bridge.changed.connect(hears)
        self._ticker.timeout.connect(self._tick)
        self._rest.timeout.connect(self._show_rest)
        self._first_paint.timeout.connect(self._teachers)
        self._reader.action.connect(self.do)
        self._reader.activity.connect(self._activities.key)
        self._reader.tool.connect(self._tools.key)
        self._reader.go_to.connect(lambda number: self.session.locked or self.session.go_to(number - 1))
        self._reader.typing.connect(self.wording.show_typing)
        self._connect_window(self.projector)

    def _connect_window(self, window: ProjectorWindow) -> None:
        self._tools.watch(window.view, window.bar.tools, of_class=True)
        window.key_pressed.connect(self.read_key)
        window.close_requested.connect(partial(self.do, "end"))
        window.action_requested.connect(self.do)

    def _teachers(self) -> Teacher:
        """Give the teacher's side, made when the class has its first slide, or when it is needed."""
        if self._parts is None:
            self._first_paint.stop()
            session, wishes, theme = self.session, self._wishes, self._theme
            mark = theme.band(self._look.band).mark
            console = ConsoleWindow(theme, mark, wishes.keys or {}, wishes.notes_size)
            console.desk.set_layout(wishes.layout)
            console.slide.view.set_margin_colour(self._margin())
            placement = Placement(
                console, self.projector, self.more, self._screens, wish=wishes.screens, parent=self
            )
            placement.shared_at = wishes.shared_at
            ahead = Ahead(session, self.book, console, lambda: self.rooms.views, self)
            self._parts = Teacher(console, placement, ahead)
            self.wording.name_lesson()
            self._tools.watch(console.slide.view, console.slide.tools, of_class=False)
            console.key_pressed.connect(self.read_key)
            console.close_requested.connect(partial(self.do, "end"))
            self.aloud.changed.connect(console.slide.read.show_state)
            console.requested.connect(self.do)
            console.slide_chosen.connect(self._all_slides.choose)
            console.shaped.connect(ahead.start_anew)
            placement.wished.connect(self.screens_chosen)
            placement.arranged.connect(self._arranged)
            console.overlooked.connect(self._show_slide)
            console.overlooked.connect(ahead.start)
            self._show_teacher()
            placement.arrange()
            self._ticker.start()
            ahead.start()
        return self._parts

    @property
    def over(self) -> bool:
        """Whether its windows were taken away."""
        return self._over

    @property
    def console(self) -> ConsoleWindow:
        """The teacher's window."""
        return self._teachers().console

    @property
    def placement(self) -> Placement:
        """Which window stands where."""
        return self._teachers().placement

    @property
    def _ahead(self) -> Ahead:
        return self._teachers().ahead

    def _margin(self) -> QColor:
        return QColor("#000000" if self._look.theme_name == "high-contrast" else "#22303C")

    # Coming and going

    def open(self) -> None:
        """Show the class its first slide, and as soon as it sees it, the teacher's side."""
        room = self._screens.room(self._wishes.screens)
        self.projector.set_margin(self._margin())
        self.more.set_margin(self._margin())
        self.rooms.set_touch(self._wishes.big_buttons)
        self._show_class()
        if self._wishes.screens.sharing:
            self._first_paint.start(0)
        else:
            self.projector.view.painted.connect(self._first_painted)
            self.projector.open_on(room.projector or room.teacher)
            self._first_paint.start(FIRST_PAINT_MS)
        self._awake.hold(tr("A lesson is being given"))

    def _first_painted(self) -> None:
        self.projector.view.painted.disconnect(self._first_painted)
        if self._parts is None and not self._over:
            self._first_paint.start(0)

    def close(self) -> None:
        """Take the windows away; what was reached is recorded by the session."""
        self._over = True
        for timer in (self._ticker, self._rest, self._first_paint):
            timer.stop()
        self._reader.stop()
        self.aloud.close()
        self.session.suspend()
        self._bridge.close()
        self._awake.release()
        windows: list[QWidget] = [self.projector]
        if self._parts is not None:
            self._parts.ahead.stop()
            self._parts.placement.close()
            windows.append(self._parts.console)
        self.more.close()
        for window in windows:
            window.hide()
            window.deleteLater()
        self.ended.emit()

    # Keys and actions

    def read_key(self, event: QKeyEvent) -> None:
        """Carry out what a key means."""
        in_activity, in_tool = self.session.focus is not None, self._tools.in_use
        if event.isAutoRepeat() and self.session.shows is Shows.PRIVATE:
            return  # a key held down stops at a slide that is looked at first
        self._reader.read(event, in_activity=lambda: in_activity, in_tool=lambda: in_tool)

    def do(self, action: str) -> None:
        """Carry out an action by its id in the table of actions."""
        if not self.locking.allows(action):
            if action in ("leave", "read-aloud"):
                self.aloud.stop()
            return
        handler = self._handlers().get(action)
        if handler is not None:
            handler()

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self._all_slides.actions,
            **self._activities.actions,
            **self._tools.actions,
            **self._clocks.actions,
            **self.asides.actions,
            "lost-time": self.time_left_requested.emit,
            **self._layouts.actions,
            **self.rooms.actions,
            "which-screen": self.screens_requested.emit,
            "buttons": self._to_buttons,
            **self.locking.actions,
            **self.aloud.actions,
            **self._as_text.actions,
            **self.languages.actions,
            **self._showing.actions,
            "keys": self.keys_requested.emit,
            "leave": self._leave,
            "end": self.end_requested.emit,
        }

    def _leave(self) -> None:
        if self.aloud.stop() or self._all_slides.leave():
            return
        if self.session.leave_tool():
            self.console.setFocus()  # the keys go back to the slide
        elif self.console.focusWidget() not in (None, self.console) and not self.placement.alone:
            self.console.setFocus()
        elif not self.session.leave():
            self.end_requested.emit()

    def _to_buttons(self) -> None:
        self.console.activateWindow()
        self.console.bottom.next.setFocus()

    # The session's changes

    def _changed(self, what: frozenset[What]) -> None:
        if What.SHOWS in what:
            self.book.hold()
        self._tools.changed(what)
        if what == {What.TOOLS}:
            return  # a pen moves often, and nothing else follows from it
        if What.BLOCK in what or What.FOCUS in what:
            self.book.apply(self.session.index)
            self.languages.follow(self.asides.show)
        if What.TIMER in what:
            self._tick()
        if what & {What.SLIDE, What.SHOWS}:
            self._show_class()
        if what & {What.SLIDE, What.SHOWS, What.PLAN}:
            self._show_teacher(new_slide=What.SLIDE in what)
        if What.LOCK in what:
            self.console.set_locked(locked=self.session.locked, passcode=self.locking.has_passcode)
            self.projector.bar.set_locked(locked=self.session.locked)
            self._show_slide()
        self._as_text.follow(what)
        self._ahead.start()

    def _arranged(self) -> None:
        if self.session.shows is Shows.PRIVATE:
            self._show_class()  # alone, it has another page
        self._tools.peek(safe=not self.console.notes_covered)
        self._show_teacher(new_slide=False)

    def _show_class(self) -> None:
        scene, words = self._showing.for_class(alone=self._alone())
        self.rooms.show(scene, words, self.book.class_look.language)

    def _show_teacher(self, *, new_slide: bool = True) -> None:
        console = self.console
        self._show_slide()
        if new_slide:
            # Notes, preview and announcement follow in a moment: the slide itself must not wait.
            self._rest.start(0)
        self._showing.say(console, away=self.placement.away)
        show_pace(self.session, console)

    def _show_slide(self) -> None:
        """Show the teacher's slide, unless the class may look on and may not see it yet."""
        console = self.console
        scene = self._showing.for_teacher(console)
        if scene is not console.slide.view.scene():
            console.slide.view.show_scene(scene, now=console.isVisible())

    def _alone(self) -> bool:
        parts = self._parts
        if parts is not None:
            return parts.placement.alone
        wish = self._wishes.screens
        return not wish.sharing and self._screens.room(wish).projector is None

    def _show_rest(self) -> None:
        """Show what belongs to the teacher's slide besides the slide."""
        self.wording.show_rest()
        self._tick()

    # Languages

    def _read_anew(self) -> None:
        """Show everything in the languages that were chosen, the class's slide first."""
        self.aloud.stop()
        self.book.scene(self.session.index)
        self.book.apply(self.session.index)  # its focus, too
        self._show_class()
        if self._parts is not None:
            self.wording.name_lesson()
            self._show_teacher()
            self._as_text.again()
            self._parts.ahead.start_anew()

    def retranslate(self) -> None:
        """Say what is the teacher's in the language of the windows, which has changed."""
        self.projector.retranslate()
        self.more.retranslate()
        if self._parts is not None:
            self._parts.console.retranslate()
        self._read_anew()

    def _tick(self) -> None:
        show_times(self.session, self.console, self.book)
