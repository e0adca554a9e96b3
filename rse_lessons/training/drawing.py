"""Draws the questions of a try out of a module's bank, and mixes what must not stand in its right order.

The rule is that of docs/training-format.md, "A try": eight questions, two about scenes at least, of as many
kinds as there are, and first those that have been asked least. Chance comes in as a `Random`: the same
chance gives the same try.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from rse_lessons.training.marking import ASKED
from rse_lessons.training.model import CheckKind, Module, Question, Section

SCENES = 2
"""So many questions about scenes are in each try, as far as the bank has them."""


def bank(module: Module) -> tuple[Question, ...]:
    """Give the questions of a module as shown that a try may ask."""
    return tuple(
        part
        for page in module.pages
        if page.section is Section.CHECK
        for part in page.parts
        if isinstance(part, Question)
    )


def draw(bank: Sequence[Question], asked: Mapping[str, int], random: Random) -> tuple[Question, ...]:
    """Draw a try; `asked` says how often each question was asked before. A small bank is asked whole.

    The two about scenes come first, then one of each kind that is not there yet, then the rest. Each time
    it is one of those asked least. Among these, one of the sort of which most are left, so that there is
    something of each sort for the next try.
    """
    if len(bank) <= ASKED:
        return tuple(random.sample(list(bank), len(bank)))
    left = random.sample(list(bank), len(bank))  # in an order by chance, which decides between equals
    taken: list[Question] = []

    def take(among: Iterable[Question]) -> None:
        sorts = Counter((one.kind, one.scenario) for one in left)
        kinds = {one.kind for one in taken}
        best = min(
            among,
            key=lambda one: (asked.get(one.id, 0), one.kind in kinds, -sorts[one.kind, one.scenario]),
            default=None,
        )
        if best is not None:
            left.remove(best)
            taken.append(best)

    for _ in range(SCENES):
        take([one for one in left if one.scenario])
    for kind in CheckKind:
        if all(one.kind is not kind for one in taken):
            take([one for one in left if one.kind is kind])
    while len(taken) < ASKED:
        take(left)
    return tuple(random.sample(_fresher(taken, left, asked), ASKED))


def _fresher(taken: list[Question], left: list[Question], asked: Mapping[str, int]) -> list[Question]:
    """Put a question asked less in the place of one asked more, wherever the rule still holds then."""
    best, others = list(taken), list(left)
    changed = True
    while changed:
        changed = False
        for place, out in enumerate(best):
            for number, other in enumerate(others):
                tried = [*best[:place], other, *best[place + 1 :]]
                if asked.get(other.id, 0) < asked.get(out.id, 0) and _as_good(tried, best):
                    best, others[number], changed = tried, out, True
                    break
    return best


def _as_good(tried: Sequence[Question], best: Sequence[Question]) -> bool:
    scenes = sum(one.scenario for one in tried) >= min(SCENES, sum(one.scenario for one in best))
    return scenes and len({one.kind for one in tried}) >= len({one.kind for one in best})


def mixed(ids: Sequence[str], random: Random) -> tuple[str, ...]:
    """Give ids in an order that is not the one given, wherever there is another."""
    made = random.sample(list(ids), len(ids))
    if made == list(ids):
        made = [*made[1:], *made[:1]]
    return tuple(made)
