"""Learns who listens to which signs, and for what: networks with one layer between signs and rules.

What each sign says to each listener, and what a listener says for each rule, is bettered sentence by sentence
(AdaGrad), with signs and listeners left out at random so that none is relied on alone. Half way, signs that
say little are left out for good, so that the file stays small. Needs NumPy. The order of the sentences and
all chance are drawn with a fixed seed: the same sentences give the same weights.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from rse_lessons.lesson.wording.meaning.signs import GROUPS, RULES, group_of
from rse_lessons.lesson.wording.meaning.weighing import NOTHING, written_scales

NETWORKS = ((48, 50_000), (72, 70_000))
"""How many listeners each network has, and how many signs are kept for it."""
ROUNDS = 20
PRUNED = 8
"""After so many rounds signs that say little are left out."""
TOGETHER = 64
"""So many sentences are learned from at once."""
STEP = 0.1
PULL = 1e-5
LEFT_OUT = 0.3
"""The share of signs, and of listeners, that are left out of a sentence while it is learned from."""
SELDOM = 3
"""A sign that fewer sentences have is not learned from."""
Numbers = Any
"""An array of NumPy."""


class Example(NamedTuple):
    """A sentence to learn from."""

    signs: Sequence[str]
    rule: str
    """The rule that it is to be found for, or "-"."""
    named: Sequence[str] = ()
    """The signs of rules whose words stand there."""
    doubt: float = 0.0
    """How often the sentence is learned from without them."""


class Learner:
    """Learns weights."""

    def __init__(self, examples: Sequence[Example], *, listeners: int, seed: int = 20) -> None:
        counts = Counter(sign for one in examples for sign in {*one.signs, *one.named})
        self.signs = {sign: at for at, sign in enumerate(s for s, n in counts.items() if n >= SELDOM)}
        self.counts = np.array([counts[sign] for sign in self.signs], dtype=np.float32)
        self.groups = np.array([group_of(sign) for sign in self.signs])
        self.rules = ["-", *sorted({one.rule for one in examples} - {"-"})]
        self.wanted = np.array([self.rules.index(one.rule) for one in examples])
        self.examples = [self._numbers([*one.signs, *one.named]) for one in examples]
        self.doubts = [one.doubt for one in examples]
        self.chance = np.random.default_rng(seed)
        width = len(self.rules)
        self.said = np.zeros((len(self.signs), listeners), dtype=np.float32)
        self.listens = self.chance.random(listeners, dtype=np.float32) * np.float32(0.1)
        self.heard = self.chance.normal(0, 0.1, (listeners, width)).astype(np.float32)
        self.starts = np.zeros(width, dtype=np.float32)
        self.said_moved = np.full_like(self.said, 1e-3)
        self.heard_moved = np.full_like(self.heard, 1e-3)

    def _numbers(self, signs: Sequence[str]) -> Numbers:
        return np.array([self.signs[sign] for sign in signs if sign in self.signs], dtype=np.int64)

    def learn(self, rounds: int = ROUNDS, most: int = 40_000) -> None:
        """Go through the sentences so many times."""
        for number in range(rounds):
            if number == min(PRUNED, rounds - 1):
                self._prune(most)
            order = self.chance.permutation(len(self.examples))
            for start in range(0, len(order), TOGETHER):
                self._learn_some(order[start : start + TOGETHER])
            print(f"round {number + 1} of {rounds}", file=sys.stderr)

    def _prune(self, most: int) -> None:
        """Keep the signs that say most, where they stand often."""
        if len(self.signs) <= most:
            return
        worth = np.linalg.norm(self.said, axis=1) * np.sqrt(self.counts)
        worth[self.groups == RULES] = np.inf
        kept = np.sort(np.argsort(-worth, kind="stable")[:most])
        places = np.full(len(self.signs), -1)
        places[kept] = np.arange(len(kept))
        names = list(self.signs)
        self.signs = {names[at]: new for new, at in enumerate(kept)}
        self.said, self.said_moved, self.groups = self.said[kept], self.said_moved[kept], self.groups[kept]
        self.examples = [moved[moved >= 0] for moved in (places[signs] for signs in self.examples)]

    def _learn_some(self, which: Numbers) -> None:
        """Better the weights by some sentences, of which some signs and listeners are left out."""
        kept = [self._some_of(at) for at in which]
        lengths = np.array([len(signs) for signs in kept])
        rows = np.repeat(np.arange(len(kept)), lengths)
        loud = self._loud(np.concatenate(kept), rows)
        signs, places = np.unique(np.concatenate(kept), return_inverse=True)
        said = self.said[signs]
        begins = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        raw = np.add.reduceat(said[places] * loud, begins) + self.listens
        there = (self.chance.random(raw.shape, dtype=np.float32) >= LEFT_OUT) / np.float32(1 - LEFT_OUT)
        heard = np.maximum(raw, 0) * there
        amiss = likely(heard @ self.heard + self.starts)
        amiss[np.arange(len(which)), self.wanted[which]] -= 1
        amiss /= len(which)
        back = (amiss @ self.heard.T) * there * (raw > 0)
        self._move_heard(heard.T @ amiss)
        order = np.argsort(places, kind="stable")
        firsts = np.searchsorted(places[order], np.arange(len(signs)))
        by = np.add.reduceat((back[rows] * loud)[order], firsts) + PULL * said
        moved = self.said_moved[signs] + by * by
        self.said_moved[signs] = moved
        self.said[signs] = said - STEP * by / np.sqrt(moved)
        self.listens -= STEP * back.sum(0)
        self.starts -= STEP * amiss.sum(0)

    def _some_of(self, at: int) -> Numbers:
        """Give most signs of a sentence, and sometimes not those of rules."""
        signs = self.examples[at]
        if self.chance.random() < self.doubts[at]:
            signs = signs[self.groups[signs] != RULES]
        kept = signs[self.chance.random(len(signs)) >= LEFT_OUT]
        return kept if len(kept) else np.zeros(1, dtype=np.int64)

    def _loud(self, signs: Numbers, rows: Numbers) -> Numbers:
        """Give how loud each sign speaks: the less, the more of its group a sentence has."""
        mine = rows * len(GROUPS) + self.groups[signs]
        many = np.bincount(mine, minlength=(int(rows[-1]) + 1) * len(GROUPS))
        return (1 / np.sqrt(many[mine]) / (1 - LEFT_OUT)).astype(np.float32)[:, None]

    def _move_heard(self, by: Numbers) -> None:
        self.heard_moved += by * by
        self.heard -= STEP * by / np.sqrt(self.heard_moved)


def written(learners: Sequence[Learner], known: Sequence[str]) -> bytes:
    """Write weights as `read_scales` reads them, with the stems that are no names.

    Of several networks the listeners stand side by side, and what they say for rules is divided by how many
    networks there are: together they say the mean of what each would say.
    """
    signs = sorted({sign for one in learners for sign in one.signs})
    places = {sign: place for place, sign in enumerate(signs)}
    parts = []
    for one in learners:
        part = np.zeros((len(signs), one.said.shape[1]), dtype=np.float32)
        part[[places[sign] for sign in one.signs]] = one.said[list(one.signs.values())]
        parts.append(part)
    all_said = np.concatenate(parts, axis=1)
    step = float(np.quantile(np.abs(all_said), 0.9995)) / (NOTHING - 1)
    speaks = (np.clip(np.rint(all_said / step), 1 - NOTHING, NOTHING - 1) + NOTHING).astype(np.uint8)
    useful = (speaks != NOTHING).any(axis=1)
    heard = np.concatenate([one.heard for one in learners]) / len(learners)
    head = {
        "rules": learners[0].rules,
        "listens": [round(float(value), 4) for one in learners for value in one.listens],
        "starts": [round(float(value), 4) for value in sum(one.starts for one in learners) / len(learners)],
        "heard": [[round(float(value), 4) for value in row] for row in heard.T],
        "step": step,
        "known": " ".join(sorted(known)),
    }
    names = [sign for sign, use in zip(signs, useful, strict=True) if use]
    return written_scales(head, names, speaks[useful].tobytes())


def likely(totals: Numbers) -> Numbers:
    """Give how likely each rule is, a sentence a row."""
    parts = np.exp(totals - totals.max(axis=1, keepdims=True))
    return parts / parts.sum(axis=1, keepdims=True)
