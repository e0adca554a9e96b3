"""A lesson being given to a class: the one truth of it, without a screen.

`core` holds the moment and the step, `timing` the clocks, `doing` the activities, `talking` the
discussions, `tooling` the tools over the slide; here are moving and what the class sees. Screens are a
session's picture. No Qt, no disk, no words for people.
"""

from __future__ import annotations

from dataclasses import replace

from rse_lessons.presenting.activity import kind_of
from rse_lessons.presenting.moment import Focus, Moment, What
from rse_lessons.presenting.showing import Held, Showing, Shows, left, toggled
from rse_lessons.presenting.tooling import Tooling

__all__ = ["Focus", "Session", "Shows", "What"]


class Session(Tooling):
    """Presents one lesson. Every method that changes something tells whether it did."""

    def next(self) -> bool:
        """Show what was looked at first, the next line or step, or the next slide; at the end, finish."""
        now = self._now
        if self.shows is Shows.PRIVATE:
            return self.show_this()
        for block_id in self._ids[now.index]:
            block, state = self._blocks[block_id], now.states[block_id]
            kind = kind_of(block)
            if kind is not None and kind.waits(block, state):
                return self.do(block_id, "reveal")
        if now.index == len(self._slides) - 1:
            return self._become(replace(now, finished=now.finished or now.class_index == now.index))
        return self.go_to(now.index + 1)

    def back(self) -> bool:
        """Go to the slide before, or the one that the class still sees; revealed lines stay."""
        if self.shows is Shows.PRIVATE and not self.nothing_shown:
            return self.go_to(self.class_index)
        return self.go_to(self._now.index - 1)

    def first(self) -> bool:
        """Go to the first slide; inside an activity to its first place, so that no slip turns the slide."""
        return self.go_to(0) if self._now.focus is None else self._focus_on(next(self._places()))

    def last(self) -> bool:
        """Go to the last slide; inside an activity to its last place."""
        if self._now.focus is None:
            return self.go_to(len(self._slides) - 1)
        return self._focus_on(list(self._places())[-1])

    def go_to(self, index: int) -> bool:
        """Go to a slide; a number without a slide changes nothing."""
        if index == self._now.index or not 0 <= index < len(self._slides):
            return False
        return self._become(replace(self._now, index=index, focus=None))

    def show(self, shows: Shows) -> bool:
        """Show something, or return to what was before when it is shown already."""
        if shows is Shows.LIVE:
            return self.live()
        now = self._now
        held = Held(now.index, now.states, tools=now.tools, drawings=now.drawings)
        return self._become(replace(now, showing=toggled(now.showing, shows, held)))

    def live(self) -> bool:
        """Show the teacher's slide, whatever was shown before."""
        return self._become(replace(self._admitted(), showing=Showing()))

    def show_this(self) -> bool:
        """Let the class see the slide that was looked at first."""
        return self.shows is Shows.PRIVATE and self._become(self._admitted())

    def start(self) -> bool:
        """Begin at the first slide, live; or show the slide that is looked at first."""
        if self.shows is Shows.PRIVATE:
            return self.show_this()
        return self._become(replace(self._now, index=0, focus=None, showing=Showing()))

    def freeze(self) -> bool:
        """Hold the class's slide, or let it go."""
        return self.show(Shows.FROZEN)

    def leave(self) -> bool:
        """Go back one level: tool, activity, cover, frozen, slide looked at first. False at the last."""
        if self.leave_tool() or self.leave_activity():
            return True
        if self.shows is Shows.PRIVATE:
            return self.go_to(self.class_index)
        return self._become(replace(self._now, showing=left(self._now.showing)))

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

    def _admitted(self) -> Moment:
        """Give the moment with the teacher's slide no longer kept from the class."""
        now = self._now
        return replace(now, seen=now.seen | {now.index}) if self.pending else now
