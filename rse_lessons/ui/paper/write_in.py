"""What is written in on worksheets: columns, numbered places, a line with two ends, a diamond, rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rse_lessons.printing.document import Places, Rhombus, Rope, Ruled, Trays
from rse_lessons.ui.paper.flow import Drawn, Lines, Thing
from rse_lessons.ui.paper.strokes import EDGE, SIGN, letter, rule, say
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.markup import inline

STOPS = 9
"""Marks on a line, its ends among them."""


def _trays(part: Trays, sheet: Sheet) -> Iterator[Thing]:
    """Give columns beside one another, up to three in a row; too full ones become lists."""
    gap, pad = sheet.points(10), sheet.points(8)
    for start in range(0, len(part.heads), 3):
        heads = part.heads[start : start + 3]
        inside = part.inside[start : start + 3] or ((),) * len(heads)
        wide = (sheet.wide - gap * (len(heads) - 1)) / len(heads)
        stacks = [
            _column(head, cards, wide - 2 * pad, sheet) for head, cards in zip(heads, inside, strict=True)
        ]
        least = 0.0 if part.inside else sheet.points(165)
        tall = max(least, *(_stack_height(stack) for stack in stacks)) + 2 * pad
        if tall > sheet.tall:
            for stack in stacks:
                yield from stack
        else:
            yield Drawn(tall, _beside(stacks, wide, gap, pad, tall, sheet), sheet.points(12))


def _column(head: str, cards: Sequence[str], wide: float, sheet: Sheet) -> list[Lines]:
    ink, indent = sheet.ink.text, sheet.points(12)
    found = [
        Lines(
            inline(head), replace(sheet.style(12.5, 1.35), bold=True), wide, ink, sheet.points(8), keep=True
        )
    ]
    found += [
        Lines(inline(card), sheet.body, wide, ink, sheet.points(6), indent=indent, mark="dot")
        for card in cards
    ]
    return found


def _stack_height(stack: Sequence[Lines]) -> float:
    return sum(line.height + (line.gap if index else 0.0) for index, line in enumerate(stack))


def _beside(  # noqa: PLR0917  all of what is drawn
    stacks: Sequence[Sequence[Lines]], wide: float, gap: float, pad: float, tall: float, sheet: Sheet
) -> Callable[[QPainter, float, float], None]:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for index, stack in enumerate(stacks):
            left, at = x + index * (wide + gap), y + pad
            painter.setPen(QPen(QColor(sheet.ink.text), EDGE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left, y, wide, tall), 60, 60)
            for row, line in enumerate(stack):
                at += line.gap if row else 0.0
                line.paint(painter, left + pad, at)
                at += line.height

    return draw


def _places(part: Places, sheet: Sheet) -> Iterator[Thing]:
    """Give numbered places with a line to write on, or with what belongs there."""
    indent = sheet.points(SIGN + 12)
    for number, text in enumerate(part.inside, 1):
        said = Lines(inline(text), sheet.body, sheet.wide - indent, sheet.ink.text) if text else None
        tall = max(sheet.points(30), said.height + sheet.points(6) if said else 0.0)
        if said is not None and tall > sheet.tall:
            yield replace(said, wide=sheet.wide, indent=indent, mark=f"{number}.", gap=sheet.points(6))
            continue
        yield Drawn(tall, _place(number, said, indent, tall, sheet), sheet.points(10 if number == 1 else 3))


def _place(
    number: int, said: Lines | None, indent: float, tall: float, sheet: Sheet
) -> Callable[[QPainter, float, float], None]:
    def draw(painter: QPainter, x: float, y: float) -> None:
        letter(painter, str(number), x, y + tall / 2, sheet)
        if said is not None:
            said.paint(painter, x + indent, y + (tall - said.height) / 2)
        else:
            rule(painter, x + indent, y + tall * 0.85, sheet.wide - indent, sheet)

    return draw


def _rope(part: Rope, sheet: Sheet) -> Iterator[Thing]:
    """Give a line with its marks, with room to write over it, and its ends below."""
    room, face = sheet.points(56), sheet.style(12.5, 1.35, bold=True)
    half = sheet.wide * 0.46
    tall = max(words.measured(inline(end), face, half)[0] for end in part.ends)
    whole = room + sheet.points(14) + tall

    def draw(painter: QPainter, x: float, y: float) -> None:
        line = y + room
        painter.setPen(QPen(QColor(sheet.ink.text), 2.4 * EDGE))
        painter.drawLine(QLineF(x, line, x + sheet.wide, line))
        for stop in range(STOPS):
            at = x + sheet.wide * stop / (STOPS - 1)
            high = sheet.points(9 if stop in (0, STOPS - 1) else 5)
            painter.drawLine(QLineF(at, line - high, at, line + high))
        top = line + sheet.points(12)
        say(painter, inline(part.ends[0]), face, QRectF(x, top, half, tall), sheet)
        right = replace(face, align="right")
        say(painter, inline(part.ends[1]), right, QRectF(x + sheet.wide - half, top, half, tall), sheet)

    yield Drawn(whole, draw, sheet.points(10))


def _rhombus(part: Rhombus, sheet: Sheet) -> Iterator[Thing]:
    """Give a diamond of empty boxes, small enough to leave room for its cards."""
    if not part.rows:
        return
    gap = sheet.points(5)
    wide = min(sheet.wide / max(3, *part.rows) - gap, sheet.points(120))
    high = min(wide * 0.42, sheet.tall * 0.5 / len(part.rows))
    face = sheet.style(10, 1.35, bold=True)

    def draw(painter: QPainter, x: float, y: float) -> None:
        for row, count in enumerate(part.rows):
            left = x + (sheet.wide - count * wide - (count - 1) * gap) / 2
            for column in range(count):
                painter.setPen(QPen(QColor(sheet.ink.text), EDGE))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                place = QRectF(left + column * (wide + gap), y + row * (high + gap), wide, high)
                painter.drawRoundedRect(place, 50, 50)
        beside = (sheet.wide - wide) / 2 - sheet.points(12)
        foot = y + (len(part.rows) - 1) * (high + gap)
        for text, top in ((part.top, y), (part.foot, foot)):
            tall = words.measured(inline(text), face, beside)[0]
            say(painter, inline(text), face, QRectF(x, top + (high - tall) / 2, beside, tall), sheet)

    yield Drawn(len(part.rows) * (high + gap) - gap, draw, sheet.points(12))


def _ruled(part: Ruled, sheet: Sheet) -> Iterator[Thing]:
    """Give lines to write on."""
    for _ in range(part.lines):
        tall = sheet.points(26)
        yield Drawn(tall, lambda painter, x, y, tall=tall: rule(painter, x, y + tall, sheet.wide, sheet))  # type: ignore[misc]


MAKERS: Mapping[type[Any], Callable[[Any, Sheet], Iterator[Thing]]] = {
    Trays: _trays,
    Places: _places,
    Rope: _rope,
    Rhombus: _rhombus,
    Ruled: _ruled,
}
