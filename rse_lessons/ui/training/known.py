"""What the page of Teacher mode shows: plain values that its owner makes from modules and records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rse_lessons.training.model import Module, Page, Question, Section


@dataclass(frozen=True, slots=True)
class Line:
    """A module on the path."""

    id: str
    title: str
    number: int = 0
    """Its place, from 1; 0 for one of the school's own."""
    state: str = "new"
    """`new`, `begun`, `finished` or `renew`: finished more than a year ago."""
    minutes: int = 0
    """About how long is left."""


@dataclass(frozen=True, slots=True)
class Path:
    """Everything on the desk."""

    lines: Sequence[Line] = ()
    damaged: Sequence[str] = ()
    """A sentence for each module that cannot be read."""
    reading: bool = False
    """Whether the modules are still being read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A module as the chosen nation reads it, and what its reader has done in it."""

    module: Module
    read: frozenset[str] = frozenset()
    """Ids of the pages that were opened."""
    state: str = "new"
    """As on the path."""
    go_on: str = ""
    """The page to go on with, which may be one that was opened: a conversation, the check."""
    walks: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    """By conversation, the ways that were walked to an ending, as `scene/reply`."""
    passed: str = ""
    """The day of the last try that was passed, as people read it; empty before."""
    asked: Mapping[str, int] = field(default_factory=dict)
    """How often each question of the bank was asked."""
    reflected: Mapping[str, str] = field(default_factory=dict)
    tasks: frozenset[str] = frozenset()
    """`block/item` of each task that is done."""
    rewritten: frozenset[str] = frozenset()
    lessons: Sequence[tuple[str, str]] = ()
    """Id and title of the lessons on the shelf that it helps with."""
    meeting: bool = False
    """Whether there is a guide for a staff meeting."""

    @property
    def walked(self) -> frozenset[str]:
        """Ids of the conversations that were walked to an ending."""
        return frozenset(name for name, ways in self.walks.items() if ways)


def steps(module: Module) -> tuple[Page, ...]:
    """Give the pages that are turned; those of the section `check` are one, for they hold one bank."""
    found: list[Page] = []
    for page in module.pages:
        if page.section is Section.CHECK and found and found[-1].section is Section.CHECK:
            before = found[-1]
            minutes = before.minutes + page.minutes
            found[-1] = Page(
                before.id, before.title, before.section, minutes, before.parts + page.parts, before.place
            )
        else:
            found.append(page)
    return tuple(found)


def joined(module: Module, page: str) -> tuple[str, ...]:
    """Give the ids of the pages that are opened with this one."""
    check = [one.id for one in module.pages if one.section is Section.CHECK]
    return tuple(check) if page in check else (page,)


def holds_bank(page: Page) -> bool:
    """Say whether a page asks a try of the bank in place of its questions."""
    return page.section is Section.CHECK and any(isinstance(part, Question) for part in page.parts)
