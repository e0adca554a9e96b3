"""The class's windows as one: shown, dressed and steered together, whichever screens they stand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QGraphicsScene

from rse_lessons.presenting.activity import kind_of
from rse_lessons.presenting.session import Session, What
from rse_lessons.presenting.slides import blocks_of
from rse_lessons.presenting.tools import Tool
from rse_lessons.ui.placement import Placement
from rse_lessons.ui.projector.more import MoreWindows
from rse_lessons.ui.projector.touch_bar import Doing
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.slide.view import SlideView

CAN = frozenset({"reveal", "undo"})


class Rooms:
    """Has the first window of the class and the further ones; carries out what is asked of screens."""

    def __init__(
        self,
        session: Session,
        first: ProjectorWindow,
        more: MoreWindows,
        placement: Callable[[], Placement],
        touched: Callable[[bool], object],
    ) -> None:
        self._session = session
        self._first = first
        self._more = more
        self._placement = placement
        self._touched = touched
        self.touch = False
        """Whether the class's screens have large buttons at their foot."""

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        placement = self._placement()
        return {
            "swap": placement.swap,
            "big-buttons": lambda: self._touched(self.set_touch(not self.touch)),
            "share-window": placement.toggle_share,
            "alone": placement.go_alone,
            "show-notes": placement.show_notes,
        }

    @property
    def views(self) -> list[SlideView]:
        """Every view that the class sees, the first first."""
        return [window.view for window in (self._first, *self._more)]

    def show(self, scene: QGraphicsScene, words: str, language: str) -> None:
        """Show the class a scene, on the first screen at once; `words` say what it is, in its language."""
        self._first.show_scene(scene, words, language)
        self._more.show_scene(scene, words, language)

    def set_touch(self, on: bool) -> bool:
        """Put large buttons at the foot of the class's screens, or take them away; gives `on`."""
        self.touch = on
        self._first.set_touch(on)
        self._more.set_touch(on)
        self._follow()
        return on

    def changed(self, what: frozenset[What]) -> None:
        """Keep the large buttons in step with the session."""
        if what & {What.SLIDE, What.SHOWS, What.TOOLS, What.LOCK}:
            self._follow()

    def _follow(self) -> None:
        """Tell the large buttons what the class sees, and what its slide has to do."""
        if not self.touch:
            return
        session = self._session
        kinds = [kind_of(block) for block in blocks_of([session.slides[session.class_index]]).values()]
        can = frozenset(verb for kind in kinds if kind is not None for verb in kind.verbs) & CAN
        doing = Doing(session.shows, can, session.tools.tool is Tool.PEN, session.locked)
        self._first.show_doing(doing)
        self._more.show_doing(doing)
