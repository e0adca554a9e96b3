"""Worksheets: each activity of a lesson on a sheet of its own, blank, or filled in one way to see it.

A blank sheet tells nothing: cards are mixed, answers and explanations are left out. One function for each
kind of activity, in one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rse_lessons.lesson import model
from rse_lessons.lesson.arranging import diamond_rows, mixed
from rse_lessons.printing.document import (
    Bullets,
    Card,
    Cards,
    Document,
    Marks,
    PageBreak,
    Para,
    Part,
    Picture,
    Places,
    Rhombus,
    Rope,
    Ruled,
    Section,
    Slips,
    Style,
    Trays,
)
from rse_lessons.printing.said import answered, explained, prompt, takeaway
from rse_lessons.printing.words import ENGLISH, Words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SLIPS = 6
OWN_RULES = 2

Maker = Callable[[Any, Words, bool], Iterable[Part]]


def worksheets(lesson: model.Lesson, words: Words = ENGLISH, *, filled: bool = False) -> Document:
    """Give the worksheets of a lesson that is one nation's; without sections when it has no activity."""
    sections: list[Section] = []
    for slide in lesson.slides:
        for block in _blocks(slide.parts):
            parts = tuple(MAKERS[type(block)](block, words, filled))
            if parts:
                if sections:
                    sections.append(Section("", (PageBreak(),)))
                sections.append(Section(slide.title or lesson.front.title, parts))
    subtitle = words.tr("Worksheets, filled in") if filled else words.tr("Worksheets")
    return Document(lesson.front.title, tuple(sections), subtitle, lesson.language)


def has_worksheets(lesson: model.Lesson) -> bool:
    """Tell whether a lesson has anything that can be a worksheet."""
    return any(True for slide in lesson.slides for _block in _blocks(slide.parts))


def _blocks(parts: Iterable[model.Part]) -> Iterator[model.Part]:
    for part in parts:
        if isinstance(part, model.Only):
            yield from _blocks(part.parts)
        elif type(part) in MAKERS:
            yield part


def _sort(block: model.Sort, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.prompt)
    heads = tuple(column.text for column in block.columns)
    if filled:
        inside = (
            tuple(explained(card) for card in block.cards if card.goes_to == column.id)
            for column in block.columns
        )
        yield Trays(heads, tuple(inside))
        yield from takeaway(block.takeaway)
        return
    yield _how(words.tr("Cut out the cards and lay them in, or write each letter where it belongs."))
    yield Trays(heads)
    yield _cut(mixed(block.cards))


def _order(block: model.Order, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.prompt)
    if filled:
        yield Places(tuple(explained(step) for step in block.steps))
        yield from takeaway(block.takeaway)
        return
    yield _how(words.tr("Cut out the cards and lay them in order, or write each letter beside its number."))
    yield Places(("",) * len(block.steps))
    yield _cut(mixed(block.steps))


def _line(block: model.Line, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.prompt)
    if filled:
        yield Rope(block.ends)
        yield from _no_one_way(block.cards, block.takeaway, words)
        return
    yield _how(words.tr("Write each letter on the line where you would put it, or cut out the cards."))
    yield Rope(block.ends)
    yield _cut(block.cards)


def _diamond(block: model.Diamond, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.prompt)
    if filled:
        yield from _no_one_way(block.cards, block.takeaway, words)
        return
    yield _how(words.tr("Cut out the cards and lay the diamond, or write one letter in each box."))
    rows = tuple(diamond_rows(len(block.cards)))
    yield Rhombus(rows, words.tr("Matters most"), words.tr("Matters less"))
    yield _cut(mixed(block.cards))


def _no_one_way(cards: Iterable[model.Option], last: str, words: Words) -> Iterator[Part]:
    """Give what there is to say where no arrangement is the right one."""
    yield Para(words.tr("There is no one way to see this. A place with a reason is a good place."))
    yield from _list(tuple(explained(card) for card in cards))
    yield from takeaway(last)


