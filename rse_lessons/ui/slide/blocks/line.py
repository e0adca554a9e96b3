"""Statements to place on a line between two ends: each keeps its words, and its pin is placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import Line
from rse_lessons.presenting.boards import STOPS
from rse_lessons.presenting.placing import WAITING
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import board, cards, kit
from rse_lessons.ui.slide.blocks.board import Standing
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import Fit, Inks, settle
from rse_lessons.ui.slide.markup import inline

_TALL = 52.0
_PIN = 56.0
_LEAST_PIN = 30.0


def _ends(block: Line, width: float, fit: Fit) -> float:
    style = fit.style("body", bold=True)
    return max(words.height(inline(end), style, width * 0.46) for end in block.ends)


def _between(fit: Fit) -> float:
    return 8 + 12 * fit.gap


def need(block: Line, setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height of the cards, the pins, the line and its ends."""
    at = board.standing(block, setting, state)
    head = kit.head_need(block.prompt, setting, width, fit) + board.foot_need(at, width, fit)
    grid = cards.grid(block.cards, width, fit, lettered=True).height
    return head + grid + _between(fit) + 2 * _PIN + _TALL + 8 + _ends(block, width, fit)


def draw(block: Line, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the prompt, the cards, and the line with its ends and a pin for each card."""
    at = board.standing(block, setting, state)
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    pieces, rest = kit.head(block.prompt, setting, area, fit)
    foot, rest = board.foot(at, rest, fit)
    pieces += foot
    ends = min(_ends(block, area.w, fit), rest.h * 0.3)
    low = min(_TALL + 8 + ends, rest.h * 0.5)
    grid = cards.grid(block.cards, area.w, fit, lettered=True).height
    over = max(0.0, rest.h - grid - _between(fit) - 2 * _PIN - low)
    upper = Area(rest.x, rest.y, rest.w, max(1.0, min(grid + over * 0.5, rest.h - low - _between(fit))))
    bare = [option.id for option in at.waiting]  # the pin lies there
    faces = cards.draw(block.cards, setting, upper, fit, most=over * 0.5, letters=True, bare=bare)
    pieces += [_waiting(piece) for piece in faces]
    line = Area(rest.x, rest.bottom - low, rest.w, _TALL)
    pieces.append(Piece("line", line, _drawn(setting.ink, line)))
    pins = Area(rest.x, upper.bottom + _between(fit), rest.w, line.bottom - upper.bottom - _between(fit))
    pieces += _stops(at, pins) + _pins(at, line, pins.y, _signs(at, faces, fit))
    wide = rest.w * 0.46
    for index, (end, align) in enumerate(zip(block.ends, ("left", "right"), strict=True)):
        place = Area(rest.x if index == 0 else rest.right - wide, rest.bottom - ends, wide, ends)
        style = fit.style("body", bold=True, align=align)
        pieces.append(Piece(f"end:{index}", place, (words_at(place, inline(end), style, setting.ink.deep),)))
    return pieces


def _waiting(face: Piece) -> Piece:
    """Give a card as something to pick up by its pin; dropping on the cards takes a pin back."""
    option = face.key.removeprefix("card:")
    return replace(face, action="pick", option=option, drags=f"pin:{option}", target=WAITING, level=1)


def _stops(at: Standing, area: Area) -> list[Piece]:
    """Give the strips that take a pin, one for each stop."""
    places = at.board.places(at.block)
    strips = kit.columns(area, len(places), 0)
    return [
        Piece(f"stop:{place}", strip, (), action="put", target=place, level=1)
        for place, strip in zip(places, strips, strict=True)
    ]


def _signs(at: Standing, faces: Sequence[Piece], fit: Fit) -> dict[str, Area]:
    """Give where the letter of each card stands on it."""
    return {
        card.id: cards.sign_place(card, face.area, fit)
        for card, face in zip(at.block.cards, faces, strict=True)
    }


def _pins(at: Standing, line: Area, top: float, signs: Mapping[str, Area]) -> list[Piece]:
    """Draw a pin for each card: over its stop, those of one stop close together, or on its card."""
    places = list(at.board.places(at.block))
    wide, room = line.w / len(places), max(1.0, line.y + line.h / 2 - 12 - top)
    spots = {
        card.id: spot
        for index, place in enumerate(places)
        for card, spot in zip(
            at.on(place),
            _heaped(len(at.on(place)), Area(line.x + index * wide, top, wide, room)),
            strict=True,
        )
    }
    return [
        _pin(at, card.id, kit.LETTERS[number % 26], spots.get(card.id, signs[card.id]))
        for number, card in enumerate(at.block.cards)
    ]


def _heaped(count: int, area: Area) -> list[Area]:
    """Heap pins up from the foot of an area: on top of one another, then side by side, then smaller.

    Those that find no room at the least size get none.
    """
    size, across = _PIN, 1
    while -(-count // across) * (size + 2) > area.h and size > _LEAST_PIN:
        size, across = (size, across + 1) if (across + 1) * size <= area.w else (size - 6, across)
    found = []
    for index in range(count):
        row, column = divmod(index, across)
        here = min(across, count - row * across)
        x = area.x + (area.w - here * size) / 2 + column * size
        y = area.bottom - (row + 1) * (size + 2)
        found.append(Area(x, y, size, size) if y >= area.y - 1 else Area(x, area.y, size, 0.0))
    return found


def _pin(at: Standing, card: str, letter: str, spot: Area) -> Piece:
    ink, held = at.setting.ink, at.state.held == card
    if held:
        spot = Area(spot.x - 4, spot.y - 12, spot.w + 8, spot.h + 8)
    placed = card in at.where
    fill, colour = (ink.deep, ink.ground) if placed else (ink.tint, ink.text)
    edge = ink.focus if held else ink.ground if placed else ink.plate_edge
    return Piece(
        f"pin:{card}",
        spot,
        kit.letter(spot, letter, fill, colour, edge),
        action="pick",
        option=card,
        position=at.order.index(card),
        drags=f"pin:{card}",
        level=board.HELD if held else 3,
    )


def _drawn(ink: Inks, area: Area) -> tuple[Op, ...]:
    """Draw a rope of wood between two knobs, with places marked on it."""
    middle = area.y + area.h / 2
    rail = QPainterPath()
    rail.addRoundedRect(QRectF(area.x + 20, middle - 7, area.w - 40, 14), 7, 7)
    ops: list[Op] = [Shape(area, rail, ink.ledge)]
    for step in range(STOPS):
        x = area.x + area.w * (step + 0.5) / STOPS
        mark = QPainterPath(QPointF(x, middle - 14))
        mark.lineTo(x, middle + 14)
        ops.append(Shape(area, mark, edge=ink.edge, width=3.0))
    for x in (area.x, area.right - area.h):
        ops.append(kit.disc(Area(x, area.y, area.h, area.h), ink.deep))
        inner = Area(x, area.y, area.h, area.h).inset(15)
        ops.append(kit.disc(inner, ink.ground))
    return tuple(ops)


KIND = Kind(need, draw, lambda block: str(block.prompt), stretch=True, wide=True)
