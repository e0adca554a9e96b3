"""What keys and buttons do with the timer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.presenting.session import Session


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
        }

    def toggle(self) -> None:
        """Start the timer, hold it, or let it go on."""
        timer = self._session.timer
        if timer.started and not timer.done:
            self._session.toggle_pause()
        else:
            self._session.start_timer()
