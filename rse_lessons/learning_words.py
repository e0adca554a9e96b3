"""From a module and its record to what the page of Teacher mode shows. Nothing is shown or kept here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.progress.learning import Learning, ModuleRecord
from rse_lessons.training.model import Module, Practice
from rse_lessons.ui.days import day_and_month, local_day
from rse_lessons.ui.training.known import Line, Opened

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a module is."""

    state: str
    minutes: int
    next_page: str


def standing(module: Module, learnt: Learning) -> Standing:
    """Say how far a module is, and how long the rest takes."""
    record = learnt.record(module.id)
    left = [page for page in module.pages if page.id not in record.pages]
    practices = {part.id for page in module.pages for part in page.parts if isinstance(part, Practice)}
    done = not left and practices <= record.practised.keys() and bool(record.passed)
    state = "finished" if done else "begun" if record.pages else "new"
    if done and datetime.now(UTC) - datetime.fromisoformat(record.passed) > _YEAR:
        state = "renew"
    minutes = round(sum(page.minutes for page in left))
    return Standing(state, minutes, left[0].id if left else "")


def line_of(module: Module, now: Standing) -> Line:
    """Give a module's line on the path."""
    return Line(module.id, module.head.title, module.head.number, now.state, now.minutes)


def opened_of(
    module: Module, learnt: Learning, *, lessons: Sequence[tuple[str, str]], meeting: bool
) -> Opened:
    """Give a module with what its reader did in it."""
    record, now = learnt.record(module.id), standing(module, learnt)
    return Opened(
        module,
        read=frozenset(record.pages),
        next_page=now.next_page,
        state=now.state,
        walked=frozenset(record.practised),
        passed=_day(record),
        asked=Counter(name for one in record.tries for name in one.asked),
        reflected=record.reflected,
        tasks=record.tasks,
        rewritten=record.rewritten,
        lessons=tuple(lessons),
        meeting=meeting,
    )


def damaged(problems: Collection[Problem], there: Collection[str]) -> tuple[str, ...]:
    """Give a sentence for each file that gave no module."""
    first: dict[str, Problem] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.path.stem not in there:
            first.setdefault(problem.path.name, problem)
    words = tr("“{file}” cannot be read as a module. {why}")
    return tuple(words.format(file=name, why=problem.sentence) for name, problem in first.items())


def _day(record: ModuleRecord) -> str:
    day = local_day(record.passed) if record.passed else None
    if day is None:
        return ""
    return tr("{date} {year}").format(date=day_and_month(day), year=day.year)
