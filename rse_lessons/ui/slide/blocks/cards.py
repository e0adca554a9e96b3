"""Cards in a grid: an ink edge, thicker below like board, a picture if there is one, and a line of words."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from rse_lessons.lesson.model import Option
from rse_lessons.ui.slide import plates, words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, Inks
from rse_lessons.ui.slide.markup import inline

_FOOT = 6.0
_EDGE = 3.0
_MOST = 8
_NARROW = 110.0
"""A card narrower than this has no room for a word."""
_SIGN = 58.0
_PICTURE = 0.72
"""Height of a card's picture, as a share of its width."""
_WIDE = 380.0
"""From this width on, a card's picture stands beside its words."""
_SHARE = 0.42
"""The share of such a card that its picture takes."""
_TALLEST = 1.0
"""Up to this height, in its width, a picture fills the side of a card; then its own sides would be lost."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards in rows of `columns`, and the height of each row."""

    columns: int
    rows: tuple[float, ...]
    gap: float

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.rows) + self.gap * max(0, len(self.rows) - 1)


def _gap(fit: Fit) -> float:
    return 8 + 14 * fit.gap


def _pad(fit: Fit) -> float:
    return 12 + 10 * fit.gap


def _words(option: Option, width: float, fit: Fit, lettered: bool) -> float:
    style = fit.style("body", align="centre")
    inner = width - 2 * _pad(fit) - (_SIGN if lettered else 0.0)
    return words.height(inline(option.text), style, inner) + 2 * (4 + 8 * fit.gap) + _FOOT + _EDGE


def _picture(width: float, fit: Fit) -> float:
    return min(width * _PICTURE, 190.0 * max(0.4, fit.picture)) * (0.6 + 0.4 * fit.gap)


def _side(option: Option, width: float) -> float:
    """Give the width of a picture beside the words, on a card that is wide enough for both."""
    return width * _SHARE if option.picture and width >= _WIDE else 0.0


def need(option: Option, width: float, fit: Fit, *, lettered: bool = False) -> float:
    """Give the height of one card."""
    side = _side(option, width)
    said = _words(option, width - side, fit, lettered)
    if side:
        return max(said, side * _PICTURE * (0.6 + 0.4 * fit.gap) + _FOOT + 2 * _EDGE)
    return said + (_picture(width, fit) if option.picture else 0.0)


def grid(
    cards: Sequence[Option], width: float, fit: Fit, *, lettered: bool = False, most: int = _MOST
) -> Grid:
    """Find the number of columns, up to `most`, that takes the least height.

    The last row is about as full as the others.
    """
    return _grid(tuple(cards), width, fit, lettered, most)


