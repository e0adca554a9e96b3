"""Hands-up tallies: hollow bars for before, filled ones for now; under five is a stub and words."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import ptr, tr
from rse_lessons.lesson.model import Vote
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline

_STUB = 75.0
_NONE = 14.0
_LABELS = 0.4
_SCALE = 10
"""Bars are drawn against at least this many hands, so that one hand is not a full bar."""


def _before(block: Vote, setting: Setting) -> object | None:
    return setting.look.compare(block.compare) if block.compare else None


def _bar(fit: Fit, paired: bool) -> float:
    return fit.body * (1.25 if paired else 1.3)


def _between(fit: Fit) -> float:
    return 3 + 9 * fit.gap


def _row(text: str, width: float, fit: Fit, paired: bool) -> float:
    bars = _bar(fit, paired) * (2 if paired else 1) + (_between(fit) if paired else 0)
    line = fit.style("body").line * (2 if paired else 1)
    return max(bars, line, words.height(inline(text), fit.style("body"), width * _LABELS - 20))


def _gap(fit: Fit) -> float:
    return 6 + 34 * fit.gap


def _legend_row(block: Vote, setting: Setting, width: float, fit: Fit) -> float:
    """Give the height of the legend where it has no room beside the question's last line."""
    if not block.compare or _beside(block, setting, width, fit):
        return 0.0
    return fit.style("body").line + 14 * fit.gap


def _beside(block: Vote, setting: Setting, width: float, fit: Fit) -> bool:
    if not block.question.strip():
        return False
    runs = words.last_line(inline(block.question), kit.head_style(setting, fit), width)
    return runs < width - _legend_width(fit) - 60


def _legend_width(fit: Fit) -> float:
    plain, bold = fit.style("body"), fit.style("body", bold=True)
    return (
        words.natural_width(inline(ptr("vote", "Before")), plain, 700)
        + words.natural_width(inline(ptr("vote", "Now")), bold, 700)
        + 2 * (fit.body * 1.35 + 18)
        + 72
    )


def need(block: Vote, setting: Setting, width: float, fit: Fit) -> float:
    """Give the height with every bar, the legend and the takeaway."""
    paired = bool(block.compare)
    rows = [_row(option.text, width, fit, paired) for option in block.options]
    return (
        kit.head_need(block.question, setting, width, fit)
        + _legend_row(block, setting, width, fit)
        + sum(rows)
        + _gap(fit) * max(0, len(rows) - 1)
        + kit.takeaway_need(block.takeaway, width, fit)
    )


def draw(block: Vote, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the question, the legend, a row of bars an option and what is to be remembered."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces, rest = kit.head(block.question, setting, area, fit)
    if block.compare:
        row = _legend_row(block, setting, area.w, fit)
        line = fit.style("body").line
        bottom = rest.y + row if row else rest.y - 26 * fit.gap - 4 - (kit.head_style(setting, fit).line - line) / 2
        pieces.append(_legend(setting, Area(area.x, bottom - line, area.w, line), fit))
        rest = Area(rest.x, rest.y + row, rest.w, max(1.0, rest.h - row))
    foot, rest = kit.takeaway(block.takeaway, setting, rest, fit)
    paired = bool(block.compare)
    now = dict(getattr(state, "counts", {}))
    before = dict(getattr(_before(block, setting), "counts", {}))
    most = max([_SCALE, *(count or 0 for count in (*now.values(), *before.values()))])
    rows = [_row(option.text, rest.w, fit, paired) for option in block.options]
    heights = kit.share_out(rows, rest.h, _gap(fit), 30 * fit.gap)
    gap = _gap(fit) if sum(heights) + _gap(fit) * len(heights) <= rest.h + _gap(fit) + 1 else 4.0
    for index, (option, place) in enumerate(zip(block.options, kit.stacked(rest, heights, gap), strict=True)):
        pair = (before.get(option.id, 0), now.get(option.id, 0))
        ops = _bars(option.text, setting, place, fit, pair, most, paired)
        pieces.append(
            Piece(f"option:{option.id}", place, ops, "tally", "untally", option.id, index)
        )
    return pieces + foot


def _bars(
    text: str,
    setting: Setting,
    place: Area,
    fit: Fit,
    pair: tuple[int | None, int | None],
    most: int,
    paired: bool,
) -> tuple[Op, ...]:
    ink = setting.ink
    labels = Area(place.x, place.y, place.w * _LABELS - 20, place.h)
    left = place.x + place.w * _LABELS
    bar = min(_bar(fit, paired), place.h / (2.2 if paired else 1.0))
    between = _between(fit) if paired else 0.0
    top = place.y + (place.h - bar * (2 if paired else 1) - between) / 2
    ops: list[Op] = [words_at(labels, inline(text), fit.style("body"), ink.text, middle=True)]
    run = place.right - left - _number_width(fit)
    if paired:
        first = Area(left, top, _length(pair[0], most, run), bar)
        ops += _one(first, pair[0], setting, fit, place.right, filled=False)
        top += bar + between
    second = Area(left, top, _length(pair[1], most, run), bar)
    return (*ops, *_one(second, pair[1], setting, fit, place.right, filled=True))


def _number_width(fit: Fit) -> float:
    label = inline(tr("fewer than 5"))
    return words.natural_width(label, fit.style("body", bold=True), 900) + 24


def _length(count: int | None, most: int, run: float) -> float:
    if count is None:
        return min(_STUB, run)
    return _NONE if count <= 0 else max(_NONE + 8, run * count / most)


def _one(bar: Area, count: int | None, setting: Setting, fit: Fit, right: float, *, filled: bool) -> list[Op]:
    ink = setting.ink
    fill, edge = (ink.fill, ink.deep if not ink.dark else ink.fill) if filled else ("", ink.edge)
    style = fit.style("body", bold=filled)
    text = inline(tr("fewer than 5")) if count is None else str(count)
    x = bar.right + 20
    said = Area(x, bar.y + (bar.h - style.line) / 2, max(1.0, right - x), style.line)
    if count == 0:
        shape = Box(bar, "", ink.edge, 3.0, 6, 3, dashed=True)
    else:
        shape = Box(bar, fill, edge, 4.0, 12, 4)
    return [shape, words_at(said, text, style, ink.text)]


def _legend(setting: Setting, row: Area, fit: Fit) -> Piece:
    ink = setting.ink
    plain, bold = fit.style("body"), fit.style("body", bold=True)
    swatch, tall = fit.body * 1.35, fit.body * 0.9
    wide = _legend_width(fit)
    x, y = row.right - wide, row.y + (row.h - tall) / 2
    before, now = inline(ptr("vote", "Before")), inline(ptr("vote", "Now"))
    one = words.natural_width(before, plain, 700)
    second = x + swatch + 18 + one + 70
    ops = (
        Box(Area(x, y, swatch, tall), "", ink.edge, 4.0, 10, 3),
        words_at(Area(x + swatch + 18, row.y, one + 2, row.h), before, plain, ink.text),
        Box(Area(second, y, swatch, tall), ink.fill, ink.fill if ink.dark else ink.deep, 4.0, 10, 3),
        words_at(Area(second + swatch + 18, row.y, row.right - second - swatch - 18, row.h), now, bold, ink.text),
    )
    return Piece("legend", Area(x, row.y, wide, row.h), ops)


KIND = Kind(need, draw, lambda block: str(block.question), wide=True)
