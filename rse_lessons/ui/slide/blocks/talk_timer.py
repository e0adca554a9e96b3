"""The timer of a discussion on the class's slide: a ring that empties, and calm words at its end.

Nothing flashes and nothing is red. After the end the words stay and count on by half minutes, so that
nobody is cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.timer import nearly
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.drawing import Area, Op, Shape, words_at
from rse_lessons.ui.slide.look import Inks, Style, blend
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both
from rse_lessons.ui.talk_words import over_words
from rse_lessons.ui.words import clock_words


@dataclass(frozen=True, slots=True)
class TimerFace:
    """What a timer shows."""

    left: float
    """Seconds; below nought when the time is over."""
    total: float
    running: bool

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.left <= 0

    @property
    def nearly(self) -> bool:
        """Whether these are the last seconds."""
        return nearly(self.left, self.total)


@dataclass(frozen=True, slots=True)
class TalkFace:
    """What the slide shows of a discussion: the step reached, from 1, and its timer when that is on."""

    step: int = 0
    timer: TimerFace | None = None


def caption(face: TimerFace | None, way: str) -> str:
    """Say what the end of the time asks for; empty until the last seconds."""
    if face is None:
        return ""
    left = face.left
    if face.over:
        return both(
            lambda: (
                over_words(-left)
                or (tr("Finish your thought") if way == "think" else tr("Finish your sentence"))
            )
        )
    return both(lambda: tr("Nearly time")) if face.nearly else ""


def caption_style(width: float, align: str = "centre") -> Style:
    """Give the style of the words at the end; `width` is the room for them."""
    size = min(40.0, max(30.0, width * 0.13))
    return Style(size, size * 1.3, bold=True, align=align)


def words_beside(face: TimerFace | None, way: str, place: Area, ink: Inks, align: str) -> tuple[Op, ...]:
    """Draw the words of the last seconds and of the end."""
    said = caption(face, way)
    if not said:
        return ()
    style = caption_style(place.w, align)
    return (words_at(place, inline(said), style, ink.deep, middle=align == "left"),)


def ring(seconds: float, face: TimerFace | None, ink: Inks, place: Area) -> tuple[Op, ...]:
    """Draw a ring that empties; before it is started it is whole and shows the `seconds` there are."""
    width = place.w * 0.085
    inner = place.inset(width / 2 + 2)
    rest = blend(ink.ground, ink.edge, 0.35) if ink.dark else ink.sunken
    over = face is not None and face.over
    ops: list[Op] = [Shape(inner, kit.ellipse(inner), ink.card, rest, width)]
    share = 1.0 if face is None else max(0.0, min(1.0, face.left / face.total))
    if share > 0.002:
        ops.append(_arc(inner, share, _colour(face, ink), width))
    size = place.w * 0.25
    style = Style(size, size * 1.3, bold=True, align="centre")
    paused = face is not None and not face.running and not over
    up = size * 0.22 if paused else 0.0
    middle = Area(place.x, place.y + (place.h - style.line) / 2 - up, place.w, style.line)
    left = seconds if face is None else max(0.0, face.left)
    ops.append(words_at(middle, clock_words(left), style, ink.soft if over else ink.text))
    if paused:
        mark = Area(place.x + place.w / 2 - size * 0.3, middle.bottom - size * 0.1, size * 0.6, size * 0.55)
        ops.append(_pause(mark, ink))
    return tuple(ops)


def _colour(face: TimerFace | None, ink: Inks) -> str:
    """Give the ring's colour: it warms to lamp yellow in the last seconds."""
    if face is None:
        return ink.fill
    return ink.help if face.nearly else ink.deep


def _arc(inner: Area, share: float, colour: str, width: float) -> Shape:
    arc = QPainterPath()
    frame = QRectF(inner.x, inner.y, inner.w, inner.h)
    arc.arcMoveTo(frame, 90)
    arc.arcTo(frame, 90, 360 * share)
    return Shape(inner, arc, edge=colour, width=width)


def _pause(area: Area, ink: Inks) -> Shape:
    path = QPainterPath()
    path.addRoundedRect(QRectF(area.x + area.w * 0.12, area.y, area.w * 0.26, area.h), 3, 3)
    path.addRoundedRect(QRectF(area.x + area.w * 0.62, area.y, area.w * 0.26, area.h), 3, 3)
    return Shape(area, path, ink.soft)
