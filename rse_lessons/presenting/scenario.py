"""The way that a class takes through a story: the choices made, one after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import Option, Scenario, Step
from rse_lessons.presenting.kind import AWAY, Kind, State


@dataclass(frozen=True, slots=True)
class ScenarioState(State):
    """Ids of the choices, from the beginning of the story."""

    path: tuple[str, ...] = ()


def walked(block: Scenario, path: tuple[str, ...]) -> tuple[tuple[Step, Option | None], ...]:
    """Give each step that was reached with the choice that led there, the beginning first.

    A choice that the story no longer has ends the way; so does a step reached twice.
    """
    if not block.steps:
        return ()
    by_id = {step.id: step for step in block.steps}
    found: list[tuple[Step, Option | None]] = [(block.steps[0], None)]
    for choice_id in path:
        choice = next((option for option in found[-1][0].choices if option.id == choice_id), None)
        step = by_id.get(choice.goes_to) if choice else None
        if choice is None or step is None or any(step is known for known, _choice in found):
            break
        found.append((step, choice))
    return tuple(found)


def here(block: Scenario, state: ScenarioState) -> Step | None:
    """Give the step that the class has reached; None for a story without one."""
    way = walked(block, state.path)
    return way[-1][0] if way else None


def choose(block: Scenario, state: ScenarioState, choice_id: str) -> ScenarioState:
    """Go on by a choice of the step that was reached."""
    path = (*state.path, choice_id)
    return replace(state, path=path) if len(walked(block, path)) == len(path) + 1 else state


def back(_block: Scenario, state: ScenarioState) -> ScenarioState:
    """Go back to before the last choice."""
    return replace(state, path=state.path[:-1])


def again(_block: Scenario, _state: ScenarioState) -> ScenarioState:
    """Begin the story again, to see where another choice leads."""
    return ScenarioState()


def controls(block: Scenario, state: ScenarioState) -> tuple[str, ...]:
    """Give what can be done besides choosing: at the start of a story nothing."""
    return ("undo", "again") if len(walked(block, state.path)) > 1 else ()


def _positions(block: Scenario, state: ScenarioState) -> int:
    step = here(block, state)
    return (len(step.choices) if step else 0) + len(controls(block, state))


def _act(block: Scenario, state: ScenarioState, position: int) -> ScenarioState:
    step = here(block, state)
    choices = step.choices if step else ()
    if position < len(choices):
        return choose(block, state, choices[position].id)
    further = controls(block, state)
    done = further[position - len(choices)] if position - len(choices) < len(further) else ""
    return {"undo": back, "again": again}[done](block, state) if done else state


def _read(block: Scenario, data: Mapping[str, object]) -> ScenarioState:
    kept = data.get("path")
    path = tuple(word for word in kept if isinstance(word, str)) if isinstance(kept, list | tuple) else ()
    return ScenarioState(path[: len(walked(block, path)) - 1] if block.steps else ())


def _follow(block: Scenario, before: ScenarioState, after: ScenarioState, position: int) -> int:
    """Go to a step's first choice; at the end of a story leave it, so that Enter does not go back into it."""
    step = here(block, after)
    if len(after.path) > len(before.path) and step is not None and not step.choices:
        return AWAY
    return 0 if before.path != after.path else min(position, max(0, _positions(block, after) - 1))


KIND = Kind(
    block=Scenario,
    state=ScenarioState,
    blank=lambda _block: ScenarioState(),
    read=_read,
    data=lambda state: {"path": list(state.path)},
    verbs={"choose": choose, "undo": back, "again": again},
    positions=_positions,
    act=_act,
    follow=_follow,
)
