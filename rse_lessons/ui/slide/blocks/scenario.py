"""A story as far as the class has gone: what happened, the question, and what somebody could do next.

After a choice stands what was chosen; from there the class can go back, or begin again and choose otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Option, Scenario, Step
from rse_lessons.presenting.scenario import ScenarioState, controls, walked
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import board, kit, options
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.drawing import Area, Box, Piece, words_at
from rse_lessons.ui.slide.look import Fit, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import each


def _here(block: Scenario, state: object) -> tuple[Step, Option | None]:
    """Give the step to draw, and the choice that led to it."""
    path = state.path if isinstance(state, ScenarioState) else ()
    return walked(block, path)[-1]


def _can(block: Scenario, setting: Setting, state: object) -> tuple[str, ...]:
    return controls(block, state) if isinstance(state, ScenarioState) and not setting.look.paper else ()


def _ends(block: Scenario, setting: Setting, state: object) -> bool:
    """Whether what to take away is shown: on paper, and where the story ends."""
    return setting.look.paper or not _here(block, state)[0].choices


def _chosen(choice: Option | None) -> str:
    if choice is None:
        return ""
    return each(lambda text, why: f"**{text}** {why}".strip(), choice.text, choice.explanation)


def _chip(choice: Option | None, width: float, fit: Fit) -> float:
    said = _chosen(choice)
    if not said:
        return 0.0
    return words.height(inline(said), fit.style("body"), width - 56) + 20 + 24 * fit.gap


def _story(step: Step, width: float, fit: Fit) -> float:
    if not step.text.strip():
        return 0.0
    return words.height(inline(step.text), fit.style("body"), width) + 8 + 26 * fit.gap


def _takeaway(block: Scenario, setting: Setting, state: object) -> str:
    return block.takeaway if _ends(block, setting, state) else ""


def _buttons(can: Sequence[str], width: float) -> board.Buttons:
    """Give the ways back."""
    says = {"undo": lambda: tr("Back to the last choice"), "again": lambda: tr("Begin the story again")}
    return board.buttons_for({action: says[action] for action in can}, width)


def _bar(block: Scenario, setting: Setting, state: object, width: float, fit: Fit) -> float:
    can = _can(block, setting, state)
    return _buttons(can, width).height + 6 + 10 * fit.gap if can else 0.0


def need(block: Scenario, setting: Setting, width: float, fit: Fit, state: object = None) -> float:
    """Give the height of the step that was reached."""
    if not block.steps:
        return 0.0
    step, choice = _here(block, state)
    rows = [options.need(further, width, fit) for further in step.choices]
    return (
        _chip(choice, width, fit)
        + _story(step, width, fit)
        + kit.head_need(step.question, setting, width, fit)
        + sum(rows)
        + options.gap(fit) * max(0, len(rows) - 1)
        + kit.takeaway_need(_takeaway(block, setting, state), width, fit)
        + _bar(block, setting, state, width, fit)
    )


def draw(block: Scenario, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw what was chosen, the story, the question in large words, its choices, and the ways back."""
    if not block.steps:
        return []
    step, choice = _here(block, state)
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f, state))
    foot, rest = _foot(block, setting, state, area, fit)
    pieces, rest = _told(step, choice, setting, rest, fit)
    asked, rest = kit.head(step.question, setting, rest, fit)
    needs = [options.need(further, rest.w, fit) for further in step.choices]
    heights = kit.share_out(needs, rest.h, options.gap(fit), 30 * fit.gap)
    places = kit.stacked(rest, heights, options.gap(fit))
    for index, (further, place) in enumerate(zip(step.choices, places, strict=True)):
        ops = options.draw(further, index, setting.ink, place, fit)
        key = f"choice:{further.id}"
        pieces.append(Piece(key, place, ops, action="choose", option=further.id, position=index))
    return pieces + asked + foot


def _told(
    step: Step, choice: Option | None, setting: Setting, area: Area, fit: Fit
) -> tuple[list[Piece], Area]:
    """Draw the choice that was made and what came of it; give it and the area below."""
    pieces: list[Piece] = []
    ink = setting.ink
    if choice is not None:
        used = min(_chip(choice, area.w, fit), area.h * 0.4)
        place = Area(area.x, area.y, area.w, max(1.0, used - 10 - 14 * fit.gap))
        ground = Box(place, ink.selected, ink.selected_edge, 3.0, 14)
        said = words_at(
            place.inset(28, 4), inline(_chosen(choice)), fit.style("body"), ink.on_selected, middle=True
        )
        pieces.append(Piece("chosen", place, (ground, said)))
        area = Area(area.x, area.y + used, area.w, max(1.0, area.h - used))
    if step.text.strip():
        style = fit.style("body")
        # Where choices follow, a long story leaves them room; at an ending nothing follows.
        most = area.h * 0.6 if step.choices else area.h
        tall = min(words.measured(inline(step.text), style, area.w)[0], most)
        place = Area(area.x, area.y, area.w, tall)
        pieces.append(Piece("story", place, (words_at(place, inline(step.text), style, ink.text),)))
        used = tall + 8 + 26 * fit.gap
        area = Area(area.x, area.y + used, area.w, max(1.0, area.h - used))
    return pieces, area


def _foot(block: Scenario, setting: Setting, state: object, area: Area, fit: Fit) -> tuple[list[Piece], Area]:
    """Draw the ways back, and over them what to take away; give them and the area above."""
    can = _can(block, setting, state)
    pieces: list[Piece] = []
    if can:
        choices = len(_here(block, state)[0].choices)
        buttons = _buttons(can, area.w)
        tall = buttons.height
        places = buttons.places(Area(area.x, area.bottom - tall, area.w, tall))
        for index, (action, place) in enumerate(zip(can, places, strict=True)):
            button = board.button(action, buttons.labels[action], setting, place)
            pieces.append(board.standing_at(button, choices + index))
        area = Area(area.x, area.y, area.w, max(1.0, area.h - tall - 6 - 10 * fit.gap))
    taken, area = kit.takeaway(_takeaway(block, setting, state), setting, area, fit)
    return pieces + taken, area


KIND = Kind(need, draw, lambda block: str(block.steps[0].question) if block.steps else "")