@lru_cache(maxsize=1024)
def _grid(cards: tuple[Option, ...], width: float, fit: Fit, lettered: bool, most: int) -> Grid:
    best: Grid | None = None
    gap = _gap(fit)
    for count in sorted({-(-len(cards) // rows) for rows in range(1, len(cards) + 1)}):
        if count > most:
            break
        wide = (width - gap * (count - 1)) / count
        if wide < _NARROW and best is not None:
            break
        enough = best.height - 1 if best is not None else math.inf
        rows = _rows(cards, count, partial(need, width=wide, fit=fit, lettered=lettered), gap, enough)
        if rows:
            best = Grid(count, rows, gap)
    return best or Grid(1, (), gap)


def _rows(
    cards: Sequence[Option], count: int, tall: Callable[[Option], float], gap: float, enough: float
) -> tuple[float, ...]:
    """Give the heights of the rows; none as soon as they take as much as is `enough`."""
    starts = range(0, len(cards), count)
    gaps = gap * max(0, len(starts) - 1)
    rows: list[float] = []
    for start in starts:
        rows.append(max(map(tall, cards[start : start + count])))
        if sum(rows) + gaps >= enough:
            return ()
    return tuple(rows)


def draw(
    cards: Sequence[Option],
    setting: Setting,
    area: Area,
    fit: Fit,
    *,
    most: float = 60.0,
    letters: bool = False,
    bare: Collection[str] = (),
) -> list[Piece]:
    """Draw cards in their grid, rows growing by up to `most` where there is room.

    Of the cards in `bare` the place of the letter is left empty.
    """
    found = grid(cards, area.w, fit, lettered=letters)
    heights = kit.share_out(found.rows, area.h, found.gap, most)
    wide = (area.w - found.gap * (found.columns - 1)) / found.columns
    pieces = []
    for at, row in enumerate(kit.stacked(area, heights, found.gap)):
        line = cards[at * found.columns : (at + 1) * found.columns]
        used = wide * len(line) + found.gap * (len(line) - 1)
        x = row.x + (row.w - used) / 2
        for index, card in enumerate(line):
            place = Area(x + index * (wide + found.gap), row.y, wide, row.h)
            sign = kit.LETTERS[(at * found.columns + index) % 26] if letters else ""
            ops = face(card, setting, place, fit, " " if letters and card.id in bare else sign)
            pieces.append(Piece(f"card:{card.id}", place, ops))
    return pieces


def face(
    card: Option, setting: Setting, place: Area, fit: Fit, sign: str = "", *, held: bool = False
) -> tuple[Op, ...]:
    """Draw one card; one that is held has a wider edge in the colour of the keyboard's ring."""
    ink = setting.ink
    edge = ink.focus if held else ink.thick
    wide = 2 * _EDGE if held else _EDGE
    ops: list[Op] = [Box(place, ink.card, edge, wide, 12, foot=_FOOT, foot_fill=edge)]
    spot, inner = _parts(card, place, fit, bool(sign))
    if card.picture is not None and spot is not None:
        ops += plates.picture_ops(card.picture, spot, setting, 9.0, small=True)
    pad = _pad(fit)
    left = pad - _EDGE + (_SIGN if sign else 0.0)
    said = Area(inner.x + left, inner.y + 2, inner.w - left - pad + _EDGE, inner.h - 4)
    style = fit.style("body", align="left" if sign else "centre")  # beside a letter, as options stand
    ops.append(words_at(said, inline(card.text), style, ink.text, middle=True))
    if sign.strip():
        ops += kit.letter(_sign_in(inner), sign, ink.tint, ink.text, ink.plate_edge)
    return tuple(ops)


def _sign_in(inner: Area) -> Area:
    size = min(max(30.0, min(46.0, inner.h - 8)), inner.h)
    return Area(inner.x + 10, inner.y + (inner.h - size) / 2, size, size)


def sign_place(card: Option, place: Area, fit: Fit) -> Area:
    """Give where the letter of a card stands."""
    return _sign_in(_parts(card, place, fit, True)[1])


def _parts(card: Option, place: Area, fit: Fit, lettered: bool) -> tuple[Area | None, Area]:
    """Part a card into the area of its picture, beside its words or above them, and that of its words."""
    inner = Area(place.x + _EDGE, place.y + _EDGE, place.w - 2 * _EDGE, place.h - 2 * _EDGE - _FOOT)
    if card.picture is None:
        return None, inner
    side = min(_side(card, place.w), inner.h / _PICTURE)
    if side:
        beside = Area(inner.x + side, inner.y, inner.w - side, inner.h)
        tall = inner.h if inner.h <= side * _TALLEST else side * _PICTURE
        return Area(inner.x, inner.y + (inner.h - tall) / 2, side, tall), beside
    tall = max(1.0, inner.h - (_words(card, place.w, fit, lettered) - _FOOT - _EDGE))
    tall = min(tall, inner.h * 0.75)
    return Area(inner.x, inner.y, inner.w, tall), Area(inner.x, inner.y + tall, inner.w, inner.h - tall)


def empty(place: Area, ink: Inks) -> Box:
    """Draw the place of a card that is not there yet."""
    return Box(place, "", ink.edge, 3.0, 12, dashed=True)
