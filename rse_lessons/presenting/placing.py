"""Cards that are put in places: into columns, onto stones, along a line, into a diamond.

What the kinds have in common is here; what a kind's places are is a `Board`. A card is picked up, aimed
at a place and dropped by keyboard, or put there at once by hand; both leave the same state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from rse_lessons.lesson.model import Option
from rse_lessons.presenting.kind import Kind, State

B = TypeVar("B")

WAITING = ""
"""The place of a card that has not been placed yet."""
MOST_UNDONE = 50

Placed = tuple[tuple[str, str], ...]
"""Card id and place id of each placed card, in the order of placing."""


@dataclass(frozen=True, slots=True)
class PlacingState(State):
    """Where the cards are."""

    placed: Placed = ()
    shown: bool = False
    """True while one way to see it, or what to take away, is shown; the class's own is kept below it."""
    held: str = ""
    """The card that the keyboard has picked up."""
    at: str = WAITING
    """The place that it is held over."""
    past: tuple[Placed, ...] = ()
    """What can be undone, the latest last."""


def _let_go(state: PlacingState) -> PlacingState:
    return replace(state, held="", at=WAITING)


def _no_way(_block: Any) -> Mapping[str, str]:
    return {}


def next_or_before(places: Sequence[str], at: str, way: str) -> str:
    """Give the place before for `left` and `up`, else the next; the ends hold."""
    index = places.index(at) if at in places else 0
    step = -1 if way in ("left", "up") else 1
    return places[min(max(0, index + step), len(places) - 1)]


