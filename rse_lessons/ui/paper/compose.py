"""From a printed document's values to things on a sheet: one function for each kind of part, in one table."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from rse_lessons.i18n.catalogues import tr
from rse_lessons.printing.document import (
    Bullets,
    Document,
    Marks,
    PageBreak,
    Para,
    Part,
    Picture,
    Style,
    Table,
)
from rse_lessons.ui.paper import cut_out, write_in
from rse_lessons.ui.paper.flow import Boxed, Break, Drawn, Lines, Row, Stack, Thing, picture
from rse_lessons.ui.paper.pages import Paged, paginate
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.look import Style as Face
from rse_lessons.ui.slide.markup import Grid, Passage, inline, passages, plain
from rse_lessons.ui.slide.pictures import PictureStore

LABELS = 0.24
"""The share of the width that labels take in a table without a head."""
SHORT = 0.36
"""A table that takes no more of a sheet than this is not parted."""
STEPS = 80


def lay_out(
    document: Document, sheet: Sheet, pictures: PictureStore | None = None, *, loose: bool = False
) -> Paged:
    """Lay a document out on sheets; `loose` ones each begin with a title of their own, to be given out."""
    composer = Composer(sheet, pictures or PictureStore())
    foot = " · ".join(part for part in (document.title, document.subtitle) if part)
    return paginate(composer.things(document, loose=loose), sheet, foot)


class Composer:
    """Makes things of parts, for one kind of sheet."""

    def __init__(self, sheet: Sheet, pictures: PictureStore) -> None:
        self.sheet = sheet
        self._pictures = pictures
        self._makers: dict[type[Any], Callable[[Any], Iterator[Thing]]] = {
            Para: self._para,
            Bullets: self._bullets,
            Table: self._table,
            Picture: self._picture,
            PageBreak: lambda _part: iter((Break(),)),
            **{kind: partial(_shaped, make, sheet) for kind, make in write_in.MAKERS.items()},
            **{kind: partial(_shaped, make, sheet, pictures) for kind, make in cut_out.MAKERS.items()},
        }

    def things(self, document: Document, *, loose: bool = False) -> Iterator[Thing]:
        """Yield all of a document."""
        if not loose:
            yield self.title(document.title, document.subtitle)
        for section in document.sections:
            if loose and section.heading and section.level == 1:
                yield self.title(section.heading)
            elif section.heading:
                yield self.heading(section.heading, section.level)
            yield from self.parts(section.parts)

    def title(self, title: str, subtitle: str = "") -> Drawn:
        """Give the title with the band's spine beside it."""
        sheet, ink = self.sheet, self.sheet.ink
        indent = sheet.points(18)
        head = self.lines(
            html.escape(title, quote=False), sheet.style(24, 1.25, bold=True), sheet.wide - indent
        )
        under = self.lines(
            html.escape(subtitle, quote=False), sheet.style(11), sheet.wide - indent, gap=sheet.points(3)
        )
        stack = Stack((head, replace(under, colour=ink.soft)) if subtitle else (head,))

        def draw(painter: QPainter, x: float, y: float) -> None:
            painter.fillRect(QRectF(x, y, sheet.points(6), stack.height), QColor(ink.deep))
            stack.paint(painter, x + indent, y)

        return Drawn(stack.height + sheet.points(7), draw, keep=True)

    def parts(self, parts: Sequence[Part]) -> Iterator[Thing]:
        """Yield the things of some parts, with room under every table and title."""
        after_table = False
        for part in parts:
            for thing in self._makers[type(part)](part):
                if after_table and not isinstance(thing, Row | Break):
                    yield replace(thing, gap=max(thing.gap, self.sheet.points(12)))
                else:
                    yield thing
                after_table = isinstance(thing, Row)

    def lines(self, text: str, face: Face, wide: float, *, gap: float = 0.0, keep: bool = False) -> Lines:
        """Set one paragraph of inline HTML."""
        return Lines(text, face, wide, self.sheet.ink.text, gap, keep)

    def heading(self, text: str, level: int = 1) -> Lines:
        """Give a heading."""
        sheet = self.sheet
        face = sheet.style(15, 1.3, bold=True) if level == 1 else sheet.style(11.5, 1.4, bold=True)
        gap = sheet.points(20 if level == 1 else 14)
        return self.lines(html.escape(text, quote=False), face, sheet.wide, gap=gap, keep=True)

    def _para(self, part: Para) -> Iterator[Thing]:
        sheet, ink = self.sheet, self.sheet.ink
        if part.style in (Style.KEEP, Style.CARE):
            care = part.style is Style.CARE
            pad = sheet.points(8)
            stack = Stack(tuple(self._flat(part.markdown, sheet.body, sheet.wide - 2.6 * pad)))
            fill, edge = (ink.care_ground, ink.care) if care else (ink.tint, ink.deep)
            yield Boxed(stack, sheet.wide, pad, fill, edge, gap=sheet.points(8))
            return
        face = {
            Style.LEAD: sheet.style(12.5),
            Style.STRONG: replace(sheet.body, bold=True),
            Style.ASIDE: sheet.style(9.5),
        }.get(part.style, sheet.body)
        colour = ink.soft if part.style is Style.ASIDE else ink.text
        for index, found in enumerate(passages(part.markdown)):
            if isinstance(found, Grid):
                yield from self._grid(found)
                continue
            thing = self._passage(found, face, sheet.wide, first=index == 0)
            yield replace(thing, colour=colour, keep=part.style is Style.STRONG or found.kind == "heading")

    def _flat(self, markdown: str, face: Face, wide: float) -> Iterator[Lines]:
        """Set Markdown for a box or a cell; tables in it become their words."""
        for index, found in enumerate(passages(markdown)):
            if isinstance(found, Grid):
                for row in found.rows:
                    yield self.lines(
                        " · ".join(cell for cell in row if cell), face, wide, gap=self.sheet.points(2)
                    )
            else:
                yield self._passage(found, face, wide, first=index == 0)

    def _passage(self, found: Passage, face: Face, wide: float, *, first: bool) -> Lines:
        sheet = self.sheet
        gap = sheet.points(5)
        if found.kind == "item":
            mark = f"{found.number}." if found.number else "dot"
            indent = sheet.points(18) * max(1, found.depth)
            return Lines(found.text, face, wide, sheet.ink.text, sheet.points(3), indent=indent, mark=mark)
        if found.kind == "quote":
            return Lines(found.text, face, wide, sheet.ink.text, gap, indent=sheet.points(18))
        if found.kind == "heading":
            return self.lines(found.text, replace(face, bold=True), wide, gap=sheet.points(9), keep=True)
        return self.lines(found.text, face, wide, gap=sheet.points(6) if first else gap)

    def _bullets(self, part: Bullets) -> Iterator[Thing]:
        sheet = self.sheet
        boxes = part.marks is Marks.BOXES
        for index, item in enumerate(part.items):
            mark = {
                Marks.NUMBERS: f"{index + 1}.",
                Marks.LETTERS: f"{_letter(index)}",
                Marks.BOXES: "box",
            }.get(part.marks, "dot")
            indent = sheet.points(24 if boxes else 18)
            yield Lines(
                inline(item),
                sheet.body,
                sheet.wide,
                sheet.ink.text,
                sheet.points(5 if boxes or index == 0 else 3),
                indent=indent,
                mark=mark,
                mark_style=replace(sheet.body, bold=part.marks is Marks.LETTERS),
            )

    def _table(self, part: Table) -> Iterator[Thing]:
        sheet = self.sheet
        cells = [[inline_first(cell) for cell in row] for row in part.rows]
        head = [html.escape(words_, quote=False) for words_ in part.head]
        if not head and part.rows and len(part.rows[0]) == 2:
            widths: tuple[float, ...] = (sheet.wide * LABELS, sheet.wide * (1 - LABELS))
        else:
            widths = self._widths([head, *cells] if head else cells)
        head_row = self._head(head, widths, grid=False) if head else None
        rows = []
        for index, row in enumerate(part.rows):
            stacks = tuple(self._cell(cell, wide) for cell, wide in zip(row, widths, strict=True))
            gap = sheet.points(6) if index == 0 and head_row is None else 0.0
            rows.append(Row(stacks, widths, self._pad, sheet.ink.rule, gap=gap, head=head_row))
        yield from self._together([head_row, *rows] if head_row else rows)

    def _grid(self, grid: Grid) -> Iterator[Thing]:
        """Lay out a table of a lesson's own words, with lines all round, for a pen or for scissors."""
        sheet = self.sheet
        head, *rows = grid.rows
        count = len(head)
        for_a_pen = any(not plain(cell).strip() for row in rows for cell in row)
        widths = (
            (sheet.wide / count,) * count if for_a_pen else self._widths([list(row) for row in grid.rows])
        )
        head_row = self._head(list(head), widths, grid=True)
        laid = [head_row]
        for row in rows:
            filled = (*row, *[""] * count)[:count]
            stacks = tuple(
                Stack((self.lines(cell, sheet.body, wide - 2 * self._pad),)) if cell else Stack(())
                for cell, wide in zip(filled, widths, strict=True)
            )
            room = sheet.points(30) if for_a_pen else 0.0
            laid.append(Row(stacks, widths, self._pad, sheet.ink.soft, grid=True, room=room, head=head_row))
        yield from self._together(laid)

    def _together(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Keep the rows of a short table on one sheet."""
        if sum(row.height for row in rows) > self.sheet.tall * SHORT:
            yield from rows
            return
        for index, row in enumerate(rows):
            yield row if index == len(rows) - 1 else replace(row, keep=True)

    def _head(self, head: list[str], widths: tuple[float, ...], *, grid: bool) -> Row:
        sheet = self.sheet
        face = replace(sheet.style(9.5), bold=True)
        stacks = tuple(
            Stack((self.lines(cell, face, wide - 2 * self._pad),))
            for cell, wide in zip(head, widths, strict=True)
        )
        rule = sheet.ink.soft if grid else sheet.ink.rule
        gap = sheet.points(8)
        return Row(stacks, widths, self._pad, rule, fill=sheet.ink.sunken, grid=grid, gap=gap, keep=True)

    def _cell(self, cell: str, wide: float) -> Stack:
        return Stack(tuple(self._flat(cell, self.sheet.body, wide - 2 * self._pad)))

    @property
    def _pad(self) -> float:
        return self.sheet.points(4)

    def _widths(self, rows: list[list[str]]) -> tuple[float, ...]:
        """Share the width out among columns, each step to the one that makes the table lower."""
        wide, face = self.sheet.wide, self.sheet.body
        pad = 2 * self._pad + face.size * 0.4
        asked = [[words.natural_width(cell, face, wide * 9) + pad for cell in row] for row in rows]
        wish = [max(column) for column in zip(*asked, strict=True)]
        if sum(wish) <= wide:
            return (*wish[:-1], wide - sum(wish[:-1]))
        # No column becomes so narrow that a name in it stands in many short lines.
        found = [
            max(self._longest_word(column) + pad, min(want / 3, wide * 0.22))
            for column, want in zip(zip(*rows, strict=True), wish, strict=True)
        ]
        step = (wide - sum(found)) / STEPS
        if step <= 0:
            return (wide / len(found),) * len(found)
        for _ in range(STEPS):
            trials = [
                [w + step * (index == column) for index, w in enumerate(found)]
                for column in range(len(found))
            ]
            found = min(trials, key=lambda trial: _height(asked, trial))
        return tuple(found)

    def _longest_word(self, column: Sequence[str]) -> float:
        face = replace(self.sheet.body, bold=True)
        each = (word for cell in column for word in plain(cell).split())
        return max(
            (words.natural_width(html.escape(word), face, self.sheet.wide) for word in each), default=0.0
        )

    def _picture(self, part: Picture) -> Iterator[Thing]:
        sheet = self.sheet
        found = None
        if part.path is not None:
            found = picture(part.path, sheet.wide * 0.6, sheet.tall * 0.18, sheet.points(8), self._pictures)
        if found is not None:
            yield found
            return
        said = tr("Picture: {description}").format(description=part.description)
        yield self.lines(html.escape(said, quote=False), sheet.style(9.5), sheet.wide, gap=sheet.points(6))


def _shaped(make: Callable[..., Iterator[Thing]], *rest: Any) -> Iterator[Thing]:
    """Make a worksheet's shape: the part comes last, after what its function needs besides."""
    *given, part = rest
    return make(part, *given)


def inline_first(cell: str) -> str:
    """Give a cell's first passage, by which its column's width is judged."""
    found = passages(cell)
    return found[0].text if found and isinstance(found[0], Passage) else ""


def _height(asked: Sequence[Sequence[float]], widths: Sequence[float]) -> float:
    """Judge how tall a table is when its columns have these widths."""
    return sum(max(want / wide for want, wide in zip(row, widths, strict=True)) for row in asked)


def _letter(index: int) -> str:
    return chr(ord("A") + index % 26)
