"""Hands-up tallies: hollow bars for before, filled ones for now; under five is a stub and words.

What was counted before is shown once the new count has begun, so that it sways nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rse_lessons.i18n.catalogues import ptr, tr
from rse_lessons.lesson.model import Option, Vote
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, SlideLook, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import on_a_line

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


def _before_words() -> str:
    return on_a_line(lambda: ptr("vote", "Before"))


def _now_words() -> str:
    return on_a_line(lambda: ptr("vote", "Now"))


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
        words.natural_width(inline(_before_words()), plain, 700)
        + words.natural_width(inline(_now_words()), bold, 700)
        + 2 * (fit.body * 1.35 + 18)
        + 72
    )


def need(block: Vote, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
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
    # Not balanced: the legend stands beside the last line, and before and after look alike.
    pieces, rest = kit.head(block.question, setting, area, fit, balance=False)
    if block.compare:
        row = _legend_row(block, setting, area.w, fit)
        line = fit.style("body").line
        bottom = (
            rest.y + row
            if row
            else rest.y - 26 * fit.gap - 4 - (kit.head_style(setting, fit).line - line) / 2
        )
        if begun(setting.look, state):
            pieces.append(_legend(setting, Area(area.x, bottom - line, area.w, line), fit))
        rest = Area(rest.x, rest.y + row, rest.w, max(1.0, rest.h - row))
    foot, rest = kit.takeaway(block.takeaway, setting, rest, fit)
    if not counted(block, setting.look, state):
        foot = []
    compares = bool(block.compare) and begun(setting.look, state)
    now, before = _counts(block, state), _counts(block, _before(block, setting)) if compares else None
    rows = [_row(option.text, rest.w, fit, bool(block.compare)) for option in block.options]
    heights = kit.share_out(rows, rest.h, _gap(fit), 64 * fit.gap)
    bars = _Bars(setting, fit, now, before, max([_SCALE, *_numbers(now), *_numbers(before or {})]))
    for index, (option, place) in enumerate(
        zip(block.options, kit.stacked(rest, heights, _gap(fit)), strict=True)
    ):
        ops = bars.row(option, place)
        pieces.append(Piece(f"option:{option.id}", place, ops, "tally", "untally", option.id, index))
    return pieces + foot


def begun(look: SlideLook, state: object | None) -> bool:
    """Whether counting has begun: before that, what was counted earlier would sway a vote that compares.

    On paper it has, for there it may be written in.
    """
    if state is None:
        return look.paper
    counts: Mapping[str, int | None] = getattr(state, "counts", {})
    return bool(getattr(state, "taken", False)) or any(count != 0 for count in counts.values())


def counted(block: Vote, look: SlideLook, state: object | None) -> bool:
    """Whether hands were counted for all options but one: only then is it said what is to be remembered."""
    if state is None:
        return look.paper
    counts = _counts(block, state)
    return sum(count != 0 for count in counts.values()) >= max(1, len(block.options) - 1)


def _counts(block: Vote, state: object | None) -> Mapping[str, int | None]:
    """Give an option's hands where they were counted; nothing before the vote was taken."""
    if state is None or not getattr(state, "taken", True):
        return {}
    counts: Mapping[str, int | None] = getattr(state, "counts", {})
    return {option.id: counts.get(option.id, 0) for option in block.options}


def _numbers(counts: Mapping[str, int | None]) -> list[int]:
    return [count for count in counts.values() if count is not None]


@dataclass(frozen=True, slots=True)
class _Bars:
    """Draws the rows of one vote, all against the same scale."""

    setting: Setting
    fit: Fit
    now: Mapping[str, int | None]
    before: Mapping[str, int | None] | None
    most: int

    def row(self, option: Option, place: Area) -> tuple[Op, ...]:
        """Draw an option's words and its bar, or pair of bars."""
        paired = self.before is not None
        labels = Area(place.x, place.y, place.w * _LABELS - 20, place.h)
        bar = min(_bar(self.fit, paired), place.h / (2.2 if paired else 1.0))
        between = min(_between(self.fit), place.h - 2 * bar) if paired else 0.0
        top = place.y + (place.h - bar * (2 if paired else 1) - between) / 2
        left = place.x + place.w * _LABELS
        style = self.fit.style("body")
        ops: list[Op] = [words_at(labels, inline(option.text), style, self.setting.ink.text, middle=True)]
        if self.before is not None:
            line = Area(left, top, place.right - left, bar)
            ops += self._bar(line, self.before.get(option.id, 0), bool(self.before), filled=False)
            top += bar + between
        line = Area(left, top, place.right - left, bar)
        return (*ops, *self._bar(line, self.now.get(option.id, 0), bool(self.now), filled=not self._hollow))

    @property
    def _hollow(self) -> bool:
        return self.setting.baseline and self.before is None

    def _bar(self, line: Area, count: int | None, taken: bool, *, filled: bool) -> list[Op]:
        ink = self.setting.ink
        run = line.w - _number_width(self.fit)
        if not taken:
            return [Box(Area(line.x, line.y, run, line.h), "", ink.edge, 3.0, 12, 4, dashed=True)]
        style = self.fit.style("body", bold=filled or self.before is None)
        text = inline(on_a_line(lambda: tr("fewer than 5"))) if count is None else str(count)
        wide = min(_STUB, run) if count is None else max(_NONE, run * count / self.most)
        x = line.x + wide + 20
        said = Area(x, line.y + (line.h - style.line) / 2, max(1.0, line.right - x), style.line)
        fill, edge = (ink.fill, ink.fill if ink.dark else ink.deep) if filled else (ink.card, ink.edge)
        if count == 0:
            fill, edge = ink.sunken, ink.edge
        return [
            Box(Area(line.x, line.y, wide, line.h), fill, edge, 4.0, 12, 4),
            words_at(said, text, style, ink.text),
        ]


def _number_width(fit: Fit) -> float:
    label = inline(on_a_line(lambda: tr("fewer than 5")))
    return words.natural_width(label, fit.style("body", bold=True), 900) + 24


def _legend(setting: Setting, row: Area, fit: Fit) -> Piece:
    ink = setting.ink
    plain, bold = fit.style("body"), fit.style("body", bold=True)
    swatch, tall = fit.body * 1.35, fit.body * 0.9
    wide = _legend_width(fit)
    x, y = row.right - wide, row.y + (row.h - tall) / 2
    before, now = inline(_before_words()), inline(_now_words())
    one = words.natural_width(before, plain, 700)
    second = x + swatch + 18 + one + 70
    ops = (
        Box(Area(x, y, swatch, tall), "", ink.edge, 4.0, 10, 3),
        words_at(Area(x + swatch + 18, row.y, one + 2, row.h), before, plain, ink.text),
        Box(Area(second, y, swatch, tall), ink.fill, ink.fill if ink.dark else ink.deep, 4.0, 10, 3),
        words_at(
            Area(second + swatch + 18, row.y, row.right - second - swatch - 18, row.h), now, bold, ink.text
        ),
    )
    return Piece("legend", Area(x, row.y, wide, row.h), ops)


KIND = Kind(need, draw, lambda block: str(block.question), wide=True)
