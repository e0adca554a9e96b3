"""Telling the teacher's screen reader what happens in an activity: a card picked up, moved, put down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.presenting.kind import State
from rse_lessons.presenting.session import Focus, Session, What
from rse_lessons.presenting.slides import blocks_of
from rse_lessons.ui.slide.happened import happened, stands_at
from rse_lessons.ui.slide.readings import Readings


class Telling:
    """Compares the session's states before and after each change, and says what is new."""

    def __init__(
        self,
        session: Session,
        readings: Readings,
        listens: Callable[[], bool],
        say: Callable[[str], object],
    ) -> None:
        self._session = session
        self._readings = readings
        self._listens = listens
        self._say = say
        self._states, self._focus, self._index = session.states, session.focus, session.index

    def changed(self, what: frozenset[What]) -> None:
        """Say what changed on the teacher's slide; with nobody to listen, only remember how things stand."""
        session = self._session
        states, focus, index = self._states, self._focus, self._index
        self._states, self._focus, self._index = session.states, session.focus, session.index
        if index != session.index or not what & {What.BLOCK, What.FOCUS} or not self._listens():
            return
        if words := self._words(states, focus):
            self._say(words)

    def _words(self, states: Mapping[str, State], focus: Focus | None) -> str:
        session = self._session
        blocks = blocks_of([self._readings.own.notes[session.index]])
        said = [happened(block, states.get(name), session.states.get(name)) for name, block in blocks.items()]
        now = session.focus
        if not any(said) and now is not None and now != focus and now.block_id in blocks:
            said.append(stands_at(blocks[now.block_id], session.states.get(now.block_id), now.position))
        return " ".join(words for words in said if words)
