"""The kinds of activity in one table, and the ways into it. A new kind is a module and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rse_lessons.lesson.model import Block
from rse_lessons.presenting import boards, discuss, ground_rules, misconception, quiz, reveal, scenario, vote
from rse_lessons.presenting.discuss import DiscussState
from rse_lessons.presenting.ground_rules import GroundRulesState
from rse_lessons.presenting.kind import Kind, State
from rse_lessons.presenting.misconception import MisconceptionState
from rse_lessons.presenting.placing import PlacingState
from rse_lessons.presenting.quiz import QuizState
from rse_lessons.presenting.reveal import RevealState
from rse_lessons.presenting.scenario import ScenarioState
from rse_lessons.presenting.vote import VoteState

__all__ = [
    "KINDS", "DiscussState", "GroundRulesState", "Kind", "MisconceptionState", "PlacingState", "QuizState",
    "RevealState", "ScenarioState", "State", "VoteState", "blank", "from_data", "kind_of", "to_data",
]  # fmt: skip

KINDS: tuple[Kind[Any, Any], ...] = (
    quiz.KIND,
    vote.KIND,
    reveal.KIND,
    discuss.KIND,
    ground_rules.KIND,
    misconception.KIND,
    scenario.KIND,
    *boards.KINDS,
)

_BY_BLOCK: Mapping[type[Any], Kind[Any, Any]] = {kind.block: kind for kind in KINDS}
# Kinds that share a state share what may be kept of it.
_BY_STATE: Mapping[type[Any], Kind[Any, Any]] = {kind.state: kind for kind in KINDS}


def kind_of(block: Block) -> Kind[Any, Any] | None:
    """Give a block's kind, or None when it keeps no state."""
    return _BY_BLOCK.get(type(block))


def blank(block: Block) -> State | None:
    """Give the state of a block that nobody has touched, or None when it keeps no state."""
    kind = kind_of(block)
    state: State | None = kind.blank(block) if kind else None
    return state


def to_data(state: State) -> dict[str, object]:
    """Give what may be kept of a state, with small counts masked."""
    data: dict[str, object] = _BY_STATE[type(state)].data(state)
    return data


def from_data(block: Block, data: object) -> State | None:
    """Give a block's state from kept data; what makes no sense in it is passed over."""
    kind = kind_of(block)
    if kind is None:
        return None
    state: State = kind.read(block, data) if isinstance(data, Mapping) else kind.blank(block)
    return state
