"""Where a text quotes somebody, and whether it puts right at once what was quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rse_lessons.lesson.wording.folding import sentences
from rse_lessons.lesson.wording.patterns import Pattern

LONGEST_QUOTE = 600
LOOK_AHEAD = 400
_QUOTES = re.compile(
    r"“[^“”]{1,600}”"
    r'|(?<![\w"])"[^"]{1,600}"(?!\w)'
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){1,600}’"
    r"|(?<![\w'])'(?=\w)(?:[^']|(?<=\w)'(?=\w)){1,600}'(?!\w)"
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Give where each quotation begins and ends, its marks included; `text` as it was written."""
    return [found.span() for found in _QUOTES.finditer(text)] if _may_quote(text) else []


def _may_quote(text: str) -> bool:
    return any(mark in text for mark in "“\"‘'")


def is_put_right(folded: str, after: int, corrections: Sequence[Pattern]) -> bool:
    """Say whether the rest of this sentence or one of the two that follow puts a quotation right."""
    end = min(len(folded), after + LOOK_AHEAD)
    for number, (begin, stop) in enumerate(sentences(folded, after, end)):
        if number > 2:
            break
        sentence = folded[begin:stop]
        if any(pattern.regex.search(sentence) for pattern in corrections):
            return True
    return False
