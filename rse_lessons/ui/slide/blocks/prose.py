"""Text of a slide: paragraphs, lists with book-back bullets, quotations as messages, tables with rules."""

from __future__ import annotations

from rse_lessons.lesson.model import Text
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, Style, settle
from rse_lessons.ui.slide.markup import Grid, Passage, passages

_CELL = 24.0


def _indent(passage: Passage, fit: Fit) -> float:
    return (passage.depth - 1) * fit.body * 1.1 + fit.body * 1.15 if passage.kind == "item" else 0.0


def _style(passage: Passage, fit: Fit) -> Style:
    return fit.style("lead", bold=True) if passage.kind == "heading" else fit.style("body")


def _after(part: Passage | Grid, fit: Fit) -> float:
    item = isinstance(part, Passage) and part.kind == "item"
    return (14 if item else 24) * fit.gap


def _height(part: Passage | Grid, width: float, fit: Fit) -> float:
    if isinstance(part, Grid):
        return sum(_grid_rows(part, width, fit))
    if part.kind == "quote":
        return kit.takeaway_need(part.text, width, fit) - 30 * fit.gap
    return words.height(part.text, _style(part, fit), width - _indent(part, fit))


def _grid_rows(grid: Grid, width: float, fit: Fit) -> list[float]:
    count = max(len(row) for row in grid.rows)
    wide = width / count - _CELL
    return [
        max(words.height(cell, fit.style("body", bold=index == 0), wide) for cell in row) + 8 + 22 * fit.gap
        for index, row in enumerate(grid.rows)
    ]


def need(block: Text, _setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of all its passages."""
    parts = passages(block.markdown)
    return sum(_height(part, width, fit) for part in parts) + sum(_after(part, fit) for part in parts[:-1])


def draw(block: Text, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw its passages one under another."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    parts = passages(block.markdown)
    gaps = [_after(part, fit) for part in parts[:-1]] + [0.0]
    needs = [_height(part, area.w, fit) for part in parts]
    if sum(needs) + sum(gaps) > area.h:
        gaps = [min(gap, 4.0) for gap in gaps]
        needs = kit.capped(needs, max(1.0, area.h - sum(gaps)))
    pieces, y = [], area.y
    for index, (part, tall, gap) in enumerate(zip(parts, needs, gaps, strict=True)):
        place = Area(area.x, y, area.w, tall)
        ops = (
            _grid(part, setting, place, fit)
            if isinstance(part, Grid)
            else _passage(part, setting, place, fit)
        )
        pieces.append(Piece(f"text:{block.place.line}:{index}", place, ops))
        y += tall + gap
    return pieces


def _passage(part: Passage, setting: Setting, place: Area, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    if part.kind == "quote":
        return kit.message(part.text, setting, place, fit)
    style = _style(part, fit)
    indent = _indent(part, fit)
    said = words_at(Area(place.x + indent, place.y, place.w - indent, place.h), part.text, style, ink.text)
    if part.kind != "item":
        return (said,)
    x = place.x + indent - fit.body * 1.15
    if part.number:
        size = min(fit.body * 1.02, place.h)
        mark = Style(fit.body, style.line, bold=True)
        return words_at(
            Area(x, place.y, size * 1.15, min(style.line, place.h)), f"{part.number}.", mark, ink.deep
        ), said
    row = Area(x, place.y, place.w, place.h)
    return kit.bullet(kit.bullet_at(row, min(style.line, place.h), fit.body), ink.deep), said


def _grid(grid: Grid, setting: Setting, place: Area, fit: Fit) -> tuple[Op, ...]:
    ink = setting.ink
    count = max(len(row) for row in grid.rows)
    wide = place.w / count
    ops: list[Op] = []
    rows = kit.share_out(_grid_rows(grid, place.w, fit), place.h, 0)
    for index, (cells, row) in enumerate(zip(grid.rows, kit.stacked(place, rows, 0), strict=True)):
        style = fit.style("body", bold=index == 0)
        for at, cell in enumerate(cells):
            spot = Area(row.x + at * wide, row.y + 4, wide - _CELL, max(1.0, row.h - 8))
            ops.append(words_at(spot, cell, style, ink.deep if index == 0 else ink.text, middle=True))
        if index < len(rows) - 1:
            ops.append(Box(Area(row.x, row.bottom - 1.5, row.w, 2.5), ink.ledge, radius=0))
    return tuple(ops)


KIND = Kind(need, draw)
