"""How the words of one language are written: lists, forms, beginnings that change, accents left out.

Celtic languages change the beginnings of words (*bai*, *fai*, *mai*; *locht*, *lochta*, *a lochta*), and many
people leave accents out. Both are data of the language's file; nothing here knows a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

Needs = frozenset[str]
"""Words of which a text must have one, or nothing is found; empty when that cannot be said."""
AS_WRITTEN = "="
"""Before a word of a pattern: found as it is written, however the language changes others."""
KEPT = "+"
"""At the end of a changed beginning: it comes before the word, and nothing of the word goes."""
MOST_WAYS = 200
"""A word that can be written in more ways than this is not looked for by each of them."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Vocabulary:
    """What patterns of one language may name."""

    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Words and phrases by the name of their list; each is a pattern itself."""
    forms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """All forms of an irregular word, by the word."""
    endings: Sequence[tuple[str, int, Sequence[str]]] = ()
    """How a regular word ends (a regular expression), how many letters go, what comes instead."""
    contractions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Ways to write a word that ends in `_not`; for those not named, `not` and `n't`."""
    spellings: Sequence[tuple[str, str]] = ()
    """Letters that may be spelt in two ways."""
    common: frozenset[str] = frozenset()
    """Words so frequent that looking for them saves nothing."""
    beginnings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """How a word that begins so may begin as well; what ends in `+` comes before it."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Letters that stand for another, as where an accent was left out."""
    unchanged: frozenset[str] = frozenset()
    """Words that are only found as they are written: changed, they would be others."""
    joined: Sequence[str] = ()
    """Short words that are written onto the end of another, such as *'n*."""
    turns: Sequence[str] = ()
    """Words such as *but*, with which another clause begins."""

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Give every form of a word."""
        if word in self.forms:
            return tuple(self.forms[word])
        for ending, drop, added in self.endings:
            if re.search(ending, word):
                stem = word[: len(word) - drop] if drop else word
                return tuple(dict.fromkeys((word, *(stem + tail for tail in added))))
        return (word,)

    def cost(self, words: Needs) -> int:
        """Say how often a text has one of these words, roughly; fewer is better to look for."""
        return sum(60 if word in self.common else 1 for word in words) if words else 10**6

    @property
    def written_on(self) -> str:
        """What may be written onto the end of any word, as a regular expression."""
        return f"(?:(?:{'|'.join(map(re.escape, self.joined))})(?!\\w))?" if self.joined else ""

    @property
    def turning(self) -> str:
        """Where a clause begins with a word of its own, as one more way of a regular expression."""
        return rf"|\s(?:{'|'.join(map(re.escape, self.turns))})\s" if self.turns else ""

    def spelt(self, word: str) -> Iterator[str]:
        """Give the ways to spell a word."""
        yield word
        for one, other in self.spellings:
            if one in word:
                yield word.replace(one, other)

    def regex(self, word: str) -> str:
        """Give what finds a word: in each of its beginnings, with and without its accents and hyphens."""
        if not self._changes(word):
            return letters_of(word.removeprefix(AS_WRITTEN))
        begun, rest = self._begun(word)
        ways = "|".join(dict.fromkeys(letters_of(way, self.letters) for way in begun))
        return (f"(?:{ways})" if len(begun) > 1 else ways) + letters_of(rest, self.letters)

    def needs(self, words: Sequence[str]) -> tuple[Needs, ...]:
        """Give what a text must have for one of some words, part by part of those with a hyphen."""
        parts = [_WORD.findall(way.replace("'", "")) for word in words for way in self._ways(word)]
        return tuple(
            frozenset(n[min(at, len(n) - 1)] for n in parts if n)
            | frozenset("".join(n) for n in parts if len(n) > 1)
            for at in range(max(map(len, parts), default=0))
        )

    def _ways(self, word: str) -> Iterator[str]:
        """Give the ways in which a word can be written."""
        if not self._changes(word):
            yield word.removeprefix(AS_WRITTEN)
            return
        begun, rest = self._begun(word)
        signs = [(*sign, *self.letters.get(sign, "")) for sign in rest]
        tails = ["".join(tail) for _, tail in zip(range(MOST_WAYS), product(*signs), strict=False)]
        for begin in begun:
            heads = product(*((*sign, *self.letters.get(sign, "")) for sign in begin))
            yield from ("".join(head) + tail for head in heads for tail in tails)

    def _changes(self, word: str) -> bool:
        return bool(self.beginnings or self.letters) and not (
            word.startswith(AS_WRITTEN) or word in self.unchanged or len(word) == 1
        )

    def _begun(self, word: str) -> tuple[tuple[str, ...], str]:
        """Give the ways in which a word can begin, and what follows."""
        for length in (3, 2, 1):
            first = word[:length]
            if first in self.beginnings:
                others = (
                    other[:-1] + first if other.endswith(KEPT) else other for other in self.beginnings[first]
                )
                return (first, *others), word[length:]
        return (word[:1],), word[1:]


def letters_of(word: str, others: Mapping[str, str] | None = None) -> str:
    """Give a regular expression for letters: apostrophes optional, hyphens as people write them."""
    made = re.escape(word).replace("'", "'?").replace(r"\#", r"\d{1,3}")
    if others:
        made = "".join(f"[{sign}{others[sign]}]" if sign in others else sign for sign in made)
    return made.replace(r"\-", r"(?:\s?-\s?|\s{1,3}|)")
