"""Activities with cards, and stories, in words: where each card lies, which one is held, which way was taken.

The rest of a slide is said in `describe`; what has just happened, in `happened`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rse_lessons.i18n.catalogues import ptr, tr
from rse_lessons.lesson import model
from rse_lessons.lesson.arranging import in_diamond
from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.placing import PlacingState
from rse_lessons.presenting.scenario import ScenarioState, walked
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.lines import Line, ended, words_of
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.places import card_words, place_words

_Lines = Iterator[Line]


class _Board:
    """The cards of one block in a state."""

    def __init__(self, block: Any, state: object) -> None:
        board = BOARDS[type(block)]
        self.block = block
        self.state = state if isinstance(state, PlacingState) else board.blank(block)
        self.cards = {card.id: card for card in board.cards(block)}
        self.places = board.places(block)
        self.where = board.where(block, self.state)
        self.way = bool(board.way(block))

    @property
    def waiting(self) -> list[model.Option]:
        return [card for name, card in self.cards.items() if name not in self.where]

    def on(self, place: str) -> list[model.Option]:
        return [self.cards[name] for name, there in self.where.items() if there == place]

    def say(self, card: model.Option) -> str:
        """Say a card; with why it lies there once that is shown, and where it is held."""
        text = card_words(card)
        if card.id == self.state.held:
            over = place_words(self.block, self.state.at)
            return tr("{card} Held, over {place}.").format(card=ended(text), place=over)
        if self.state.shown and card.explanation:
            return f"{ended(text)} {words_of(card.explanation)}"
        return text

    def items(self, cards: Sequence[model.Option]) -> _Lines:
        """Say cards, each with what its picture shows."""
        for card in cards:
            yield Line("item", self.say(card))
            if card.picture is not None and card.text.strip():
                shown = tr("Picture: {description}").format(description=card.picture.description)
                yield Line("picture", shown)

    def head(self) -> _Lines:
        """Say the prompt, and whose way to see it this is."""
        yield Line("subheading", words_of(self.block.prompt))
        if self.state.shown and self.way:
            yield Line("label", tr("One way to see it"))

    def still_waiting(self) -> _Lines:
        """Say the cards that have no place yet."""
        found = self.waiting
        if found and len(found) < len(self.cards):
            yield Line("label", tr("Still to be placed"))
        yield from self.items(found)

    def takeaway(self, look: SlideLook) -> _Lines:
        """Say what to take away where the slide says it."""
        if look.paper or self.state.shown:
            yield Line("message", words_of(self.block.takeaway))


def sort(part: model.Sort, look: SlideLook, state: object) -> _Lines:
    """Say the cards that wait, then each tray with its cards."""
    board = _Board(part, state)
    yield from board.head()
    yield from board.still_waiting()
    for column in part.columns:
        yield Line("label", tr("Tray: {name}").format(name=words_of(column.text)))
        yield from board.items(board.on(column.id))
    yield from board.takeaway(look)


def order(part: model.Order, look: SlideLook, state: object) -> _Lines:
    """Say the steps that wait, then the places that are taken, by their numbers."""
    board = _Board(part, state)
    yield from board.head()
    yield from board.still_waiting()
    for place in board.places:
        for card in board.on(place):
            yield Line("item", f"{place}. {board.say(card)}")
            if card.picture is not None and card.text.strip():
                shown = tr("Picture: {description}").format(description=card.picture.description)
                yield Line("picture", shown)
    yield from board.takeaway(look)


def line(part: model.Line, look: SlideLook, state: object) -> _Lines:
    """Say the cards that wait, then the line from end to end with what lies on it."""
    board = _Board(part, state)
    yield from board.head()
    yield from board.still_waiting()
    one, two = (words_of(end) for end in part.ends)
    yield Line("label", tr("A line from “{one}” to “{two}”").format(one=one, two=two))
    for place in board.places:
        for card in board.on(place):
            said = tr("On {place}: {card}").format(place=place_words(part, place), card=board.say(card))
            yield Line("item", said)
    yield from board.takeaway(look)


def diamond(part: model.Diamond, look: SlideLook, state: object) -> _Lines:
    """Say the cards row by row, from what matters most to what matters least."""
    board = _Board(part, state)
    yield from board.head()
    yield Line("label", ptr("diamond", "Matters most"))
    rows = in_diamond(board.places)
    for number, row in enumerate(rows, 1):
        if len(row) > 1:
            yield Line("label", tr("Row {row} of {rows}").format(row=number, rows=len(rows)))
        for place in row:
            yield from board.items(board.on(place))
    yield Line("label", ptr("diamond", "Matters less"))
    yield from board.takeaway(look)


def scenario(part: model.Scenario, look: SlideLook, state: object) -> _Lines:
    """Say the way that was taken, then the moment that it led to."""
    way = walked(part, state.path if isinstance(state, ScenarioState) else ())
    for _step, choice in way[1:]:
        if choice is not None:
            said = tr("Chosen: {choice}").format(choice=ended(words_of(choice.text)))
            yield Line("label", f"{said} {words_of(choice.explanation)}".strip())
    for step, _choice in way[-1:]:
        yield Line("paragraph", words_of(step.text))
        yield Line("subheading", words_of(step.question))
        for index, choice in enumerate(step.choices):
            yield Line("option", f"{kit.LETTERS[index % 26]}. {words_of(choice.text)}")
        if look.paper or not step.choices:
            yield Line("message", words_of(part.takeaway))
