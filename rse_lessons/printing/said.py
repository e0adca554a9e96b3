"""What blocks say on paper alike: their prompt, what to take away, cards and answers with their reasons."""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson import model
from rse_lessons.printing.document import Bullets, Marks, Para, Part, Style
from rse_lessons.printing.words import Words


def prompt(markdown: str) -> Iterator[Part]:
    """Give the words before the cards, or nothing."""
    if markdown:
        yield Para(markdown, Style.STRONG)


def takeaway(markdown: str) -> Iterator[Part]:
    """Give what to take away, or nothing."""
    if markdown:
        yield Para(markdown, Style.KEEP)


def explained(option: model.Option) -> str:
    """Give an option with its explanation."""
    return f"{option.text} – *{option.explanation}*" if option.explanation else option.text


def answered(block: model.Quiz, words: Words) -> Iterator[Part]:
    """Give a quiz's options with their reasons, the ones to remember, and what to take away."""
    yield Bullets(tuple(explained(option) for option in block.options), Marks.LETTERS)
    right = [option.text for option in block.options if option.id in block.answers]
    if right:
        yield Para(words.tr("To remember: {answers}").format(answers=" · ".join(right)), Style.KEEP)
    yield from takeaway(block.takeaway)
