"""The stages of a lesson with their times: the plan, the pace, and the plan shortened.

Pure sums on whole seconds. No clock here, and no words: `Pace` is what a sentence is made from.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rse_lessons.lesson.model import Lesson, Stage
from rse_lessons.presenting.slides import slides_of

HALF_MINUTE = 30
LEAST = 60
"""What a shortened stage keeps, in seconds."""

# Who gives time first. Signposting and coming out of role are in none of these; nor are welcome and
# ground rules, which are short and over before time is lost.
SHRINKING: tuple[tuple[tuple[Stage, ...], int], ...] = (
    ((Stage.EXPLORE, Stage.PRACTISE), LEAST),
    ((Stage.BASELINE, Stage.CHECK, Stage.ENDPOINT), LEAST),
    ((Stage.CLOSE,), LEAST),
    ((Stage.EXPLORE, Stage.PRACTISE), 0),
)


@dataclass(frozen=True, slots=True)
class StagePlan:
    """One stage as it is planned."""

    stage: Stage
    seconds: int
    slides: tuple[int, ...]
    """Indices of its slides, counted from 0."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the class is in its time."""

    stage: Stage
    stage_seconds: int
    """Planned for this stage."""
    stage_left: float
    """Seconds left in this stage; negative when it has overrun."""
    behind: float
    """Seconds behind the plan; negative when ahead."""
    room: Stage | None = None
    """When behind: a later stage that could give that much time."""


def plan(lesson: Lesson) -> tuple[StagePlan, ...]:
    """Give the stages in the order in which their first slides come.

    A lesson whose slides carry no times has its minutes spread over them evenly.
    """
    slides = slides_of(lesson)
    indices: dict[Stage, list[int]] = {}
    for index, slide in enumerate(slides):
        indices.setdefault(slide.stage, []).append(index)
    seconds = {stage: sum(slides[index].seconds for index in here) for stage, here in indices.items()}
    if not any(seconds.values()) and slides:
        each = max(0, lesson.front.minutes) * 60 / len(slides)
        seconds = {stage: round(each * len(here)) for stage, here in indices.items()}
    return tuple(StagePlan(stage, seconds[stage], tuple(here)) for stage, here in indices.items())


def position(stages: Sequence[StagePlan], slide: int) -> int:
    """Give the place in the plan of the stage that holds a slide; the last one for a slide beyond."""
    for number, entry in enumerate(stages):
        if slide in entry.slides:
            return number
    return max(0, len(stages) - 1)


def rest(stages: Sequence[StagePlan], slide: int, seconds_in_stage: float = 0.0) -> float:
    """Give the seconds still planned from here to the end."""
    here = position(stages, slide)
    return sum(
        max(0.0, entry.seconds - (seconds_in_stage if number == here else 0.0))
        for number, entry in enumerate(stages)
        if number >= here
    )


def pace(stages: Sequence[StagePlan], slide: int, seconds_in_lesson: float, seconds_in_stage: float) -> Pace:
    """Compare the time gone with the plan. In a plan without times nobody is behind."""
    here = position(stages, slide)
    now = stages[here]
    before = sum(entry.seconds for entry in stages[:here])
    behind = seconds_in_lesson - before - min(seconds_in_stage, now.seconds)
    if not any(entry.seconds for entry in stages):
        behind = 0.0
    giving = SHRINKING[0][0]
    room = next(
        (e.stage for e in stages[here + 1 :] if e.stage in giving and e.seconds - LEAST >= behind),
        None,
    )
    return Pace(now.stage, now.seconds, now.seconds - seconds_in_stage, behind, room if behind > 0 else None)


def shorten(
    stages: Sequence[StagePlan], current_slide: int, seconds_left: float, seconds_in_stage: float = 0.0
) -> tuple[StagePlan, ...]:
    """Make what is still to come fit into the time left, as far as it may shrink.

    Explore and practise give first, each in proportion to what it can give, down to a minute; then
    baseline, check and endpoint, down to a minute; then the close, down to a minute; then explore and
    practise altogether. A stage that is over, signposting and coming out of role keep their time.
    Shortened stages come in whole half minutes. With time enough the plan is given back unchanged.
    """
    here = position(stages, current_slide)
    spent = [math.ceil(seconds_in_stage) if number == here else 0 for number in range(len(stages))]
    result = [entry.seconds for entry in stages]
    left = math.floor(max(0.0, seconds_left))
    for names, least in SHRINKING:
        over = math.ceil(rest([replace(e, seconds=s) for e, s in zip(stages, result, strict=True)],
                              current_slide, seconds_in_stage)) - left  # fmt: skip
        if over <= 0:
            break
        group = [number for number in range(here, len(stages)) if stages[number].stage in names]
        floors = {number: _floor(result[number], spent[number] + least) for number in group}
        for number, seconds in _squeezed({n: result[n] for n in group}, floors, over).items():
            result[number] = seconds
    return tuple(
        entry if seconds == entry.seconds else replace(entry, seconds=seconds)
        for entry, seconds in zip(stages, result, strict=True)
    )


def _floor(seconds: int, least: int) -> int:
    """Give the least that a stage may come to: whole half minutes, and never more than it has."""
    return min(seconds, math.ceil(least / HALF_MINUTE) * HALF_MINUTE)


def _squeezed(now: dict[int, int], floors: dict[int, int], over: int) -> dict[int, int]:
    """Take `over` seconds from stages in proportion to their room, in half minutes; or all the room."""
    room = {number: now[number] - floors[number] for number in now}
    total = sum(room.values())
    if total <= over:
        return floors
    result = {}
    for number, seconds in now.items():
        target = seconds - over * room[number] / total
        result[number] = (
            max(floors[number], math.floor(target / HALF_MINUTE) * HALF_MINUTE) if room[number] else seconds
        )
    spare = sum(now.values()) - sum(result.values()) - over
    for number in sorted(result, key=lambda n: result[n] - now[n]):  # rounding took most from the first
        if spare >= HALF_MINUTE and result[number] + HALF_MINUTE <= now[number]:
            result[number] += HALF_MINUTE
            spare -= HALF_MINUTE
    return result
