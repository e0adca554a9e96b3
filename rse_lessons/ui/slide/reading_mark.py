"""The mark on a sentence that is being read aloud: found among a scene's words, drawn over them.

It is an item of its own over the slide, so a scene knows nothing of it. The words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.drawing import Piece, Words
from rse_lessons.ui.slide.look import Inks
from rse_lessons.ui.slide.scene import SlideScene

SHARE = 0.3
"""How much of a sentence the words on the slide are at least, unless it begins with them."""
BAR = 5.0
"""Height of the bar under a line."""
_ABOVE = 9.0
"""Over the slide's words, and under what is held or drawn over them."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words of a slide that are being read, from one character to another."""

    piece: Piece
    words: Words
    start: int
    end: int


def lines_read(scene: SlideScene, sentence: str, nth: int = 0) -> tuple[QRectF, ...]:
    """Find where a sentence stands on a slide, a rectangle for each line; empty where it is not shown.

    `nth` says which place, counted from 0, where it stands in several.
    """
    shown = [(piece, op) for piece in scene.pieces for op in piece.ops if isinstance(op, Words)]
    whole = [hit for piece, op in shown for hit in _holding(piece, op, sentence)]
    if whole:
        hits: Sequence[_Hit] = [whole[min(nth, len(whole) - 1)]]
    else:
        hits = _parts(shown, sentence)
    return tuple(place for hit in hits for place in _lines(hit))


def _pattern(text: str) -> re.Pattern[str] | None:
    """Make a pattern for words with whatever room between them, that does not begin or end inside a word."""
    found = r"\s+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<!\w){found}(?!\w)", re.IGNORECASE) if found else None


def _holding(piece: Piece, op: Words, sentence: str) -> Iterator[_Hit]:
    """Give the places where words hold the whole sentence."""
    pattern = _pattern(sentence)
    if pattern is not None:
        for found in pattern.finditer(_plain(op)):
            yield _Hit(piece, op, found.start(), found.end())


def _parts(shown: Sequence[tuple[Piece, Words]], sentence: str) -> list[_Hit]:
    """Give the words that the sentence is put together from, as a help route's name and number are.

    The longest leads, and the others are of its piece.
    """
    found = []
    for piece, op in shown:
        text = _plain(op)
        pattern = _pattern(text)
        at = pattern.search(sentence) if pattern and any(map(str.isalnum, text)) else None
        # A letter may stand before it, as before the options of a quiz.
        if at is not None and (at.start() <= 3 or len(text) >= SHARE * len(sentence)):
            found.append(_Hit(piece, op, 0, len(text)))
    if not found:
        return []
    lead = max(found, key=lambda hit: hit.end)
    return [lead, *_others(shown, lead, sentence)]


def _others(shown: Sequence[tuple[Piece, Words]], lead: _Hit, sentence: str) -> Iterator[_Hit]:
    for piece, op in shown:
        pattern = _pattern(_plain(op))
        if piece is lead.piece and op is not lead.words and pattern and pattern.search(sentence):
            yield _Hit(piece, op, 0, len(_plain(op)))


def _plain(op: Words) -> str:
    made, _ = words.document(op.text, op.style, max(1.0, op.area.w))
    return words.plain_of(made)


def _lines(hit: _Hit) -> Iterator[QRectF]:
    """Give a rectangle for each line that holds some of the words."""
    area = hit.words.area
    made, _ = words.document(hit.words.text, hit.words.style, max(1.0, area.w))
    for position, line in words.lines_of(made):
        start = max(hit.start - position, line.textStart())
        end = min(hit.end - position, line.textStart() + line.textLength())
        if start < end:
            # PySide6 gives the place with the cursor's own, which Qt may have moved.
            left, right = (_x(line.cursorToX(at)) for at in (start, end))
            top = made.findBlock(position).layout().position().y() + line.y()
            yield QRectF(area.x + min(left, right), area.y + top, abs(right - left), line.height())


def _x(place: object) -> float:
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]


class ReadingMark(QGraphicsItem):
    """A tint over the lines being read, and a bar under each: it is seen without telling colours apart."""

    def __init__(self, places: Sequence[QRectF], ink: Inks) -> None:
        super().__init__()
        self.places = tuple(place.adjusted(-8, 0, 8, 0) for place in places)
        self._ink = ink
        self.setZValue(_ABOVE)

    def boundingRect(self) -> QRectF:
        """Give what all lines take."""
        whole = QRectF()
        for place in self.places:
            whole = whole.united(place)
        return whole

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw it. Multiplied on a light slide or added on a dark one, the tint leaves words as they are."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mode, dark = QPainter.CompositionMode, self._ink.dark
        bar = QColor(self._ink.focus)
        tint = QColor(bar)
        tint.setAlpha(90 if dark else 48)
        for place in self.places:
            painter.setCompositionMode(mode.CompositionMode_Plus if dark else mode.CompositionMode_Multiply)
            painter.fillRect(place, tint)
            painter.setCompositionMode(mode.CompositionMode_SourceOver)
            painter.fillRect(QRectF(place.left(), place.bottom() - BAR, place.width(), BAR), bar)
