"""What stays together on a line: short words with a hyphen, such as “ar-lein”, and a heading’s last words."""

from __future__ import annotations

import re

HELD = "\u2011"
"""The hyphen at which no line ends; Andika draws it as any other."""
_SHORT = 10
LAST = 8
"""So many letters the last word of a heading has at most that is held to the one before it."""
_PIECE = r"(?<![\w’'-])([\w’']{1,3})-(?=\w)|-(?=[\w’']{1,3}(?![\w’'-]))"
_TO_NEXT = re.compile(r"(?<!\S)([aoywàAOYWÀI]) ")
"""“a”, “o”, “y”: in four languages words that go with the next."""
_TO_LAST = re.compile(r" (?=[eéí](?!\w))")
"""“e”, “é”, “í”: he, she or it, after its verb. “i” is one or the other, and is left alone."""
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_COMPOUND = r"<[^>]*>|&\w+;|[\w’'-]*\w-\w[\w’'-]*"


def held(text: str) -> str:
    """Hold short compounds together, in plain words or inline HTML; not a letter more or less."""
    return re.sub(_COMPOUND, _hold, text) if "-" in text else text


def _hold(found: re.Match[str]) -> str:
    word = found[0]
    if word[0] in "<&":
        return word
    if len(word) <= _SHORT:
        return word.replace("-", HELD)
    # A piece such as “h-”, “cho-” or “-sa” is no word by itself; longer words may be parted elsewhere.
    return re.sub(_PIECE, lambda piece: piece[0].replace("-", HELD), word)


def bound(text: str, last: int = LAST) -> str:
    """Hold numbers together, words of one letter to a neighbour, and a last word of up to `last` letters.

    What stands alone at a line's end, or on the last line, is read on its own.
    """
    if "<" in text or "&" in text:
        return text
    text = _TO_LAST.sub("\u00a0", _TO_NEXT.sub("\\1\u00a0", _IN_NUMBER.sub("\u00a0", text)))
    words = text.split(" ")
    if len(words) > 2 and len(words[-1]) <= last and len(words[-2]) + len(words[-1]) <= 2 * LAST:
        return " ".join(words[:-1]) + "\u00a0" + words[-1]
    return text


def freed(text: str) -> str:
    """Give words with the hyphens they were written with."""
    return text.replace(HELD, "-")
