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
_FIRST = re.compile(r"[^\W_]")
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


def is_put_right(
    folded: Folded, begin: int, after: int, book: RuleBook, *, is_term: bool, strictly: bool
) -> bool:
    """Say whether the rest of the sentence or one of the two that follow puts a quotation right.

    The quotation begins at `begin` and is over at `after`. What somebody may say, and hears an answer to,
    counts as put right by any answer; so does what `=` explains. Unless `strictly`, as in lessons, a text
    that goes on in its own words, or that speaks about the quotation, is taken to know better, too.
    """
    text = folded.text
    end = min(len(text), after + LOOK_AHEAD)
    if _EXPLAINED.match(text, after, end):
        return True
    rest = text[after:end]
    told = text[max(text.rfind("\n", 0, begin), text.rfind(". ", 0, begin)) + 1 : begin]
    patterns = (*book.corrections, *book.answers) if _says(told, book.heard) else book.corrections
    cues = book.term_cues if is_term else book.cues
    own_words = not _says(told, book.spoken)
    if (
        own_words
        and not strictly
        and (_goes_on(folded, after) or _is_spoken_about(folded, begin, after, cues))
    ):
        return True
    if own_words and not is_term and _says(rest, book.comments):
        return True
    for number, (start, stop) in enumerate(sentences(folded, after, end)):
        if number > 2:
            break
        if _says(text[start:stop], patterns):
            return True
    return False


def _goes_on(folded: Folded, after: int) -> bool:
    """Say whether, after the sentence that quotes, the paragraph has words of its own."""
    text = folded.text
    end = text.find("\n", after)
    end = min(len(text) if end < 0 else end, after + LOOK_AHEAD)
    for number, (start, stop) in enumerate(sentences(folded, after, end)):
        first = _FIRST.search(folded.cased, start, stop)
        opens = number > 0 or (first is not None and first[0].isupper())
        if number < 3 and opens and _WORD.search(_QUOTED.sub(" ", text[start:stop])):
            return True
    return False


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
