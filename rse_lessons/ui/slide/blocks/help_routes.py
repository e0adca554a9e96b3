"""Where help comes from: boards on a fingerpost, the trusted adult first and widest, numbers large."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QPainterPath

from rse_lessons.lesson.model import HelpRoutes
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, Shape, words_at
from rse_lessons.ui.slide.look import FLOOR, NUMBER, Fit, Style, routes_of, settle, token
from rse_lessons.ui.slide.markup import inline

_WOOD = "#8B5E3C"
_COLOURS = ("coral", "leaf", "bluebell", "plum", "lagoon", "apricot")
_POINT = 66.0
_FOOT = 6.0


def _tight(fit: Fit) -> bool:
    """Whether many boards stand close: names and contacts stay readable from the back, the rest yields."""
    return fit.body < FLOOR + 0.1 and fit.lead < 41


def _firm(size: float, fit: Fit) -> float:
    """Keep a size at the floor of all words as long as slides keep to it."""
    return max(20.0, size, FLOOR if fit.body >= FLOOR else 0.0)


def _name(fit: Fit) -> Style:
    size = _firm(fit.lead * 0.96, fit)
    return Style(size, size * (1.22 if _tight(fit) else 1.35), bold=True)


def _about(fit: Fit) -> Style:
    size = max(20.0, min(fit.body, FLOOR) * (0.8 if _tight(fit) else 1.0))
    return Style(size, size * (1.22 if _tight(fit) else 1.32))


def _contact(route: Any, fit: Fit) -> Style:
    """Numbers are largest; an address or a sentence is as large as a name."""
    if route.kind in {"number", "text"} and len(route.contact) <= 16:
        size = NUMBER.size * min(1.0, fit.body / 40)
        return Style(size, size * 1.2, bold=True, align="right")
    size = _firm(fit.lead * 0.88, fit)
    return Style(size, size * 1.25, bold=True, align="right")


def _words(route: Any) -> str:
    """Whom it is for; hours that are sure are among these words, so that a board stays short."""
    return str(route.who)


def _split(route: Any, width: float, fit: Fit) -> tuple[float, float]:
    """Part a board's width between its name and its contact."""
    inner = width - 38 - _POINT - 30
    if not route.contact:
        return inner, 0.0
    style = _contact(route, fit)
    most = inner * (0.36 if route.kind == "person" else 0.5)
    right = min(most, words.natural_width(inline(route.contact), style, inner) + 4)
    return inner - right - 28, right


def _row(route: Any, width: float, fit: Fit) -> float:
    left, right = _split(route, width, fit)
    one = words.height(inline(route.name), _name(fit), left)
    two = words.height(inline(_words(route)), _about(fit), left)
    three = words.height(inline(route.contact), _contact(route, fit), right) if right else 0.0
    return max(one + two, three) + 10 + 20 * fit.gap + _FOOT


def _gap(fit: Fit) -> float:
    return 2 + 22 * fit.gap


def _width(index: int, width: float) -> float:
    return width if index == 0 else width - 66


def need(block: HelpRoutes, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of every board, the words before them and the head of the post."""
    rows = [_row(route, _width(i, width), fit) for i, route in enumerate(routes_of(block, setting.look))]
    said = words.height(inline(block.intro), fit.style("body"), width) + 14 * fit.gap if block.intro else 0.0
    return said + 24 + sum(rows) + _gap(fit) * max(0, len(rows) - 1) + 14


def draw(block: HelpRoutes, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the words before the routes, the post, and a board a route."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces: list[Piece] = []
    if block.intro:
        tall = min(words.measured(inline(block.intro), fit.style("body"), area.w)[0], area.h * 0.4)
        place = Area(area.x, area.y, area.w, tall)
        said = words_at(place, inline(block.intro), fit.style("body"), setting.ink.text)
        pieces.append(Piece("intro", place, (said,)))
        used = tall + 14 * fit.gap
        area = Area(area.x, area.y + used, area.w, max(1.0, area.h - used))
    return pieces + boards(routes_of(block, setting.look), setting, area, fit)


def boards(routes: Sequence[Any], setting: Setting, area: Area, fit: Fit) -> list[Piece]:
    """Draw the post and a board a route in all of an area."""
    if not routes:
        return []
    post = Area(area.x + 26, area.y, 30, area.h)
    wood = setting.ink.ledge if setting.ink.dark else _WOOD
    pieces = [Piece("post", post, (Box(post, wood, radius=10),))]
    inner = Area(area.x - 4, area.y + 24, area.w + 4, max(1.0, area.h - 38))
    needs = [_row(route, _width(i, inner.w), fit) for i, route in enumerate(routes)]
    heights = kit.share_out(needs, inner.h, _gap(fit), 56)
    for index, (route, place) in enumerate(zip(routes, kit.stacked(inner, heights, _gap(fit)), strict=True)):
        board = Area(place.x, place.y, _width(index, place.w), place.h)
        pieces.append(Piece(f"route:{index}", board, _board(route, index, setting, board, fit)))
    return pieces


def _board(route: Any, index: int, setting: Setting, board: Area, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    colour = _COLOURS[(index - 1) % len(_COLOURS)]
    fill, edge, text = token(f"tint.{colour}"), token(f"palette.{colour}"), ink.text
    if index == 0:
        fill, edge, text = ink.help, ink.help_edge, ink.on_help
    elif ink.dark:
        fill, edge = ink.card, ink.plate_edge
    front = Area(board.x, board.y, board.w, board.h - _FOOT)
    back = Area(board.x, board.y + _FOOT, board.w, board.h - _FOOT)
    shape: list[Op] = [
        Shape(back, _outline(back), edge),
        Shape(front, _outline(front.inset(1.5) if ink.dark else front), fill, edge if ink.dark else "", 3.0),
    ]
    left, right = _split(route, board.w, fit)
    inner = Area(board.x + 38, front.y + 6, left, front.h - 12)
    one = words.measured(inline(route.name), _name(fit), left)[0]
    two = words.measured(inline(_words(route)), _about(fit), left)[0]
    scale = min(1.0, inner.h / max(1.0, one + two))
    top = inner.y + (inner.h - (one + two) * scale) / 2
    shape.append(words_at(Area(inner.x, top, left, one * scale), inline(route.name), _name(fit), text))
    shape.append(
        words_at(
            Area(inner.x, top + one * scale, left, two * scale), inline(_words(route)), _about(fit), text
        )
    )
    if right:
        place = Area(board.right - _POINT - 4 - right, inner.y, right, inner.h)
        shape.append(words_at(place, inline(route.contact), _contact(route, fit), text, middle=True))
    return tuple(shape)


def _outline(area: Area) -> QPainterPath:
    """Give a board whose right end points the way."""
    path = QPainterPath()
    tip, shoulder, r = area.right, area.right - _POINT * 0.72, 12.0
    middle = area.y + area.h / 2
    slope = (tip - shoulder) / (area.h / 2)
    path.moveTo(area.x + r, area.y)
    path.lineTo(shoulder - 20, area.y)
    path.quadTo(shoulder, area.y, shoulder + 18 * slope, area.y + 18)
    path.lineTo(tip, middle)
    path.lineTo(shoulder + 18 * slope, area.bottom - 18)
    path.quadTo(shoulder, area.bottom, shoulder - 20, area.bottom)
    path.lineTo(area.x + r, area.bottom)
    path.quadTo(area.x, area.bottom, area.x, area.bottom - r)
    path.lineTo(area.x, area.y + r)
    path.quadTo(area.x, area.y, area.x + r, area.y)
    path.closeSubpath()
    return path


KIND = Kind(need, draw, stretch=True, wide=True)
