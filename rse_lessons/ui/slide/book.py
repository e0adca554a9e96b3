"""The scenes of one lesson, made when needed, few at a time, each showing the session's states.

While the class's slide is frozen it has a scene of its own, because the teacher's may change. The lesson may
be shown in other languages from one moment to the next; what is frozen stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from rse_lessons.presenting.activity import DiscussState, State
from rse_lessons.presenting.session import Session, Shows
from rse_lessons.presenting.tools import NO_TOOLS
from rse_lessons.ui.slide.blocks.talk_timer import TalkFace, TimerFace
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.readings import Readings
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.special import blank_scene, help_scene, safe_scene, waiting_scene

KEEP = 3


class SceneBook(QObject):
    """Gives the scene of a slide, and of what may cover it."""

    requested = Signal(object)
    """An item was pressed or dropped: a `Press`."""

    def __init__(
        self,
        session: Session,
        look: SlideLook,
        parent: QObject | None = None,
        readings: Readings | None = None,
    ) -> None:
        """`look` says in which of the languages of `readings` slides are shown."""
        super().__init__(parent)
        self._session = session
        self.look = look
        self.readings = readings or Readings(session.lesson, look)
        self._scenes: dict[int, SlideScene] = {}
        self._covers: dict[Shows, SlideScene] = {}
        self._held: tuple[int, SlideScene] | None = None
        self._held_look = look
        self._waiting: SlideScene | None = None
        self._timer: tuple[str, TimerFace | None] = ("", None)
        self._applied: dict[int, Mapping[str, object]] = {}
        """The states that each scene shows, by slide; the session makes new ones with every change."""
        self._timed: dict[int, tuple[str, TimerFace | None]] = {}
        """The timer as each scene shows it. Only the teacher's goes with it: one that waits is brought up to
        date when it is shown, so that no second spoils its picture."""

    def scene(self, index: int) -> SlideScene:
        """Give the scene of slide `index`, counted from 0, as the teacher sees it."""
        scene = self._scenes.pop(index, None)
        if scene is None:
            scene = self._build(index, self._session.states)
            self._show_tools(index, scene)
            self._applied[index] = self._session.states
            self._timed[index] = self._timer
        self._scenes[index] = scene  # the newest stands last
        self._set_timer(index)
        return scene

    def _build(self, index: int, states: Mapping[str, State]) -> SlideScene:
        slide, other = self.readings.slide(index, self.look)
        shown = {key: self._shown(key, state) for key, state in states.items()}
        scene = build_scene(slide, index + 1, self.look, shown, other)
        scene.requested.connect(self.requested)
        return scene

    def read_in(self, look: SlideLook) -> None:
        """Show everything as `look` says from now on; what is frozen stays as it is until it is let go."""
        if look == self.look:
            return
        self.look = look
        for scene in (*self._scenes.values(), *self._covers.values()):
            scene.deleteLater()
        for kept in (self._scenes, self._covers, self._applied, self._timed):
            kept.clear()
        if self._waiting is not None:
            self._waiting.deleteLater()
            self._waiting = None
        if self._held is not None and not self._frozen:
            index, before = self._held
            scene = self._build(index, self._session.class_states)
            scene.show_tools(self._session.class_tools, self._session.class_drawing())
            self._held, self._held_look = (index, scene), look
            before.deleteLater()

    @property
    def _frozen(self) -> bool:
        """Whether the class's slide was frozen, by the teacher and not because another is looked at first."""
        return self._session.held_still

    @property
    def index(self) -> int:
        """The teacher's slide, counted from 0."""
        return self._session.index

    @property
    def class_look(self) -> SlideLook:
        """How what the class sees looks: as it was while that is frozen."""
        covered = self._session.shows in (Shows.BLACK, Shows.WHITE, Shows.SAFE, Shows.HELP)
        return self._held_look if self._held is not None and not covered else self.look

    def has(self, index: int) -> bool:
        """Tell whether the scene is made already."""
        return index in self._scenes

    def class_scene(self) -> SlideScene:
        """Give what the class sees now."""
        shows = self._session.shows
        if shows in (Shows.BLACK, Shows.WHITE, Shows.SAFE, Shows.HELP):
            return self.cover(shows)
        if self._session.nothing_shown:
            return self.cover(Shows.SAFE)
        return self._held[1] if self._held else self.scene(self._session.class_index)

    def waiting_scene(self) -> SlideScene:
        """Give the calm page that stands in for a slide which the class may not see yet."""
        if self._waiting is None:
            self._waiting = waiting_scene(self.look)
        return self._waiting

    def cover(self, shows: Shows) -> SlideScene:
        """Give the scene of black, white, safe or help."""
        if shows not in self._covers:
            if shows is Shows.SAFE:
                self._covers[shows] = safe_scene(self.look)
            elif shows is Shows.HELP:
                self._covers[shows] = help_scene(self.look.routes, self.look)
            else:
                self._covers[shows] = blank_scene(shows.value)
        return self._covers[shows]

    def hold(self) -> None:
        """Keep the class's slide as it is while it is frozen; let it go afterwards.

        Called when what is shown changed. The scene that the class looks at is kept itself, so
        that freezing repaints nothing.
        """
        index = self._session.class_index
        frozen = self._session.class_states is not self._session.states or index != self._session.index
        frozen = (frozen or self._session.shows is Shows.FROZEN) and not self._session.nothing_shown
        if frozen and self._held is None:
            self._held = (index, self._scenes.pop(index, None) or self.scene(index))
            self._held_look = self.look
            self._scenes.pop(index, None)
            self._applied.pop(index, None)
        elif not frozen and self._held is not None:
            number, scene = self._held
            self._held = None
            self._applied.pop(number, None)  # it stood still, and may be behind
            if number in self._scenes or self._held_look is not self.look:
                scene.deleteLater()
            else:
                self._scenes[number] = scene
                self._timed[number] = self._timer  # the timer went on

    def tidy(self, wanted: Iterable[int]) -> None:
        """Let the oldest scenes go, but for those in use."""
        used = set(wanted)
        spare = [number for number in self._scenes if number not in used]
        for index in spare[: max(0, len(self._scenes) - KEEP)]:
            self._scenes.pop(index).deleteLater()

    def apply(self, index: int) -> None:
        """Bring one slide's scene up to the session's states and focus."""
        scene = self._scenes.get(index)
        if scene is None:
            return
        if self._applied.get(index) is not self._session.states:
            self._applied[index] = self._session.states
            self._timed[index] = self._timer
            for block_id, state in self._session.states.items():
                scene.apply(block_id, self._shown(block_id, state))
        scene.set_focus(self._session.focus)

    def show_tools(self) -> None:
        """Bring tools and drawings of every kept scene up to the session's; what is held stands still."""
        for index, scene in self._scenes.items():
            self._show_tools(index, scene)
        if self._held is not None:
            self._held[1].show_tools(self._session.class_tools, self._session.class_drawing())

    def _show_tools(self, index: int, scene: SlideScene) -> None:
        here = index == self._session.index
        scene.show_tools(self._session.tools if here else NO_TOOLS, self._session.drawing(index))

    def show_timer(self, block_id: str, face: TimerFace | None) -> None:
        """Show the timer of a discussion wherever it is shown; without a face, the time planned for it.

        It goes on while the class's slide is frozen: time does not stand still.
        """
        before, self._timer = self._timer, (block_id, face)
        if before == self._timer:
            return
        self._set_timer(self._session.index)
        if self._held is not None:
            states = self._session.class_states
            for name in {before[0], block_id} - {""}:
                self._held[1].apply(name, self._shown(name, states.get(name)))

    def _set_timer(self, index: int) -> None:
        """Have a kept scene show the timer as it is now."""
        scene, before = self._scenes.get(index), self._timed.get(index, ("", None))
        if scene is None or before == self._timer:
            return
        self._timed[index] = self._timer
        for name in {before[0], self._timer[0]} - {""}:
            scene.apply(name, self._shown(name, self._session.states.get(name)))

    def _shown(self, block_id: str, state: object) -> object:
        """Give a state as the slide shows it: that of a discussion with its timer."""
        if not isinstance(state, DiscussState):
            return state
        return TalkFace(state.step, self._timer[1] if self._timer[0] == block_id else None)
