"""What keys, buttons and hands do with the tools over the slide, and where the tools are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from rse_lessons.presenting.ink import Pen
from rse_lessons.presenting.session import Session, Shows, What
from rse_lessons.presenting.tools import HEADING, Tool, Tools
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.tool_layer import PEEKS
from rse_lessons.ui.slide.view import SCENE_RECT, SlideView
from rse_lessons.ui.steering.hand import Hand
from rse_lessons.ui.widgets.tool_strip import ToolStrip

_LOOSE = 12
DRAWING = (Tool.PEN, Tool.ERASER)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One view of the slide, with its buttons and the hand that works on it."""

    view: SlideView
    strip: ToolStrip
    hand: Hand
    of_class: bool


class SlideTools:
    """Carries them out on a session, and shows them on its scenes, views and strips."""

    def __init__(self, session: Session, book: SceneBook, undo: Callable[[], object]) -> None:
        self._session = session
        self._book = book
        self._undo_activity = undo
        self._seen: list[_Seen] = []

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        session = self._session
        return {
            **{tool.value: partial(self._take, tool) for tool in Tool},
            **{f"pen-{pen}": partial(self._pen, pen) for pen in Pen},
            "pen-colour": lambda: session.next_pen() if session.tools.tool is Tool.PEN else self._pen(None),
            "clear-drawing": session.clear_drawing,
            "undo": self._undo,
        }

    @property
    def in_use(self) -> bool:
        """Whether a tool has the arrow keys."""
        return self._session.tools.tool is not None

    def key(self, verb: str, number: int) -> None:
        """Do what a key means while a tool is in use; Enter without a pen goes on as ever."""
        session = self._session
        if verb == "size":
            session.size_tool(number)
        elif verb == "act":
            if session.tools.tool in DRAWING:
                session.act_tool()
            else:
                session.next()
        else:
            session.steer_tool(verb, fine=bool(number))

    # Where tools are seen and worked

    def watch(self, view: SlideView, strip: ToolStrip, *, of_class: bool) -> None:
        """Let hands work on a view; on what the class sees, only while that is the teacher's slide."""
        session = self._session
        may = (lambda: session.shows is Shows.LIVE) if of_class else (lambda: True)
        seen = _Seen(view, strip, Hand(view, session, may, has_buttons=of_class), of_class)
        self._seen.append(seen)
        view.destroyed.connect(lambda: self._forget(seen))
        strip.set_slides(dark=self._book.look.theme_name == "high-contrast")
        self._show_on(seen)

    def _forget(self, seen: _Seen) -> None:
        self._seen = [known for known in self._seen if known is not seen]

    def peek(self, *, safe: bool) -> None:
        """Let the teacher see through the curtain while only the teacher sees that screen."""
        for seen in self._seen:
            viewport = seen.view.viewport()
            if not seen.of_class and bool(viewport.property(PEEKS)) != safe:
                viewport.setProperty(PEEKS, safe)
                viewport.update()

    def changed(self, what: frozenset[What]) -> None:
        """Show the tools as they are now, before anything else is painted."""
        if what & {What.TOOLS, What.SHOWS, What.SLIDE}:
            self._book.show_tools()
            for seen in self._seen:
                self._show_on(seen)

    def _show_on(self, seen: _Seen) -> None:
        session = self._session
        tools = session.class_tools if seen.of_class else session.tools
        covered = seen.of_class and session.shows not in (Shows.LIVE, Shows.FROZEN, Shows.PRIVATE)
        seen.view.show_part(SCENE_RECT if covered else part_of(tools))
        seen.hand.show_tool(session.tools.tool)
        seen.strip.show_tools(session.tools, drawn=bool(session.drawing()), full=session.drawing_is_full)

    # Actions

    def _take(self, tool: Tool) -> bool:
        return self._session.take_tool(tool, self._under_mouse(), self._under_heading())

    def _under_heading(self) -> int:
        """Give where a curtain leaves the slide's heading in sight."""
        pieces = self._book.scene(self._session.index).pieces
        return next((round(p.area.bottom) + _LOOSE for p in pieces if p.key == "heading"), HEADING)

    def _under_mouse(self) -> tuple[int, int] | None:
        return next((spot for seen in self._seen if (spot := seen.hand.spot()) is not None), None)

    def _pen(self, pen: Pen | None) -> bool:
        taken = self._session.tools.tool is Tool.PEN or self._take(Tool.PEN)
        return self._session.take_pen(pen) if pen is not None else taken

    def _undo(self) -> object:
        """Undo where the hands are: the drawing, or the activity, or else what was drawn."""
        if self._session.tools.tool in DRAWING:
            return self._session.undo_drawing()
        return self._undo_activity() or self._session.undo_drawing()


def part_of(tools: Tools) -> QRectF:
    """Give the part of the slide that is shown."""
    return SCENE_RECT if tools.zoom is None else QRectF(*tools.zoom.frame)
