"""Words set in type: text documents measured, drawn and kept.

Words in two languages are one document of two runs, the second under the first.

Documents are kept by their words, style and width, so that a fit that was measured is drawn at no further
cost and a change of state sets only what is new. Colour is chosen when drawing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)

from rse_lessons.ui.compounds import LAST, bound, freed, held
from rse_lessons.ui.slide.look import READABLE, Style, softer
from rse_lessons.ui.slide.markup import plain
from rse_lessons.ui.slide.tongues import SMALL, TWIN, name_of, own, parted
from rse_lessons.ui.theme import FAMILY

TOO_LONG = 5_000.0
"""Added to the height of words of which one does not fit the width, so that a smaller step is taken."""
_SMALLER = 0.72
"""The share of the first language's size that the second has where it is small."""
_HELD = 21
"""Above this size, on slides, short compounds stay on one line."""
_SHORT = 4
"""So many letters, with its full stop, the last word of a text has at most that is held to the one before."""
_NAME = 20.0
"""The least size of the name of a language; like the page's number it is not for the back of the room."""
_PIECE = "[“‘’]*+[0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f’]*+[.,;:?!]*+[”’]*+"
_SIMPLE = re.compile(f"{_PIECE}(?:[ \u00a0\u2011]{_PIECE})*+")
"""Words with one space between them, and nothing in them at which a line could end."""
_NEAR = 4.0
"""So near to the end of a line only a document knows whether a word is still on it."""
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


@lru_cache(maxsize=64)
def font(size: float, bold: bool) -> QFont:
    """Give Andika at `size` units, shaped alike at every scale."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size)))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A joined fi is harder for those who learn to read, and is lost when words are copied out of a PDF.
    made.setFeature(QFont.Tag("liga"), 0)
    return made


@lru_cache(maxsize=64)
def _metrics(size: float, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold))


@lru_cache(maxsize=2048)
def advance(text: str, size: float, bold: bool) -> float:
    """Give the length of plain words on one line."""
    return _metrics(size, bold).horizontalAdvance(text)


@lru_cache(maxsize=256)
def second_style(style: Style, sign: str) -> Style:
    """Give the style of the second language under words of `style`: as large, or smaller and never bold.

    Words that can be read from the back of the room stay so.
    """
    if sign != SMALL:
        return style
    size = max(min(style.size, READABLE), style.size * _SMALLER)
    return replace(style, size=size, line=style.line * size / style.size, bold=False)


def runs(text: str, style: Style) -> tuple[tuple[str, Style], ...]:
    """Give each language's words with their style; names of languages are left out."""
    first, sign, second = parted(text)
    if sign in ("", TWIN):
        return ((name_of(first)[0], style),)
    return (name_of(first)[0], style), (name_of(second)[0], second_style(style, sign))


class Document(QTextDocument):
    """Words set in type."""

    def __init__(self) -> None:
        super().__init__()
        self.soft: list[tuple[int, int]] = []
        """Where what is softer than the rest begins and ends."""


def _is_held(style: Style) -> bool:
    """Say whether words of this look have pieces that stay on one line: large ones, and not on paper."""
    return style.size > _HELD and not style.printed


@lru_cache(maxsize=64)
def document(text: str, style: Style, width: float) -> tuple[Document, bool]:
    """Set inline HTML in lines of `width`; also say whether a word had to be broken."""
    text = own(text)
    made = Document()
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setDefaultFont(font(style.size, style.bold))
    option = QTextOption(_ALIGN[style.align])
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    made.setDefaultTextOption(option)
    if _is_held(style):
        text = held(text)
    first, sign, second = parted(text)
    words, name = name_of(first)
    words = _set(words, style)
    if "<" in words or "&" in words:
        made.setHtml(words)
    else:
        made.setPlainText(words)
    lines = QTextBlockFormat()
    lines.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(made)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
    if name:
        _add_name(made, name, style)
    if sign:
        _add_second(made, second, second_style(style, sign), soft=sign == SMALL)
    made.setTextWidth(width)
    broken = made.size().width() > width + 0.5
    if broken:
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(option)
        made.setTextWidth(width)
    return made, broken


