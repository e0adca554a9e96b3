"""Discussions and the timer together: a step that is gone to starts its time, and its end waits.

Nothing here goes on by itself. What a step is, is `discuss`; how time goes down, is `timer`.
"""

from __future__ import annotations

from rse_lessons.lesson.model import Discuss
from rse_lessons.presenting import discuss
from rse_lessons.presenting.discuss import DiscussState
from rse_lessons.presenting.doing import Doing
from rse_lessons.presenting.kind import State
from rse_lessons.presenting.moment import Focus, What


class Talking(Doing):
    """The discussions of a session. Every method tells whether anything changed."""

    _with: frozenset[What] = frozenset()
    """What is told along with the step that is being taken."""
    _timed_at = -1
    """The class's slide when the timer was started."""

    def start_timer(self, seconds: float | None = None) -> bool:
        """Start the countdown: so many seconds, or the time of the slide's discussion or of its step."""
        talk = next((b for k in self._ids[self.index] if isinstance(b := self._blocks[k], Discuss)), None)
        if seconds is None and talk is not None and talk.talk_steps:
            return self._begin(talk)
        return super().start_timer(seconds)

    def do(self, block_id: str, verb: str, *words: object) -> bool:
        """Do something with a block; choosing the step that is reached starts its time if it is not on."""
        if super().do(block_id, verb, *words):
            return True
        block, state = self._blocks.get(block_id), self._now.states.get(block_id)
        if verb != "choose" or not isinstance(block, Discuss) or not isinstance(state, DiscussState):
            return False
        step = discuss.here(block, state)
        if step is None or step.way not in words or self._times(block_id):
            return False
        return self._start(step.seconds, block_id)

    def act(self) -> bool:
        """Do what Enter does where the keyboard is; at a step, go to it."""
        focus = self._now.focus
        block = self._blocks[focus.block_id] if focus else None
        if focus is None or not isinstance(block, Discuss) or not block.talk_steps:
            return super().act()
        if focus.position < len(block.talk_steps):
            return self.do(block.id, "choose", block.talk_steps[focus.position].way)
        if self._times(block.id) and not self.timer.done:
            return self.toggle_pause()
        return self._begin(block)

    def _begin(self, talk: Discuss) -> bool:
        """Start the time of the step reached; before the first, go there."""
        state = self._now.states[talk.id]
        if not isinstance(state, DiscussState) or not state.step:
            return self.do(talk.id, "reveal")
        return self._start(discuss.seconds(talk, state), talk.id)

    def _times(self, block_id: str) -> bool:
        return self.timer_block == block_id and self.timer.started

    def _put(self, block_id: str, state: State, focus: Focus | None) -> bool:
        """Give a block another state; another step of a discussion starts its time."""
        block = self._blocks[block_id]
        other = state != self._now.states[block_id]
        if other and isinstance(block, Discuss) and isinstance(state, DiscussState):
            step = discuss.here(block, state)
            if step is not None:
                self._set_timer(step.seconds, block_id)
                self._with = frozenset({What.TIMER})
            elif self._times(block_id):
                self._put_timer_away()
        return super()._put(block_id, state, focus)

    def _start(self, seconds: float, block_id: str) -> bool:
        self._set_timer(seconds, block_id)
        return self._timer_changed()

    def _set_timer(self, seconds: float, block_id: str) -> None:
        self.timer.start(seconds)
        self.timer_block = block_id
        self._timed_at = self.class_index

    def _put_timer_away(self) -> None:
        self.timer.stop()
        self.timer_block = ""
        self._with = frozenset({What.TIMER})

    def _tell(self, changed: frozenset[What]) -> None:
        """Tell of a step and of the timer at once; one that is over goes when the class has gone on."""
        if self.timer.done and self.class_index != self._timed_at:
            self._put_timer_away()
        also, self._with = self._with, frozenset()
        super()._tell(changed | also)
