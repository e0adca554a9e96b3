"""What is drawn over slides, as values: strokes, their limits, erasing, and what is kept of them.

Places are whole units of a slide of 1600 x 900. A page is the name of a slide that its drawing is
kept under: it is made of what stands on the slide, so that a drawing never comes up on another one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import TypeAlias

from rse_lessons.lesson.model import Slide

Point: TypeAlias = tuple[int, int]
WIDE, TALL = 1600, 900
WIDTHS = (4, 8, 14, 22)
MOST_POINTS = 400
"""Points of one stroke, once it is finished."""
MOST_STROKES = 150
"""Strokes on one slide."""
MOST_IN_LESSON = 20_000
"""Points of all drawings of a lesson."""
LONGEST = 1_500
"""Points of a stroke while it is being drawn; then it is finished and goes on as another."""
NEAR = 16
"""How near the eraser must come to a stroke's edge."""
_EXACT = 0.8
"""How far, in units, a finished stroke may lie beside what was drawn."""


class Pen(StrEnum):
    """The colours of the pen; a theme says what each looks like."""

    INK = "ink"
    BLUE = "blue"
    GREEN = "green"
    PLUM = "plum"
    BROWN = "brown"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of the pen; a single point is a dot."""

    pen: Pen
    width: int
    points: tuple[Point, ...]

    def to_data(self) -> dict[str, object]:
        """Give what is kept: the points as one row of numbers, x and y in turn."""
        row = [number for point in self.points for number in point]
        return {"pen": str(self.pen), "width": self.width, "points": row}


Drawing: TypeAlias = tuple[Stroke, ...]
"""The strokes on one slide, lowest first."""
Event: TypeAlias = tuple[str, Mapping[str, object]]


def within(x: float, y: float) -> Point:
    """Round a place to whole units inside the slide."""
    return min(WIDE, max(0, round(x))), min(TALL, max(0, round(y)))


def finished(pen: Pen, width: int, points: Sequence[Point]) -> Stroke:
    """Make a stroke of what was drawn, with as few points as show the same line."""
    exact, kept = _EXACT, tuple(points)
    kept = _simpler(kept, exact)
    while len(kept) > MOST_POINTS:
        exact *= 1.6
        kept = _simpler(kept, exact)
    return Stroke(pen, width, kept)


def has_room(drawings: Mapping[str, Drawing], page: str) -> bool:
    """Tell whether one more stroke can be kept on a page."""
    drawn = sum(len(stroke.points) for drawing in drawings.values() for stroke in drawing)
    return len(drawings.get(page, ())) < MOST_STROKES and drawn + MOST_POINTS <= MOST_IN_LESSON


def erased(drawing: Drawing, start: Point, end: Point) -> Drawing:
    """Leave out the strokes that the eraser touches on its way."""
    steps = max(1, round(hypot(end[0] - start[0], end[1] - start[1]) / NEAR))
    way = [
        (start[0] + (end[0] - start[0]) * step / steps, start[1] + (end[1] - start[1]) * step / steps)
        for step in range(steps + 1)
    ]
    kept = tuple(stroke for stroke in drawing if not _touched(stroke, way))
    return drawing if len(kept) == len(drawing) else kept


def _touched(stroke: Stroke, way: Iterable[tuple[float, float]]) -> bool:
    reach = NEAR + stroke.width / 2
    ends = stroke.points[1:] or stroke.points
    return any(
        _distance(spot, one, other) <= reach
        for spot in way
        for one, other in zip(stroke.points, ends, strict=False)
    )


def _distance(spot: tuple[float, float], one: Point, other: Point) -> float:
    """Give how far a spot is from the line between two points."""
    across, down = other[0] - one[0], other[1] - one[1]
    long = across * across + down * down
    share = ((spot[0] - one[0]) * across + (spot[1] - one[1]) * down) / long if long else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(spot[0] - one[0] - share * across, spot[1] - one[1] - share * down)


def _simpler(points: tuple[Point, ...], exact: float) -> tuple[Point, ...]:
    """Leave out points that lie within `exact` of the line without them (Ramer, Douglas and Peucker)."""
    if len(points) < 3:
        return points
    keep, parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        far, at = 0.0, 0
        for place in range(first + 1, last):
            away = _distance(points[place], points[first], points[last])
            if away > far:
                far, at = away, place
        if far > exact:
            keep.add(at)
            parts += [(first, at), (at, last)]
    return tuple(points[place] for place in sorted(keep))


# What is kept


def pages(slides: Sequence[Slide]) -> tuple[str, ...]:
    """Name each slide by its stage, title and blocks; slides that are alike are counted."""
    names: list[str] = []
    for slide in slides:
        blocks = [f"{type(part).__name__} {getattr(part, 'id', '')}" for part in slide.parts]
        words = "\n".join([str(slide.stage), slide.title, *blocks])
        same, number = f"{zlib.crc32(words.encode()):08x}", 1
        name = same
        while name in names:
            number += 1
            name = f"{same}-{number}"
        names.append(name)
    return tuple(names)


def drawings_from(kept: object, known: Iterable[str]) -> dict[str, Drawing]:
    """Read drawings of known pages from kept data; what makes no sense in it is passed over."""
    found: dict[str, Drawing] = {}
    if not isinstance(kept, Mapping):
        return found
    for page in known:
        strokes = kept.get(page)
        if not isinstance(strokes, list | tuple):
            continue
        for data in strokes:
            stroke = stroke_from(data)
            if stroke is not None and has_room(found, page):
                found[page] = (*found.get(page, ()), stroke)
    return found


def stroke_from(data: object) -> Stroke | None:
    """Read a stroke from kept data; None when it makes no sense."""
    if not isinstance(data, Mapping):
        return None
    pen, width, row = data.get("pen"), data.get("width"), data.get("points")
    if pen not in list(Pen) or width not in WIDTHS or isinstance(width, bool):
        return None
    if not isinstance(row, list | tuple) or not 2 <= len(row) <= 2 * MOST_POINTS or len(row) % 2:
        return None
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in row):
        return None
    points = tuple(zip(row[::2], row[1::2], strict=True))
    if not all(0 <= x <= WIDE and 0 <= y <= TALL for x, y in points):
        return None
    return Stroke(Pen(str(pen)), int(width), points)


def events(before: Mapping[str, Drawing], after: Mapping[str, Drawing]) -> Iterator[Event]:
    """Yield what is to be recorded when drawings change: strokes that went, then each that came."""
    if before is after:
        return
    for page in dict.fromkeys([*before, *after]):
        old, new = before.get(page, ()), after.get(page, ())
        if old is new:
            continue
        gone, came = _differing(old, new)
        if gone:
            yield "erased", {"page": page, "places": gone}
        for place in came:
            yield "stroke", {"page": page, "place": place, **new[place].to_data()}


def _differing(old: Drawing, new: Drawing) -> tuple[list[int], list[int]]:
    """Give the places in `old` of what is not in `new`, and the other way round; strokes keep their order."""
    still = {id(stroke) for stroke in new}
    gone = [place for place, stroke in enumerate(old) if id(stroke) not in still]
    were = {id(stroke) for stroke in old}
    return gone, [place for place, stroke in enumerate(new) if id(stroke) not in were]
