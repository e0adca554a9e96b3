"""Short words with a hyphen, such as “ar-lein”, which stay on one line; longer ones may be parted at it."""

from __future__ import annotations

import re

HELD = "\u2011"
"""The hyphen at which no line ends; Andika draws it as any other."""
_SHORT = 10
_COMPOUND = re.compile(r"<[^>]*>|&\w+;|[\w’'-]*\w-\w[\w’'-]*")


def held(text: str) -> str:
    """Hold short compounds together, in plain words or inline HTML; not a letter more or less."""
    return _COMPOUND.sub(_hold, text) if "-" in text else text


def _hold(found: re.Match[str]) -> str:
    word = found[0]
    return word if len(word) > _SHORT or word[0] in "<&" else word.replace("-", HELD)


def freed(text: str) -> str:
    """Give words with the hyphens they were written with."""
    return text.replace(HELD, "-")
