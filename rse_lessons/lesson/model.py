"""What a lesson is: frozen values with their place in the file.

Nothing here reads a file, checks a rule or knows a language; `splitter` and `blocks` make these
values, `rules` judges them, `presenting` and `ui` show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from rse_lessons.lesson.characters import Character


class Band(StrEnum):
    """The six age bands, youngest first."""

    KS1 = "ks1"
    LOWER_KS2 = "lower-ks2"
    UPPER_KS2 = "upper-ks2"
    KS3 = "ks3"
    KS4 = "ks4"
    POST_16 = "post-16"


class Stage(StrEnum):
    """The ten stages of a lesson, in their order."""

    WELCOME = "welcome"
    GROUND_RULES = "ground-rules"
    BASELINE = "baseline"
    EXPLORE = "explore"
    PRACTISE = "practise"
    CHECK = "check"
    ENDPOINT = "endpoint"
    DISTANCE = "distance"
    SIGNPOST = "signpost"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file and a line, counted from 1."""

    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the lesson names it."""

    file: str
    """The bare file name, as written: no folder, no scheme."""
    description: str
    """What matters in the picture, for somebody who cannot see it."""
    place: Place
    path: Path | None = None
    """The file found for it, or None while it is missing."""


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown of one or more paragraphs, lists or quotations, placeholders already in words."""

    markdown: str
    place: Place


@dataclass(frozen=True, slots=True)
class Option:
    """A thing to choose, place or put in order: an answer, a card, a step, a statement."""

    id: str
    text: str
    """One line of inline Markdown."""
    place: Place
    explanation: str = ""
    """What is said when it is chosen or placed; inline Markdown."""
    goes_to: str = ""
    """The id of its column (sort) or of the step it leads to (scenario)."""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class NotePart:
    """One labelled part of a slide's notes."""

    label: str
    """`Say`, `Ask`, `Do`, `Listen for`, `If …`, `Adapt`, `Time`, or empty."""
    markdown: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What only the teacher reads."""

    parts: tuple[NotePart, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class TalkStep:
    """One step of a discussion that has several."""

    way: str
    """`think`, `pair` or `share`."""
    seconds: int


@dataclass(frozen=True, slots=True)
class Discuss:
    """A prompt to talk about, with a timer."""

    id: str
    place: Place
    prompt: str
    seconds: int
    """Of all its steps together, where it has steps."""
    how: str = "pairs"
    """`think`, `pairs`, `groups`, `class` or `think-pair-share`."""
    points: tuple[str, ...] = ()
    talk_steps: tuple[TalkStep, ...] = ()
    """Those of `think-pair-share`, in order; empty for all others."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question with options; one or more of them answer it."""

    id: str
    place: Place
    question: str
    options: tuple[Option, ...]
    answers: tuple[str, ...]
    """Ids of the options to remember."""
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Sort:
    """Cards to put into columns."""

    id: str
    place: Place
    prompt: str
    columns: tuple[Option, ...]
    cards: tuple[Option, ...]
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Steps to put in sequence; they are written in the order that makes sense."""

    id: str
    place: Place
    prompt: str
    steps: tuple[Option, ...]
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Statements to place between two ends."""

    id: str
    place: Place
    prompt: str
    ends: tuple[str, str]
    cards: tuple[Option, ...]
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Diamond:
    """Nine cards to rank in a diamond, most important at the top."""

    id: str
    place: Place
    prompt: str
    cards: tuple[Option, ...]
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of a scenario."""

    id: str
    place: Place
    text: str
    question: str = ""
    choices: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story in invented characters, with choices that lead on; it starts at the first step."""

    id: str
    place: Place
    steps: tuple[Step, ...]
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """Hands-up tallies of the whole class."""

    id: str
    place: Place
    question: str
    options: tuple[Option, ...]
    compare: str = ""
    """The id of the vote taken before, whose bars stand beside these."""
    takeaway: str = ""


@dataclass(frozen=True, slots=True)
class Reveal:
    """Lines shown one after another."""

    id: str
    place: Place
    prompt: str
    items: tuple[Option, ...]
    takeaway: str = ""
    """Shown with the last line."""


@dataclass(frozen=True, slots=True)
class GroundRules:
    """What the class agreed."""

    id: str
    place: Place
    rules: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class QuestionBox:
    """The invitation to put a question in the box."""

    id: str
    place: Place
    prompt: str


@dataclass(frozen=True, slots=True)
class HelpRoutes:
    """Where help comes from, filled from the nation and the band; in English below a heading left so."""

    place: Place
    intro: str = ""
    english: bool = False


@dataclass(frozen=True, slots=True)
class Misconception:
    """Something that people say, and what is true."""

    id: str
    place: Place
    claim: str
    correction: str


@dataclass(frozen=True, slots=True)
class Handout:
    """Paper only."""

    id: str
    place: Place
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Only:
    """Parts of a slide for some nations alone."""

    place: Place
    nations: tuple[str, ...]
    parts: tuple[Part, ...]


Block: TypeAlias = (
    Discuss
    | Quiz
    | Sort
    | Order
    | Line
    | Diamond
    | Scenario
    | Vote
    | Reveal
    | GroundRules
    | QuestionBox
    | HelpRoutes
    | Misconception
    | Handout
    | Only
)
Part: TypeAlias = Text | Picture | Block


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, in English or in the language that `localise` gave it."""

    title: str
    """The heading in plain words; empty for a slide without one."""
    stage: Stage
    seconds: int
    """How long is planned for it; 0 when the slide before carries the time."""
    parts: tuple[Part, ...]
    notes: Notes | None
    place: Place
    layout: str = ""
    """`title`, `picture-left`, `picture-right`, `calm`, or empty to let the content choose."""
    sensitive: str = ""
    """A content note for the teacher; empty when none is needed."""


@dataclass(frozen=True, slots=True)
class Code:
    """A curriculum code that a lesson names."""

    framework: str
    """`eng`, `wls`, `sct`, `nir` or `efcw`."""
    code: str
    to_check: bool = False
    """True when the author marked it to be checked; the nation's file may say so too."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """One thing the teacher does before the lesson."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Home:
    """What goes home to families."""

    about: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a lesson file."""

    title: str
    band: Band | None
    minutes: int
    summary: str = ""
    outcomes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    vocabulary: Mapping[str, str] = field(default_factory=dict)
    curriculum: tuple[Code, ...] = ()
    before: tuple[Preparation, ...] = ()
    cover: Picture | None = None
    characters: tuple[Character, ...] = ()
    adaptations: Mapping[str, str] = field(default_factory=dict)
    """`send`, `eal`, `quicker`, `slower`: how to adapt the whole lesson."""
    endings: Mapping[str, str] = field(default_factory=dict)
    """Differentiated endings by id, such as `card`, `picture`, `sentence`, `line`."""
    home: Home = Home()
    audience: str = ""
    """`staff` for a staff meeting, which has no band; empty for a lesson."""
    module: str = ""
    """The id of the facilitation module that a staff meeting is about."""

    @property
    def readers(self) -> str:
        """Whom it is for, as help routes and colours are chosen: its band, `staff`, or empty."""
        return str(self.band or self.audience)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A whole lesson. One type for every language, with places in its own text."""

    id: str
    """The file's name without its ending; unique in the library."""
    path: Path
    front: FrontMatter
    slides: tuple[Slide, ...]
    language: str = "en"
    checked: bool = True
    """False for a plain Markdown file without front matter."""
    english_lines: frozenset[int] = frozenset()
    """In another language: the lines (`place.line`) of passages, and of whole blocks, that stayed English."""