def _set(words: str, style: Style) -> str:
    """Give plain words with what stays on one line of a slide."""
    if not _is_held(style):
        return words
    return bound(words, LAST if style.bold else _SHORT)


def _add_name(made: Document, name: str, style: Style) -> None:
    """Put the name of a language, small, behind the last word."""
    looks = QTextCharFormat()
    looks.setFont(font(max(_NAME, style.size * 0.5), False))
    cursor = QTextCursor(made)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    start = cursor.position()
    cursor.insertText(f" \u2002{name}", looks)
    made.soft.append((start, cursor.position()))


def _add_second(made: Document, text: str, style: Style, *, soft: bool) -> None:
    """Put the second language under the first."""
    words, name = name_of(text)
    words = _set(words, style)
    lines = QTextBlockFormat()
    lines.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    looks = QTextCharFormat()
    looks.setFont(font(style.size, style.bold))
    cursor = QTextCursor(made)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(lines, looks)
    start = cursor.position()
    if "<" in words or "&" in words:
        # Emphasis of the words goes over the run's own size and weight.
        weight = "bold" if style.bold else "normal"
        size = max(1, round(style.size))
        cursor.insertHtml(f'<span style="font-size:{size}px; font-weight:{weight}">{words}</span>')
        cursor.mergeBlockFormat(lines)
    else:
        cursor.insertText(words, looks)
    if soft:
        made.soft.append((start, cursor.position()))
    if name:
        _add_name(made, name, style)


@lru_cache(maxsize=2048)
def measured(text: str, style: Style, width: float) -> tuple[float, bool]:
    """Give the height of the words, and whether one of them had to be broken."""
    if not text:
        return 0.0, False
    if TWIN in text:
        here, _, there = parted(text)
        one, other = measured(here, style, width), measured(there, style, width)
        return max(one[0], other[0]), one[1] or other[1]
    if (tall := _tall(text, style, width)) is not None:
        return tall, False
    made, broken = document(text, style, max(1.0, width))
    return made.size().height(), broken


def _tall(text: str, style: Style, width: float) -> float | None:
    """Give the height of plain words by their lengths alone; None where only a document can tell."""
    if "<" in text or "&" in text or any(name_of(part)[1] for part in (*parted(text)[::2],)):
        return None
    found = runs(text, style)
    if all(advance(words, each.size, each.bold) < width - 1 for words, each in found):
        return sum(each.line for _, each in found)  # most words stand on one line
    tall = 0.0
    for words, each in found:
        count = _count(_lengths(words, each, _is_held(style)), width)
        if not count:
            return None
        tall += count * int(each.line * 64) / 64  # a document counts in parts of 64
    return tall


@lru_cache(maxsize=512)
def _lengths(words: str, style: Style, hold: bool) -> tuple[float, ...]:
    """Give the length of a space, then of each word; empty where lines may end elsewhere than at spaces."""
    words = _set(held(words) if hold else words, style)
    if not _SIMPLE.fullmatch(words):
        return ()
    return tuple(advance(word, style.size, style.bold) for word in (" ", *words.split(" ")))


def _count(lengths: Sequence[float], width: float) -> int:
    """Give how many lines words of these lengths take; 0 where it is too near to be sure."""
    if not lengths:
        return 0
    space, *words = lengths
    count, x = 1, -space
    for length in words:
        x += space + length
        if x > width - _NEAR:
            if x < width + _NEAR or length > width - _NEAR:
                return 0
            count, x = count + 1, length
    return count


def _whole(text: str, style: Style, width: float) -> bool:
    return all(advance(word, style.size, style.bold) <= width + 1 for word in text.split(" "))


@lru_cache(maxsize=4096)
def height(text: str, style: Style, width: float) -> float:
    """Give the height that words need; far too much when one of them is longer than the line."""
    if TWIN in text:
        here, _, there = parted(text)
        return max(height(here, style, width), height(there, style, width))
    if style.size > 21 and "<" not in text and not all(_whole(*run, width) for run in runs(text, style)):
        return style.line + TOO_LONG
    tall, broken = measured(text, style, width)
    return tall + TOO_LONG if broken and style.size > 21 else tall


