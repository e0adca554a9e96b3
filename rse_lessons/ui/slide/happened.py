"""What has just happened in an activity, as sentences for a screen reader; how things stand is in `describe`.

“A photo of Gran: over Ask first”, “A photo of Gran: put down in Ask first”. Nothing here draws or speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson import model
from rse_lessons.presenting.activity import (
    GroundRulesState,
    MisconceptionState,
    PlacingState,
    QuizState,
    RevealState,
    ScenarioState,
    VoteState,
)
from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.placing import WAITING
from rse_lessons.presenting.scenario import here, walked
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.lines import ended, words_of
from rse_lessons.ui.slide.places import card_words, place_words

MANY = 3
"""From so many moved cards on, they are counted and not named."""


def happened(block: model.Block, before: object, after: object) -> str:
    """Say what changed between two states of a block; empty when it is not worth a word."""
    say = _HAPPENED.get(type(after))
    return say(block, before, after) if say and type(before) is type(after) and before != after else ""


def stands_at(block: Any, state: object, position: int) -> str:
    """Say what the keyboard stands at in a block."""
    if isinstance(state, PlacingState):
        return _card_at(block, state, position)
    if isinstance(state, ScenarioState):
        step = here(block, state)
        options = step.choices if step else ()
        further = (tr("Back to the last choice"), tr("Begin the story again"))
        if position >= len(options):
            return further[min(position - len(options), 1)]
        return _lettered(options[position], position)
    if isinstance(state, QuizState | VoteState):
        return _option_at(block.options, position)
    if isinstance(state, GroundRulesState):
        own = [rule.text for rule in getattr(state, "own", ())]
        rules = [*(words_of(rule.text) for rule in block.rules), *own]
        return rules[position] if position < len(rules) else ""
    return ""


def _lettered(option: model.Option, position: int) -> str:
    return f"{kit.LETTERS[position % 26]}. {words_of(option.text)}"


def _option_at(options: tuple[model.Option, ...], position: int) -> str:
    return _lettered(options[position], position) if position < len(options) else ""


def _card_at(block: Any, state: PlacingState, position: int) -> str:
    board = BOARDS[type(block)]
    order = board.order(block, state)
    if state.held or not 0 <= position < len(order):
        return ""  # a held card says itself where it is
    card = _cards(block)[order[position]]
    place = board.where(block, state).get(card.id, WAITING)
    if place == WAITING:
        return tr("{card}: waits").format(card=card_words(card))
    return _at(_lies(block), card, block, place)


def _cards(block: Any) -> dict[str, model.Option]:
    return {card.id: card for card in BOARDS[type(block)].cards(block)}


def _at(said: str, card: model.Option, block: Any, place: str) -> str:
    return said.format(card=card_words(card), place=place_words(block, place))


def _lies(block: Any) -> str:
    """Give the sentence for lying: in a tray, on a line, at a place."""
    if isinstance(block, model.Sort):
        return tr("{card}: in {place}")
    return tr("{card}: on {place}") if isinstance(block, model.Line) else tr("{card}: at {place}")


def _down(block: Any) -> str:
    """Give the sentence for putting down."""
    if isinstance(block, model.Sort):
        return tr("{card}: put down in {place}")
    if isinstance(block, model.Line):
        return tr("{card}: put down on {place}")
    return tr("{card}: put down at {place}")


def _placing(block: Any, before: PlacingState, after: PlacingState) -> str:
    if after.shown and not before.shown:
        return _shown(block)
    if before.placed != after.placed:
        return _moved(block, before, after)
    if before.shown and not after.shown and not after.held:
        return tr("Back to the class’s own way to see it.")
    return _in_hand(block, before, after)


def _in_hand(block: Any, before: PlacingState, after: PlacingState) -> str:
    """Say what is done with the card in the hand."""
    cards = _cards(block)
    if after.held in cards and after.held != before.held:
        return tr("{card}: picked up").format(card=card_words(cards[after.held]))
    if after.held in cards and after.at != before.at:
        return _at(tr("{card}: over {place}"), cards[after.held], block, after.at)
    if before.held in cards and not after.held:
        return tr("{card}: put back").format(card=card_words(cards[before.held]))
    return ""


def _shown(block: Any) -> str:
    board = BOARDS[type(block)]
    taken = words_of(board.takeaway(block))
    if board.way(block):
        return f"{tr('One way to see it is shown.')} {taken}".strip()
    return taken


def _moved(block: Any, before: PlacingState, after: PlacingState) -> str:
    """Say where cards were put down; a swap moves two, undoing and beginning again may move many."""
    cards, was, now = _cards(block), dict(before.placed), dict(after.placed)
    moved = [name for name in cards if was.get(name) != now.get(name)]
    undone = len(after.past) < len(before.past)
    if len(moved) >= MANY:
        return tr("Undone.") if undone else tr("The cards begin again.")
    said = [tr("Undone.")] if undone else []
    moved.sort(key=lambda name: name != before.held)  # the one in the hand first
    for name in moved:
        place = now.get(name, WAITING)
        if place == WAITING:
            said.append(ended(tr("{card}: waits again").format(card=card_words(cards[name]))))
        else:
            said.append(ended(_at(_down(block), cards[name], block, place)))
    return " ".join(said)


def _scenario(block: model.Scenario, before: ScenarioState, after: ScenarioState) -> str:
    """Say the moment that was reached, and how it was."""
    way = walked(block, after.path)
    step, choice = way[-1]
    words = [words_of(text) for text in (step.text, step.question) if text]
    if not step.choices:
        words += [tr("Here the story ends."), words_of(block.takeaway)]
    if not after.path:
        words.insert(0, tr("The story begins again."))
    elif len(after.path) < len(before.path):
        words.insert(0, tr("Back."))
    elif choice is not None:
        chosen = tr("Chosen: {choice}").format(choice=ended(words_of(choice.text)))
        words.insert(0, f"{chosen} {words_of(choice.explanation)}".strip())
    return " ".join(word for word in words if word)


def _quiz(block: model.Quiz, before: QuizState, after: QuizState) -> str:
    texts = {option.id: words_of(option.text) for option in block.options}
    if after.revealed and not before.revealed:
        right = " ".join(ended(texts[answer]) for answer in block.answers if answer in texts)
        return tr("To remember: {answers}").format(answers=right)
    new = [texts[name] for name in after.chosen if name not in before.chosen and name in texts]
    gone = [texts[name] for name in before.chosen if name not in after.chosen and name in texts]
    if new:
        return tr("{option}: chosen").format(option=new[0])
    return tr("{option}: not chosen any more").format(option=gone[0]) if gone else ""


def _vote(block: model.Vote, before: VoteState, after: VoteState) -> str:
    for option in block.options:
        count = after.count(option.id)
        if count != before.count(option.id) and count is not None:
            return tr("{option}: {hands}").format(option=words_of(option.text), hands=count)
    return ""


def _reveal(block: model.Reveal, before: RevealState, after: RevealState) -> str:
    lines = [item.text for item in block.items[before.shown : after.shown]]
    if lines and block.takeaway and after.shown >= len(block.items):
        lines.append(block.takeaway)
    return " ".join(ended(words_of(line)) for line in lines)


def _misconception(block: model.Misconception, before: MisconceptionState, after: MisconceptionState) -> str:
    if after.shown and not before.shown:
        return f"{ended(tr('What is true'))} {ended(words_of(block.correction))}"
    return ""


def _rules(block: model.GroundRules, before: GroundRulesState, after: GroundRulesState) -> str:
    rules = [*((rule.id, words_of(rule.text)) for rule in block.rules)]
    rules += [(rule.id, rule.text) for rule in after.own]
    for rule, text in rules:
        if (rule in after.agreed) != (rule in before.agreed):
            said = tr("{rule} Agreed.") if rule in after.agreed else tr("{rule} Not agreed yet.")
            return said.format(rule=ended(text))
    return ""


_HAPPENED: Mapping[type[Any], Callable[[Any, Any, Any], str]] = {
    PlacingState: _placing,
    ScenarioState: _scenario,
    QuizState: _quiz,
    VoteState: _vote,
    RevealState: _reveal,
    MisconceptionState: _misconception,
    GroundRulesState: _rules,
}
