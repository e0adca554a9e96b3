"""Whether a lesson's words have room on their slides, measured by the very layout that shows them.

Words that do not fit make every word of their slide smaller, until those at the back of the room cannot read
them. All that a slide can show is tried: each step of a story, each answer explained, each card in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rse_lessons.lesson.model import (
    Diamond,
    HelpRoutes,
    Lesson,
    Line,
    Order,
    Part,
    Picture,
    Quiz,
    Scenario,
    Slide,
    Sort,
    Text,
)
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.nation.profiles import HelpRoute
from rse_lessons.presenting.activity import PlacingState, QuizState, ScenarioState, State, blank
from rse_lessons.presenting.slides import slides_of
from rse_lessons.ui.slide.look import POINTS, SlideLook
from rse_lessons.ui.slide.page import lay_out, part_id, shown_parts
from rse_lessons.ui.slide.pictures import PictureStore, Survey
from rse_lessons.ui.slide.readable import leaves_out, too_small

_TOO_SMALL = f"too small to be read from the back of the room (under {POINTS} points)"
_BOARDS = (Diamond, Line, Order, Sort)


class _Unseen(PictureStore):
    """Pictures as they stand beside words, whose edges nobody has to look at: that takes long."""

    def survey(self, path: Path | None) -> Survey | None:  # noqa: ARG002  as it is asked
        """Give nothing."""
        return None


class Room:
    """Measures lessons, and never the same slide twice. Needs a QApplication."""

    def __init__(self) -> None:
        self._measured: set[object] = set()
        self._covers, self._others = PictureStore(), _Unseen()

    def __call__(self, lesson: Lesson, nation: str, routes: Sequence[HelpRoute]) -> tuple[Problem, ...]:
        """Give a problem for each slide on which words become too small, or are left out.

        `lesson` is as a class sees it: in one language, placeholders in words. What was measured in
        another nation and is the same in this one is passed over.
        """
        band = str(lesson.front.band or "")
        found: list[Problem] = []
        for number, slide in enumerate(slides_of(lesson), 1):
            parts = shown_parts(slide, nation)
            helps = any(isinstance(part, HelpRoutes) for part in parts)
            shows = (lesson.path, band, slide.title, slide.layout, parts, tuple(routes) if helps else ())
            if shows not in self._measured:
                self._measured.add(shows)
                pictures = self._covers if slide.layout in ("title", "calm") else self._others
                look = SlideLook(band, routes=routes, nation=nation, pictures=pictures)
                found += _crowded(lesson, slide, parts, number, look)
        return tuple(found)


def _crowded(
    lesson: Lesson, slide: Slide, parts: Sequence[Part], number: int, look: SlideLook
) -> Iterator[Problem]:
    untouched: dict[str, object] = {part_id(part): state for part in parts if (state := _blank(part))}
    whole = lay_out(slide, number, look, untouched)
    if too_small(whole) or leaves_out(whole, untouched):
        sentence = (
            f"There is so much on this slide that it is {_TOO_SMALL}; say less, or make two slides of it."
        )
        yield Problem(lesson.path, slide.place.line, Severity.ERROR, sentence, "too-much-text")
        return
    for part in parts:
        for line, what, state in _further(part):
            states = {**untouched, part_id(part): state}
            page = lay_out(slide, number, look, states)
            if leaves_out(page, states):
                sentence = (
                    f"{what} more than fits, and words are left out; say it shorter, or take some away."
                )
                yield Problem(lesson.path, line, Severity.ERROR, sentence, "too-much-text")
            elif too_small(page):
                severity = Severity.ADVICE if isinstance(part, _BOARDS) else Severity.ERROR
                sentence = f"{what} {_TOO_SMALL}; say it shorter, or take some away."
                yield Problem(lesson.path, line, severity, sentence, "too-much-text")


def _blank(part: Part) -> State | None:
    return None if isinstance(part, Text | Picture) else blank(part)


def _further(part: Part) -> Iterator[tuple[int, str, State]]:
    """Give what a block may come to show: the line where it stands, what to say of it, the state."""
    if isinstance(part, Quiz):
        for option in part.options:
            yield option.place.line, "With this answer explained the slide is", QuizState((option.id,), True)
    elif isinstance(part, Scenario):
        for line, path in _ways(part):
            yield line, "This step of the story is", ScenarioState(path)
    elif isinstance(part, _BOARDS):
        what = "With one way to see it, and all that explains it, the slide is"
        yield part.place.line, what, PlacingState(shown=True)


def _ways(story: Scenario) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the line of each step but the first, with the shortest way to it."""
    steps = {step.id: step for step in story.steps}
    found: dict[str, tuple[str, ...]] = {story.steps[0].id: ()} if story.steps else {}
    waiting = list(found)
    while waiting:
        here = waiting.pop(0)
        for choice in steps[here].choices:
            if choice.goes_to in steps and choice.goes_to not in found:
                found[choice.goes_to] = (*found[here], choice.id)
                waiting.append(choice.goes_to)
                yield steps[choice.goes_to].place.line, found[choice.goes_to]
