"""Where a text quotes somebody, and whether it puts right at once what was quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rse_lessons.lesson.wording.folding import Folded, sentences
from rse_lessons.lesson.wording.patterns import Pattern
from rse_lessons.lesson.wording.rulebook import RuleBook

LONGEST_QUOTE = 600
LOOK_AHEAD = 400
_EXPLAINED = re.compile(r"\W{0,4}\n\s*=\s")
_QUOTED = re.compile(r'"[^"]{0,600}"')
_WORD = re.compile(r"[^\W_]+")
_QUOTES = re.compile(
    r"“[^“”]{1,600}”"
    r"|(?m:^>[^\n]{0,2000}(?:\n>[^\n]{0,2000}){0,20})"
    r'|(?<![\w"])"[^"]{1,600}"(?!\w)'
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){1,600}’"
    r"|(?<![\w'])'(?=\w)(?:[^']|(?<=\w)'(?=\w)){1,600}'(?!\w)"
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Give where each quotation begins and ends, its marks included; `text` as it was written."""
    return [found.span() for found in _QUOTES.finditer(text)] if _may_quote(text) else []


def _may_quote(text: str) -> bool:
    return any(mark in text for mark in "“\"‘'>")


def is_put_right(folded: Folded, begin: int, after: int, book: RuleBook, *, is_term: bool) -> bool:
    """Say whether the rest of the sentence or one of the two that follow puts a quotation right.

    The quotation begins at `begin` and is over at `after`. What somebody may say, and hears an answer to,
    counts as put right by any answer; so does what `=` explains.
    """
    text = folded.text
    end = min(len(text), after + LOOK_AHEAD)
    if _EXPLAINED.match(text, after, end):
        return True
    told = text[max(text.rfind("\n", 0, begin), text.rfind(". ", 0, begin)) + 1 : begin]
    patterns = (*book.corrections, *book.answers) if _says(told, book.heard) else book.corrections
    if not _says(told, book.spoken) and _goes_on(folded, after):
        return True
    cues = book.term_cues if is_term else book.cues
    if not _says(told, book.spoken) and _is_spoken_about(folded, begin, after, cues):
        return True
    for number, (start, stop) in enumerate(sentences(folded, after, end)):
        if number > 2:
            break
        if _says(text[start:stop], patterns):
            return True
    return False


def _goes_on(folded: Folded, after: int) -> bool:
    """Say whether, after the sentence that quotes, the paragraph has a sentence of its own that is no quotation."""
    text = folded.text
    end = text.find("\n", after)
    end = min(len(text) if end < 0 else end, after + LOOK_AHEAD)
    found = list(sentences(folded, after, end))
    return any(len(_WORD.findall(_QUOTED.sub(" ", text[start:stop]))) > 2 for start, stop in found[1:3])


def _is_spoken_about(folded: Folded, begin: int, after: int, cues: frozenset[str]) -> bool:
    """Say whether words around a quotation, in its sentence and the next, show that it is spoken about."""
    text = folded.text
    before = text[max(text.rfind("\n", 0, begin), text.rfind(". ", 0, begin)) + 1 : begin]
    stop = after
    for number, (_start, end) in enumerate(sentences(folded, after, min(len(text), after + LOOK_AHEAD))):
        if number > 1:
            break
        stop = end
    around = _QUOTED.sub(" ", f"{before} {text[after:stop]}")
    return any(word in cues for word in _WORD.findall(around.replace("'", "")))


def _says(text: str, patterns: Sequence[Pattern]) -> bool:
    return any(pattern.regex.search(text) for pattern in patterns)
