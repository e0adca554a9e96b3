"""Weighs a sentence: what meets in it speaks for a rule, or for no rule at all.

Each sign speaks, more or less, to 120 listeners; what a listener has heard of all signs together, if
it is more than nothing, speaks for and against rules. Who listens for what was learned from sentences of
which it was known what each should be found for; see `benchmarks/wording/learning.py`. Each finding can say
which words weighed most: given what the listeners heard, what a word adds is a plain sum.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log, sqrt
from operator import itemgetter, mul
from pathlib import Path
from sys import byteorder
from typing import Any

from rse_lessons.lesson.wording.meaning.reading import Meanings, Word, read_meanings
from rse_lessons.lesson.wording.meaning.signs import (
    GROUPS,
    LONGEST,
    group_of,
    pairs_of,
    signs_of,
    signs_of_rules,
    signs_of_word,
)
from rse_lessons.lesson.wording.rulebook import rule_book

FOLDER = Path(__file__).parent
NOTHING = 128
"""The number that says nothing to a listener: those under it speak against."""
LONE_WORD = 0.25
"""A word that adds less than this is not part of what is found."""
MOST_LIKELY = 3
"""So many rules are told of at most."""
_LANE = array("I").itemsize
"""The sums of all listeners are done at once, in one large number, each in so many bytes of it."""
_LOUD = 1 << 14
"""How loud a sign speaks is counted in such parts: sums of the longest sentences have room in a lane."""
_WIDE_LANE = array("Q").itemsize
"""So are the sums of all rules."""
_MIDDLE, _HEARD = 1 << 15, 1 << 10
"""What a listener says for no rule, and in which parts is counted what was heard."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of a sentence."""

    speaks: float
    """How much speaks for some rule: above nought more than for none."""
    _names: tuple[str, ...]
    _each: tuple[float, ...]
    """How likely each of them is, if any is; all together are one."""

    @property
    def rules(self) -> tuple[tuple[str, float], ...]:
        """The likeliest rules, best first, with how likely each is if any is."""
        best = sorted(range(len(self._each)), key=self._each.__getitem__, reverse=True)
        return tuple((self._names[rule], self._each[rule]) for rule in best[:MOST_LIKELY])


_sign_alone = itemgetter(0)

Heard = tuple[list[int], list[int]]
"""What the signs of each group say together, and how many they are."""


