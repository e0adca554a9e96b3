"""What is cut out of worksheets: cards, a row at a time, and slips for the question box."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rse_lessons.printing.document import Card, Cards, Slips
from rse_lessons.ui.paper.flow import Drawn, Thing
from rse_lessons.ui.paper.strokes import SIGN, dashed, letter, rule, say
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.drawing import Area, Image
from rse_lessons.ui.slide.look import Style
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.pictures import PictureStore

LONG, VERY_LONG = 55, 260
"""From so many characters on, cards stand two in a row, and one."""
PICTURE = 0.62
"""The height of a card's picture, as a share of its width."""
LEAST = 0.55
"""A card's words are set smaller down to this share, where they are too many for a sheet."""


def _cards(part: Cards, sheet: Sheet, pictures: PictureStore) -> Iterator[Thing]:
    """Give rows of cards; a row is never parted, and all stay on one sheet where they fit."""
    longest = max((len(card.text) for card in part.cards), default=0)
    count = 1 if longest > VERY_LONG else 2 if longest > LONG or len(part.cards) in (2, 4) else 3
    wide = sheet.wide / count
    rows: list[Drawn] = []
    for start in range(0, len(part.cards), count):
        row = part.cards[start : start + count]
        face = _fitted(row, wide, sheet)
        tall = max(_card_height(card, wide, face, sheet) for card in row)
        gap = 0.0 if rows else sheet.points(14)
        # Rows stand edge to edge: one cut parts two of them.
        rows.append(Drawn(tall, _card_row(row, wide, tall, face, sheet, pictures), gap))
    together = sum(row.height for row in rows) <= sheet.tall
    for number, drawn in enumerate(rows, 1):
        yield replace(drawn, keep=together and number < len(rows))


def _fitted(row: Sequence[Card], wide: float, sheet: Sheet) -> Style:
    """Give type in which each card of a row is no taller than a sheet."""
    face = sheet.style(12, 1.4, align="left")
    share = 1.0
    while share > LEAST and max(_card_height(card, wide, face, sheet) for card in row) > sheet.tall:
        share -= 0.05
        face = replace(face, size=round(12 * 10 * sheet.scale * share), line=round(168 * sheet.scale * share))
    return face


def _pad(sheet: Sheet) -> float:
    return sheet.points(9)


def _indent(card: Card, sheet: Sheet) -> float:
    return sheet.points(SIGN + 8) if card.sign else 0.0


def _words_height(card: Card, wide: float, face: Style, sheet: Sheet) -> float:
    if not card.text:
        return face.line
    inner = wide - 2 * _pad(sheet) - _indent(card, sheet)
    return words.measured(inline(card.text), face, inner)[0]


def _picture_height(card: Card, wide: float) -> float:
    return wide * PICTURE if card.picture is not None else 0.0


def _card_height(card: Card, wide: float, face: Style, sheet: Sheet) -> float:
    said = max(_words_height(card, wide, face, sheet), sheet.points(SIGN))
    return max(said + _picture_height(card, wide) + 2 * _pad(sheet), sheet.points(56))


def _card_row(  # noqa: PLR0917  all of what is drawn
    row: Sequence[Card], wide: float, tall: float, face: Style, sheet: Sheet, pictures: PictureStore
) -> Callable[[QPainter, float, float], None]:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for index, card in enumerate(row):
            place = QRectF(x + index * wide, y, wide, tall)
            dashed(painter, place, sheet)
            _card(painter, card, place, face, sheet, pictures)

    return draw


def _card(  # noqa: PLR0917  all of what is drawn
    painter: QPainter, card: Card, place: QRectF, face: Style, sheet: Sheet, pictures: PictureStore
) -> None:
    pad, top = _pad(sheet), place.y()
    if card.picture is not None:
        tall = _picture_height(card, place.width())
        spot = Area(place.x() + pad, top + pad, place.width() - 2 * pad, tall - pad)
        _draw_picture(painter, card, spot, sheet, pictures)
        top += tall
    room = place.bottom() - top
    middle = top + room / 2
    if card.sign:
        letter(painter, card.sign, place.x() + pad, middle, sheet)
    left = place.x() + pad + _indent(card, sheet)
    said = _words_height(card, place.width(), face, sheet)
    say(
        painter,
        inline(card.text),
        face,
        QRectF(left, middle - said / 2, place.right() - pad - left, said),
        sheet,
    )


def _draw_picture(painter: QPainter, card: Card, spot: Area, sheet: Sheet, pictures: PictureStore) -> None:
    """Draw a card's picture whole, or say what it would show."""
    picture = card.picture
    survey = pictures.survey(picture.path) if picture is not None and picture.path is not None else None
    if picture is None or picture.path is None or survey is None:
        said = inline(picture.description) if picture else ""
        say(painter, said, sheet.style(8), QRectF(spot.x, spot.y, spot.w, spot.h), sheet)
        return
    across = min(spot.w, spot.h * survey.aspect)
    down = across / survey.aspect
    area = Area(spot.x + (spot.w - across) / 2, spot.y + (spot.h - down) / 2, across, down)
    pictures.draw(painter, Image(area, picture.path, area, radius=60))


def _slips(part: Slips, sheet: Sheet, _pictures: PictureStore) -> Iterator[Thing]:
    """Give slips, two in a row, to be cut apart and folded."""
    wide, pad = sheet.wide / 2, sheet.points(10)
    said = words.measured(inline(part.text), sheet.style(10.5, 1.4), wide - 2 * pad)[0]
    tall = max(sheet.tall * 0.24, said + sheet.points(84))

    def draw(painter: QPainter, x: float, y: float) -> None:
        for column in range(2):
            place = QRectF(x + column * wide, y, wide, tall)
            dashed(painter, place, sheet)
            inner = QRectF(place.x() + pad, place.y() + pad, wide - 2 * pad, said)
            say(painter, inline(part.text), sheet.style(10.5, 1.4), inner, sheet)
            line = inner.bottom() + sheet.points(26)
            while line < place.bottom() - pad:
                rule(painter, inner.x(), line, inner.width(), sheet)
                line += sheet.points(24)

    for row in range(-(-part.count // 2)):
        yield Drawn(tall, draw, sheet.points(0 if row else 12))


MAKERS: Mapping[type[Any], Callable[[Any, Sheet, PictureStore], Iterator[Thing]]] = {
    Cards: _cards,
    Slips: _slips,
}
