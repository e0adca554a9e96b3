"""What keys and buttons do with the timer and with the steps of a discussion."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.lesson.model import Discuss
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import blocks_of


class Clocks:
    """Carries it out on a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        session = self._session
        return {
            "timer": lambda: session.stop_timer() if session.timer.started else session.start_timer(),
            "timer-main": self.toggle,
            "timer-more": lambda: session.add_time(60) if session.timer.started else session.start_timer(),
            "pause": session.toggle_pause,
            "talk-on": lambda: self._talk("reveal"),
            "talk-back": lambda: self._talk("undo"),
        }

    def toggle(self) -> None:
        """Start the timer, hold it, or let it go on."""
        timer = self._session.timer
        if timer.started and not timer.done:
            self._session.toggle_pause()
        else:
            self._session.start_timer()

    def _talk(self, verb: str) -> bool:
        """Go on or back a step in the discussion of the slide."""
        blocks = blocks_of([self._session.slides[self._session.index]])
        return any(self._session.do(key, verb) for key, block in blocks.items() if isinstance(block, Discuss))
