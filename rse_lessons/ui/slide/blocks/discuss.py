"""Something to talk about: who talks with whom, the prompt in large words, points, and a calm round timer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.model import Discuss
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting, TimerFace
from rse_lessons.ui.slide.drawing import Area, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, Inks, Style, blend, settle
from rse_lessons.ui.slide.markup import inline

_HEADS = {"think": 1, "pairs": 2, "groups": 4, "class": 6}


def how_words(block: Discuss) -> str:
    """Say who talks and for how long."""
    who = {
        "think": tr("On your own"),
        "pairs": tr("In pairs"),
        "groups": tr("In small groups"),
        "class": tr("All together"),
    }.get(block.how, tr("In pairs"))
    if block.seconds <= 0:
        return who
    if block.seconds < 60:
        return tr("{who}, {time}").format(
            who=who, time=ntr("{count} second", "{count} seconds", block.seconds)
        )
    minutes = max(1, round(block.seconds / 60))
    return tr("{who}, {time}").format(who=who, time=ntr("{count} minute", "{count} minutes", minutes))


def _wide(width: float) -> bool:
    return width > 1000


def _ring(width: float, fit: Fit) -> float:
    return (150 if _wide(width) else 110) + 70 * fit.gap


def _words_width(width: float, fit: Fit) -> float:
    return width - _ring(width, fit) - 60 if _wide(width) else width


def _prompt_style(setting: Setting, fit: Fit) -> Style:
    return fit.style("heading") if setting.heads else fit.style("lead")


def _label(fit: Fit) -> float:
    return fit.body * 1.6 + 10 + 22 * fit.gap


def _points(block: Discuss, width: float, fit: Fit) -> list[float]:
    wide = width - fit.body * 1.15
    return [words.height(inline(point), fit.style("body"), wide) for point in block.points]


def _words_need(block: Discuss, setting: Setting, width: float, fit: Fit) -> float:
    points = _points(block, width, fit)
    gaps = (6 + 16 * fit.gap) * len(points)
    return (
        _label(fit)
        + words.height(inline(block.prompt), _prompt_style(setting, fit), width)
        + sum(points)
        + gaps
    )


def need(block: Discuss, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the words and of the timer."""
    tall = _words_need(block, setting, _words_width(width, fit), fit)
    ring = _ring(width, fit)
    return max(tall, ring) if _wide(width) else tall + ring + 14 + 20 * fit.gap


