"""Words parted into sentences, as a voice reads them one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST = 400
"""Characters that a voice is given at a time; a longer sentence is parted where it breathes."""

_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[“‘\"'(\[¿¡]*[^\W_a-z])")
_NO_END = re.compile(r"(?:^|[\s(“‘])(?:[A-Z]|\d{1,2}|Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|vs)\.$")
_BREATH = re.compile(r"[;:,–—]\s+|\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a voice reads in one breath."""

    text: str
    line: int
    """Which line of the slide it stands in, counted from 0."""
    nth: int
    """How often the same words came before it on the slide."""


def sentences_of(lines: Sequence[str]) -> tuple[Sentence, ...]:
    """Part the lines of a slide."""
    before: dict[str, int] = {}
    found = []
    for number, line in enumerate(lines):
        for text in parted(line):
            found.append(Sentence(text, number, before.get(text, 0)))
            before[text] = before.get(text, 0) + 1
    return tuple(found)


def parted(text: str) -> Iterator[str]:
    """Give the sentences of a text; what has no letter or digit is none."""
    start = 0
    text = " ".join(text.split())
    for end in _END.finditer(text):
        piece = text[start : end.end()].strip()
        if not _NO_END.search(piece):
            yield from _short(piece)
            start = end.end()
    yield from _short(text[start:])


def _short(text: str) -> Iterator[str]:
    while len(text) > LONGEST:
        breaths = [match.end() for match in _BREATH.finditer(text, LONGEST // 2, LONGEST)]
        cut = breaths[-1] if breaths else LONGEST
        yield text[:cut].strip()
        text = text[cut:]
    text = text.strip()
    if any(letter.isalnum() for letter in text):
        yield text
