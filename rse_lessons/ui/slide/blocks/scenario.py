"""A story's first moment: what happened, the question, and what somebody could do."""

from __future__ import annotations

from rse_lessons.lesson.model import Scenario, Step
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit, options
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline


def _story(step: Step, width: float, fit: Fit) -> float:
    if not step.text.strip():
        return 0.0
    return words.height(inline(step.text), fit.style("body"), width) + 8 + 26 * fit.gap


def need(block: Scenario, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the first step and of what is to be remembered."""
    if not block.steps:
        return 0.0
    step = block.steps[0]
    rows = [options.need(choice, width, fit) for choice in step.choices]
    return (
        _story(step, width, fit)
        + kit.head_need(step.question, setting, width, fit)
        + sum(rows)
        + options.gap(fit) * max(0, len(rows) - 1)
        + kit.takeaway_need(kit.outcome(block.takeaway, setting), width, fit)
    )


def draw(block: Scenario, setting: Setting, area: Area, fit: Fit, _state: object) -> list[Piece]:
    """Draw the story, the question in large words, its choices and what is to be remembered."""
    if not block.steps:
        return []
    step = block.steps[0]
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    pieces: list[Piece] = []
    rest = area
    if step.text.strip():
        style = fit.style("body")
        tall = min(words.measured(inline(step.text), style, area.w)[0], area.h * 0.5)
        place = Area(area.x, area.y, area.w, tall)
        pieces.append(Piece("story", place, (words_at(place, inline(step.text), style, setting.ink.text),)))
        used = tall + 8 + 26 * fit.gap
        rest = Area(area.x, area.y + used, area.w, max(1.0, area.h - used))
    asked, rest = kit.head(step.question, setting, rest, fit)
    foot, rest = kit.takeaway(kit.outcome(block.takeaway, setting), setting, rest, fit)
    needs = [options.need(choice, rest.w, fit) for choice in step.choices]
    heights = kit.share_out(needs, rest.h, options.gap(fit), 30 * fit.gap)
    for index, (choice, place) in enumerate(
        zip(step.choices, kit.stacked(rest, heights, options.gap(fit)), strict=True)
    ):
        ops = options.draw(choice, index, setting.ink, place, fit)
        pieces.append(Piece(f"choice:{choice.id}", place, ops))
    return pieces + asked + foot


KIND = Kind(need, draw, lambda block: str(block.steps[0].question) if block.steps else "")
