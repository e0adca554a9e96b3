"""What a sentence is weighed by: its signs, each with the places of the words that it stands in.

A sign is a rule whose words stand there, a stem, a meaning, letters within a word, or words and meanings that
meet: side by side, near, behind a “not”, where a sentence begins or ends. Signs have names that people can
read, so that a finding can be explained.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from rse_lessons.lesson.wording.meaning.reading import NAME, NUMBER, Word

NEAR = 2
"""So near stand two meanings that are close."""
FAR = 9
"""So near stand two meanings at most."""
NEGATED = 4
"""So many words a “not” reaches."""
LONGEST = 80
"""Of a sentence with more words than this only the beginning is weighed."""
LONGEST_WORD = 40
"""Of a word with more letters only the beginning is weighed."""
SHORTEST_LETTERS, LONGEST_LETTERS = 3, 5
"""Of words with more than three letters, so many letters in a row are signs."""
_NOT = frozenset({"not", "never", "no", "nobody", "none", "noth", "nothing", "neither", "without", "nor"})

LETTERS, MEANINGS, WORDS, RULES = GROUPS = range(4)
"""The groups of signs. A sentence has many of some; so that none drowns others, each speaks by itself."""
_CAPITAL = re.compile("[A-Z]")

Sign = tuple[str, int, int]
"""A sign and the places of the first and the last word that it stands in."""


def signs_of_rules(named: Collection[tuple[str, bool]]) -> list[str]:
    """Give the signs of rules whose words stand there, each with whether these mean one thing only."""
    return sorted({f"={rule}" for rule, _ in named} | {f"={rule}!" for rule, surely in named if surely})


def group_of(sign: str) -> int:
    """Give the group of a sign."""
    if sign[0] in "~=":
        return LETTERS if sign[0] == "~" else RULES
    return WORDS if (sign[0] in "^$" or "_" in sign) and not _CAPITAL.search(sign) else MEANINGS


@lru_cache(maxsize=20_000)
def letters_of(written: str, stem: str) -> tuple[str, ...]:
    """Give the letters of a word in rows, so that misspelt words are known again."""
    word = written[:LONGEST_WORD].replace("'", "")
    if stem in (NAME, NUMBER) or len(word) <= SHORTEST_LETTERS or not word[0].isalpha():
        return ()
    word = f"<{word}>"
    return tuple(
        f"~{word[at : at + length]}"
        for length in range(SHORTEST_LETTERS, LONGEST_LETTERS + 1)
        for at in range(len(word) - length + 1)
    )


def signs_of(words: Sequence[Word], text: str) -> Iterator[Sign]:
    """Give each sign of a sentence, as often as it stands there; `text` is what the words were read from."""
    words = words[:LONGEST]
    for at, word in enumerate(words):
        for sign in signs_of_word(text[word.start : word.end], word):
            yield sign, at, at
    yield from pairs_of(words)


def signs_of_word(written: str, word: Word) -> tuple[str, ...]:
    """Give the signs of a word by itself: its letters, its stem, its meanings."""
    return *letters_of(written, word.stem), word.stem, *word.ideas


def pairs_of(words: Sequence[Word]) -> list[Sign]:
    """Give the signs of a sentence that more than one word has a part in, or the place of a word."""
    words = words[:LONGEST]
    stems = [word.stem for word in words]
    ideas = [word.ideas for word in words]
    found: list[Sign] = []
    last_not = -NEGATED - 1
    for at, mine in enumerate(ideas):
        if stems[at] in _NOT:
            last_not = at
        elif mine and at - last_not <= NEGATED:
            found += [(f"not~{idea}", last_not, at) for idea in mine]
        _side_by_side(found, stems, ideas, at)
        if not mine:
            continue
        for other in range(at + 2, min(at + FAR + 1, len(words))):
            if theirs := ideas[other]:
                sign = ".." if other - at <= NEAR else ">"
                found += [(f"{one}{sign}{two}", at, other) for one in mine for two in theirs]
    if words:
        found += _ends(stems, ideas)
    return found


def _side_by_side(found: list[Sign], stems: Sequence[str], ideas: Sequence[Sequence[str]], at: int) -> None:
    if at + 1 >= len(stems):
        return
    stem, after, theirs = stems[at], stems[at + 1], ideas[at + 1]
    found.append((f"{stem}_{after}", at, at + 1))
    if theirs:
        found += [(f"{stem}_{two}", at, at + 1) for two in theirs]
    for one in ideas[at]:
        found.append((f"{one}_{after}", at, at + 1))
        found += [(f"{one}_{two}", at, at + 1) for two in theirs]
    if at + 2 < len(stems):
        found.append((f"{stem}_{after}_{stems[at + 2]}", at, at + 2))


def _ends(stems: Sequence[str], ideas: Sequence[Sequence[str]]) -> Iterator[Sign]:
    last = len(stems) - 1
    yield f"^{stems[0]}", 0, 0
    yield f"${stems[last]}", last, last
    for idea in ideas[0]:
        yield f"^{idea}", 0, 0
    if last > 0:
        yield f"^{stems[0]}_{stems[1]}", 0, 1
        for idea in ideas[1]:
            yield f"^{stems[0]}_{idea}", 0, 1
    if last > 1:
        yield f"^{stems[0]}_{stems[1]}_{stems[2]}", 0, 2
        yield f"${stems[last - 1]}_{stems[last]}", last - 1, last
