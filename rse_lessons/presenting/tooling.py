"""The tools of a session: taking them up, moving them, drawing. What they are is in `tools` and `ink`.

A drawing belongs to the teacher's slide. It is recorded stroke by stroke, when each is finished.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rse_lessons.presenting import ink, tools
from rse_lessons.presenting.ink import Drawing, Pen, Point
from rse_lessons.presenting.moment import Moment
from rse_lessons.presenting.talking import Talking
from rse_lessons.presenting.tools import HEADING, Tool, Tools

REMEMBERED = 60
"""Steps of drawing that can be undone."""


class Tooling(Talking):
    """The tools over the slide. Every method tells whether anything changed."""

    _undo: tuple[tuple[str, Drawing], ...] = ()

    @property
    def tools(self) -> Tools:
        """The tools as the teacher has them."""
        return self._now.tools

    @property
    def class_tools(self) -> Tools:
        """The tools as the class sees them; they stand still while it is frozen."""
        return self._now.class_tools

    @property
    def drawings(self) -> Mapping[str, Drawing]:
        """Every drawing, by its slide's page."""
        return self._now.drawings

    def drawing(self, index: int | None = None) -> Drawing:
        """Give the drawing on a slide, or on the teacher's."""
        return self._now.drawings.get(self.page(index), ())

    def class_drawing(self) -> Drawing:
        """Give the drawing on the class's slide, as the class sees it."""
        return self._now.class_drawings.get(self.page(self.class_index), ())

    def page(self, index: int | None = None) -> str:
        """Give the name that the drawing of a slide is kept under."""
        return self._pages[self._now.index if index is None else index]

    @property
    def drawing_is_full(self) -> bool:
        """Whether no further stroke can be kept on the teacher's slide."""
        return not ink.has_room(self._now.drawings, self.page())

    def take_tool(self, tool: Tool, spot: Point | None = None, edge: int = HEADING) -> bool:
        """Take up a tool, or put it away when it is in use; the keyboard leaves the activity.

        `spot` is where the hand is already, `edge` where a curtain hangs at first.
        """
        after = tools.taken(self._now.tools, tool, spot, edge)
        return self._become(replace(self._ended(), tools=after, focus=None))

    def leave_tool(self) -> bool:
        """Put away the tool in use, or else the zoom, or else the curtain."""
        if self._now.tools.idle:
            return False
        return self._become(replace(self._ended(), tools=tools.left(self._now.tools)))

    def move_tool(self, x: float, y: float) -> bool:
        """Move the tool to a place on the slide: hovering, or dragging when it is pressed."""
        if self._now.tools.tool is None:
            return False
        spot = ink.within(x, y)
        if self._now.tools.down and self._now.tools.tool is Tool.ERASER:
            return self._erase(self._now.tools.spot, spot, tools.moved(self._now.tools, spot))
        return self._moved(tools.moved(self._now.tools, spot))

    def press_tool(self, x: float, y: float) -> bool:
        """Press the tool onto the slide: the pen begins a stroke, the eraser erases."""
        now, spot = self._now.tools, ink.within(x, y)
        if now.tool is None:
            return False
        pressed = replace(now, spot=spot, down=True, live=())
        if now.tool is Tool.ERASER:
            return self._erase(spot, spot, pressed)
        if now.tool is Tool.PEN and not self.drawing_is_full:
            pressed = replace(pressed, live=(spot,))
        return self._become(replace(self._now, tools=pressed))

    def release_tool(self) -> bool:
        """Lift the tool off the slide: a stroke is finished, and recorded."""
        return self._become(self._ended())

    def steer_tool(self, way: str, *, fine: bool = False) -> bool:
        """Move the tool in use by an arrow."""
        now = self._now.tools
        if now.tool is None:
            return False
        after = tools.steered(now, way, fine=fine)
        if now.tool is Tool.ERASER and now.down:
            return self._erase(now.spot, after.spot, after)
        return self._moved(after)

    def act_tool(self) -> bool:
        """Do what Enter does: put the pen or the eraser down, or lift it. False for other tools."""
        now = self._now.tools
        if now.tool not in (Tool.PEN, Tool.ERASER):
            return False
        return self.release_tool() if now.down else self.press_tool(*now.spot)

    def size_tool(self, step: int) -> bool:
        """Make the tool in use larger or smaller."""
        return self._become(replace(self._now, tools=tools.sized(self._now.tools, step)))

    def take_pen(self, pen: Pen) -> bool:
        """Draw in this colour."""
        lifted = self._ended()
        return self._become(replace(lifted, tools=replace(lifted.tools, pen=pen)))

    def next_pen(self) -> bool:
        """Draw in the next colour."""
        pens = list(Pen)
        return self.take_pen(pens[(pens.index(self._now.tools.pen) + 1) % len(pens)])

    def undo_drawing(self) -> bool:
        """Take back the last stroke on this slide, or what was last erased or cleared here."""
        page = self.page()
        steps = [place for place, (where, _) in enumerate(self._undo) if where == page]
        if not steps:
            return self._draw(self.drawing()[:-1], self._now, remember=False)
        before = self._undo[steps[-1]][1]
        self._undo = self._undo[: steps[-1]] + self._undo[steps[-1] + 1 :]
        return self._draw(before, self._now, remember=False)

    def clear_drawing(self) -> bool:
        """Take everything drawn off this slide."""
        return self._draw((), self._ended())

    def _become(self, after: Moment) -> bool:
        """Put tools away when the slide changes, and aside when an activity or the lock needs the hands."""
        before = self._now
        if after.index != before.index:
            after = self._ended(after)
            after = replace(after, tools=tools.put_away(after.tools))
        elif after.tools.tool is not None and (
            after.locked or (after.focus is not None and before.focus is None)
        ):
            after = self._ended(after)
            after = replace(after, tools=tools.laid_down(after.tools))
        return super()._become(after)

    def _moved(self, after: Tools) -> bool:
        if len(after.live) < ink.LONGEST:
            return self._become(replace(self._now, tools=after))
        # A stroke without end is finished, and goes on as another from where it is.
        full = self._ended(replace(self._now, tools=after))
        room = ink.has_room(full.drawings, self.page())
        on = replace(full.tools, down=True, live=(after.spot,) if room else ())
        return self._become(replace(full, tools=on))

    def _ended(self, moment: Moment | None = None) -> Moment:
        """Give a moment with the tool lifted and the stroke being drawn finished, on the slide it is on."""
        moment = self._now if moment is None else moment
        now, page = moment.tools, self.page()
        if not now.down:
            return moment
        lifted = replace(now, down=False, live=())
        if not now.live:
            return replace(moment, tools=lifted)
        stroke = ink.finished(now.pen, now.width, now.live)
        drawing = moment.drawings.get(page, ())
        self._remember(page, drawing)
        return replace(moment, tools=lifted, drawings={**moment.drawings, page: (*drawing, stroke)})

    def _erase(self, start: Point, end: Point, after: Tools) -> bool:
        kept = ink.erased(self.drawing(), start, end)
        return self._draw(kept, replace(self._now, tools=after))

    def _draw(self, drawing: Drawing, moment: Moment, *, remember: bool = True) -> bool:
        """Put another drawing onto the teacher's slide."""
        page = self.page()
        before = moment.drawings.get(page, ())
        if drawing != before:
            if remember:
                self._remember(page, before)
            moment = replace(moment, drawings={**moment.drawings, page: drawing})
        return self._become(moment)

    def _remember(self, page: str, drawing: Drawing) -> None:
        self._undo = (*self._undo, (page, drawing))[-REMEMBERED:]
