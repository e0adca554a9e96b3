"""Makes text alike that people write in different ways: case, apostrophes, hyphens, odd spaces and letters.

Each sign of what comes out knows its place in what came in. Cuts into paragraphs, sentences and windows
live here too; what is looked for does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

LONGEST = 1_000
"""A sentence longer than this is looked at in windows."""
OVERLAP = 160
_SAME = {
    **dict.fromkeys("’‘ʼ`´‛′＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‐‑‒−﹣－", "-"),
    **dict.fromkeys("\t\v\f\0\u00a0\u2002\u2003\u2007\u2009\u202f\u2028\u3000_*", " "),
}
_LONGER = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "…": " "}
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TABLE = str.maketrans(_SAME)
_ACCENTS = "\u0300\u0301\u0302\u0307\u0308"
"""Accents that some programs write as signs of their own, behind the letter."""
_ODD = re.compile("[" + "".join(_LONGER) + _NOTHING + _ACCENTS + "]")
_PARAGRAPH = re.compile(r"\n[ ]*(?:\n\s*|(?=[-*+•>#|]\s|\d{1,3}[.)]\s))")
_SENTENCE_END = re.compile(r"""[.!?]+["')\]]{0,3}(?=\s)""")
_GOES_ON = re.compile(r"[ \t\n]{1,3}[a-z]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|h\.y|m\.sh|srl|etc|mr|mrs|ms|dr|st|no|vs|cf|approx|incl|p|pp|para)\.$"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Text made alike."""

    text: str
    cased: str
    """The same before it lost its capitals."""
    places: tuple[int, ...] | None
    """Where each sign stood; None when all stand where they stood."""

    def place(self, at: int) -> int:
        """Give where in the text that came in a sign stood."""
        return at if self.places is None else self.places[at]


def fold(text: str) -> Folded:
    """Make a text alike."""
    plain = text.translate(_TABLE)
    lowered = plain.lower()
    if len(lowered) == len(text) and not _ODD.search(lowered):
        return Folded(lowered, plain, None)
    signs: list[str] = []
    cased: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(plain):
        if sign in _ACCENTS and signs and len(together := normalize("NFC", signs[-1] + sign)) == 1:
            signs[-1], cased[-1] = together, normalize("NFC", cased[-1] + sign)
            continue
        made = "" if sign in _NOTHING else _LONGER.get(sign, sign.lower())
        signs.append(made)
        cased.append(sign * len(made))
        places.extend([at] * len(made))
    places.append(len(text))
    return Folded("".join(signs), "".join(cased), tuple(places))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give where each paragraph or list item begins and ends."""
    start = 0
    for found in _PARAGRAPH.finditer(text):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def sentences(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a paragraph begins and ends; a very long one in windows that overlap."""
    begin = start
    for found in _SENTENCE_END.finditer(folded.text, start, end):
        goes_on = _GOES_ON.match(folded.cased, found.end(), end)
        if goes_on or _ABBREVIATION.search(folded.text, max(begin, found.end() - 10), found.end()):
            continue
        yield from _windows(begin, found.end())
        begin = found.end()
    if begin < end:
        yield from _windows(begin, end)


def _windows(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        yield start, start + LONGEST
        start += LONGEST - OVERLAP
    yield start, end
