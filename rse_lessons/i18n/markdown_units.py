"""Parts Markdown into what a translator sees one by one: paragraphs, items, headings, cells, descriptions.

Nothing is lost that a reader sees; what holds no words (rules, fences and what is in them) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rse_lessons.i18n.stretches import Cut, runs
from rse_lessons.lesson.build import PICTURE_LINE

_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ \t]?)+")
_REFERENCE = re.compile(r"[ ]{0,3}\[[^\]]+\]:\s")
_CELL = re.compile(r"(?:\\.|[^|\\])+")


class Unit(NamedTuple):
    """A paragraph, an item, a cell; lines that follow one another."""

    kind: str
    """`paragraph`, `item`, `heading`, `cell`, `quote` or `picture`."""
    cuts: tuple[Cut, ...]


def units(lines: Sequence[Cut], *, pictures: bool = False) -> Iterator[Unit]:
    """Part lines; with `pictures` those that stand by themselves give their descriptions."""
    held: list[Cut] = []
    kind = "paragraph"
    fence = ""
    for cut in lines:
        opened = _FENCE.match(cut.text)
        if fence:
            if opened and opened[1].startswith(fence):
                fence = ""
            continue
        begins = _begins(cut, pictures=pictures)
        if kind == "quote" and held:
            if begins is None:
                begins = Unit("paragraph", (cut,))
            elif begins.kind == "quote" and _goes_on(cut):
                begins = None
        if opened or begins is not None or not cut.text.strip():
            yield from _held(kind, held)
            held = []
        if opened:
            fence = opened[1]
        elif begins is None:
            kind = kind if held else "paragraph"
            held.append(_inside_quote(cut) if kind == "quote" else cut)
        elif begins.kind in ("heading", "cell", "picture"):
            yield from (Unit(begins.kind, (part,)) for part in begins.cuts)
        else:
            kind, held = begins.kind, list(begins.cuts)
    yield from _held(kind, held)


def _held(kind: str, held: list[Cut]) -> Iterator[Unit]:
    for run in runs(held):
        yield Unit(kind, tuple(run))


def _begins(cut: Cut, *, pictures: bool) -> Unit | None:
    """Say what a line begins; None when it goes on with what is before it, or is blank."""
    text = cut.text
    if pictures and (found := PICTURE_LINE.fullmatch(text)):
        start, end = found.span(1)
        return Unit("picture", (Cut(cut.number, cut.column + start, text[start:end]),))
    if found := _HEADING.match(text):
        return Unit("heading", (_without_hashes(cut.after(found.end())),))
    if text.lstrip().startswith("|"):
        return Unit("cell", tuple(_cells(cut)))
    if _REFERENCE.match(text):
        return Unit("cell", ())
    if found := _ITEM.match(text):
        return Unit("item", (cut.after(found.end()),))
    return None if not (found := _QUOTE.match(text)) else _quote(cut, found.end())


def _quote(cut: Cut, marks: int) -> Unit:
    inner = cut.after(marks)
    found = _ITEM.match(inner.text)
    return Unit("quote", (inner.after(found.end()) if found else inner,))


def _goes_on(cut: Cut) -> bool:
    """Say whether a line of a quotation goes on with the paragraph before it."""
    inner = _inside_quote(cut).text
    return bool(inner) and not _ITEM.match(inner)


def _inside_quote(cut: Cut) -> Cut:
    found = _QUOTE.match(cut.text)
    return cut.after(found.end()) if found else cut


def _without_hashes(cut: Cut) -> Cut:
    return Cut(cut.number, cut.column, cut.text.rstrip("#").rstrip())


def _cells(cut: Cut) -> Iterator[Cut]:
    for found in _CELL.finditer(cut.text):
        yield Cut(cut.number, cut.column + found.start(), found[0]).bare()
