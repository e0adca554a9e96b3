"""What the tests of presenting share: a clock to turn by hand, a lesson with every activity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from rse_lessons.lesson.model import (
    Band,
    Discuss,
    FrontMatter,
    GroundRules,
    HelpRoutes,
    Lesson,
    Option,
    Part,
    Place,
    Quiz,
    Reveal,
    Slide,
    Stage,
    Text,
    Vote,
)
from rse_lessons.presenting.session import Session, What

AT = Place(Path("lesson.md"), 1)


class Clock:
    """A monotonic clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += seconds


class Room:
    """A session with everything it said: what it recorded, what it told."""

    def __init__(self, lesson: Lesson | None = None, **options: object) -> None:
        self.clock = Clock()
        self.events: list[tuple[str, Mapping[str, object]]] = []
        self.told: list[frozenset[What]] = []
        self.session = Session(
            lesson or LESSON,
            clock=self.clock,
            record=lambda kind, data: self.events.append((kind, data)),
            **options,  # type: ignore[arg-type]
        )
        self.session.subscribe(self.told.append)

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.events]

    def of(self, kind: str) -> list[Mapping[str, object]]:
        return [data for found, data in self.events if found == kind]


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, name.capitalize(), AT) for name in names)


def slide(title: str, stage: Stage, minutes: float, *parts: Part) -> Slide:
    return Slide(title, stage, int(minutes * 60), parts or (Text("Words.", AT),), None, AT)


def lesson_of(*slides: Slide, minutes: int = 40) -> Lesson:
    return Lesson("ask-first", Path("ask-first.md"), FrontMatter("Ask first", Band.KS1, minutes), slides)


SLIDES = (
    slide("Ask first", Stage.WELCOME, 2),
    slide("What we agreed", Stage.GROUND_RULES, 2, GroundRules("rules", AT, options("listen", "pass"))),
    slide("Before", Stage.BASELINE, 3, Vote("before", AT, "Who helps?", options("asha", "ben"))),
    slide(
        "Who asks?",
        Stage.EXPLORE,
        8,
        Discuss("talk", AT, "Talk about it.", 180),
        Quiz("who", AT, "Who asks?", options("a", "b", "c"), ("b",)),
    ),
    slide("Ways to ask", Stage.EXPLORE, 4, Reveal("ways", AT, "Ways", options("may-i", "is-it-all-right"))),
    slide("Choose all", Stage.PRACTISE, 10, Quiz("all", AT, "Which?", options("a", "b", "c"), ("a", "c"))),
    slide("Check", Stage.CHECK, 3),
    slide(
        "After", Stage.ENDPOINT, 3, Vote("after", AT, "Who helps?", options("asha", "ben"), compare="before")
    ),
    slide("Out of the story", Stage.DISTANCE, 1),
    slide("Who helps", Stage.SIGNPOST, 2, HelpRoutes(AT)),
    slide("Goodbye", Stage.CLOSE, 2),
)

LESSON = lesson_of(*SLIDES)


def marked(lesson: Lesson, *indexes: int) -> Lesson:
    """The same lesson with some slides marked sensitive."""
    return replace(
        lesson,
        slides=tuple(
            replace(slide, sensitive="Look who is here.") if index in indexes else slide
            for index, slide in enumerate(lesson.slides)
        ),
    )
