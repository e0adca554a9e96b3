"""The widgets of a page's parts, from top to bottom, and what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.lesson.model import Misconception, Picture, Text
from rse_lessons.lesson.wording.rulebook import language_of_rules
from rse_lessons.lesson.words import plain
from rse_lessons.training.model import (
    Arrange,
    Example,
    ForNations,
    Guidance,
    Match,
    ModulePart,
    Page,
    Practice,
    Question,
    Reflect,
    Rewrite,
    Tasks,
)
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.practice import PracticeWidget
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.try_widget import TryWidget
from rse_lessons.ui.training.cards import ExampleCard, GuidanceBox, MisconceptionCard, TasksCard
from rse_lessons.ui.training.known import Opened, holds_bank
from rse_lessons.ui.training.picture import PictureBox
from rse_lessons.ui.training.prose import READING, prose
from rse_lessons.ui.training.reflecting import ReflectCard
from rse_lessons.ui.training.rewrite import RewriteCard


@dataclass(frozen=True, slots=True)
class Made:
    """The widgets of one part."""

    key: object
    """What it shows; widgets of an equal key say the same."""
    widgets: Sequence[QWidget]
    does: bool = False
    """Whether its reader does something there: it stands beside the text where there is room."""
    leads: bool = False
    """Whether it has a way on of its own, more to be pressed than the page's."""
    talks: bool = False
    """Whether it grows long with what is said: beside the text it takes more of the room."""


class Telling(QObject):
    """What happens in the blocks of a page."""

    practised = Signal(str, list)
    """A conversation's id, and the `scene/reply` that were chosen up to its ending."""
    rewritten = Signal(str)
    reflected = Signal(str, str)
    """A block's id and the words; without words they were taken away."""
    task = Signal(str, bool)
    """`block/item`, and whether it is done."""
    tried = Signal(list, list, bool)
    """Ids of the questions that were asked and missed, and whether the try was passed."""
    page_wanted = Signal(str)
    """A page to read again."""
    on_wanted = Signal()
    """The next page: what was to be done here is done."""


def made_of(page: Page, opened: Opened, theme: Theme, telling: Telling) -> list[Made]:
    """Make the widgets of a page."""
    bank = holds_bank(page)
    parts = [part for part in _flat(page.parts) if not (bank and isinstance(part, Question))]
    found = (_made(part, opened, theme, telling) for part in parts)
    made = [one for one in found if one.widgets]
    if bank:
        made.insert(_before_text_ends(made), _try(opened, theme, telling))
    return made


def _try(opened: Opened, theme: Theme, telling: Telling) -> Made:
    made = TryWidget(opened.module, theme, opened.asked)
    made.tried.connect(telling.tried)
    made.page_wanted.connect(telling.page_wanted)
    made.on_wanted.connect(telling.on_wanted)
    return Made(made.bank, [made], does=True, leads=True, talks=True)


def _before_text_ends(made: Sequence[Made]) -> int:
    """Give the place behind the text that leads to the bank."""
    return next((place + 1 for place, one in enumerate(made) if isinstance(one.key, Text)), 0)


def _flat(parts: Sequence[ModulePart]) -> list[ModulePart]:
    """Give the parts with those for some nations in their place; a module as shown has none of them left."""
    found: list[ModulePart] = []
    for part in parts:
        found += _flat(part.parts) if isinstance(part, ForNations) else [part]
    return found


def _made(part: ModulePart, opened: Opened, theme: Theme, telling: Telling) -> Made:
    if isinstance(part, Text):
        return Made(part, prose(theme, part.markdown, size=READING))
    if isinstance(part, Picture):
        return Made(part, [PictureBox(theme, part)])
    if isinstance(part, Guidance):
        return Made(part, [GuidanceBox(theme, part, opened.module.head.sources.get(part.source))])
    if isinstance(part, Example):
        return Made(part, [ExampleCard(theme, part)])
    if isinstance(part, Misconception):
        return Made(part, [MisconceptionCard(theme, part)])
    widgets = _doing(part, opened, theme, telling)
    leads, talks = isinstance(part, Practice | Question), isinstance(part, Practice)
    return Made(part, widgets, does=True, leads=leads, talks=talks)


def _doing(part: ModulePart, opened: Opened, theme: Theme, telling: Telling) -> list[QWidget]:
    if isinstance(part, Rewrite):
        rewrite = RewriteCard(theme, part)
        rewrite.checker.language = language_of_rules(opened.module.language)
        rewrite.rewritten.connect(telling.rewritten)
        return [rewrite]
    if isinstance(part, Reflect):
        reflect = ReflectCard(theme, part, opened.reflected.get(part.id, ""))
        reflect.reflected.connect(telling.reflected)
        return [reflect]
    if isinstance(part, Tasks):
        tasks = TasksCard(theme, part, opened.tasks)
        tasks.task.connect(telling.task)
        return [tasks]
    if isinstance(part, Practice):
        practice = PracticeWidget(part, theme, opened.walks.get(part.id, ()))
        practice.practised.connect(telling.practised)
        return [practice]
    if isinstance(part, Question | Arrange | Match):
        question = QuestionCard(part, theme, page_title=_title(opened, getattr(part, "page", "")))
        question.page_wanted.connect(telling.page_wanted)
        return [question]
    return []


def _title(opened: Opened, page: str) -> str:
    return next((plain(one.title) for one in opened.module.pages if one.id == page), "")
