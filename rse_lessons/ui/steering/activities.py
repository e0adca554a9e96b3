"""What keys, presses and drags do with the blocks of a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rse_lessons.presenting.session import Session
from rse_lessons.ui.slide.drawing import Press

_STEPS = ("left", "right", "up", "down")


class Activities:
    """Carries them out on a session."""

    def __init__(self, session: Session, toggle_timer: Callable[[], object]) -> None:
        self._session = session
        self._toggle_timer = toggle_timer

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        session = self._session
        return {
            "activity": lambda: session.leave_activity() or session.enter_activity(),
            "reveal": lambda: self._first("reveal"),
            "undo": lambda: self._first("undo"),
            "again": lambda: self._first("again"),
        }

    def key(self, verb: str, number: int) -> None:
        """Do what a key means inside an activity."""
        session = self._session
        if verb in _STEPS:
            session.steer(verb)
        elif verb == "act":
            session.act()
        elif verb == "digit":
            session.type_digit(number)
        elif session.focus is not None:
            option = self._focused_option()
            if option:
                session.tally(session.focus.block_id, option, number)

    def press(self, press: Press) -> None:
        """Do what a press or a drop on the slide asks for."""
        session = self._session
        if press.action == "timer":
            self._toggle_timer()
        elif press.action in ("tally", "untally"):
            session.tally(press.block, press.option, 1 if press.action == "tally" else -1)
        elif press.action == "pick":
            session.pick(press.block, press.option)
        elif press.action in ("place", "put"):
            words = (press.option, press.place) if press.action == "place" else (press.place,)
            if session.do(press.block, press.action, *words):
                session.leave_activity()
        elif press.action == "choose":
            session.choose(press.block, press.option)
        elif press.action == "next-item":
            session.reveal(press.block)
        elif press.action:
            session.do(press.block, press.action)

    def _first(self, verb: str) -> bool:
        """Do it with the block that the keyboard is in, or else the first on the slide that can."""
        focus = self._session.focus
        blocks = [getattr(part, "id", "") for part in self._session.slides[self._session.index].parts]
        if focus is not None and focus.block_id in blocks:
            blocks = [focus.block_id, *blocks]
        return any(self._session.do(block, verb) for block in blocks if block)

    def _focused_option(self) -> str:
        focus = self._session.focus
        if focus is None:
            return ""
        for part in self._session.slides[self._session.index].parts:
            options = getattr(part, "options", ())
            if getattr(part, "id", "") == focus.block_id and focus.position < len(options):
                return str(options[focus.position].id)
        return ""
