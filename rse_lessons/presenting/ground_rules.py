"""Which of the ground rules the class has said yes to: the lesson's, and then the class's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import GroundRules
from rse_lessons.presenting.kind import Kind, State


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule that this class made; its text is plain words, no Markdown."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class GroundRulesState(State):
    """Ids of the rules agreed, in the order in which they stand, and the rules that the class added."""

    agreed: tuple[str, ...] = ()
    own: tuple[OwnRule, ...] = ()


def rule_ids(block: GroundRules, state: GroundRulesState) -> tuple[str, ...]:
    """Give the ids of all rules as they stand: the lesson's first."""
    return (*(rule.id for rule in block.rules), *(rule.id for rule in state.own))


def choose(block: GroundRules, state: GroundRulesState, rule_id: str) -> GroundRulesState:
    """Agree a rule, or take that back."""
    return _ordered(block, state, set(state.agreed) ^ {rule_id})


def put_own(block: GroundRules, state: GroundRulesState, rules: Sequence[OwnRule] = ()) -> GroundRulesState:
    """Put the class's own rules after the lesson's; what was agreed stays, as far as it is still there."""
    known = {rule.id for rule in block.rules}
    own = tuple(rule for rule in rules if rule.id not in known)
    return _ordered(block, replace(state, own=own), set(state.agreed))


def _ordered(block: GroundRules, state: GroundRulesState, agreed: set[str]) -> GroundRulesState:
    return replace(state, agreed=tuple(rule for rule in rule_ids(block, state) if rule in agreed))


def _act(block: GroundRules, state: GroundRulesState, position: int) -> GroundRulesState:
    return choose(block, state, rule_ids(block, state)[position])


def _follow(block: GroundRules, _before: GroundRulesState, after: GroundRulesState, position: int) -> int:
    return min(position, len(rule_ids(block, after)) - 1)


def _read(block: GroundRules, data: Mapping[str, object]) -> GroundRulesState:
    kept = data.get("agreed")
    words = [word for word in kept if isinstance(word, str)] if isinstance(kept, list | tuple) else []
    lessons = tuple(rule.id for rule in block.rules if rule.id in words)
    # The class's own rules are put in later: what was agreed of them waits for that.
    return GroundRulesState((*lessons, *(word for word in dict.fromkeys(words) if word not in lessons)))


KIND = Kind(
    block=GroundRules,
    state=GroundRulesState,
    blank=lambda _block: GroundRulesState(),
    read=_read,
    # The words of a class's own rules are kept elsewhere, where they can be deleted.
    data=lambda state: {"agreed": list(state.agreed)},
    verbs={"choose": choose, "own": put_own},
    positions=lambda block, state: len(rule_ids(block, state)),
    act=_act,
    follow=_follow,
)
