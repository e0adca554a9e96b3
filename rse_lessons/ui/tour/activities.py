"""Pictures of every activity of the demonstration lesson: untouched, begun by a class, and at its end.

On the teacher's window, and as the class sees it. What a class might have done is made up here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from rse_lessons.lesson.model import Block, GroundRules, Handout, Lesson, Quiz, Reveal, Scenario, Slide, Vote
from rse_lessons.presenting.activity import (
    GroundRulesState,
    PlacingState,
    QuizState,
    RevealState,
    ScenarioState,
    State,
    VoteState,
    blank,
)
from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.scenario import here
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.ui.classroom import Classroom
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.tour.giving import HANDS, Picture, Step, console, does, projector

BEGUN, ENDED = "begun", "ended"
_STRIDE = 3
"""From place to place by which cards are put where no way to see it is known; it comes by all of them."""


def states_of(block: Block) -> dict[str, State]:
    """Give the states in which a block is pictured besides the untouched one, by name."""
    if type(block) in BOARDS:
        return _on_board(block)
    made = _MADE.get(type(block))
    return made(block) if made else {}


def _story(block: Scenario) -> dict[str, State]:
    road = _road(block)
    return {BEGUN: ScenarioState(road[:1]), ENDED: ScenarioState(road)}


def _vote(block: Vote) -> dict[str, State]:
    return {ENDED: _hands(block, HANDS if block.compare else HANDS[::-1])}


def _quiz(block: Quiz) -> dict[str, State]:
    chosen = tuple(option.id for option in block.options if option.id not in block.answers)[:1]
    return {BEGUN: QuizState(chosen), ENDED: QuizState((*chosen, *block.answers), revealed=True)}


def _lines(block: Reveal) -> dict[str, State]:
    return {BEGUN: RevealState(len(block.items) // 2), ENDED: RevealState(len(block.items))}


def _rules(block: GroundRules) -> dict[str, State]:
    return {BEGUN: GroundRulesState(tuple(rule.id for rule in block.rules[:2]))}


_MADE: Mapping[type[Any], Callable[[Any], dict[str, State]]] = {
    Scenario: _story,
    Vote: _vote,
    Quiz: _quiz,
    Reveal: _lines,
    GroundRules: _rules,
}


def _on_board(block: Block) -> dict[str, State]:
    """Put every other card somewhere, hold the next one over a place; then show one way to see it."""
    board = BOARDS[type(block)]
    state = blank(block)
    cards, places, way = board.cards(block), board.places(block), board.way(block)
    if not isinstance(state, PlacingState) or not cards or not places:
        return {}
    for number, card in enumerate(cards[::2]):
        there = way.get(card.id) or places[(number * _STRIDE) % len(places)]
        state = board.place(block, state, card.id, there)
    held = board.steer(block, board.act(block, state, 0), "right")
    found: dict[str, State] = {BEGUN: held or state}
    if board.can_show(block):
        for card in cards[1::2]:
            state = board.place(block, state, card.id, places[0])
        found[ENDED] = board.show(block, state)
    return found


def _road(block: Scenario) -> tuple[str, ...]:
    """Give the choices of one way through a story: the first choice each time, to where it ends."""
    path: tuple[str, ...] = ()
    while (step := here(block, ScenarioState(path))) is not None and step.choices:
        longer = (*path, step.choices[0].id)
        if here(block, ScenarioState(longer)) is step or len(longer) > len(block.steps):
            break
        path = longer
    return path


def class_sees(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures of the class's screen, each activity in each of its states."""
    pictures: dict[str, Picture] = {}
    for number, slide in enumerate(slides_of(lesson), 1):
        for block_id, states in _activities(slide):
            for name, state in {"": None, **states}.items():
                made = {block_id: state} if state is not None else {}
                label = f"{block_id}-{name}" if name else block_id
                pictures[f"activity-{label}"] = _seen(lesson, slide, number, made)
    return pictures


def consoles(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures of the teacher's window: the first activity of each kind, begun, and one as text."""
    pictures: dict[str, Picture] = {}
    for index, slide in enumerate(slides_of(lesson)):
        for block in slide.parts:
            name = f"console-activity-{type(block).__name__.lower()}"
            if type(block) in (*BOARDS, Scenario) and name not in pictures:
                pictures[name] = _console(lesson, index, _begin)
                pictures.setdefault(
                    "console-activity-text", _console(lesson, index, _begin, does("text-view"))
                )
    return pictures


def _activities(slide: Slide) -> Iterator[tuple[str, dict[str, State]]]:
    for block_id, block in blocks_of([slide]).items():
        if not isinstance(block, Handout):
            yield block_id, states_of(block)


def _begin(room: Classroom) -> None:
    """Do by keyboard and by hand what a class might have done on this slide."""
    session = room.session
    for block_id, block in blocks_of([session.slides[session.index]]).items():
        state = states_of(block).get(BEGUN)
        if isinstance(state, PlacingState):
            for card, place in state.placed:
                session.do(block_id, "place", card, place)
            session.enter_activity()
            session.act()
            session.steer("right")
        elif isinstance(state, ScenarioState):
            for choice in state.path:
                session.choose(block_id, choice)


def _console(lesson: Lesson, slide: int, *steps: Step) -> Picture:
    return lambda given, theme: console(given, theme, lesson, slide, *steps)


def _seen(lesson: Lesson, slide: Slide, number: int, states: dict[str, State]) -> Picture:
    def picture(given: Given, theme: Theme) -> Shown:
        look = replace(given.look(lesson, theme), compare=lambda _block: _before(slide))
        return projector(theme, build_scene(slide, number, look, states), slide.title)

    return picture


def _before(slide: Slide) -> VoteState:
    """Give what an earlier vote with the same options counted."""
    vote = next((part for part in slide.parts if isinstance(part, Vote)), None)
    return _hands(vote, HANDS[::-1]) if vote else VoteState()


def _hands(block: Vote, hands: tuple[int, ...]) -> VoteState:
    counts = {option.id: count for option, count in zip(block.options, hands, strict=False)}
    return VoteState(counts, taken=True)
