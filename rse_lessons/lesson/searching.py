"""Finds cards by words, band and topic, as fast as somebody types. Imports nothing that takes time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from rse_lessons.lesson.card import Card

_TYPOGRAPHY = str.maketrans("’‘“”–—", "''\"\"--")


def fold(text: str) -> str:
    """Fold case, accents and typography, so that `dwr` finds `Dŵr` and `don't` finds `don’t`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY).casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def haystack(texts: Iterable[str]) -> str:
    """Give every word of the texts once, folded: a search is for words, each anywhere."""
    return " ".join(dict.fromkeys(fold(" ".join(texts)).split()))


def find(cards: Sequence[Card], words: str = "", band: str = "", topic: str = "") -> tuple[Card, ...]:
    """Give the cards that have every word of `words`, the band and the topic; all when none is given."""
    wanted = fold(words).split()
    found: Iterator[Card] = iter(cards)
    if band:
        found = (card for card in found if card.band == band)
    if topic:
        found = (card for card in found if topic in card.topics)
    if len(wanted) == 1:
        word = wanted[0]
        found = (card for card in found if word in card.search)
    elif wanted:
        found = (card for card in found if all(word in card.search for word in wanted))
    return tuple(found)
