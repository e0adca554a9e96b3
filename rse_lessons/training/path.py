"""Where a teacher stands in a module, where to go on, and when to learn it again. Pure; no clock.

Guidance asks all staff for updates on safeguarding, online safety included, at least once a year (Keeping
children safe in education). So a module that was finished asks to be looked at again a year after its check
was passed last. Nothing is ever taken away because of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rse_lessons.training.model import Module, ModuleBlock, Practice

REMINDER = timedelta(days=30)
"""So long before it is due, the teacher is reminded."""
NEW, BEGUN, FINISHED, RENEW = "new", "begun", "finished", "renew"


@dataclass(frozen=True, slots=True)
class Done:
    """What was done of one module, as plain values of its record."""

    read: Collection[str] = frozenset()
    """Ids of the pages that were opened."""
    walked: Collection[str] = frozenset()
    """Ids of the conversations that were walked to an ending."""
    passed: date | None = None
    """The day of the last try that was passed."""
    last_page: str = ""
    opened: bool = False


@dataclass(frozen=True, slots=True)
class ModuleStanding:
    """Where a teacher stands in a module as it is written today."""

    state: str
    """`new`, `begun`, `finished`, or `renew`: finished, and due to be learnt again."""
    pages_read: int = 0
    pages: int = 0
    minutes_left: int = 0
    next_page: str = ""
    """The page to go on with: the first that was not opened; empty when all were."""
    practices_walked: int = 0
    practices: int = 0
    passed: date | None = None
    due: date | None = None
    """When the check is to be passed again; None while it was not passed."""
    soon: bool = False
    """Whether that day is less than a month away, or over."""

    @property
    def is_finished(self) -> bool:
        """Whether there is nothing left to do for the first time."""
        return self.state in (FINISHED, RENEW)


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go on."""

    module: str
    page: str = ""
    """Empty for the module's front page."""
    again: bool = False
    """Whether it was finished before."""


@dataclass(frozen=True, slots=True)
class PathStanding:
    """The whole path at a glance."""

    modules: Mapping[str, ModuleStanding] = field(default_factory=dict)
    """By their ids, in the order of the path."""
    next: Next | None = None
    """None when there is nothing to do."""

    @property
    def finished(self) -> int:
        """How many modules are finished."""
        return sum(one.is_finished for one in self.modules.values())

    @property
    def minutes_left(self) -> int:
        """About how long the modules take that are not finished."""
        return sum(one.minutes_left for one in self.modules.values())


def standing_of(module: Module, done: Done, today: date | None = None) -> ModuleStanding:
    """Say where a teacher stands; `module` is as it is shown, so that its nation's parts alone count.

    Without `today` nothing is due.
    """
    left = [page for page in module.pages if page.id not in done.read]
    walked = [practice.id in done.walked for practice in practices_of(module)]
    begun = done.opened or bool(done.read) or bool(done.walked) or done.passed is not None
    finished = begun and not left and all(walked) and done.passed is not None
    due = a_year_after(done.passed) if done.passed is not None else None
    over = due is not None and today is not None and today >= due
    soon = due is not None and today is not None and today >= due - REMINDER
    return ModuleStanding(
        state=(RENEW if over else FINISHED) if finished else BEGUN if begun else NEW,
        pages_read=len(module.pages) - len(left),
        pages=len(module.pages),
        minutes_left=0 if finished else max(round(sum(page.minutes for page in left)), 1),
        next_page=left[0].id if left else "",
        practices_walked=sum(walked),
        practices=len(walked),
        passed=done.passed,
        due=due,
        soon=soon and finished,
    )


def path_of(modules: Sequence[Module], done: Mapping[str, Done], today: date | None = None) -> PathStanding:
    """Say where a teacher stands on the whole path, and where to go on."""
    standings = {one.id: standing_of(one, done.get(one.id, Done()), today) for one in modules}
    return PathStanding(standings, go_on(modules, standings, done))


def go_on(
    modules: Iterable[Module], standings: Mapping[str, ModuleStanding], done: Mapping[str, Done]
) -> Next | None:
    """Choose where to go on: what was begun, then what is due, then what comes next on the path."""
    order = list(modules)
    for module in order:
        if standings[module.id].state == BEGUN:
            standing, known = standings[module.id], done.get(module.id, Done())
            return Next(module.id, standing.next_page or _unwalked(module, known) or _check(module))
    late = [one for one in order if standings[one.id].soon]
    if late:
        first = min(late, key=lambda one: (standings[one.id].due or date.max, order.index(one)))
        if standings[first.id].state == RENEW or all(standings[one.id].is_finished for one in order):
            return Next(first.id, "", again=True)
    new = next((one for one in order if standings[one.id].state == NEW), None)
    return Next(new.id) if new is not None else None


def practices_of(module: Module) -> tuple[Practice, ...]:
    """Give the conversations of a module as it is shown."""
    return tuple(part for page in module.pages for part in page.parts if isinstance(part, Practice))


def blocks_of(module: Module) -> Mapping[str, ModuleBlock]:
    """Give everything in a module as it is shown that has an id, by it."""
    parts = (part for page in module.pages for part in page.parts)
    return {part.id: part for part in parts if getattr(part, "id", "")}  # type: ignore[union-attr, misc]


def a_year_after(day: date) -> date:
    """Give the same day of the next year; of the last of February in a leap year the first of March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _unwalked(module: Module, done: Done) -> str:
    """Give the page of the first conversation that was not walked."""
    for page in module.pages:
        if any(isinstance(part, Practice) and part.id not in done.walked for part in page.parts):
            return page.id
    return ""


def _check(module: Module) -> str:
    """Give the page of the knowledge check."""
    return next((page.id for page in module.pages if page.section == "check"), "")
