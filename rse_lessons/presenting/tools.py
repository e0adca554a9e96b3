"""The tools over a slide as one value: which is in use, where, and how large. What is drawn is in `ink`.

Zoom and curtain stay while another tool is used; all end when the slide changes. No Qt, no words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from rse_lessons.presenting.ink import TALL, WIDE, WIDTHS, Pen, Point, within

Size = TypeVar("Size", int, float)


class Tool(StrEnum):
    """What a hand on the slide does."""

    POINTER = "pointer"
    SPOTLIGHT = "spotlight"
    PEN = "draw"
    ERASER = "erase"
    ZOOM = "zoom"
    CURTAIN = "curtain"


MIDDLE: Point = (WIDE // 2, TALL // 2)
LIGHTS = range(80, 441, 30)
"""How large a spotlight may be: its radius."""
TIMES = (1.5, 2.0, 3.0, 4.0)
HEADING = 250
"""Where a curtain hangs at first when nothing better is known: under most headings."""
STEP, FINE = 24, 6
"""How far an arrow moves a tool, and with Shift."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """A part of the slide shown larger."""

    times: float
    centre: Point

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what is shown, all of it on the slide."""
        wide, tall = WIDE / self.times, TALL / self.times
        left = min(max(0.0, self.centre[0] - wide / 2), WIDE - wide)
        top = min(max(0.0, self.centre[1] - tall / 2), TALL - tall)
        return left, top, wide, tall

    def moved(self, across: float, down: float) -> Zoom:
        """Show a part further across and down, as far as the slide goes."""
        left, top, wide, tall = self.frame
        there = within(left + wide / 2 + across, top + tall / 2 + down)
        left, top, wide, tall = replace(self, centre=there).frame
        return replace(self, centre=within(left + wide / 2, top + tall / 2))


@dataclass(frozen=True, slots=True)
class Tools:
    """All that is true of the tools at one moment."""

    tool: Tool | None = None
    spot: Point = MIDDLE
    """Where the tool is."""
    pen: Pen = Pen.INK
    width: int = WIDTHS[1]
    light: int = 170
    zoom: Zoom | None = None
    curtain: int | None = None
    """The edge under which the slide is hidden; None for no curtain."""
    down: bool = False
    """Whether the tool is pressed onto the slide."""
    live: tuple[Point, ...] = ()
    """The stroke being drawn."""

    @property
    def idle(self) -> bool:
        """Whether nothing of the tools is in use or in sight."""
        return self.tool is None and self.zoom is None and self.curtain is None


NO_TOOLS = Tools()
"""Nothing in use and nothing in sight."""


def taken(tools: Tools, tool: Tool, spot: Point | None = None, edge: int = HEADING) -> Tools:
    """Take up a tool, at a spot when one is known, a curtain at an edge; taken up again, it is put away."""
    if tools.tool is tool:
        return left(tools)
    there = tools.spot if spot is None else spot
    now = replace(tools, tool=tool, spot=there, down=False, live=())
    if tool is Tool.ZOOM and now.zoom is None:
        return replace(now, zoom=Zoom(TIMES[1], there).moved(0, 0))
    if tool is Tool.CURTAIN and now.curtain is None:
        return replace(now, curtain=min(TALL, max(0, edge)))
    return now


def left(tools: Tools) -> Tools:
    """Put away the tool in use; with none, what still stands: first the zoom, then the curtain."""
    tool = tools.tool
    hands_off = replace(tools, tool=None, down=False, live=())
    if tool is Tool.ZOOM or (tool is None and tools.zoom is not None):
        return replace(hands_off, zoom=None)
    if tool is Tool.CURTAIN or (tool is None and tools.curtain is not None):
        return replace(hands_off, curtain=None)
    return hands_off


def laid_down(tools: Tools) -> Tools:
    """Let go of the tool; zoom and curtain stay."""
    return replace(tools, tool=None, down=False, live=()) if tools.tool is not None else tools


def put_away(tools: Tools) -> Tools:
    """Put everything away, as for another slide; pen and sizes are remembered."""
    return tools if tools.idle else Tools(pen=tools.pen, width=tools.width, light=tools.light)


def moved(tools: Tools, spot: Point) -> Tools:
    """Move the tool to a spot: what is pressed and can be dragged goes with it."""
    if tools.down and tools.tool is Tool.ZOOM and tools.zoom is not None:
        # The slide is dragged: what is under the hand stays under it.
        return replace(tools, zoom=tools.zoom.moved(tools.spot[0] - spot[0], tools.spot[1] - spot[1]))
    if tools.down and tools.tool is Tool.CURTAIN and tools.curtain is not None:
        edge = min(TALL, max(0, tools.curtain + spot[1] - tools.spot[1]))
        return replace(tools, curtain=edge, spot=spot)
    live = tools.live
    if tools.down and tools.tool is Tool.PEN and live and _apart(live[-1], spot):
        live = (*live, spot)
    return replace(tools, spot=spot, live=live)


def steered(tools: Tools, way: str, *, fine: bool = False) -> Tools:
    """Move the tool by an arrow: `left`, `right`, `up` or `down`."""
    step = FINE if fine else STEP
    across, down = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[way]
    if tools.tool is Tool.ZOOM and tools.zoom is not None:
        return replace(tools, zoom=tools.zoom.moved(across * step * 2, down * step * 2))
    if tools.tool is Tool.CURTAIN and tools.curtain is not None:
        return replace(tools, curtain=min(TALL, max(0, tools.curtain + down * step)))
    return moved(tools, within(tools.spot[0] + across * step, tools.spot[1] + down * step))


def sized(tools: Tools, step: int) -> Tools:
    """Make the tool larger or smaller: the pen's line, the light, the zoom."""
    if tools.tool is Tool.PEN:
        return replace(tools, width=_beside(WIDTHS, tools.width, step))
    if tools.tool is Tool.SPOTLIGHT:
        return replace(tools, light=_beside(tuple(LIGHTS), tools.light, step))
    if tools.tool is Tool.ZOOM and tools.zoom is not None:
        times = _beside(TIMES, tools.zoom.times, step)
        return replace(tools, zoom=Zoom(times, tools.zoom.centre).moved(0, 0))
    return tools


def _beside(sizes: tuple[Size, ...], now: Size, step: int) -> Size:
    place = min(range(len(sizes)), key=lambda number: abs(sizes[number] - now))
    return sizes[min(len(sizes) - 1, max(0, place + (1 if step > 0 else -1)))]


def _apart(one: Point, other: Point) -> bool:
    """Tell whether two places are far enough from each other to be two points of a stroke."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) >= 2
