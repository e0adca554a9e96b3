"""What a facilitation module is: frozen values with their place in the file.

Nothing here reads a file, checks a rule or marks an answer; `build` makes these values, `rules` judges
them, `marking`, `drawing` and `walking` work with them, `ui` shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from rse_lessons.lesson.model import Misconception, Option, Picture, Place, Text


class Section(StrEnum):
    """The eight sections of a module, in their order."""

    WHY = "why"
    GUIDANCE = "guidance"
    EXAMPLES = "examples"
    PRACTISE = "practise"
    CHECK = "check"
    REFLECT = "reflect"
    TOMORROW = "tomorrow"
    READING = "reading"


class CheckKind(StrEnum):
    """The five kinds of question."""

    SINGLE = "single"
    SEVERAL = "several"
    ORDER = "order"
    MATCH = "match"
    SPOT = "spot"


@dataclass(frozen=True, slots=True)
class GuidanceSource:
    """A document that the module rests on."""

    id: str
    name: str
    by: str
    """Who issued it."""
    year: str
    """As people cite it, such as `2026` or `2022, updated 2024`."""
    to_check: bool
    """True when nobody read this in the document itself; shown wherever the source is named."""
    note: str = ""
    """What is unsure about it, or how far it applies."""
    nations: tuple[str, ...] = ()
    """Where it applies; empty for everywhere."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a document asks, in the module's own words."""

    place: Place
    source: str
    """The id of a `GuidanceSource`."""
    markdown: str


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a situation, what somebody does, and why."""

    id: str
    place: Place
    title: str
    situation: str
    steps: tuple[Option, ...]
    """What is said or done, each with its reason as explanation."""
    takeaway: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a teacher may say or do in a scenario, and what comes of it."""

    id: str
    text: str
    place: Place
    goes_to: str
    """The id of the moment it leads to."""
    taken: str
    """How the person in the story may take it."""
    asks: str
    """What guidance asks here, or what to aim for."""
    better: str = ""
    """A better wording; empty when the reply is already a good one."""
    sourced: bool = False
    """Whether `asks` names a source; without one it is this program's own advice."""

    @property
    def good(self) -> bool:
        """Whether nothing better is offered."""
        return not self.better


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a practice scenario."""

    id: str
    place: Place
    text: str
    """What is happening, Markdown."""
    question: str = ""
    replies: tuple[Reply, ...] = ()
    """Empty at an ending."""
    next_step: str = ""
    """The right next step, told at an ending."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A branching conversation; it starts at its first scene."""

    id: str
    place: Place
    title: str
    scenes: tuple[Scene, ...]
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A text that blames, to be written anew."""

    id: str
    place: Place
    prompt: str
    given: str
    """The text as somebody wrote it; never said in the module's own voice."""
    model: str
    """One good way to write it."""
    reasons: tuple[Option, ...]
    """Phrases of the given text, each with the reason why it is changed as explanation."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a knowledge check. Answers are ids, never text."""

    id: str
    place: Place
    kind: CheckKind
    prompt: str
    options: tuple[Option, ...]
    """Answers; steps in the right order (order); left sides, whose `goes_to` is the right side's id
    (match); phrases of `text` (spot). Each carries its explanation."""
    answers: tuple[str, ...]
    """Ids of the right options (single, several, spot), of all in order (order); empty for match."""
    rights: tuple[Option, ...] = ()
    """The right sides (match), as they are written."""
    text: str = ""
    """The text in which phrases are to be found (spot)."""
    page: str = ""
    """The page to read again after a wrong answer."""
    scenario: bool = False
    """Whether it is about a scene: to pass, every one of these that is asked must be right."""
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Arrange:
    """Steps to bring into order, to learn and not to be judged."""

    id: str
    place: Place
    prompt: str
    steps: tuple[Option, ...]
    """In the order that makes sense."""
    takeaway: str


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs to find, to learn and not to be judged."""

    id: str
    place: Place
    prompt: str
    lefts: tuple[Option, ...]
    """`goes_to` is the right side's id."""
    rights: tuple[Option, ...]
    takeaway: str


@dataclass(frozen=True, slots=True)
class Reflect:
    """A question to think about and write on, for the teacher alone."""

    id: str
    place: Place
    prompt: str
    helps: tuple[Option, ...] = ()
    """Questions that help to begin."""


@dataclass(frozen=True, slots=True)
class Tasks:
    """What to do tomorrow, to tick off."""

    id: str
    place: Place
    prompt: str
    tasks: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ForNations:
    """Parts of a page for some nations alone."""

    place: Place
    nations: tuple[str, ...]
    parts: tuple[ModulePart, ...]


ModuleBlock: TypeAlias = (
    Guidance
    | Example
    | Practice
    | Rewrite
    | Question
    | Arrange
    | Match
    | Reflect
    | Tasks
    | Misconception
    | ForNations
)
ModulePart: TypeAlias = Text | Picture | ModuleBlock


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a module."""

    id: str
    title: str
    section: Section
    minutes: float
    """How long it is thought to take; 0 when the page before carries the time."""
    parts: tuple[ModulePart, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ModuleHead:
    """The head of a module's file."""

    title: str
    number: int
    """Its place on the path, from 1; 0 for a school's own module, which comes after."""
    minutes: int
    summary: str = ""
    outcomes: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    """Ids of lessons that it helps with."""
    sources: Mapping[str, GuidanceSource] = field(default_factory=dict)
    cover: Picture | None = None


@dataclass(frozen=True, slots=True)
class Module:
    """A whole module."""

    id: str
    """The file's name without its ending; unique among modules."""
    path: Path
    head: ModuleHead
    pages: tuple[Page, ...]
    language: str = "en"