@dataclass(frozen=True)
class Scales:
    """The weights of a language."""

    meanings: Meanings
    rules: tuple[str, ...]
    """The ids that have weights; the first is "" for none."""
    starts: tuple[float, ...]
    """What speaks for each before a word is read."""
    heard: tuple[tuple[float, ...], ...]
    """For each rule, what each listener says for it."""
    listens: tuple[float, ...]
    """What each listener has heard before a word is read."""
    step: float
    """How much one more than `NOTHING` says."""
    numbers: dict[str, int]
    """The number of each sign."""
    groups: bytes
    """The group of each sign."""
    said: bytes
    """For each sign a byte for each listener."""
    _sums: list[int]
    """For each sign what it says to all listeners, nought where nobody has asked yet."""
    _says: tuple[int, ...]
    """For each listener what they say for all rules."""
    _fine: float
    """How much one more than `_MIDDLE` of that says."""
    _words: dict[tuple[str, ...], tuple[tuple[int, int, int], ...]] = field(default_factory=dict)

    def hear(self, words: Sequence[Word], text: str) -> Heard:
        """Add up what the words of a sentence say, which were read from `text`."""
        totals, many = [0] * len(GROUPS), [0] * len(GROUPS)
        for word in words[:LONGEST]:
            for group, said, count in self._word(text[word.start : word.end], word):
                totals[group] += said
                many[group] += count
        self._add(totals, many, map(_sign_alone, pairs_of(words)))
        return totals, many

    def _add(self, totals: list[int], many: list[int], signs: Iterable[str]) -> None:
        sums, groups = self._sums, self.groups
        for number in map(self.numbers.get, signs):
            if number is not None:
                group = groups[number]
                totals[group] += sums[number] or self._sum(number)
                many[group] += 1

    def weigh(self, said: Heard, named: Collection[tuple[str, bool]] = ()) -> Weighed:
        """Weigh what was said, and rules whose words stand there, with whether these mean one thing only."""
        totals, many = list(said[0]), list(said[1])
        self._add(totals, many, signs_of_rules(named))
        speaks = self._spoken(self._listened(totals, many))
        top = max(speaks[1:])
        parts = [exp(one - top) for one in speaks[1:]]
        together = sum(parts)
        each = tuple([part / together for part in parts])
        return Weighed(top + log(together) - speaks[0], self.rules[1:], each)

    def place(self, words: Sequence[Word], text: str, rule: str) -> tuple[int, int, int]:
        """Give what speaks most for a rule: the first and last word of a part, and its heaviest word."""
        words = words[:LONGEST]
        worth = self._worth(words, text, rule)
        first, last = _densest(worth)
        while last - first < 2 and (first > 0 or last + 1 < len(words)):
            first, last = (first, last + 1) if last + 1 < len(words) else (first - 1, last)
        return first, last, max(range(first, last + 1), key=worth.__getitem__)

    def _worth(self, words: Sequence[Word], text: str, rule: str) -> list[float]:
        """Give what each word adds to what speaks for a rule, and not for none."""
        totals, many = [0] * len(GROUPS), [0] * len(GROUPS)
        sums = [[0] * len(words) for _ in GROUPS]
        counts = [[0] * len(words) for _ in GROUPS]
        for sign, first, last in signs_of(words, text):
            if (number := self.numbers.get(sign)) is None:
                continue
            group, said = self.groups[number], self._sum(number)
            totals[group] += said
            many[group] += 1
            for at in (first, last):
                sums[group][at] += said
                counts[group][at] += 1
        for_rule, against = self.heard[self.rules.index(rule)], self.heard[0]
        speaks = [
            self.step * (one - other) / 2 if heard else 0.0
            for heard, one, other in zip(self._listened(totals, many), for_rule, against, strict=True)
        ]
        worth = [-LONE_WORD] * len(words)
        for some, how_many, all_of_them in zip(sums, counts, many, strict=True):
            for at, (number, count) in enumerate(zip(some, how_many, strict=True)):
                if count:
                    worth[at] += sum(map(mul, _apart(number, count, len(speaks)), speaks)) / sqrt(all_of_them)
        return worth

    def _sum(self, number: int) -> int:
        """Give what a sign says to all listeners, in one large number; made when it is first met."""
        if not self._sums[number]:
            listeners = len(self.listens)
            said = self.said[number * listeners : (number + 1) * listeners]
            self._sums[number] = _together(list(said), "I")
        return self._sums[number]

    def _word(self, written: str, word: Word) -> tuple[tuple[int, int, int], ...]:
        """Give what a word by itself says: each group, in one number, and of how many signs."""
        key = written, word.stem, *word.ideas
        known = self._words.get(key)
        if known is None:
            totals, many = [0] * len(GROUPS), [0] * len(GROUPS)
            self._add(totals, many, signs_of_word(written, word))
            known = tuple((group, totals[group], many[group]) for group in GROUPS if many[group])
            self._words[key] = known
        return known

    def _listened(self, totals: Sequence[int], many: Sequence[int]) -> list[float]:
        """Give what each listener makes of what was said by so many signs of each group."""
        loud = [round(_LOUD / sqrt(count)) if count else 0 for count in many]
        lanes = _apart(sum(map(mul, totals, loud)), sum(map(mul, many, loud)), len(self.listens))
        by = self.step / _LOUD
        sums = [start + by * lane for start, lane in zip(self.listens, lanes, strict=True)]
        return [value if value > 0 else 0.0 for value in sums]

    def _spoken(self, heard: Sequence[float]) -> list[float]:
        """Give how much listeners who have heard so much say for each rule."""
        total = loud = 0
        for value, says in zip(heard, self._says, strict=True):
            if value:
                much = round(value * _HEARD)
                total += much * says
                loud += much
        lanes = array("Q")
        lanes.frombytes(total.to_bytes(_WIDE_LANE * len(self.rules), byteorder))
        nothing, by = _MIDDLE * loud, self._fine / _HEARD
        return [start + by * (lane - nothing) for start, lane in zip(self.starts, lanes, strict=True)]


def _apart(total: int, many: int, listeners: int) -> list[int]:
    """Take a number in which so many signs speak to all listeners apart into what was said to each."""
    lanes = array("I")
    lanes.frombytes(total.to_bytes(_LANE * listeners, byteorder))
    nothing = NOTHING * many
    return [lane - nothing for lane in lanes]


def _together(values: Sequence[int], kind: str) -> int:
    """Make one large number of many, so that they can be added to others all at once."""
    return int.from_bytes(array(kind, values).tobytes(), byteorder)


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
    return read_scales(file.read_bytes(), meanings_of(language))


def meanings_of(language: str) -> Meanings:
    """Read what words mean in a language, and which show what a sentence is about."""
    book = rule_book(language)
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    return read_meanings(text, {"about-this": book.here, "about-else": book.elsewhere})


def written_scales(head: dict[str, Any], signs: Sequence[str], said: bytes) -> bytes:
    """Write weights as `read_scales` reads them: compressed a line of JSON, one of signs, then bytes."""
    lines = (json.dumps(head, separators=(",", ":")), " ".join(signs), "")
    return zlib.compress("\n".join(lines).encode() + said, 9)


def read_scales(written: bytes, meanings: Meanings) -> Scales:
    """Read weights."""
    first, names, said = zlib.decompress(written).split(b"\n", 2)
    head = json.loads(first)
    listens = tuple(head["listens"])
    signs = names.decode().split(" ")
    heard = tuple(tuple(row) for row in head["heard"])
    fine = max(abs(value) for row in heard for value in row) / _MIDDLE
    meanings.known = frozenset(head["known"].split())
    return Scales(
        meanings,
        rules=tuple("" if name == "-" else name for name in head["rules"]),
        starts=tuple(head["starts"]),
        heard=heard,
        listens=listens,
        step=head["step"],
        numbers={sign: number for number, sign in enumerate(signs)},
        groups=bytes(map(group_of, signs)),
        said=said,
        _sums=[0] * len(signs),
        _says=tuple(
            _together([_MIDDLE + round(row[listener] / fine) for row in heard], "Q")
            for listener in range(len(listens))
        ),
        _fine=fine,
    )
