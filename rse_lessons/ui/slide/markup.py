"""From Markdown to what a slide can set in type: paragraphs, list items, quotations, tables.

The words are kept as inline HTML, as Qt's text documents take it. Links become underlined words: nothing
on a slide can be followed. A text in two languages stays one: its passages are paired. Nothing here measures
or draws.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from itertools import zip_longest

from rse_lessons.ui.slide.tongues import TWIN, bare, joined, name_of, own, parted, with_name

_INLINE_MARK = re.compile(r"[*_`\[\]<>&\\]")
_MARK = re.compile(r"[*_`\[\]<>&\\|#~={}]|\n[ \t]|[ ]{2}\n")
_LINE = re.compile(r"(?m)^(?![^\W\d_]|[“‘\"'(¿¡…])")
_TAG = re.compile(r"</?a(?:\s[^>]*)?>")
_ANY_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "code": "code", "a": "u", "sup": "sup", "sub": "sub"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item, quotation or sub-heading; `text` is inline HTML."""

    kind: str
    """`paragraph`, `item`, `quote` or `heading`."""
    text: str
    depth: int = 0
    """How many lists it stands in."""
    number: int = 0
    """Its number in a numbered list, else 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row is its head. Cells are inline HTML."""

    rows: tuple[tuple[str, ...], ...]


def _spaced(words: str) -> str:
    """Give words with one space between them; one at which no line may end stays what it is."""
    return _SPACE.sub(" ", words).strip(" ")


@lru_cache(maxsize=2048)
def inline(markdown: str) -> str:
    """Give one line of Markdown as inline HTML without links."""
    first, sign, second = parted(markdown)
    if sign:
        return joined(inline(first), inline(second), sign)
    words, name = name_of(markdown)
    if name:
        return with_name(inline(words), name)
    if not _INLINE_MARK.search(markdown):
        return html.escape(_spaced(markdown), quote=False)
    from rse_lessons.lesson.html import inline as full  # noqa: PLC0415  imported late: start-up

    return _TAG.sub("", full(markdown))


def plain(inline_html: str) -> str:
    """Give the plain words of inline HTML; those of a second language follow after their sign."""
    return html.unescape(_ANY_TAG.sub("", bare(own(inline_html)).replace("<br />", " ").replace("<br>", " ")))


@lru_cache(maxsize=256)
def passages(markdown: str) -> tuple[Passage | Grid, ...]:
    """Part Markdown into passages, in reading order; of two languages each passage has both."""
    first, sign, second = parted(markdown)
    if sign:
        pairs = zip_longest(passages(first), passages(second))
        return tuple(part for one, other in pairs for part in _paired(one, other, sign))
    if not _MARK.search(markdown) and not _LINE.search(_joined(markdown)):
        parts = re.split(r"\n\s*\n", markdown.strip())
        return tuple(
            _name_last(Passage("paragraph", html.escape(_spaced(part), quote=False)))
            for part in parts
            if part.strip()
        )
    from rse_lessons.lesson.html import to_html  # noqa: PLC0415  imported late: start-up

    reader = _Reader()
    reader.feed(to_html(markdown))
    reader.close()
    return tuple(map(_name_last, reader.found()))


def _name_last(part: Passage | Grid) -> Passage | Grid:
    """Put the name of a passage's language behind its words, wherever the passage goes on in other lines."""
    if isinstance(part, Grid):
        return Grid(tuple(tuple(with_name(*name_of(cell)) for cell in row) for row in part.rows))
    return replace(part, text=with_name(*name_of(part.text)))


def _paired(one: Passage | Grid | None, other: Passage | Grid | None, sign: str) -> Iterator[Passage | Grid]:
    """Give a passage in both languages. Both hang on one skeleton; where they do not, nothing is lost."""
    if isinstance(one, Passage) and isinstance(other, Passage):
        yield replace(one, text=joined(one.text, other.text, sign))
    elif isinstance(one, Grid) and isinstance(other, Grid):
        yield _grids(one, other, sign)
    else:
        yield from filter(None, (one,) if sign == TWIN else (one, other))


def _grids(one: Grid, other: Grid, sign: str) -> Grid:
    rows = zip_longest(one.rows, other.rows, fillvalue=())
    cells = (zip_longest(*pair, fillvalue="") for pair in rows)
    return Grid(tuple(tuple(joined(left, right, sign) for left, right in row) for row in cells))


def _joined(markdown: str) -> str:
    return re.sub(r"\n\s*\n", "\n", markdown.strip())


class _Reader(HTMLParser):
    """Gathers passages from the HTML of a Text part."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[Passage | Grid] = []
        self._text: list[str] = []
        self._lists: list[int | None] = []
        """For each open list its last number, or None where it has bullets."""
        self._quotes = 0
        self._heading = False
        self._rows: list[list[str]] | None = None

    def found(self) -> list[Passage | Grid]:
        """Give what was gathered."""
        self._flush()
        return self._out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an inline tag, or begin a passage."""
        if tag in _INLINE:
            self._text.append(f"<{_INLINE[tag]}>")
        elif tag == "br":
            self._text.append("<br/>")
        elif self._rows is not None:
            self._open_in_table(tag)
        else:
            self._flush()
            self._open(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Close an inline tag, or end a passage."""
        if tag in _INLINE:
            self._text.append(f"</{_INLINE[tag]}>")
        elif self._rows is not None:
            self._close_in_table(tag)
        elif tag != "br":
            self._flush()
            self._close(tag)

    def handle_data(self, data: str) -> None:
        """Keep words, made safe again for a text document."""
        self._text.append(html.escape(data.replace("\n", " "), quote=False))

    def _flush(self) -> None:
        text = "".join(self._text).strip()
        self._text.clear()
        if not text:
            return
        number = 0
        if self._quotes:
            kind = "quote"
        elif self._heading:
            kind = "heading"
        elif self._lists:
            kind, number = "item", self._lists[-1] or 0
        else:
            kind = "paragraph"
        self._out.append(Passage(kind, text, len(self._lists), number))

    def _open(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "ul":
            self._lists.append(None)
        elif tag == "ol":
            start = attrs.get("start") or "1"
            self._lists.append(int(start) - 1 if start.isdecimal() else 0)
        elif tag == "li" and self._lists and self._lists[-1] is not None:
            self._lists[-1] += 1
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "table":
            self._rows = []
        elif re.fullmatch(r"h[1-6]", tag):
            self._heading = True

    def _close(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "blockquote" and self._quotes:
            self._quotes -= 1
        elif re.fullmatch(r"h[1-6]", tag):
            self._heading = False

    def _open_in_table(self, tag: str) -> None:
        if tag == "tr" and self._rows is not None:
            self._rows.append([])
        self._text.clear()

    def _close_in_table(self, tag: str) -> None:
        if tag in {"td", "th"} and self._rows:
            self._rows[-1].append("".join(self._text).strip())
            self._text.clear()
        elif tag == "table" and self._rows is not None:
            rows = tuple(tuple(row) for row in self._rows if any(row))
            self._rows = None
            self._text.clear()
            if rows:
                self._out.append(Grid(rows))
