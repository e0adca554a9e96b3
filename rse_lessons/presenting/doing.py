"""What is done with the blocks of a lesson: choosing, revealing, counting, by hand or by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from rse_lessons.lesson.model import Block
from rse_lessons.presenting.activity import Kind, State, blank, kind_of
from rse_lessons.presenting.kind import AWAY
from rse_lessons.presenting.moment import Focus
from rse_lessons.presenting.placing import PlacingState
from rse_lessons.presenting.timing import Timing


class Doing(Timing):
    """The activities of a session. Every method tells whether anything changed."""

    def do(self, block_id: str, verb: str, *words: object) -> bool:
        """Do something with a block by the verbs of its kind; what makes no sense changes nothing."""
        kind = kind_of(self._blocks[block_id]) if block_id in self._blocks else None
        if kind is None or verb not in kind.verbs:
            return False
        state = kind.verbs[verb](self._blocks[block_id], self._now.states[block_id], *words)
        return self._put(block_id, state, self._followed(block_id, state))

    def choose(self, block_id: str, option_id: str) -> bool:
        """Choose an option, or let go of it."""
        return self.do(block_id, "choose", option_id)

    def reveal(self, block_id: str) -> bool:
        """Show a quiz's options to remember, or the next line of a reveal."""
        return self.do(block_id, "reveal")

    def tally(self, block_id: str, option_id: str, change: int) -> bool:
        """Count hands up or down."""
        return self.do(block_id, "tally", option_id, change)

    def set_tally(self, block_id: str, option_id: str, count: int) -> bool:
        """Set the hands counted for an option."""
        return self.do(block_id, "count", option_id, count)

    def pick(self, block_id: str, card_id: str) -> bool:
        """Take a tap on a card; while it is held, the keyboard stands with it."""
        block = self._blocks.get(block_id)
        kind = kind_of(block) if block is not None else None
        if block is None or kind is None or kind.follow is None or "pick" not in kind.verbs:
            return False
        state = kind.verbs["pick"](block, self._now.states[block_id], card_id)
        held = isinstance(state, PlacingState) and state.held
        focus = Focus(block_id, kind.follow(block, state, state, 0)) if held else None
        return self._put(block_id, state, focus)

    def reset(self, block_id: str) -> bool:
        """Put a block back to how it was before anybody touched it."""
        block = self._blocks.get(block_id)
        state = blank(block) if block is not None else None
        return state is not None and self._put(block_id, state, self._followed(block_id, state))

    def enter_activity(self) -> bool:
        """Give the keyboard to the first activity of the teacher's slide."""
        return self._now.focus is None and self._focus_on(next(self._places(), None))

    def leave_activity(self) -> bool:
        """Put back a card that is held; else give the keyboard back to moving through the slides."""
        put_back = self._answered(lambda kind, block, state: kind.put_back and kind.put_back(block, state))
        return self._focus_on(None) if put_back is None else put_back

    def steer(self, way: str) -> bool:
        """Do what an arrow does where the keyboard is: move a held card, or go to the next place."""
        steered = self._answered(lambda kind, block, state: kind.steer and kind.steer(block, state, way))
        return self.move_focus(-1 if way in ("left", "up") else 1) if steered is None else steered

    def _answered(self, answer: Callable[[Kind[Any, Any], Block, State], State | None]) -> bool | None:
        """Let the kind where the keyboard is answer a key; None when it does not, else whether it changed."""
        focus = self._now.focus
        kind = kind_of(self._blocks[focus.block_id]) if focus else None
        if focus is None or kind is None:
            return None
        state = answer(kind, self._blocks[focus.block_id], self._now.states[focus.block_id])
        return (
            None if state is None else self._put(focus.block_id, state, self._followed(focus.block_id, state))
        )

    def move_focus(self, step: int) -> bool:
        """Move along the places of the slide's activities; the ends hold."""
        places = list(self._places())
        if self._now.focus is None or self._now.focus not in places:
            return False
        place = places.index(self._now.focus) + step
        return self._focus_on(places[min(max(0, place), len(places) - 1)])

    def act(self) -> bool:
        """Do what Enter does where the keyboard is: choose, count one hand, show a line, start the timer."""
        focus = self._now.focus
        if focus is None:
            return False
        block, state = self._blocks[focus.block_id], self._now.states[focus.block_id]
        kind = kind_of(block)
        if kind is not None and kind.seconds is not None:
            if self.timer_block == focus.block_id and self.timer.started and not self.timer.done:
                return self.toggle_pause()
            return self._start(kind.seconds(block), focus.block_id)
        if kind is None or kind.act is None:
            return False
        after = kind.act(block, state, focus.position)
        return self._put(focus.block_id, after, self._followed(focus.block_id, after))

    def type_digit(self, digit: int) -> bool:
        """Type a count, digit by digit, up to 99; False when the keyboard is not at a count."""
        focus = self._now.focus
        kind = kind_of(self._blocks[focus.block_id]) if focus else None
        if focus is None or kind is None or kind.typed is None or not 0 <= digit <= 9:
            return False
        number = (focus.typed or 0) * 10 + digit
        number = digit if number > 99 else number
        block, state = self._blocks[focus.block_id], self._now.states[focus.block_id]
        state = kind.typed(block, state, focus.position, number)
        self._put(focus.block_id, state, replace(focus, typed=number))
        return True

    def _put(self, block_id: str, state: State, focus: Focus | None) -> bool:
        """Give a block another state."""
        states = self._now.states
        if state != states[block_id]:
            states = {**states, block_id: state}
        return self._become(replace(self._now, states=states, focus=focus))

    def _followed(self, block_id: str, after: State) -> Focus | None:
        """Give where the keyboard stands once a block has this state."""
        focus = self._now.focus
        if focus is None or focus.block_id != block_id:
            return focus and replace(focus, typed=None)
        block, before = self._blocks[block_id], self._now.states[block_id]
        kind = kind_of(block)
        follow = kind.follow if kind else None
        position = follow(block, before, after, focus.position) if follow else focus.position
        return None if position == AWAY else replace(focus, position=max(0, position), typed=None)

    def _focus_on(self, focus: Focus | None) -> bool:
        return focus is not self._now.focus and self._become(replace(self._now, focus=focus))

    def _places(self) -> Iterator[Focus]:
        """Yield every place on the teacher's slide where the keyboard can stand, in order."""
        for block_id in self._ids[self._now.index]:
            block = self._blocks[block_id]
            kind = kind_of(block)
            if kind is not None:
                for position in range(kind.positions(block, self._now.states[block_id])):
                    yield Focus(block_id, position)
