"""What windows are shown with: the lessons that are here, and classes that are made up.

No record is read. The day and the hour are always the same, so that two tours can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ENGLISH
from rse_lessons.i18n.lesson_languages import LessonLanguage
from rse_lessons.i18n.offered import Offered
from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.problems import Problem
from rse_lessons.nation.coverage import Area
from rse_lessons.nation.profiles import HelpRoute, Nation, Statement
from rse_lessons.presenting.vote import VoteState
from rse_lessons.progress.facts.summary import ClassInfo, Standing, Summary
from rse_lessons.training.model import Module
from rse_lessons.training.rehearsal import RoomMoment
from rse_lessons.ui.dialogs.plan_list import PlanLine
from rse_lessons.ui.library.arrange import Card
from rse_lessons.ui.settings.languages_page import Counted
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.pictures import PictureStore
from rse_lessons.ui.theme import Theme

TODAY = date(2026, 11, 19)
CLOCK, ENDS = "10:12", "10:46"
CLASSES = (
    ClassInfo("1 Beech", "ks1"),
    ClassInfo("2 Oak", "ks1"),
    ClassInfo("5 Hazel", "upper-ks2"),
    ClassInfo("8B", "ks3"),
    ClassInfo("9A", "ks3"),
)
FEATURED = ("ask-first", "if-an-image-is-shared")
"""The lessons that classes have begun, and whose pages are taken in every look: a young and an older band."""
CLASS_OF = {"ks1": "2 Oak", "lower-ks2": "2 Oak", "upper-ks2": "5 Hazel"}
"""Which class is taught in a lesson's band; 8B in the others."""


@dataclass(frozen=True)
class Given:
    """Everything that the windows need; made once."""

    lessons: tuple[Lesson, ...]
    """As they are taught in the nation, for slides."""
    written: tuple[Lesson, ...]
    """The same as they stand in their files."""
    cards: tuple[Card, ...]
    nation: Nation
    nations: tuple[tuple[str, str], ...]
    frameworks: Mapping[str, Mapping[str, Statement]]
    routes: Mapping[str, tuple[HelpRoute, ...]]
    """By lesson."""
    coverage: Mapping[str, Sequence[tuple[str, Sequence[Area]]]] = field(default_factory=dict)
    """By nation: its curriculum and the one beside it, with the lessons that serve them."""
    modules: tuple[Module, ...] = ()
    """The facilitation modules as shown in the nation."""
    in_language: Callable[[str, str], tuple[Lesson, Sequence[HelpRoute]] | None] = lambda _lesson, _tag: None
    """Gives a lesson, by its id, as it is taught in a language, with its help routes."""
    demonstration: Lesson | None = None
    """The lesson that shows every activity; it stands on no shelf."""
    language: str = ENGLISH
    """The windows' language."""
    windows_in: tuple[Offered, ...] = (Offered(ENGLISH, "English", 0, 0),)
    """The languages that windows can be in."""
    lessons_in: tuple[tuple[str, str], ...] = ((ENGLISH, "English"),)
    """The languages that lessons are there in, each with what its speakers call it."""
    languages_of: Callable[[str], Sequence[LessonLanguage]] = lambda _lesson: ()
    """How far a lesson, by its id, is in each language."""
    counts: Callable[[], Sequence[Counted]] = tuple
    """Counts how far each language is."""
    moments: tuple[RoomMoment, ...] = ()
    """What may come up in a rehearsal."""
    about: Callable[[str, Standing], str] = lambda label, _standing: label
    """Says of a report which class it is about, and of which day."""
    plan_line: Callable[[str, str, Standing], PlanLine] = lambda lesson, title, _standing: PlanLine(
        lesson, title, ""
    )
    """Gives a line of a class's plan: a lesson's id, its title, and where the class stands in it."""
    damaged: Callable[[Sequence[Problem], Sequence[str]], Sequence[str]] = lambda _problems, _there: ()
    """Gives a sentence for each file that gave no module."""
    read_again: Callable[[str, str, Theme], tuple[QWidget, Callable[[], object]]] | None = None
    """Opens the window in which a lesson's translation is read: the window, and what takes it away."""
    english: Nation | None = None
    """The nation in English, for a school's own lesson that is in English; None where it is that already."""
    pictures: PictureStore = field(default_factory=PictureStore)

    def look(self, lesson: Lesson, theme: Theme) -> SlideLook:
        """Give the look of a lesson's slides beside windows of this theme."""
        return SlideLook(
            band=str(lesson.front.band or ""),
            theme_name="high-contrast" if theme.high_contrast else "light",
            language=lesson.language,
            routes=self.routes[lesson.id],
            pictures=self.pictures,
            compare=counted,
        )

    def summary(self) -> Summary:
        """Give made-up classes: of the first lessons one is part way and one is taught; the rest wait."""
        standings: dict[tuple[str, str], Standing] = {}
        for lesson in [one for one in self.lessons if one.id in FEATURED] or self.lessons:
            slides, label = len(lesson.slides), class_of(lesson)
            items = [item.id for item in lesson.front.before]
            standings[label, lesson.id] = Standing(
                "begun",
                slide=slides // 2,
                slides=slides,
                when="2026-11-17T10:40:00+00:00",
                stage_seconds={"welcome": 130, "ground-rules": 170, "baseline": 150, "explore": 600},
                prepared=frozenset(items[:-2]),
            )
            other = "1 Beech" if label == "2 Oak" else "9A"
            taught = "2026-11-12T11:20:00+00:00"
            standings[other, lesson.id] = Standing(
                "taught",
                slide=slides - 1,
                slides=slides,
                when=taught,
                prepared=frozenset(items),
                taught=taught,
            )
        return Summary(CLASSES, standings)

    def title(self, lesson: str) -> str:
        """Give what a lesson is called in the windows' language."""
        return next((card.title for card in self.cards if card.id == lesson), lesson)


def class_of(lesson: Lesson) -> str:
    """Give the class that is taught this lesson."""
    return CLASS_OF.get(str(lesson.front.band or ""), "8B")


def counted(_block: str) -> VoteState:
    """Give what an earlier vote counted: nothing, unless a picture says so."""
    return VoteState()


def first_with(lesson: Lesson, kind: type[Any]) -> int | None:
    """Find the first slide of a lesson, from 0, that has a block of a kind."""
    for index, slide in enumerate(lesson.slides):
        if any(isinstance(part, kind) for part in slide.parts):
            return index
    return None
