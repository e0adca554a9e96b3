"""Which of the ground rules the class has said yes to, one after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import GroundRules
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class GroundRulesState(State):
    """Ids of the rules agreed, in the order in which they stand."""

    agreed: tuple[str, ...] = ()


def choose(block: GroundRules, state: GroundRulesState, rule_id: str) -> GroundRulesState:
    """Agree a rule, or take that back."""
    agreed = set(state.agreed) ^ {rule_id}
    return replace(state, agreed=tuple(rule.id for rule in block.rules if rule.id in agreed))


def _act(block: GroundRules, state: GroundRulesState, position: int) -> GroundRulesState:
    return choose(block, state, block.rules[position].id)


def _read(block: GroundRules, data: Mapping[str, object]) -> GroundRulesState:
    kept = data.get("agreed")
    words = kept if isinstance(kept, list | tuple) else ()
    return GroundRulesState(tuple(rule.id for rule in block.rules if rule.id in words))


KIND = Kind(
    block=GroundRules,
    state=GroundRulesState,
    blank=lambda _block: GroundRulesState(),
    read=_read,
    data=lambda state: {"agreed": list(state.agreed)},
    verbs={"choose": choose},
    positions=lambda block, _state: len(block.rules),
    act=_act,
)
