"""Breaks a text into lines with some of its phrases marked, so that each can be pressed where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from rse_lessons.ui.widgets.paint import advance, broken

_SPACES = re.compile(r"[ \t]+")


class Part(NamedTuple):
    """Some letters of one word."""

    words: str
    phrase: str
    """The id of the phrase that they belong to; empty for the rest of the text."""


@dataclass(slots=True)
class Piece:
    """Words on one line that belong together."""

    words: str
    phrase: str
    rect: QRectF = field(default_factory=QRectF)


class Measure(NamedTuple):
    """How the text is set: its font, where lines begin and end, and how far apart they are, in px."""

    font: QFont
    left: float
    right: float
    top: float
    apart: float
    high: float


def words_of(text: str, phrases: Mapping[str, str]) -> list[list[list[Part]]]:
    """Give paragraphs of words, each word in its parts.

    A phrase lies where the text has it first. One that the text has not stands in a paragraph of its own:
    the checker names it, and the question can still be answered.
    """
    found: list[tuple[int, int, str]] = []
    lost = []
    for id_, phrase in phrases.items():
        place = _free_place(text, phrase, found)
        if place is None:
            lost.append([[Part(word, id_)] for word in _SPACES.split(phrase)])
        else:
            found.append((place, place + len(phrase), id_))
    paragraphs: list[list[list[Part]]] = [[]]
    at, fresh = 0, True
    for start, end, id_ in [*sorted(found), (len(text), len(text), "")]:
        for letters, phrase in ((text[at:start], ""), (text[start:end], id_)):
            for piece in re.findall(r"\s+|\S+", letters):
                if piece.isspace():
                    fresh = True
                    if "\n" in piece and paragraphs[-1]:
                        paragraphs.append([])
                    continue
                if fresh or not paragraphs[-1]:
                    paragraphs[-1].append([])
                paragraphs[-1][-1].append(Part(piece, phrase))
                fresh = False
        at = end
    return [paragraph for paragraph in (*paragraphs, *lost) if paragraph]


def _free_place(text: str, phrase: str, taken: Iterable[tuple[int, int, str]]) -> int | None:
    place = text.find(phrase) if phrase else -1
    while place >= 0:
        if all(place + len(phrase) <= start or place >= end for start, end, _id in taken):
            return place
        place = text.find(phrase, place + 1)
    return None


def lines_of(paragraphs: list[list[list[Part]]], measure: Measure) -> tuple[list[Piece], float]:
    """Set the words; give what lies where, and the y below the last line."""
    font, space = measure.font, advance(" ", measure.font)
    pieces: list[Piece] = []
    y = measure.top
    for number, paragraph in enumerate(paragraphs):
        if number:
            y += measure.apart * 1.25
        x = measure.left
        for word in paragraph:
            long = sum(advance(part.words, font) for part in word)
            if x > measure.left and x + long > measure.right:
                x, y = measure.left, y + measure.apart
            begins = True
            before = pieces[-1].phrase if pieces else ""
            for part in word:
                if part.phrase != before and x > measure.left:
                    x += space * (0.6 if begins else 0.3)  # room for the edge that a phrase gets
                before = part.phrase
                # A word longer than a line goes on in the next; all others are one line here.
                for turn, letters in enumerate(broken(part.words, font, measure.right - x)):
                    if turn:
                        x, y = measure.left, y + measure.apart
                    wide = advance(letters, font)
                    joins = pieces[-1] if begins and x > measure.left and pieces else None
                    if joins is not None and joins.phrase == part.phrase:
                        joins.words += f" {letters}"
                        joins.rect.setRight(x + wide)
                    else:
                        pieces.append(Piece(letters, part.phrase, QRectF(x, y, wide, measure.high)))
                    x += wide
                    begins = False
            x += space
    return pieces, y + measure.high
