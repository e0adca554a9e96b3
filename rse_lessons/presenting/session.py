"""A lesson being given to a class: the one truth of it, without a screen.

`core` holds the moment and the step, `timing` the clocks, `doing` the activities; here are moving
and what the class sees. Screens are a session's picture. No Qt, no disk, no words for people.
"""

from __future__ import annotations

from dataclasses import replace

from rse_lessons.lesson.model import Reveal
from rse_lessons.presenting.activity import RevealState
from rse_lessons.presenting.doing import Doing
from rse_lessons.presenting.moment import Focus, What
from rse_lessons.presenting.reveal import has_more
from rse_lessons.presenting.showing import Shows, left, toggled

__all__ = ["Focus", "Session", "Shows", "What"]


class Session(Doing):
    """Presents one lesson. Every method that changes something tells whether it did."""

    def next(self) -> bool:
        """Show the slide's next hidden line, or the next slide; at the end, finish."""
        now = self._now
        for block_id in self._ids[now.index]:
            block, state = self._blocks[block_id], now.states[block_id]
            if isinstance(block, Reveal) and isinstance(state, RevealState) and has_more(block, state):
                return self.do(block_id, "reveal")
        if now.index == len(self._slides) - 1:
            return self._become(replace(now, finished=now.finished or now.class_index == now.index))
        return self.go_to(now.index + 1)

    def back(self) -> bool:
        """Go to the slide before; revealed lines stay."""
        return self.go_to(self._now.index - 1)

    def first(self) -> bool:
        """Go to the first slide."""
        return self.go_to(0)

    def last(self) -> bool:
        """Go to the last slide."""
        return self.go_to(len(self._slides) - 1)

    def go_to(self, index: int) -> bool:
        """Go to a slide; a number without a slide changes nothing."""
        if index == self._now.index or not 0 <= index < len(self._slides):
            return False
        return self._become(replace(self._now, index=index, focus=None))

    def show(self, shows: Shows) -> bool:
        """Show something, or return to what was before when it is shown already."""
        now = self._now
        return self._become(replace(now, showing=toggled(now.showing, shows, now.index, now.states)))

    def live(self) -> bool:
        """Show the teacher's slide."""
        return self.show(Shows.LIVE)

    def freeze(self) -> bool:
        """Hold the class's slide, or let it go."""
        return self.show(Shows.FROZEN)

    def leave(self) -> bool:
        """Go back one level: activity, then cover, then frozen. False when there is nothing to leave."""
        return self.leave_activity() or self._become(replace(self._now, showing=left(self._now.showing)))

    def lock(self) -> bool:
        """Ask the console to hide all but the slide."""
        return self._become(replace(self._now, locked=True))

    def unlock(self) -> bool:
        """Show the console whole again."""
        return self._become(replace(self._now, locked=False))

    def finish(self) -> bool:
        """End the lesson as taught."""
        changed = self._become(replace(self._now, finished=True))
        self.suspend()
        return changed
