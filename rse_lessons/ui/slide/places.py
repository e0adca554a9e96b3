"""The places of cards in words: "Ask first", "place 3", "the line, close to “Agree”". Nothing here draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson import model
from rse_lessons.lesson.arranging import diamond_rows
from rse_lessons.presenting.boards import STOPS
from rse_lessons.presenting.placing import WAITING
from rse_lessons.ui.slide.lines import words_of


def place_words(block: Any, place: str) -> str:
    """Name a place of a board, as it stands in the middle of a sentence."""
    if place == WAITING:
        return tr("the cards that wait")
    return _NAMES[type(block)](block, place)


def card_words(option: model.Option) -> str:
    """Name a card: its words, or what its picture shows."""
    return words_of(option.text) or (option.picture.description if option.picture else "")


def _tray(block: model.Sort, place: str) -> str:
    return next((words_of(column.text) for column in block.columns if column.id == place), place)


def _stone(_block: model.Order, place: str) -> str:
    return tr("place {number}").format(number=place)


def _stop(block: model.Line, place: str) -> str:
    """Name a stop by the end that it is nearer to, so that each step along the line is heard."""
    number, middle = int(place), STOPS // 2 + 1
    steps = abs(number - middle)
    if steps == 0:
        return tr("the line, in the middle")
    near = {
        1: tr("the line, a little nearer to “{end}”"),
        2: tr("the line, nearer to “{end}”"),
        3: tr("the line, close to “{end}”"),
    }.get(steps, tr("the line, at “{end}”"))
    return near.format(end=words_of(block.ends[0 if number < middle else 1]))


def _slot(block: model.Diamond, place: str) -> str:
    left = int(place)
    sizes = diamond_rows(len(block.cards))
    for row, size in enumerate(sizes, 1):
        if left <= size:
            if size > 1:
                return tr("row {row} of {rows}, place {number}").format(row=row, rows=len(sizes), number=left)
            if row == 1:
                return tr("the top, where it matters most")
            return tr("the foot, where it matters least")
        left -= size
    return place


_NAMES: Mapping[type[Any], Callable[[Any, str], str]] = {
    model.Sort: _tray,
    model.Order: _stone,
    model.Line: _stop,
    model.Diamond: _slot,
}
