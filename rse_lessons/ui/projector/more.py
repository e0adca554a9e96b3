"""Further windows for the class besides the first: on more screens, and one to share in a video call.

All show the same scene. The first is painted at once; these follow with the next round of events, so
that a key reaches the first screen as fast as without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QColor, QScreen
from PySide6.QtWidgets import QGraphicsScene

from rse_lessons.ui.projector.touch_bar import Doing
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.theme import Theme


class MoreWindows:
    """Makes them when they are wanted, and lets them go."""

    def __init__(self, theme: Theme, made: Callable[[ProjectorWindow], None]) -> None:
        self._theme = theme
        self._made = made
        self._on_screens: dict[str, ProjectorWindow] = {}
        self.shared: ProjectorWindow | None = None
        """The window to share, when there is one."""
        self._scene: tuple[QGraphicsScene, str, str] | None = None
        self._doing = Doing()
        self._margin = QColor("#000000")
        self._touch = False

    def __iter__(self) -> Iterator[ProjectorWindow]:
        """Give each window."""
        yield from self._on_screens.values()
        if self.shared is not None:
            yield self.shared

    def set_margin(self, colour: QColor) -> None:
        """Colour the room beside a slide."""
        self._margin = colour
        for window in self:
            window.set_margin(colour)

    def set_touch(self, on: bool) -> None:
        """Have large buttons at the foot of each screen, or not."""
        self._touch = on
        for window in self:
            self._dress(window)

    def show_scene(self, scene: QGraphicsScene, description: str, language: str) -> None:
        """Show a scene after the first window has shown it."""
        self._scene = (scene, description, language)
        for window in self:
            window.show_scene(*self._scene, now=False)

    def retranslate(self) -> None:
        """Put the windows' words into the interface's language."""
        for window in self:
            window.retranslate()

    def show_doing(self, doing: Doing) -> None:
        """Tell the large buttons what the class sees."""
        self._doing = doing
        for window in self:
            window.show_doing(doing)

    def fill(self, screens: Sequence[QScreen]) -> None:
        """Fill these screens with the slide, and no others."""
        wanted = {screen.name(): screen for screen in screens}
        for name in self._on_screens.keys() - wanted.keys():
            _let_go(self._on_screens.pop(name))
        for name, screen in wanted.items():
            if name not in self._on_screens:
                self._on_screens[name] = self._make(ProjectorWindow(self._theme))
            self._on_screens[name].open_on(screen)

    def share(self, area: QRect, geometry: QByteArray) -> None:
        """Open the window to share: where it stood last, as far as that is known, else on `area`."""
        if self.shared is None:
            self.shared = self._make(ProjectorWindow(self._theme, framed=True))
            if geometry.isEmpty() or not self.shared.restoreGeometry(geometry):
                self.shared.open_window(area)
            self.shared.showNormal()

    def share_no_longer(self) -> None:
        """Take the window to share away."""
        if self.shared is not None:
            _let_go(self.shared)
            self.shared = None

    def close(self) -> None:
        """Take every window away."""
        self.fill(())
        self.share_no_longer()

    def _make(self, window: ProjectorWindow) -> ProjectorWindow:
        window.set_margin(self._margin)
        if self._scene is not None:
            window.show_scene(*self._scene)
        self._dress(window)
        self._made(window)
        return window

    def _dress(self, window: ProjectorWindow) -> None:
        window.set_touch(self._touch)
        window.show_doing(self._doing)


def _let_go(window: ProjectorWindow) -> None:
    window.hide()
    window.deleteLater()
