"""What a teacher has learnt, as the journal tells it: modules, rehearsals, evidence, notes. Pure.

A window gets it from `Store.learning()`, which knows also what is not on the disk yet, or, where there is no
store, from `learning_rows.read_learning`. How it comes of events is in `learning_fold`; what a record means
for a module as it is written today is `training.path`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import NamedTuple, TypeAlias

from rse_lessons.progress.facts.class_book import reflection_id

Path: TypeAlias = tuple[str, ...]
"""The way through a conversation: `scene/reply` for each reply that was chosen."""


class Try(NamedTuple):
    """One try of a knowledge check."""

    when: str
    """UTC, as events carry it."""
    asked: tuple[str, ...]
    """Ids of the questions."""
    missed: tuple[str, ...]
    passed: bool


class DayOf(NamedTuple):
    """What was done of a module on one day, by UTC."""

    seconds: float = 0
    practised: int = 0
    """Conversations that were walked to an ending."""
    tries: int = 0


class Rehearsal(NamedTuple):
    """A lesson that was rehearsed."""

    lesson: str
    when: str
    seconds: float
    moments: tuple[str, ...]
    """`moment/choice` for each moment that came up."""


class Evidence(NamedTuple):
    """Something that the teacher logged."""

    id: str
    what: str
    """A word of `events.EVIDENCE`."""
    day: str
    """Such as `2026-11-30`."""
    minutes: int
    words: str = ""
    """A line of the teacher's; empty when there is none, or it was written on another PC."""
    unworded: bool = False
    """Whether its words were taken away."""


class Note(NamedTuple):
    """A note for the mentor."""

    id: str
    when: str
    words: str = ""
    """Empty when it was written on another PC."""


class Certificate(NamedTuple):
    """A certificate that was saved."""

    code: str
    modules: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class ModuleRecord:
    """What was done of one module."""

    opened: str = ""
    """UTC time when it was opened first; empty when it was not."""
    last: str = ""
    """UTC time of the last thing done in it."""
    pages: Mapping[str, float] = field(default_factory=dict)
    """Seconds of attention by page."""
    last_page: str = ""
    practised: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    """The different ways that were walked to an ending, by block, in the order of the first time."""
    rewritten: frozenset[str] = frozenset()
    reflected: Mapping[str, str] = field(default_factory=dict)
    """Words by block; empty words were written on another PC."""
    reflected_when: Mapping[str, str] = field(default_factory=dict)
    """UTC time of the last change, by block."""
    tasks: frozenset[str] = frozenset()
    """What was ticked, as `block/item`."""
    tries: tuple[Try, ...] = ()
    days: Mapping[str, DayOf] = field(default_factory=dict)

    @property
    def passed(self) -> str:
        """UTC time of the last try that was passed; empty when none was."""
        return next((one.when for one in reversed(self.tries) if one.passed), "")

    @property
    def seconds(self) -> float:
        """Attention on all pages together."""
        return sum(self.pages.values())


@dataclass(frozen=True, slots=True)
class Learning:
    """Everything that is known of what a teacher has learnt."""

    modules: Mapping[str, ModuleRecord] = field(default_factory=dict)
    """By their ids; what was never opened is not in it, see `record`."""
    rehearsals: tuple[Rehearsal, ...] = ()
    """By time."""
    evidence: tuple[Evidence, ...] = ()
    """By day."""
    notes: tuple[Note, ...] = ()
    """By time."""
    certificates: tuple[Certificate, ...] = ()
    """By time."""

    def record(self, module: str) -> ModuleRecord:
        """Give what was done of a module; an empty record when nothing was."""
        return self.modules.get(module) or ModuleRecord()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept at all."""
        return not (self.modules or self.rehearsals or self.evidence or self.notes or self.certificates)

    @property
    def worded(self) -> frozenset[str]:
        """The ids of everything that may have words."""
        own = [one.id for one in self.evidence if not one.unworded] + [one.id for one in self.notes]
        written = (
            reflection_id(module, block)
            for module, record in self.modules.items()
            for block in record.reflected_when
        )
        return frozenset(own) | frozenset(written)


def join(parts: Iterable[Learning]) -> Learning:
    """Put together what was learnt of different modules, and what is the teacher's own."""

    def both(one: Learning, other: Learning) -> Learning:
        return Learning(
            {**one.modules, **other.modules},
            one.rehearsals + other.rehearsals,
            one.evidence + other.evidence,
            one.notes + other.notes,
            one.certificates + other.certificates,
        )

    whole = reduce(both, parts, Learning())
    return replace(whole, rehearsals=tuple(sorted(whole.rehearsals, key=lambda one: (one.when, one.lesson))))


def with_words(learning: Learning, words: Mapping[str, str]) -> Learning:
    """Give it with the words that lie apart, by their ids."""
    modules = {
        name: replace(
            record,
            reflected={block: words.get(reflection_id(name, block), "") for block in record.reflected_when},
        )
        if record.reflected_when
        else record
        for name, record in learning.modules.items()
    }
    return replace(
        learning,
        modules=modules,
        evidence=tuple(one._replace(words=words.get(one.id, "")) for one in learning.evidence),
        notes=tuple(one._replace(words=words.get(one.id, "")) for one in learning.notes),
    )
