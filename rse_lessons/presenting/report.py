"""How a lesson went, from what was kept of it: each stage's time, what was left out, hands before and after.

Counts under five come in as None and stay so. No words for people: `Advice` is what a sentence is made from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rse_lessons.lesson.model import Lesson, Stage, Vote
from rse_lessons.presenting import stages
from rse_lessons.presenting.slides import blocks_of, slides_of

MOMENT = 10
"""Seconds: a stage that had fewer was passed over, not taught."""
WORTH = 120
"""Seconds more or less than planned that are worth a sentence."""
NEVER_LEFT_OUT = (Stage.SIGNPOST, Stage.DISTANCE)

Hands = int | None
"""Hands of the whole class; None is fewer than five."""


class Way(StrEnum):
    """What became of a stage."""

    TAKEN = "taken"
    LEFT_OUT = "left-out"
    NOT_REACHED = "not-reached"


class Next(StrEnum):
    """What to do next time, the most important first."""

    GO_ON = "go-on"
    """The class has not been shown where to get help yet."""
    SHOW_HELP = "show-help"
    OUT_OF_ROLE = "out-of-role"
    FINISH = "finish"
    """Help was shown; something after it is still to come."""
    COUNT_AFTER = "count-after"
    LESS = "less"
    MORE = "more"
    LEFT_OUT = "left-out"
    """The stage furthest from its plan was not taught at all."""
    AS_IT_IS = "as-it-is"


@dataclass(frozen=True, slots=True)
class StageTime:
    """One stage, planned and taken."""

    stage: Stage
    planned: int
    """Seconds in the lesson's own plan."""
    taken: int
    """Seconds that the class was in it."""
    way: Way
    left_out: tuple[int, ...] = ()
    """Slides that the class was not shown although it went past them, from 0."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A vote, with its hands at each time it was taken."""

    question: str
    when: tuple[str, ...]
    """`before` and `after`, one of them, or `once` for a vote that is not compared."""
    rows: tuple[tuple[str, tuple[Hands, ...]], ...]
    """Each option's words with its hands at those times."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do next time."""

    next: Next
    stage: Stage | None = None
    seconds: int = 0
    """How much longer or shorter the stage was."""
    slide: int = 0
    """Where to go on, from 0."""


@dataclass(frozen=True, slots=True)
class Report:
    """How one lesson went with one class."""

    stages: tuple[StageTime, ...]
    counted: tuple[Counted, ...]
    advice: Advice

    @property
    def planned(self) -> int:
        """Seconds of the whole plan."""
        return sum(entry.planned for entry in self.stages)

    @property
    def taken(self) -> int:
        """Seconds that it took."""
        return sum(entry.taken for entry in self.stages)

    @property
    def left_out(self) -> tuple[StageTime, ...]:
        """Stages of which something was left out."""
        return tuple(entry for entry in self.stages if entry.left_out or entry.way is Way.LEFT_OUT)


def report(
    lesson: Lesson,
    *,
    stage_seconds: Mapping[str, float],
    tallies: Mapping[str, Mapping[str, Hands]],
    seen: Collection[int],
    slide: int,
    finished: bool,
) -> Report:
    """Make the report of a lesson as it was taught; what makes no sense in what was kept is passed over.

    `seen` holds the slides that the class was shown on its way; where it began is not always among them.
    """
    plan = stages.plan(lesson)
    last = len(slides_of(lesson)) - 1
    reached = last if finished else min(max([slide, *seen, 0]), last)
    shown = {number for number in seen if 0 <= number <= last} | {min(slide, last)}
    # Slides before the first that was noted were shown too, as far as one can know.
    passed = set(range(min(shown), reached)) - shown
    found = tuple(
        _stage_time(entry, _whole(stage_seconds.get(str(entry.stage), 0)), reached, passed) for entry in plan
    )
    counted = tuple(_counted(lesson, tallies))
    return Report(found, counted, _advice(found, counted, reached))


def _stage_time(entry: stages.StagePlan, taken: int, reached: int, passed: Collection[int]) -> StageTime:
    left_out = tuple(number for number in entry.slides if number in passed)
    way = Way.TAKEN
    if min(entry.slides) > reached:
        way = Way.NOT_REACHED
    elif taken < MOMENT and max(entry.slides) < reached:
        way = Way.LEFT_OUT
    return StageTime(entry.stage, entry.seconds, taken, way, () if way is Way.LEFT_OUT else left_out)


def _whole(seconds: object) -> int:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds < float("inf"):
        return 0
    return round(seconds)


def _counted(lesson: Lesson, tallies: Mapping[str, Mapping[str, Hands]]) -> Iterator[Counted]:
    votes = {key: block for key, block in blocks_of(slides_of(lesson)).items() if isinstance(block, Vote)}
    earlier = {vote.compare for vote in votes.values()}
    for key, vote in votes.items():
        if key in earlier:
            continue
        pair = [("before", vote.compare), ("after", key)] if vote.compare in votes else [("once", key)]
        taken = [(when, tallies[name]) for when, name in pair if tallies.get(name)]
        if taken:
            rows = tuple(
                (option.text, tuple(counts.get(option.id) for _, counts in taken)) for option in vote.options
            )
            yield Counted(vote.question, tuple(when for when, _ in taken), rows)


def _advice(found: Sequence[StageTime], counted: Sequence[Counted], reached: int) -> Advice:
    by_stage = {entry.stage: entry for entry in found}
    for stage, step in ((Stage.SIGNPOST, Next.SHOW_HELP), (Stage.DISTANCE, Next.OUT_OF_ROLE)):
        entry = by_stage.get(stage)
        if entry and entry.way is Way.NOT_REACHED and stage is Stage.SIGNPOST:
            return Advice(Next.GO_ON, stage, slide=reached)
        if entry and entry.way is not Way.NOT_REACHED and entry.taken * 3 < entry.planned:
            return Advice(step, stage)
    if any(entry.way is Way.NOT_REACHED for entry in found):
        return Advice(Next.FINISH, slide=reached)
    if any(vote.when == ("before",) for vote in counted):
        return Advice(Next.COUNT_AFTER, Stage.ENDPOINT)
    return _about_time(found)


def _about_time(found: Sequence[StageTime]) -> Advice:
    """Name the stage that was furthest from its plan, if it is worth a sentence."""
    timed = [entry for entry in found if entry.planned and entry.stage not in NEVER_LEFT_OUT]
    furthest = max(timed, key=lambda entry: abs(entry.taken - entry.planned), default=None)
    if furthest is None or abs(furthest.taken - furthest.planned) < WORTH:
        return Advice(Next.AS_IT_IS)
    if furthest.way is Way.LEFT_OUT:
        return Advice(Next.LEFT_OUT, furthest.stage, furthest.planned)
    off = furthest.taken - furthest.planned
    return Advice(Next.LESS if off > 0 else Next.MORE, furthest.stage, abs(off))