def draw(block: Discuss, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the words, and the timer beside or under them."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    ring = min(_ring(area.w, fit), area.h)
    wide = _words_width(area.w, fit)
    over = max(0.0, area.h - need(block, setting, area.w, fit))
    if not _wide(area.w):
        ring = min(ring + over * 0.6, 300.0, area.h)
    tall = area.h if _wide(area.w) else max(1.0, area.h - ring - 14)
    pieces = _said(block, setting, Area(area.x, area.y, wide, tall), fit)
    if _wide(area.w):
        place = Area(area.right - ring, area.y + min(20.0, (area.h - ring) / 2), ring, ring)
    else:
        used = min(tall, _words_need(block, setting, wide, fit)) + 14 + 20 * fit.gap + over * 0.1
        place = Area(area.x, min(area.y + used, area.bottom - ring), ring, ring)
    face = state if isinstance(state, TimerFace) else None
    ops = _timer(block, face, setting.ink, place)
    return [*pieces, Piece("timer", place, ops, action="timer", position=0)]


def _said(block: Discuss, setting: Setting, area: Area, fit: Fit) -> list[Piece]:
    ink = setting.ink
    whole = _words_need(block, setting, area.w, fit)
    scale = min(1.0, area.h / whole)
    icon = Area(area.x, area.y, fit.body * 1.6 * _heads_width(block), fit.body * 1.6)
    style = fit.style("body", bold=True)
    label = Area(icon.right + 20, area.y, max(1.0, area.right - icon.right - 20), icon.h)
    said = words_at(label, inline(how_words(block)), style, ink.deep, middle=True)
    row = Area(area.x, area.y, area.w, icon.h)
    pieces = [Piece("how", row, (*people(icon, _HEADS.get(block.how, 2), ink), said))]
    prompt = _prompt_style(setting, fit)
    y = area.y + _label(fit) * scale
    tall = words.measured(inline(block.prompt), prompt, area.w)[0] * scale
    place = Area(area.x, y, area.w, max(1.0, tall))
    pieces.append(Piece("prompt", place, (words_at(place, inline(block.prompt), prompt, ink.text),)))
    y += tall
    for index, (point, height) in enumerate(zip(block.points, _points(block, area.w, fit), strict=True)):
        y += (6 + 16 * fit.gap) * scale
        place = Area(area.x, y, area.w, min(height, words.TOO_LONG) * scale)
        pieces.append(Piece(f"point:{index}", place, _point(point, place, setting, fit)))
        y += place.h
    return pieces


def _heads_width(block: Discuss) -> float:
    return {1: 0.85, 2: 1.5, 4: 2.6, 6: 3.7}[_HEADS.get(block.how, 2)]


def _point(text: str, place: Area, setting: Setting, fit: Fit) -> tuple[Op, ...]:
    style = fit.style("body")
    indent = fit.body * 1.15
    mark = kit.bullet_at(place, min(style.line, place.h), fit.body)
    said = Area(place.x + indent, place.y, place.w - indent, place.h)
    return kit.bullet(mark, setting.ink.deep), words_at(said, inline(text), style, setting.ink.text)


def people(area: Area, count: int, ink: Inks) -> tuple[Op, ...]:
    """Draw heads and shoulders side by side."""
    ops: list[Op] = []
    size = area.h
    step = 0.0 if count == 1 else (area.w - size * 0.85) / (count - 1)
    fills: Sequence[str] = (ink.fill, ink.deep, ink.help, ink.edge)
    for index in range(count):
        one = Area(area.x + index * step, area.y, size * 0.85, size)
        body = QPainterPath()
        body.moveTo(one.x, one.bottom)
        body.cubicTo(one.x, one.y + size * 0.5, one.right, one.y + size * 0.5, one.right, one.bottom)
        body.closeSubpath()
        head = Area(one.x + one.w / 2 - size * 0.2, one.y + size * 0.1, size * 0.4, size * 0.44)
        colour = fills[index % 4]
        ops += [Shape(one, body, colour), kit.disc(head, colour, ink.ground, 3.0)]
    return tuple(ops)


def clock(seconds: float) -> str:
    """Write a duration as minutes and seconds."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def _timer(block: Discuss, face: TimerFace | None, ink: Inks, place: Area) -> tuple[Op, ...]:
    """Draw a ring that empties; before it is started it is whole and shows the time there is."""
    width = place.w * 0.085
    inner = place.inset(width / 2 + 2)
    left = block.seconds if face is None else face.left
    share = 1.0 if face is None else max(0.0, min(1.0, face.left / face.total))
    rest = blend(ink.ground, ink.edge, 0.35) if ink.dark else ink.sunken
    ops: list[Op] = [Shape(inner, kit.ellipse(inner), ink.card, rest, width)]
    if share > 0.002:
        arc = QPainterPath()
        frame = QRectF(inner.x, inner.y, inner.w, inner.h)
        arc.arcMoveTo(frame, 90)
        arc.arcTo(frame, 90, 360 * share)
        ops.append(Shape(inner, arc, edge=ink.fill if face is None else ink.deep, width=width))
    size = place.w * 0.25
    style = Style(size, size * 1.3, bold=True, align="centre")
    paused = face is not None and not face.running and face.left > 0
    middle = Area(
        place.x, place.y + (place.h - style.line) / 2 - (size * 0.22 if paused else 0), place.w, style.line
    )
    ops.append(words_at(middle, clock(left), style, ink.text))
    if paused:
        ops += _pause(
            Area(place.x + place.w / 2 - size * 0.3, middle.bottom - size * 0.1, size * 0.6, size * 0.55), ink
        )
    return tuple(ops)


def _pause(area: Area, ink: Inks) -> list[Op]:
    path = QPainterPath()
    path.addRoundedRect(QRectF(area.x + area.w * 0.12, area.y, area.w * 0.26, area.h), 3, 3)
    path.addRoundedRect(QRectF(area.x + area.w * 0.62, area.y, area.w * 0.26, area.h), 3, 3)
    return [Shape(area, path, ink.soft)]


KIND = Kind(need, draw, lambda block: str(block.prompt), timed=True)