@dataclass(frozen=True, slots=True)
class Board(Generic[B]):
    """What the places of a kind are."""

    cards: Callable[[B], Sequence[Option]]
    """In the order in which they wait."""
    places: Callable[[B], Sequence[str]]
    single: bool = False
    """True when a place holds one card; another dropped there changes places with it."""
    way: Callable[[B], Mapping[str, str]] = _no_way
    """The lesson's own way to see it: place by card; empty when there is none."""
    start: Callable[[B], Placed] = lambda _block: ()
    """Cards that have a place from the beginning."""
    waits: bool = True
    """Whether a card may go back to waiting."""
    step: Callable[[Sequence[str], str, str], str] = next_or_before
    """From a place `left`, `right`, `up` or `down` to another: (places, place, way)."""
    takeaway: Callable[[B], str] = lambda block: str(getattr(block, "takeaway", ""))

    # Seeing

    def where(self, block: B, state: PlacingState) -> dict[str, str]:
        """Give the place of each placed card as it is shown, in the order of placing."""
        found = dict(state.placed)
        if state.shown:
            found = {**found, **self.way(block)}
        return found

    def order(self, block: B, state: PlacingState) -> tuple[str, ...]:
        """Give the cards as the keyboard goes along them: those that wait, then place by place."""
        where = self.where(block, state)
        cards = [card.id for card in self.cards(block)]
        waiting = [card for card in cards if card not in where]
        there: dict[str, list[str]] = {}
        for card, place in where.items():
            there.setdefault(place, []).append(card)
        return (*waiting, *(card for place in self.places(block) for card in there.get(place, ())))

    def can_show(self, block: B) -> bool:
        """Tell whether the lesson has something to show at the end."""
        return bool(self.way(block)) or bool(self.takeaway(block).strip())

    # Doing

    def place(self, block: B, state: PlacingState, card: str, place: str) -> PlacingState:
        """Put a card on a place, or back to waiting; what makes no sense changes nothing."""
        if card not in {option.id for option in self.cards(block)}:
            return state
        if place not in self.places(block) and not (place == WAITING and self.waits):
            return state
        where = dict(state.placed)
        before = where.pop(card, WAITING)
        free = _let_go(state)
        if place == before:
            return free
        moved = [other for other, there in where.items() if self.single and there == place]
        for other in moved:
            where.pop(other)
            if before != WAITING:
                where[other] = before
        if place != WAITING:
            where[card] = place
        return self._after(free, tuple(where.items()))

    def undo(self, _block: B, state: PlacingState) -> PlacingState:
        """Put the last card back to where it came from."""
        if not state.past:
            return state
        return PlacingState(state.past[-1], past=state.past[:-1])

    def again(self, block: B, state: PlacingState) -> PlacingState:
        """Begin again; this can be undone too."""
        start = self.start(block)
        free = replace(_let_go(state), shown=False)
        return free if state.placed == start else self._after(free, start)

    def show(self, block: B, state: PlacingState) -> PlacingState:
        """Show one way to see it, or go back to the class's own."""
        if not self.can_show(block):
            return state
        return replace(_let_go(state), shown=not state.shown)

    def _after(self, state: PlacingState, placed: Placed) -> PlacingState:
        past = (*state.past, state.placed)[-MOST_UNDONE:]
        return replace(state, placed=placed, past=past, shown=False)

    def pick(self, block: B, state: PlacingState, card: str) -> PlacingState:
        """Take a tap on a card: pick it up, let it go again, or put the held one where it lies."""
        where = dict(state.placed)
        if state.held == card:
            return _let_go(state)
        if state.held and card in where:
            return self.place(block, state, state.held, where[card])
        if card not in {option.id for option in self.cards(block)}:
            return state
        return replace(state, held=card, at=where.get(card, WAITING), shown=False)

    def put(self, block: B, state: PlacingState, place: str) -> PlacingState:
        """Take a tap on a place: put the held card there."""
        return self.place(block, state, state.held, place) if state.held else state

    # The keyboard

    def act(self, block: B, state: PlacingState, position: int) -> PlacingState:
        """Pick up the card at a position, or drop the one that is held."""
        if state.held:
            return self.place(block, state, state.held, state.at)
        order = self.order(block, state)
        if not 0 <= position < len(order):
            return state
        card = order[position]
        return replace(state, held=card, at=dict(state.placed).get(card, WAITING), shown=False)

    def steer(self, block: B, state: PlacingState, way: str) -> PlacingState | None:
        """Move the held card over the next place; None when no card is held."""
        if not state.held:
            return None
        places = ([WAITING] if self.waits else []) + list(self.places(block))
        return replace(state, at=self.step(places, state.at, way))

    def put_back(self, _block: B, state: PlacingState) -> PlacingState | None:
        """Let go of the held card where it came from; None when no card is held."""
        return _let_go(state) if state.held else None

    def follow(self, block: B, before: PlacingState, after: PlacingState, position: int) -> int:
        """Give where the keyboard stands after a step: with the held card, then at the next that waits."""
        order = self.order(block, after)
        if after.held in order:
            return order.index(after.held)
        if before.placed != after.placed and before.held:
            where = self.where(block, after)
            waiting = [card for card in order if card not in where]
            return 0 if waiting else order.index(before.held)
        return min(position, len(order) - 1)

    # Keeping

    def blank(self, block: B) -> PlacingState:
        """Give the state before anybody touched a card."""
        return PlacingState(self.start(block))

    def read(self, block: B, data: Mapping[str, object]) -> PlacingState:
        """Take kept data back; a card or a place that the lesson no longer has is passed over."""
        kept = data.get("placed")
        state = self.blank(block)
        if isinstance(kept, list | tuple):
            state = PlacingState(())
            for pair in kept:
                words = pair if isinstance(pair, list | tuple) else ()
                if len(words) == 2 and all(isinstance(word, str) for word in words):
                    state = self._put_free(block, state, *words)
            if not self.waits and len(state.placed) != len(tuple(self.cards(block))):
                state = self.blank(block)
        return PlacingState(state.placed, shown=data.get("shown") is True and self.can_show(block))

    def _put_free(self, block: B, state: PlacingState, card: str, place: str) -> PlacingState:
        taken = self.single and place in dict(state.placed).values()
        known = place in self.places(block) and card not in dict(state.placed)
        return self.place(block, state, card, place) if known and not taken else state


def _data(state: PlacingState) -> dict[str, object]:
    return {"placed": [list(pair) for pair in state.placed], "shown": state.shown}


def kind(block: type[B], board: Board[B]) -> Kind[B, PlacingState]:
    """Make the kind of a board."""
    return Kind(
        block=block,
        state=PlacingState,
        blank=board.blank,
        read=board.read,
        data=_data,
        verbs={
            "place": board.place,
            "pick": board.pick,
            "put": board.put,
            "undo": board.undo,
            "again": board.again,
            "reveal": board.show,
        },
        positions=lambda block, _state: len(tuple(board.cards(block))),
        act=board.act,
        steer=board.steer,
        put_back=board.put_back,
        follow=board.follow,
    )
