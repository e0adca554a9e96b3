"""Weighs a sentence: what meets in it speaks for a rule, or for no rule at all.

The weights were learned from sentences of which it was known what each should be found for; see
`benchmarks/wording/learning.py`. Each finding can say which words weighed most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log
from pathlib import Path

from rse_lessons.lesson.wording.meaning.reading import Meanings, Word, read_meanings
from rse_lessons.lesson.wording.rulebook import rule_book

FOLDER = Path(__file__).parent
NEAR = 2
"""So near stand two meanings that are close."""
FAR = 9
"""So near stand two meanings at most."""
NEGATED = 4
"""So many words a “not” reaches."""
LONGEST = 120
"""Of a sentence with more words than this only the beginning is weighed."""
_NOT = frozenset({"not", "never", "no", "nobody", "none", "noth", "nothing", "neither", "without", "nor"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of a sentence."""

    speaks: float
    """How much speaks for some rule: above nought more than for none."""
    rules: tuple[tuple[str, float], ...]
    """The likeliest rules, best first, with how likely each is if any is."""


@dataclass(frozen=True)
class Scales:
    """The weights of a language."""

    meanings: Meanings
    rules: tuple[str, ...]
    """The ids that have weights; the first is "" for none."""
    starts: tuple[float, ...]
    """What speaks for each before a word is read."""
    written: Mapping[str, str]
    """For each sign: the numbers of rules, and in hundredths how much it speaks for each, as `3:25 7:-12`."""
    _read: dict[str, tuple[float, ...]] = field(default_factory=dict)

    def weights(self, sign: str) -> tuple[float, ...]:
        """Give what a sign speaks for, a rule a number; read when it is first met, as most texts have few."""
        found = self._read.get(sign)
        if found is None:
            row = [0.0] * len(self.rules)
            for pair in self.written.get(sign, "").split():
                rule, _, value = pair.partition(":")
                row[int(rule)] = int(value) / 100
            found = self._read[sign] = tuple(row)
        return found

    def weigh(self, words: Sequence[Word]) -> Weighed:
        """Weigh the words of a sentence."""
        signs = self.written.keys() & {sign for sign, _, _ in signs_of(words)}
        rows = map(self.weights, sorted(signs))
        totals = [sum(column) for column in zip(self.starts, *rows, strict=True)]
        top = max(totals[1:])
        parts = [exp(total - top) for total in totals[1:]]
        together = sum(parts)
        best = sorted(range(1, len(totals)), key=lambda rule: -totals[rule])[:3]
        return Weighed(
            top + log(together) - totals[0],
            tuple((self.rules[rule], parts[rule - 1] / together) for rule in best),
        )

    def place(self, words: Sequence[Word], rule: str) -> tuple[int, int, int]:
        """Give what speaks most for a rule: the first and last word of a part, and its heaviest word."""
        number = self.rules.index(rule)
        worth = [-0.08] * len(words)
        for sign, first, second in signs_of(words):
            if sign not in self.written:
                continue
            weights = self.weights(sign)
            weight = weights[number] - weights[0]
            worth[first] += weight / 2
            worth[second] += weight / 2
        first, last = _densest(worth)
        while last - first < 2 and (first > 0 or last + 1 < len(words)):
            first, last = (first, last + 1) if last + 1 < len(words) else (first - 1, last)
        return first, last, max(range(first, last + 1), key=lambda at: worth[at])


def signs_of(words: Sequence[Word]) -> list[tuple[str, int, int]]:
    """Give each sign of a sentence with the places of the words it stands in."""
    words = words[:LONGEST]
    means = [word.means for word in words]
    ideas = [word.ideas for word in words]
    found = [(meaning, at, at) for at, some in enumerate(means) for meaning in some]
    last_not = -NEGATED - 1
    for at, mine in enumerate(ideas):
        if words[at].stem in _NOT:
            last_not = at
        elif at - last_not <= NEGATED:
            found += [(f"not~{idea}", last_not, at) for idea in mine]
        if at + 1 < len(words):
            found += [(f"{one}_{two}", at, at + 1) for one in mine for two in means[at + 1]]
            found += [(f"{words[at].stem}_{two}", at, at + 1) for two in ideas[at + 1]]
        for other in range(at + 2, min(at + FAR + 1, len(words))) if mine else ():
            if theirs := ideas[other]:
                sign = ".." if other - at <= NEAR else ">"
                found += [(f"{one}{sign}{two}", at, other) for one in mine for two in theirs]
    if words:
        found += [(f"^{words[0].stem}", 0, 0), (f"${words[-1].stem}", len(words) - 1, len(words) - 1)]
    if len(words) > 1:
        found += [(f"^{one}_{two}", 0, 1) for one in means[0] for two in means[1]]
    return found


def _densest(worth: Sequence[float]) -> tuple[int, int]:
    """Give the first and last place of the part that is worth most together."""
    best, best_sum = (0, max(0, len(worth) - 1)), float("-inf")
    start, total = 0, 0.0
    for at, value in enumerate(worth):
        if total <= 0:
            start, total = at, 0.0
        total += value
        if total > best_sum:
            best, best_sum = (start, at), total
    return best


@cache
def scales(language: str = "en") -> Scales | None:
    """Read the weights of a language, once; None for a language without."""
    file = FOLDER / f"{language}.weights"
    if not file.exists():
        return None
    return read_scales(file.read_text(encoding="utf-8"), meanings_of(language))


def meanings_of(language: str) -> Meanings:
    """Read what words mean in a language, and which show what a sentence is about."""
    book = rule_book(language)
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    return read_meanings(text, {"about-this": book.here, "about-else": book.elsewhere})


def read_scales(text: str, meanings: Meanings) -> Scales:
    """Read weights: a line of rules, a line of what speaks for each, then a sign a line; hundredths."""
    lines = iter(text.splitlines())
    rules = tuple("" if name == "-" else name for name in next(lines).split())
    starts = tuple(int(value) / 100 for value in next(lines).split())
    written = {sign: pairs for sign, _, pairs in (line.partition(" ") for line in lines)}
    meanings.known = frozenset(sign for sign in written if sign.islower() and sign.isalpha())
    return Scales(meanings, rules, starts, written)
