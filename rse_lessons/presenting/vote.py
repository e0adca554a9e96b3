"""Hands counted for each option of a vote. A count under five is never kept: it is "fewer than five"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rse_lessons.lesson.model import Vote
from rse_lessons.presenting.kind import Kind, State

FEWEST = 5
"""Below this a count could point at single pupils."""
MOST = 99


@dataclass(frozen=True, slots=True)
class VoteState(State):
    """Hands for every option of the vote."""

    counts: Mapping[str, int | None] = field(default_factory=dict)
    """By option id; None is a count that was kept as "fewer than five"."""
    taken: bool = False
    """True once anything was counted."""

    def count(self, option_id: str) -> int | None:
        """Give an option's hands: a number, or None for fewer than five; nought before the vote."""
        return self.counts.get(option_id, 0)


def masked(count: int | None) -> int | None:
    """Give a count as it may be kept."""
    return None if count is None or count < FEWEST else count


def tally(block: Vote, state: VoteState, option_id: str, change: int) -> VoteState:
    """Count hands up or down; "fewer than five" begins again at nought."""
    return count(block, state, option_id, (state.count(option_id) or 0) + change)


def count(block: Vote, state: VoteState, option_id: str, hands: int) -> VoteState:
    """Set an option's hands, between 0 and 99."""
    if option_id not in {option.id for option in block.options}:
        return state
    hands = min(MOST, max(0, hands))
    if hands == state.count(option_id) and (state.taken or hands == 0):
        return state
    return replace(state, counts={**_blank(block).counts, **state.counts, option_id: hands}, taken=True)


def _blank(block: Vote) -> VoteState:
    return VoteState({option.id: 0 for option in block.options})


def _act(block: Vote, state: VoteState, position: int) -> VoteState:
    return tally(block, state, block.options[position].id, 1)


def _typed(block: Vote, state: VoteState, position: int, number: int) -> VoteState:
    return count(block, state, block.options[position].id, number)


def _read(block: Vote, data: Mapping[str, object]) -> VoteState:
    kept = data.get("counts")
    if not isinstance(kept, Mapping) or not any(option.id in kept for option in block.options):
        return _blank(block)
    return VoteState({option.id: _hands(kept.get(option.id)) for option in block.options}, taken=True)


def _hands(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return masked(min(MOST, value))


def _data(state: VoteState) -> dict[str, object]:
    """Keep nothing of a vote that was not taken; else every option, so that a nought is masked too."""
    if not state.taken:
        return {}
    return {"counts": {option_id: masked(hands) for option_id, hands in state.counts.items()}}


KIND = Kind(
    block=Vote,
    state=VoteState,
    blank=_blank,
    read=_read,
    data=_data,
    verbs={"tally": tally, "count": count},
    positions=lambda block, _state: len(block.options),
    act=_act,
    typed=_typed,
)