def lines_of(made: QTextDocument) -> Sequence[tuple[int, QTextLine]]:
    """Give every line with the place of its block in the document."""
    found = []
    block = made.begin()
    while block.isValid():
        layout = block.layout()
        found += [(block.position(), layout.lineAt(i)) for i in range(layout.lineCount())]
        block = block.next()
    return found


def balanced(text: str, style: Style, width: float) -> float:
    """Give a narrower width at which words take as many lines, so that no word stands alone in the last."""
    text = own(text)
    found = runs(text, style)
    if len(found) > 1 or found[0][0] != text:
        return max(balanced(words, each, width) for words, each in found)
    count = round(measured(text, style, width)[0] / style.line)
    if not 1 < count < 5 or "<" in text or "&" in text:
        return width
    even = advance(text, style.size, style.bold) / count
    longest, least = (
        max(advance(word, style.size, style.bold) for word in said.split(" "))
        for said in (text, _set(text, style))
    )
    for wide in (even + longest * 0.5, even + longest):
        if least < wide < width and round(measured(text, style, wide)[0] / style.line) == count:
            return wide
    return width


@lru_cache(maxsize=1024)
def natural_width(text: str, style: Style, width: float) -> float:
    """Give the width that the longest line takes."""
    if TWIN in text:
        here, _, there = parted(text)
        return max(natural_width(here, style, width), natural_width(there, style, width))
    if not text:
        return 0.0
    lines = lines_of(document(text, style, max(1.0, width))[0])
    return max((line.naturalTextWidth() for _, line in lines), default=0.0)


def last_line(text: str, style: Style, width: float) -> float:
    """Give how far the last line runs."""
    if TWIN in text:
        here, _, there = parted(text)
        return max(last_line(here, style, width), last_line(there, style, width))
    lines = lines_of(document(text, style, max(1.0, width))[0])
    return lines[-1][1].naturalTextWidth() if lines else 0.0


def shortened(text: str, style: Style, width: float, tall: float) -> str:
    """Cut words to the lines that fit `tall`, ending in an ellipsis; plain, and never less than that sign."""
    made, _ = document(text, style, max(1.0, width))
    count = max(1, int((tall + 0.5) // style.line))
    lines = lines_of(made)
    if count >= len(lines):
        return text
    start, line = lines[count - 1]
    cut = plain_of(made)[: start + line.textStart() + max(0, line.textLength() - 3)].rstrip()
    cut = cut.rsplit(" ", 1)[0] if " " in cut else cut
    most = count * style.line + 0.5
    while len(cut) > 1 and measured(_ended(cut), style, width)[0] > most:
        # A long word that had to be broken may break elsewhere now.
        cut = cut[: -max(2, len(cut) // 12)].rstrip()
    return _ended(cut)


def _ended(cut: str) -> str:
    return html.escape(f"{cut} …", quote=False)


def plain_of(made: QTextDocument) -> str:
    """Give a document's plain words, a character for each of its own."""
    return freed(made.toPlainText() or plain(made.toHtml()))


def draw(painter: QPainter, text: str, style: Style, width: float, colour: str) -> None:
    """Draw words with their first line at the painter's origin."""
    made, _ = document(text, style, max(1.0, width))
    context = QAbstractTextDocumentLayout.PaintContext()
    if made.soft and (soft := softer(colour)) != colour:
        context.selections = [_painted(made, *place, soft) for place in made.soft]
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    context.palette = palette
    made.documentLayout().draw(painter, context)


def _painted(made: Document, start: int, end: int, colour: str) -> QAbstractTextDocumentLayout.Selection:
    """Have a stretch of the words painted in another colour."""
    found = QAbstractTextDocumentLayout.Selection()
    found.cursor = QTextCursor(made)
    found.cursor.setPosition(start)
    found.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    looks = QTextCharFormat()
    looks.setForeground(QColor(colour))
    found.format = looks
    return found