def _scenario(block: model.Scenario, words: Words, filled: bool) -> Iterator[Part]:
    """Give the steps by numbers, to be walked with a finger; a blank sheet has boxes to tick."""
    numbers: dict[str, int] = {}
    for step in block.steps:
        numbers.setdefault(step.id, len(numbers) + 1)
    if not filled:
        yield _how(words.tr("Begin at 1. Tick what you would choose, and go on where it sends you."))
    for step in block.steps:
        number = numbers[step.id]
        yield Para(words.tr("**{number}** · {text}").format(number=number, text=step.text), Style.KEEP)
        yield from prompt(step.question)
        yield from _list(
            tuple(_leads(choice, numbers, words, filled) for choice in step.choices), Marks.BOXES
        )
        if not step.choices:
            yield Para(words.tr("Here the story ends."), Style.ASIDE)
    if filled:
        yield from takeaway(block.takeaway)


def _leads(choice: model.Option, numbers: Mapping[str, int], words: Words, filled: bool) -> str:
    text = explained(choice) if filled else choice.text
    if choice.goes_to not in numbers:
        return text
    return words.tr("{choice} → go to {number}").format(choice=text, number=numbers[choice.goes_to])


def _quiz(block: model.Quiz, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.question)
    if not filled:
        yield Bullets(tuple(option.text for option in block.options), Marks.BOXES)
        yield Para(words.tr("Why? Write or draw your reason."))
        yield Ruled(4)
        return
    yield from answered(block, words)


def _vote(block: model.Vote, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.question)
    yield Bullets(
        tuple(explained(option) if filled else option.text for option in block.options), Marks.BOXES
    )
    if filled:
        yield from takeaway(block.takeaway)
    else:
        yield Para(words.tr("Tick one, or leave it. Nobody writes a name."), Style.ASIDE)


def _reveal(block: model.Reveal, _words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.prompt)
    yield Places(tuple(explained(item) if filled else "" for item in block.items))
    if filled:
        yield from takeaway(block.takeaway)


def _discuss(block: model.Discuss, words: Words, filled: bool) -> Iterator[Part]:
    yield from prompt(block.prompt)
    yield from _list(block.points)
    if not filled:
        yield Para(words.tr("What we said, without names:"))
        yield Ruled(8)


def _ground_rules(block: model.GroundRules, words: Words, filled: bool) -> Iterator[Part]:
    yield from _list(tuple(explained(rule) if filled else rule.text for rule in block.rules), Marks.BOXES)
    if not filled:
        yield Para(words.tr("What else would help us?"), Style.STRONG)
        yield Ruled(2 * OWN_RULES)


def _question_box(block: model.QuestionBox, _words: Words, filled: bool) -> Iterator[Part]:
    if not filled:
        yield Slips(block.prompt, SLIPS)


def _misconception(block: model.Misconception, words: Words, filled: bool) -> Iterator[Part]:
    yield Para(words.tr("Some people say: {claim}").format(claim=block.claim), Style.STRONG)
    if filled:
        yield Para(words.tr("What is true: {correction}").format(correction=block.correction), Style.KEEP)
    else:
        yield Para(words.tr("What is true? Say it in your own words."))
        yield Ruled(4)


def _cut(options: Iterable[model.Option]) -> Cards:
    """Give cards with letters; each letter stands for one card on this sheet."""
    return Cards(
        tuple(
            Card(
                option.text,
                _sign(index),
                Picture(option.picture.path, option.picture.description) if option.picture else None,
            )
            for index, option in enumerate(options)
        )
    )


def _sign(index: int) -> str:
    """Give a card's letter; after Z come A2, B2 and so on."""
    again = index // len(LETTERS)
    return LETTERS[index % len(LETTERS)] + (str(again + 1) if again else "")


def _how(sentence: str) -> Para:
    return Para(sentence, Style.ASIDE)


def _list(items: tuple[str, ...], marks: Marks = Marks.DOTS) -> Iterator[Part]:
    if items:
        yield Bullets(items, marks)


MAKERS: Mapping[type[Any], Maker] = {
    model.Sort: _sort,
    model.Order: _order,
    model.Line: _line,
    model.Diamond: _diamond,
    model.Scenario: _scenario,
    model.Quiz: _quiz,
    model.Vote: _vote,
    model.Reveal: _reveal,
    model.Discuss: _discuss,
    model.GroundRules: _ground_rules,
    model.QuestionBox: _question_box,
    model.Misconception: _misconception,
}
